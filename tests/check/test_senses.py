"""What stands around a quotation, or inside its omissions, must not turn its sense around."""

import pytest

from checked import problems_of, said

INDONESIAN = (
    "“Kalau stok cukup, kami akan berhenti mengimpor beras,” kata Rina Sulastri. “Kami tidak akan "
    "menutup pasar. Pedagang boleh datang, asalkan tertib,” kata Rina. Rina mengatakan bahwa dr. "
    "Danu, yang tidak hadir, akan membuka klinik. “Apakah harga naik?” kata Rina."
)
ENGLISH = (
    "“We will close the road if it rains, and reopen it on Monday,” said Ada Quill. “We won’t "
    "raise fares,” said Quill. “The bridge is safe. Nobody has to move,” said Quill."
)


def problems_of_quotation(text: str, kind: str, language: str) -> list[str]:
    article, name = (INDONESIAN, "Rina Sulastri") if language == "id" else (ENGLISH, "Ada Quill")
    part = (
        f"people: [{{id: a, name: {name}}}]\n"
        f"quotations:\n  - {{id: a-1, speaker: a, kind: {kind}, text: '{text}'}}"
    )
    return said(problems_of(part, text=article, article=language, page=language))


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        pytest.param(
            "Kalau stok cukup, kami akan berhenti mengimpor beras", "direct", "id", id="whole"
        ),
        pytest.param("Kami tidak akan menutup pasar", "direct", "id", id="a denial inside"),
        pytest.param("Pedagang boleh datang, asalkan tertib", "direct", "id", id="its condition"),
        pytest.param("Apakah harga naik?", "direct", "id", id="a question"),
        pytest.param(
            "dr. Danu […] akan membuka klinik", "indirect", "id", id="a denial of another clause"
        ),
        pytest.param(
            "We will close the road if it rains, and reopen it on Monday", "direct", "en", id="if"
        ),
        pytest.param("The bridge is safe. Nobody has to move", "direct", "en", id="two sentences"),
    ],
)
def test_a_quotation_that_keeps_its_sense_is_right(text: str, kind: str, language: str) -> None:
    assert problems_of_quotation(text, kind, language) == []


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        pytest.param("kami akan berhenti mengimpor beras", "id", "Q14", id="condition before"),
        pytest.param("Pedagang boleh datang", "id", "Q14", id="condition behind"),
        pytest.param("menutup pasar", "id", "Q14", id="denial before"),
        pytest.param("harga naik", "id", "Q15", id="question"),
        pytest.param("We will close the road", "en", "Q14", id="condition right behind"),
        pytest.param("raise fares", "en", "Q14", id="a denial of one word"),
        pytest.param("The bridge […] has to move", "en", "Q11", id="two sentences in one"),
    ],
)
def test_a_sense_that_may_be_turned_around_is_a_warning(
    text: str, language: str, code: str
) -> None:
    assert problems_of_quotation(text, "direct", language) == [f"{code} warning"]
