"""What is said to stand in an article stands there word for word."""

from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, overlap, place, shown
from jelaskan.check.kinds import check_kind
from jelaskan.check.missing import KINDS, explain_missing, first_mention
from jelaskan.messages import Message
from jelaskan.model.statements import Furniture
from jelaskan.problems import Problem
from jelaskan.proof.claims import Proof
from jelaskan.proof.passages import Passage


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
        else:
            if len(passages) > 1:
                yield _twice(evidence, proof, passages)
            if proof.claim.kind == "quotation":
                in_text = tuple(each for each in passages if not _furniture(evidence, each))
                yield from check_kind(evidence, proof, in_text)
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


def _furniture(evidence: Evidence, passage: Passage) -> Furniture | None:
    """Return the furniture that words of a passage stand in."""
    for furniture in evidence.statements_at(passage).furniture:
        if any(overlap(furniture.mention, mention) for mention in passage.mentions):
            return furniture
    return None
