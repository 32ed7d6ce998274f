"""The source of a cue that has none beside it."""

from jelaskan.extract.layout import Span
from jelaskan.extract.lexicon import PARTICIPLE
from jelaskan.extract.reading import Reading, source_beside
from jelaskan.extract.sources_after import description_end
from jelaskan.extract.words import Cue

SUBJECT_LENGTH = 4
SHORT_SOURCE = 6
SHORT_SUBJECT = 3


def lacks_subject(reading: Reading, cue: Cue) -> bool:
    """Return whether a cue is a participle without a subject of its own: He left, saying so.

    “He is saying” and “with aides saying” have one, and so have “voters saying”.
    """
    words, known = reading.words, reading.lexicon.cues
    if not cue.form.is_participle(known):
        return False
    at = cue.first - 1
    floor = words.sentences[words.sentence[cue.first]][0]
    while at > floor and reading.lexicon.is_adverb(words.lower[at]):
        at -= 1
    if at < floor:
        return True
    if words.lower[at] in known.auxiliaries or words.lower[at] in known.passives:
        return False
    source = source_beside(reading, cue)
    if source is None or words.lower[cue.first - 1] == ",":
        return True
    for number in range(cue.first - 1, max(floor, cue.first - SHORT_SOURCE) - 1, -1):
        if words.lower[number] in known.prepositions:
            return words.lower[number] not in known.inner_prepositions
    return source.first != floor or cue.first - source.first > SHORT_SUBJECT


def leads_sentence(reading: Reading, cue: Cue, floor: int) -> int:
    """Return the comma that ends a participle before its subject, or 0: After saying so, Ann left."""
    words, lexicon = reading.words, reading.lexicon
    if not lacks_subject(reading, cue) or not all(
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


def find_inherited(reading: Reading, cue: Cue, floor: int) -> tuple[Span | None, bool]:
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
    # “…,” katanya, lalu buru-buru menambahkan, “…”
    goes_on = bool(known.clitic) and before == "," and at < cue.first - 1
    if not (
        goes_on
        or before in known.coordinators
        or before in known.infinitives
        or cue.form.tense == PARTICIPLE
        or before in known.subordinators
        or before in known.prepositions
    ):
        return None, True
    for number in range(cue.first - 1, floor - 1, -1):
        finding = reading.by_cue.get(number)
        if finding is not None and finding.source is not None:
            return finding.source, before in known.infinitives or before in known.prepositions
    if goes_on:
        return None, True
    return find_subject(reading, floor, cue.first), True


def find_subject(reading: Reading, floor: int, ceiling: int) -> Span | None:
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
            and comma + 1 < ceiling
            and not all(
                words.is_capital(number) or words.lower[number] == "."
                for number in range(first, comma)
            )
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
        (at > first and words.lower[at - 1].endswith(("'s", "’s")) and _is_noun(reading, at))
        or words.is_capital(at)
        or words.lower[at] in known.determiners
        or words.lower[at] == "."
        or (at > first and at + 1 < ceiling and words.is_capital(at + 1) and _is_noun(reading, at))
    ):
        at += 1
    if known.demonstratives and at < ceiling:
        at = description_end(words, lexicon, at, ceiling) or at
    if words.lower[first] in known.determiners and at < ceiling and _is_noun(reading, at):
        at += 1
        if at + 1 < ceiling and _is_noun(reading, at) and words.lower[at + 1] in known.prepositions:
            at += 1
    if at <= first:
        return None
    return Span(words.starts[first], words.ends[at - 1])


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
