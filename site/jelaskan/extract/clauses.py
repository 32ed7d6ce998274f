"""Where the content after a cue begins."""

from typing import NamedTuple

from jelaskan.extract.lexicon import Lexicon
from jelaskan.extract.phrases import is_title
from jelaskan.extract.words import DASHES, OPENING_MARKS, Cue, Words
from jelaskan.languages.cues import Frame

REACH = 45
"""How many words may stand between a cue and its content: when, where and to whom."""
REQUEST_REACH = 15
SHORT_TITLE = 5
SHORTEST_NOUN = 4
"""Letters: what follows a number and is shorter may be a time, as p.m."""


class Beginning(NamedTuple):
    """Where content begins, and the frame that says so."""

    first: int
    frame: Frame
    sure: bool = True


def find_beginning(words: Words, lexicon: Lexicon, cue: Cue, ceiling: int) -> Beginning | None:
    """Return where the content after a cue begins, or None where nothing is said there.

    Words that tell when, where and to whom may stand between: said on Monday in a
    statement that; told reporters he; meminta warga agar.
    """
    lower, known = words.lower, lexicon.cues
    frames = cue.form.group.frames
    start = cue.last
    while (
        start < ceiling
        and lexicon.is_adverb(lower[start])
        and lower[start] not in known.auxiliaries
        and not words.is_capital(start)
        and not _opens_with_amount(words, lexicon, start, ceiling)
        and not (known.comma_before_clause and lower[start] in known.openers)
    ):
        start += 1
    bare: Frame | None = (
        "clause" if "clause" in frames else "predication" if "predication" in frames else None
    )
    if bare and _opens_with_amount(words, lexicon, start, ceiling):
        return Beginning(start, bare)
    adjunct = addressed = False
    is_request = "request" in frames and "predication" in frames
    at = start
    limit = min(ceiling, start + REACH)
    while at < limit:
        word = lower[at]
        before = lower[at - 1]
        if at > start and at in words.cue_at and words.cue_at[at].form.is_participle(known):
            return None
        if word in OPENING_MARKS and at + 1 < len(lower) and words.quotation[at + 1] >= 0:
            quotation = words.quotation[at + 1]
            after = words.closed[quotation] + 1
            if (
                (adjunct or addressed)
                and before not in ",:"
                and words.closed[quotation] - words.opened[quotation] <= SHORT_TITLE
                and (is_title(words, quotation) or before.endswith(("'s", "’s")))
            ):
                at = after
                continue
            if (
                adjunct
                and bare
                and before not in ",:"
                and starts_low(words, at + 1)
                and after < ceiling
                and lower[after][0].isalnum()
            ):
                return Beginning(start, bare)
            return Beginning(at, "quotation")
        if word in known.complementizers and adjunct and before in known.prepositions:
            at += 1
            continue
        if word in known.complementizers and word in known.infinitives and addressed:
            if "request" in frames and at + 1 < ceiling:
                is_short = _is_short(words, lexicon, start, at)
                return Beginning(start if is_short else at + 1, "request")
            return None
        takes_that = at > start or "object" not in frames or "that" in frames
        if word in known.complementizers and takes_that:
            return Beginning(at + 1, "that") if "that" in frames and at + 1 < ceiling else None
        if at == start and word in known.statements and lower[at + 1] in known.complementizers:
            at += 1
            continue
        if word == ":" and "quotation" in frames and at + 1 < ceiling:
            if lower[at + 1] in OPENING_MARKS:
                at += 1
                continue
            if "clause" not in frames or cue.form.group.source == "after":
                return None
            return Beginning(at + 1, "clause", False)
        if word == ",":
            following = lower[at + 1] if at + 1 < limit else ""
            if (
                addressed
                and "request" in frames
                and (words.is_capital(min(at + 1, limit - 1)) or following in known.infinitives)
            ):
                at += 1
                continue
            if following in OPENING_MARKS and following:
                at += 1
                continue
            if adjunct and (following in known.times or following in known.prepositions):
                at += 1
                continue
            if addressed and is_request and _opens_request(words, lexicon, at, limit):
                at += 1
                continue
            if known.comma_before_clause and bare and following:
                if following in known.times or following in known.prepositions:
                    end = _adjunct_end(words, lexicon, at + 1, limit)
                    if end:
                        at = end
                        adjunct = True
                        continue
                if following in known.complementizers or following in lexicon.cues.carriers:
                    at += 1
                    continue
                return Beginning(at + 1, "clause")
            if at == start:
                closing = next((n for n in range(at + 1, min(at + 8, limit)) if lower[n] == ","), 0)
                if closing and closing + 1 < limit and lower[closing + 1] in known.complementizers:
                    at = closing + 1
                    continue
            return None
        if at == start:
            if word in known.questions and "question" in frames:
                return Beginning(at, "question")
            if word in known.infinitives and not is_addressee(words, lexicon, at + 1, limit):
                return Beginning(at, "infinitive") if "infinitive" in frames else None
            if (
                word in known.infinitives
                or word in known.times
                or word in known.prepositions
                or word == "("
            ):
                adjunct = True
            elif cue.form.group.addressee:
                if word in known.negations:
                    return Beginning(at, "predication") if "predication" in frames else None
                addressed = True
            elif "accusation" in frames:
                reach = range(at + 1, min(limit, at + REQUEST_REACH))
                if any(lower[n] in known.accusations for n in reach):
                    return Beginning(at, "accusation")
                return None
            elif (
                (frames[0] == "object" and _names_only(words, lexicon, at, ceiling))
                or word in ".;?!…)"
                or word in DASHES
                or word in known.coordinators
            ):
                return None
            elif bare:
                if _refers_back(words, lexicon, at, ceiling):
                    return None
                return Beginning(at, bare)
            elif "object" in frames:
                return Beginning(at, "object")
            else:
                return None
        elif addressed and bare and word in known.auxiliaries and before not in known.relatives:
            while start < at and words.is_capital(start):
                start += 1
            return Beginning(start, "clause", False) if start < at else None
        elif word in known.infinitives:
            if adjunct and "infinitive" in frames and at - start <= SHORT_TITLE:
                return Beginning(at, "infinitive")
            if bare and lower[start] in known.recipients and at - start <= REQUEST_REACH:
                return Beginning(at + 1, "request")
            if addressed and "request" in frames and at - start <= REQUEST_REACH:
                return Beginning(
                    start if _is_short(words, lexicon, start, at) else at + 1, "request"
                )
        elif (
            word in known.subjects
            and before not in known.prepositions
            and before not in known.questions
            and bare
        ):
            return Beginning(at, "clause")
        elif word in known.questions and "question" in frames and before not in known.prepositions:
            return Beginning(at, "question")
        elif (
            word in known.determiners
            and bare
            and not (addressed and is_request)
            and not (at + 1 < limit and lower[at + 1] in known.times)
            and before not in known.prepositions
            and before not in known.determiners
            and before not in known.coordinators
            and not lexicon.is_adverb(before)
        ):
            return Beginning(at, "clause", False)
        elif word in ";?!":
            return None
        at += 1
    if bare and known.verb_prefixes and start < ceiling and lower[start] in known.times:
        return Beginning(start, "predication")
    if addressed and is_request:
        return Beginning(start, "predication")
    return None


def _opens_request(words: Words, lexicon: Lexicon, at: int, limit: int) -> bool:
    """Return whether what is asked follows a list of those who are asked: A, B, dan C untuk."""
    known = lexicon.cues
    return any(
        words.lower[number] in known.infinitives
        for number in range(at, min(limit, at + REQUEST_REACH))
    )


def is_addressee(words: Words, lexicon: Lexicon, at: int, limit: int) -> bool:
    """Return whether “to” points to a person: explained to Clinton that."""
    return at < limit and (
        words.is_capital(at)
        or words.lower[at] in lexicon.cues.determiners
        or words.lower[at] in lexicon.cues.objects
    )


def _refers_back(words: Words, lexicon: Lexicon, at: int, ceiling: int) -> bool:
    """Return whether the object of a cue only stands for what is said elsewhere: said so."""
    known = lexicon.cues
    for phrase in lexicon.back_references:
        after = at + len(phrase)
        if tuple(words.lower[at:after]) == phrase and (
            after >= ceiling
            or not words.lower[after][0].isalnum()
            or words.lower[after] in known.prepositions
            or words.lower[after] in known.times
        ):
            return True
    return False


def starts_low(words: Words, number: int) -> bool:
    """Return whether a word begins with a lower-case letter."""
    return words.text[words.starts[number]].islower()


def _opens_with_amount(words: Words, lexicon: Lexicon, start: int, ceiling: int) -> bool:
    """Return whether a clause begins with about how many: said at least 12 stalls would stay.

    A “that” soon after is where the clause begins, and what stands before it says when or where.
    """
    lower, known = words.lower, lexicon.cues
    if start + 2 >= ceiling or lower[start] not in known.approximations:
        return False
    counts = lower[start + 1][0].isdigit() and len(lower[start + 2]) >= SHORTEST_NOUN
    ahead = lower[start + 2 : min(start + SHORT_TITLE + 2, ceiling)]
    return (counts or lower[start + 1] in known.quantifiers) and not any(
        word in known.complementizers for word in ahead
    )


def _is_short(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
    """Return whether those who are asked are named in a few words, without time or place."""
    return last - first <= SHORT_TITLE and not any(
        words.lower[number] in lexicon.cues.times for number in range(first, last)
    )


def _is_article_of_name(words: Words, lexicon: Lexicon, at: int, ceiling: int) -> bool:
    """Return whether a determiner stands before a name."""
    return (
        words.lower[at] in lexicon.cues.determiners
        and not words.is_capital(at)
        and at + 1 < ceiling
        and words.is_capital(at + 1)
    )


def _names_only(words: Words, lexicon: Lexicon, at: int, ceiling: int) -> bool:
    """Return whether an object is just a name, as of somebody who is telephoned."""
    if _is_article_of_name(words, lexicon, at, ceiling):
        at += 1
    if not words.is_capital(at):
        return False
    while at < ceiling and (words.is_capital(at) or words.lower[at].isdigit()):
        at += 1
    if at == ceiling:
        return True
    word, known = words.lower[at], lexicon.cues
    return (
        word in ".,;"
        or word in known.infinitives
        or word in known.prepositions
        or word in known.coordinators
    )


def _adjunct_end(words: Words, lexicon: Lexicon, at: int, limit: int) -> int:
    """Return the comma or complementizer that ends words of time or place, or 0."""
    for number in range(at, min(limit, at + SHORT_TITLE * 3)):
        word = words.lower[number]
        if word == "," or word in lexicon.cues.complementizers:
            return number
    return 0
