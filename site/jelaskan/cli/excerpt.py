"""A line of a file as a terminal shows it, and where in it a problem stands."""

import unicodedata
from typing import NamedTuple

WIDTH = 100
"""How many cells of a line are shown; of a longer one those around the place."""

TAB = 4
CUT = "…"


class Excerpt(NamedTuple):
    """A line, or a part of it, and the number of cells before the place."""

    text: str
    before: int


def excerpt(line: str, column: int, width: int = WIDTH) -> Excerpt:
    """Return a line with nothing in it that a terminal obeys, cut around a column.

    `column` counts code points from 1, and may be one behind the end. Wide letters take two
    cells, marks above a letter none, and a tab goes on to the next stop.
    """
    cells = _cells(line.rstrip())
    at = min(column - 1, len(cells))
    widths = [size for _, size in cells]
    if sum(widths) <= width:
        return Excerpt("".join(text for text, _ in cells), sum(widths[:at]))
    start = at
    room = max(width // 3, width - 2 * len(CUT) - sum(widths[at:]))
    while start > 0 and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    while 0 < start < at and widths[start] == 0:
        start += 1
    end, room = start, width - 2 * len(CUT)
    while end < len(cells) and widths[end] <= room:
        room -= widths[end]
        end += 1
    shown = "".join(text for text, _ in cells[start:end])
    front = CUT if start else ""
    back = CUT if end < len(cells) else ""
    return Excerpt(f"{front}{shown}{back}", len(front) + sum(widths[start:at]))


def printable(text: str) -> str:
    """Return a text without characters that a terminal obeys; line breaks and tabs stay."""
    return "".join(letter if letter in "\n\t" else _visible(letter) for letter in text)


def _cells(line: str) -> list[tuple[str, int]]:
    """Return what is shown for each code point, and how many cells it takes."""
    cells = []
    used = 0
    for letter in line:
        if letter == "\t":
            size = TAB - used % TAB
            shown = " " * size
        else:
            shown = _visible(letter)
            size = _width(shown)
        cells.append((shown, size))
        used += size
    return cells


def _visible(letter: str) -> str:
    """Return a letter, or “�” for one that a terminal obeys: an escape, a change of direction."""
    kind = unicodedata.category(letter)
    obeyed = kind in ("Cc", "Zl", "Zp", "Cs") or (
        kind == "Cf" and letter not in "\u200c\u200d\u00ad"
    )
    return "\ufffd" if obeyed else letter


def _width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
