"""A page in another language than its article says the same, and says that it is translated."""

from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, place, shown
from jelaskan.check.marks import count_quoted, find_closed
from jelaskan.check.numbers import find_numbers, meaning, scales_of
from jelaskan.messages import Message
from jelaskan.model.explainer import Key
from jelaskan.problems import Problem
from jelaskan.proof.passages import Passage


def check_translations(evidence: Evidence) -> Iterator[Problem]:
    """Yield where a translation is missing, out of place, or says what the original does not."""
    for number, proof in evidence.proofs_of("quotation"):
        passage = proof.passages[0]
        key = ("quotations", number, "translation")
        translation = evidence.explainer.quotations[number].translation
        is_foreign = passage.article.language != evidence.explainer.language
        if translation is None:
            if is_foreign and evidence.has_pack:
                yield _missing(evidence, number)
        elif not is_foreign:
            yield Problem(
                evidence.file.position(*key),
                "Q17",
                Message(
                    "the article is in the language of the page, and its words are translated: "
                    "“{text}”",
                    text=shown(translation),
                ),
                Message("delete `translation:`, which the page would print in their place"),
            )
        else:
            yield from _check_numbers(evidence, key, translation, passage)
            yield from _check_marks(evidence, key, translation, passage)


def _missing(evidence: Evidence, number: int) -> Problem:
    """Return the problem of a quotation that readers of another language cannot read."""
    return Problem(
        evidence.file.position("quotations", number, "text"),
        "Q10",
        Message(
            "the quotation is in another language than the page, and has no translation: “{text}”",
            text=shown(evidence.explainer.quotations[number].text),
        ),
        Message("write `translation:` in {language}", language=evidence.explainer.language),
        severity="error" if evidence.explainer.status == "ready" else "warning",
    )


def _check_numbers(
    evidence: Evidence, key: Key, translation: str, passage: Passage
) -> Iterator[Problem]:
    """Yield each number in digits that the original does not have, in words or in digits."""
    scales = scales_of(*sorted({evidence.explainer.language, passage.article.language}))
    statements = evidence.statements_at(passage)
    values = (float(value) for found in statements.quantities for value in found.value)
    known = {meaning(value) for value in values}
    original = [mention.text for mention in passage.mentions]
    original += [found.value.replace("-", " ") for found in statements.times]
    for text in original:
        known.update(*(found.meanings for found in find_numbers(text, scales)))
    for found in find_numbers(translation, scales):
        if known.isdisjoint(found.meanings):
            yield Problem(
                evidence.file.position_in(translation, found.start, *key),
                "Q18",
                Message(
                    "translation has a number that the original has not: {number}",
                    number=found.text,
                ),
                Message(
                    "compare it with {place}", place=place(passage.article, passage.mentions[0])
                ),
                severity="warning",
            )


def _check_marks(
    evidence: Evidence, key: Key, translation: str, passage: Passage
) -> Iterator[Problem]:
    """Yield where a reported quotation gets marks in its translation that the article has not."""
    quotation = evidence.explainer.quotations[key[1]] if isinstance(key[1], int) else None
    if quotation is None or quotation.kind == "direct":
        return
    text = passage.article.text
    count = sum(count_quoted(text, mention) for mention in passage.mentions)
    for start, end in list(find_closed(translation))[count:]:
        yield Problem(
            evidence.file.position_in(translation, start, *key),
            "Q13",
            Message(
                "the article has no quotation marks around “{words}”",
                words=shown(translation[start:end]),
            ),
            Message(
                "see {where}; delete the marks, for readers take what stands between them for "
                "the speaker's own words",
                where=place(passage.article, passage.mentions[0]),
            ),
            severity="warning" if count else "error",
        )
