"""The content that stands after a cue."""

from jelaskan.extract.clause_ends import Clause, find_end
from jelaskan.extract.clauses import Beginning
from jelaskan.extract.doubts import (
    END_UNCLEAR,
    NEGATED,
    PART,
    WEAK,
    WEAK_FRAMES,
    WEAK_WITH_VERBS,
    is_end_unclear,
    is_part,
)
from jelaskan.extract.layout import Span
from jelaskan.extract.predicates import has_predicate
from jelaskan.extract.reading import Finding, Reading
from jelaskan.extract.runs import add_paragraphs_after
from jelaskan.extract.sources import Source
from jelaskan.extract.subjects import leads_sentence
from jelaskan.extract.words import Cue, Words
from jelaskan.model.statements import Doubt

NESTED_REACH = 4
SHORT_MEASURE = 2
"""How many words before a subordinator tell how long before or after: a day after."""


def add_clause(
    reading: Reading,
    cue: Cue,
    source: Source | None,
    span: Span | None,
    beginning: Beginning,
    sources: frozenset[int],
    doubts: list[Doubt],
) -> None:
    """Add the content that begins at a word after its cue."""
    words, lexicon = reading.words, reading.lexicon
    floor, ceiling = words.sentences[words.sentence[cue.first]]
    subordinate = _is_subordinate(reading, cue, source, floor)
    end = find_end(
        Clause(words, lexicon, cue, beginning, ceiling, subordinate, sources, reading.by_quotation)
    )
    end = _inside_paragraph(words, cue, end)
    first = beginning.first
    if end <= first or not any(words.lower[number][0].isalnum() for number in range(first, end)):
        return
    strict = beginning.frame == "predication" or (
        beginning.frame == "clause" and source is not None and not source.finite
    )
    polarity = cue.form.group.polarity
    negated = source is not None and source.negated
    if negated and polarity == "denied":
        polarity, negated = "affirmed", False
    elif negated:
        doubts.append(Doubt(NEGATED))
    if negated and lexicon.cues.verb_prefixes and not has_predicate(words, lexicon, first, end):
        return
    if strict and (negated or not has_predicate(words, lexicon, first, end)):
        return
    if is_nested(reading, cue):
        return
    content, kind = reading.content(first, end)
    if content.end <= content.start:
        return
    if kind != "direct" and (not beginning.sure or is_end_unclear(reading, first, end)):
        doubts.append(Doubt(END_UNCLEAR))
    weak = beginning.frame in (WEAK_WITH_VERBS if lexicon.cues.verb_prefixes else WEAK_FRAMES)
    if (weak and kind == "indirect" and len(cue.form.words) == 1) or (
        beginning.frame == "clause"
        and kind == "indirect"
        and not has_predicate(words, lexicon, first, end)
    ):
        doubts.append(Doubt(WEAK))
    elif source is not None and is_part(reading, cue, source):
        doubts.append(Doubt(PART))
    finding = Finding([content], kind, cue, span, beginning.frame, polarity, doubts)
    reading.add(finding)
    reading.claim(first, end, finding)
    if words.quotation[end - 1] >= 0:
        add_paragraphs_after(reading, words.quotation[end - 1], finding)


def _inside_paragraph(words: Words, cue: Cue, end: int) -> int:
    """Return the end of a clause, or that of the cue's paragraph where marks led beyond it."""
    end = min(end, len(words.lower))
    paragraph = words.paragraph[words.sentence[cue.first]]
    while end > cue.last and words.paragraph[words.sentence[end - 1]] != paragraph:
        end -= 1
    return end


def is_nested(reading: Reading, cue: Cue) -> bool:
    """Return whether a cue stands inside what another cue reports, which is not kept."""
    at = reading.words.starts[cue.first]
    return any(
        span.start <= at < span.end
        for finding in reading.findings[-NESTED_REACH:]
        for span in finding.content
    )


def _is_subordinate(reading: Reading, cue: Cue, source: Source | None, floor: int) -> bool:
    """Return whether a cue stands in a clause such as “While Ann said …,”."""
    words, known = reading.words, reading.lexicon.cues
    first = cue.first if source is None else source.first
    if source is None and leads_sentence(reading, cue, floor):
        return True
    if (
        reading.words.lower[cue.last] in known.auxiliaries
        and first > floor
        and words.lower[first - 1] in known.relatives
    ):
        return True
    if (
        source is None
        and words.lower[floor] in known.subordinators
        and not any(words.lower[number] == "," for number in range(floor, first))
    ):
        return True
    if first > floor and words.lower[first - 1] in known.subordinators:
        return first - 1 - floor <= SHORT_MEASURE or words.lower[first - 2] in ",;"
    return False
