"""Which day a written date is: years inferred, weekdays checked, misprints named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from jelaskan.extract.written import Written
from jelaskan.model.statements import DateBasis, Doubt

NEWEST = date(2026, 12, 31)
"""The newest day that a date without year is taken for where nothing else says it."""
OTHER_YEARS = 10
"""How many years back the other years of a weekday are named."""
NEARBY = timedelta(days=10)
"""How near to publication a misprint of month or year is corrected."""
SOON = 75
"""How many days from publication a month without year is surely meant."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The day from which dates are counted, and how it is known."""

    day: date | None
    """None where neither publication nor another date of the article gives one."""
    doubts: tuple[Doubt, ...]
    """What every date that rests on it may be wrong about."""
    newest: date
    """The newest day that the weekday of a date is taken for."""
    is_published: bool


Dated = tuple[str, DateBasis, tuple[Doubt, ...]]
"""An ISO value, what it rests on, and its doubts."""


def find_reference(
    written: Iterable[Written],
    published: str | None,
    as_of: str | None,
    stamped: date | None = None,
) -> Reference:
    """Return the day from which an article's dates are counted.

    The publication date; else that of a time stamp above the article; else a full date in it,
    one with its weekday first; else the newest day that a weekday and its date name.
    """
    newest = date.fromisoformat(as_of) if as_of else NEWEST
    if published is not None:
        day = date.fromisoformat(published)
        return Reference(day, (), max(day, newest), True)
    if stamped is not None:
        doubt = Doubt("year inferred from another date", stamped.isoformat())
        return Reference(stamped, (doubt,), newest, False)
    whole = [
        (found.weekday is None, written_day)
        for found in written
        if (written_day := whole_day(found.year, found.month, found.day)) is not None
    ]
    past = [pair for pair in whole if pair[1] <= newest] or whole
    if past:
        proved = not min(pair[0] for pair in past)
        days = [day for unproved, day in past if unproved != proved]
        day = days[0] if proved else max(days)
        doubt = Doubt("year inferred from another date", day.isoformat())
        return Reference(day, (doubt,), newest, False)
    for found in written:
        if found.weekday is not None and found.day is not None:
            days = list(_days_of_weekday(found, newest))
            if days:
                others = ", ".join(str(day.year) for day in days[1:])
                doubt = Doubt("year inferred from the weekday", others)
                return Reference(days[0], (doubt,), newest, False)
    return Reference(None, (), newest, False)


def whole_day(year: int | None, month: int | None, day: int | None) -> date | None:
    """Return a day if there is such a one."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def resolve(found: Written, reference: Reference) -> Dated | None:
    """Return the day or period that a written date names, or None where nothing tells."""
    if found.period is not None:
        return _relative_period(found, reference)
    if found.quarter is not None:
        return _quarter(found, reference)
    if found.day is not None:
        return _days(found, reference)
    if found.month is not None:
        return _month(found, reference)
    if found.weekday is not None:
        return _weekday(found, reference)
    if found.until is not None:
        return f"{found.year}/{found.until[0]}", "explicit", ()
    return f"{found.year}", "explicit", ()


def _days_of_weekday(found: Written, newest: date) -> Iterable[date]:
    """Yield the days, newest first, on which a date without year has its weekday."""
    for year in range(newest.year, newest.year - OTHER_YEARS - 1, -1):
        day = whole_day(year, found.month, found.day)
        if day is not None and day <= newest and day.isoweekday() == found.weekday:
            yield day


def _days(found: Written, reference: Reference) -> Dated | None:
    """Return a day or a range of days."""
    if found.year is None:
        return _without_year(found, reference)
    day = whole_day(found.year, found.month, found.day)
    if day is None:
        doubt = Doubt("there is no such day", f"{found.day}/{found.month}/{found.year}")
        return f"{found.year}-{found.month:02}", "explicit", (doubt,)
    if found.until is not None:
        return _range(day, found, "explicit", ())
    if found.weekday is None or day.isoweekday() == found.weekday:
        return day.isoformat(), "explicit", ()
    corrected = _misprint(found, reference)
    if corrected is not None:
        doubt = Doubt("misprint corrected by the weekday", day.isoformat())
        return corrected.isoformat(), "explicit", (doubt,)
    doubt = Doubt("the weekday contradicts the date", f"{day:%Y-%m-%d}")
    return day.isoformat(), "explicit", (doubt,)


def _without_year(found: Written, reference: Reference) -> Dated | None:
    """Return a day whose year is not written."""
    if reference.day is None:
        return None
    near = [
        day
        for year in range(reference.day.year - 1, reference.day.year + 2)
        if (day := whole_day(year, found.month, found.day)) is not None
    ]
    if not near:
        return None
    doubts = reference.doubts
    if found.weekday is not None:
        fitting = [day for day in near if day.isoweekday() == found.weekday]
        if fitting:
            near = fitting
        elif (corrected := _misprint(found, reference)) is not None:
            printed = f"{found.day}/{found.month}"
            misprint = Doubt("misprint corrected by the weekday", printed)
            return corrected.isoformat(), "daymonth", (*doubts, misprint)
        else:
            doubts = (*doubts, Doubt("the weekday contradicts the date"))
    day = _nearest(near, found, reference.day)
    return _range(day, found, "daymonth", doubts)


def _nearest(days: list[date], found: Written, reference: date) -> date:
    """Return the day nearest to a reference, on the side that the words beside it name."""
    direction = found.direction or int(found.cue and found.weekday is None)
    side = [
        day
        for day in days
        if (direction >= 0 or day <= reference) and (direction <= 0 or day >= reference)
    ]
    return min(side or days, key=lambda day: (abs(day - reference), day > reference))


def _range(day: date, found: Written, basis: DateBasis, doubts: tuple[Doubt, ...]) -> Dated:
    if found.until is None:
        return day.isoformat(), basis, doubts
    _, month, last = found.until
    end = whole_day(day.year, month, last) or day
    if end < day:
        end = whole_day(day.year + 1, month, last) or day
    return f"{day.isoformat()}/{end.isoformat()}", basis, doubts


def _misprint(found: Written, reference: Reference) -> date | None:
    """Return the day near publication that differs in month or year and fits the weekday."""
    published = reference.day
    if published is None or not reference.is_published:
        return None
    years = range(published.year - 1, published.year + 2)
    candidates = {whole_day(year, found.month, found.day) for year in years} | {
        whole_day(found.year or year, month, found.day) for year in years for month in range(1, 13)
    }
    fitting = [
        day
        for day in candidates
        if day is not None and day.isoweekday() == found.weekday and abs(day - published) <= NEARBY
    ]
    return min(fitting, key=lambda day: abs(day - published)) if fitting else None


def _month(found: Written, reference: Reference) -> Dated | None:
    """Return a month, its year taken from the reference where it is not written."""
    assert found.month is not None
    if found.year is not None:
        basis: DateBasis = "relative" if found.rule == "month of a list" else "explicit"
        if found.until is not None:
            year, month, _ = found.until
            return f"{found.year}-{found.month:02}/{year}-{month:02}", basis, ()
        return f"{found.year}-{found.month:02}", basis, ()
    today = reference.day
    if today is None:
        return None
    near = [
        date(year, found.month, min(today.day, 28))
        for year in range(today.year - 1, today.year + 2)
    ]
    ahead = [day for day in near if _month_of(day) > _month_of(today)]
    passed = [day for day in near if _month_of(day) < _month_of(today)]
    this = [day for day in near if day not in ahead and day not in passed]
    doubts = reference.doubts
    if found.direction > 0 or found.cue:
        nearest = min([*ahead, *([] if found.direction else this)])
    elif found.direction or found.told:
        nearest = max([*passed, *([] if found.direction else this)])
    else:
        nearest = min(near, key=lambda day: (abs(day - today), day > today))
    closer = any(abs(day - today) < abs(nearest - today) for day in near)
    far = abs((nearest - today).days) > SOON
    if not (found.direction or found.cue) and (closer or (far and not found.told)):
        doubts = (*doubts, Doubt("the year of the month is inferred", f"{nearest.year}"))
    return f"{nearest.year}-{nearest.month:02}", "relative", doubts


def _quarter(found: Written, reference: Reference) -> Dated | None:
    """Return a quarter, of the year in which it is nearest where none is written."""
    assert found.quarter is not None
    if found.year is not None:
        return f"{found.year}-Q{found.quarter}", "explicit", ()
    if reference.day is None:
        return None
    today = reference.day
    near = [date(year, found.quarter * 3 - 1, 15) for year in range(today.year - 1, today.year + 2)]
    day = min(near, key=lambda middle: abs(middle - today))
    return f"{day.year}-Q{found.quarter}", "relative", reference.doubts


def _month_of(day: date) -> tuple[int, int]:
    return day.year, day.month


def _weekday(found: Written, reference: Reference) -> Dated | None:
    """Return the day of a weekday: the last one, the next one where the words say so."""
    if reference.day is None or found.weekday is None:
        return None
    back = (reference.day.isoweekday() - found.weekday) % 7
    if found.week:
        monday = reference.day - timedelta(days=reference.day.weekday())
        day = monday + timedelta(days=7 * found.week + found.weekday - 1)
    elif found.direction > 0 or (found.cue and back):
        day = reference.day + timedelta(days=(7 - back) if back or found.direction else 0)
    elif found.direction < 0:
        day = reference.day - timedelta(days=back or 7)
    else:
        day = reference.day - timedelta(days=back)
    return day.isoformat(), "relative", reference.doubts


def _relative_period(found: Written, reference: Reference) -> Dated | None:
    """Return the month or year that a phrase counts from publication."""
    if reference.day is None or found.period is None:
        return None
    unit, sign, count = found.period[:-2], found.period[-2], int(found.period[-1])
    steps = count if sign == "+" else -count
    if unit == "year":
        year = reference.day.year + steps
        value = f"{year}-Q{found.quarter}" if found.quarter else str(year)
        return value, "relative", reference.doubts
    months = reference.day.year * 12 + reference.day.month - 1 + steps
    return f"{months // 12}-{months % 12 + 1:02}", "relative", reference.doubts
