"""What is said without quotation marks, or with some words of it between them."""

from jelaskan.extract.clauses import Beginning, find_beginning, find_end
from jelaskan.extract.cues import (
    Cue,
    Source,
    clause_start,
    extend_source,
    find_source_after,
    find_source_before,
)
from jelaskan.extract.layout import Span
from jelaskan.extract.reading import Finding, Reading, is_opening
from jelaskan.model.statements import Doubt

NEGATED = "the cue is negated"
SOURCE_FAR = "source further back in the sentence"
END_UNCLEAR = "clause end unclear"
WEAK = "may be no speech"
NO_SOURCE = "no source beside the cue"
LONG_CLAUSE = 60


def find_indirect(reading: Reading) -> None:
    """Add what every cue reports that no quotation has claimed."""
    sources = frozenset(
        source.first
        for cue in reading.cues
        if cue.form.group.source != "after" and (source := _source_before(reading, cue)) is not None
    )
    for cue in reading.cues:
        if cue.first in reading.by_cue:
            continue
        if cue.form.group.source == "after":
            source_after_cue(reading, cue, sources)
        else:
            source_before_cue(reading, cue, sources)


def _source_before(reading: Reading, cue: Cue) -> Source | None:
    return find_source_before(reading.words, reading.lexicon, cue, _floor(reading, cue))


def _floor(reading: Reading, cue: Cue) -> int:
    """Return the first word of a cue's sentence, or the one after another cue before it."""
    words = reading.words
    floor = words.sentences[words.sentence[cue.first]][0]
    for number in range(cue.first - 1, max(floor, cue.first - 40) - 1, -1):
        if number in reading.cue_at:
            return (
                reading.cue_at[number].last if reading.cue_at[number].last <= cue.first else floor
            )
    return floor


def source_before_cue(reading: Reading, cue: Cue, sources: frozenset[int]) -> None:
    """Add what “Ann said …”, “…, Ann said” or “…, said Ann” reports."""
    words, lexicon = reading.words, reading.lexicon
    group = cue.form.group
    floor, ceiling = words.sentences[words.sentence[cue.first]]
    source = _source_before(reading, cue)
    doubts: list[Doubt] = []
    if source is not None and source.passive and cue.form.tense == 2:
        return
    if group.strict and not _is_verb_here(reading, cue, source):
        return
    span: Span | None = None
    if source is not None and source.first < source.last:
        span = reading.source_span(source, cue)
    else:
        inherited = _inherited(reading, cue, floor)
        if inherited is None:
            if group.source == "either" and _inverted(reading, cue, ceiling):
                return
            return
        span = inherited
        doubts.append(Doubt(SOURCE_FAR))
    beginning = find_beginning(words, lexicon, cue, ceiling)
    if beginning is None:
        if source is not None and "parenthesis" in group.frames:
            _parenthesis(reading, cue, source.first, cue.last, span, doubts)
        return
    if source is not None and lexicon.cues.loose_apposition and source.first < source.last:
        source = extend_source(words, lexicon, source, floor)
        span = reading.source_span(source, cue)
    if source is not None and source.negated:
        doubts.append(Doubt(NEGATED))
    _add_clause(reading, cue, source, span, beginning, sources, doubts)


def _add_clause(
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
    end = find_end(words, lexicon, cue, beginning, ceiling, subordinate, sources)
    first = beginning.first
    if end <= first or not any(words.lower[number][0].isalnum() for number in range(first, end)):
        return
    content, kind = reading.content(first, end)
    if content.end <= content.start:
        return
    if not beginning.sure or end - first > LONG_CLAUSE:
        doubts.append(Doubt(END_UNCLEAR))
    if beginning.frame in ("object",):
        doubts.append(Doubt(WEAK))
    finding = Finding([content], kind, cue, span, beginning.frame, cue.form.group.polarity, doubts)
    reading.add(finding)
    reading.claim(first, end, finding)
    _add_more_paragraphs(reading, first, end, finding)


def _add_more_paragraphs(reading: Reading, first: int, end: int, finding: Finding) -> None:
    """Join the paragraphs in which a quotation after its cue goes on."""
    words = reading.words
    quoted = reading.layout.quoted
    quotation = words.quotation[end - 1]
    while quotation >= 0 and not quoted[quotation].closed and quotation + 1 < len(quoted):
        here = words.paragraph[words.sentence[words.closed[quotation] - 1]]
        quotation += 1
        at = words.opened[quotation]
        if (
            at >= len(words.sentence)
            or at == words.closed[quotation]
            or words.paragraph[words.sentence[at]] != here + 1
        ):
            return
        finding.content.append(reading.quoted_span(quotation))
        reading.by_quotation[quotation] = finding


def _is_subordinate(reading: Reading, cue: Cue, source: Source | None, floor: int) -> bool:
    """Return whether a cue stands in a clause such as “While Ann said …,”."""
    words, known = reading.words, reading.lexicon.cues
    first = cue.first if source is None else source.first
    if first > floor and words.lower[first - 1] in known.subordinators:
        return first - 1 == floor or words.lower[first - 2] in ",;" or first - 2 == floor
    return False


def _is_verb_here(reading: Reading, cue: Cue, source: Source | None) -> bool:
    """Return whether a word that is also a noun or adjective reports speech here."""
    words, lexicon = reading.words, reading.lexicon
    if source is None or source.first >= source.last:
        return (
            cue.form.tense == 3
            or (cue.first > 0 and words.lower[cue.first - 1] in lexicon.cues.coordinators)
            or (source is not None and not source.finite)
        )
    known = lexicon.cues
    before = words.lower[cue.first - 1]
    if before in known.determiners or before in known.prepositions or before.endswith(("'s", "’s")):
        return False
    if source.last < cue.first or cue.form.tense == 2 or before == ",":
        return True
    if before in known.subjects or before in known.relatives or words.is_capital(cue.first - 1):
        return True
    plural = before.endswith("s")
    return plural if cue.form.tense == 0 else not plural


def _inherited(reading: Reading, cue: Cue, floor: int) -> Span | None:
    """Return the source of a cue that has none of its own: said it rained, adding that."""
    words, known = reading.words, reading.lexicon.cues
    at = cue.first - 1
    while at > floor and (
        reading.lexicon.is_adverb(words.lower[at])
        or words.lower[at] in known.auxiliaries
        or words.lower[at] in known.negations
    ):
        at -= 1
    before = words.lower[at] if at >= floor else ""
    if not (
        before in known.coordinators
        or before in known.infinitives
        or cue.form.tense == 3
        or before in known.subordinators
    ):
        return None
    for number in range(cue.first - 1, floor - 1, -1):
        finding = reading.by_cue.get(number)
        if finding is not None and finding.source is not None:
            return finding.source
    return _subject(reading, floor, cue.first)


def _subject(reading: Reading, floor: int, ceiling: int) -> Span | None:
    """Return the words that seem to be the subject of a sentence: those that open it."""
    words, lexicon = reading.words, reading.lexicon
    known = lexicon.cues
    first = floor
    while first < ceiling and (
        words.lower[first] in known.coordinators or lexicon.is_adverb(words.lower[first])
    ):
        first += 1
    if first < ceiling and lexicon.opens_introduction(words.lower[first]):
        comma = next((n for n in range(first, ceiling) if words.lower[n] == ","), ceiling)
        first = comma + 1
    at = first
    while at < ceiling and (
        words.is_capital(at) or words.lower[at] in known.determiners or words.lower[at] == "."
    ):
        at += 1
    if first < ceiling and at == first and words.lower[first] in known.subjects:
        at += 1
    if at < ceiling and at > first and words.lower[at - 1] in known.determiners:
        at += 1
    if at <= first:
        return None
    return Span(words.starts[first], words.ends[at - 1])


def _inverted(reading: Reading, cue: Cue, ceiling: int) -> bool:
    """Add what “…, said Ann.” reports; return whether it was so."""
    words, lexicon = reading.words, reading.lexicon
    if words.lower[cue.first - 1] != "," or "parenthesis" not in cue.form.group.frames:
        return False
    source = find_source_after(words, lexicon, cue, ceiling)
    if source is None:
        return False
    _parenthesis(reading, cue, cue.first, source.last, reading.source_span(source, cue), [])
    return True


def source_after_cue(reading: Reading, cue: Cue, sources: frozenset[int]) -> None:
    """Add what “According to Ann, …”, “…, according to Ann” or “kata Ann, …” reports."""
    words, lexicon = reading.words, reading.lexicon
    group = cue.form.group
    floor, ceiling = words.sentences[words.sentence[cue.first]]
    if cue.form.clitic:
        span: Span | None = reading.clitic_span(cue)
        last = cue.last
    else:
        source = find_source_after(words, lexicon, cue, ceiling)
        if source is None:
            return
        span = reading.source_span(source, cue)
        last = source.last
    if "back" in group.frames and _refers_back(reading, cue, floor):
        _sentence_before(reading, cue, span)
        return
    start = clause_start(words, lexicon, cue.first, floor)
    lead = cue.first - start
    opens = lead == 0 or all(
        words.lower[number] in lexicon.cues.coordinators
        or lexicon.is_adverb(words.lower[number])
        or words.lower[number] == ","
        for number in range(start, cue.first)
    )
    if opens or "parenthesis" not in group.frames:
        _after_source(reading, cue, span, last, ceiling, sources)
        return
    _parenthesis(reading, cue, cue.first, last, span, [])


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
    if "clause" not in frame:
        beyond = find_beginning(words, lexicon, Cue(cue.first, last, cue.form), ceiling)
        if beyond is None:
            return
        at = beyond.first
    elif (
        at < ceiling
        and (words.lower[at] in known.times or words.lower[at] in known.prepositions)
        and words.lower[last] != ","
    ):
        comma = next((n for n in range(at, ceiling) if words.lower[n] == ","), 0)
        if not comma:
            return
        at = comma + 1
    if at < ceiling and words.lower[at] in known.complementizers:
        at += 1
    if at >= ceiling:
        return
    _add_clause(reading, cue, None, span, Beginning(at, "clause"), sources, [])


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


def _parenthesis(
    reading: Reading, cue: Cue, first: int, last: int, span: Span | None, doubts: list[Doubt]
) -> None:
    """Add the clause around a source and its cue: Prices, she said, rise."""
    words, lexicon = reading.words, reading.lexicon
    floor, ceiling = words.sentences[words.sentence[cue.first]]
    before = first
    comma = before > floor and words.lower[before - 1] == ","
    if before > floor and not words.lower[before - 1][0].isalnum():
        before -= 1
    elif not lexicon.cues.comma_before_clause and cue.form.group.source != "after":
        return
    start = floor
    for number in range(before - 1, floor - 1, -1):
        if number in reading.by_cue or words.lower[number] == ";":
            start = number + 1
            break
        if words.quotation[number] in reading.by_quotation and words.quotation[number] >= 0:
            return
    while start < before and words.lower[start] in lexicon.cues.coordinators:
        start += 1
    spans: list[Span] = []
    kinds = set()
    if before > start and any(words.lower[n][0].isalnum() for n in range(start, before)):
        content, kind = reading.content(start, before)
        spans.append(content)
        kinds.add(kind)
    after = last
    while after < ceiling and words.lower[after] not in ",":
        if lexicon.cues.comma_before_clause and after == last and not comma:
            break
        after += 1
    if after + 2 < ceiling and comma:
        after += 1
    elif not (lexicon.cues.comma_before_clause and not comma):
        after = ceiling
    if after < ceiling and not _starts_other(reading, after):
        content, kind = reading.content(after, ceiling)
        if content.end > content.start:
            spans.append(content)
            kinds.add(kind)
    if not spans:
        return
    finding = Finding(
        spans,
        kinds.pop() if len(kinds) == 1 else "mixed",
        cue,
        span,
        "parenthesis",
        cue.form.group.polarity,
        doubts,
    )
    reading.add(finding)
    reading.claim(start, ceiling, finding)


def _starts_other(reading: Reading, at: int) -> bool:
    """Return whether the words after a parenthesis are no part of what is said."""
    words, lexicon = reading.words, reading.lexicon
    word = words.lower[at]
    return (
        word in lexicon.cues.carriers
        or word in lexicon.cues.relatives
        or word in lexicon.first
        or word in lexicon.cues.coordinators
        or is_opening(words, at)
    )
