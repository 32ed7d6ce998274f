"""Bodies and places: acronyms with their long form, institutions, countries and towns."""

from collections.abc import Iterator
from dataclasses import dataclass

from jelaskan.extract.name_words import NameTokens, read_between
from jelaskan.extract.naming import Naming

LONGEST_ACRONYM = 12


@dataclass(frozen=True, slots=True)
class Body:
    """A body and the words that name it."""

    name: str
    """The long form, with its acronym in brackets if the article defines one."""
    first: int
    """Its first word, by number of token, and the one after its last."""
    last: int
    acronym: str = ""


def find_acronyms(text: str, tokens: NameTokens, naming: Naming) -> Iterator[Body]:
    """Yield each long form that stands before its acronym in brackets, in text order."""
    words = tokens.words
    for at in range(1, len(words) - 2):
        if words[at] != "(" or words[at + 2] != ")":
            continue
        acronym = words[at + 1]
        if not 2 <= len(acronym) <= LONGEST_ACRONYM or not acronym[0].isupper():
            continue
        if tokens.lower[at + 1] in naming.places and tokens.lower[at + 1] not in naming.countries:
            continue
        floor = max(tokens.sentence_start(at), at - 2 * len(acronym) - 3)
        first = _long_form(tokens, acronym.lower(), at, floor)
        if first is not None and _is_nickname(tokens, naming, first, at):
            continue
        if first is not None and tokens.is_capital(first):
            last = at + 3
            if (
                last < len(words)
                and tokens.lower[last] in naming.countries
                and words[last][0].isupper()
            ):
                last += 1
            if first and tokens.lower[first - 1] in naming.bodies and tokens.is_capital(first - 1):
                first -= 1
            yield Body(read_between(text, tokens, first, last), first, last, acronym)


def _is_nickname(tokens: NameTokens, naming: Naming, first: int, at: int) -> bool:
    """Return whether the brackets at a token hold a person's nickname or initials.

    So they do in “Menteri Agama Lasmi Kartono (Mimi)” and in “Lasmi Kartono Putri (LKP)”.
    """
    lower = tokens.lower
    acronym = tokens.words[at + 1]
    if lower[first] in naming.roles:
        return not acronym.isupper()
    if any(naming.is_common(word) or not word.isalpha() for word in lower[first:at]):
        return False
    before = lower[first - 1] if first > tokens.sentence_start(first) else ""
    is_named = lower[first] in naming.given and len(acronym) == at - first
    return is_named or (
        not acronym.isupper() and (before in naming.roles or before in naming.titles)
    )


def _long_form(tokens: NameTokens, acronym: str, end: int, floor: int) -> int | None:
    """Return the first word of the long form of an acronym (after Schwartz and Hearst, 2003).

    Its letters are sought from the right; the first must begin a word.
    """
    at = len(acronym) - 1
    number = end - 1
    while number >= floor:
        word = tokens.lower[number]
        place = len(word) - 1
        while place >= 0 and at >= 0:
            if word[place] == acronym[at] and (at > 0 or place == 0):
                at -= 1
            place -= 1
        if at < 0:
            return number
        if word[0] in '.;:!?()"“”':
            return None
        number -= 1
    return None


def find_institutions(
    text: str, tokens: NameTokens, naming: Naming, runs: list[tuple[int, int]]
) -> Iterator[Body]:
    """Yield the runs of capitals that name a body by one of their words: Kementerian X."""
    for first, last in runs:
        lower = tokens.lower[first:last]
        if not naming.words.head_first:
            heads = [n for n in range(first, last) if tokens.lower[n] in naming.bodies]
            if heads and heads[-1] > first - 1 and last - first > 1:
                yield _body(text, tokens, naming, first, last)
            continue
        if lower[:1] and lower[0] in naming.place_words:
            continue
        for offset, word in enumerate(lower):
            if word in naming.bodies and tokens.is_capital(first + offset):
                yield _body(text, tokens, naming, first + offset, last)
                break


def _body(text: str, tokens: NameTokens, naming: Naming, first: int, last: int) -> Body:
    while first < last - 1 and tokens.lower[first] in naming.determiners:
        first += 1
    while last > first + 1 and not tokens.words[last - 1][0].isalnum():
        last -= 1
    return Body(read_between(text, tokens, first, last), first, last)
