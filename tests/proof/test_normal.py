"""Text as compared, and where each of its letters stands in the text that it was made from."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jelaskan.model.article import Article
from jelaskan.proof.normal import normalise
from jelaskan.proof.passages import find_passages

Form = Literal["NFC", "NFD"]
FORMS: st.SearchStrategy[Form] = st.sampled_from(("NFC", "NFD"))
LETTERS = ["a", "b", "é", "ȩ́", "x̂", "ž", "ệ", "각", "ঘো", "й", "é’a", "x̂'b"]
"""As NFC has them; some have no form in one code point, some are composed of more than accents."""
WORDS = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=4).map("".join)


@given(st.text(max_size=60))
def test_both_forms_of_a_text_are_compared_alike(text: str) -> None:
    composed = normalise(unicodedata.normalize("NFC", text))
    decomposed = normalise(unicodedata.normalize("NFD", text))

    assert composed.text == decomposed.text


@given(st.text(max_size=60))
def test_every_letter_is_traced_to_its_place(text: str) -> None:
    normal = normalise(text)

    assert len(normal.starts) == len(normal.ends) == len(normal.text)
    assert list(normal.starts) == sorted(normal.starts)
    for number, letter in enumerate(normal.text):
        start, end = normal.span(number, number + 1)
        own = unicodedata.normalize("NFC", text[start:end])
        assert letter in own or letter in " '-—."


@given(st.lists(WORDS, min_size=1, max_size=8), st.data())
def test_words_are_found_in_either_form_at_their_place(
    words: list[str], data: st.DataObject
) -> None:
    """Offsets count the code points of the article as it is given."""
    form, other = data.draw(FORMS), data.draw(FORMS)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = unicodedata.normalize(form, f"“{' '.join(words)} – yes”")
    start = len(unicodedata.normalize(form, "“" + "".join(f"{word} " for word in words[:first])))
    chosen = " ".join(words[first : last + 1])

    found = find_passages(
        Article("a", "en", text, "seeds/a.txt"), unicodedata.normalize(other, chosen)
    )

    end = start + len(unicodedata.normalize(form, chosen))
    spans = [(passage.mentions[0].start, passage.mentions[0].end) for passage in found]
    assert (start, end) in spans
    assert {normalise(text[slice(*span)]).text for span in spans} == {normalise(chosen).text}


def found(text: str, words: str) -> list[str]:
    return [
        passage.mentions[0].text
        for passage in find_passages(Article("a", "en", text, "seeds/a.txt"), words)
    ]


def test_one_decomposed_letter_changes_nothing_for_the_rest() -> None:
    text = "“We are… ready – always,” said Jose\u0301, at 10:00‑11:00."

    assert found(text, "We are... ready — always") == ["We are… ready – always"]
    assert found(text, "10:00-11:00") == ["10:00‑11:00"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("by Jose\u0301's hat", "José’s hat", "Jose\u0301's hat", id="decomposed"),
        pytest.param("by Max\u0302's hat", "Max\u0302’s", "Max\u0302's", id="never composed"),
        pytest.param("he don\u00ad't go", "don’t", "don\u00ad't", id="a soft hyphen"),
    ],
)
def test_an_apostrophe_behind_an_accent_is_one(text: str, words: str, expected: str) -> None:
    assert found(text, words) == [expected]


def test_an_accent_belongs_to_its_letter() -> None:
    assert found("resume\u0301 of Jose\u0301", "resume") == []
    assert found("of Max\u0302y", "y") == []
    assert found("of Max\u0302y", "Max") == []
