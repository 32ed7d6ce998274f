"""The head fields of a seed: YAML between two lines of three hyphens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import Field, ValidationError

from jelaskan.files.yaml_file import validate_parts
from jelaskan.files.yaml_pieces import parse_pieces
from jelaskan.messages import Message
from jelaskan.model.explainer import Key, Part, Texts, WebAddress, WholeDate
from jelaskan.problems import Position, Problem, find_meant

MAX_HEAD_LINES = 100

_FIELD = re.compile(r"([A-Za-z_-]{1,40}):(\s|$)?")
_GOES_ON = re.compile(r"[ \t]+\S|- |#")
"""A line that belongs to the field above it, or a comment."""
_RULE = re.compile(r"\s*(?:[-–—]{2,20}|[–—])\s*")
"""What becomes of three hyphens under a hand, or a word processor, that slips."""
_UNUSED = frozenset(("headline", "dek", "byline", "publisher", "url"))
"""Fields that nothing is compared with: without them an article says the same."""


class SeedHead(Part):
    """The head fields of a seed, between two lines of three hyphens."""

    headline: str | None = None
    dek: str | None = None
    byline: Texts = ()
    publisher: str | None = None
    url: WebAddress | None = None
    published: WholeDate | None = None
    language: str | None = Field(default=None, description="A language code, such as id or en.")
    dateline: str | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """A seed's text, and what stands before it."""

    head: str | None
    text: str
    first_line: int
    """The line on which the text begins."""
    instead: str | None = None
    """What stands where the line that closes the head is missing."""


@dataclass(frozen=True, slots=True)
class Head:
    """What could be read of the head of a seed."""

    fields: SeedHead
    places: Mapping[Key, tuple[int, int]]
    problems: tuple[Problem, ...]
    is_sound: bool
    """Whether everything is known that the article is compared with."""


def split_head(text: str) -> Split:
    """Part the head fields from the text.

    A head begins on the first line, and its first line with something on it names a field: a
    text that merely begins with a rule stays text. Where no line closes the head, it ends at
    the first line that cannot belong to it.
    """
    lines = text[:100_000].split("\n", MAX_HEAD_LINES + 1)
    if lines[0].rstrip() != "---":
        return Split(None, text, 1)
    rules = [number for number, line in enumerate(lines) if number and _RULE.fullmatch(line)]
    end = next((number for number in rules if lines[number].rstrip() == "---"), None)
    written = [part for part in lines[1:end] if part.strip() and not part.startswith("#")]
    field = _FIELD.match(written[0]) if written else None
    is_known = field is not None and _is_known(field[1])
    if end is not None and not (is_known and rules[0] < end):
        if written and not (field and (is_known or field[2] is not None)):
            return Split(None, text, 1)
        return _split_at(text, lines, end, end + 1)
    if not is_known:
        return Split(None, text, 1)
    if rules:
        return _split_at(text, lines, rules[0], rules[0] + 1, instead=lines[rules[0]].strip())
    end = next((number for number, line in enumerate(lines) if number and _is_text(line)), None)
    return _split_at(text, lines, end or len(lines), end or len(lines), instead="")


def read_head(split: Split, path: str) -> Head:
    """Return as much of a head as can be read, and what is wrong with it.

    A misspelt key counts as the one that was meant; a field whose value cannot be used is left
    out.
    """
    problems: tuple[Problem, ...] = ()
    if split.instead is not None:
        problems = (_not_closed(split, path),)
    if split.head is None or not split.head.strip():
        return Head(SeedHead(), {}, problems, is_sound=True)
    # The empty line stands for the one that opens the head.
    yaml_file, found = parse_pieces(f"\n{split.head}", path)
    problems += found
    if yaml_file is None or yaml_file.value is None:
        return Head(SeedHead(), {}, problems, is_sound=yaml_file is not None)
    parts = validate_parts(yaml_file, SeedHead)
    is_sound = parts.value is not None and all(way and way[0] in _UNUSED for way in parts.unread)
    return Head(parts.value or SeedHead(), parts.places, problems + parts.problems, is_sound)


def explain_field(name: str, value: str) -> Message | None:
    """Return why a head field cannot have a value, or nothing if it can."""
    try:
        SeedHead.model_validate({name: value})
    except ValidationError as error:
        reason: Message = error.errors()[0]["ctx"]["error"].args[0]
        return reason
    return None


def _is_known(name: str) -> bool:
    fields = SeedHead.model_fields
    return name in fields or find_meant(name.lower(), fields) is not None


def _is_text(line: str) -> bool:
    """Return whether a line of a head that is not closed cannot belong to it."""
    field = _FIELD.match(line)
    return not (_GOES_ON.match(line) or (field is not None and _is_known(field[1])))


def _split_at(
    text: str, lines: list[str], end: int, begin: int, *, instead: str | None = None
) -> Split:
    """Return a text whose head ends before one line, and whose text begins with another."""
    start = sum(len(part) + 1 for part in lines[:begin])
    return Split("\n".join(lines[1:end]), text[start:], begin + 1, instead)


def _not_closed(split: Split, path: str) -> Problem:
    """Return the problem of a head whose last line is missing, or is another one."""
    line = split.first_line
    message = Message("the head fields are not closed: a line of three hyphens is missing here")
    hint = Message("write `---` on a line of its own between the last field and the text")
    if split.instead:
        line -= 1
        message = Message(
            "the head fields end with a line of three hyphens, not with “{instead}”",
            instead=split.instead,
        )
        hint = Message("write `---` here")
    return Problem(Position(path, line, 1), "R14", message, hint)
