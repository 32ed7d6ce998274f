"""Text as compared: marks, spaces and line breaks aside, every letter traced to its place."""

import functools
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
"""Characters that nobody sees."""
DROPPED = frozenset('"“”„‟«»') | UNSEEN
"""These, and double quotation marks."""
SINGLE_MARKS = frozenset("'‘’‚‛‹›ʼ`´")
SAME = {"‐": "-", "‑": "-", "–": "—", "―": "—", "…": "..."}

_FIRST_JOINING = "\u0300"
"""No character before this one is composed with what stands in front of it."""


@dataclass(frozen=True, slots=True)
class NormalText:
    """Text without marks, and for each of its code points where it came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    """Behind the last code point of a letter: “é” may be two."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of it stands in the text that it was made from."""
        return self.starts[start], self.ends[end - 1]


@functools.lru_cache(maxsize=256)
def normalise(text: str) -> NormalText:
    """Return text as it is compared, one space for any run of them, composed as in NFC.

    An apostrophe inside a word stays (“don’t”), however it is written; a single mark
    anywhere else is a quotation mark and goes.
    """
    composed, starts, ends = _compose(text)
    letters: list[str] = []
    begins, stops = array("L"), array("L")
    for at, piece in enumerate(composed):
        if piece.isspace():
            piece = " " if letters and letters[-1] != " " else ""
        elif piece in DROPPED:
            piece = ""
        elif piece in SINGLE_MARKS:
            is_inside = before(composed, at).isalnum() and after(composed, at).isalnum()
            piece = "'" if is_inside else ""
        else:
            piece = SAME.get(piece, piece)
        letters.extend(piece)
        begins.extend([starts[at]] * len(piece))
        stops.extend([ends[at]] * len(piece))
    return NormalText("".join(letters), begins, stops)


def before(text: str, at: int) -> str:
    """Return the character before an offset, accents that stand alone aside, or nothing."""
    at -= 1
    while at >= 0 and _is_aside(text[at]):
        at -= 1
    return text[at] if at >= 0 else ""


def after(text: str, at: int) -> str:
    """Return the character that follows the one at an offset, or nothing."""
    at += 1
    while at < len(text) and _is_aside(text[at]):
        at += 1
    return text[at : at + 1]


def is_accent(letter: str) -> bool:
    """Return whether a code point belongs to the letter before it."""
    return letter >= _FIRST_JOINING and unicodedata.category(letter)[0] == "M"


def _is_aside(letter: str) -> bool:
    return letter in UNSEEN or is_accent(letter)


def _compose(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return text in NFC, and for each of its code points where it starts and ends in the text."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text)), range(1, len(text) + 1)
    letters: list[str] = []
    starts, ends = array("L"), array("L")
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and _joins(text, at, end):
            end += 1
        written, composed = text[at:end], unicodedata.normalize("NFC", text[at:end])
        if written == composed:
            starts.extend(range(at, end))
            ends.extend(range(at + 1, end + 1))
        else:
            starts.extend([at] * len(composed))
            ends.extend([end] * len(composed))
        letters.append(composed)
        at = end
    return "".join(letters), starts, ends


def _joins(text: str, start: int, at: int) -> bool:
    """Return whether a code point is composed with those from `start` on, or changes their order.

    Most that do are accents; of others, as the parts of Korean syllables, only trying tells.
    """
    letter = text[at]
    if letter < _FIRST_JOINING:
        return False
    if unicodedata.combining(letter):
        return True
    parts = [unicodedata.normalize("NFC", part) for part in (text[start:at], letter)]
    return unicodedata.normalize("NFC", text[start : at + 1]) != "".join(parts)
