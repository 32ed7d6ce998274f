"""Hard words in running text: a button at the first use in each section."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from jelaskan.render.views import Link


@dataclass(frozen=True, slots=True)
class Term:
    """A hard word that is explained on the page."""

    id: str
    names: tuple[str, ...]
    """The first is the one that the glossary prints."""
    description: str


class TermMarker:
    """Marks the terms of one page, in page order.

    A term's explanation is written once, as a popover after the section of its first use;
    every later button opens the same one.
    """

    def __init__(self, terms: Sequence[Term], labels: Mapping[str, str]) -> None:
        """Prepare for a page that explains these terms."""
        self._terms = {term.id: term for term in terms}
        self._labels = labels
        self._seen: set[str] = set()
        self._section = Link("", "")
        self._explained: set[str] = set()
        self._waiting: list[Term] = []
        self.uses: dict[str, list[Link]] = {term.id: [] for term in terms}
        """For each term, the sections that use it."""
        by_length = sorted(
            ((name, term.id) for term in terms for name in term.names),
            key=lambda pair: (-len(pair[0]), pair),
        )
        self._by_group = [term_id for _, term_id in by_length]
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(_pattern(name) for name, _ in by_length)})(?!\w)")
            if by_length
            else None
        )

    def begin(self, section: Link) -> None:
        """Begin a section: every term may be marked once more."""
        self._section = section
        self._seen = set()

    def mark(self, text: str) -> Markup:
        """Return text with a button at each term that the section has not had yet."""
        return Markup("").join(self.pieces(text))

    def pieces(self, text: str) -> Iterator[Markup]:
        """Yield the pieces of a text, escaped: words, and the buttons between them."""
        at = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            term_id = self._by_group[(match.lastindex or 1) - 1]
            if term_id in self._seen:
                continue
            yield escape(text[at : match.start()])
            yield self._button(term_id, match[0])
            at = match.end()
        yield escape(text[at:])

    def take(self) -> Markup:
        """Return the popovers of the terms met for the first time since the last call."""
        waiting, self._waiting = self._waiting, []
        return Markup("").join(self._popover(term) for term in waiting)

    def _button(self, term_id: str, words: str) -> Markup:
        self._seen.add(term_id)
        self.uses[term_id].append(self._section)
        if term_id not in self._explained:
            self._explained.add(term_id)
            self._waiting.append(self._terms[term_id])
        return Markup('<button popovertarget="about-{}">{}</button>').format(term_id, words)

    def _popover(self, term: Term) -> Markup:
        return Markup(
            '<span popover id="about-{id}"><b>{name}</b> {description} '
            '<a href="#term-{id}">{more}</a></span>'
        ).format(
            id=term.id,
            name=term.names[0],
            description=term.description,
            more=self._labels["in_glossary"],
        )


def _pattern(name: str) -> str:
    """Return a group that matches a name: “konsensus” also as “Konsensus”, “NATO” only so."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    first = name[0]
    if name == name.lower() and first.upper() != first and len(first.upper()) == 1:
        words = f"[{re.escape(first)}{re.escape(first.upper())}]{words[len(re.escape(first)) :]}"
    return f"({words})"
