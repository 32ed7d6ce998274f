"""Where noun phrases and clauses begin, read backwards from their end."""

from jelaskan.extract.lexicon import Lexicon
from jelaskan.extract.words import CLOSING_MARKS, DASHES, OPENING_MARKS, Words, is_possessive

PAIRED = {")": "(", "]": "["}
LONGEST_SOURCE = 40
SHORT_NAME = 5
"""The longest quotation, in words, that may be a name inside a source: a “super PAC”."""
SHORT_WORD = 3


def phrase_start(words: Words, lexicon: Lexicon, end: int, floor: int) -> int:
    """Return where the noun phrase begins that ends before a word."""
    lower, known = words.lower, lexicon.cues
    at = end
    limit = max(floor, end - LONGEST_SOURCE)
    while at > limit:
        word = lower[at - 1]
        if is_possessive(words, at - 1):
            at -= 1
            continue
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
        if word in known.inner_subordinators and _is_described(words, lexicon, at - 1, limit):
            at -= 1
            continue
        if (
            word in known.subordinators
            or word in known.complementizers
            or (word in known.questions and not _describes(words, lexicon, at - 1, limit))
            or word in DASHES
            or word in ",:;?!…"
            or word in OPENING_MARKS
        ):
            return at
        if (
            word in known.coordinators
            and not _joins_phrases(words, lexicon, at - 1, end)
            and not _joins_names(words, lexicon, at - 1, end, limit)
        ):
            return at
        if word in known.relatives and at - 2 >= limit and lower[at - 2] in known.prepositions:
            return at
        at -= 1
    return at


def _describes(words: Words, lexicon: Lexicon, number: int, limit: int) -> bool:
    """Return whether a “who” describes the noun before it: officials who spoke to the paper."""
    known = lexicon.cues
    if words.lower[number] not in known.relatives or number <= limit:
        return False
    before = words.lower[number - 1]
    return (
        before[0].isalnum()
        and number - 1 not in words.cue_at
        and before not in known.prepositions
        and before not in known.coordinators
    )


def _is_described(words: Words, lexicon: Lexicon, number: int, limit: int) -> bool:
    """Return whether a relative clause about a source goes on: yang anonim karena takut."""
    known = lexicon.cues
    for before in range(number - 1, max(limit, number - 2 * SHORT_NAME) - 1, -1):
        if words.lower[before] in known.relatives:
            return True
        if not words.lower[before][0].isalnum() or words.lower[before] in known.complementizers:
            return False
    return False


def _joins_phrases(words: Words, lexicon: Lexicon, number: int, end: int) -> bool:
    """Return whether an “and” joins what describes a source: in Ohio and around the country."""
    return (
        number + 1 < end
        and words.lower[number - 1] != ","
        and words.lower[number + 1] in lexicon.cues.prepositions
    )


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


def is_title(words: Words, quotation: int) -> bool:
    """Return whether a short quotation is capitalised like the title of a book."""
    first, last = words.opened[quotation], words.closed[quotation]
    return 0 < last - first <= SHORT_NAME + 1 and all(
        words.is_capital(number)
        for number in range(first, last)
        if len(words.lower[number]) > SHORT_WORD
    )


def ends_title(words: Words, at: int) -> bool:
    """Return whether a title and the comma inside its marks end before a word."""
    return (
        at > 1
        and words.lower[at - 1] in CLOSING_MARKS
        and words.lower[at - 2] == ","
        and words.quotation[at - 2] >= 0
        and is_title(words, words.quotation[at - 2])
    )


def clause_start(words: Words, lexicon: Lexicon, at: int, floor: int) -> int:
    """Return where the clause around a word begins: after a semicolon, a dash or “, but”."""
    lower, known = words.lower, lexicon.cues
    limit = max(floor, at - 2 * LONGEST_SOURCE)
    while at > limit:
        word = lower[at - 1]
        title = words.quotation[at - 2] if word in CLOSING_MARKS and at - 2 >= limit else -1
        if title >= 0 and is_title(words, title):
            at = max(words.opened[title] - 1, limit)
            continue
        if word in ";:" or word in DASHES or words.quotation[at - 1] >= 0:
            return at
        if word in CLOSING_MARKS and not is_possessive(words, at - 1):
            return at
        if word in known.coordinators and at - 2 >= floor and lower[at - 2] == ",":
            return at
        at -= 1
    return at


def trim(words: Words, lexicon: Lexicon, first: int, last: int) -> int:
    """Return where a source begins without “still” or “in 2008” before it."""
    lower, known = words.lower, lexicon.cues
    while first < last and (
        lower[first] in known.coordinators
        or (lower[first] in known.auxiliaries and first + 1 < last)
        or (
            lexicon.is_adverb(lower[first])
            and lower[first] not in known.determiners
            and first + 1 < last
        )
        or (lower[first] in OPENING_MARKS and words.quotation[first] < 0 and first + 1 == last)
    ):
        first += 1
    if (
        first + 1 < last
        and lower[first] in known.approximations
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
