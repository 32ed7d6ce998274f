"""A quotation is direct, mixed or indirect as the article's quotation marks have it."""

from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, place, shown
from jelaskan.check.marks import find_closed, words_of, words_outside_marks
from jelaskan.check.missing import first_mention
from jelaskan.messages import Message
from jelaskan.model.statements import QuotationKind
from jelaskan.problems import Problem, Write
from jelaskan.proof.claims import Proof
from jelaskan.proof.passages import Passage, find_passages


def check_kind(
    evidence: Evidence, proof: Proof, passages: tuple[Passage, ...]
) -> Iterator[Problem]:
    """Yield a problem where a quotation's kind and the article's marks disagree.

    Where the words stand several times, one place that agrees is enough.
    """
    number = int(proof.claim.key[1])
    quotation = evidence.explainer.quotations[number]
    if quotation.kind == "direct":
        if not any(_is_quoted(evidence, passage) for passage in passages):
            yield _not_quoted(evidence, proof, passages)
        return
    if all(not _outside(passage) for passage in passages):
        yield _of_another_kind(evidence, proof, Message("all"), "direct")
    elif quotation.kind == "mixed" and not any(map(_has_quoted, passages)):
        yield _of_another_kind(evidence, proof, Message("none"), "indirect")
    else:
        yield from _check_own_marks(evidence, proof, passages)


def _not_quoted(evidence: Evidence, proof: Proof, passages: tuple[Passage, ...]) -> Problem:
    """Return the problem of a direct quotation that the article nowhere has between marks."""
    passage = passages[0]
    is_indirect = not any(map(_has_quoted, passages))
    return Problem(
        evidence.file.position(*proof.claim.key),
        "Q06",
        Message(
            "direct quotation has words that stand outside of quotation marks at "
            "{where}: “{outside}”",
            where=place(*first_mention(passage)),
            outside=shown(" ".join(_outside(passage))),
        ),
        Message(
            "quote only what stands between the marks (with […] between pieces), or "
            "write `kind: indirect`, or `kind: mixed` where a part is quoted"
        ),
        cure=Write((*proof.claim.key[:-1], "kind"), "indirect", behind="speaker")
        if is_indirect
        else None,
    )


def _of_another_kind(
    evidence: Evidence, proof: Proof, count: Message, better: QuotationKind
) -> Problem:
    """Return the warning that a reported quotation is called by another kind than its own."""
    number = int(proof.claim.key[1])
    quotation = evidence.explainer.quotations[number]
    return Problem(
        evidence.file.position("quotations", number, "kind"),
        "Q07",
        Message(
            "kind is {kind}, but {everything} of the words stand between quotation marks "
            "at {where}: “{text}”",
            kind=quotation.kind,
            everything=count,
            where=place(*first_mention(proof.passages[0])),
            text=shown(quotation.text),
        ),
        Message("write `kind: {better}`", better=better),
        severity="warning",
        cure=Write(("quotations", number, "kind"), better),
    )


def _check_own_marks(
    evidence: Evidence, proof: Proof, passages: tuple[Passage, ...]
) -> Iterator[Problem]:
    """Yield where a reported quotation has marks around words that the article has without."""
    text = proof.claim.text
    for start, end in find_closed(text):
        words = text[start:end].strip()
        marked = text[max(0, start - 1) : end + 1]
        # Marks that open nothing, as in damaged text, are no less the article's.
        if any(marked in passage.article.text for passage in passages):
            continue
        if not any(map(str.isalnum, words)) or any(
            _is_quoted(evidence, inner)
            for passage in passages
            for inner in find_passages(passage.article, words)
            if _is_inside(inner, passage)
        ):
            continue
        yield Problem(
            evidence.file.position_in(text, start, *proof.claim.key),
            "Q13",
            Message("the article has no quotation marks around “{words}”", words=shown(words)),
            Message(
                "see {where}; delete the marks, for readers take what stands between them for "
                "the speaker's own words",
                where=place(*first_mention(passages[0])),
            ),
        )


def _is_inside(inner: Passage, passage: Passage) -> bool:
    """Return whether words stand in those of a passage."""
    return all(
        any(mention.start <= word.start and word.end <= mention.end for mention in passage.mentions)
        for word in inner.mentions
    )


def _outside(passage: Passage) -> list[str]:
    """Return the words of a passage that stand outside of quotation marks."""
    text = passage.article.text
    return [word for mention in passage.mentions for word in words_outside_marks(text, mention)]


def _has_quoted(passage: Passage) -> bool:
    """Return whether words of a passage stand between quotation marks."""
    words = [word for mention in passage.mentions for word in words_of(mention.text)]
    return len(_outside(passage)) < len(words)


def _is_quoted(evidence: Evidence, passage: Passage) -> bool:
    """Return whether all words of a passage stand between quotation marks."""
    return not _outside(passage) or _found_direct(evidence, passage)


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
