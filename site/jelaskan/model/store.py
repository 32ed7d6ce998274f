"""The store: people and terms that several explainers share, described once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import Field

from jelaskan.model.explainer import Explainer, Identifier, Key, Part, PartialDate, Sources, Text
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
    affiliation: LocalText | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


class StoredPerson(Part):
    """One who speaks in several explainers."""

    name: LocalText
    kind: PersonKind = "person"
    roles: tuple[HeldRole, ...] = Field((), description="Newest first.")
    aliases: tuple[str, ...] = ()
    about: LocalText | None = None
    source: Sources = ()
    as_of: PartialDate | None = None


class TermText(Part):
    """A term in one language."""

    name: Text
    description: Text
    alternate_names: tuple[str, ...] = ()


class StoredTerm(Part):
    """A hard word, described once per language."""

    text: Mapping[str, TermText] = Field(description="By language code.")
    source: Sources = ()
    as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Store:
    """What people.yaml and glossary.yaml say, by id."""

    people: Mapping[Identifier, StoredPerson] = field(default_factory=dict)
    terms: Mapping[Identifier, StoredTerm] = field(default_factory=dict)
    places: Mapping[str, Mapping[Key, tuple[int, int]]] = field(default_factory=dict)
    """For each file of the store, where its values stand."""

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
