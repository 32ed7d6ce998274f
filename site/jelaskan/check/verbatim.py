"""What is said to stand in an article stands there word for word."""

import itertools
from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, place, shown
from jelaskan.check.marks import words_outside_marks
from jelaskan.check.missing import KINDS, explain_missing, first_mention
from jelaskan.messages import Message
from jelaskan.model.explainer import OMISSION
from jelaskan.model.statements import Furniture
from jelaskan.problems import Problem, Write
from jelaskan.proof.claims import Proof
from jelaskan.proof.passages import Passage

FEW_WORDS = 3
"""An omission of so many words may turn the sense of a quotation around."""


def check_verbatim(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each claim that does not stand in one plain place of an article."""
    if not evidence.based_on:
        return
    for proof in evidence.proofs:
        passages = tuple(dict.fromkeys(proof.passages))
        if not passages:
            yield explain_missing(evidence, proof)
        elif all(_furniture(evidence, passage) for passage in passages):
            yield _in_furniture(evidence, proof)
        elif len(passages) > 1:
            yield _twice(evidence, proof, passages)
        elif proof.claim.kind == "quotation":
            yield from _check_marks(evidence, proof)
    yield from _check_repeated(evidence)


def _check_repeated(evidence: Evidence) -> Iterator[Problem]:
    """Yield each quotation whose words another one has, at the same place of the article."""
    first: dict[Passage, Proof] = {}
    for _, proof in evidence.proofs_of("quotation"):
        other = first.setdefault(proof.passages[0], proof)
        if other is not proof:
            yield Problem(
                evidence.file.position(*proof.claim.key),
                "Q12",
                Message("these words are quoted already: “{text}”", text=shown(proof.claim.text)),
                Message(
                    "{place} has them; delete one of the two",
                    place=evidence.file.position(*other.claim.key),
                ),
                severity="warning",
            )


def _in_furniture(evidence: Evidence, proof: Proof) -> Problem:
    """Return the problem of a claim that rests on the page around the article."""
    kind = KINDS[proof.claim.kind]
    passage = proof.passages[0]
    furniture = _furniture(evidence, passage)
    assert furniture is not None
    return Problem(
        evidence.file.position(*proof.claim.key),
        f"{kind.letter}03",
        Message(
            "{kind} is no part of the article's text: “{text}”",
            kind=kind.words,
            text=shown(proof.claim.text),
        ),
        Message(
            "{place} belongs to the page around it ({kind}): “{text}”; delete this part",
            place=place(*first_mention(passage)),
            kind=furniture.kind,
            text=shown(furniture.mention.text),
        ),
    )


def _twice(evidence: Evidence, proof: Proof, passages: tuple[Passage, ...]) -> Problem:
    """Return the problem of a claim that could mean several passages."""
    kind = KINDS[proof.claim.kind]
    places = ", ".join(str(place(*first_mention(passage))) for passage in passages[:5])
    return Problem(
        evidence.file.position(*proof.claim.key),
        f"{kind.letter}04",
        Message(
            "{kind} stands in {count} places: “{text}”",
            kind=kind.words,
            count=len(passages),
            text=shown(proof.claim.text),
        ),
        Message(
            "{places}; write `near:` with words that stand beside the one that you mean",
            places=places,
        ),
        severity="warning",
    )


def _check_marks(evidence: Evidence, proof: Proof) -> Iterator[Problem]:
    """Yield a problem where a quotation's kind and the article's marks disagree."""
    number = int(proof.claim.key[1])
    quotation = evidence.explainer.quotations[number]
    passage = proof.passages[0]
    outside = [
        word
        for mention in passage.mentions
        for word in words_outside_marks(passage.article.text, mention)
    ]
    words = sum(len(mention.text.split()) for mention in passage.mentions)
    where = place(*first_mention(passage))
    if quotation.kind == "direct":
        yield from _check_omissions(evidence, proof)
        if outside and not _found_direct(evidence, passage):
            yield Problem(
                evidence.file.position(*proof.claim.key),
                "Q06",
                Message(
                    "direct quotation has words that stand outside of quotation marks at "
                    "{where}: “{outside}”",
                    where=where,
                    outside=shown(" ".join(outside)),
                ),
                Message(
                    "quote only what stands between the marks (with […] between pieces), or "
                    "write `kind: indirect`, or `kind: mixed` where a part is quoted"
                ),
                cure=Write(("quotations", number, "kind"), "indirect", behind="speaker")
                if len(outside) == words
                else None,
            )
    elif not outside or (quotation.kind == "mixed" and len(outside) == words):
        everything = Message("none") if outside else Message("all")
        better = "direct" if not outside else "indirect"
        yield Problem(
            evidence.file.position("quotations", number, "kind"),
            "Q07",
            Message(
                "kind is {kind}, but {everything} of the words stand between quotation marks "
                "at {where}: “{text}”",
                kind=quotation.kind,
                everything=everything,
                where=where,
                text=shown(quotation.text),
            ),
            Message("write `kind: {better}`", better=better),
            severity="warning",
            cure=Write(("quotations", number, "kind"), better),
        )


def _check_omissions(evidence: Evidence, proof: Proof) -> Iterator[Problem]:
    """Yield where a few words are left out inside a quotation: “not” is one of them."""
    passage = proof.passages[0]
    article = passage.article
    for piece, following in itertools.pairwise(passage.mentions):
        between = article.mention(piece.end, following.start)
        words = [word for word in between.text.split() if any(map(str.isalnum, word))]
        if 0 < len(words) <= FEW_WORDS and not words_outside_marks(article.text, between):
            yield Problem(
                evidence.file.position(*proof.claim.key),
                "Q11",
                Message(
                    "{omission} stands for a few words of the speaker: “{words}”",
                    omission=OMISSION,
                    words=shown(" ".join(words)),
                ),
                Message(
                    "see {place}; write them, unless the sense is the same without",
                    place=place(article, between),
                ),
                severity="warning",
            )


def _found_direct(evidence: Evidence, passage: Passage) -> bool:
    """Return whether extraction found all of a passage to be direct speech.

    It knows quotations whose marks were damaged or never closed.
    """
    found = [
        content
        for attribution in evidence.statements_at(passage).attributions
        if attribution.kind == "direct"
        for content in attribution.content
    ]
    return all(
        any(content.start <= mention.start and mention.end <= content.end for content in found)
        for mention in passage.mentions
    )


def _furniture(evidence: Evidence, passage: Passage) -> Furniture | None:
    """Return the furniture that the first words of a passage stand in."""
    start = passage.mentions[0].start
    for furniture in evidence.statements_at(passage).furniture:
        if furniture.mention.start <= start < furniture.mention.end:
            return furniture
    return None
