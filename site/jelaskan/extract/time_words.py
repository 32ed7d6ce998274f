"""Dates as they are written: read from a list of words, before a year is inferred."""

import functools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from jelaskan.extract.amounts import DASHES
from jelaskan.extract.tokens import LETTERS, Word
from jelaskan.languages.pack import LanguagePack
from jelaskan.languages.times import Times

Day = tuple[int | None, int | None, int | None]
"""Year, month and day, as far as they are written."""
YEARS = range(1000, 2101)
EARLIEST = 1500
"""The earliest year that needs no word for year before it."""
TWO_DIGITS = range(60)
"""Short years, of this century."""
CLAUSE_WORDS = 7
"""How far back a cue for the future is looked for."""
SENTENCE_WORDS = 12
"""How far back a word that tells of the past is looked for."""
OPENING_WORDS = 2
"""With how many words before it a month opens a sentence, which tells behind it."""
NAME_WORDS = 4
"""How far back a word is looked for that makes a year a part of a name."""
CLAUSE_ENDS = frozenset(',;:“”"—–')


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
    """The last day of a range."""
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


@functools.cache
def time_words(pack: LanguagePack) -> TimeWords:
    """Return the words of dates of a pack, as they are looked up."""
    times = pack.times
    anchors = frozenset(
        [*times.months, *times.weekdays, *times.quarters, *times.quarter_words]
        + [phrase.split()[0] for phrase in times.phases]
    )
    # "quarters" alone, or "i" for the first, make no date.
    telling = anchors - frozenset(times.quarters)
    letters = frozenset(letters for word in telling for letters in LETTERS.findall(word)[:1])
    return TimeWords(times, anchors, letters, _split(times.parts_of_day))


def _split(phrases: Collection[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))


def find_written(words: Sequence[Word], known: TimeWords) -> Iterator[Written]:
    """Yield the dates of a sentence, in text order."""
    at = 0
    earlier: Written | None = None
    while at < len(words):
        if words[at].lower not in known.anchors and not words[at].text[0].isdecimal():
            at += 1
            continue
        found = _read(words, at, known, earlier)
        if found is None:
            at += 1
            continue
        found = _with_neighbours(words, found, known)
        yield from _shared(words, found, known)
        earlier = found
        at = found.end


def _read(
    words: Sequence[Word], at: int, known: TimeWords, earlier: Written | None
) -> Written | None:
    """Return the date that begins with a word."""
    word = words[at]
    if word.is_number:
        return (
            _numeric(words, at, known)
            or _day_month(words, at, known)
            or _year(words, at, known, earlier)
        )
    if word.lower in known.times.weekdays and word.text[0].isupper():
        return _weekday(words, at, known)
    if word.lower in known.times.months and word.text[0].isupper():
        return _month_first(words, at, known)
    if word.lower in known.times.quarter_words or word.lower in known.times.quarters:
        return _quarter(words, at, known)
    return _phase(words, at, known)


def _weekday(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
    """Return a weekday with its date, or alone: Selasa (3/12), Tuesday, Dec. 3."""
    weekday = known.times.weekdays[words[at].lower]
    end = at + 1
    if (
        end < len(words)
        and words[end].text == "."
        and words[at].lower not in (known.times.weekdays_alone)
    ):
        end += 1
    date_at = _skip_phrases(words, end, known.after_weekday)
    while date_at < len(words) and words[date_at].lower in known.times.day_words:
        date_at += 1
    bracket = date_at < len(words) and words[date_at].text in "(["
    date = _date_at(words, date_at + bracket, known, bracket)
    if date is not None:
        close = bracket and date.end < len(words) and words[date.end].text in ")]"
        return replace(date, start=at, end=date.end + close, weekday=weekday, rule="weekday date")
    before = words[at - 1].lower if at else ""
    behind = words[end].lower if end < len(words) else ""
    quoted = end + 1 < len(words) and words[end + (words[end].text in ".,")].text in '”"’'
    if quoted and at and words[at - 1].text[0].isupper():
        # a programme: “Town Hall Sunday”
        return None
    if (
        words[at].lower not in known.times.weekdays_alone
        or before in known.times.no_day_before
        or behind in known.times.no_day_behind
    ):
        return None
    return Written(at, at + 1, "weekday", weekday=weekday)


def _date_at(words: Sequence[Word], at: int, known: TimeWords, bracket: bool) -> Written | None:
    """Return the date with a day that begins with a word."""
    if at >= len(words):
        return None
    if words[at].is_number:
        return _numeric(words, at, known, bracket=bracket) or _day_month(words, at, known)
    if words[at].lower in known.times.months:
        date = _month_first(words, at, known)
        return date if date is not None and date.day is not None else None
    return None


def _skip_phrases(words: Sequence[Word], at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    for phrase in phrases:
        end = at + len(phrase)
        if tuple(word.lower for word in words[at:end]) == phrase:
            return _skip_phrases(words, end, phrases) if end < len(words) else end
    return at


def _numeric(
    words: Sequence[Word], at: int, known: TimeWords, *, bracket: bool = False
) -> Written | None:
    """Return a date all in digits: 3/12/2024, 2024-12-03, and 3/12 in brackets."""
    pieces, end = _digits_between(words, at)
    if pieces is None:
        return None
    mark = words[at + 1].text
    if len(pieces) == 3 and len(words[at].text) == 4:
        year, month, day = pieces
    elif len(pieces) == 3:
        day, month, year = pieces
        if known.times.slash_order == "month first" and mark != ".":
            day, month = month, day
        if year in TWO_DIGITS:
            year += 2000
    elif bracket and mark in "/-":
        day, month = pieces
        if known.times.slash_order == "month first":
            day, month = month, day
        if max(day, month) > 31:
            return None
        return Written(at, end, "digits", None, *_in_order(month, day))
    else:
        return None
    if year not in YEARS or not 1 <= day <= 31:
        return None
    return Written(at, end, "digits", year, *_in_order(month, day))


def _in_order(month: int, day: int) -> tuple[int, int]:
    """Return month and day, exchanged where only that makes a date."""
    return (day, month) if month > 12 >= day else (month, day)


def _digits_between(words: Sequence[Word], at: int) -> tuple[list[int] | None, int]:
    """Return two or three numbers with the same mark between, and the end."""
    pieces = [int(words[at].text)] if words[at].text.isdecimal() else None
    if pieces is None:
        # The words take 3.12.2024 for one number.
        parts = words[at].text.split(".")
        if len(parts) == 3 and all(part.isdecimal() for part in parts) and len(parts[2]) == 4:
            return ([int(part) for part in parts], at + 1) if at + 1 < len(words) else (None, at)
        return None, at
    end = at + 1
    while (
        len(pieces) < 3
        and end + 1 < len(words)
        and words[end].text in ("/", "-")
        and words[end].text == words[at + 1].text
        and words[end].start == words[end - 1].end
        and words[end + 1].start == words[end].end
        and words[end + 1].text.isdecimal()
    ):
        pieces.append(int(words[end + 1].text))
        end += 2
    if end < len(words) and words[end].text == "/" and words[end].start == words[end - 1].end:
        return None, at
    return (pieces, end) if len(pieces) > 1 else (None, at)


def _day(words: Sequence[Word], at: int, known: TimeWords) -> tuple[int, int] | None:
    """Return the day of a month and the end of its words: 3, 3rd."""
    if at >= len(words) or not words[at].text.isdecimal() or len(words[at].text) > 2:
        return None
    day = int(words[at].text)
    end = at + 1
    touching = end < len(words) and words[end].start == words[at].end
    if touching and words[end].lower in known.times.ordinals:
        end += 1
    return (day, end) if 1 <= day <= 31 else None


def _day_month(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
    """Return 3 Desember 2024, 3-5 Juni, 30 Juni-2 Juli, the 3rd of December."""
    first = _day(words, at, known)
    if first is None:
        return None
    day, end = first
    month, after = _month(words, end, known)
    until_at = after if month is not None else end
    last: tuple[int, int] | None = None
    if until_at < len(words) and (
        words[until_at].text in DASHES or words[until_at].lower in known.times.ranges
    ):
        last = _day(words, until_at + 1, known)
    if last is not None:
        until_month, until_end = _month(words, last[1], known)
        if until_month is not None:
            year, year_end = _year_behind(words, until_end, known)
            until = (year, until_month, last[0])
            return Written(at, year_end, "days", year, month or until_month, day, until=until)
    if month is None:
        return None
    year, after = _year_behind(words, after, known)
    return Written(at, after, "day and month", year, month, day)


def _month(words: Sequence[Word], at: int, known: TimeWords) -> tuple[int | None, int]:
    """Return the month that begins with a word, and its end."""
    while at < len(words) and words[at].lower in known.times.day_words and words[at].text != ",":
        at += 1
    if at >= len(words) or not words[at].text[0].isupper():
        return None, at
    month = known.times.months.get(words[at].lower)
    if month is None:
        return None, at
    end = at + 1
    stop = end < len(words) and words[end].text == "." and words[end].start == words[at].end
    if stop and words[at].lower not in known.times.months_alone:
        end += 1
    return month, end


def _year_behind(words: Sequence[Word], at: int, known: TimeWords) -> tuple[int | None, int]:
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


def _month_first(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
    """Return Dec. 3, December 3-5, 2024, December 2024, or a month alone."""
    month, end = _month(words, at, known)
    if month is None:
        return None
    first = _day(words, end, known)
    if first is not None:
        day, end = first
        until: Day | None = None
        if end < len(words) and (
            words[end].text in DASHES or words[end].lower in known.times.ranges
        ):
            last_month, last_at = _month(words, end + 1, known)
            last = _day(words, last_at if last_month else end + 1, known)
            if last is not None and (last_month is None or last[0]):
                until, end = (None, last_month or month, last[0]), last[1]
        year, end = _year_behind(words, end, known)
        until = (year, *until[1:]) if until is not None else None
        return Written(at, end, "month and day", year, month, day, until=until)
    year, after = _year_behind(words, end, known)
    if year is not None:
        return Written(at, after, "month and year", year, month)
    if words[at].lower not in known.times.months_alone or not words[at].text[0].isupper():
        return None
    if end + 1 < len(words) and words[end].lower in known.times.lists:
        # "Januari dan Mei 2025" leaves the year of January to May.
        later, later_end = _month(words, end + 1, known)
        year, _ = _year_behind(words, later_end, known)
        if later is not None and year is not None:
            return Written(at, end, "month of a list", year if month <= later else year - 1, month)
    openers = known.times.month_openers
    if openers and (at == 0 or words[at - 1].lower not in openers):
        return None
    return Written(at, end, "month", month=month)


def _year(
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
    if (
        year < EARLIEST
        or before[-1] not in known.times.year_openers
        or (after and _names(after, known))
    ):
        return None
    return Written(at, end, "year", year, until=until)


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


def _quarter(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
    """Return kuartal ketiga 2024, third quarter of 2024, Q3 2024."""
    times = known.times
    word = words[at].lower
    end = at + 1
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
    while end < len(words) and (
        words[end].lower in times.day_words or words[end].text in DASHES or words[end].text == "/"
    ):
        end += 1
    year, after = _year_behind(words, end, known)
    if year is not None:
        return Written(at, after, "quarter", year, quarter=number)
    period, after = _period(words, end, known)
    if period is None or not period.startswith("year"):
        period, after = None, at + 1 + (not word.startswith("q"))
    return Written(at, after, "quarter", quarter=number, period=period)


def _phase(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
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
        date = _month_first(words, end, known)
        return replace(date, start=at, rule=f"part of a {date.rule}") if date else None
    if words[end].lower in times.year_words:
        end += 1
    if end < len(words) and words[end].is_number:
        year, after = _year_behind(words, end, known)
        plural = after < len(words) and words[after].start == words[after - 1].end
        if year is not None and not (plural and words[after].text[0].isalpha()):
            return Written(at, after, "part of a year", year)
    return None


def _period(words: Sequence[Word], at: int, known: TimeWords) -> tuple[str | None, int]:
    """Return the period that begins with a word: bulan ini, last year."""
    pair = " ".join(word.lower for word in words[at : at + 2])
    period = known.times.periods.get(pair)
    return (period, at + 2) if period is not None else (None, at)


def _with_neighbours(words: Sequence[Word], found: Written, known: TimeWords) -> Written:
    """Return a date with the words beside it that send it into past or future."""
    if found.year is not None or found.period is not None:
        return found
    times = known.times
    after = found.end
    for phrase, week in [(p, -1) for p in times.week_before] + [(p, 1) for p in times.week_after]:
        pieces = tuple(phrase.split())
        end = after + len(pieces)
        if tuple(word.lower for word in words[after:end]) == pieces:
            return replace(found, end=end, week=-1 if week < 0 else 1)
    before = words[found.start - 1].lower if found.start else ""
    behind = words[after].lower if after < len(words) else ""
    if before in times.past or behind in times.past:
        return replace(found, direction=-1, end=after + (behind in times.past))
    if before in times.coming or behind in times.coming:
        return replace(found, direction=1, end=after + (behind in times.coming))
    near = words[max(0, found.start - SENTENCE_WORDS) : found.start]
    if len(near) <= OPENING_WORDS:
        near = words[after : after + SENTENCE_WORDS]
    told = any(_is_past(word.lower, times) for word in near)
    first = max(0, found.start - CLAUSE_WORDS)
    clause: list[str] = []
    for word in reversed(words[first : found.start]):
        if word.text in CLAUSE_ENDS:
            break
        clause.append(word.lower)
    coming = (
        before in times.future_openers
        or (found.month is None and before in times.future_weekday_openers)
        or any(word in times.future_cues for word in clause)
    )
    return replace(found, cue=coming, told=told)


def _is_past(word: str, times: Times) -> bool:
    ends = bool(times.past_endings) and len(word) > 4 and word.endswith(times.past_endings)
    return ends or word in times.past_cues


def _shared(words: Sequence[Word], found: Written, known: TimeWords) -> Iterator[Written]:
    """Yield a date, after the day before it that leaves it the month: 13 dan 14 Juni."""
    at = found.start - 1
    if at >= 1 and found.day is not None and found.weekday is None and found.until is None:
        day = _day(words, at - 1, known)
        free = at < 2 or words[at - 2].end < words[at - 1].start
        listed = words[at].lower in known.times.lists and words[at].text != ","
        if day is not None and day[1] == at and free and listed:
            yield replace(found, start=at - 1, end=at, day=day[0])
    yield found
