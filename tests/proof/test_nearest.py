"""The words of an article that come nearest to words that do not stand there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embankment import ARTICLE, TEXT
from jelaskan.model.article import Article
from jelaskan.proof.nearest import find_nearest


def nearest(text: str, *articles: Article) -> str | None:
    passage = find_nearest(text, articles or (ARTICLE,))
    return None if passage is None else passage.mentions[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("jauh lebih mahal", "jauh lebih murah", id="a word exchanged"),
        pytest.param("Warga terlalu cemas", "Warga sudah terlalu lama cemas", id="words left out"),
        pytest.param("pekerjaan besar itu", "pekerjaan itu", id="a word too many"),
        pytest.param("arga sudah terlalu lam", "Warga sudah terlalu lama", id="words cut in two"),
        pytest.param("zzzz qqqq xxxx", None, id="nothing like it"),
        pytest.param("", None, id="no words"),
        pytest.param("…", None, id="no letters"),
    ],
)
def test_the_nearest_words_are_whole_words(text: str, expected: str | None) -> None:
    assert nearest(text) == expected


def test_a_claim_longer_than_the_article_is_near_to_all_of_it() -> None:
    article = Article("harga", "id", "Harga akan turun.", "seeds/harga.txt")

    assert nearest("Harga akan turun besok sekali lagi di pasar", article) == "Harga akan turun"


def test_of_several_articles_the_nearest_counts() -> None:
    other = Article("murah", "id", "Itu jauh lebih mahal.", "seeds/murah.txt")
    passage = find_nearest("jauh lebih mahal itu", (ARTICLE, other))

    assert passage is not None
    assert passage.article is other


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_has_a_passage_of_the_article_or_none(claim: str, text: str) -> None:
    article = Article("a", "id", text, "seeds/a.txt")
    passage = find_nearest(claim, (article,))

    if passage is not None:
        (mention,) = passage.mentions
        assert mention.text
        assert text[mention.start : mention.end] == mention.text


def test_a_long_claim_and_a_long_article_take_no_long_time() -> None:
    """One letter many times over is the worst case of many matchers."""
    article = Article("a", "id", "a " * 50_000 + TEXT, "seeds/a.txt")

    assert nearest("a" * 100_000, article)
    assert nearest("jauh lebih mahal", article) == "jauh lebih murah"
