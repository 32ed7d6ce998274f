import pytest

from jelaskan.extract.attributions import find_attributions
from jelaskan.extract.layout import lay_out
from jelaskan.languages import load
from jelaskan.model.article import Article
from jelaskan.model.statements import Attribution
from support import assert_in_proportion


def attributions_of(text: str, language: str = "en") -> tuple[Attribution, ...]:
    article = Article("example", language, text, "seeds/example.txt")
    pack = load(language)
    return find_attributions(lay_out(article, pack, ()), pack)


def read(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [
        (" … ".join(mention.text for mention in attribution.content),
         attribution.source and attribution.source.text)
        for attribution in attributions_of(text, language)
    ]  # fmt: skip


def reasons(text: str, language: str = "en") -> list[str]:
    (attribution,) = attributions_of(text, language)
    return [doubt.reason for doubt in attribution.doubts]


def test_paragraphs_of_one_quotation_have_one_source() -> None:
    text = "“The road is long.\n\n“The road is dark.\n\n“We walk,” said Ann Poe."

    assert read(text) == [
        ("The road is long. … The road is dark. … We walk", "Ann Poe"),
    ]


def test_paragraphs_after_the_cue_belong_to_it() -> None:
    text = "Ann Poe said: “The road is long.\n\n“The road is dark.”\n\nThen she left."

    assert read(text) == [("The road is long. … The road is dark.", "Ann Poe")]


def test_a_quotation_that_stands_alone_goes_on_from_the_one_before() -> None:
    text = "“The road is long,” said Ann Poe.\n\n“It is dark, and nobody walks there.”"

    assert read(text) == [
        ("The road is long … It is dark, and nobody walks there.", "Ann Poe"),
    ]


def test_a_quotation_without_anyone_beside_it_has_no_source() -> None:
    (attribution,) = attributions_of("“The road is long and dark.”")

    assert attribution.source is None
    assert attribution.cue is None
    assert [doubt.reason for doubt in attribution.doubts] == ["no cue beside the quotation"]


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("Poe did not say that it rained.", "en", "the cue is negated"),
        ("Poe left at noon, saying it rained.", "en", "source further back in the sentence"),
        ("Poe said it rained - nobody knew - and left; it was late.", "en", "clause end unclear"),
        ("Poe called the road a mess.", "en", "may be no speech"),
        ("Neighbors who said it rained left.", "en", "part of a description"),
    ],
)
def test_what_may_be_wrong_is_doubted(text: str, language: str, reason: str) -> None:
    assert reason in reasons(text, language)


@pytest.mark.parametrize(
    "text",
    ["“It rains,” said Ann Poe.", "Ann Poe said that it rained.", "It rains, Ann Poe said."],
)
def test_what_is_plain_is_not_doubted(text: str) -> None:
    assert reasons(text) == []


def test_carriage_returns_and_one_paragraph_change_nothing() -> None:
    parts = ["“It rains,” said Ann Poe.", "Bob Lee said that it snowed."]
    expected = [("It rains", "Ann Poe"), ("it snowed", "Bob Lee")]

    assert read("\r\n\r\n".join(parts)) == expected
    assert read(" ".join(parts)) == expected


def test_names_glued_to_a_cue_are_parted() -> None:
    text = "Wali KotaBudi Karsamengatakan jembatan itu aman."

    assert read(text, "id") == [("jembatan itu aman", "Wali KotaBudi Karsa")]


def test_a_carrier_is_no_source() -> None:
    text = "Namun jembatan itu, menurut Rina, masih aman dilewati, mengutip Kantor Berita Sungai."

    ((content, source),) = read(text, "id")

    assert source == "Rina"
    assert "Kantor Berita" not in content


def test_a_second_cue_ends_the_clause_of_the_first() -> None:
    text = "Rina mengatakan jembatan itu aman, tetapi menekankan bahwa truk dilarang lewat."

    assert read(text, "id") == [("jembatan itu aman", "Rina"), ("truk dilarang lewat", "Rina")]


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "' ", ", ", "1,2.3 ", "- ", "( ", "said ", "he said that ", 'said "x ', ", adding ",
     "and said ", "a\n", "x — y — said ", '"A b," he said. ', "Aa", "according to "],
)  # fmt: skip
def test_time_grows_with_length_whatever_the_text(piece: str) -> None:
    assert_linear(piece, "en")


@pytest.mark.parametrize(
    "piece", ["kata ", ", kata dia, ", "menurut X ", "mengatakan bahwa ", "-nya "]
)
def test_time_grows_with_length_for_indonesian_cues(piece: str) -> None:
    assert_linear(piece, "id")


def assert_linear(piece: str, language: str) -> None:
    """Assert that time grows with the length of a text only."""
    assert_in_proportion(lambda text: attributions_of(text, language), piece, length=5_000)
