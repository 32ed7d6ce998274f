"""What the YAML scanner could not read, in an editor's words."""

from typing import NamedTuple

from jelaskan.messages import Message


class SyntaxFault(NamedTuple):
    """What to tell an editor about a place that is not YAML."""

    code: str
    message: Message
    hint: Message
    at_beginning: bool = False
    """The fault is where the piece begins, not where the scanner stopped."""


_BY_PROBLEM: tuple[tuple[str, Message, Message, bool], ...] = (
    (
        "mapping values are not allowed",
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
        "could not find expected ':'",
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


def explain_syntax(problem: str, line: str, column: int) -> SyntaxFault:
    """Say what is wrong where libyaml stopped; `column` counts from 0 in the line of its mark."""
    before, here = line[:column], line[column : column + 1]
    if here == "\t" or (not before.strip() and "\t" in line[: column + 1]):
        return SyntaxFault(
            "Y02",
            Message("a tab stands where YAML wants spaces"),
            Message("indent with two spaces for each step"),
        )
    for part, message, hint, at_beginning in _BY_PROBLEM:
        if part in problem:
            return SyntaxFault("Y01", message, hint, at_beginning)
    if "cannot start any token" in problem:
        message = Message("a text cannot begin with “{here}”", here=here)
        return SyntaxFault("Y01", message, Message("put it between quotation marks"))
    hint = Message("put the text between quotation marks if these signs belong to it")
    return SyntaxFault("Y01", Message("this is not YAML ({problem})", problem=problem), hint)
