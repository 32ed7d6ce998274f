"""What words behind a cue can be: those who are told, an amount, a name, a time or place."""

from jelaskan.extract.lexicon import Lexicon
from jelaskan.extract.words import Words

REQUEST_REACH = 15
"""Within how many words those who are asked to do something are named."""
SHORT_TITLE = 5
SHORTEST_NOUN = 4
"""Letters: what follows a number and is shorter may be a time, as p.m."""


def opens_request(words: Words, lexicon: Lexicon, at: int, limit: int) -> bool:
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


def refers_back(words: Words, lexicon: Lexicon, at: int, ceiling: int) -> bool:
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


def opens_with_amount(words: Words, lexicon: Lexicon, start: int, ceiling: int) -> bool:
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


def is_short(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
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


def names_only(words: Words, lexicon: Lexicon, at: int, ceiling: int) -> bool:
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


def adjunct_end(words: Words, lexicon: Lexicon, at: int, limit: int) -> int:
    """Return the comma or complementizer that ends words of time or place, or 0."""
    for number in range(at, min(limit, at + SHORT_TITLE * 3)):
        word = words.lower[number]
        if word == "," or word in lexicon.cues.complementizers:
            return number
    return 0
