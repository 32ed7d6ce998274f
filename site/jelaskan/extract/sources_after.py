"""The words that name a source, after its cue."""

from jelaskan.extract.lexicon import Lexicon
from jelaskan.extract.phrases import LONGEST_SOURCE, SHORT_NAME
from jelaskan.extract.predicates import is_verb
from jelaskan.extract.sources import Source
from jelaskan.extract.words import DASHES, OPENING_MARKS, Cue, Words, is_possessive


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
    if first < ceiling and (lower[first] in known.carriers or lower[first] in known.agents):
        first += 1
    at = first
    limit = min(ceiling, first + LONGEST_SOURCE)
    apposition = False
    # "according to polls taken last week" has no verb after its source that could end it.
    whole = len(cue.form.words) > 1
    while at < limit:
        word = lower[at]
        if at > first and is_possessive(words, at):
            at += 1
            continue
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
        elif (at > first and not apposition and _ends_source(words, lexicon, at)) or (
            clause_follows
            and at > first
            and words.is_capital(at - 1)
            and not words.is_capital(at)
            and word not in known.inner_prepositions
            and word not in known.coordinators
        ):
            end = 0 if words.is_capital(first) else description_end(words, lexicon, at, limit)
            if not end:
                break
            at = end
            continue
        elif at == first and (word in known.prepositions or word in known.times):
            return None
        elif apposition and (
            word in known.times
            or (
                word in known.subordinators
                and word not in known.relatives
                and word not in known.inner_subordinators
            )
        ):
            break
        at += 1
    at = min(at, ceiling)  # what stands in marks at the end was stepped over with its mark
    while at > first and lower[at - 1] in ",.":
        at -= 1
    if at <= first:
        return None
    return Source(first, at)


def description_end(words: Words, lexicon: Lexicon, at: int, limit: int) -> int:
    """Return the word after the “itu” that closes a description, or 0: pria 50 tahun itu."""
    known = lexicon.cues
    for number in range(at, min(limit, at + 2 * SHORT_NAME)):
        word = words.lower[number]
        if word in known.demonstratives:
            return number + 1
        if (
            not word[0].isalnum()
            or number in words.cue_at
            or word in known.subordinators
            or (word in known.prepositions and word not in known.inner_prepositions)
        ):
            return 0
    return 0


def _is_closed_name(words: Words, lexicon: Lexicon, at: int, limit: int) -> bool:
    """Return whether an apposition, of a name, “a physicist” or “who”, ends in a comma soon."""
    name = words.is_capital(at)
    relative = words.lower[at] in lexicon.cues.relatives
    if not (name or relative or words.lower[at] in lexicon.cues.determiners):
        return False
    for number in range(at, min(limit, at + 2 * SHORT_NAME)):
        word = words.lower[number]
        if word == "," or (relative and word == "." and number + 1 == limit):
            return True
        if name and word[0].isalpha() and not words.is_capital(number):
            return False
        if not relative and (word in lexicon.cues.auxiliaries or word in lexicon.cues.passives):
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
        or (not words.is_capital(at) and is_verb(words, lexicon, at))
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
        or word in known.auxiliaries
        or word in known.passives
        or at in words.cue_at
        or word in known.carriers
    ):
        return False
    return not is_verb(words, lexicon, at) and word[0].isalnum()
