"""Hard words in running text: a button at the first use in each section."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from jelaskan.proof.terms import TermFinder
from jelaskan.render.views import Link

BEFORE = re.compile(r"[^\s\w]{1,3}\Z")
AFTER = re.compile(r"['’]\w{1,2}(?!\w)|[^\s\w]{1,3}")
"""What may not be parted from a button by the end of a line: “NATO’s”, (NATO)."""


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
        self._finder = TermFinder((term.id, term.names) for term in terms)

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
        for start, end, term_id in self._finder.find(text):
            if term_id in self._seen or start < at:
                continue
            before = BEFORE.search(text[max(at, start - 3) : start])
            after = AFTER.match(text, end)
            yield escape(text[at : start - len(before[0] if before else "")])
            yield _joined(before, self._button(term_id, text[start:end]), after)
            at = after.end() if after else end
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


def _joined(before: re.Match[str] | None, button: Markup, after: re.Match[str] | None) -> Markup:
    """Return a button and the marks that touch it as one piece of a line."""
    if before is None and after is None:
        return button
    return Markup('<span class="joined">{}{}{}</span>').format(
        before[0] if before else "", button, after[0] if after else ""
    )
