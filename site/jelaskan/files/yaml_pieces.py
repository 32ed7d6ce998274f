"""What can still be read of a YAML file that is broken somewhere: piece by piece."""

import bisect
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from jelaskan.files.yaml_reader import LINE_END, YamlFile, parse_yaml
from jelaskan.model.explainer import Key
from jelaskan.problems import Problem

_BEGINS = re.compile(r"(?!- |-$|#|\s)")
"""A line that begins a key of the file, if it can be read; a list may stand in the same column."""
_NAME = re.compile(r"\w+")
_ITEM = re.compile(r"( *)- ")


class _Piece(NamedTuple):
    """Lines that belong together: a key of the file with all below it, or an item of its list."""

    key: str
    first: int
    """Its first line, from 0."""
    end: int


def parse_pieces(text: str, path: str) -> tuple[YamlFile | None, tuple[Problem, ...]]:
    """Return what YAML text says, broken keys and items left out, and every problem of its form.

    A quotation mark that is never closed would otherwise end at the next one, and the fault be
    told there; in a piece of its own it is told where it is.
    """
    whole, problems = parse_yaml(text, path)
    if whole is not None:
        return whole, problems
    lines = split_lines(text)
    pieces = list(_find_keys(lines))
    broken = [
        (part, faults)
        for piece in pieces
        if (whole_faults := _faults(lines, piece, path))
        for part, faults in _find_broken(lines, piece, path) or [(piece, whole_faults)]
    ]
    if not broken:
        # Each piece can be read alone, and yet not below the others.
        line = problems[0].position.line - 1
        broken = [(piece, problems) for piece in pieces if piece.first <= line < piece.end]
    torn = [item for piece, _ in broken for item in _find_torn(lines, pieces, piece)]
    for piece in (*torn, *(piece for piece, _ in broken)):
        lines[piece.first : piece.end] = ["\n"] * (piece.end - piece.first)
    rest, more = parse_yaml("".join(lines), path)
    if rest is None or not isinstance(rest.value, dict):
        return None, problems
    found = {problem for _, faults in broken for problem in faults}
    left_out: frozenset[Key] = frozenset((piece.key,) for piece in (*torn, *dict(broken)))
    return replace(rest, left_out=left_out | rest.left_out), tuple(sorted({*found, *more}))


def _find_broken(
    lines: list[str], piece: _Piece, path: str
) -> list[tuple[_Piece, tuple[Problem, ...]]]:
    """Return the items below a key that cannot be read alone, each with its problems."""
    items = [(item, _faults(lines, item, path, below=True)) for item in _find_items(lines, piece)]
    return [(item, faults) for item, faults in items if faults]


def _find_torn(lines: list[str], pieces: list[_Piece], broken: _Piece) -> Iterator[_Piece]:
    """Yield the item or key above a broken line in the first column that is no key.

    It goes on below that line: what it seems to lack stands there.
    """
    number = bisect.bisect_left(pieces, broken.first, key=lambda piece: piece.first)
    is_piece = number < len(pieces) and pieces[number] == broken
    if is_piece and number > 0 and ":" not in lines[broken.first]:
        above = pieces[number - 1]
        yield (_find_items(lines, above) or [above])[-1]


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, each with its end."""
    ends = [0, *(end.end() for end in LINE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(ends) if end > start]


def _find_keys(lines: list[str]) -> Iterator[_Piece]:
    """Yield the keys of the file's mapping, each with the lines below it."""
    begins = [number for number, line in enumerate(lines) if _BEGINS.match(line)]
    for first, end in itertools.pairwise([*begins, len(lines)]):
        name = _NAME.search(lines[first])
        yield _Piece(name[0] if name else "", first, end)


def _find_items(lines: list[str], piece: _Piece) -> list[_Piece]:
    """Return the items of the list that stands below a key."""
    numbers = range(piece.first + 1, piece.end)
    indents = {number: len(match[1]) for number in numbers if (match := _ITEM.match(lines[number]))}
    least = min(indents.values(), default=0)
    begins = [number for number, indent in indents.items() if indent == least]
    return [
        _Piece(piece.key, first, end) for first, end in itertools.pairwise([*begins, piece.end])
    ]


def _faults(
    lines: list[str], piece: _Piece, path: str, *, below: bool = False
) -> tuple[Problem, ...]:
    """Return what keeps a piece from being read alone; nothing if it can be."""
    text = "".join(lines[piece.first : piece.end])
    if below:
        yaml_file, problems = parse_yaml(f"x:\n{text}", path, first_line=piece.first)
    else:
        yaml_file, problems = parse_yaml(text, path, first_line=piece.first + 1)
    return () if yaml_file is not None else problems
