"""Amounts: numbers in digits and words, with their scale, read from a list of words."""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from jelaskan.extract.tokens import Word
from jelaskan.languages.numbers import Numbers
from jelaskan.languages.pack import LanguagePack

LONGEST = 15
"""The most digits that a number is read from."""
DASHES = frozenset("-–—‑−")


class Amount(NamedTuple):
    """A number and the words that spell it: `words[start:end]`."""

    start: int
    end: int
    value: Decimal | None
    """None for "dozens"."""
    spelled: bool
    """In words, not in digits."""
    scaled: bool
    """With a scale, which the first of a range may leave to the second."""
    rough: bool = False
    """300-an: about that many."""
    fraction: bool = False
    unclear: bool = False
    """The marks inside the digits follow another language's habit."""


@dataclass(frozen=True, slots=True)
class AmountWords:
    """The number words of a pack, as they are looked up."""

    numbers: Numbers
    fractions: Mapping[str, Decimal]
    parts: Mapping[str, Decimal]
    openers: frozenset[str]
    """Every word with which an amount can begin."""
    parted: frozenset[str]
    """First parts of compounds that are read piece by piece: twenty-four, Januari-April."""
    grouped: re.Pattern[str]
    decimal: re.Pattern[str]
    currencies: Mapping[str, str]
    """Codes by what stands before an amount, without spaces."""
    decimal_mark: str
    group_mark: str


@functools.cache
def amount_words(pack: LanguagePack) -> AmountWords:
    """Return the number words of a pack, as they are looked up."""
    numbers = pack.numbers
    fractions = {word: _fraction(value) for word, value in numbers.fractions.items()}
    parts = {word: _fraction(value) for word, value in numbers.parts.items()}
    group, mark = re.escape(pack.basics.group_mark), re.escape(pack.basics.decimal_mark)
    openers = frozenset(
        [*numbers.words, *numbers.multiplied, *numbers.scales, *fractions, *parts, *numbers.vague]
    )
    return AmountWords(
        numbers,
        fractions,
        parts,
        openers,
        openers | frozenset(pack.times.months) | frozenset(pack.times.hyphened),
        re.compile(rf"[1-9]\d{{0,2}}(?:{group}\d{{3}})+(?:{mark}\d+)?"),
        re.compile(rf"\d+(?:{mark}\d+)?"),
        {
            form.replace(" ", ""): code
            for code, currency in reversed(list(numbers.currencies.items()))
            for form in currency.before
        },
        pack.basics.decimal_mark,
        pack.basics.group_mark,
    )


def _fraction(value: str) -> Decimal:
    upper, lower = value.split("/")
    return Decimal(upper) / Decimal(lower)


def read_amount(words: Sequence[Word], at: int, known: AmountWords) -> Amount | None:
    """Return the amount that begins with a word, the article of “a million” included."""
    word = words[at]
    if word.is_number:
        return _read_digits(words, at, known)
    if word.lower in known.numbers.vague:
        end = at + 1
        while end < len(words) and words[end].lower in known.numbers.scales:
            end += 1
        # hundreds of thousands of people
        while end + 1 < len(words) and words[end].lower in known.numbers.of:
            if words[end + 1].lower not in known.numbers.vague:
                break
            end += 2
        return Amount(at, end, None, True, False)
    return _read_words(words, at, known)


def read_digits(text: str, known: AmountWords) -> tuple[Decimal, bool] | None:
    """Return the value of digits with marks, and whether the marks are foreign to the language."""
    text = "".join(text.split())
    if len(text) > LONGEST:
        return None
    if known.grouped.fullmatch(text):
        plain = text.replace(known.group_mark, "").replace(known.decimal_mark, ".")
        return Decimal(plain), False
    if known.decimal.fullmatch(text):
        whole, _, rest = text.partition(known.decimal_mark)
        # In Indonesian 10,000 is hardly ever ten.
        if len(rest) == 3 and rest.endswith("00") and whole != "0":
            return Decimal(whole + rest), True
        return Decimal(text.replace(known.decimal_mark, ".")), False
    marks = [char for char in text if not char.isdecimal()]
    if len(set(marks)) == 1 and len(marks) > 1:
        pieces = text.split(marks[0])
        if all(len(piece) == 3 for piece in pieces[1:]):
            return Decimal("".join(pieces)), True
    if len(marks) == 1:
        return Decimal(text.replace(marks[0], ".")), True
    return None


def _read_digits(words: Sequence[Word], at: int, known: AmountWords) -> Amount | None:
    read = read_digits(words[at].text, known)
    if read is None:
        return None
    value, unclear = read
    end = at + 1
    rough = False
    if end < len(words) and words[end].lower in known.numbers.about_endings:
        rough = words[end].start == words[at].end
        end += rough
    elif _adjacent(words, at, end + 1) and words[end].text in DASHES:
        rough = words[end + 1].lower in known.numbers.about_endings
        end += 2 * rough
    joined = end + 1 < len(words) and words[end].lower in known.numbers.joiners
    if joined and words[end + 1].lower in known.numbers.articles:
        half = _half(words, end + 2, known)
        value += half or 0
        end += 3 if half else 0
    scaled, end, value = _scale(words, end, value, known)
    for ending in known.numbers.about_endings:
        # 100 ribuan
        word = words[end].lower if end < len(words) else ""
        factor = known.numbers.scales.get(word.removesuffix(ending))
        if factor is not None and word.endswith(ending):
            value, end, scaled, rough = value * factor, end + 1, True, True
    return Amount(at, end, value, False, scaled, rough, unclear=unclear)


def _scale(
    words: Sequence[Word], end: int, value: Decimal, known: AmountWords
) -> tuple[bool, int, Decimal]:
    """Multiply by the scales that follow."""
    scaled = False
    scales = known.numbers.scales
    multiplied = known.numbers.multiplied
    while end < len(words):
        word = words[end]
        hyphen = word.text in DASHES and _adjacent(words, end - 1, end + 1)
        if hyphen and (words[end + 1].lower in scales or words[end + 1].lower in multiplied):
            end += 1
            word = words[end]
        factor = scales.get(word.lower) or multiplied.get(word.lower)
        if factor is None:
            break
        value *= factor
        scaled = True
        end += 1
    return scaled, end, value


def _adjacent(words: Sequence[Word], first: int, last: int) -> bool:
    """Return whether no space parts the words from `first` to `last`."""
    return last < len(words) and all(
        words[number].end == words[number + 1].start for number in range(first, last)
    )


def _read_words(words: Sequence[Word], at: int, known: AmountWords) -> Amount | None:
    """Return the amount that words spell: dua puluh lima ribu, two and a half million."""
    numbers = known.numbers
    total = group = Decimal(0)
    pending: Decimal | None = None
    end = at
    scaled = False
    start = at
    before = words[at - 1].lower if at else ""
    while end < len(words):
        word = words[end].lower
        step = 1
        if words[end].text in DASHES and end > at and _adjacent(words, end - 1, end + 1):
            word, step = words[end + 1].lower, 2
        elif word in numbers.joiners and end > at and end + 1 < len(words):
            after = words[end + 1].lower
            if after in numbers.articles and _half(words, end + 2, known) is not None:
                group += (pending or 0) + (_half(words, end + 2, known) or 0)
                pending, end = None, end + 3
                continue
            if not (scaled or group) or after not in numbers.words:
                break
            word, step = after, 2
        if word in numbers.words:
            value = numbers.words[word]
            if pending is not None:
                if not (pending >= 20 and value < 10 and step == 2) and not (
                    pending >= 10 * value and pending % 10 == 0
                ):
                    break
                group += pending
            pending = value
        elif word in numbers.added and pending is not None:
            pending += numbers.added[word]
        elif word in numbers.multiplied and (pending or before in numbers.articles or end == at):
            group += (pending or 1) * numbers.multiplied[word]
            pending = None
        elif word in numbers.scales and (end > at or before in numbers.articles):
            total += ((group + (pending or 0)) or 1) * numbers.scales[word]
            group, pending, scaled = Decimal(0), None, True
        elif word in known.fractions and (end == at or pending is not None):
            fraction = known.fractions[word]
            if end > at:
                # "satu setengah juta" is one and a half million.
                group += (pending or 0) + fraction
                pending, end = None, end + step
                continue
            return _read_fraction(words, at, end + step, fraction, known)
        elif word in known.parts:
            if end == at and before not in numbers.articles:
                return None
            if end > at and _ends_range(words, at, known):
                # two to three quarters
                break
            value = (pending or 1) * known.parts[word]
            first = at - 1 if end == at else at
            return _read_fraction(words, first, end + step, value, known)
        else:
            break
        end += step
    if end == at:
        return None
    if before in numbers.articles and words[at].lower not in numbers.words:
        start = at - 1
    value = total + group + (pending or 0)
    return Amount(start, end, value, True, scaled)


def _ends_range(words: Sequence[Word], at: int, known: AmountWords) -> bool:
    """Return whether a number and a word such as “to” stand before an amount."""
    if at < 2 or words[at - 1].lower not in (*known.numbers.ranges, *known.numbers.alternatives):
        return False
    return words[at - 2].lower in known.numbers.words


def _half(words: Sequence[Word], at: int, known: AmountWords) -> Decimal | None:
    return known.fractions.get(words[at].lower) if at < len(words) else None


def _read_fraction(
    words: Sequence[Word], start: int, end: int, value: Decimal, known: AmountWords
) -> Amount:
    """Return a part of one, or of the scale that follows: half a million, setengah juta."""
    after = end
    if after + 1 < len(words) and words[after].lower in known.numbers.of:
        # a quarter of a million
        after += words[after + 1].lower in known.numbers.articles
    if after < len(words) and words[after].lower in known.numbers.articles:
        after += 1
    scaled, last, scaled_value = _scale(words, after, value, known)
    if scaled:
        return Amount(start, last, scaled_value, True, True)
    return Amount(start, end, value, True, False, fraction=True)
