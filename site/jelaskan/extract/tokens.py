"""Words and marks of a stretch of text, for finders that read from one to the next."""

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

WORD = re.compile(
    r"[1-9]\d{0,2}(?:[\xa0\u2009\u202f]\d{3}){1,4}(?!\d)|\d{1,30}(?:[.,]\d{1,30}){0,10}"
    r"|[^\W\d_]{1,60}(?:[-'’][^\W\d_]{1,60}){0,4}|\S"
)
LETTERS = re.compile(r"[^\W\d_]+")
PIECE = re.compile(r"-|[^-]+")


class Word(NamedTuple):
    """A word, a number in digits, or a mark."""

    text: str
    lower: str
    start: int
    """Offset into `Article.text`, in code points."""
    end: int

    @property
    def is_number(self) -> bool:
        """Return whether it is written in digits."""
        return self.text[0].isdecimal()


@functools.lru_cache(maxsize=1024)
def letters_of(text: str, start: int, end: int) -> frozenset[str]:
    """Return the words between two offsets in lower case, parted at all that is no letter.

    Kept for a while, as several finders ask whether a sentence concerns them.
    """
    return frozenset(LETTERS.findall(text[start:end].lower()))


@functools.lru_cache(maxsize=256)
def find_words(text: str, start: int, end: int, parted: frozenset[str]) -> tuple[Word, ...]:
    """Return the words, numbers and marks between two offsets.

    A compound is one word, but for those whose first part is in `parted`: twenty-four.
    Kept for a while, as several finders read the same sentence.
    """
    words: list[Word] = []
    for found in WORD.finditer(text, start, end):
        word = found.group()
        at, after = found.span()
        if "-" in word and len(word) > 1 and word[: word.index("-")].lower() in parted:
            for piece in PIECE.finditer(word):
                part = piece.group()
                first = at + piece.start()
                words.append(Word(part, part.lower(), first, first + len(part)))
        else:
            words.append(Word(word, word.lower(), at, after))
    return tuple(words)


def forget_words() -> None:
    """Drop what is kept of a text: nobody asks for its words again."""
    letters_of.cache_clear()
    find_words.cache_clear()


def join_words(words: Sequence[Word]) -> str:
    """Return words as they are written, every gap one space."""
    joined = ""
    for number, word in enumerate(words):
        gap = number > 0 and words[number - 1].end < word.start
        joined += (" " if gap else "") + word.text
    return joined
