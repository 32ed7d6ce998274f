"""The store: people and terms that several explainers share, described once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jelaskan.model.explainer import (
    Explainer,
    Identifier,
    Key,
    Part,
    PartialDate,
    Sources,
    Text,
    Texts,
)
from jelaskan.model.statements import PersonKind
from jelaskan.problems import Position

LocalText = Text | Mapping[str, Text]
"""The same words in every language, or one wording per language code."""


def local(text: LocalText | None, language: str) -> str | None:
    """Return the wording for a language, else the first one that is written."""
    if text is None or isinstance(text, str):
        return text
    return text.get(language) or next(iter(text.values()), None)


class HeldRole(Part):
    """A role and the time for which it was held."""

    role: LocalText
    """The office or profession, in one wording or one per language."""
    affiliation: LocalText | None = None
    """The body in which it is held."""
    since: PartialDate | None = None
    """When it began: a year, a month or a day."""
    until: PartialDate | None = None
    """When it ended; left out while it is held."""


class StoredPerson(Part):
    """One who speaks in several explainers."""

    name: LocalText
    """The full name."""
    kind: PersonKind = "person"
    """A person, a body such as a ministry, a group, or an unnamed source."""
    roles: tuple[HeldRole, ...] = ()
    """Newest first; a page shows the one that was held on its day."""
    aliases: Texts = ()
    """Other names in articles."""
    about: LocalText | None = None
    """A sentence that readers need to know; true on any day."""
    source: Sources = ()
    """Public pages that this rests on."""
    as_of: PartialDate | None = None
    """The day on which it was true."""


class TermText(Part):
    """A term in one language."""

    name: Text
    """The term as readers meet it."""
    description: Text
    """What it means, in one or two sentences."""
    alternate_names: Texts = ()
    """Other forms that stand in articles or on pages."""


class StoredTerm(Part):
    """A hard word, described once per language."""

    text: Mapping[str, TermText]
    """By language code: `id`, `en`."""
    source: Sources = ()
    """Public pages that the descriptions rest on."""
    as_of: PartialDate | None = None
    """The day on which the descriptions were true."""


@dataclass(frozen=True, slots=True)
class Store:
    """What people.yaml and glossary.yaml say, by id."""

    people: Mapping[Identifier, StoredPerson] = field(default_factory=dict)
    terms: Mapping[Identifier, StoredTerm] = field(default_factory=dict)
    places: Mapping[str, Mapping[Key, tuple[int, int]]] = field(default_factory=dict)
    """For each file of the store, where its values stand."""
    unread: Mapping[str, frozenset[Key]] = field(default_factory=dict)
    """For each file of the store, what could not be read; stand-ins are there instead."""

    def is_whole(self, path: str) -> bool:
        """Return whether every entry of a store file could be read, or the most of it."""
        return all(len(key) > 1 for key in self.unread.get(path, ()))

    def used_by(self, explainer: Explainer) -> tuple[StoredPerson | StoredTerm | None, ...]:
        """Return what the store says, or does not, of each person and term that a page names."""
        speakers = [quotation.speaker for quotation in explainer.quotations]
        speakers += [speaker.id for speaker in explainer.people]
        terms = [entry if isinstance(entry, str) else entry.id for entry in explainer.glossary]
        return (
            *(self.people.get(speaker) for speaker in dict.fromkeys(speakers)),
            *(self.terms.get(term) for term in terms),
        )

    def position(self, path: str, *key: str | int) -> Position:
        """Return where a value of a store file stands."""
        places = self.places.get(path, {})
        while key and key not in places:
            key = key[:-1]
        line, column = places.get(key, (1, 1))
        return Position(path, line, column)
