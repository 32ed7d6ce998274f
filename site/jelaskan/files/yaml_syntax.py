"""What the YAML scanner could not read, in an editor's words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from jelaskan.messages import Message


class SyntaxFault(NamedTuple):
    """What to tell an editor about a place that is not YAML."""

    code: str
    message: Message
    hint: Message
    place: "Place"


class Place(NamedTuple):
    """A line and a column, both from 0."""

    line: int
    column: int


ODD_SPACE = re.compile("[ \t]*(?:-[ \t]*)?([\xa0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])")
"""A space in an indentation that is none for YAML, and looks like one."""
WITHOUT_SPACE = re.compile(r"[ \t]*(?:-[ \t]+)?(([A-Za-z_]{1,40}):(?!//)[^ \t\r\n])")
"""A key of ours, and its text right behind the colon."""
COMMENT = re.compile(r"[^#'\"]*[ \t](#\w)")
"""A comment that may be meant as part of a text: “turned #away”."""

_NO_KEY = "could not find expected ':'"
_NO_VALUE = "mapping values are not allowed"
_BY_PROBLEM: tuple[tuple[str, Message, Message, bool], ...] = (
    # Whether the fault is where the piece begins, and not where the scanner stopped, comes last.
    (
        _NO_VALUE,
        Message("a “: ” stands where none can, or the line is indented too deep"),
        Message(
            "put a text with “: ” in it between quotation marks; align the line with the keys above"
        ),
        False,
    ),
    (
        "found unexpected end of stream",
        Message("a quotation mark is opened here and never closed"),
        Message("close it, or begin the text with `|` on the line before"),
        True,
    ),
    (
        "found unexpected document indicator",
        Message("a quotation mark is opened here and never closed"),
        Message("close it, or begin the text with `|` on the line before"),
        True,
    ),
    (
        _NO_KEY,
        Message("a key without a colon stands here, or a line that belongs further to the right"),
        Message("write `key: text`, or indent the line as deep as the text that it goes on with"),
        True,
    ),
    (
        "did not find expected key",
        Message("this line fits nowhere: its indentation, or a quotation mark before it, is wrong"),
        Message(
            "align it with the keys above; a text that begins with a quotation mark ends with it"
        ),
        False,
    ),
    (
        "did not find expected '-' indicator",
        Message("an item of the list without its “- ”, or with another indentation"),
        Message("align the “- ” of all items of the list"),
        False,
    ),
    (
        "block sequence entries are not allowed",
        Message("a “- ” stands where no list can begin"),
        Message("begin the list on a line of its own below its key, or quote the text"),
        False,
    ),
    (
        "did not find expected ',' or",
        Message("a “[” or “{{” is not closed, or a comma is missing"),
        Message("close it, or quote the text if the bracket belongs to it"),
        True,
    ),
    (
        "unknown escape character",
        Message("a backslash in a double-quoted text begins an escape that is none"),
        Message("write the backslash twice, or put the text between single quotation marks"),
        False,
    ),
    (
        "did not find expected <document start>",
        Message("this line is indented less than the first key of the file"),
        Message("align it with the first key"),
        False,
    ),
    (
        "found undefined tag handle",
        Message("a “!” begins a tag, which is not understood"),
        Message("quote the text if the “!” belongs to it"),
        False,
    ),
)


def explain_space(space: str, place: Place) -> SyntaxFault:
    """Say what is wrong with a space that is none for YAML."""
    return SyntaxFault(
        "Y02",
        Message(
            "a special space stands here (U+{code:04X}), which is none for YAML", code=ord(space)
        ),
        Message("write an ordinary space, or delete it"),
        place,
    )


def explain_syntax(problem: str, lines: Sequence[str], stop: Place, begin: Place) -> SyntaxFault:
    """Say what is wrong where libyaml stopped, or where the piece begins in which it did."""
    line = _line(lines, stop.line)
    before, here = line[: stop.column], line[stop.column : stop.column + 1]
    if here == "\t" or (not before.strip() and "\t" in line[: stop.column + 1]):
        return SyntaxFault(
            "Y02",
            Message("a tab stands where YAML wants spaces"),
            Message("indent with two spaces for each step"),
            stop,
        )
    slip = _find_slip(problem, lines, stop, begin)
    if slip is not None:
        return slip
    for part, message, hint, at_beginning in _BY_PROBLEM:
        if part in problem:
            return SyntaxFault("Y01", message, hint, begin if at_beginning else stop)
    if "cannot start any token" in problem:
        message = Message("a text cannot begin with “{here}”", here=here)
        return SyntaxFault("Y01", message, Message("put it between quotation marks"), stop)
    hint = Message("put the text between quotation marks if these signs belong to it")
    message = Message("this is not YAML ({problem})", problem=problem)
    return SyntaxFault("Y01", message, hint, stop)


def _find_slip(problem: str, lines: Sequence[str], stop: Place, begin: Place) -> SyntaxFault | None:
    """Return a slip of the hand that the scanner only noticed later."""
    for number in (stop.line, stop.line - 1, begin.line):
        if (odd := ODD_SPACE.match(_line(lines, number))) is not None:
            return explain_space(odd[1], Place(number, odd.start(1)))
    number = begin.line if _NO_KEY in problem else stop.line - 1
    glued = WITHOUT_SPACE.match(_line(lines, number))
    if glued is not None and (_NO_KEY in problem or _NO_VALUE in problem):
        if glued[1][-1].isspace():
            return explain_space(glued[1][-1], Place(number, glued.end(1) - 1))
        message = Message("the space behind the colon is missing")
        hint = Message("write `{key}: …`", key=glued[2])
        return SyntaxFault("Y01", message, hint, Place(number, glued.start(1)))
    number = (begin if _NO_KEY in problem else stop).line - 1
    comment = COMMENT.match(_line(lines, number))
    if comment is not None and (_NO_KEY in problem or "did not find expected key" in problem):
        message = Message("a comment begins here, and the text above cannot go on below it")
        hint = Message("put the text between quotation marks if the “#” belongs to it")
        return SyntaxFault("Y01", message, hint, Place(number, comment.start(1)))
    return None


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""
