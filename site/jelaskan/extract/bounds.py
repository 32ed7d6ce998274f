"""Bounds: at least, almost, up to: which way a number may be off."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jelaskan.extract.counted import Forms, phrases_by_first_word
from jelaskan.extract.tokens import Word
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.statements import Bound

MOST_FILLERS = 2


class Bounded(NamedTuple):
    """A bound and the words that give it: `words[start:end]`."""

    bound: Bound
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BoundWords:
    """The bounds of a pack, as they are looked up."""

    before: Forms
    """By last word, each phrase backwards."""
    after: Forms
    fillers: frozenset[str]


@functools.cache
def bound_words(pack: LanguagePack) -> BoundWords:
    """Return the bounds of a pack, as they are looked up."""
    numbers = pack.numbers
    backwards = [
        (" ".join(reversed(phrase.split())), bound)
        for bound, phrases in numbers.bounds.items()
        for phrase in phrases
    ]
    after = [
        (phrase, bound) for bound, phrases in numbers.bounds_after.items() for phrase in phrases
    ]
    return BoundWords(
        phrases_by_first_word(backwards),
        phrases_by_first_word(after),
        frozenset(numbers.bound_fillers),
    )


def bound_before(words: Sequence[Word], start: int, known: BoundWords) -> Bounded | None:
    """Return the bound whose words end right before `words[start]`, fillers between."""
    for skipped in range(MOST_FILLERS + 1):
        last = start - 1 - skipped
        if last < 0:
            return None
        found = _match_backwards(words, last, known)
        if found is not None:
            return found
        if words[last].lower not in known.fillers:
            return None
    return None


def _match_backwards(words: Sequence[Word], last: int, known: BoundWords) -> Bounded | None:
    for pieces, bound in known.before.get(words[last].lower, ()):
        first = last - len(pieces) + 1
        if first >= 0 and all(
            words[last - offset].lower == piece for offset, piece in enumerate(pieces)
        ):
            return Bounded(_as_bound(bound), first, last + 1)
    return None


def bound_after(words: Sequence[Word], at: int, known: BoundWords) -> Bounded | None:
    """Return the bound whose words begin at `words[at]`."""
    if at >= len(words):
        return None
    for pieces, bound in known.after.get(words[at].lower, ()):
        end = at + len(pieces)
        if tuple(word.lower for word in words[at:end]) == pieces:
            return Bounded(_as_bound(bound), at, end)
    return None


_BOUNDS: dict[str, Bound] = {
    "at least": "at least",
    "at most": "at most",
    "about": "about",
    "more than": "more than",
    "less than": "less than",
}


def _as_bound(bound: str) -> Bound:
    return _BOUNDS[bound]
