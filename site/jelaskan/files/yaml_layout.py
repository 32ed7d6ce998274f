"""Between which lines of a YAML file a list takes a new item, or the file a new key."""

import bisect
import itertools
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_LINE_END = re.compile("\r\n|\r|\n")
_COMMENT = re.compile(r"([ \t]*)#[^\r\n]*(?:\r\n|\r|\n|\Z)")
_EMPTY = re.compile(r"\[[ \t]*\]")
_KEEPS_BLANK_LINES = re.compile(r"[|>]\d?\+")


INDENT = 2
"""By how many columns the items of a list stand in, where it has none to show it."""


@dataclass(frozen=True, slots=True)
class ListLayout:
    """A list that has each item on lines of its own, or none."""

    indent: int
    """The column of each `- `, from 0."""
    before: int | None
    """Where lines can be put above the first item and its comments, if anywhere."""
    after: tuple[int, ...]
    """Where lines can be put below each item and its comments; in an empty list, below its key."""
    brackets: tuple[int, int] | None = None
    """The `[]` of an empty list, with the space before it: cut out once the list has an item."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Offsets in code points, each at the beginning of a line or at the end of the text."""

    indent: int | None
    """The column of the file's keys, from 0; None where they stand between braces."""
    after: Mapping[str, int]
    """Where lines can be put below each key of the file."""
    lists: Mapping[str, ListLayout]
    """One with items between brackets is none of them: no line can be put into it."""
    glued: frozenset[int]
    """Where a blank line would belong to the text above, which keeps its blank lines (`|+`)."""


def read_layout(text: str) -> Layout:
    """Return the layout of a text that `parse_yaml` reads without a problem."""
    import yaml

    root = yaml.compose(text, Loader=getattr(yaml, "CLoader", yaml.Loader))
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return Layout(None, {}, {}, frozenset())
    indent = _column(text, root.value[0][0].start_mark.index)
    after, lists, glued = {}, {}, set[int]()
    for key, value in root.value:
        end = _end(text, value)
        after[key.value] = _below(text, end, indent)
        if text[end - 1 : end] in ("\r", "\n"):
            glued.add(end)
        if isinstance(value, yaml.SequenceNode) and not value.flow_style:
            first = value.start_mark.index
            column = _column(text, first)
            lists[key.value] = ListLayout(
                column,
                _above(text, first, key.end_mark.index),
                tuple(_below(text, _end(text, item), column) for item in value.value),
            )
        elif empty := _EMPTY.fullmatch(text, value.start_mark.index, value.end_mark.index):
            before = len(text[: empty.start()].rstrip(" \t"))
            lists[key.value] = ListLayout(
                indent + INDENT, None, (after[key.value],), (before, empty.end())
            )
    return Layout(indent, after, lists, frozenset(glued))


def insert_lines(
    text: str, insertions: Sequence[tuple[int, str]], cuts: Sequence[tuple[int, int]] = ()
) -> str:
    """Return text with lines put in, each at its offset, with the line ends of the text.

    Nothing of the text is lost or changed but what is cut out of a line, above what is put
    in; what goes to one place stays in its order.
    """
    found = _LINE_END.search(text)
    line_end = found[0] if found else "\n"
    pieces, done = [], 0
    at_end = ""
    edits = [(offset, offset, lines) for offset, lines in insertions]
    edits += [(start, end, "") for start, end in cuts]
    for start, end, lines in sorted(edits, key=lambda edit: edit[0]):
        lines = lines.replace("\n", line_end)
        if start == len(text):
            at_end += lines
            continue
        pieces += [text[done:start], lines]
        done = end
    pieces.append(text[done:])
    if at_end and text and text[-1] not in "\r\n":
        pieces += [line_end, at_end.removesuffix(line_end)]
    else:
        pieces.append(at_end)
    return "".join(pieces)


def moved_lines(text: str, insertions: Sequence[tuple[int, str]]) -> dict[int, int]:
    """Return the number that each line of a text has after lines were put in, from 1."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    places = sorted((offset, lines.count("\n")) for offset, lines in insertions)
    counts = list(itertools.accumulate((count for _, count in places), initial=0))
    return {
        number: number + counts[bisect.bisect_right(places, (start, sys.maxsize))]
        for number, start in enumerate(starts, start=1)
    }


def _end(text: str, node: Any) -> int:
    """Return the offset after the last letter of a value, comments left out.

    The blank lines below a text are its own only where it keeps them (`|+`).
    """
    import yaml

    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        keeps = _KEEPS_BLANK_LINES.match(text, start) or text[start : start + 2] in ("|+", ">+")
        if not keeps:
            end = start + len(text[start:end].rstrip("\r\n"))
    return int(end)


def _below(text: str, end: int, column: int) -> int:
    """Return the beginning of the first line below a value and its comments.

    A comment belongs to it if it is indented more deeply than `column`.
    """
    if end == 0 or text[end - 1] not in "\r\n":
        found = _LINE_END.search(text, end)
        end = found.end() if found else len(text)
    while (comment := _COMMENT.match(text, end)) and len(comment[1]) > column:
        end = comment.end()
    return end


def _above(text: str, start: int, key_end: int) -> int | None:
    """Return the beginning of the comments above the first item of a list."""
    lines = [match.end() for match in _LINE_END.finditer(text, key_end, start)]
    if not lines or text[lines[-1] : start].strip(" "):
        return None
    begin = lines.pop()
    while lines and _COMMENT.match(text, lines[-1]):
        begin = lines.pop()
    return begin


def _column(text: str, offset: int) -> int:
    """Return how many code points stand before an offset in its line."""
    return offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) - 1
