"""Where the text of an article stands in a file that writes it otherwise."""

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """The pieces of a text, and the lines of what stands in the file behind its head fields.

    Offsets count code points, those of the file from the end of the head.
    """

    pieces: tuple[tuple[int, int], ...]
    """Offsets in the text, in order, and in the file: from there on both go on alike."""
    lines: tuple[int, ...]
    """The offset of each line of the file."""
    is_exact: bool
    """Whether every letter of the text is a letter of the file."""

    def offset(self, offset: int) -> int:
        """Return where a code point of the text stands in the file."""
        number = bisect.bisect_right(self.pieces, offset, key=_first) - 1
        if number < 0:
            return self.pieces[0][1] if self.pieces else 0
        start, there = self.pieces[number]
        return there + offset - start

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text begins and ends in the file."""
        return self.offset(start), self.offset(end - 1) + 1 if end > start else self.offset(start)


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset of each line."""
    return 0, *(match.end() for match in re.finditer("\n", text))


def join_pieces(offsets: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return the pieces of a text from the offset of each of its code points."""
    firsts = [0] if offsets else []
    for number, (one, other) in enumerate(itertools.pairwise(offsets), 1):
        if other != one + 1:
            firsts.append(number)
    return tuple((first, offsets[first]) for first in firsts)


def _first(piece: tuple[int, int]) -> int:
    return piece[0]
