"""Whoever speaks is known, and is the one that the article names."""

from collections import Counter
from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, overlap, place, shown, suggest, write_meant
from jelaskan.check.names import PEOPLE, is_same, names_of
from jelaskan.messages import Message
from jelaskan.model.article import Article
from jelaskan.model.explainer import UNREAD, Quotation
from jelaskan.model.statements import Attribution, Person
from jelaskan.problems import Problem
from jelaskan.proof.claims import Proof
from jelaskan.proof.passages import find_passages


def check_speakers(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each speaker whom readers could not know, or could mistake."""
    yield from _check_people(evidence)
    yield from _check_ids(evidence)
    for number, proof in evidence.proofs_of("quotation"):
        quotation = evidence.explainer.quotations[number]
        attributions = _attributions(evidence, proof)
        if attributions:
            yield from _compare(evidence, number, quotation, proof, attributions)
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
        for attribution in evidence.statements_at(passage).attributions
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
    names = names_of(evidence, quotation.speaker)
    if names and not any(speaker is None or is_same(speaker, names) for speaker in speakers):
        found = attributions[0]
        assert found.speaker is not None
        if (
            _is_certain(found, found.speaker)
            and not _is_unnamed(evidence, quotation.speaker, found.speaker)
            and _is_comparable(evidence, passage.article.language, found.speaker)
        ):
            yield Problem(
                evidence.file.position("quotations", number, "speaker"),
                "Q08",
                Message(
                    "speaker is {speaker}, and the article has {name}: “{text}”",
                    speaker=names[0],
                    name=found.speaker.name,
                    text=shown(quotation.text),
                ),
                Message(
                    "see {where}; write the id of {name}, unless the article is wrong",
                    where=where,
                    name=found.speaker.name,
                ),
                severity="warning",
            )
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
                where=where,
                polarity=found.polarity,
            ),
            severity="warning",
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
    """Yield each person of the file whom no article in the page's language names."""
    articles = [
        article for article in evidence.based_on if article.language == evidence.explainer.language
    ]
    for number, speaker in enumerate(evidence.explainer.people):
        names = (speaker.name, *speaker.aliases, *speaker.name.split()[-1:])
        if articles and speaker.kind == "person" and not _stands(names, articles):
            yield Problem(
                evidence.file.position("people", number, "name"),
                "S10",
                Message("the article does not name {name}", name=shown(speaker.name)),
                Message("compare the spelling with the article, or add the article's to `aliases`"),
                severity="warning",
            )


def _stands(names: tuple[str, ...], articles: list[Article]) -> bool:
    return any(find_passages(article, name) for article in articles for name in names)
