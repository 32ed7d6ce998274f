"""Claims in the text of an article: nested, crossing, split, and never changing a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from jelaskan.model.article import Article, Mention
from jelaskan.model.statements import Furniture
from jelaskan.render.marks import Claimed, Stripe, find_stripes, mark_passage

TEXT = "satu dua tiga empat lima"


def marked(*spans: tuple[str, str], text: str = TEXT) -> str:
    """Return a text with claims a, b, … on these words; marks are written {a …}."""
    article = Article(slug="a", language="id", path="a.txt", text=text)
    claims = [
        Claimed(Mention(text.index(words), words), name, number, "direct", first=True)
        for number, (name, words) in enumerate(spans, 1)
    ]
    html = mark_passage(article, Stripe(0, len(text)), claims, None)
    html = Markup(re.sub(r'<mark id="in-(\w)" class="direct">', r"{\1 ", html))
    html = Markup(re.sub(r'<mark class="direct more">', "{+ ", html))
    return re.sub(r'<a href="#(\w)" aria-label="\d+"></a></mark>', r" \1}", html)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], "satu dua tiga empat lima", id="none"),
        pytest.param([("a", "dua")], "satu {a dua a} tiga empat lima", id="one"),
        pytest.param(
            [("a", "dua tiga empat"), ("b", "tiga")],
            "satu {a dua {b tiga b} empat a} lima",
            id="one inside another",
        ),
        pytest.param(
            [("a", "satu dua tiga"), ("b", "tiga empat")],
            "{a satu dua {b tiga b} a}{+  empat b} lima",
            id="crossing",
        ),
        pytest.param(
            [("a", "dua"), ("b", "dua")], "satu {a {b dua b} a} tiga empat lima", id="same words"
        ),
        pytest.param(
            [("a", "dua"), ("b", " tiga")], "satu {a dua a}{b  tiga b} empat lima", id="touching"
        ),
    ],
)
def test_claims_nest_and_are_split_where_they_cross(
    spans: list[tuple[str, str]], expected: str
) -> None:
    assert marked(*spans) == expected


@given(st.lists(st.tuples(st.integers(0, 23), st.integers(1, 24)), max_size=8))
def test_no_word_is_lost_and_every_claim_is_marked_once(ends: list[tuple[int, int]]) -> None:
    article = Article(slug="a", language="id", path="a.txt", text=TEXT)
    claims = [
        Claimed(article.mention(start, end), f"c{number}", number, "figure", first=True)
        for number, (start, end) in enumerate(ends)
        if start < end
    ]
    html = mark_passage(article, Stripe(0, len(TEXT)), claims, None)

    assert Markup(html).striptags() == TEXT
    assert html.count("<mark") == html.count("</mark>")
    for claimed in claims:
        assert html.count(f'id="in-{claimed.anchor}"') == 1
        assert f'href="#{claimed.anchor}"' in html


def test_a_claim_goes_on_in_the_next_paragraph_without_a_second_id() -> None:
    text = "Satu dua.\nTiga empat."
    article = Article(slug="a", language="id", path="a.txt", text=text)
    claim = Claimed(article.mention(5, 14), "c", 1, "direct", first=True)
    first, second = [
        mark_passage(article, stripe, [claim], None) for stripe in find_stripes(text, ())
    ]

    assert 'id="in-c"' in first
    assert second.startswith('<mark class="direct more">Tiga')


@pytest.mark.parametrize(
    ("text", "furniture", "expected"),
    [
        pytest.param("Satu.\n\nDua.\n", [], ["Satu.", "Dua."], id="lines"),
        pytest.param("Satu untuk\nmelindungi.", [], ["Satu untuk\nmelindungi."], id="lower case"),
        pytest.param("“Satu”\n, katanya.", [], ["“Satu”\n, katanya."], id="comma"),
        pytest.param("Satu. IKLANDua.", ["IKLAN"], ["Satu.", "[IKLAN]", "Dua."], id="glued"),
        pytest.param("IKLAN\nSatu.", ["IKLAN"], ["[IKLAN]", "Satu."], id="line of its own"),
        pytest.param("واحد\nاثنان", [], ["واحد", "اثنان"], id="letters without case"),
    ],
)
def test_paragraphs_end_where_sentences_do(
    text: str, furniture: list[str], expected: list[str]
) -> None:
    pieces = [Furniture(Mention(text.index(words), words), "teaser", "rule") for words in furniture]
    stripes = [
        f"[{text[each.start : each.end]}]" if each.furniture else text[each.start : each.end]
        for each in find_stripes(text, pieces)
    ]

    assert stripes == expected
