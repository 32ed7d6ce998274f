"""Who a speaker is: the store's words or the explainer's, and the role held at the time."""

import re
import unicodedata
from dataclasses import dataclass

from jelaskan.model.explainer import Explainer, Sources, Speaker
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

    `date` is the day for which the role is wanted. Speakers that the store does not know are
    the same in two explainers only by their full name: an id may be a surname that two share.
    """
    for own in explainer.people:
        if own.id == speaker:
            return ResolvedSpeaker(
                key=speaker if speaker in store.people else _page_name(own, slug),
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


def _page_name(speaker: Speaker, slug: str) -> str:
    """Return the name of a page for one whom only explainers describe.

    Nobody can say that two unnamed sources, two groups or two bare surnames are the same.
    """
    letters = unicodedata.normalize("NFKD", speaker.name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", letters.lower())
    known = speaker.kind == "body" or (speaker.kind == "person" and len(words) > 1)
    return "-".join(words)[:80] if known and words else f"{slug}-{speaker.id}"


def role_on(person: StoredPerson, date: str | None) -> HeldRole | None:
    """Return the role that a person held on a day, the newest first; without a day, the newest."""
    for held in person.roles:
        begun = held.since is None or date is None or held.since <= date
        ended = held.until is not None and date is not None and date[: len(held.until)] > held.until
        if begun and not ended:
            return held
    return None
