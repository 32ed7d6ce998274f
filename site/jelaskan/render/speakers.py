"""Who a speaker is: the store's words or the explainer's, and the role held at the time."""

from dataclasses import dataclass

from jelaskan.model.explainer import Explainer, Sources
from jelaskan.model.statements import PersonKind
from jelaskan.model.store import HeldRole, Store, StoredPerson, local


@dataclass(frozen=True, slots=True)
class ResolvedSpeaker:
    """A speaker of one explainer, in its language."""

    key: str
    """The name of the speaker's page. The same for all explainers that mean the same one."""
    name: str
    kind: PersonKind
    role: str | None
    affiliation: str | None
    about: str | None
    as_of: str | None
    source: Sources


def resolve_speaker(
    speaker: str, *, slug: str, explainer: Explainer, store: Store, date: str | None
) -> ResolvedSpeaker:
    """Return who a speaker id means; an explainer's own words win over the store's.

    `date` is the day for which the role is wanted. Unnamed sources and groups that only
    one explainer describes are that explainer's: nobody can say that two are the same.
    """
    for own in explainer.people:
        if own.id == speaker:
            named = own.kind in ("person", "body") or speaker in store.people
            return ResolvedSpeaker(
                key=speaker if named else f"{slug}-{speaker}",
                name=own.name,
                kind=own.kind,
                role=own.role,
                affiliation=own.affiliation,
                about=own.about,
                as_of=own.as_of,
                source=own.source,
            )
    person = store.people.get(speaker)
    if person is None:
        return ResolvedSpeaker(speaker, speaker, "person", None, None, None, None, ())
    held = role_on(person, date)
    language = explainer.language
    return ResolvedSpeaker(
        key=speaker,
        name=local(person.name, language) or speaker,
        kind=person.kind,
        role=local(held.role, language) if held else None,
        affiliation=local(held.affiliation, language) if held else None,
        about=local(person.about, language),
        as_of=person.as_of,
        source=person.source,
    )


def role_on(person: StoredPerson, date: str | None) -> HeldRole | None:
    """Return the role that a person held on a day, the newest first; without a day, the newest."""
    for held in person.roles:
        begun = held.since is None or date is None or held.since <= date
        ended = held.until is not None and date is not None and date[: len(held.until)] > held.until
        if begun and not ended:
            return held
    return None
