"""Where the words of a claim stand in an article."""

import pytest

from jelaskan.model.article import Article
from jelaskan.proof.passages import find_passages


def found(text: str, words: str, near: str | None = None) -> list[tuple[int, ...]]:
    article = Article("a", "en", text, "seeds/a.txt")
    return [
        tuple(mention.start for mention in passage.mentions)
        for passage in find_passages(article, words, near)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("x “The dam holds,” she said", "The dam holds", id="marks and a comma"),
        pytest.param('x "The dam holds."', "The dam holds.", id="straight marks"),
        pytest.param("x The  dam\nholds", "The dam holds", id="spaces and line breaks"),
        pytest.param("x The dam ‘holds’", "The “dam” holds", id="marks within"),
        pytest.param("x the damHolds", "the dam", id="words that scraping has glued"),
    ],
)
def test_marks_and_spaces_do_not_count(text: str, words: str) -> None:
    assert found(text, words) == [(text.index("The") if "The" in text else 2,)]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("the dam hold", id="a word cut short"),
        pytest.param("he dam holds", id="a word cut at its beginning"),
        pytest.param("The dam holds", id="another letter"),
        pytest.param("the dam […] river", id="a piece that is not there"),
        pytest.param("holds […] the dam", id="pieces in another order"),
        pytest.param("…", id="no words"),
        pytest.param("[…]", id="no pieces"),
    ],
)
def test_every_letter_counts(words: str) -> None:
    assert found("and the dam holds", words) == []


def test_a_number_is_not_cut_out_of_a_longer_one() -> None:
    assert found("it cost 12,5 and 2.512", "12") == []
    assert found("it cost 12,5 and 2.512", "12,5") == [(8,)]


def test_words_that_stand_twice_are_told_apart_by_words_beside_them() -> None:
    text = "“We wait,” said Ann. Later she said: “We wait.”"

    assert found(text, "We wait") == [(1,), (38,)]
    assert found(text, "We wait", "said Ann") == [(1,)]
    assert found(text, "We wait", "Later she") == [(38,)]
    assert found(text, "We wait", "said Bob") == []


def test_of_two_beginnings_before_one_second_piece_the_later_counts() -> None:
    text = "We wait for rain. “We,” Ann said, “hope.”"

    assert found(text, "We […] hope") == [(19, 35)]
