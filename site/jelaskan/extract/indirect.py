"""What is said without quotation marks, or with some words of it between them."""

from jelaskan.extract.clauses import Beginning, find_beginning
from jelaskan.extract.contents import add_clause
from jelaskan.extract.doubts import END_UNCLEAR, SOURCE_FAR
from jelaskan.extract.inverted import add_inverted
from jelaskan.extract.layout import Span
from jelaskan.extract.lexicon import PAST
from jelaskan.extract.parentheses import (
    add_parenthesis,
    goes_on_after,
    nearest_name,
)
from jelaskan.extract.phrases import clause_start
from jelaskan.extract.reading import Finding, Reading, floor_of, source_beside
from jelaskan.extract.sources import Source, extend_source, narrow_source
from jelaskan.extract.sources_after import find_source_after
from jelaskan.extract.subjects import find_inherited, find_subject, lacks_subject, leads_sentence
from jelaskan.extract.words import Cue, is_opening
from jelaskan.model.statements import Doubt

SHORT_TAIL = 3


def find_indirect(reading: Reading) -> None:
    """Add what every cue reports that no quotation has claimed."""
    sources = frozenset(
        source.first
        for cue in reading.cues
        if cue.form.group.source != "after" and (source := source_beside(reading, cue)) is not None
    )
    for cue in reading.cues:
        if cue.first in reading.by_cue:
            continue
        if cue.form.group.source == "after":
            source_after_cue(reading, cue, sources)
        else:
            source_before_cue(reading, cue, sources)


def source_before_cue(reading: Reading, cue: Cue, sources: frozenset[int]) -> None:
    """Add what “Ann said …”, “…, Ann said” or “…, said Ann” reports."""
    words, lexicon = reading.words, reading.lexicon
    group = cue.form.group
    floor, ceiling = words.sentences[words.sentence[cue.first]]
    if group.source == "either" and add_inverted(reading, cue, ceiling):
        return
    doubts: list[Doubt] = []
    source = None if lacks_subject(reading, cue) else source_beside(reading, cue)
    if source is not None and source.passive and cue.form.tense == PAST:
        return
    if source is not None and source.first < source.last:
        span = reading.source_span(source, cue)
        if _speaks_already(reading, cue, source):
            return
    else:
        leads = leads_sentence(reading, cue, floor)
        span, far = (
            (find_subject(reading, leads + 1, ceiling), True)
            if leads
            else find_inherited(reading, cue, floor)
        )
        if span is None:
            return
        if far and not _introduces(reading, cue):
            doubts.append(Doubt(SOURCE_FAR))
    beginning = find_beginning(words, lexicon, cue, ceiling)
    if (
        beginning is not None
        and source is not None
        and not source.finite
        and beginning.frame not in ("quotation", "that", "question", "clause")
    ):
        return
    if beginning is None or goes_on_after(reading, beginning, source):
        if source is not None and source.finite and "parenthesis" in group.frames:
            source = nearest_name(reading, cue, source)
            span = reading.source_span(source, cue)
            add_parenthesis(reading, cue, source.first, cue.last, span, doubts)
        return
    if beginning.frame == "request" and (
        words.lower[cue.first - 1] in lexicon.cues.relatives
        and words.lower[cue.first - 1] not in lexicon.cues.subjects
    ):
        return
    if source is not None and lexicon.cues.loose_apposition and source.first < source.last:
        source = extend_source(words, lexicon, source, floor_of(reading, cue))
        if words.lower[cue.first - 1] in lexicon.cues.relatives:
            source = narrow_source(words, lexicon, source)
        span = reading.source_span(source, cue)
    add_clause(reading, cue, source, span, beginning, sources, doubts)


def _introduces(reading: Reading, cue: Cue) -> bool:
    """Return whether a participle introduces a quotation, as in: He frowned, saying “No.”."""
    words, known = reading.words, reading.lexicon.cues
    return (
        cue.form.is_participle(known)
        and words.lower[cue.first - 1] not in known.prepositions
        and any(
            is_opening(words, at) for at in range(cue.last, min(cue.last + 3, len(words.lower)))
        )
    )


def _speaks_already(reading: Reading, cue: Cue, source: Source) -> bool:
    """Return whether a source is that of the cue before it: “…,” kata Budi menjelaskan.

    After a comma it may say more: “…,” kata Budi, lalu menambahkan, “…”.
    """
    words = reading.words
    commas = [n for n in range(source.first, cue.first) if words.lower[n] == ","]
    if commas and reading.lexicon.is_adverb(words.lower[commas[-1] + 1]):
        return False
    for number in range(source.first - 1, max(source.first - SHORT_TAIL, -1), -1):
        finding = reading.by_cue.get(number)
        if finding is not None and finding.source is not None:
            return finding.source.start == reading.words.starts[source.first]
    return False


def source_after_cue(reading: Reading, cue: Cue, sources: frozenset[int]) -> None:
    """Add what “According to Ann, …”, “…, according to Ann” or “kata Ann, …” reports."""
    words, lexicon = reading.words, reading.lexicon
    group = cue.form.group
    floor, ceiling = words.sentences[words.sentence[cue.first]]
    if cue.form.clitic:
        span: Span | None = reading.clitic_span(cue)
        last = cue.last
    else:
        start = clause_start(words, lexicon, cue.first, floor)
        source = find_source_after(
            words, lexicon, cue, ceiling, clause_follows="parenthesis" in group.frames
        )
        if source is None:
            return
        span = reading.source_span(source, cue)
        last = source.last
    if "back" in group.frames and _refers_back(reading, cue, floor):
        _sentence_before(reading, cue, span)
        return
    if words.lower[cue.first - 1] in lexicon.cues.relatives and cue.first > floor:
        if "parenthesis" in group.frames:
            _after_source(reading, cue, span, last, ceiling, sources)
        return
    start = clause_start(words, lexicon, cue.first, floor)
    lead = cue.first - start
    opens = lead == 0 or all(
        words.lower[number] in lexicon.cues.coordinators
        or lexicon.is_adverb(words.lower[number])
        or words.lower[number] == ","
        for number in range(start, cue.first)
    )
    if opens:
        _after_source(reading, cue, span, last, ceiling, sources)
        return
    if "parenthesis" in group.frames:
        add_parenthesis(reading, cue, cue.first, last, span, [])


def _after_source(
    reading: Reading,
    cue: Cue,
    span: Span | None,
    last: int,
    ceiling: int,
    sources: frozenset[int],
) -> None:
    """Add the content that follows a source: According to Ann, prices rise."""
    words, lexicon = reading.words, reading.lexicon
    known = lexicon.cues
    at = last
    while at < ceiling and not words.lower[at][0].isalnum() and not is_opening(words, at):
        at += 1
    frame = cue.form.group.frames
    comma_follows = last < ceiling and words.lower[last] == ","
    if "clause" not in frame and not comma_follows:
        beyond = find_beginning(words, lexicon, Cue(cue.first, last, cue.form), ceiling)
        if beyond is None:
            return
        at = beyond.first
    elif (
        at < ceiling
        and (words.lower[at] in known.times or words.lower[at] in known.prepositions)
        and not comma_follows
    ):
        comma = next((n for n in range(at, ceiling) if words.lower[n] == ","), 0)
        if not comma:
            return
        at = comma + 1
    if at < ceiling and words.lower[at] in known.complementizers:
        at += 1
    if at >= ceiling:
        return
    add_clause(reading, cue, None, span, Beginning(at, "clause"), sources, [])


def _refers_back(reading: Reading, cue: Cue, floor: int) -> bool:
    """Return whether a sentence begins with words for the one before: Hal itu disampaikan."""
    lower = reading.words.lower
    return any(
        tuple(lower[floor : floor + len(phrase)]) == phrase and cue.first - floor - len(phrase) <= 3
        for phrase in reading.lexicon.back_references
    )


def _sentence_before(reading: Reading, cue: Cue, span: Span | None) -> None:
    """Add the sentence before a “Hal itu disampaikan Ann”, unless it has its own source."""
    words = reading.words
    sentence = words.sentence[cue.first] - 1
    if sentence < 0:
        return
    first, last = words.sentences[sentence]
    if any(number in reading.by_cue for number in range(first, last)):
        return
    if any(
        words.quotation[number] in reading.by_quotation
        for number in range(first, last)
        if words.quotation[number] >= 0
    ):
        return
    content, kind = reading.content(first, last)
    finding = Finding([content], kind, cue, span, "sentence_before", doubts=[Doubt(END_UNCLEAR)])
    reading.add(finding)
    reading.claim(first, last, finding)
