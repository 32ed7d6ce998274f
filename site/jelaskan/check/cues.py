"""The reporting word that a page prints says what the speaker says of the words."""

import functools
from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, pack_of
from jelaskan.messages import Message
from jelaskan.model.statements import Polarity
from jelaskan.problems import Problem


def check_cues(evidence: Evidence) -> Iterator[Problem]:
    """Yield where a page would print “denied” before what is affirmed, or the other way round.

    Direct speech stands by itself: “It is not so,” he denied.
    """
    explainer = evidence.explainer
    known = _polarities(explainer.language)
    for number, quotation in enumerate(explainer.quotations):
        cue = " ".join((quotation.cue or "").casefold().split())
        polarities = known.get(cue, frozenset())
        if quotation.kind == "direct" or not polarities or quotation.polarity in polarities:
            continue
        yield Problem(
            evidence.file.position("quotations", number, "cue"),
            "Q16",
            Message(
                "“{cue}” is printed before the words, and polarity is {polarity}",
                cue=cue,
                polarity=quotation.polarity,
            ),
            Message(
                "write the reporting word with what it says of them: “membantah”, “did not deny”"
            ),
            severity="warning" if quotation.polarity == "affirmed" else "error",
        )


@functools.cache
def _polarities(language: str) -> dict[str, frozenset[Polarity]]:
    """Return what the reporting words of a language say of the words that they report."""
    pack = pack_of(language)
    found: dict[str, set[Polarity]] = {}
    for group in pack.cues.groups if pack else ():
        for forms in group.forms:
            for form in forms.split(","):
                found.setdefault(form.strip().casefold(), set()).add(group.polarity)
    return {form: frozenset(polarities) for form, polarities in found.items()}
