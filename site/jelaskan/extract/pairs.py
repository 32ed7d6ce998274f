"""Pairs of numbers: ranges, scores, and shares such as nine in ten."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from jelaskan.extract.amounts import DASHES, Amount, AmountWords, read_amount
from jelaskan.extract.counted import Counted, CountedWords, read_counted
from jelaskan.extract.money import LONGEST_CURRENCY, with_mark
from jelaskan.extract.tokens import Word

LARGEST_SCORE = 300
SHARE_WHOLES = frozenset(map(Decimal, (*range(2, 11), 20, 100, 1000)))
NEIGHBOURS = frozenset(map(Decimal, (1, 2, 5, 10)))
"""How far apart the numbers of “two or three” are."""


def read_share(
    words: Sequence[Word], amount: Amount, known: AmountWords, units: CountedWords
) -> Amount:
    """Return “nine in ten” as 0.9; any other amount as it is."""
    at = amount.end
    if amount.value is None or at + 1 >= len(words):
        return amount
    if words[at].lower not in known.numbers.ratios:
        return amount
    whole = read_amount(words, at + 1, known)
    if whole is None or whole.value not in SHARE_WHOLES or not amount.value < whole.value:
        return amount
    counted = read_counted(words, whole.end, units)
    if counted is not None and counted.sure:
        return amount
    value = amount.value / whole.value
    return amount._replace(end=whole.end, value=value, fraction=True)


def second_end(
    words: Sequence[Word], amount: Amount, start: int, known: AmountWords
) -> Amount | None:
    """Return the other end of a range or score."""
    numbers = known.numbers
    at = amount.end
    first = amount.value
    if first is None or at + 1 >= len(words):
        return None
    unit = words[at].lower in numbers.percent
    at += unit
    if at + 1 >= len(words):
        return None
    joint = words[at]
    before = words[start - 1].lower if start else ""
    between = joint.lower in numbers.between.get(before, ())
    alternative = joint.lower in numbers.alternatives
    if not (
        between
        or joint.text in DASHES
        or (joint.lower in numbers.ranges and joint.lower not in numbers.change.get(before, ()))
        or (alternative and not unit)
    ):
        return None
    at += 1
    money = start < amount.start
    if (money or unit) and before in numbers.changes:
        return None
    for length in range(min(LONGEST_CURRENCY, len(words) - at - 1), 0, -1):
        if "".join(word.text for word in words[at : at + length]) in known.currencies:
            if not money:
                return None
            at += length
            break
    if not (words[at].is_number or words[at].lower in known.openers):
        return None
    second = read_amount(words, at, known)
    if second is None or second.value is None or second.fraction:
        return None
    if alternative and not (
        second.value - first in NEIGHBOURS and amount.spelled == second.spelled
    ):
        return None
    falls = second.value < first and second.scaled <= amount.scaled
    if falls and joint.text not in DASHES and before not in numbers.score_openers:
        return None
    return with_mark(words, second, known) if money else second


def shared_scale(words: Sequence[Word], second: Amount, known: AmountWords) -> Decimal:
    """Return what the second end's scale multiplies, for the first that leaves it out."""
    bare = read_amount(words[: second.start + 1], second.start, known)
    if bare is None or not bare.value or second.value is None:
        return Decimal(1)
    return second.value / bare.value


def is_score(
    words: Sequence[Word],
    amount: Amount,
    second: Amount | None,
    counted: Counted | None,
    code: str | None,
    openers: Collection[str],
) -> bool:
    """Return whether two numbers around a hyphen are a result, not a range.

    Behind one of `openers` another word than a hyphen may stand between: voted 8 to 4.
    """
    if second is None or code or amount.spelled or second.spelled or second.scaled:
        return False
    joint = words[amount.end]
    opener = words[amount.start - 1].lower if amount.start else ""
    if joint.text not in DASHES or joint.start != words[amount.end - 1].end:
        return opener in openers and counted is None
    values = (amount.value or Decimal(0), second.value or Decimal(0))
    if max(values) > LARGEST_SCORE or any(value % 1 for value in values):
        return False
    return values[0] >= values[1] or counted is None or counted.end < 0
