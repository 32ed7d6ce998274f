"""Whoever speaks is known, and is the one that the article names."""

import re
from collections import Counter
from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, overlap, place, shown, suggest, write_meant
from jelaskan.check.names import PEOPLE, is_same, names_of, stored_names
from jelaskan.messages import Message
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import UNREAD
from jelaskan.model.statements import Attribution, Person, PersonKind
from jelaskan.problems import Problem
from jelaskan.proof.passages import Passage, find_passages

WORD = re.compile(r"\w{2,}")


def check_speakers(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each speaker whom readers could not know, or could mistake."""
    yield from _check_people(evidence)
    yield from _check_ids(evidence)
    for number, proof in evidence.proofs_of("quotation"):
        passage = proof.passages[0]
        found = [_attributions(evidence, passage, piece) for piece in passage.mentions]
        yield from _compare_speakers(evidence, number, passage, found)
        if everything := [attribution for of_piece in found for attribution in of_piece]:
            yield from _compare_polarity(evidence, number, passage, everything)
    yield from _check_named(evidence)


def _check_people(evidence: Evidence) -> Iterator[Problem]:
    """Yield problems of `people`: two of one id, one of the store, one who says nothing."""
    seen = Counter[str]()
    speaking = {quotation.speaker for quotation in evidence.explainer.quotations}
    for number, speaker in enumerate(evidence.explainer.people):
        position = evidence.file.position("people", number, "id")
        seen[speaker.id] += 1
        if seen[speaker.id] > 1:
            message = Message("another of `people` has this id: {id}", id=speaker.id)
            yield Problem(position, "S01", message, Message("give each its own, or delete one"))
        elif speaker.id in evidence.store.people:
            yield Problem(
                position,
                "S04",
                Message("{id} is described in {file} too", id=speaker.id, file=PEOPLE),
                Message("delete one of the two: the page shows the one in this file"),
                severity="warning",
            )
        if speaker.id not in speaking and speaker.name != UNREAD:
            yield Problem(
                position,
                "S03",
                Message("{name} says nothing on the page", name=speaker.name),
                Message("delete this entry, or quote them"),
                severity="warning",
            )


def _check_ids(evidence: Evidence) -> Iterator[Problem]:
    """Yield problems of the quotations' ids and speakers."""
    known = {speaker.id for speaker in evidence.explainer.people} | set(evidence.store.people)
    # Where nobody speaks under an id of `people`, that id may be the misspelt one.
    speaking = {quotation.speaker for quotation in evidence.explainer.quotations}
    plain = known & (speaking | set(evidence.store.people))
    seen = Counter[str]()
    for number, quotation in enumerate(evidence.explainer.quotations):
        seen[quotation.id] += 1
        if seen[quotation.id] > 1:
            yield Problem(
                evidence.file.position("quotations", number, "id"),
                "Q01",
                Message("another quotation has this id: {id}", id=quotation.id),
                Message("give each its own: links lead to it"),
            )
        if quotation.speaker not in known and evidence.store.is_whole(PEOPLE):
            yield Problem(
                evidence.file.position("quotations", number, "speaker"),
                "S02",
                Message(
                    "nobody has this id, in `people` or {file}: {speaker}",
                    file=PEOPLE,
                    speaker=quotation.speaker,
                ),
                suggest(quotation.speaker, known) or Message("describe the speaker in `people:`"),
                cure=write_meant(("quotations", number, "speaker"), quotation.speaker, plain),
            )


def _attributions(evidence: Evidence, passage: Passage, piece: Mention) -> list[Attribution]:
    """Return who says the words of a piece in the article, the most of them first."""
    shared = [
        (sum(overlap(content, piece) for content in attribution.content), attribution)
        for attribution in evidence.statements_at(passage).attributions
    ]
    ordered = sorted(shared, key=lambda pair: -pair[0])
    return [attribution for count, attribution in ordered if count]


def _compare_speakers(
    evidence: Evidence, number: int, passage: Passage, found: list[list[Attribution]]
) -> Iterator[Problem]:
    """Yield where the article gives a piece of a quotation to another speaker."""
    quotation = evidence.explainer.quotations[number]
    names = names_of(evidence, quotation.speaker)
    has_own = any(
        one.speaker is not None and is_same(one.speaker, names) and _is_certain(one, one.speaker)
        for attributions in found
        for one in attributions
    )
    for piece, attributions in zip(passage.mentions, found, strict=True):
        speakers = [attribution.speaker for attribution in attributions]
        if not names or any(speaker is None or is_same(speaker, names) for speaker in speakers):
            continue
        speaker = speakers[0] if speakers else None
        if (
            speaker is not None
            and _is_certain(attributions[0], speaker)
            and not _is_unnamed(evidence, quotation.speaker, speaker)
            and _is_comparable(evidence, passage.article.language, speaker)
        ):
            yield Problem(
                evidence.file.position("quotations", number, "speaker"),
                "Q08",
                Message(
                    "speaker is {speaker}, and the article has {name}: “{text}”",
                    speaker=names[0],
                    name=speaker.name,
                    text=shown(piece.text),
                ),
                Message(
                    "see {where}; make a quotation of {name} of these words",
                    where=place(passage.article, piece),
                    name=speaker.name,
                )
                if has_own
                else Message(
                    "see {where}; write the id of {name}, unless the article is wrong",
                    where=place(passage.article, piece),
                    name=speaker.name,
                ),
                # Two quotations can always be made of one that joins two people's words.
                severity="error" if has_own else "warning",
            )
            return


def _compare_polarity(
    evidence: Evidence, number: int, passage: Passage, attributions: list[Attribution]
) -> Iterator[Problem]:
    """Yield where the article has the opposite sense."""
    quotation = evidence.explainer.quotations[number]
    if all(attribution.polarity != quotation.polarity for attribution in attributions):
        found = attributions[0]
        cue = f" (“{found.cue.text}”)" if found.cue else ""
        yield Problem(
            evidence.file.position("quotations", number, "polarity"),
            "Q09",
            Message(
                "polarity is {polarity}, and the article has {found}{cue}: “{text}”",
                polarity=quotation.polarity,
                found=found.polarity,
                cue=cue,
                text=shown(quotation.text),
            ),
            Message(
                "see {where}; write `polarity: {polarity}`, or the page turns the sense around",
                where=place(passage.article, passage.mentions[0]),
                polarity=found.polarity,
            ),
            severity="warning" if quotation.kind == "direct" or found.doubts else "error",
        )


def _is_certain(attribution: Attribution, speaker: Person) -> bool:
    """Return whether a speaker is beyond doubt, or named beside the reporting word."""
    source = attribution.source
    return not attribution.doubts or (source is not None and is_same(speaker, (source.text,)))


def _is_unnamed(evidence: Evidence, speaker_id: str, person: Person) -> bool:
    """Return whether the page has somebody unnamed where the article has a mere pronoun."""
    unnamed = {one.id for one in evidence.explainer.people if one.kind == "anonymous"}
    is_pronoun = person.kind == "anonymous" and " " not in person.name
    return is_pronoun and speaker_id in unnamed


def _is_comparable(evidence: Evidence, language: str, person: Person) -> bool:
    """Return whether the page can be expected to name a speaker as the article does.

    An edition in another language translates the names of bodies and of the unnamed.
    """
    return person.kind == "person" or language == evidence.explainer.language


def _check_named(evidence: Evidence) -> Iterator[Problem]:
    """Yield each person or body that speaks and that no article in the page's language names."""
    language = evidence.explainer.language
    articles = [article for article in evidence.based_on if article.language == language]
    if not articles:
        return
    for number, speaker in enumerate(evidence.explainer.people):
        if not _stands(speaker.kind, (speaker.name, *speaker.aliases), articles):
            yield Problem(
                evidence.file.position("people", number, "name"),
                "S10",
                Message("the article does not name {name}", name=shown(speaker.name)),
                Message("compare the spelling with the article, or add the article's to `aliases`"),
                severity="warning",
            )
    described = {speaker.id for speaker in evidence.explainer.people}
    for number, quotation in enumerate(evidence.explainer.quotations):
        stored = evidence.store.people.get(quotation.speaker)
        if stored is None or quotation.speaker in described:
            continue
        described.add(quotation.speaker)
        names = stored_names(stored)
        if not _stands(stored.kind, names, articles):
            yield Problem(
                evidence.file.position("quotations", number, "speaker"),
                "S10",
                Message("the article does not name {name}", name=shown(names[0])),
                Message(
                    "write the id of the one who says it, or add the article's spelling to "
                    "`aliases` in {file}",
                    file=PEOPLE,
                ),
                severity="warning",
            )


def _stands(kind: PersonKind, names: tuple[str, ...], articles: list[Article]) -> bool:
    """Return whether an article has one of some names: of a person, the last word is enough.

    The name of a body may be put together: “Wening Larasati’s office”. Its words have to stand
    there. Descriptions of groups and of the unnamed are the editor's.
    """
    if kind == "person":
        last = tuple(name.split()[-1] for name in names if name.split())
        return any(find_passages(article, name) for article in articles for name in names + last)
    return kind != "body" or any(
        all(find_passages(article, word) for word in WORD.findall(name))
        for article in articles
        for name in names
    )
