"""YAML as people write it: every scalar is text, and every value knows its place."""

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jelaskan.files.yaml_refused import (
    Refused,
    refuse_alias,
    refuse_anchor,
    refuse_merge,
    refuse_size,
    refuse_tag,
)
from jelaskan.files.yaml_syntax import ODD_SPACE, Place, SyntaxFault, explain_space, explain_syntax
from jelaskan.messages import Message
from jelaskan.model.explainer import Key
from jelaskan.problems import Position, Problem, Severity

MAX_DEPTH = 24
MAX_VALUES = 200_000
SHOWN = 60
"""How many characters of a line that cannot be read a problem shows."""

_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile("\r\n|\r|\n")
_OTHERLINE_END = re.compile("[\x85\u2028\u2029]")
_GLUED_COMMENT = re.compile(r"[ \t]+(#\w[^\r\n]{0,40})")
VERBATIM = frozenset(("text", "as_written", "quote", "near", "headline", "dek"))
"""Keys whose text is compared with an article: it must not lose a word unseen."""
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
    """What was not read, where the rest was: a part of it, or something below it."""

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
        left_out = frozenset(reader.left_out)
        yaml_file = YamlFile(path, reader.value, reader.places, reader.keys, left_out)
        return yaml_file, tuple(sorted(reader.problems))
    # What else was noticed on the way to an error may come of it.
    return None, tuple(sorted(one for one in reader.problems if one.severity == "error"))


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    value: dict[str, Any] | list[Any]
    way: Key
    key: str | None = None
    """In a mapping, the key whose value comes next."""
    twice: bool = False
    """The key was there already: its new value is read and left out."""
    first: str = ""
    """In a mapping, its first key."""
    again: list[Problem] = field(default_factory=list)
    """What was said of keys that were there already, from the first key on."""
    behind: list[str] = field(default_factory=list)
    """The keys that were not there yet, behind the first key's second time."""


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
        self.left_out: set[Key] = set()
        self.open: list[_Open] = []
        # libyaml ends a line at characters that no editor does.
        self.counts_lines = _OTHERLINE_END.search(text) is not None
        self.line_starts: list[int] = []

    def read(self) -> bool:
        """Return whether the text could be read to its end."""
        import yaml

        scalar = yaml.ScalarEvent
        starts: dict[type, type] = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        documents = count = 0
        try:
            for event in yaml.parse(self.text, Loader=getattr(yaml, "CLoader", yaml.Loader)):
                kind = type(event)
                count += 1
                if count > MAX_VALUES:
                    self._refuse(event, refuse_size(Message("it has too many values")))
                    return False
                if kind is scalar:
                    if not self._scalar(event):
                        return False
                elif kind in starts:
                    if not self._start(starts[kind](), event):
                        return False
                elif kind in ends:
                    self._part(self.open.pop())
                elif isinstance(event, yaml.AliasEvent):
                    self._refuse(event, refuse_alias(event.anchor or ""))
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
            stop, begin = self._in_text(mark), self._in_text(error.context_mark or mark)
            lines = LINE_END.split(self.text)
            self._tell(explain_syntax(error.problem or "", lines, stop, begin), lines)
            return False
        self.places.setdefault((), (self.first_line, 1))
        return True

    def problem(
        self,
        code: str,
        place: tuple[int, int],
        message: Message,
        hint: Message,
        severity: Severity = "error",
    ) -> None:
        """Note what is wrong at a line and column."""
        self.problems.append(Problem(Position(self.path, *place), code, message, hint, severity))

    def place_of(self, index: int) -> tuple[int, int]:
        """Return the line and column of an offset."""
        if not self.line_starts:
            self.line_starts = [0, *(end.end() for end in LINE_END.finditer(self.text))]
        line = bisect.bisect_right(self.line_starts, index)
        return self.first_line + line - 1, index - self.line_starts[line - 1] + 1

    def _tell(self, fault: SyntaxFault, lines: list[str]) -> None:
        """Note a fault with the line that has it."""
        number, column = fault.place
        line = lines[number].strip() if number < len(lines) else ""
        shown = line if len(line) <= SHOWN else line[:SHOWN].rstrip() + " …"
        message = fault.message
        if shown:
            message = Message("{message}: {line}", message=message, line=shown)
        self.problem(fault.code, (self.first_line + number, column + 1), message, fault.hint)

    def _in_text(self, mark: Any) -> Place:
        line, column = self._place(mark)
        return Place(line - self.first_line, column - 1)

    def _place(self, mark: Any) -> tuple[int, int]:
        if self.counts_lines:
            return self.place_of(mark.index)
        return self.first_line + mark.line, mark.column + 1

    def _scalar(self, event: Any) -> bool:
        """Take a key or a value; return whether reading can go on."""
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
        if not event.style and whole and whole.key in VERBATIM:
            self._tell_comment(event.end_mark)
        is_empty = not event.style and event.value in _EMPTY
        self._value(None if is_empty else event.value, event)
        return True

    def _tell_comment(self, end: Any) -> None:
        """Warn where a comment may be meant as part of the text before it."""
        comment = _GLUED_COMMENT.match(self.text, end.index)
        if comment is None:
            return
        self.problem(
            "Y16",
            self.place_of(comment.start(1)),
            Message("a comment begins here, and cuts the text off: {comment}", comment=comment[1]),
            Message(
                "put the text between quotation marks if the “#” belongs to it, else write a space "
                "behind the “#”"
            ),
            "warning",
        )

    def _key(self, whole: _Open, event: Any) -> bool:
        key: str = event.value
        place = self._place(event.start_mark)
        if key == "<<" and not event.style:
            self._refuse(event, refuse_merge())
            return False
        if not event.style and (odd := ODD_SPACE.match(key)):
            fault = explain_space(odd[1], self._in_text(event.start_mark))
            self._tell(fault, LINE_END.split(self.text))
            key = key[odd.end() :].strip()
        whole.key = key
        whole.twice = key in whole.value
        whole.first = whole.first or key
        if whole.twice:
            line, _ = self.keys[(*whole.way, key)]
            message = Message(
                "`{key}` is written twice in one mapping; the first is on line {line}",
                key=key,
                line=line,
            )
            self.problem("Y04", place, message, Message("delete one of them, or join the two"))
            if whole.again or key == whole.first:
                whole.again.append(self.problems[-1])
        else:
            self.keys[(*whole.way, key)] = place
            if whole.again:
                whole.behind.append(key)
        return True

    def _part(self, whole: _Open) -> None:
        """Take an item that begins anew in the middle for two, and leave out the second.

        Its “- ” is missing where its first key comes again, and another one too.
        """
        if not (whole.way and isinstance(whole.way[-1], int) and whole.way[-1] >= 0):
            return
        if len(whole.again) < 2 or not isinstance(whole.value, dict):
            return
        hint = Message(
            "write “- ” before it if another item of the list begins here; else delete one of the two"
        )
        for problem in whole.again:
            self.problems.remove(problem)
            if problem.message.values["key"] == whole.first:
                self.problems.append(replace(problem, hint=hint))
        for key in whole.behind:
            del whole.value[key]
        self.left_out.add(whole.way[:-1])

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
        self._refuse_marks(event)
        whole = self.open[-1] if self.open else None
        if whole and whole.key is None and isinstance(whole.value, dict):
            message = Message("a list or a mapping stands here where a key belongs")
            hint = Message("quote the text if it begins with “{{”, “[” or “?”")
            self.problem("Y08", self._place(event.start_mark), message, hint)
            return False
        if len(self.open) >= MAX_DEPTH:
            self._refuse(
                event, refuse_size(Message("it is nested deeper than {depth}", depth=MAX_DEPTH))
            )
            return False
        self.open.append(_Open(value, self._value(value, event)))
        return True

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, refuse_anchor(event.anchor))
        if event.tag:
            self._refuse(event, refuse_tag(event.tag))

    def _refuse(self, event: Any, refused: Refused) -> None:
        self.problem(refused.code, self._place(event.start_mark), refused.message, refused.hint)
