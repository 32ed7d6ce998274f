"""Where running text has the terms of a glossary, in whole words."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Use(NamedTuple):
    """A term in a text: `text[start:end]`."""

    start: int
    end: int
    term_id: str


class TermFinder:
    """Finds some terms by all of their names, the longest name first."""

    def __init__(self, terms: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Prepare for terms, each with its id and its names; names without letters are left out."""
        named = ((name, term_id) for term_id, names in terms for name in names if name.strip())
        by_length = sorted(named, key=lambda pair: (-len(pair[0]), pair))
        self._by_group = [term_id for _, term_id in by_length]
        names = "|".join(_pattern(name) for name, _ in by_length)
        self._pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None

    def find(self, text: str) -> Iterator[Use]:
        """Yield the terms in a text, in order; one inside another is not told."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            yield Use(match.start(), match.end(), self._by_group[(match.lastindex or 1) - 1])


def _pattern(name: str) -> str:
    """Return a group that matches a name: “konsensus” also as “Konsensus”, “NATO” only so."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    first = name.lstrip()[0]
    if name == name.lower() and first.upper() != first and len(first.upper()) == 1:
        words = f"[{re.escape(first)}{re.escape(first.upper())}]{words[len(re.escape(first)) :]}"
    return f"({words})"
