import pytest

from jelaskan.extract.layout import Layout, lay_out
from jelaskan.languages import load
from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture


def layout_of(text: str, language: str = "en", furniture: tuple[Furniture, ...] = ()) -> Layout:
    return lay_out(
        Article("example", language, text, "seeds/example.txt"), load(language), furniture
    )


def paragraphs(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in layout_of(text, language).paragraphs]


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in layout_of(text, language).sentences]


def quoted(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end, _ in layout_of(text, language).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One.\n\nTwo.", ["One.", "Two."], id="a blank line"),
        pytest.param("One.\nTwo.", ["One.", "Two."], id="a line break"),
        pytest.param("One.\r\n\r\nTwo.\r\n", ["One.", "Two."], id="carriage returns"),
        pytest.param("Heading\nThe text.", ["Heading", "The text."], id="a heading"),
        pytest.param(
            "It met\nAnn Lee\n, the mayor.", ["It met\nAnn Lee\n, the mayor."], id="a torn link"
        ),
        pytest.param("Ann said it\nwas late.", ["Ann said it\nwas late."], id="a broken line"),
        pytest.param("  \n\n ", [], id="nothing"),
    ],
)
def test_a_line_goes_on_where_its_sentence_does(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_wrapped_text_is_joined() -> None:
    text = (
        "The mayor of the small town by the river told the\n"
        "Ledger that the bridge would be closed on the first\n"
        "Monday of the month, and that nobody could say how\n"
        "Ledger readers would come to work.\n"
    )

    assert paragraphs(text) == [text.strip()]


def test_furniture_parts_paragraphs_and_is_outside_of_them() -> None:
    text = "It rained. READ ALSO: Dry days. It snowed."
    article = Article("example", "en", text, "seeds/example.txt")
    teaser = Furniture(article.mention(11, 31), "teaser", "test")

    layout = lay_out(article, load("en"), (teaser,))

    assert [text[start:end] for start, end in layout.paragraphs] == ["It rained.", "It snowed."]
    assert layout.furniture == (teaser,)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("It rained. It snowed.", "en", ["It rained.", "It snowed."], id="stops"),
        pytest.param("Mr. Osei left.", "en", ["Mr. Osei left."], id="an abbreviation"),
        pytest.param("In the U.S. The talks", "en", ["In the U.S.", "The talks"], id="U.S. The"),
        pytest.param("In the U.S. Senate", "en", ["In the U.S. Senate"], id="U.S. Senate"),
        pytest.param("J. Osei left.", "en", ["J. Osei left."], id="an initial"),
        pytest.param("“It rained. It snowed,” she said.", "en", ["“It rained. It snowed,” she said."],
                     id="inside marks"),
        pytest.param("“It rained.” She left.", "en", ["“It rained.”", "She left."], id="after marks"),
        pytest.param("Hujan.Kemudian reda.", "id", ["Hujan.", "Kemudian reda."], id="glued"),
        pytest.param('Hujan."Reda," kata Budi.', "id", ["Hujan.", '"Reda," kata Budi.'],
                     id="glued to a quotation"),
        pytest.param("Hujan.,Dia pulang.", "id", ["Hujan.", "Dia pulang."], id="joined by a comma"),
        pytest.param("Lihat KOMPAS.com di sana.", "id", ["Lihat KOMPAS.com di sana."], id="an address"),
        pytest.param("Pukul 05.43 WIB hujan.", "id", ["Pukul 05.43 WIB hujan."], id="a time"),
    ],
)  # fmt: skip
def test_sentences_end_where_they_end(text: str, language: str, expected: list[str]) -> None:
    assert sentences(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said "yes" twice.', ["yes"], id="straight"),
        pytest.param("He said “yes” twice.", ["yes"], id="curly"),
        pytest.param("He said “yes\" twice.", ["yes"], id="mixed"),
        pytest.param("He said «yes» twice.", ["yes"], id="guillemets"),
        pytest.param("He said „yes“ twice.", ["yes"], id="low and high"),
        pytest.param("He said ``yes'' twice.", ["yes"], id="typewriter"),
        pytest.param("He said ‘yes’ twice.", ["yes"], id="single"),
        pytest.param("He said 'yes' twice.", ["yes"], id="single, straight"),
        pytest.param("‘The workers’ rights,’ he said.", ["The workers’ rights,"], id="possessive"),
        pytest.param("Don't say it's the '90s.", [], id="apostrophes"),
        pytest.param("“He said ‘yes’ to me.”", ["He said ‘yes’ to me."], id="nested"),
        pytest.param("“He said “yes” to me.”", ["He said “yes” to me."], id="nested, alike"),
        pytest.param('"One. "Two," she said.', ["Two,"], id="never closed"),
        pytest.param('One," he said. "Two," she said.', ["Two,"], id="never opened"),
        pytest.param('"Wait, "she said.', ["Wait, "], id="space on the wrong side"),
        pytest.param('"One\n\n"Two"', ["One", "Two"], id="over two paragraphs"),
    ],
)  # fmt: skip
def test_marks_are_paired_inside_a_paragraph(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_stray_mark_costs_one_quotation() -> None:
    stray = 'He lost a mark" here.\n\n"One," she said.\n\n"Two," she said.'

    assert quoted(stray) == ["One,", "Two,"]


def test_a_quotation_of_several_paragraphs_is_open_until_its_last() -> None:
    layout = layout_of("“One.\n\n“Two.\n\n“Three.”")

    assert [closed for _, _, closed in layout.quoted] == [False, False, True]
