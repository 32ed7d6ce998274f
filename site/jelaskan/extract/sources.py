"""The words that name a source, before its cue."""

from dataclasses import dataclass, replace

from jelaskan.extract.lexicon import Lexicon
from jelaskan.extract.phrases import clause_start, ends_title, phrase_start, trim
from jelaskan.extract.predicates import is_verb
from jelaskan.extract.words import DASHES, Cue, Words


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source, and what stands between them and their cue."""

    first: int
    last: int
    negated: bool = False
    passive: bool = False
    finite: bool = True
    """False where the cue is “to say”: its subject stands further away."""


def find_source_before(words: Words, lexicon: Lexicon, cue: Cue, floor: int) -> Source | None:
    """Return the noun phrase before a cue, from the word `floor` on, or None.

    A comma right before the cue closes an apposition: the phrase then begins before it.
    """
    lower, known = words.lower, lexicon.cues
    at = cue.first
    negated = passive = False
    finite = True
    while at > floor:
        word = lower[at - 1]
        if word in known.negations:
            negated = True
        elif word in known.passives:
            passive = True
        elif word in known.infinitives:
            finite = False
        elif (
            word in known.times
            and at - 2 >= floor
            and (lower[at - 2] in known.prepositions or lower[at - 2] in known.determiners)
        ):
            at -= 1
        elif (
            word not in known.times
            and word not in known.auxiliaries
            and not (lexicon.is_adverb(word) and not words.is_capital(at - 1))
        ):
            break
        at -= 1
    if at < cue.first and lower[at].endswith(("n't", "n’t")):
        negated = True
    if not finite:
        return Source(at, at, negated, passive, finite)
    if at > floor and lower[at - 1] in known.relatives:
        at -= 1
        if at > floor and lower[at - 1] == ",":
            at -= 1
    if at > floor and lower[at - 1] in DASHES:
        opening = _opening_dash(words, at, floor)
        first = phrase_start(words, lexicon, opening, floor)
        first = trim(words, lexicon, first, opening)
        if first < opening:
            return Source(first, opening, negated, passive, finite)
    closed = at > floor and (lower[at - 1] == "," or ends_title(words, at))
    first = _before_comma(words, lexicon, at, floor) if closed else at
    if first == at:
        first = phrase_start(words, lexicon, at, floor)
    first = trim(words, lexicon, first, at)
    if first >= at:
        return None
    if lower[first] in known.subjects and lower[first] not in known.determiners:
        return Source(first, first + 1, negated, passive, finite)
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
            return Source(first, number, negated, passive, finite)
    return Source(first, at, negated, passive, finite)


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


def _before_comma(words: Words, lexicon: Lexicon, at: int, floor: int) -> int:
    """Return where a source with an apposition begins: Guy Lee, the spokesman, said."""
    start = clause_start(words, lexicon, at if ends_title(words, at) else at - 1, floor)
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
    return phrase_start(words, lexicon, comma, first)


def narrow_source(words: Words, lexicon: Lexicon, source: Source) -> Source:
    """Return a source before “yang” without the verb and preposition that it is the object of.

    In “Hal itu dikuatkan oleh Budi yang menyebut …” it is Budi.
    """
    known = lexicon.cues
    first = source.first
    for number in range(source.last - 1, source.first, -1):
        word = words.lower[number - 1]
        joins = word in known.coordinators and words.is_capital(number)
        if (
            word in known.openers
            or is_verb(words, lexicon, number - 1)
            or (joins and not words.is_capital(number - 2))
        ):
            first = number
            break
    while (
        first > source.first
        and first < source.last - 1
        and (words.lower[first] in known.prepositions or lexicon.is_adverb(words.lower[first]))
    ):
        first += 1
    return replace(source, first=first)


def extend_source(words: Words, lexicon: Lexicon, source: Source, floor: int) -> Source:
    """Return a source with the role before its comma: Menteri Luar Negeri, Budi Hartono."""
    first = at = clause_start(words, lexicon, source.first, floor)
    for comma in range(at, source.first):
        if words.lower[comma] != ",":
            continue
        if lexicon.opens_introduction(words.lower[at]) or any(
            is_verb(words, lexicon, number) for number in range(at, comma)
        ):
            if first != at:
                return source
            first = comma + 1
        at = comma + 1
    while first < source.first and lexicon.is_adverb(words.lower[first]):
        first += 1
    return source if first >= source.first else replace(source, first=first)
