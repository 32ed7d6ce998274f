"""Runs of capitalised words, and which of them can be the name of a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming

LONGEST_NAME = 6
TITLE_CASE_WORDS = 5
LONGEST_PLACE = 3
BRACKETS = {"(": ")", '"': '"', "“": "”", "'": "'", "‘": "’", "[": "]"}


@dataclass(slots=True)
class Run:
    """Capitalised words side by side, by number of token."""

    first: int
    last: int
    """One past the last word."""
    name: int
    """The first word that can be part of a person's name; `last` if none can."""
    end: int
    """One past the last word that can be."""
    title: int = -1
    """The title that stands before the name, if one does."""
    headed: bool = False
    """Whether a role or a title stands in the run before the name."""


def find_runs(tokens: NameTokens, naming: Naming) -> Iterator[Run]:
    """Yield the runs of capitalised words in text order, outside of title-case sentences."""
    lowered = set(tokens.lower).intersection(tokens.words)
    for number in range(len(tokens.first) - 1):
        first, last = tokens.first[number], tokens.first[number + 1]
        if _is_title_case(tokens, first, last):
            continue
        at = first
        while at < last:
            if not tokens.is_capital(at):
                at += 1
                continue
            end = _run_end(tokens, naming, at, last)
            yield _strip(tokens, naming, lowered, Run(at, end, at, end), at == first)
            at = end


def _is_title_case(tokens: NameTokens, first: int, last: int) -> bool:
    """Return whether a sentence is a headline in which every word has a capital."""
    words = [word for word in tokens.words[first:last] if word[0].isalpha() and len(word) > 3]
    if len(words) < TITLE_CASE_WORDS:
        return False
    return 10 * sum(word[0].isupper() for word in words) > 8 * len(words)


def _run_end(tokens: NameTokens, naming: Naming, first: int, limit: int) -> int:
    """Return the number after the last word of the run that begins at `first`."""
    at = first + 1
    words, lower = tokens.words, tokens.lower
    while at < limit:
        word = words[at]
        if (at - 1) in tokens.possessive:
            break
        if word[0].isupper():
            at += 1
        elif word == "." and _is_abbreviated(tokens, naming, at - 1) and at + 1 < limit:
            if not (words[at + 1][0].isupper() and tokens.starts[at + 1] - tokens.ends[at] < 2):
                break
            at += 1
        elif lower[at] in naming.connectors and at + 1 < limit and words[at + 1][0].isupper():
            if tokens.lower[at] in naming.place_prepositions:
                break
            at += 2
        elif word in ('"', "“", "(") and (nickname := _nickname_end(tokens, at, limit)):
            at = nickname
        else:
            break
    return at


def _nickname_end(tokens: NameTokens, at: int, limit: int) -> int:
    """Return the number after a nickname in marks between two names: Robert "Bobby" Scott."""
    if tokens.words[at] == "(":
        return 0
    close = BRACKETS[tokens.words[at]]
    for end in (at + 2, at + 3):
        if end + 1 < limit and tokens.words[end] == close:
            inside = tokens.words[at + 1 : end]
            if all(word[0].isupper() for word in inside) and tokens.words[end + 1][0].isupper():
                return end + 1
    return 0


def _is_abbreviated(tokens: NameTokens, naming: Naming, number: int) -> bool:
    """Return whether the full stop after a word is part of it: J., Sen., H."""
    word = tokens.words[number]
    return len(word) == 1 or tokens.lower[number] in naming.titles or "." in word


def _strip(tokens: NameTokens, naming: Naming, lowered: set[str], run: Run, opens: bool) -> Run:
    """Set where the name in a run begins and ends, roles, offices and titles left out."""
    at = run.first
    words, lower = tokens.words, tokens.lower
    while at < run.last:
        word = lower[at]
        if words[at] == "." or word in naming.connectors:
            at += 1
            continue
        place = place_length(tokens, naming, at, run.last)
        is_title = word in naming.titles
        is_role = word in naming.roles
        if word in naming.given and not (is_title or is_role) and at + 1 < run.last:
            if not place or at + place + 1 >= run.last:
                break
        if is_title or is_role:
            run.headed = True
            run.title = at if is_title else run.title
            at += 1
            if word in naming.place_roles and at + 1 < run.last:
                at += max(1, place_length(tokens, naming, at, run.last))
        elif place and (run.headed or at + place < run.last - 1):
            at += place
        elif (
            word in naming.role_prefixes
            or naming.is_common(word)
            or word in naming.outlets
            or (len(word) > 1 and words[at].isupper() and at + 1 < run.last and not word.isdigit())
            or (opens and at == run.first and (word in lowered or word in naming.stops))
        ):
            at += 1
        else:
            break
    run.name = at
    run.end = run.last
    while run.end > at + 1 and (
        lower[run.end - 1] in naming.degrees
        or (lower[run.end - 1] in naming.not_names and run.end - at > 2)
    ):
        run.end -= 1
    return run


def place_length(tokens: NameTokens, naming: Naming, first: int, limit: int) -> int:
    """Return how many words from `first` on are the name of a well-known place."""
    lower = tokens.lower
    for length in range(min(LONGEST_PLACE, limit - first), 0, -1):
        if " ".join(lower[first : first + length]) in naming.places:
            return length
    return 0


def can_be_person(tokens: NameTokens, naming: Naming, run: Run) -> bool:
    """Return whether no word of the name in a run tells of a body, an office or a place."""
    length = run.end - run.name
    if not 0 < length <= LONGEST_NAME:
        return False
    lower = tokens.lower[run.name : run.end]
    words = tokens.words[run.name : run.end]
    if " ".join(lower) in naming.places or lower[0] in naming.outlets:
        return False
    if length == 1 and (words[0].isupper() or len(words[0]) < 3 or not words[0].isalpha()):
        return len(words[0]) > 2 and "-" in words[0] and not words[0].isupper()
    if any(any(character.isdigit() for character in word) for word in words):
        return False
    named = lower[0] in naming.given and length > 1
    for number, word in enumerate(lower):
        if word in naming.bodies or (naming.is_common(word) and not named):
            return False
        if len(word) > 2 and words[number].isupper():
            return False
    return True
