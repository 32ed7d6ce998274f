"""What can still be read of a YAML file that is broken somewhere: piece by piece."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from jelaskan.files.yaml_reader import LINE_END, YamlFile, parse_yaml
from jelaskan.model.explainer import Key
from jelaskan.problems import Problem

_KEY = re.compile(
    r"""(?:"([^"]{1,80})"|'([^']{1,80})'|([^\s#\-?:,\[\]{}&*!|>'"%@`][^:]{0,80})):(?:\s|$)"""
)
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
    found: list[Problem] = []
    left_out: set[Key] = set()
    for piece in _find_keys(lines):
        faults = _faults(lines, piece, path)
        if not faults:
            continue
        left_out.add((piece.key,))
        items = list(_find_items(lines, piece))
        by_item = [(item, _faults(lines, item, path, below=piece.key)) for item in items]
        broken = [(item, of_item) for item, of_item in by_item if of_item]
        for item, of_item in broken or [(piece, faults)]:
            found += of_item
            for number in range(item.first, item.end):
                lines[number] = "\n"
    if not found:
        return None, problems
    rest, more = parse_yaml("".join(lines), path)
    if rest is None:
        return None, problems
    return replace(rest, left_out=frozenset(left_out)), tuple(sorted({*found, *more}))


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, each with its end."""
    ends = [0, *(end.end() for end in LINE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(ends) if end > start]


def _find_keys(lines: list[str]) -> Iterator[_Piece]:
    """Yield the keys of the file's mapping, each with the lines below it."""
    keys = {number: match for number, line in enumerate(lines) if (match := _KEY.match(line))}
    for first, end in itertools.pairwise([*keys, len(lines)]):
        yield _Piece(next(filter(None, keys[first].groups())), first, end)


def _find_items(lines: list[str], piece: _Piece) -> Iterator[_Piece]:
    """Yield the items of the list that stands below a key."""
    numbers = range(piece.first + 1, piece.end)
    indents = {number: len(match[1]) for number in numbers if (match := _ITEM.match(lines[number]))}
    least = min(indents.values(), default=0)
    begins = [number for number, indent in indents.items() if indent == least]
    for first, end in itertools.pairwise([*begins, piece.end]):
        yield _Piece(piece.key, first, end)


def _faults(lines: list[str], piece: _Piece, path: str, *, below: str = "") -> tuple[Problem, ...]:
    """Return what keeps a piece from being read alone; nothing if it can be."""
    text = "".join(lines[piece.first : piece.end])
    if below:
        yaml_file, problems = parse_yaml(f"x:\n{text}", path, first_line=piece.first)
    else:
        yaml_file, problems = parse_yaml(text, path, first_line=piece.first + 1)
    return () if yaml_file is not None else problems
