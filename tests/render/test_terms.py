"""Hard words in running text, and an editor's Markdown."""

import re

import pytest

from jelaskan import languages
from jelaskan.render.markdown import plain_text, render_markdown
from jelaskan.render.terms import Term, TermMarker
from jelaskan.render.views import Link


def marker_of(*names: str) -> TermMarker:
    terms = [Term(f"t{number}", (name,), "Arti.") for number, name in enumerate(names)]
    marker = TermMarker(terms, languages.load("id").labels)
    marker.begin(Link("#x", "Bagian"))
    return marker


def shown(html: str) -> str:
    """Return HTML with its buttons written [word], and what stays on one line {“[word]”}."""
    html = re.sub(r"<button[^>]*>(.*?)</button>", r"[\1]", str(html), flags=re.DOTALL)
    return re.sub(r'<span class="joined">(.*?)</span>', r"{\1}", html, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("konsensus", "Konsensus, konsensus.", "{[Konsensus],} konsensus.", id="once"),
        pytest.param("NATO", "nato dan NATO", "nato dan [NATO]", id="capitals count"),
        pytest.param(
            "perang",
            "seperang perangnya perang!",
            "seperang perangnya {[perang]!}",
            id="whole words",
        ),
        pytest.param("jam malam", "Jam\nmalam", "[Jam\nmalam]", id="two words"),
        pytest.param("C++ <b>", "C++ <b> &", "[C++ &lt;b&gt;] &amp;", id="escaped"),
    ],
)
def test_a_term_is_marked_at_its_first_use(name: str, text: str, expected: str) -> None:
    assert shown(marker_of(name).mark(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kata “NATO” itu", "kata {“[NATO]”} itu"),
        ("(NATO)", "{([NATO])}"),
        ("NATO’s size", "{[NATO]’s} size"),
        ("NATO-Rusia", "{[NATO]-}Rusia"),
        ("NATO, EU", "{[NATO],} [EU]"),
        ("NATO/EU", "{[NATO]/}[EU]"),
        ("“NATO", "{“[NATO]}"),
    ],
)
def test_no_line_parts_a_term_from_the_marks_that_touch_it(text: str, expected: str) -> None:
    assert shown(marker_of("NATO", "EU").mark(text)) == expected


def test_the_longest_name_wins() -> None:
    assert (
        shown(marker_of("NATO", "Sekjen NATO").mark("Sekjen NATO, NATO"))
        == "{[Sekjen NATO],} [NATO]"
    )


def test_a_term_is_explained_once_and_marked_in_every_section() -> None:
    marker = marker_of("jam malam")
    first, second = marker.mark("jam malam"), marker.take()
    marker.begin(Link("#y", "Lain"))
    third, fourth = marker.mark("jam malam"), marker.take()

    assert "<button" in first
    assert second.count("<span popover") == 1
    assert "<button" in third
    assert fourth == ""
    assert [link.text for link in marker.uses["t0"]] == ["Bagian", "Lain"]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        pytest.param("Satu *dua*", "<p>Satu <em>dua</em></p>", id="emphasis"),
        pytest.param("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>", id="raw HTML"),
        pytest.param("# Judul", "<h4>Judul</h4>", id="heading"),
        pytest.param("[x](#who)", '<p><a href="#who">x</a></p>', id="fragment"),
        pytest.param("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>", id="script"),
        pytest.param("[x](page.html)", "<p>[x](page.html)</p>", id="no address"),
        pytest.param("[x](//evil.example)", "<p>[x](//evil.example)</p>", id="no scheme"),
        pytest.param(
            "[NATO](https://a.example)",
            '<p><a href="https://a.example">NATO</a></p>',
            id="term in link",
        ),
        pytest.param("`NATO`", "<p><code>NATO</code></p>", id="term in code"),
        pytest.param("**NATO**", "<p><strong>[NATO]</strong></p>", id="term in emphasis"),
    ],
)
def test_markdown_is_safe_and_marks_terms(markdown: str, expected: str) -> None:
    assert shown(render_markdown(markdown, marker_of("NATO"))).strip() == expected


def test_plain_text_is_the_words_alone() -> None:
    assert plain_text("**NATO**-nya\nbaik.\n\n- [satu](#x)") == "NATO-nya baik. satu"
