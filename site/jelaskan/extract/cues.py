"""Reporting words in an article, and the source that stands beside each."""

from collections.abc import Iterator
from dataclasses import dataclass

from jelaskan.extract.lexicon import Form, Lexicon
from jelaskan.extract.words import Cue, Words

OPENING_MARKS = frozenset("\"“„«‘'`")
CLOSING_MARKS = frozenset("\"”»’'“")
DASHES = frozenset("-–—")
PAIRED = {")": "(", "]": "["}
LONGEST_SOURCE = 40
SHORT_NAME = 5
"""The longest quotation, in words, that may be a name inside a source: a “super PAC”."""


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source, and what stands between them and their cue."""

    first: int
    last: int
    negated: bool = False
    passive: bool = False
    finite: bool = True
    """False where the cue is “to say”: its subject stands further away."""
    modal: bool = False


def find_cues(words: Words, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the reporting words outside of quotations, longest form first, in text order."""
    lower, quotation, sentence = words.lower, words.quotation, words.sentence
    first, not_cues = lexicon.first, lexicon.not_cues
    at, end = 0, len(lower)
    while at < end:
        word = lower[at]
        if word in not_cues and quotation[at] < 0:
            length = max(
                (
                    len(phrase)
                    for phrase in not_cues[word]
                    if tuple(lower[at : at + len(phrase)]) == phrase
                ),
                default=0,
            )
            if length:
                at += length
                continue
        if word in first and quotation[at] < 0:
            for form in first[word]:
                last = at + len(form.words)
                if (
                    tuple(lower[at:last]) == form.words
                    and sentence[last - 1] == sentence[at]
                    and quotation[last - 1] < 0
                    and (not form.noun or _is_verb_form(words, lexicon, at, last, form))
                ):
                    yield Cue(at, last, form)
                    at = last - 1
                    break
        at += 1


def _is_verb_form(words: Words, lexicon: Lexicon, at: int, last: int, form: Form) -> bool:
    """Return whether a form that is also a noun or adjective is a verb where it stands."""
    known = lexicon.cues
    first, ceiling = words.sentences[words.sentence[at]]
    if at == first:
        return form.tense == 3
    if words.is_capital(at):
        return False
    before = words.lower[at - 1]
    after = words.lower[last] if last < ceiling else ""
    if before in CLOSING_MARKS and form.group.source != "before":
        return True
    if form.tense and (after == ":" or after in OPENING_MARKS) and before[0].isalnum():
        return True
    if before == "," and after in known.complementizers:
        return True
    if (
        before in known.determiners
        or (before in known.prepositions and form.tense != 3)
        or before.endswith(("'s", "’s", "s'", "s’"))
        or (not before[0].isalnum() and before not in ',)”"' and before not in DASHES)
    ):
        return False
    if (
        before in known.subjects
        or before in known.relatives
        or before in known.auxiliaries
        or before in known.negations
        or before in known.infinitives
        or (lexicon.is_adverb(before) and not words.is_capital(at - 1))
    ):
        return True
    if form.tense == 0:
        return before.endswith("s") and before[-2:-1] != "s" and before not in known.coordinators
    if form.tense == 1:
        return words.is_capital(at - 1) or after in known.complementizers
    if form.tense == 2:
        return not words.is_capital(at - 1) or after not in known.coordinators
    return True


def find_source_before(words: Words, lexicon: Lexicon, cue: Cue, floor: int) -> Source | None:
    """Return the noun phrase before a cue, from the word `floor` on, or None.

    A comma right before the cue closes an apposition: the phrase then begins before it.
    """
    lower, known = words.lower, lexicon.cues
    at = cue.first
    negated = passive = modal = False
    finite = True
    while at > floor:
        word = lower[at - 1]
        if word in known.negations:
            negated = True
        elif word in known.passives:
            passive = True
        elif word in known.auxiliaries:
            modal = True
        elif word in known.infinitives:
            finite = False
        elif word in known.times and at - 2 >= floor and lower[at - 2] in known.prepositions:
            at -= 1
        elif word not in known.times and not (
            lexicon.is_adverb(word) and not words.is_capital(at - 1)
        ):
            break
        at -= 1
    if at < cue.first and lower[at].endswith(("n't", "n’t")):
        negated = True
    if not finite:
        return Source(at, at, negated, passive, finite, modal)
    if at > floor and lower[at - 1] in known.relatives:
        at -= 1
        if at > floor and lower[at - 1] == ",":
            at -= 1
    if at > floor and lower[at - 1] in DASHES:
        opening = _opening_dash(words, at, floor)
        first = _phrase_start(words, lexicon, opening, floor)
        first = _trim(words, lexicon, first, opening)
        if first < opening:
            return Source(first, opening, negated, passive, finite, modal)
    first = _before_comma(words, lexicon, at, floor) if at > floor and lower[at - 1] == "," else at
    if first == at:
        first = _phrase_start(words, lexicon, at, floor)
    first = _trim(words, lexicon, first, at)
    if first >= at:
        return None
    for number in range(first + 2, at - 1):
        # "An official speaking to the paper said" names an official.
        if (
            lower[number].endswith(known.participle_endings)
            and known.participle_endings
            and not words.is_capital(number)
            and lower[number + 1] in known.prepositions
            and lower[number - 1] not in known.prepositions
            and lower[number - 1] not in known.determiners
        ):
            return Source(first, number, negated, passive, finite, modal)
    return Source(first, at, negated, passive, finite, modal)


def _opening_dash(words: Words, at: int, floor: int) -> int:
    """Return the dash that opens what the dash before a cue closes: Democrats – or some – say."""
    number = at - 1
    while number > floor and words.lower[number - 1] in DASHES:
        number -= 1
    number -= 1
    while number > floor and words.lower[number] not in DASHES:
        number -= 1
    while number > floor and words.lower[number - 1] in DASHES:
        number -= 1
    return number


def _phrase_start(words: Words, lexicon: Lexicon, end: int, floor: int) -> int:
    """Return where the noun phrase begins that ends before a word."""
    lower, known = words.lower, lexicon.cues
    at = end
    limit = max(floor, end - LONGEST_SOURCE)
    while at > limit:
        word = lower[at - 1]
        if word in PAIRED:
            opening = at - 2
            while opening >= limit and lower[opening] != PAIRED[word]:
                opening -= 1
            if opening < limit:
                return at
            at = opening
            continue
        if words.quotation[at - 1] >= 0 or word in CLOSING_MARKS:
            quotation = (
                words.quotation[at - 1]
                if word not in CLOSING_MARKS
                else (words.quotation[at - 2] if at - 2 >= limit else -1)
            )
            if (
                quotation < 0
                or words.closed[quotation] - words.opened[quotation] > SHORT_NAME
                or lower[words.closed[quotation] - 1] == ","
            ):
                return at
            at = max(words.opened[quotation] - 1, limit)
            continue
        if (
            word in known.subordinators
            or word in known.complementizers
            or word in known.questions
            or word in DASHES
            or word in ",:;?!…"
            or word in OPENING_MARKS
        ):
            return at
        if word in known.coordinators and not _joins_names(words, lexicon, at - 1, end, limit):
            return at
        at -= 1
    return at


def _joins_names(words: Words, lexicon: Lexicon, number: int, end: int, limit: int) -> bool:
    """Return whether an “and” stands inside a source: Clinton and Trump said."""
    if number - 1 < limit or number + 1 >= end:
        return False
    before = words.lower[number - 1]
    if before == "," or before in CLOSING_MARKS:
        return False
    start = number
    while start > limit and words.lower[start - 1] not in lexicon.cues.subordinators:
        if words.lower[start - 1] in ",;:" or words.quotation[start - 1] >= 0:
            break
        start -= 1
    return number - start <= SHORT_NAME and words.is_capital(number - 1) == words.is_capital(
        end - 1
    )


def clause_start(words: Words, lexicon: Lexicon, at: int, floor: int) -> int:
    """Return where the clause around a word begins: after a semicolon, a dash or “, but”."""
    lower, known = words.lower, lexicon.cues
    limit = max(floor, at - 2 * LONGEST_SOURCE)
    while at > limit:
        word = lower[at - 1]
        if word in ";:" or word in DASHES or words.quotation[at - 1] >= 0:
            return at
        if word in CLOSING_MARKS:
            return at
        if word in known.coordinators and at - 2 >= floor and lower[at - 2] == ",":
            return at
        at -= 1
    return at


def _before_comma(words: Words, lexicon: Lexicon, at: int, floor: int) -> int:
    """Return where a source with an apposition begins: Guy Lee, the spokesman, said."""
    start = clause_start(words, lexicon, at - 1, floor)
    commas = [number for number in range(start, at) if words.lower[number] == ","]
    first = start
    for comma in commas[:-1]:
        if not lexicon.opens_introduction(words.lower[first]):
            break
        first = comma + 1
    if first == at - 1 or (len(commas) == 1 and lexicon.opens_introduction(words.lower[first])):
        return at
    return max(first, _phrase_floor(words, lexicon, first, commas))


def _phrase_floor(words: Words, lexicon: Lexicon, first: int, commas: list[int]) -> int:
    """Return where the noun phrase before the first comma of an apposition begins."""
    comma = next((number for number in commas if number > first), first)
    return _phrase_start(words, lexicon, comma, first)


def _trim(words: Words, lexicon: Lexicon, first: int, last: int) -> int:
    """Return where a source begins without “still” or “in 2008” before it."""
    lower, known = words.lower, lexicon.cues
    while first < last and (
        lower[first] in known.coordinators
        or (lower[first] in known.auxiliaries and first + 1 < last)
        or (lexicon.is_adverb(lower[first]) and first + 1 < last)
        or (lower[first] in OPENING_MARKS and words.quotation[first] < 0 and first + 1 == last)
    ):
        first += 1
    if (
        first + 1 < last
        and lower[first] in known.prepositions
        and (lower[first + 1] in known.quantifiers or lower[first + 1][0].isdigit())
    ):
        return first
    if first < last and (lower[first] in known.prepositions or lower[first] in known.times):
        at = last - 1
        while at > first and not (
            lower[at] in known.determiners
            or lower[at] in known.subjects
            or lower[at - 1] in known.prepositions
            or (words.is_capital(at) and not words.is_capital(at - 1))
        ):
            at -= 1
        first = at if at > first and lower[at - 1] not in known.prepositions else last
    return first


def extend_source(words: Words, lexicon: Lexicon, source: Source, floor: int) -> Source:
    """Return a source with the role before its comma: Menteri Luar Negeri, Budi Hartono."""
    start = clause_start(words, lexicon, source.first, floor)
    first = start
    at = start
    while at < source.first:
        comma = at
        while comma < source.first and words.lower[comma] != ",":
            comma += 1
        if comma >= source.first:
            break
        if lexicon.opens_introduction(words.lower[at]) or any(
            _is_verb(words, lexicon, number) for number in range(at, comma)
        ):
            if first == at:
                first = comma + 1
            else:
                return source
            if first < source.first and at == start and comma + 1 < source.first:
                at = comma + 1
                continue
        at = comma + 1
    while first < source.first and lexicon.is_adverb(words.lower[first]):
        first += 1
    if first >= source.first:
        return source
    return Source(first, source.last, source.negated, source.passive, source.finite, source.modal)


def _is_verb(words: Words, lexicon: Lexicon, number: int) -> bool:
    word = words.lower[number]
    return (
        len(word) > 5
        and bool(lexicon.cues.verb_prefixes)
        and word.startswith(lexicon.cues.verb_prefixes)
        and word not in lexicon.cues.not_verbs
        and not words.is_capital(number)
    ) or number in words.cue_at


def find_source_after(
    words: Words, lexicon: Lexicon, cue: Cue, ceiling: int, *, clause_follows: bool = False
) -> Source | None:
    """Return the noun phrase after a cue, up to the word `ceiling`, or None.

    It ends before words that tell when, where or to whom, and runs on over a comma into
    an apposition: said Ann Lee, a physicist at the centre. Where a clause may follow, an
    apposition has to be closed by a comma: Menurut petugas pos, Budi, hujan turun.
    """
    lower, known = words.lower, lexicon.cues
    first = cue.last
    while first < ceiling and (lexicon.is_adverb(lower[first]) and not words.is_capital(first)):
        first += 1
    if first < ceiling and lower[first] in known.carriers:
        first += 1
    at = first
    limit = min(ceiling, first + LONGEST_SOURCE)
    apposition = False
    # "according to polls taken last week" has no verb after its source that could end it.
    whole = len(cue.form.words) > 1
    while at < limit:
        word = lower[at]
        if words.quotation[at] >= 0 or word in OPENING_MARKS:
            quotation = words.quotation[min(at + 1, len(lower) - 1)]
            if quotation < 0 or words.closed[quotation] - words.opened[quotation] > SHORT_NAME:
                break
            if at == first or apposition:
                break
            at = words.closed[quotation] + 1
            continue
        if word == ",":
            if lower[at - 1] in known.subjects or not _is_apposition(words, lexicon, at + 1, limit):
                break
            if clause_follows and (
                apposition or not _is_closed_name(words, lexicon, at + 1, limit)
            ):
                break
            apposition = True
        elif word == "(":
            closing = at
            while closing < limit and lower[closing] != ")":
                closing += 1
            if closing == limit or lower[at + 1][:1].isdigit():
                break
            at = closing
        elif word in ".:;?!…" or word in DASHES:
            if word != "." or at + 1 == limit:
                break
        elif at > first and not apposition and word in known.relatives:
            apposition = True
        elif at > first and not apposition and whole:
            if word in known.subordinators and word not in known.relatives:
                break
        elif at > first and not apposition and _ends_source(words, lexicon, at):
            break
        elif (
            clause_follows
            and at > first
            and words.is_capital(at - 1)
            and not words.is_capital(at)
            and word not in known.inner_prepositions
            and word not in known.coordinators
        ):
            break
        elif at == first and (word in known.prepositions or word in known.times):
            return None
        elif apposition and (
            word in known.times or (word in known.subordinators and word not in known.relatives)
        ):
            break
        at += 1
    while at > first and lower[at - 1] in ",.":
        at -= 1
    if at <= first:
        return None
    return Source(first, at)


def _is_closed_name(words: Words, lexicon: Lexicon, at: int, limit: int) -> bool:
    """Return whether an apposition of a name, or of “a physicist”, ends in a comma soon."""
    name = words.is_capital(at)
    if not name and words.lower[at] not in lexicon.cues.determiners:
        return False
    for number in range(at, min(limit, at + 2 * SHORT_NAME)):
        word = words.lower[number]
        if word == ",":
            return True
        if name and word[0].isalpha() and not words.is_capital(number):
            return False
        if word in lexicon.cues.auxiliaries or word in lexicon.cues.passives:
            return False
    return False


def _ends_source(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Return whether a word after a cue no longer belongs to its source."""
    word, known = words.lower[at], lexicon.cues
    if word in known.inner_prepositions:
        return False
    return (
        word in known.prepositions
        or word in known.times
        or word in known.subordinators
        or word in known.complementizers
        or word in known.infinitives
        or word in known.auxiliaries
        or word in known.passives
        or word in known.carriers
        or at in words.cue_at
        or (not words.is_capital(at) and lexicon.is_adverb(word))
        or (not words.is_capital(at) and _is_verb(words, lexicon, at))
        or words.lower[at - 1] in known.subjects
    )


def _is_apposition(words: Words, lexicon: Lexicon, at: int, limit: int) -> bool:
    """Return whether the words after a comma describe the source before it."""
    if at >= limit:
        return False
    word, known = words.lower[at], lexicon.cues
    if word in known.relatives or word in known.determiners:
        return True
    if (
        lexicon.opens_introduction(word)
        or word in known.coordinators
        or word in known.subjects
        or word in known.complementizers
        or at in words.cue_at
        or word in known.carriers
    ):
        return False
    return not _is_verb(words, lexicon, at) and word[0].isalnum()
