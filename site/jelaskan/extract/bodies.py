"""Bodies and places: acronyms with their long form, institutions, countries and towns."""

from collections.abc import Iterator
from dataclasses import dataclass

from jelaskan.extract.name_starts import place_length
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
            if last < len(words) and words[last][0].isupper():
                # “Badan Penanggulangan Bencana Daerah (BPBD) Kabupaten Pati”
                skipped = int(tokens.lower[last] in naming.place_words)
                limit = tokens.sentence_end(at)
                length = place_length(tokens, naming, last + skipped, limit)
                last += length + skipped if length else 0
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
    ends = dict(runs)
    begins = {last: first for first, last in runs if last > first}
    read = 0
    found: list[tuple[int, int]] = []
    for first, last in runs:
        if first < read:
            continue
        span = (
            _head_first(tokens, naming, first, last, ends)
            if naming.words.head_first
            else _head_last(tokens, naming, first, last, ends, begins)
        )
        if span is not None:
            read = span[1]
            while found and found[-1][1] > span[0]:
                found.pop()
            found.append(span)
    for first, last in found:
        yield _body(text, tokens, naming, first, last)


def _head_first(
    tokens: NameTokens, naming: Naming, first: int, last: int, ends: dict[int, int]
) -> tuple[int, int] | None:
    """Return a body from its head on: Dinas Kehutanan dan Perkebunan Riau."""
    lower = tokens.lower
    if first == last or lower[first] in naming.place_words:
        return None
    head = next(
        (n for n in range(first, last) if lower[n] in naming.bodies and tokens.is_capital(n)), None
    )
    if head is None:
        return None
    if lower[head] in naming.no_bodies and head + 1 < last and lower[head + 1] in naming.bodies:
        head += 1
    limit = tokens.sentence_end(head)
    while last + 1 < limit and (lower[last] in naming.coordinators or lower[last] == ","):
        after = last + 1 + (lower[last] == "," and lower[last + 1] in naming.coordinators)
        end = ends.get(after, after)
        joined = end > after and lower[after] not in naming.not_names
        joined = joined and (naming.is_common(lower[after]) or naming.is_noun(lower[after]))
        if not joined or lower[after] in naming.bodies or lower[after] in naming.roles:
            break
        last = end
    return head, last


def _head_last(
    tokens: NameTokens,
    naming: Naming,
    first: int,
    last: int,
    ends: dict[int, int],
    begins: dict[int, int],
) -> tuple[int, int] | None:
    """Return a body with its head at the end, or before “of”: Office of Roads and Bridges."""
    lower = tokens.lower
    if not any(lower[n] in naming.bodies for n in range(first, last)):
        return None
    start, limit = first, tokens.sentence_end(first)
    if first > 1 and lower[first - 1] in naming.coordinators and last - first > 1:
        # “Energy and Roads Committee”
        before = begins.get(first - 1)
        if before is not None and not _stands_alone(tokens, naming, before, first - 1):
            start = before
    if lower[last - 1] in naming.bodies:
        while last + 1 < limit:
            after = last + 1
            if lower[last] in naming.joiners:
                after += lower[after] in naming.determiners
            elif lower[last] not in naming.coordinators or last == ends[first]:
                break
            end = ends.get(after, after)
            listed = lower[last] in naming.coordinators
            if end <= after or (listed and _stands_alone(tokens, naming, after, end)):
                break
            last = end
    return (start, last) if last - start > 1 else None


def _stands_alone(tokens: NameTokens, naming: Naming, first: int, last: int) -> bool:
    """Return whether a run is a body, a place or a group of its own."""
    lower = tokens.lower[first:last]
    return (
        not lower
        or lower[-1] in naming.bodies
        or lower[-1] in naming.groups
        or lower[0] in naming.roles
        or " ".join(lower) in naming.places
    )


def _body(text: str, tokens: NameTokens, naming: Naming, first: int, last: int) -> Body:
    while first < last - 1 and tokens.lower[first] in naming.determiners:
        first += 1
    while last > first + 1 and not tokens.words[last - 1][0].isalnum():
        last -= 1
    return Body(read_between(text, tokens, first, last), first, last)
