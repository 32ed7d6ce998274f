"""Change one thing in YAML text, and leave every other letter as an editor wrote it."""

import copy
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from jelaskan.files.yaml_pieces import parse_pieces, split_lines
from jelaskan.files.yaml_reader import YamlFile, parse_yaml
from jelaskan.problems import Arrange, Cure, Rename, Way, Write

_BESIDE = re.compile(r"\s*(?:#|$)")
_DASH = re.compile(r" *- +$")
_COMMENT = re.compile(r" *#")


def edit(text: str, path: str, cure: Cure) -> str | None:
    """Return the text with a cure done, or nothing where it cannot be done to the letter.

    The result is read again: it says what it said before but for the cure, with the same faults.
    """
    yaml_file, problems = parse_pieces(text, path)
    if yaml_file is None:
        return None
    expected = copy.deepcopy(yaml_file.value)
    if isinstance(cure, Write) and cure.way[-1] == 0 and cure.way not in yaml_file.places:
        cure = replace(cure, way=cure.way[:-1])  # a text alone, where a list of one may stand
    try:
        _apply(expected, cure)
        lines = split_lines(text)
        if isinstance(cure, Write):
            _write(lines, yaml_file, cure)
        elif isinstance(cure, Rename):
            _replace(lines, yaml_file.keys[cure.way], str(cure.way[-1]), cure.name)
        else:
            lines = _arrange(lines, yaml_file, cure)
    except (KeyError, IndexError, TypeError, _FormError):
        return None  # what the cure is for stands there no more, or in a form that is not known
    edited = "".join(lines)
    again, faults = parse_pieces(edited, path)
    if again is None or not _is_same(again.value, expected) or len(faults) > len(problems):
        return None
    return edited


class _FormError(Exception):
    """A value is written in a way that cannot be changed in its place."""


def _is_same(value: Any, other: Any) -> bool:
    """Return whether two values are the same, keys in their order."""
    return repr(value) == repr(other)


def _apply(value: Any, cure: Cure) -> None:
    """Do to a value what a cure does to its text."""
    *outer, last = cure.way
    for step in outer:
        value = value[step]
    if isinstance(cure, Arrange):
        value[last] = [value[last][number] for number in cure.order]
    elif isinstance(cure, Rename):
        for key in list(value):
            value[cure.name if key == last else key] = value.pop(key)
    elif isinstance(value, dict) and last not in value:
        for key in list(value):
            value[key] = value.pop(key)
            if key == cure.behind:
                value[last] = _read(cure.text)
    else:
        value[last] = _read(cure.text)


def _read(text: str) -> Any:
    yaml_file, _ = parse_yaml(f"x: {text}", "")
    assert yaml_file is not None
    return yaml_file.value["x"]


def _write(lines: list[str], yaml_file: YamlFile, cure: Write) -> None:
    """Write a value in place of the one that is there, or behind that of another key."""
    if cure.way in yaml_file.places:
        old = _find(yaml_file, cure.way)
        _replace(lines, yaml_file.places[cure.way], old, cure.text)
        return
    *outer, name = cure.way
    way = (*outer, cure.behind)
    number, column = yaml_file.places[way]
    line = lines[number - 1]
    end = column - 1 + len(_written(line[column - 1 :], _find(yaml_file, way)))
    rest = line[end:]
    entry = f"{name}: {cure.text}"
    if _BESIDE.match(rest):
        indent = " " * (yaml_file.keys[way][1] - 1)
        line_end = _line_end(line) or _line_end(lines[0]) or "\n"
        lines[number - 1] = f"{line.rstrip()}{line_end}{indent}{entry}{line_end}"
    else:
        lines[number - 1] = f"{line[:end]}, {entry}{rest}"


def _find(yaml_file: YamlFile, way: Way) -> str:
    value = yaml_file.value
    for step in way:
        value = value[step]
    return str(value)


def _replace(lines: list[str], place: tuple[int, int], old: str, new: str) -> None:
    """Exchange a key or a value on one line; quotation marks around it stay."""
    number, at = place[0] - 1, place[1] - 1
    line = lines[number]
    written = _written(line[at:], old)
    lines[number] = line[:at] + written.replace(old, new) + line[at + len(written) :]


def _written(text: str, value: str) -> str:
    """Return how a value is written at the beginning of a text."""
    for mark in ("", "'", '"'):
        if value and text.startswith(f"{mark}{value}{mark}"):
            return f"{mark}{value}{mark}"
    raise _FormError


def _arrange(lines: list[str], yaml_file: YamlFile, cure: Arrange) -> list[str]:
    """Put the items of a list in order, each with the comments above it.

    Blank lines between items stay where they are.
    """
    places = [yaml_file.places[(*cure.way, number)] for number in range(len(cure.order))]
    starts = [line - 1 for line, _ in places]
    before = [lines[line - 1][: column - 1] for line, column in places]
    if not all(map(_DASH.match, before)):
        raise _FormError
    dash = before[0].index("-")
    if not lines[-1].endswith(("\n", "\r")):
        lines = [*lines[:-1], f"{lines[-1]}{_line_end(lines[0])}"]
        return _without_end(_arrange(lines, yaml_file, cure))
    follows = starts[-1] + 1
    while follows < len(lines) and (
        _is_between(lines[follows], dash) or _indent(lines[follows]) > dash
    ):
        follows += 1
    leads = [_lead(lines, start, dash) for start in starts]
    if all(start == lead for start, lead in zip(starts[1:], leads[1:], strict=True)):
        leads[0] = starts[0]  # it speaks of the whole list
    ends = [_content_end(lines, after, dash) for after in [*starts[1:], follows]]
    blocks = [lines[lead:end] for lead, end in zip(leads, ends, strict=True)]
    gaps = [lines[end:lead] for end, lead in zip(ends, leads[1:], strict=False)]
    arranged = lines[: leads[0]]
    for place, number in enumerate(cure.order):
        arranged += blocks[number]
        arranged += gaps[place] if place < len(gaps) else []
    arranged += lines[ends[-1] :]
    if sorted(arranged) != sorted(lines):
        raise _FormError
    return arranged


def _without_end(lines: list[str]) -> list[str]:
    return [*lines[:-1], lines[-1].rstrip("\r\n")]


def _lead(lines: Sequence[str], start: int, dash: int) -> int:
    """Return the first of the comments that stand directly above an item."""
    while start > 0 and _COMMENT.match(lines[start - 1]) and _indent(lines[start - 1]) <= dash:
        start -= 1
    return start


def _content_end(lines: Sequence[str], end: int, dash: int) -> int:
    """Return where an item ends, comments and blank lines below it left out."""
    while _is_between(lines[end - 1], dash):
        end -= 1
    return end


def _is_between(line: str, dash: int) -> bool:
    is_comment = _COMMENT.match(line) is not None and _indent(line) <= dash
    return is_comment or not line.strip()


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
