"""Whoever speaks is known, and is the one that the article names."""

from collections import Counter
from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, overlap, place, shown, suggest
from jelaskan.model.explainer import Quotation, Speaker
from jelaskan.model.statements import Attribution, Person
from jelaskan.model.store import HeldRole, StoredPerson, local
from jelaskan.problems import Problem
from jelaskan.proof.claims import Proof

PEOPLE = "content/people.yaml"
ALIKE = 82.0
"""The least likeness, of 100, of two spellings of one name: “Andrii”, “Andriy”."""
ROLES_ALIKE = 50.0


def check_speakers(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each speaker whom readers could not know, or could mistake."""
    yield from _check_people(evidence)
    yield from _check_ids(evidence)
    for number, proof in evidence.proofs_of("quotation"):
        quotation = evidence.explainer.quotations[number]
        attributions = _attributions(evidence, proof)
        if attributions:
            yield from _compare(evidence, number, quotation, proof, attributions)
    yield from _check_roles(evidence)


def _check_people(evidence: Evidence) -> Iterator[Problem]:
    """Yield problems of `people`: two of one id, one of the store, one who says nothing."""
    seen = Counter[str]()
    speaking = {quotation.speaker for quotation in evidence.explainer.quotations}
    for number, speaker in enumerate(evidence.explainer.people):
        position = evidence.file.position("people", number, "id")
        seen[speaker.id] += 1
        if seen[speaker.id] > 1:
            message = f"another of `people` has this id: {speaker.id}"
            yield Problem(position, "S01", message, "give each its own, or delete one")
        elif speaker.id in evidence.store.people:
            yield Problem(
                position,
                "S04",
                f"{speaker.id} is described in {PEOPLE} too",
                "delete one of the two: the page shows the one in this file",
                severity="warning",
            )
        if speaker.id not in speaking:
            yield Problem(
                position,
                "S03",
                f"{speaker.name} says nothing on the page",
                "delete this entry, or quote them",
                severity="warning",
            )


def _check_ids(evidence: Evidence) -> Iterator[Problem]:
    """Yield problems of the quotations' ids and speakers."""
    known = {speaker.id for speaker in evidence.explainer.people} | set(evidence.store.people)
    seen = Counter[str]()
    for number, quotation in enumerate(evidence.explainer.quotations):
        seen[quotation.id] += 1
        if seen[quotation.id] > 1:
            yield Problem(
                evidence.file.position("quotations", number, "id"),
                "Q01",
                f"another quotation has this id: {quotation.id}",
                "give each its own: links lead to it",
            )
        if quotation.speaker not in known:
            yield Problem(
                evidence.file.position("quotations", number, "speaker"),
                "S02",
                f"nobody has this id, in `people` or {PEOPLE}: {quotation.speaker}",
                suggest(quotation.speaker, known) or "describe the speaker in `people:`",
            )


def _attributions(evidence: Evidence, proof: Proof) -> tuple[Attribution, ...]:
    """Return who says the words of a passage in the article, the most of them first."""
    passage = proof.passages[0]
    shared = [
        (
            sum(
                overlap(content, mention)
                for content in attribution.content
                for mention in passage.mentions
            ),
            attribution,
        )
        for attribution in evidence.statements_of(passage).attributions
    ]
    ordered = sorted(shared, key=lambda pair: -pair[0])
    return tuple(attribution for count, attribution in ordered if count)


def _compare(
    evidence: Evidence,
    number: int,
    quotation: Quotation,
    proof: Proof,
    attributions: tuple[Attribution, ...],
) -> Iterator[Problem]:
    """Yield where the article has another speaker, or the opposite sense."""
    passage = proof.passages[0]
    where = place(passage.article, passage.mentions[0])
    speakers = [attribution.speaker for attribution in attributions]
    names = _names(evidence, quotation.speaker)
    if names and not any(speaker is None or _is_same(speaker, names) for speaker in speakers):
        found = attributions[0]
        assert found.speaker is not None
        if not found.doubts and _is_comparable(evidence, passage.article.language, found.speaker):
            yield Problem(
                evidence.file.position("quotations", number, "speaker"),
                "Q08",
                f"speaker is {names[0]}, and the article has {found.speaker.name}: "
                f"“{shown(quotation.text)}”",
                f"see {where}; write the id of {found.speaker.name}, unless the article is wrong",
                severity="warning",
            )
    if all(attribution.polarity != quotation.polarity for attribution in attributions):
        found = attributions[0]
        cue = f" (“{found.cue.text}”)" if found.cue else ""
        yield Problem(
            evidence.file.position("quotations", number, "polarity"),
            "Q09",
            f"polarity is {quotation.polarity}, and the article has {found.polarity}{cue}: "
            f"“{shown(quotation.text)}”",
            f"see {where}; write `polarity: {found.polarity}`, or the page turns the sense around",
            severity="warning",
        )


def _is_comparable(evidence: Evidence, language: str, person: Person) -> bool:
    """Return whether the page can be expected to name a speaker as the article does.

    An edition in another language translates the names of bodies and of the unnamed.
    """
    return person.kind == "person" or language == evidence.explainer.language


def _check_roles(evidence: Evidence) -> Iterator[Problem]:
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
                f"{local(stored.name, evidence.explainer.language)} had no role on {day}, {PEOPLE} says",
                f"mend the periods of {speaker_id} there, or describe them in `people:`",
                severity="warning",
            )
            continue
        yield from _check_role(evidence, number, described.get(speaker_id), stored, held, day)


def _check_role(
    evidence: Evidence,
    number: int,
    described: Speaker | None,
    stored: StoredPerson,
    held: list[HeldRole],
    day: str,
) -> Iterator[Problem]:
    """Yield where the file or the article gives a role that the store does not have."""
    from rapidfuzz.fuzz import token_set_ratio

    language = evidence.explainer.language
    roles = [_role(role, language) for role in held]
    if described is not None:
        given = " ".join(filter(None, (described.role, described.affiliation)))
        people = evidence.explainer.people.index(described)
        position = evidence.file.position("people", people, "role")
    else:
        given = _role_in_articles(evidence, stored)
        position = evidence.file.position("quotations", number, "speaker")
    if given and all(
        token_set_ratio(given.casefold(), role.casefold()) < ROLES_ALIKE for role in roles
    ):
        who = "this file" if described is not None else "the article"
        yield Problem(
            position,
            "S06",
            f"{who} calls {local(stored.name, language)} “{shown(given)}”, "
            f"and {PEOPLE} on {day}: “{shown(roles[0])}”",
            "mend the one that is wrong",
            severity="warning",
        )


def _role_in_articles(evidence: Evidence, stored: StoredPerson) -> str:
    """Return the role that an article in the page's language gives a person, or nothing."""
    names = _stored_names(stored)
    for article in evidence.based_on:
        statements = evidence.statements.get(article.slug)
        if statements is None or article.language != evidence.explainer.language:
            continue
        for person in statements.people:
            if person.role and person.kind == "person" and _is_same(person, names):
                return person.role
    return ""


def _is_held(role: HeldRole, day: str) -> bool:
    """Return whether a role was held on a day, as exactly as its period is known."""
    begun = role.since is None or role.since <= day[: len(role.since)]
    return begun and (role.until is None or day[: len(role.until)] <= role.until)


def _names(evidence: Evidence, speaker_id: str) -> tuple[str, ...]:
    """Return every name of a speaker, the one that the page shows first."""
    for speaker in evidence.explainer.people:
        if speaker.id == speaker_id:
            return (speaker.name, *speaker.aliases)
    stored = evidence.store.people.get(speaker_id)
    return () if stored is None else _stored_names(stored)


def _stored_names(stored: StoredPerson) -> tuple[str, ...]:
    names = (stored.name,) if isinstance(stored.name, str) else tuple(stored.name.values())
    return (*names, *stored.aliases)


def _is_same(person: Person, names: tuple[str, ...]) -> bool:
    """Return whether a person of the article has one of some names, spelling aside."""
    from rapidfuzz.fuzz import ratio, token_set_ratio

    for found in (person.name, *person.aliases):
        for name in names:
            ours, theirs = name.casefold(), found.casefold()
            if ratio(ours, theirs) >= ALIKE or token_set_ratio(ours, theirs) == 100:
                return True
    return False


def _role(role: HeldRole, language: str) -> str:
    parts = (local(role.role, language), local(role.affiliation, language))
    return " ".join(part for part in parts if part)
