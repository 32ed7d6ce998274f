"""The shape of a date as it is written, and the words of a pack that tell dates."""

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from jelaskan.extract.amounts import DASHES
from jelaskan.extract.tokens import LETTERS, Word, find_words
from jelaskan.languages.pack import LanguagePack
from jelaskan.languages.times import Times

Day = tuple[int | None, int | None, int | None]
"""Year, month and day, as far as they are written."""
YEARS = range(1000, 2101)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written: `words[start:end]`."""

    start: int
    end: int
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    until: Day | None = None
    """The last day, month or year of a range."""
    quarter: int | None = None
    period: str | None = None
    """A period counted from publication: `month+0`."""
    direction: Literal[-1, 0, 1] = 0
    """Whether words beside it send it into the past or the future."""
    week: Literal[-1, 0, 1] = 0
    """Whether a weekday is one of the week before or after."""
    cue: bool = False
    """Whether its clause looks into the future."""
    told: bool = False
    """Whether the words before it tell of the past."""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The words of dates of a pack, as they are looked up."""

    times: Times
    anchors: frozenset[str] = field(default_factory=frozenset)
    """Words without which, and without digits, a sentence has no date."""
    letters: frozenset[str] = field(default_factory=frozenset)
    """The same, without their marks."""
    after_weekday: tuple[tuple[str, ...], ...] = ()
    ranges: tuple[tuple[str, ...], ...] = ()
    measures: frozenset[str] = frozenset()
    """Units and scales, before which four digits are no year."""


@functools.cache
def time_words(pack: LanguagePack) -> TimeWords:
    """Return the words of dates of a pack, as they are looked up."""
    times = pack.times
    anchors = frozenset(
        [*times.months, *times.weekdays, *times.quarters, *times.quarter_words, *times.half_words]
        + [phrase.split()[0] for phrase in times.phases]
    )
    joined = {letters for word in times.quarters for letters in LETTERS.findall(word)}
    anchors |= {letters for letters in joined if letters not in times.quarters}
    # "quarters" alone, or "i" for the first, make no date.
    telling = anchors - frozenset(times.quarters)
    letters = frozenset(letters for word in telling for letters in LETTERS.findall(word)[:1])
    return TimeWords(
        times,
        anchors,
        letters,
        _split(times.parts_of_day),
        _split(times.ranges),
        frozenset([*pack.numbers.measures, *pack.numbers.scales, *pack.numbers.counted]),
    )


def _split(phrases: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Return phrases cut into words and marks, as articles are, the longest first."""
    cut = (find_words(phrase, 0, len(phrase), frozenset()) for phrase in phrases)
    return tuple(sorted((tuple(word.lower for word in words) for words in cut), key=len)[::-1])


def range_end(words: Sequence[Word], at: int, known: TimeWords) -> int | None:
    """Return the index behind a dash, or a word such as “hingga”, that begins at `words[at]`."""
    if at < len(words) and words[at].text in DASHES:
        return at + 1
    for phrase in known.ranges:
        end = at + len(phrase)
        if tuple(word.lower for word in words[at:end]) == phrase:
            return end
    return None


def year_behind(words: Sequence[Word], at: int, known: TimeWords) -> tuple[int | None, int]:
    """Return the year behind a month or day, and its end."""
    end = at
    if end < len(words) and words[end].text == ",":
        end += 1
    while end < len(words) and words[end].lower in known.times.year_words:
        end += 1
    if end < len(words) and words[end].text.isdecimal() and len(words[end].text) == 4:
        year = int(words[end].text)
        if year in YEARS:
            return year, end + 1
    return None, at
