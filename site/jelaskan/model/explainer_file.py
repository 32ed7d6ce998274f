"""An explainer in its file: where each part of it is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jelaskan.model.explainer import Explainer, Key
from jelaskan.problems import Position

_LINE_END = re.compile("\r\n|\r|\n")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class ExplainerFile:
    """An explainer, the file that it was read from, and where each part stands there."""

    path: str
    """Relative to the site's root: `content/explainers/nato-ukraina.id.yaml`."""
    slug: str
    explainer: Explainer
    places: Mapping[Key, tuple[int, int]]
    """Line and column of every value, from 1."""
    unread: frozenset[Key] = frozenset()
    """What could not be read; stand-ins are there instead, and the file cannot be shown."""
    text: str = ""
    """The YAML."""

    def position(self, *key: str | int) -> Position:
        """Return where a value stands, or the nearest part around it that is written."""
        while key and key not in self.places:
            key = key[:-1]
        line, column = self.places.get(key, (1, 1))
        return Position(self.path, line, column)

    def position_in(self, value: str, offset: int, *key: str | int) -> Position:
        """Return where a place inside a text stands, or the text where that cannot be told.

        `offset` counts code points of the value. YAML folds lines and leaves out spaces, so the
        words before it are counted; escapes can be in their way.
        """
        start = self.position(*key)
        before = value[:offset].split()
        inside = len(before.pop()) if before and not value[offset - 1].isspace() else 0
        word = value[offset - inside : offset + 1]
        number = len(before)
        line, at = start.line - 1, start.column - 1
        lines = _LINE_END.split(self.text)
        if lines[line : line + 1] and lines[line][at : at + 1] in ("|", ">"):
            line, at = line + 1, 0
        elif lines[line : line + 1] and lines[line][at : at + 1] in ("'", '"'):
            at += 1
        for count, written in enumerate(lines[line:], line):
            words = list(_WORD.finditer(written, at if count == line else 0))
            if number < len(words):
                found = words[number]
                is_same = found[0].startswith(word)
                return (
                    Position(self.path, count + 1, found.start() + inside + 1) if is_same else start
                )
            number -= len(words)
        return start
