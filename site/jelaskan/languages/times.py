"""times.yaml: months, weekdays, relative expressions and day order."""

from collections.abc import Mapping
from typing import Literal

from jelaskan.languages.section import Section


class Times(Section):
    """times.yaml: months, weekdays, relative expressions and day order. Words in lower case."""

    months: Mapping[str, int] = {}
    """Names and short forms of months, 1 to 12; a full stop may follow."""
    weekdays: Mapping[str, int] = {}
    """Names and short forms of weekdays, Monday 1."""
    slash_order: Literal["day first", "month first"] = "day first"
    """Which comes first in 3/12."""
    ordinals: tuple[str, ...] = ()
    """Endings of the day's number: 3*rd*."""
    day_words: tuple[str, ...] = ()
    """Words that may stand before a weekday or a date and belong to it: hari, tanggal."""
    month_words: tuple[str, ...] = ()
    year_words: tuple[str, ...] = ()
    """Words before a year that prove it: tahun."""
    year_openers: tuple[str, ...] = ()
    """Words before a bare year that make it a date: pada, sejak, in, since."""
    year_breaks: tuple[str, ...] = ()
    """Words before or behind a year that make it a part of a name: piala dunia, election."""
    quarters: Mapping[str, int] = {}
    """Names of quarters, with their number: “kuartal ketiga”, “third quarter”."""
    parts_of_day: tuple[str, ...] = ()
    """Words between a weekday and its date: pagi, malam."""
    phases: tuple[str, ...] = ()
    """Words for a part of a month or year, which stands for all of it: awal, mid-."""
    last: tuple[str, ...] = ()
    """Words beside a weekday, month or year that send it into the past: lalu, last."""
    next: tuple[str, ...] = ()
    """Words that send it into the future: mendatang, next."""
    week_last: tuple[str, ...] = ()
    """Phrases behind a weekday that send it into the week before: pekan lalu."""
    week_next: tuple[str, ...] = ()
    future_cues: tuple[str, ...] = ()
    """Words shortly before a weekday or month without year that make it a coming one."""
    relative: Mapping[str, str] = {}
    """Phrases with the period that they name, counted from publication: `month+0`, `year-1`."""
    ranges: tuple[str, ...] = ()
    """Words between the ends of a range of dates."""
    lists: tuple[str, ...] = ()
    """Words between dates that share their month or year: dan, and."""
