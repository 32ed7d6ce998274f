"""Days and months as they are written: 3/12, 3 Desember, Dec. 3-5, Tuesday, June 2027."""

from collections.abc import Sequence
from dataclasses import replace

from jelaskan.extract.amounts import DASHES
from jelaskan.extract.tokens import Word
from jelaskan.extract.written import YEARS, Day, TimeWords, Written, range_end, year_behind

TWO_DIGITS = range(60)
"""Short years, of this century."""


def read_weekday(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
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
        return read_numeric(words, at, known, bracket=bracket) or read_day_month(words, at, known)
    if words[at].lower in known.times.months:
        date = read_month_first(words, at, known)
        return date if date is not None and date.day is not None else None
    return None


def _skip_phrases(words: Sequence[Word], at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    for phrase in phrases:
        end = at + len(phrase)
        if tuple(word.lower for word in words[at:end]) == phrase:
            return _skip_phrases(words, end, phrases) if end < len(words) else end
    return at


def read_numeric(
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


def read_day(words: Sequence[Word], at: int, known: TimeWords) -> tuple[int, int] | None:
    """Return the day of a month and the end of its words: 3, 3rd."""
    if at >= len(words) or not words[at].text.isdecimal() or len(words[at].text) > 2:
        return None
    day = int(words[at].text)
    end = at + 1
    touching = end < len(words) and words[end].start == words[at].end
    if touching and words[end].lower in known.times.ordinals:
        end += 1
    return (day, end) if 1 <= day <= 31 else None


def read_day_month(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
    """Return 3 Desember 2024, 3-5 Juni, 30 Juni-2 Juli, the 3rd of December."""
    first = read_day(words, at, known)
    if first is None:
        return None
    day, end = first
    month, after = read_month(words, end, known)
    until_at = after if month is not None else end
    last: tuple[int, int] | None = None
    rest = range_end(words, until_at, known)
    if rest is not None:
        last = read_day(words, rest, known)
    if last is not None:
        until_month, until_end = read_month(words, last[1], known)
        if until_month is not None:
            year, year_end = year_behind(words, until_end, known)
            until = (year, until_month, last[0])
            return Written(at, year_end, "days", year, month or until_month, day, until=until)
    if month is None:
        return None
    year, after = year_behind(words, after, known)
    return Written(at, after, "day and month", year, month, day)


def read_month(words: Sequence[Word], at: int, known: TimeWords) -> tuple[int | None, int]:
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


def read_month_first(words: Sequence[Word], at: int, known: TimeWords) -> Written | None:
    """Return Dec. 3, December 3-5, 2024, December 2024, or a month alone."""
    month, end = read_month(words, at, known)
    if month is None:
        return None
    first = read_day(words, end, known)
    if first is not None:
        day, end = first
        until: Day | None = None
        rest = range_end(words, end, known)
        if rest is not None:
            last_month, last_at = read_month(words, rest, known)
            last = read_day(words, last_at if last_month else rest, known)
            if last is not None and (last_month is None or last[0]):
                until, end = (None, last_month or month, last[0]), last[1]
        year, end = year_behind(words, end, known)
        until = (year, *until[1:]) if until is not None else None
        return Written(at, end, "month and day", year, month, day, until=until)
    year, after = year_behind(words, end, known)
    if year is not None:
        return Written(at, after, "month and year", year, month)
    if words[at].lower not in known.times.months_alone or not words[at].text[0].isupper():
        return None
    listed = end < len(words) and words[end].lower in known.times.lists
    rest = end + 1 if listed else range_end(words, end, known)
    if rest is not None:
        # "Januari dan Mei 2025" leaves the year of January to May.
        later, later_end = read_month(words, rest, known)
        year, year_end = year_behind(words, later_end, known)
        if later is not None and year is not None:
            first_year = year if month <= later else year - 1
            if words[end].text in DASHES:
                until = (year, later, None)
                return Written(at, year_end, "months", first_year, month, until=until)
            return Written(at, end, "month of a list", first_year, month)
    openers = known.times.month_openers
    if openers and (at == 0 or words[at - 1].lower not in openers):
        return None
    return Written(at, end, "month", month=month)
