"""Roles are those that speakers held on the day of the page."""

from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, shown
from jelaskan.check.names import PEOPLE, is_same, stored_names
from jelaskan.messages import Message
from jelaskan.model.explainer import Speaker
from jelaskan.model.statements import Statements
from jelaskan.model.store import HeldRole, StoredPerson, local
from jelaskan.problems import Problem

ROLES_ALIKE = 50.0
"""The least likeness, of 100, of two wordings of one role."""


def check_roles(evidence: Evidence) -> Iterator[Problem]:
    """Yield where the store knows another role, or none, for the day of the page."""
    day = evidence.day
    speaking: dict[str, int] = {}
    for number, quotation in enumerate(evidence.explainer.quotations):
        speaking.setdefault(quotation.speaker, number)
    described = {speaker.id: speaker for speaker in evidence.explainer.people}
    for speaker_id, number in speaking.items():
        stored = evidence.store.people.get(speaker_id)
        if stored is None or not stored.roles or day is None:
            continue
        held = [role for role in stored.roles if _is_held(role, day)]
        if not held:
            yield Problem(
                evidence.file.position("quotations", number, "speaker"),
                "S05",
                Message(
                    "{name} had no role on {day}, {file} says",
                    name=local(stored.name, evidence.explainer.language),
                    day=day,
                    file=PEOPLE,
                ),
                Message(
                    "mend the periods of {speaker_id} there, or describe them in `people:`",
                    speaker_id=speaker_id,
                ),
                severity="warning",
            )
            continue
        yield from _check_role(evidence, number, described.get(speaker_id), stored, held, day)
    yield from _check_own_roles(evidence)


def _check_own_roles(evidence: Evidence) -> Iterator[Problem]:
    """Yield each role of the file that the article does not give to that person, nor a source."""
    for number, speaker in enumerate(evidence.explainer.people):
        given = " ".join(filter(None, (speaker.role, speaker.affiliation)))
        found = _roles_in_articles(evidence, (speaker.name, *speaker.aliases))
        if (
            speaker.kind == "person"
            and speaker.role
            and not speaker.source
            and speaker.id not in evidence.store.people
            and found
            and not any(_is_alike(given, role) for role in found)
        ):
            yield Problem(
                evidence.file.position("people", number, "role"),
                "S06",
                Message(
                    "this file calls {name} “{given}”, and the article “{role}”",
                    name=speaker.name,
                    given=shown(given),
                    role=shown(found[0]),
                ),
                Message("compare it with the article, or name the `source:` that has it"),
                severity="warning",
            )


def _check_role(
    evidence: Evidence,
    number: int,
    described: Speaker | None,
    stored: StoredPerson,
    held: list[HeldRole],
    day: str,
) -> Iterator[Problem]:
    """Yield where the file or the article gives a role that the store does not have."""
    language = evidence.explainer.language
    roles = [_role(role, language) for role in held]
    if described is not None:
        given = " ".join(filter(None, (described.role, described.affiliation)))
        people = evidence.explainer.people.index(described)
        position = evidence.file.position("people", people, "role")
    else:
        given = next(iter(_roles_in_articles(evidence, stored_names(stored))), "")
        position = evidence.file.position("quotations", number, "speaker")
    if given and not any(_is_alike(given, role) for role in roles):
        who = Message("this file") if described is not None else Message("the article")
        yield Problem(
            position,
            "S06",
            Message(
                "{who} calls {name} “{given}”, and {file} on {day}: “{role}”",
                who=who,
                name=local(stored.name, language),
                given=shown(given),
                file=PEOPLE,
                day=day,
                role=shown(roles[0]),
            ),
            Message("mend the one that is wrong"),
            severity="warning",
        )


def _roles_in_articles(evidence: Evidence, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles that articles in the page's language give a person."""
    return tuple(
        person.role
        for article in evidence.based_on
        if article.language == evidence.explainer.language
        for person in evidence.statements.get(article.slug, Statements()).people
        if person.role and person.kind == "person" and is_same(person, names)
    )


def _is_alike(role: str, other: str) -> bool:
    from rapidfuzz.fuzz import token_set_ratio

    return token_set_ratio(role.casefold(), other.casefold()) >= ROLES_ALIKE


def _is_held(role: HeldRole, day: str) -> bool:
    """Return whether a role was held on a day, as exactly as its period is known."""
    begun = role.since is None or role.since <= day[: len(role.since)]
    return begun and (role.until is None or day[: len(role.until)] <= role.until)


def _role(role: HeldRole, language: str) -> str:
    parts = (local(role.role, language), local(role.affiliation, language))
    return " ".join(part for part in parts if part)
