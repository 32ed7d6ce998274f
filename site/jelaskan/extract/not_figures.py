"""What looks like a quantity and is none: times, names, years, ages, places in an order."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from jelaskan.extract.amounts import DASHES, Amount
from jelaskan.extract.counted import Counted, Forms, phrases_by_first_word
from jelaskan.extract.tokens import Word, join_words
from jelaskan.languages.pack import LanguagePack

YEARS = range(1500, 2101)
OLDEST = 120
MOST_JOINTS = 6
CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
MINUTE_MARKS = frozenset("'’′")
OPENING_SIGNS = frozenset("(\"“”'‘’[$€£¥₩₹฿₱₽₴₺₫₪₦-–—−‑+±~><.,:;…*•")


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a pack says of numbers that count nothing."""

    labels: frozenset[str]
    references: frozenset[str]
    clock_openers: frozenset[str]
    after: tuple[str, ...]
    never: Forms
    counted: frozenset[str]
    months: frozenset[str]
    joints: frozenset[str]
    """Words between days of the same month."""
    singles: frozenset[str]
    glued: frozenset[str]
    """Words that may touch their number: Rp3, M5,7."""


@functools.cache
def name_words(pack: LanguagePack) -> NameWords:
    """Return what a pack says of numbers that count nothing."""
    numbers = pack.numbers
    return NameWords(
        frozenset(numbers.labels) | frozenset(numbers.references),
        frozenset(numbers.references),
        frozenset(numbers.clock_openers),
        numbers.labels_after,
        phrases_by_first_word([(phrase.replace("-", " - "), "") for phrase in numbers.never]),
        frozenset(numbers.counted),
        frozenset(pack.times.months),
        frozenset([*pack.times.lists, *pack.times.ranges]),
        frozenset(numbers.singles),
        frozenset(form.lower() for money in numbers.currencies.values() for form in money.before)
        | frozenset(numbers.measures_before),
    )


def is_no_figure(
    words: Sequence[Word],
    amount: Amount,
    end: int,
    counted: Counted | None,
    sure: bool,
    known: NameWords,
) -> bool:
    """Return whether an amount counts nothing.

    `end` is the index behind it, or behind the range that it begins; `sure` says that a
    currency, a measure or a score proves it.
    """
    if _in_phrase(words, amount, known.never):
        return True
    if amount.spelled:
        titled = words[amount.start].text.istitle() and amount.start > 0
        if titled and counted is None and words[amount.start - 1].text[0].isupper():
            return True
        if amount.value == 1 and not sure and known.singles:
            return counted is None or counted.unit.split()[-1].lower() not in known.singles
        labelled = _has_label(words, amount, known.labels) or _has_label_after(words, end, known)
        return labelled and not sure
    return _is_name(words, amount, end, counted, sure, known)


def _in_phrase(words: Sequence[Word], amount: Amount, phrases: Forms) -> bool:
    """Return whether the amount is a word of a phrase that counts nothing."""
    if not amount.spelled:
        return False
    for at in range(max(0, amount.start - 2), amount.end):
        for phrase, _ in phrases.get(words[at].lower, ()):
            end = at + len(phrase)
            if end > amount.start and tuple(word.lower for word in words[at:end]) == phrase:
                return True
    return False


def _has_label(words: Sequence[Word], amount: Amount, labels: frozenset[str]) -> bool:
    """Return whether a word before the number makes it a name: Pasal 4, No. 5."""
    at = amount.start - 1
    if at >= 0 and words[at].text in (".", "#", "(", ":"):
        at -= 1
    if at < 0:
        return False
    pair = f"{words[at - 1].lower} {words[at].lower}" if at else ""
    return words[at].lower in labels or pair in labels


def _has_label_after(words: Sequence[Word], end: int, known: NameWords) -> bool:
    """Return whether words behind the number make it a time: 3 a.m., two in the morning."""
    behind = join_words(words[end : end + 5]).lower() + " "
    return behind.startswith(known.after) or f" {behind}".startswith(known.after)


def _is_name(
    words: Sequence[Word],
    amount: Amount,
    end: int,
    counted: Counted | None,
    sure: bool,
    known: NameWords,
) -> bool:
    """Return whether digits are a name, a time, a year, an age or a place in an order."""
    if _is_telephone(words, amount, end):
        return True
    if _is_glued(words, amount, end, sure, known) or _is_date_or_time(words, amount, end, known):
        return True
    if _has_label(words, amount, known.references):
        return True
    if sure:
        return False
    unit = counted.unit.split()[0] if counted is not None else ""
    noun = unit.lower()
    counts = noun in known.counted
    return (
        (noun in known.references and unit != noun)
        or _has_label(words, amount, known.labels)
        or (_is_year(words[amount.start].text) and not counts and not amount.scaled)
        or _is_code(words, amount, end)
        or _is_age_or_item(words, amount, end)
        or _ends_name(words, amount, counted, counts)
    )


def _is_glued(
    words: Sequence[Word], amount: Amount, end: int, sure: bool, known: NameWords
) -> bool:
    """Return whether what touches the digits makes them a part of a longer sign: 9/11, 90+4."""
    digits = words[amount.start]
    before = words[amount.start - 1] if amount.start else None
    if (
        before is not None
        and before.end == digits.start
        and not _may_be_glued(words, amount, known)
    ):
        return True
    if end >= len(words) or words[end].start != words[end - 1].end:
        return False
    after = words[end].text
    if after == "+":
        return end + 1 < len(words) and words[end + 1].is_number
    return not sure and (after in "/:" or after in MINUTE_MARKS or after[0].isalpha())


def _is_date_or_time(words: Sequence[Word], amount: Amount, end: int, known: NameWords) -> bool:
    """Return whether a month, a time zone or a calendar stands beside the digits."""
    if end < len(words) and words[end].lower in known.months and words[end].text[0].isupper():
        return True
    for at in range(end, min(end + MOST_JOINTS, len(words) - 1)):
        # 5 s.d. 24 Maret, 13 dan 14 Juni
        if words[at].is_number and words[at + 1].lower in known.months:
            return words[at + 1].text[0].isupper()
        if len(words[at].text) > 1 and words[at].lower not in known.joints:
            break
    near = words[max(0, amount.start - 2) : amount.start]
    if near and near[-1].text == ".":
        near = near[:-1]
    if near and near[-1].lower in known.months and near[-1].text[0].isupper():
        return True
    if _has_label_after(words, end, known):
        return True
    opens_clock = amount.start > 0 and words[amount.start - 1].lower in known.clock_openers
    clock = CLOCK.fullmatch(words[amount.start].text)
    return bool(clock) and end == amount.start + 1 and (amount.unclear or opens_clock)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and int(digits) in YEARS


def _is_code(words: Sequence[Word], amount: Amount, end: int) -> bool:
    """Return whether digits are a telephone number or the like: 0811 555 12."""
    digits = words[amount.start]
    if not digits.text.isdecimal() or amount.scaled:
        return False
    before = words[amount.start - 1] if amount.start else None
    close = before is not None and before.is_number and before.end + 1 >= digits.start
    return (
        (digits.text.startswith("0") and len(digits.text) > 1)
        or close
        or (end < len(words) and words[end].is_number)
    )


def _is_telephone(words: Sequence[Word], amount: Amount, end: int) -> bool:
    """Return whether hyphens join digits as in no range: 555-0142, 555-123-4567."""
    if end <= amount.end:
        return False
    last = words[end - 1].text
    goes_on = end + 1 < len(words) and words[end].text in DASHES and words[end + 1].is_number
    joined = goes_on and words[end - 1].end == words[end].start == words[end + 1].start - 1
    return joined or (len(last) > 1 and last.isdecimal() and last[0] == "0")


def _may_be_glued(words: Sequence[Word], amount: Amount, known: NameWords) -> bool:
    """Return whether what touches the digits may do so: Rp3, ($5, "7."""
    before = words[amount.start - 1]
    if before.text[-1].isalpha():
        return before.lower in known.glued
    if before.text not in OPENING_SIGNS:
        return False
    if before.text in DASHES and amount.start > 1:
        # Covid-19, U-23, 021-555, but (-0,5%)
        earlier = words[amount.start - 2]
        return earlier.end != before.start or earlier.text in "(["
    if before.text == "+" and amount.start > 1 and words[amount.start - 2].is_number:
        return False
    if before.text in ".,:" and amount.start > 1:
        return words[amount.start - 2].text[0].isalpha() and before.text != ":"
    return True


def _is_age_or_item(words: Sequence[Word], amount: Amount, end: int) -> bool:
    """Return whether a number stands alone: (63), “Ann Lee, 34, said”, “1. First”."""
    before = words[amount.start - 1] if amount.start else None
    after = words[end] if end < len(words) else None
    if before is None:
        return after is None or after.text in ".)"
    if after is None:
        return before.text in ",(["
    if before.text in "([" and after.text in ")]":
        return True
    named = amount.start > 1 and words[amount.start - 2].text[0].isupper()
    young = amount.value is not None and amount.value <= OLDEST and amount.value % 1 == 0
    return before.text == "," and named and young and after.text in ",.;"


def _ends_name(
    words: Sequence[Word], amount: Amount, counted: Counted | None, counts: bool
) -> bool:
    """Return whether a name ends in the number: Falcon 9."""
    if counts or amount.start < 1 or amount.scaled:
        return False
    before = words[amount.start - 1]
    if not before.text[0].isupper() or before.end == words[amount.start].start:
        return False
    opens = amount.start == 1 or words[amount.start - 2].text in '.?!"“”'
    return not opens and (counted is None or before.text.isupper())
