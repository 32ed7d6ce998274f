"""Text as compared: marks, spaces and line breaks aside, every letter traced to its place."""

import functools
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

DROPPED = frozenset('"“”„‟«»\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f')
"""Double quotation marks, and characters that nobody sees."""
SINGLE_MARKS = frozenset("'‘’‚‛‹›ʼ`´")
SAME = {"‐": "-", "‑": "-", "–": "—", "―": "—", "…": "..."}


@dataclass(frozen=True, slots=True)
class NormalText:
    """Text without marks, and for each of its code points the offset it came from."""

    text: str
    offsets: Sequence[int]


@functools.lru_cache(maxsize=256)
def normalise(text: str) -> NormalText:
    """Return text as it is compared, one space for any run of them, composed as in NFC.

    An apostrophe inside a word stays (“don't”), however it is written; a single mark
    anywhere else is a quotation mark and goes.
    """
    composed = unicodedata.is_normalized("NFC", text)
    letters: list[str] = []
    offsets = array("L")
    at = 0
    while at < len(text):
        end = at + 1
        if not composed:
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
        piece = text[at:end]
        if piece.isspace():
            piece = " " if letters and letters[-1] != " " else ""
        elif piece in DROPPED:
            piece = ""
        elif piece in SINGLE_MARKS:
            inside = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[end].isalnum()
            piece = "'" if inside else ""
        elif not composed:
            piece = unicodedata.normalize("NFC", piece)
        else:
            piece = SAME.get(piece, piece)
        letters.extend(piece)
        offsets.extend([at] * len(piece))
        at = end
    return NormalText("".join(letters), offsets)
