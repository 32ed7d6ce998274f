"""Money: the sign or code before an amount, and the letter that multiplies it."""

from collections.abc import Sequence

from jelaskan.extract.amounts import Amount, AmountWords
from jelaskan.extract.tokens import Word

LONGEST_CURRENCY = 3
"""How many marks and words a currency before its amount has at most: US$."""


def currency_before(words: Sequence[Word], at: int, known: AmountWords) -> tuple[int, str | None]:
    """Return where an amount of money begins, and its currency's code."""
    for length in range(min(LONGEST_CURRENCY, at), 0, -1):
        form = "".join(word.text for word in words[at - length : at])
        code = known.currencies.get(form)
        if code is not None and _is_whole(words, at - length, form):
            return at - length, code
    return at, None


def _is_whole(words: Sequence[Word], at: int, form: str) -> bool:
    """Return whether a currency's sign does not end a longer word."""
    before = words[at - 1] if at else None
    glued = before is not None and before.end == words[at].start
    return not (glued and form[0].isalpha() and before is not None and before.text[-1].isalpha())


def with_mark(words: Sequence[Word], amount: Amount, known: AmountWords) -> Amount:
    """Return an amount of money times the letter behind it: Rp 3 M, $5bn."""
    if amount.end < len(words) and amount.value is not None and not amount.scaled:
        factor = known.numbers.scale_marks.get(words[amount.end].text)
        if factor is not None:
            return amount._replace(value=amount.value * factor, end=amount.end + 1, scaled=True)
    return amount
