"""Units of key figures: the scale that they name, and what they count."""

import functools
import re
from collections.abc import Iterator

from jelaskan.check.evidence import pack_of
from jelaskan.check.numbers import scales_of
from jelaskan.languages.pack import LanguagePack

CURRENCY = re.compile(r"[A-Z]{3}")
PERCENT = "percent"


def is_fixed(unit: str | None) -> bool:
    """Return whether a unit is `percent` or the code of a currency."""
    return unit is not None and (unit == PERCENT or CURRENCY.fullmatch(unit) is not None)


def scale_of(unit: str | None, languages: tuple[str, ...]) -> float:
    """Return what a unit multiplies its number by: “triliun rupiah” by a million millions.

    The first of some languages that knows a word tells how much it means.
    """
    if unit is None or is_fixed(unit):
        return 1.0
    scale = 1.0
    for word in unit.casefold().split():
        known = (scales_of(language).get(word) for language in languages)
        factors = next(filter(None, known), None)
        if factors is None:
            break
        scale *= max(factors)
    return scale


def is_same_unit(ours: str | None, theirs: str | None, languages: tuple[str, ...]) -> bool:
    """Return whether two units agree; words may be chosen freely, money and per cent may not."""
    if ours is None:
        return not is_fixed(theirs)
    if ours == theirs or (theirs is not None and ours.casefold() == theirs.casefold()):
        return True
    if is_fixed(ours):
        return False
    if not is_fixed(theirs):
        return not _is_money(ours, languages)
    return theirs in _named(ours, languages) or not any(
        code == theirs for language in languages for _, code in _all_forms(language)
    )


def _named(unit: str, languages: tuple[str, ...]) -> frozenset[str]:
    """Return the fixed units that words name, by the longest name: “juta dolar Singapura”."""
    words = f" {' '.join(unit.casefold().split())} "
    found = {
        (len(form), code)
        for language in languages
        for form, code in _all_forms(language)
        if f" {form} " in words
    }
    longest = max((length for length, _ in found), default=0)
    return frozenset(code for length, code in found if length == longest)


def _is_money(unit: str, languages: tuple[str, ...]) -> bool:
    """Return whether a unit is nothing but a currency or per cent, its scale aside."""
    words = unit.casefold().split()
    while words and scale_of(words[0], languages) != 1:
        words.pop(0)
    forms = {form for language in languages for form, _ in _all_forms(language)}
    return " ".join(words) in forms


@functools.cache
def _all_forms(language: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a language for per cent and money, with what they mean."""
    pack = pack_of(language)
    return tuple(_find_forms(pack)) if pack else ()


def _find_forms(pack: LanguagePack) -> Iterator[tuple[str, str]]:
    for form in pack.numbers.percent:
        yield form.casefold(), PERCENT
    for code, currency in pack.numbers.currencies.items():
        for form in (*currency.before, *currency.after):
            yield form.casefold(), code
