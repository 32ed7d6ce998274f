"""times.yaml: months, weekdays, relative expressions and day order."""

from collections.abc import Mapping
from typing import Literal

from jelaskan.languages.section import Section


class Times(Section):
    """times.yaml: months, weekdays, relative expressions and day order. Words in lower case."""

    months: Mapping[str, int] = {}
    """Names and short forms of months, 1 to 12; a full stop may follow."""
    months_alone: tuple[str, ...] = ()
    """The names that are a month even without a day or year, where no opener is needed."""
    weekdays: Mapping[str, int] = {}
    """Names and short forms of weekdays, Monday 1; written with a capital."""
    weekdays_alone: tuple[str, ...] = ()
    """The names that stand for a day even without a date."""
    slash_order: Literal["day first", "month first"] = "day first"
    """Which comes first in 3/12."""
    ordinals: tuple[str, ...] = ()
    """Endings of the day's number: 3*rd*."""
    day_words: tuple[str, ...] = ()
    """Words that may stand between a weekday and its date, or between day and month."""
    parts_of_day: tuple[str, ...] = ()
    """Words behind a weekday, before its date: pagi, malam."""
    month_openers: tuple[str, ...] = ()
    """Words before a month without day or year; where none is given, none is needed."""
    year_words: tuple[str, ...] = ()
    """Words before a year that prove it: tahun."""
    year_openers: tuple[str, ...] = ()
    """Words before a bare year that make it a date: pada, in, since."""
    year_names: tuple[str, ...] = ()
    """Words shortly before a year that make it a part of a name: nomor, uu, piala."""
    quarters: Mapping[str, int] = {}
    """What follows or precedes `quarter_words`, with its number: ketiga, iii, third."""
    quarter_words: tuple[str, ...] = ()
    hyphened: tuple[str, ...] = ()
    """Words that a hyphen joins to a month or a year: mid-June."""
    phases: tuple[str, ...] = ()
    """Words for a part of a month or year, which stands for all of it: awal, late."""
    past: tuple[str, ...] = ()
    """Words beside a weekday or month that send it into the past: lalu, last."""
    coming: tuple[str, ...] = ()
    """Words beside it that send it into the future: mendatang, next."""
    week_before: tuple[str, ...] = ()
    """Phrases behind a weekday for the week before: pekan lalu."""
    week_after: tuple[str, ...] = ()
    future_cues: tuple[str, ...] = ()
    """Words in the clause before a weekday or month that make it a coming one: will, akan."""
    past_cues: tuple[str, ...] = ()
    """Words before a month that make it a past one: had, telah."""
    past_endings: tuple[str, ...] = ()
    """Endings of words that do so: -ed."""
    future_openers: tuple[str, ...] = ()
    """Words right before it that do so: until."""
    future_weekday_openers: tuple[str, ...] = ()
    """Words that do so before a weekday only: sampai."""
    no_day_before: tuple[str, ...] = ()
    """Words before a weekday that make it no certain day: setiap, every, Black."""
    no_day_behind: tuple[str, ...] = ()
    """Words behind it that do so: Agung."""
    periods: Mapping[str, str] = {}
    """Phrases behind a phase, with the period from publication: `month+0`, `year-1`."""
    lists: tuple[str, ...] = ()
    """Words between dates that share a month or year: dan, and, a comma."""
    ranges: tuple[str, ...] = ()
    """Words between the ends of a range of days: hingga, to."""
    half_words: tuple[str, ...] = ()
    """Words before the number of half a year: semester."""
    year_articles: tuple[str, ...] = ()
    """Words before a year that describes a noun: a 2019 report."""
