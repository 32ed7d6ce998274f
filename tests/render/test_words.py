"""Numbers, dates, addresses and labels in the words of a language."""

import re
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jelaskan import languages
from jelaskan.languages.pack import Basics
from jelaskan.model.explainer import KeyFigure
from jelaskan.model.store import StoredPerson
from jelaskan.render.figures import choose_picture
from jelaskan.render.formatting import (
    MINUS,
    SCALES,
    format_amount,
    format_date,
    format_number,
    format_period,
)
from jelaskan.render.links import absolute, address, at_words, host, relative
from jelaskan.render.minify import minify_css, minify_html
from jelaskan.render.speakers import role_on

LABELS = languages.load("id").labels
BASICS = Basics(name="Bahasa Indonesia", decimal_mark=",", group_mark=".")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (20, "20"),
        (100.0, "100"),
        (0.5, "0,5"),
        (1250, "1.250"),
        (999, "999"),
        (12500, "12.500"),
        (-3, "−3"),
        (1_200_000, "1,2 juta"),
        (12.5e12, "12,5 triliun"),
        (1_234_567, "1.234.567"),
        (1.2345e12, "1.234,5 miliar"),
        (2_000_000.5, "2.000.000,5"),
        (0.0004, "0,0004"),
        (2 / 3, "2/3"),
        (-5 / 3, "−5/3"),
        (0.125, "0,125"),
        (-0.0, "0"),
    ],
)
def test_numbers_have_the_marks_of_their_language(value: float, expected: str) -> None:
    assert format_number(value, BASICS, LABELS) == expected


def test_four_digits_stay_together_where_the_article_has_them_so() -> None:
    assert format_number(2030, BASICS, LABELS, "hingga 2030") == "2030"
    assert format_number(2030, BASICS, LABELS, "2.030 rumah") == "2.030"


@given(
    value=st.fractions(max_denominator=150).map(float)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.integers(-(10**16), 10**16).map(float)
    | st.decimals(-(10**15), 10**15, places=3).map(float),
    language=st.sampled_from(languages.available()),
)
def test_a_number_is_printed_to_its_last_digit(value: float, language: str) -> None:
    pack = languages.load(language)
    printed, _, word = format_number(value, pack.basics, pack.labels).partition(" ")
    scales = {pack.labels[f"scale_{name}"]: scale for scale, name in SCALES}
    marks = {pack.basics.group_mark: "", pack.basics.decimal_mark: ".", MINUS: "-"}
    digits = "".join(marks.get(mark, mark) for mark in printed)

    if "/" in digits:
        assert float(Fraction(digits)) == value
        return
    with localcontext(prec=800):
        assert Decimal(digits) * (scales[word] if word else 1) == Decimal(str(value))


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (32.0, "anggota", ("32", "anggota")),
        ((40.0, 45.0), "menit", ("40–45", "menit")),
        (2.5, "percent", ("2,5%", "")),
        (24e9, "USD", ("US$24 miliar", "")),
        (5.0, "NOK", ("NOK\u00a05", "")),
        (3.0, None, ("3", "")),
    ],
)
def test_amounts_keep_what_they_count(
    value: float | tuple[float, float], unit: str | None, expected: tuple[str, str]
) -> None:
    figure = KeyFigure(id="a", as_written="a", value=value, unit=unit, label="a")

    assert format_amount(figure, BASICS, LABELS) == expected


def test_dates_are_as_exact_as_they_are_known() -> None:
    assert format_date("2024-12-03", LABELS) == "3 Desember 2024"
    assert format_date("2024-12", LABELS) == "Desember 2024"
    assert format_date("2024", LABELS) == "2024"
    assert format_period("2014", "2022", LABELS) == "2014 – 2022"


def test_links_are_relative_and_end_in_a_file() -> None:
    assert relative("en/a/index.html", "index.html") == "../../index.html"
    assert relative("index.html", "a/index.html") == "a/index.html"
    assert absolute("https://a.example/x/", "en/index.html") == "https://a.example/x/en/"
    assert host("https://www.nato.int/a") == "nato.int"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://[::1]/a(b)?q=1&r#c", "https://[::1]/a(b)?q=1&r#c"),
        ("https://a.example/hujan-lebat/ليل", "https://a.example/hujan-lebat/ليل"),
        ('https://a.example/"><b>[x]', "https://a.example/%22%3E%3Cb%3E%5Bx%5D"),
        ("https://a.example/100%\u202e#a#b", "https://a.example/100%25%E2%80%AE#a%23b"),
    ],
)
def test_addresses_are_written_as_html_wants_them(written: str, expected: str) -> None:
    assert address(written) == expected


def test_a_text_fragment_names_a_long_passage_by_its_ends() -> None:
    assert at_words("https://a.example/#top", "satu-dua, tiga") == (
        "https://a.example/#:~:text=satu%2Ddua%2C%20tiga"
    )
    assert at_words("https://a.example/", "a b c d e f g h i j k l m n").endswith(
        "=a%20b%20c%20d%20e,j%20k%20l%20m%20n"
    )


@pytest.mark.parametrize(
    ("value", "unit", "bound", "expected"),
    [
        pytest.param(32, "anggota", "exact", "dots", id="a count"),
        pytest.param(20, "sistem", "at least", "dots up", id="a floor"),
        pytest.param(40, "percent", "about", "share both", id="a share"),
        pytest.param(30, "tahun", "exact", "span", id="years since an event"),
        pytest.param(12, "tahun", "exact", None, id="years since nothing"),
        pytest.param(20, "km", "exact", None, id="a measure"),
        pytest.param(3120, "rumah", "exact", None, id="too many to draw"),
        pytest.param(7, None, "exact", None, id="nothing counted"),
        pytest.param((3, 5), "orang", "exact", None, id="a range"),
    ],
)
def test_a_picture_is_chosen_by_kind_and_value(
    value: float | tuple[float, float], unit: str | None, bound: str, expected: str | None
) -> None:
    figure = KeyFigure.model_validate(
        {"id": "a", "as_written": "a", "value": value, "unit": unit, "bound": bound, "label": "a"}
    )
    picture = choose_picture(
        figure, words="A", compared=None, years=[1994, 2014], until=2024, labels=LABELS
    )

    assert (picture and f"{picture.kind} {picture.open}".strip()) == expected


@pytest.mark.parametrize(
    ("value", "other", "share"),
    [
        pytest.param(500.0, 2000.0, 0.25, id="with a larger one"),
        pytest.param(2000.0, 500.0, 1.0, id="with a smaller one"),
        pytest.param(-500.0, 2000.0, None, id="a loss"),
        pytest.param(500.0, 0.0, None, id="with nothing"),
    ],
)
def test_a_figure_is_compared_with_the_one_that_the_editor_names(
    value: float, other: float, share: float | None
) -> None:
    figure = KeyFigure(id="a", as_written="a", value=value, unit="rumah", label="a")
    picture = choose_picture(
        figure, words="A", compared=(other, "2.000 rumah"), years=[], until=None, labels=LABELS
    )

    assert (picture and (picture.kind, picture.share)) == (share and ("bars", share))
    assert picture is None or "2.000 rumah" in picture.description


def test_a_role_is_the_one_held_on_the_day() -> None:
    person = StoredPerson.model_validate(
        {
            "name": "A",
            "roles": [
                {"role": "baru", "since": "2025"},
                {"role": "lama", "since": "2020-03", "until": "2024-12"},
            ],
        }
    )
    held = {day: role_on(person, day) for day in ("2019-01-01", "2024-12-31", "2025-06-01")}

    assert {day: role and role.role for day, role in held.items()} == {
        "2019-01-01": None,
        "2024-12-31": "lama",
        "2025-06-01": "baru",
    }


def test_every_label_that_is_printed_is_in_every_pack() -> None:
    printed = set()
    for template in (ROOT / "templates").rglob("*.html"):
        printed |= set(re.findall(r"\bt\.(\w+)", template.read_text(encoding="utf-8")))
    for module in (ROOT / "site/jelaskan/render").glob("*.py"):
        printed |= set(re.findall(r'labels\["(\w+)"\]', module.read_text(encoding="utf-8")))
    for code in languages.available():
        assert printed <= set(languages.load(code).labels), code


def test_all_packs_have_the_same_labels_with_the_same_places() -> None:
    places = {
        code: {
            key: sorted(re.findall(r"\{\w+\}", label))
            for key, label in languages.load(code).labels.items()
        }
        for code in languages.available()
    }

    assert places["id"] == places["en"]


def test_minifying_keeps_what_means_something() -> None:
    css = '/* x */ a > b , c { margin : 0 -1px ; content: "a  ;  b" }\n@media (x) and (y) { d { e: f; } }'

    assert minify_css(
        css
    ) == 'a>b,c{margin : 0 -1px;content:"a  ;  b"}@media (x) and (y){d{e: f}}'.replace(
        "e: f", "e:f"
    )
    assert minify_html("<p>\n  a\n  <b>b</b>\n</p>\n<pre>\n  x\n</pre>") == (
        "<p>\na\n<b>b</b></p>\n<pre>\n  x\n</pre>"
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param('<a class="n" href="#a-1">1</a>', "<a class=n href=#a-1>1</a>", id="quoted"),
        pytest.param(
            '<a class="n x" href="https://a/">', '<a class="n x" href="https://a/">', id="kept"
        ),
        pytest.param('<path d="M0"/><circle r="3"/>', '<path d="M0"/><circle r="3"/>', id="empty"),
        pytest.param('a="b" <i title="a=b">', 'a="b" <i title="a=b">', id="text"),
        pytest.param("<ul><li>a</li><li>b</li></ul>", "<ul><li>a<li>b</ul>", id="items"),
        pytest.param("<p>a</p>b<p>c</p><a>d</a>", "<p>a</p>b<p>c</p><a>d</a>", id="text after"),
        pytest.param('<pre><a class="n"></p></pre>', '<pre><a class="n"></p></pre>', id="pre"),
    ],
)
def test_only_marks_and_end_tags_that_a_browser_adds_itself_are_left_out(
    html: str, expected: str
) -> None:
    assert minify_html(html) == expected
