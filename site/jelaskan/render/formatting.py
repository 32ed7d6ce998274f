"""Numbers and dates in the words of a language."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from jelaskan.languages.pack import Basics
from jelaskan.model.explainer import KeyFigure

SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
"""From a million on, a number is written with its scale word: “12,5 triliun”."""
LARGEST_DENOMINATOR = 100
SHOWN_DECIMALS = 6
"""A number with more of them that is a fraction is written as one."""
MOST_DECIMALS = 3
"""Of a number with a scale word; one with more is written with a smaller one, or in full."""

CURRENCIES = {"IDR": "Rp", "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥"}
"""Signs that stand before the number, without a space. Any other currency keeps its code."""

MINUS = "−"


def format_number(
    value: float, basics: Basics, labels: Mapping[str, str], as_written: str = ""
) -> str:
    """Return a number with the marks of a language: `1.250`, `12,5`, `12,5 triliun`.

    Nothing is rounded: 1,234,567 is not 1.235 million. Four digits that stand together in the
    article, as those of a year do, stay so. “Two thirds” is 2/3.
    """
    number = Decimal(str(value))
    share = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    if _decimals(number) > SHOWN_DECIMALS and float(share) == value:
        sign = MINUS if share < 0 else ""
        return f"{sign}{abs(share.numerator)}/{share.denominator}"
    for scale, word in SCALES:
        if abs(number) >= scale and _decimals(number / scale) <= MOST_DECIMALS:
            return f"{_digits(number / scale, basics, as_written)} {labels[f'scale_{word}']}"
    return _digits(number, basics, as_written)


def _decimals(number: Decimal) -> int:
    """Return how many decimals a number has."""
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def _digits(number: Decimal, basics: Basics, as_written: str) -> str:
    """Return all digits of a number."""
    whole, _, decimals = f"{abs(number).normalize():f}".partition(".")
    if len(whole) > 4 or whole not in as_written:
        whole = f"{int(whole):,}".replace(",", basics.group_mark)
    sign = MINUS if number < 0 else ""
    return sign + whole + (basics.decimal_mark + decimals if decimals else "")


def format_amount(figure: KeyFigure, basics: Basics, labels: Mapping[str, str]) -> tuple[str, str]:
    """Return a key figure's number and the unit that stands after it: `("32", "anggota")`.

    The sign of a currency is part of the number, and “percent” is its sign.
    """
    unit = figure.unit
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    number = "–".join(format_number(each, basics, labels, figure.as_written) for each in values)
    if unit is None:
        return number, ""
    if unit == "percent":
        return f"{number}{labels['percent_sign']}", ""
    if len(unit) == 3 and unit.isupper():
        sign = CURRENCIES.get(unit)
        return (f"{sign}{number}" if sign else f"{unit}\u00a0{number}"), ""
    return number, unit


def format_date(value: str, labels: Mapping[str, str]) -> str:
    """Return an ISO date, month or year in words: `3 Desember 2024`."""
    year, *rest = value.split("-")
    if not rest:
        return year
    month = labels[f"month_{int(rest[0])}"]
    if len(rest) == 1:
        return labels["date_month"].format(month=month, year=year)
    return labels["date_day"].format(day=int(rest[1]), month=month, year=year)


def format_period(start: str, end: str | None, labels: Mapping[str, str]) -> str:
    """Return a date, or both ends of a period."""
    if end is None or end == start:
        return format_date(start, labels)
    return f"{format_date(start, labels)} – {format_date(end, labels)}"
