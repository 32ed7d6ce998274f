"""Years, quarters and parts of periods as they are written: since 2018, akhir bulan ini."""

from collections.abc import Sequence
from dataclasses import replace

from jelaskan.extract.amounts import DASHES
from jelaskan.extract.tokens import Word
from jelaskan.extract.written import YEARS, Day, TimeWords, Written, year_behind
from jelaskan.extract.written_days import read_month_first

EARLIEST = 1500
"""The earliest year that needs no word for year before it."""
RECENT = 1800
"""The earliest year that stands before a noun: a 2019 report."""
NAME_WORDS = 4
"""How far back a word is looked for that makes a year a part of a name."""


def read_year(
    words: Sequence[Word], at: int, known: TimeWords, earlier: Written | None
) -> Written | None:
    """Return a year that stands alone, where what is before it says that it is one."""
    text = words[at].text
    if not (text.isdecimal() and len(text) == 4 and int(text) in YEARS):
        return None
    after = words[at + 1] if at + 1 < len(words) else None
    touching = after is not None and after.start == words[at].end
    year = int(text)
    until, end = _until_year(words, at)
    if until is None and after is not None and touching and _spoils_year(after.text):
        return None
    if earlier is not None and _continues(words, at, earlier, known):
        return Written(at, end, "year", year, until=until)
    before = [word.lower for word in words[max(0, at - NAME_WORDS) : at]]
    named = known.times.year_names
    if not before or words[at - 1].end == words[at].start:
        return None
    if any(word in named for word in (before if before[-1] in known.times.year_words else [])):
        return None
    if before[-1] in known.times.year_words:
        return Written(at - 1, end, "year", year, until=until)
    if " ".join(before[-2:]) in known.times.year_words:
        return Written(at - 2, end, "year", year, until=until)
    if before[-1] in known.times.year_articles and year >= RECENT and _describes(after, known):
        return Written(at, end, "year", year, until=until)
    if (
        year < EARLIEST
        or before[-1] not in known.times.year_openers
        or (after and _names(after, known))
    ):
        return None
    return Written(at, end, "year", year, until=until)


def _describes(after: Word | None, known: TimeWords) -> bool:
    """Return whether a year stands before a noun that is no measure: a 2003 interview."""
    if after is None or not after.text.isalpha() or not after.text.islower():
        return False
    return len(after.text) > 2 and after.lower not in known.measures


def _spoils_year(after: str) -> bool:
    """Return whether what touches four digits makes them no year: 2024/25, 1990-an, 2000s."""
    return after in "/-–—'’%" or after[0].isalpha()


def _until_year(words: Sequence[Word], at: int) -> tuple[Day | None, int]:
    """Return the last year of a range, 2019-2024, and the end of its words."""
    last = words[at + 1 : at + 3]
    touching = len(last) == 2 and words[at].end == last[0].start and last[0].end == last[1].start
    if touching and last[0].text in DASHES and len(last[1].text) == 4 and last[1].text.isdecimal():
        year = int(last[1].text)
        if int(words[at].text) < year <= YEARS[-1]:
            return (year, None, None), at + 3
    return None, at + 1


def _names(after: Word, known: TimeWords) -> bool:
    """Return whether the word behind a year makes it a part of a name: in 2016 Olympics."""
    return after.is_number or (after.text[0].isupper() and after.lower not in known.anchors)


def _continues(words: Sequence[Word], at: int, earlier: Written, known: TimeWords) -> bool:
    """Return whether a year goes on a list of years: 2015, 2016 dan 2019."""
    if earlier.year is None or earlier.day is not None:
        return False
    between = words[earlier.end : at]
    return 1 <= len(between) <= 2 and all(
        word.lower in known.times.lists or word.lower in known.times.ranges for word in between
    )


def read_quarter(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
    """Return kuartal ketiga 2024, third quarter of 2024, Q3 2024."""
    times = known.times
    word = words[at].lower
    end = at + 1
    joined = end < len(words) and words[end].start == words[at].end
    if joined and word + words[end].text in times.quarters:
        word, end = word + words[end].text, end + 1
    if word in times.half_words:
        return _read_half(words, at, end, known)
    if word in times.quarter_words:
        if end >= len(words) or words[end].lower not in times.quarters:
            return None
        number, end = times.quarters[words[end].lower], end + 1
    elif end < len(words) and words[end].lower in times.quarter_words:
        number, end = times.quarters[word], end + 1
    elif word.startswith("q") and word in times.quarters:
        number = times.quarters[word]
    else:
        return None
    bare_end = end
    while end < len(words) and (
        words[end].lower in times.day_words or words[end].text in DASHES or words[end].text == "/"
    ):
        end += 1
    year, after = year_behind(words, end, known)
    if year is not None:
        return Written(at, after, "quarter", year, quarter=number)
    period, after = _period(words, end, known)
    if period is None or not period.startswith("year"):
        period, after = None, bare_end
    return Written(at, after, "quarter", quarter=number, period=period)


def _read_half(words: Sequence[Word], at: int, end: int, known: TimeWords) -> Written | None:
    """Return half a year as its months: semester I 2024."""
    number = known.times.quarters.get(words[end].lower) if end < len(words) else None
    if number not in (1, 2):
        return None
    year, after = year_behind(words, end + 1, known)
    if year is None:
        return None
    first, last = (1, 6) if number == 1 else (7, 12)
    return Written(at, after, "half-year", year, first, until=(year, last, None))


def read_phase(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
    """Return a part of a month or year: akhir Mei 2025, early 2023, akhir bulan ini."""
    times = known.times
    end = next(
        (
            at + length
            for length in (3, 2, 1)
            if " ".join(word.lower for word in words[at : at + length]) in times.phases
        ),
        at,
    )
    if end == at or end >= len(words):
        return None
    if words[end].text in DASHES:
        end += 1
    while end < len(words) and words[end].lower in ("bulan", "month"):
        if _period(words, end, known)[0] is not None:
            break
        end += 1
    period, after = _period(words, end, known)
    if period is not None:
        return Written(at, after, "part of a period", period=period)
    if end >= len(words):
        return None
    if words[end].lower in times.months:
        date = read_month_first(words, end, known)
        return replace(date, start=at, rule=f"part of a {date.rule}") if date else None
    if words[end].lower in times.year_words:
        end += 1
    if end < len(words) and words[end].is_number:
        year, after = year_behind(words, end, known)
        plural = after < len(words) and words[after].start == words[after - 1].end
        if year is not None and not (plural and words[after].text[0].isalpha()):
            return Written(at, after, "part of a year", year)
    return None


def _period(words: Sequence[Word], at: int, known: TimeWords) -> tuple[str | None, int]:
    """Return the period that begins with a word: bulan ini, last year."""
    pair = " ".join(word.lower for word in words[at : at + 2])
    period = known.times.periods.get(pair)
    return (period, at + 2) if period is not None else (None, at)
