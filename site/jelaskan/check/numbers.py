"""Numbers in digits, wherever they stand, and what they may mean."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jelaskan.check.evidence import pack_of

NUMBER = re.compile(r"\d{1,30}(?:[.,]\d{1,30}){0,10}")
SCALE_AFTER = re.compile(r"[\s-]?([^\W\d_]{1,20})\b")

Scales = Mapping[str, frozenset[float]]
"""Words that multiply the number before them, and by how much."""


@dataclass(frozen=True, slots=True)
class Written:
    """A number in digits."""

    start: int
    text: str
    meanings: frozenset[str]
    """What it may be; the marks inside it can be read in two ways."""


def find_numbers(text: str, scales: Scales) -> Iterator[Written]:
    """Yield the numbers that a text has in digits, with the scale that follows: “12,5 juta”."""
    for match in NUMBER.finditer(text):
        word = SCALE_AFTER.match(text, match.end())
        factors = scales.get(word[1].casefold(), frozenset((1.0,))) if word else (1.0,)
        meanings = {
            meaning(value * factor) for value in _values(match.group()) for factor in factors
        }
        yield Written(match.start(), match.group(), frozenset(meanings))


def meaning(value: float) -> str:
    """Return a number so that equal ones are one text, however they were reckoned."""
    return f"{value:.12g}"


@functools.cache
def scales_of(*languages: str) -> Scales:
    """Return the words of some languages that multiply the number before them."""
    found: dict[str, set[float]] = {}
    for pack in filter(None, map(pack_of, languages)):
        for words in (pack.numbers.multiplied, pack.numbers.scales):
            for word, factor in words.items():
                found.setdefault(word.casefold(), set()).add(float(factor))
    return {word: frozenset(factors) for word, factors in found.items()}


def _values(number: str) -> Iterator[float]:
    """Yield what digits with marks among them may mean: 1.250 is 1250, or 1 and a quarter."""
    whole, *groups = re.split(r"[.,]", number)
    marks = re.sub(r"\d", "", number)
    digits = float(whole + "".join(groups))
    if not marks:
        yield digits
        return
    if len(set(marks)) == 1 and all(len(group) == 3 for group in groups):
        yield digits
    if marks.count(marks[-1]) == 1:
        yield float(f"{whole}{''.join(groups[:-1])}.{groups[-1]}")
    if len(marks) > 1 and len(set(marks)) == 1 and any(len(group) != 3 for group in groups):
        yield digits  # no number at all, as 3.12.2024: it is only compared with itself
