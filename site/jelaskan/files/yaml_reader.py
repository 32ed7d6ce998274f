"""YAML as people write it: every scalar is text, and every value knows its place."""

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jelaskan.files.yaml_syntax import explain_syntax
from jelaskan.messages import Message
from jelaskan.model.explainer import Key
from jelaskan.problems import Position, Problem

MAX_DEPTH = 24
MAX_VALUES = 200_000
SHOWN = 60
"""How many characters of a line that cannot be read a problem shows."""

_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile("\r\n|\r|\n")
_OTHERLINE_END = re.compile("[\x85\u2028\u2029]")
_EMPTY = frozenset(("", "~", "null"))


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What a YAML file says, not yet checked against a type."""

    path: str
    """Relative to the site's root, with forward slashes."""
    value: Any
    """Mappings, lists, text and None; a number is still text: the type decides."""
    places: Mapping[Key, tuple[int, int]]
    """Line and column of every value, from 1, in code points; `()` is the whole."""
    keys: Mapping[Key, tuple[int, int]] = field(default_factory=dict)
    """Line and column of every key of a mapping."""
    left_out: frozenset[Key] = frozenset()
    """What cannot be read as YAML, where the rest was read without it."""

    def position(self, *key: str | int) -> Position:
        """Return where a value stands, or the nearest part around it that is written."""
        while key and key not in self.places:
            key = key[:-1]
        line, column = self.places.get(key, (1, 1))
        return Position(self.path, line, column)


def parse_yaml(
    text: str, path: str, *, first_line: int = 1
) -> tuple[YamlFile | None, tuple[Problem, ...]]:
    """Return what YAML text says, and every problem of its form.

    There is a value unless the text cannot be read to its end: after a key that is written
    twice the first one counts, and the rest can still be validated. `first_line` is the line
    of the file on which the text begins.
    """
    reader = _Reader(text, path, first_line)
    if control := _CONTROL.search(text):
        reader.problem(
            "Y03",
            reader.place_of(control.start()),
            Message(
                "a control character that nobody sees stands here: U+{code:04X}",
                code=ord(control[0]),
            ),
            Message("delete it, or write the line again"),
        )
    elif reader.read():
        value = reader.value
        return YamlFile(path, value, reader.places, reader.keys), tuple(sorted(reader.problems))
    return None, tuple(sorted(reader.problems))


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    value: dict[str, Any] | list[Any]
    way: Key
    key: str | None = None
    """In a mapping, the key whose value comes next."""
    twice: bool = False
    """The key was there already: its new value is read and left out."""


class _Reader:
    """One walk over the events of a text; nothing is constructed that is not bounded first."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.value: Any = None
        self.places: dict[Key, tuple[int, int]] = {}
        self.keys: dict[Key, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.open: list[_Open] = []
        # libyaml ends a line at characters that no editor does.
        self.counts_lines = _OTHERLINE_END.search(text) is not None
        self.line_starts: list[int] = []

    def read(self) -> bool:
        """Return whether the text could be read to its end."""
        import yaml

        scalar, alias = yaml.ScalarEvent, yaml.AliasEvent
        starts: dict[type, type] = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        documents = count = 0
        try:
            for event in yaml.parse(self.text, Loader=getattr(yaml, "CLoader", yaml.Loader)):
                kind = type(event)
                count += 1
                if count > MAX_VALUES:
                    self._refuse_size(event, Message("it has too many values"))
                    return False
                if kind is scalar:
                    if not self._scalar(event):
                        return False
                elif kind in starts:
                    if not self._start(starts[kind](), event):
                        return False
                elif kind in ends:
                    self.open.pop()
                elif kind is alias:
                    self._refuse_alias(event)
                    return False
                elif kind is yaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        hint = Message(
                            "keep one, and delete the line of dashes that begins the other"
                        )
                        message = Message("a second document begins here")
                        self.problem("Y09", self._place(event.start_mark), message, hint)
                        return True
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place, begin = self._place(mark), self._place(error.context_mark or mark)
            fault = explain_syntax(error.problem or "", self._line(place), place[1] - 1)
            place = begin if fault.at_beginning else place
            line = self._line(place).strip()
            shown = line if len(line) <= SHOWN else line[:SHOWN].rstrip() + " …"
            message = (
                Message("{message}: {line}", message=fault.message, line=shown)
                if shown
                else fault.message
            )
            self.problem(fault.code, place, message, fault.hint)
            return False
        self.places.setdefault((), (self.first_line, 1))
        return True

    def problem(self, code: str, place: tuple[int, int], message: Message, hint: Message) -> None:
        """Note what is wrong at a line and column."""
        self.problems.append(Problem(Position(self.path, *place), code, message, hint))

    def place_of(self, index: int) -> tuple[int, int]:
        """Return the line and column of an offset."""
        if not self.line_starts:
            self.line_starts = [0, *(end.end() for end in LINE_END.finditer(self.text))]
        line = bisect.bisect_right(self.line_starts, index)
        return self.first_line + line - 1, index - self.line_starts[line - 1] + 1

    def _line(self, place: tuple[int, int]) -> str:
        lines = LINE_END.split(self.text)
        number = place[0] - self.first_line
        return lines[number] if number < len(lines) else ""

    def _place(self, mark: Any) -> tuple[int, int]:
        if self.counts_lines:
            return self.place_of(mark.index)
        return self.first_line + mark.line, mark.column + 1

    def _scalar(self, event: Any) -> bool:
        """Take a key or a value; return whether reading can go on."""
        if event.anchor or event.tag:
            self._refuse_marks(event)
        if event.style == '"' and (control := _CONTROL.search(event.value)):
            hint = Message("take the escape with the backslash out of the quoted text")
            message = Message(
                "the text stands for a control character: U+{code:04X}", code=ord(control[0])
            )
            self.problem("Y03", self._place(event.start_mark), message, hint)
        whole = self.open[-1] if self.open else None
        if whole and whole.key is None and isinstance(whole.value, dict):
            return self._key(whole, event)
        is_empty = not event.style and event.value in _EMPTY
        self._value(None if is_empty else event.value, event)
        return True

    def _key(self, whole: _Open, event: Any) -> bool:
        key: str = event.value
        place = self._place(event.start_mark)
        if key == "<<" and not event.style:
            hint = Message("write the keys out where they are needed")
            self.problem("Y05", place, Message("a merge key “<<” is not understood"), hint)
            return False
        whole.key = key
        whole.twice = key in whole.value
        if whole.twice:
            line, _ = self.keys[(*whole.way, key)]
            message = Message(
                "`{key}` is written twice in one mapping; the first is on line {line}",
                key=key,
                line=line,
            )
            self.problem("Y04", place, message, Message("delete one of them, or join the two"))
        else:
            self.keys[(*whole.way, key)] = place
        return True

    def _value(self, value: Any, event: Any) -> Key:
        """Put a value into what is open, and return its way."""
        way: Key = ()
        if not self.open:
            self.value = value
        else:
            whole = self.open[-1]
            if isinstance(whole.value, list):
                way = (*whole.way, len(whole.value))
                whole.value.append(value)
            elif whole.key is not None:
                way = (*whole.way, whole.key)
                if whole.twice:
                    way = (*way, -1)  # no list has it: what stands below is read, and left out
                else:
                    whole.value[whole.key] = value
                whole.key = None
        self.places[way] = self._place(event.start_mark)
        return way

    def _start(self, value: Any, event: Any) -> bool:
        """Open a mapping or a list; return whether reading can go on."""
        if event.anchor or event.tag:
            self._refuse_marks(event)
        whole = self.open[-1] if self.open else None
        if whole and whole.key is None and isinstance(whole.value, dict):
            message = Message("a list or a mapping stands here where a key belongs")
            hint = Message("quote the text if it begins with “{{”, “[” or “?”")
            self.problem("Y08", self._place(event.start_mark), message, hint)
            return False
        if len(self.open) >= MAX_DEPTH:
            self._refuse_size(event, Message("it is nested deeper than {depth}", depth=MAX_DEPTH))
            return False
        self.open.append(_Open(value, self._value(value, event)))
        return True

    def _refuse_size(self, event: Any, reason: Message) -> None:
        hint = Message("no file of a site needs it: look for brackets that were never closed")
        message = Message("the file is read no further than here: {reason}", reason=reason)
        self.problem("Y07", self._place(event.start_mark), message, hint)

    def _refuse_marks(self, event: Any) -> None:
        place = self._place(event.start_mark)
        if event.anchor:
            hint = Message(
                "delete “&{anchor}”, or quote the text if the sign belongs to it",
                anchor=event.anchor,
            )
            self.problem(
                "Y05",
                place,
                Message("an anchor “&{anchor}” is not understood", anchor=event.anchor),
                hint,
            )
        if event.tag:
            hint = Message("delete it, or quote the text if the “!” belongs to it")
            self.problem(
                "Y06", place, Message("a tag “{tag}” is not understood", tag=event.tag), hint
            )

    def _refuse_alias(self, event: Any) -> None:
        hint = Message("write the value out, or quote the text if the “*” belongs to it")
        place = self._place(event.start_mark)
        self.problem(
            "Y05",
            place,
            Message("an alias “*{anchor}” is not understood", anchor=event.anchor),
            hint,
        )
