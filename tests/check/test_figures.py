"""A key figure shows the article's number, and no other, in any language of the page."""

import pytest

import checked
from checked import said
from jelaskan.problems import Problem

INDONESIAN = (
    "Kabupaten itu dihuni 3 juta orang. Biayanya Rp12,5 triliun, naik 4 persen. Sekitar 400 ribu "
    "rumah rusak. Hampir 20 kapal tenggelam. Pemerintah memberi 5 juta dolar Singapura. Setelah "
    "itu 20 kapal dicari. Puluhan warga hilang, kata dua pejabat. Pasal 7 mengatur hal itu."
)
ENGLISH = (
    "The town has 12 million people. It cost $4.5 billion, up 2 percentage points. Almost 20 "
    "ships sank. Three dozen eggs broke. The home side won 3-1. Both twins waited 5 minutes."
)


def problems_of(figure: str, *, text: str = INDONESIAN, article: str, page: str) -> list[Problem]:
    """Return what a check finds in one key figure."""
    part = f"key_figures:\n  - {{id: satu, label: A, {figure}}}"
    return checked.problems_of(part, text=text, article=article, page=page)


@pytest.mark.parametrize(
    ("figure", "page"),
    [
        pytest.param("as_written: 3 juta orang, value: 3000000, unit: orang", "id", id="whole"),
        pytest.param("as_written: 3 juta orang, value: 3, unit: juta orang", "id", id="scale"),
        pytest.param(
            "as_written: 3 juta orang, value: 3, unit: million people", "en", id="translated scale"
        ),
        pytest.param(
            "as_written: 3 juta orang, value: 3, unit: juta orang", "en", id="the article's scale"
        ),
        pytest.param(
            "as_written: 'Rp12,5 triliun', value: 12.5, unit: triliun rupiah", "id", id="money"
        ),
        pytest.param(
            "as_written: 'Rp12,5 triliun', value: 12.5, unit: trillion rupiah", "en", id="its word"
        ),
        pytest.param(
            "as_written: 'Rp12,5 triliun', value: 12500000000000, unit: IDR", "en", id="its code"
        ),
        pytest.param("as_written: 4 persen, value: 4, unit: persen pelanggan", "id", id="per cent"),
        pytest.param(
            "as_written: 5 juta dolar Singapura, value: 5, unit: juta dolar Singapura",
            "id",
            id="a currency that ends like another",
        ),
        pytest.param(
            "as_written: Sekitar 400 ribu rumah, value: 400, unit: ribu rumah, bound: about",
            "id",
            id="thousands",
        ),
        pytest.param("as_written: dua pejabat, value: 2, unit: pejabat", "id", id="in words"),
        pytest.param("as_written: Pasal 7, value: 7", "id", id="a number that counts nothing"),
        pytest.param(
            "as_written: 20 kapal dicari, value: 20, unit: kapal, bound: less than",
            "id",
            id="told again",
        ),
    ],
)
def test_the_articles_number_is_right(figure: str, page: str) -> None:
    assert said(problems_of(figure, article="id", page=page)) == []


@pytest.mark.parametrize(
    ("figure", "page", "expected"),
    [
        pytest.param("as_written: 3 juta orang, value: 3, unit: orang", "id", "K06 error", id="3"),
        pytest.param("as_written: 3 juta orang, value: 3", "id", "K06 error", id="3 of nothing"),
        pytest.param(
            "as_written: 3 juta orang, value: 3000000, unit: million people",
            "en",
            "K06 error",
            id="a million times too many",
        ),
        pytest.param(
            "as_written: 3 juta orang, value: 3, unit: billion people",
            "en",
            "K06 error",
            id="another scale",
        ),
        pytest.param(
            "as_written: 4 persen, value: 4, unit: juta pelanggan", "id", "K06 error", id="share"
        ),
        pytest.param(
            "as_written: 4 persen, value: 4, unit: para pelanggan", "id", "K07 error", id="people"
        ),
        pytest.param(
            "as_written: 'Rp12,5 triliun', value: 12.5, unit: trillion dollars",
            "en",
            "K07 error",
            id="another currency",
        ),
        pytest.param(
            "as_written: 5 juta dolar Singapura, value: 5, unit: juta dolar",
            "id",
            "K07 error",
            id="part of a currency",
        ),
        pytest.param(
            "as_written: Hampir 20 kapal, value: 20, unit: kapal", "id", "K08 error", id="bound"
        ),
        pytest.param(
            "as_written: Hampir 20 kapal, value: 20, unit: kapal, bound: at least",
            "id",
            "K08 error",
            id="the opposite bound",
        ),
        pytest.param(
            "as_written: Hampir 20 kapal, value: 20, unit: kapal, bound: about",
            "id",
            "K08 warning",
            id="a rougher bound",
        ),
        pytest.param(
            "as_written: 20 kapal tenggelam, value: 20, unit: kapal",
            "id",
            "K08 warning",
            id="a bound beside the words",
        ),
        pytest.param(
            "as_written: 20 kapal dicari, value: 200, unit: kapal, bound: less than",
            "id",
            "K06 error",
            id="told again otherwise",
        ),
        pytest.param(
            "as_written: Puluhan warga, value: 40, unit: warga", "id", "K10 error", id="dozens"
        ),
        pytest.param("as_written: mengatur hal, value: 70", "id", "K10 error", id="no number"),
        pytest.param("as_written: Pasal 7, value: 8", "id", "K06 error", id="another digit"),
        pytest.param("as_written: Pasal 7, value: 7, unit: percent", "id", "K07 warning", id="%"),
    ],
)
def test_another_number_is_not(figure: str, page: str, expected: str) -> None:
    assert said(problems_of(figure, article="id", page=page)) == [expected]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param(
            "as_written: 12 million people, value: 12, unit: people", ["K06 error"], id="12"
        ),
        pytest.param("as_written: Three dozen eggs, value: 3, unit: dozen eggs", [], id="dozen"),
        pytest.param("as_written: won 3-1, value: [3, 1], unit: score", [], id="a score"),
        pytest.param(
            "as_written: 2 percentage points, value: 2, unit: percent", ["K07 error"], id="points"
        ),
        pytest.param("as_written: Both twins, value: 2, unit: twins", ["K10 warning"], id="both"),
    ],
)
def test_english_numbers_are_read_too(figure: str, expected: list[str]) -> None:
    assert said(problems_of(figure, text=ENGLISH, article="en", page="en")) == expected


def test_the_whole_number_is_said() -> None:
    figure = "as_written: 3 juta orang, value: 3, unit: orang"

    (problem,) = problems_of(figure, article="id", page="id")
    assert str(problem) == (
        "berita.yaml:5:59: K06: value is 3, and the article says 3000000: “3 juta orang”\n"
        "  hint: see seeds/berita.txt:1:22; write `value: 3000000`, or let `as_written` have the "
        "words of the number that you mean"
    )
