"""What is said around a source and its cue."""

from dataclasses import replace

from jelaskan.extract.after_cues import starts_low
from jelaskan.extract.clauses import Beginning
from jelaskan.extract.contents import is_nested
from jelaskan.extract.doubts import END_UNCLEAR, is_end_unclear
from jelaskan.extract.layout import Span
from jelaskan.extract.predicates import has_predicate
from jelaskan.extract.reading import Finding, Reading
from jelaskan.extract.sources import Source
from jelaskan.extract.words import DASHES, Cue, is_opening
from jelaskan.model.statements import Doubt

SHORT_TAIL = 3
SHORTEST_PIECE = 2
"""What follows a parenthesis has at least so many words."""
SHORT_SOURCE = 6


def add_parenthesis(
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
    elif (
        not known.comma_before_clause
        or cue.form.group.source != "after"
        or not ("clause" in cue.form.group.frames or _opens_closed(reading, cue, before, last))
    ):
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
    if set_off and start < before and words.lower[before - 1] in known.subordinators:
        # “Ia pergi karena, menurutnya, hujan turun”: only the reason is said.
        start = before
    pieces: list[tuple[int, int]] = []
    if _has_words(reading, start, before):
        pieces.append((start, before))
    after = closes + 1 if set_off else closes
    if (
        after < ceiling
        and words.lower[closes] != ";"
        and not _starts_other(reading, after, whole=has_predicate(words, lexicon, start, before))
    ):
        end = _carrier(reading, after, ceiling)
        if pieces and _is_remark(reading, pieces[0], after, end):
            end = after
        if sum(words.lower[number][0].isalpha() for number in range(after, end)) >= SHORTEST_PIECE:
            pieces.append((after, end))
    if not pieces or not _is_said(reading, pieces, cue, closes > last):
        return
    if is_nested(reading, cue):
        return
    contents = [reading.content(*piece) for piece in pieces]
    kinds = {kind for _, kind in contents}
    if cue.form.group.source == "after" and (
        any(is_end_unclear(reading, *piece) for piece in pieces)
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


def _opens_closed(reading: Reading, cue: Cue, before: int, last: int) -> bool:
    """Return whether only a small word opens a sentence before a cue: Lalu lanjut Budi, hujan turun."""
    words = reading.words
    return (
        words.sentences[words.sentence[cue.first]][0] == before < cue.first
        and not cue.form.clitic
        and words.lower[last] == ","
    )


def _is_remark(reading: Reading, piece: tuple[int, int], after: int, end: int) -> bool:
    """Return whether words after a parenthesis only add to a whole clause before it."""
    words, lexicon = reading.words, reading.lexicon
    if (
        words.lower[after] in lexicon.cues.auxiliaries
        or words.lower[after] in lexicon.cues.passives
    ):
        return False
    last = piece[1] - 1
    while last > piece[0] and (
        lexicon.is_adverb(words.lower[last]) or words.lower[last] in lexicon.cues.negations
    ):
        last -= 1
    if (
        words.lower[piece[0]] in lexicon.cues.subordinators
        or words.lower[last] in lexicon.cues.auxiliaries
    ):
        return False
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
        or (cue.form.group.source != "before" and first > cue.last)
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
    if last - first < SHORTEST_PIECE or all(
        words.is_capital(number) or not words.lower[number][0].isalpha()
        for number in range(first, last)
    ):
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


def _starts_other(reading: Reading, at: int, *, whole: bool) -> bool:
    """Return whether the words after a parenthesis are no part of what is said.

    Where what stands before is no whole clause, a cue may be its verb: Ann, he said, told her.
    """
    words, lexicon = reading.words, reading.lexicon
    word = words.lower[at]
    return (
        word in lexicon.cues.carriers
        or word in lexicon.cues.relatives
        or (at in words.cue_at and whole)
        or (is_opening(words, at) and not starts_low(words, at + 1))
        or (
            word in lexicon.cues.coordinators
            and not has_predicate(words, lexicon, at + 1, words.sentences[words.sentence[at]][1])
        )
    )


def goes_on_after(reading: Reading, beginning: Beginning, source: Source | None) -> bool:
    """Return whether a quotation only ends a clause, as in: He came, he said, “by bus.”."""
    words = reading.words
    return (
        beginning.frame == "quotation"
        and source is not None
        and source.first > 0
        and words.lower[source.first - 1] == ","
        and words.lower[source.last] not in reading.lexicon.cues.prepositions
        and starts_low(words, beginning.first + 1)
        and words.sentence[source.first - 1] == words.sentence[source.first]
        and _is_said_before(reading, source)
    )


def _is_said_before(reading: Reading, source: Source) -> bool:
    """Return whether the words before a source and its comma are a clause or its subject."""
    words, lexicon = reading.words, reading.lexicon
    first = words.sentences[words.sentence[source.first]][0]
    return has_predicate(words, lexicon, first, source.first - 1) or (
        not lexicon.opens_introduction(words.lower[first])
        and not any(number in words.cue_at for number in range(first, source.first))
    )


def nearest_name(reading: Reading, cue: Cue, source: Source) -> Source:
    """Return a source with its apposition, but without the clause before both.

    “It sank, Ann, a guard, said.” is said by “Ann, a guard”.
    """
    words = reading.words
    if words.lower[cue.first - 1] != ",":
        return source
    commas = [n for n in range(source.first, cue.first) if words.lower[n] == ","]
    if len(commas) < 3:
        return source
    first = commas[-3] + 1
    if not words.is_capital(first) and words.lower[first] not in reading.lexicon.cues.determiners:
        return source
    return replace(source, first=commas[-3] + 1)
