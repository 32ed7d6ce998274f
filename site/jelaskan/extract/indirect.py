"""What is said without quotation marks, or with some words of it between them."""

from dataclasses import replace

from jelaskan.extract.clauses import Beginning, find_beginning, find_end, has_predicate
from jelaskan.extract.cues import (
    DASHES,
    Source,
    clause_start,
    extend_source,
    find_source_after,
    find_source_before,
)
from jelaskan.extract.layout import Span
from jelaskan.extract.reading import Finding, Reading, is_opening
from jelaskan.extract.words import Cue
from jelaskan.model.statements import Doubt

NEGATED = "the cue is negated"
SOURCE_FAR = "source further back in the sentence"
END_UNCLEAR = "clause end unclear"
WEAK = "may be no speech"
PART = "part of a description"
WEAK_FRAMES = frozenset(
    {"object", "accusation", "request", "predication", "question", "infinitive"}
)
NO_SOURCE = "no source beside the cue"
LONG_CLAUSE = 60
SHORT_CLAUSE = 3
NESTED_REACH = 4
PARTICIPLE = 3
SOURCE_REACH = 40
SHORT_TAIL = 3
SHORT_SOURCE = 6


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
    for number in range(cue.first - 1, max(floor, cue.first - SOURCE_REACH) - 1, -1):
        other = words.cue_at.get(number)
        if (
            other is not None
            and other.last <= cue.first
            and (
                number in reading.by_cue
                or (other.form.group.source != "after" and other.form.tense != PARTICIPLE)
            )
        ):
            return other.last
    return floor


def source_before_cue(reading: Reading, cue: Cue, sources: frozenset[int]) -> None:
    """Add what “Ann said …”, “…, Ann said” or “…, said Ann” reports."""
    words, lexicon = reading.words, reading.lexicon
    group = cue.form.group
    floor, ceiling = words.sentences[words.sentence[cue.first]]
    if group.source == "either" and _inverted(reading, cue, ceiling):
        return
    doubts: list[Doubt] = []
    source = None if _lacks_subject(reading, cue) else _source_before(reading, cue)
    if source is not None and source.passive and cue.form.tense == 2:
        return
    if source is not None and source.first < source.last:
        span = reading.source_span(source, cue)
        if _speaks_already(reading, source):
            return
    else:
        leads = _leads(reading, cue, floor)
        span, far = (
            (_subject(reading, leads + 1, ceiling), True)
            if leads
            else _inherited(reading, cue, floor)
        )
        if span is None:
            return
        if far:
            doubts.append(Doubt(SOURCE_FAR))
    beginning = find_beginning(words, lexicon, cue, ceiling)
    if (
        beginning is not None
        and source is not None
        and not source.finite
        and beginning.frame not in ("quotation", "that", "question", "clause")
    ):
        return
    if beginning is None or _goes_on_after(reading, beginning, source):
        if source is not None and source.finite and "parenthesis" in group.frames:
            source = _nearest_name(reading, cue, source)
            span = reading.source_span(source, cue)
            _parenthesis(reading, cue, source.first, cue.last, span, doubts)
        return
    if beginning.frame == "request" and (
        words.lower[cue.first - 1] in lexicon.cues.relatives
        and words.lower[cue.first - 1] not in lexicon.cues.subjects
    ):
        return
    if source is not None and lexicon.cues.loose_apposition and source.first < source.last:
        source = extend_source(words, lexicon, source, _floor(reading, cue))
        span = reading.source_span(source, cue)
    if source is not None and source.negated:
        doubts.append(Doubt(NEGATED))
    _add_clause(reading, cue, source, span, beginning, sources, doubts)


def _goes_on_after(reading: Reading, beginning: Beginning, source: Source | None) -> bool:
    """Return whether a quotation only ends the clause before it: He came, he said, “by bus.”"""
    words = reading.words
    return (
        beginning.frame == "quotation"
        and source is not None
        and source.first > 0
        and words.lower[source.first - 1] == ","
        and words.lower[source.last] not in reading.lexicon.cues.prepositions
        and words.text[words.starts[beginning.first + 1]].islower()
        and words.sentence[source.first - 1] == words.sentence[source.first]
        and has_predicate(
            words,
            reading.lexicon,
            words.sentences[words.sentence[source.first]][0],
            source.first - 1,
        )
    )


def _nearest_name(reading: Reading, cue: Cue, source: Source) -> Source:
    """Return a source and its apposition without the clause before: It sank, Ann, a guard, said."""
    words = reading.words
    if words.lower[cue.first - 1] != ",":
        return source
    commas = [n for n in range(source.first, cue.first) if words.lower[n] == ","]
    if len(commas) < 3 or not words.is_capital(commas[-3] + 1):
        return source
    return replace(source, first=commas[-3] + 1)


def _speaks_already(reading: Reading, source: Source) -> bool:
    """Return whether a source is that of the cue before it: “…,” kata Budi menjelaskan."""
    for number in range(source.first - 1, max(source.first - SHORT_TAIL, -1), -1):
        finding = reading.by_cue.get(number)
        if finding is not None and finding.source is not None:
            return finding.source.start == reading.words.starts[source.first]
    return False


def _lacks_subject(reading: Reading, cue: Cue) -> bool:
    """Return whether a cue is a participle without a subject of its own: He left, saying so.

    “He is saying” and “with aides saying” have one, and so have “voters saying”.
    """
    words, known = reading.words, reading.lexicon.cues
    if cue.form.tense != PARTICIPLE or not known.participle_endings:
        return False
    at = cue.first - 1
    floor = words.sentences[words.sentence[cue.first]][0]
    while at > floor and reading.lexicon.is_adverb(words.lower[at]):
        at -= 1
    if at < floor or words.lower[at] in known.auxiliaries or words.lower[at] in known.passives:
        return False
    source = _source_before(reading, cue)
    if source is None or words.lower[cue.first - 1] == ",":
        return True
    for number in range(cue.first - 1, max(floor, cue.first - SHORT_SOURCE) - 1, -1):
        if words.lower[number] in known.prepositions:
            return words.lower[number] not in known.inner_prepositions
    return source.first != floor or cue.first - source.first > SHORT_TAIL


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
    if beginning.frame == "predication" and (
        (source is not None and source.negated) or not has_predicate(words, lexicon, first, end)
    ):
        return
    if _is_nested(reading, cue):
        return
    content, kind = reading.content(first, end)
    if content.end <= content.start:
        return
    if kind != "direct" and (not beginning.sure or _end_is_unclear(reading, first, end)):
        doubts.append(Doubt(END_UNCLEAR))
    if (beginning.frame in WEAK_FRAMES and len(cue.form.words) == 1) or (
        beginning.frame == "clause"
        and kind == "indirect"
        and not has_predicate(words, lexicon, first, end)
    ):
        doubts.append(Doubt(WEAK))
    elif source is not None and _is_part(reading, cue, source):
        doubts.append(Doubt(PART))
    finding = Finding([content], kind, cue, span, beginning.frame, cue.form.group.polarity, doubts)
    reading.add(finding)
    reading.claim(first, end, finding)
    _add_more_paragraphs(reading, first, end, finding)


def _end_is_unclear(reading: Reading, first: int, end: int) -> bool:
    """Return whether a clause may end before its sentence: at a dash or a remark."""
    words, known = reading.words, reading.lexicon.cues
    if end - first > LONG_CLAUSE:
        return True
    if end < len(words.lower) and words.lower[end] in DASHES:
        return True
    for number in range(first + 1, end - 1):
        if words.quotation[number] >= 0:
            continue
        word, after = words.lower[number], words.lower[number + 1]
        if word in DASHES or word == ";":
            return True
        if word == "," and (
            after in known.determiners
            or after in known.subordinators
            or after in known.relatives
            or after in known.prepositions
            or (
                bool(known.participle_endings)
                and after.endswith(known.participle_endings)
                and len(after) > SHORT_SOURCE
            )
        ):
            return True
    return False


def _is_part(reading: Reading, cue: Cue, source: Source) -> bool:
    """Return whether a cue is part of a description: voters who say so, what he says."""
    words, known = reading.words, reading.lexicon.cues
    before = words.lower[cue.first - 1]
    if before in known.relatives or words.is_capital(cue.first):
        return cue.first > words.sentences[words.sentence[cue.first]][0]
    return source.first > 0 and (
        words.lower[source.first - 1] in known.questions
        and words.lower[source.first - 1] not in known.subordinators
    )


def _is_nested(reading: Reading, cue: Cue) -> bool:
    """Return whether a cue stands inside what another cue reports, where that is not kept."""
    if not reading.lexicon.cues.comma_before_clause:
        return False
    at = reading.words.starts[cue.first]
    return any(
        span.start <= at < span.end
        for finding in reading.findings[-NESTED_REACH:]
        for span in finding.content
    )


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
    if source is None and _leads(reading, cue, floor):
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
        return first - 1 == floor or words.lower[first - 2] in ",;" or first - 2 == floor
    return False


def _leads(reading: Reading, cue: Cue, floor: int) -> int:
    """Return the comma that ends a participle before its subject, or 0: After saying so, Ann left."""
    words, lexicon = reading.words, reading.lexicon
    if not _lacks_subject(reading, cue) or not all(
        words.lower[number] in lexicon.cues.prepositions
        or words.lower[number] in lexicon.cues.subordinators
        or lexicon.is_adverb(words.lower[number])
        for number in range(floor, cue.first)
    ):
        return 0
    ceiling = words.sentences[words.sentence[cue.first]][1]
    return next(
        (n for n in range(cue.last, ceiling) if words.lower[n] == "," and words.quotation[n] < 0),
        0,
    )


def _inherited(reading: Reading, cue: Cue, floor: int) -> tuple[Span | None, bool]:
    """Return the source of a cue that has none of its own, and whether it is a guess.

    It is that of the cue before it, as in “said it rained, adding that”, or else what
    seems to be the subject of the sentence.
    """
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
        or before in known.prepositions
    ):
        return None, True
    for number in range(cue.first - 1, floor - 1, -1):
        finding = reading.by_cue.get(number)
        if finding is not None and finding.source is not None:
            return finding.source, before in known.infinitives or before in known.prepositions
    return _subject(reading, floor, cue.first), True


def _subject(reading: Reading, floor: int, ceiling: int) -> Span | None:
    """Return the words that seem to be the subject of a sentence: those that open it."""
    words, lexicon = reading.words, reading.lexicon
    known = lexicon.cues
    first = floor
    while first < ceiling and (
        words.lower[first] in known.coordinators or lexicon.is_adverb(words.lower[first])
    ):
        first += 1
    comma = next((n for n in range(first, ceiling) if words.lower[n] == ","), ceiling)
    if first < ceiling and (
        lexicon.opens_introduction(words.lower[first])
        or (comma + 1 < ceiling and words.lower[comma + 1] in known.subjects)
        or (
            comma - first < SUBJECT_LENGTH
            and not all(words.is_capital(number) for number in range(first, comma))
            and words.lower[first] not in known.subjects
        )
    ):
        first = comma + 1
    if first >= ceiling:
        return None
    at = first
    if words.lower[at] in known.subjects:
        return Span(words.starts[at], words.ends[at])
    while at < ceiling and (
        words.is_capital(at)
        or words.lower[at] in known.determiners
        or words.lower[at] == "."
        or (at > first and at + 1 < ceiling and words.is_capital(at + 1) and _is_noun(reading, at))
    ):
        at += 1
    if words.lower[first] in known.determiners and at < ceiling and _is_noun(reading, at):
        at += 1
        if at + 1 < ceiling and _is_noun(reading, at) and words.lower[at + 1] in known.prepositions:
            at += 1
    if at <= first:
        return None
    return Span(words.starts[first], words.ends[at - 1])


SUBJECT_LENGTH = 4


def _is_noun(reading: Reading, number: int) -> bool:
    """Return whether a lower-case word after a determiner may still be a noun."""
    word, known = reading.words.lower[number], reading.lexicon.cues
    return (
        word[0].isalpha()
        and not word.endswith(("ed", "ing"))
        and word not in known.prepositions
        and word not in known.auxiliaries
        and word not in known.passives
        and word not in known.relatives
        and word not in known.coordinators
        and number not in reading.words.cue_at
        and not reading.lexicon.is_adverb(word)
    )


def _inverted(reading: Reading, cue: Cue, ceiling: int) -> bool:
    """Add what “…, said Ann.” reports; return whether it was so."""
    words, lexicon = reading.words, reading.lexicon
    known = lexicon.cues
    floor = words.sentences[words.sentence[cue.first]][0]
    if (
        cue.first - floor < SHORT_CLAUSE
        or words.lower[cue.first - 1] != ","
        or "parenthesis" not in cue.form.group.frames
        or cue.form.tense not in (1, 2)
    ):
        return False
    source = find_source_after(words, lexicon, cue, ceiling)
    if source is None or not (
        words.is_capital(source.first) or words.lower[source.first] in known.determiners
    ):
        return False
    after = words.lower[source.last] if source.last < ceiling else "."
    if (
        after not in ".,;"
        and after not in known.prepositions
        and after not in known.times
        and after not in known.subordinators
    ):
        return False
    if _is_apposition_before(reading, cue, floor):
        return False
    _parenthesis(reading, cue, cue.first, source.last, reading.source_span(source, cue), [])
    return True


def _is_apposition_before(reading: Reading, cue: Cue, floor: int) -> bool:
    """Return whether the comma before a cue closes an apposition: Ann Lee, a physicist, said."""
    words, lexicon = reading.words, reading.lexicon
    start = clause_start(words, lexicon, cue.first - 1, floor)
    segment: list[int] = []
    commas = 0
    for number in range(start, cue.first):
        if words.lower[number] == ",":
            commas += 1
            if (
                segment
                and (commas > 1 or number < cue.first - 1)
                and all(words.is_capital(other) or words.lower[other] in "." for other in segment)
            ):
                return True
            segment = []
        else:
            segment.append(number)
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
    if words.lower[cue.first - 1] in lexicon.cues.relatives and cue.first > floor:
        if "parenthesis" in group.frames:
            _after_source(reading, cue, span, last, ceiling, sources)
        return
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
    if opens:
        _after_source(reading, cue, span, last, ceiling, sources)
        return
    if "parenthesis" in group.frames:
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
    if "clause" not in frame and words.lower[last] != ",":
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
    known = lexicon.cues
    floor, ceiling = words.sentences[words.sentence[cue.first]]
    if _is_comparison(reading, first, floor):
        _after_comparison(reading, cue, last, ceiling, span)
        return
    before = first
    while before > floor and lexicon.is_adverb(words.lower[before - 1]):
        before -= 1
    if before > floor and words.lower[before - 1] in known.subordinators:
        before -= 1
    set_off = before > floor and not words.lower[before - 1][0].isalnum()
    if set_off:
        before -= 1
    elif not known.comma_before_clause or "clause" not in cue.form.group.frames:
        return
    closes = last
    while closes < ceiling and (
        words.lower[closes] not in ",;" and words.lower[closes] not in DASHES
    ):
        if not set_off or is_opening(words, closes):
            break
        closes += 1
    if set_off and not _is_tail(reading, cue, last, closes):
        return
    start = _clause_before(reading, before, floor)
    if start is None:
        return
    pieces: list[tuple[int, int]] = []
    if _has_words(reading, start, before):
        pieces.append((start, before))
    after = closes + 1 if set_off else closes
    if after < ceiling and words.lower[closes] != ";" and not _starts_other(reading, after):
        end = _carrier(reading, after, ceiling)
        if pieces and _is_remark(reading, pieces[0], after, end):
            end = after
        if sum(words.lower[number][0].isalpha() for number in range(after, end)) >= SHORT_TAIL:
            pieces.append((after, end))
    if not pieces or not _is_said(reading, pieces, cue, closes > last):
        return
    if _is_nested(reading, cue):
        return
    contents = [reading.content(*piece) for piece in pieces]
    kinds = {kind for _, kind in contents}
    if cue.form.group.source == "after" and (
        any(_end_is_unclear(reading, *piece) for piece in pieces)
        or (lexicon.opens_introduction(words.lower[pieces[0][0]]) and len(pieces) == 1)
    ):
        doubts = [*doubts, Doubt(END_UNCLEAR)]
    finding = Finding(
        [content for content, _ in contents],
        kinds.pop() if len(kinds) == 1 else "mixed",
        cue,
        span,
        "parenthesis",
        cue.form.group.polarity,
        doubts,
    )
    reading.add(finding)
    for piece in pieces:
        reading.claim(*piece, finding)


def _is_remark(reading: Reading, piece: tuple[int, int], after: int, end: int) -> bool:
    """Return whether words after a parenthesis only add to a whole clause before it."""
    words, lexicon = reading.words, reading.lexicon
    return has_predicate(words, lexicon, *piece) and not (
        (
            words.lower[after] in lexicon.cues.subordinators
            or words.lower[after] in lexicon.cues.coordinators
        )
        and has_predicate(words, lexicon, after, end)
    )


def _is_comparison(reading: Reading, first: int, floor: int) -> bool:
    """Return whether a source opens its sentence after “as”: As Ann said, prices rise."""
    words, known = reading.words, reading.lexicon.cues
    return (
        first > floor
        and words.lower[first - 1] in known.comparisons
        and all(words.lower[number] in known.coordinators for number in range(floor, first - 1))
    )


def _after_comparison(
    reading: Reading, cue: Cue, last: int, ceiling: int, span: Span | None
) -> None:
    """Add the clause after “As Ann said,”."""
    words = reading.words
    comma = next((n for n in range(last, ceiling) if words.lower[n] == ","), ceiling)
    if comma - last > SHORT_SOURCE or comma + SHORT_TAIL > ceiling:
        return
    content, kind = reading.content(comma + 1, ceiling)
    finding = Finding([content], kind, cue, span, "parenthesis", cue.form.group.polarity)
    reading.add(finding)
    reading.claim(comma + 1, ceiling, finding)


def _is_tail(reading: Reading, cue: Cue, first: int, last: int) -> bool:
    """Return whether only time, place or addressee follow a cue: …, she said on Monday."""
    words, known = reading.words, reading.lexicon.cues
    while first < last and reading.lexicon.is_adverb(words.lower[first]):
        first += 1
    if first >= last:
        return True
    if cue.form.group.addressee:
        return last - first <= SHORT_SOURCE
    word = words.lower[first]
    return (
        word in known.prepositions
        or word in known.times
        or word in known.infinitives
        or word in known.subordinators
        or not word[0].isalnum()
        or cue.form.group.source != "before"
        and first > cue.last
    )


def _clause_before(reading: Reading, before: int, floor: int) -> int | None:
    """Return where the clause begins that ends before a parenthesis, or None.

    It begins after what another cue reports, or with its sentence.
    """
    words = reading.words
    start = floor
    for number in range(before - 1, floor - 1, -1):
        if words.quotation[number] in reading.by_quotation and words.quotation[number] >= 0:
            return None
        other = reading.by_cue.get(number)
        if other is not None and other.content[-1].end >= words.ends[before - 1]:
            continue
        if other is not None or words.lower[number] in ";:":
            start = number + 1
            break
    while start < before and words.lower[start] in reading.lexicon.cues.coordinators:
        start += 1
    return start


def _is_said(reading: Reading, pieces: list[tuple[int, int]], cue: Cue, has_tail: bool) -> bool:
    """Return whether the words around a parenthesis can be a clause.

    A single piece before the cue that only introduces it is none: In Iowa, he told a story.
    """
    words, lexicon = reading.words, reading.lexicon
    first, last = pieces[0]
    if first > cue.first or (len(pieces) > 1 and not has_tail):
        return True
    if last - first < SHORT_TAIL:
        return False
    if lexicon.cues.comma_before_clause:
        return has_predicate(words, lexicon, first, last)
    return (
        not lexicon.opens_introduction(words.lower[first])
        or any(words.lower[number] == "," for number in range(first, last))
        or has_predicate(words, lexicon, first, last)
    )


def _has_words(reading: Reading, first: int, last: int) -> bool:
    return any(reading.words.lower[number][0].isalnum() for number in range(first, last))


def _carrier(reading: Reading, first: int, ceiling: int) -> int:
    """Return where words about who passed it on begin: …, mengutip Antara."""
    words = reading.words
    for number in range(first, ceiling):
        if words.lower[number] in reading.lexicon.cues.carriers and (
            words.lower[number - 1] == ","
        ):
            return number - 1
    return ceiling


def _starts_other(reading: Reading, at: int) -> bool:
    """Return whether the words after a parenthesis are no part of what is said."""
    words, lexicon = reading.words, reading.lexicon
    word = words.lower[at]
    return (
        word in lexicon.cues.carriers
        or word in lexicon.cues.relatives
        or at in words.cue_at
        or is_opening(words, at)
        or (
            word in lexicon.cues.coordinators
            and not has_predicate(words, lexicon, at + 1, words.sentences[words.sentence[at]][1])
        )
    )
