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


ENGLISH = Article(
    "rent",
    "en",
    "The council of Port Alder agreed on Thursday, after months of talks, to cap what landlords may "
    "ask.\n\n“We will look at the rents again in two years,” said Mayor Nadia Brennan. At least 300 "
    "flats stand empty near the harbour, according to the housing office.\n",
    "seeds/rent.txt",
)


@pytest.mark.parametrize(
    ("article", "text", "expected"),
    [
        pytest.param(
            ENGLISH,
            "We will look at all rents again in four years",
            "We will look at the rents again in two years",
            id="English, two words exchanged",
        ),
        pytest.param(ENGLISH, "At least 400 flats", "At least 300 flats", id="English, a number"),
        pytest.param(ENGLISH, "Maior Nadja Brenan", "Mayor Nadia Brennan", id="English, misspelt"),
        pytest.param(
            ARTICLE,
            "Kami tak akan menunggu musim pasang berikut",
            "Kami tidak akan menunggu air pasang berikutnya",
            id="Indonesian, three words exchanged",
        ),
        pytest.param(ARTICLE, "15 persen", "12 persen", id="Indonesian, a number"),
        pytest.param(ARTICLE, "Wenning Larasti", "Wening Larasati", id="Indonesian, misspelt"),
    ],
)
def test_words_that_an_editor_may_have_meant_are_near(
    article: Article, text: str, expected: str
) -> None:
    assert nearest(text, article) == expected


@pytest.mark.parametrize(
    ("article", "text"),
    [
        pytest.param(
            ENGLISH,
            "You cannot rent a flat in this town on the wages that the shipyard pays",
            id="English, a sentence",
        ),
        pytest.param(
            ENGLISH,
            "he had seen nobody at the door, and that his wife was asleep",
            id="English, reported",
        ),
        pytest.param(ENGLISH, "a bus line to the hospital", id="English, a few words"),
        pytest.param(ENGLISH, "$2.4 million", id="English, a sum"),
        pytest.param(
            ARTICLE,
            "Anak-anak berangkat ke sekolah dengan perahu sejak jembatan itu roboh",
            id="Indonesian, a sentence",
        ),
        pytest.param(
            ARTICLE,
            "pemerintah tidak pernah berjanji akan membeli sawah mereka",
            id="Indonesian, reported",
        ),
        pytest.param(ARTICLE, "harga beras di pasar induk", id="Indonesian, a few words"),
        pytest.param(ARTICLE, "300 hektare", id="Indonesian, an area"),
    ],
)
def test_words_on_another_matter_are_not_near(article: Article, text: str) -> None:
    """They share no more than the small words of their language."""
    assert nearest(text, article) is None


def test_a_claim_longer_than_the_article_is_near_to_all_of_it() -> None:
    article = Article("harga", "id", "Harga akan turun.", "seeds/harga.txt")

    assert nearest("Harga akan turun besok di pasar", article) == "Harga akan turun"


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

    assert nearest("a" * 100_000, article) is None
    assert nearest("jauh lebih mahal", article) == "jauh lebih murah"
