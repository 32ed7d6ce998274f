"""Names of speakers, in the file, the store and the article."""

from jelaskan.check.evidence import Evidence
from jelaskan.model.explainer import UNREAD
from jelaskan.model.statements import Person
from jelaskan.model.store import StoredPerson

PEOPLE = "content/people.yaml"
ALIKE = 82.0
"""The least likeness, of 100, of two spellings of one name: “Andrii”, “Andriy”."""


def names_of(evidence: Evidence, speaker_id: str) -> tuple[str, ...]:
    """Return every name of a speaker, the one that the page shows first."""
    for speaker in evidence.explainer.people:
        if speaker.id == speaker_id:
            return _read((speaker.name, *speaker.aliases))
    stored = evidence.store.people.get(speaker_id)
    return () if stored is None else _read(stored_names(stored))


def _read(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names, or nothing where one could not be read."""
    return () if UNREAD in names else names


def stored_names(stored: StoredPerson) -> tuple[str, ...]:
    """Return every name that the store has for someone, in all languages."""
    names = (stored.name,) if isinstance(stored.name, str) else tuple(stored.name.values())
    return (*names, *stored.aliases)


def is_same(person: Person, names: tuple[str, ...]) -> bool:
    """Return whether a person of the article has one of some names, spelling aside."""
    from rapidfuzz.fuzz import ratio, token_set_ratio

    for found in (person.name, *person.aliases):
        for name in names:
            ours, theirs = (one.casefold().replace(",", " ") for one in (name, found))
            if ratio(ours, theirs) >= ALIKE or token_set_ratio(ours, theirs) == 100:
                return True
    return False
