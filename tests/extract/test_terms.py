import pytest

from jelaskan.extract.furniture import find_furniture
from jelaskan.extract.layout import lay_out
from jelaskan.extract.terms import find_terms
from jelaskan.languages import load
from jelaskan.model.article import Article
from jelaskan.model.statements import Person, TermCandidate
from support import assert_in_proportion


def terms_of(text: str, language: str, *people: Person) -> tuple[TermCandidate, ...]:
    article = Article("contoh", language, text, "seeds/contoh.txt")
    pack = load(language)
    found = find_terms(lay_out(article, pack, find_furniture(article, pack)), pack, people)
    for term in found:
        assert text[term.mention.start : term.mention.end] == term.mention.text
    return found


@pytest.mark.parametrize(
    ("text", "language", "term", "definition"),
    [
        (
            "Laporan Badan Pemantau Sungai (BPS) terbit.",
            "id",
            "BPS",
            "Badan Pemantau Sungai",
        ),
        ("Kata Kejaksaan Tinggi (Kejati) kemarin.", "id", "Kejati", "Kejaksaan Tinggi"),
        (
            "Ada pemutusan hubungan kerja (PHK) lagi.",
            "id",
            "PHK",
            "pemutusan hubungan kerja",
        ),
        ("The River Safety Council (RSC) met.", "en", "RSC", "River Safety Council"),
        (
            "Peneliti menyebut likuefaksi, yaitu tanah yang mencair karena getaran.",
            "id",
            "likuefaksi",
            "tanah yang mencair karena getaran",
        ),
        (
            "Warga membuat benteng dari bambu, dikenal sebagai Tembok Hijau, di pantai.",
            "id",
            "Tembok Hijau",
            "Warga membuat benteng dari bambu",
        ),
        (
            "Farmers burn the old fields in autumn, known as stubble clearing, every year.",
            "en",
            "stubble clearing",
            "Farmers burn the old fields in autumn",
        ),
    ],
)
def test_a_term_comes_with_the_articles_own_explanation(
    text: str, language: str, term: str, definition: str
) -> None:
    found = {
        candidate.mention.text: candidate.definition.text
        for candidate in terms_of(text, language)
        if candidate.definition
    }

    assert found == {term: definition}


@pytest.mark.parametrize(
    ("text", "language", "term", "rule"),
    [
        ("Mereka menandatangani Perjanjian Danau Biru kemarin.", "id", None, "document"),
        ("They signed the Blue Lake Treaty on Monday.", "en", "Blue Lake Treaty", "document"),
        ("The Freedom of Travel Act passed.", "en", "Freedom of Travel Act", "document"),
        ("Hakim menolak praperadilan itu.", "id", "praperadilan", "jargon"),
        ("They ended the filibuster.", "en", "filibuster", "jargon"),
        ("The RSCX met on the river.", "en", "RSCX", "undefined acronym"),
        ("The River Safety Council met.", "en", "River Safety Council", "body"),
    ],
)
def test_hard_words_without_explanation(
    text: str, language: str, term: str | None, rule: str
) -> None:
    (found,) = terms_of(text, language)

    assert found.rule == rule
    assert found.mention.text == (term or "Perjanjian Danau Biru")
    assert found.definition is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Warga AS menonton TV.", "id"),
        ("The US team was on TV.", "en"),
        ("READ THE FULL TEXT of the letter.", "en"),
        ("Warga pulang ke rumah (Budi ikut).", "id"),
        ("Harga naik.\nBaca juga: Praperadilan BPKX Ditolak\nWarga diam.", "id"),
    ],
)
def test_what_everybody_knows_is_no_term(text: str, language: str) -> None:
    assert terms_of(text, language) == ()


def test_names_of_people_are_no_terms() -> None:
    people = (Person("Ani Lestari", "person", aliases=("ANILX",)),)

    assert terms_of("Ketua itu, ANILX, diam.", "id", *people) == ()


def test_uses_are_counted_and_the_first_is_shown() -> None:
    (term,) = terms_of("Praperadilan itu ditolak. Soal praperadilan ia diam.", "id")

    assert term.uses == 2
    assert term.mention.start == 0


def test_the_long_form_of_an_acronym_is_no_term_of_its_own() -> None:
    (term,) = terms_of("Badan Pemantau Sungai (BPS) diam. Ketua BPS pergi.", "id")

    assert (term.mention.text, term.uses) == ("BPS", 2)


def test_at_most_twelve_are_kept_in_text_order_explained_ones_first() -> None:
    acronyms = " ".join(f"Lalu Q{letter}X pergi." for letter in "ABCDEFGHIJKLMNOP")
    text = f"{acronyms} Badan Pemantau Sungai (BPS) diam."
    found = terms_of(text, "id")

    assert len(found) == 12
    assert found[-1].mention.text == "BPS"
    assert [term.mention.start for term in found] == sorted(term.mention.start for term in found)


@pytest.mark.parametrize(
    "piece",
    ["AB ", "(AB) ", "Badan Air (BA) ", "Aa Bb ", ", yaitu aaaa ", "known as ", "Act of Aa "],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    assert_in_proportion(
        lambda text: (terms_of(text, "id"), terms_of(text, "en")), piece, length=20_000
    )
