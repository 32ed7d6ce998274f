"""Quantities: numbers that count or measure, with what they count and their bound."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from jelaskan.extract.amounts import Amount, AmountWords, amount_words, read_amount
from jelaskan.extract.bounds import Bounded, BoundWords, bound_after, bound_before, bound_words
from jelaskan.extract.counted import CountedWords, counted_words, read_counted
from jelaskan.extract.layout import Layout, Span
from jelaskan.extract.money import currency_before, with_mark
from jelaskan.extract.not_figures import NameWords, is_no_figure, name_words
from jelaskan.extract.pairs import is_score, read_share, second_end, shared_scale
from jelaskan.extract.tokens import Word, find_words, letters_of
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Mention
from jelaskan.model.statements import Bound, Doubt, Quantity

DIGIT = re.compile(r"\d")
MINUS = frozenset("-−–")


@dataclass(frozen=True, slots=True)
class _Known:
    """All that a pack says of quantities."""

    pack: LanguagePack
    amounts: AmountWords
    counted: CountedWords
    bounds: BoundWords
    names: NameWords


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity before its words become a mention: offsets into `words`."""

    start: int
    end: int
    value: tuple[Decimal, ...]
    unit: str | None
    noun: str | None
    """The unit, if it is a noun phrase that a later number may leave out."""
    bound: Bound
    bound_words: tuple[int, int] | None
    rule: str
    doubts: tuple[Doubt, ...]


@functools.cache
def _known(pack: LanguagePack) -> _Known:
    amounts = amount_words(pack)
    return _Known(
        pack,
        amounts,
        counted_words(pack),
        bound_words(pack),
        name_words(pack),
    )


def find_quantities(layout: Layout, pack: LanguagePack) -> tuple[Quantity, ...]:
    """Return what is counted or measured, in text order, none of it in furniture.

    Each value and thing counted is given once, at its first mention, with the first bound that
    any of its mentions has. Ranges and scores have two values, words such as "dozens" none.
    """
    known = _known(pack)
    first: dict[tuple[tuple[Decimal, ...], str], Quantity] = {}
    again: dict[tuple[tuple[Decimal, ...], str], list[Mention]] = {}
    acronyms: dict[str, str] = {}
    unit: str | None = None
    for sentence in layout.sentences:
        if not _may_count(layout.article.text, sentence, known):
            continue
        words = find_words(layout.article.text, sentence.start, sentence.end, known.amounts.parted)
        for figure in _figures(words, unit, known):
            quantity = _quantity(layout, words, figure)
            vague = "" if figure.value else quantity.mention.text.lower()
            unit = figure.noun or unit
            noun = (quantity.unit or vague or "-").lower().split()[0]
            noun = noun.removesuffix(pack.cues.clitic)
            acronym = _acronym(words, figure.end)
            if acronym is not None:
                acronyms[acronym] = noun
            key = (quantity.value, acronyms.get(noun, noun))
            earlier = first.setdefault(key, quantity)
            if earlier is not quantity:
                again.setdefault(key, []).append(quantity.mention)
            if earlier.bound == "exact" != quantity.bound and quantity.unit != "percent":
                first[key] = replace(
                    earlier, bound=quantity.bound, bound_mention=quantity.bound_mention
                )
    found = (replace(first[key], again=tuple(again.get(key, ()))) for key in first)
    return tuple(sorted(found, key=lambda quantity: quantity.mention.start))


def _quantity(layout: Layout, words: Sequence[Word], figure: _Figure) -> Quantity:
    article = layout.article
    bound_mention = None
    if figure.bound_words is not None:
        begin, end = figure.bound_words
        bound_mention = article.mention(words[begin].start, words[end - 1].end)
    return Quantity(
        article.mention(words[figure.start].start, words[figure.end - 1].end),
        tuple(map(_plain, figure.value)),
        figure.unit,
        figure.bound,
        figure.rule,
        bound_mention,
        figure.doubts,
    )


def _plain(value: Decimal) -> Decimal:
    """Return a value without zeros that mean nothing."""
    return Decimal(int(value)) if value == int(value) else value.normalize()


def _acronym(words: Sequence[Word], at: int) -> str | None:
    """Return the acronym in brackets that begins at `words[at]`: empat izin usaha (IU)."""
    piece = [word.text for word in words[at : at + 3]]
    if len(piece) == 3 and piece[0] == "(" and piece[1].isupper() and piece[2] == ")":
        return piece[1].lower()
    return None


def _may_count(text: str, sentence: Span, known: _Known) -> bool:
    """Return whether digits or number words are among the words of a sentence."""
    if DIGIT.search(text, sentence.start, sentence.end):
        return True
    return not known.amounts.openers.isdisjoint(letters_of(text, sentence.start, sentence.end))


def _figures(words: Sequence[Word], unit: str | None, known: _Known) -> Iterator[_Figure]:
    """Yield the figures of a sentence; `unit` is what the last one before it counts.

    Digits without a noun count what others of their sentence count: 9 riders fell, 3 of them.
    """
    openers = known.amounts.openers
    read = 0
    noun: str | None = None
    for at in [
        number
        for number, word in enumerate(words)
        if word.lower in openers or word.text[0].isdecimal()
    ]:
        if at < read:
            continue
        amount = read_amount(words, at, known.amounts)
        if amount is None:
            continue
        figure = _figure(words, amount, (noun or unit) if amount.spelled else noun, known)
        if figure is None:
            read = _skip_pair(words, amount, known)
            continue
        yield figure
        noun = figure.noun or noun
        read = max(figure.end, amount.end)


def _skip_pair(words: Sequence[Word], amount: Amount, known: _Known) -> int:
    """Return the end of an amount that is no figure, with a bare one beside it: ages 18 and 29."""
    numbers = known.pack.numbers
    at = amount.end
    joined = at + 1 < len(words) and (
        words[at].lower in numbers.joiners or words[at].lower in numbers.ranges
    )
    if not joined or amount.spelled or not words[at + 1].is_number:
        return at
    return at if read_counted(words, at + 2, known.counted) else at + 2


def _figure(
    words: Sequence[Word], amount: Amount, earlier_unit: str | None, known: _Known
) -> _Figure | None:
    """Return the figure that an amount begins, if it is one."""
    start, code = currency_before(words, amount.start, known.amounts)
    amount = with_mark(words, amount, known.amounts) if code else amount
    amount = read_share(words, amount, known.amounts, known.counted)
    second = None if amount.fraction else second_end(words, amount, start, known.amounts)
    last = second or amount
    counted = read_counted(words, last.end, known.counted)
    if second is not None and second.scaled and not amount.scaled and amount.value is not None:
        shared = shared_scale(words, second, known.amounts)
        if amount.value * shared <= (second.value or 0) or code is None:
            amount = amount._replace(value=amount.value * shared)
    values = tuple(
        part.value for part in (amount, second) if part is not None and part.value is not None
    )
    score = is_score(words, amount, second, counted, code, known.pack.numbers.score_openers)
    unit_before = start > 0 and words[start - 1].lower in known.pack.numbers.measures_before
    sure = bool(code) or bool(counted and counted.sure) or unit_before
    if is_no_figure(words, amount, last.end, counted, sure or score, known.names):
        return None
    if (
        second is None
        and values
        and counted is not None
        and counted.sure
        and _is_negative(words, start, known)
    ):
        start, values = start - 1, (-values[0],)
    end, unit, doubts = last.end, code, [*_doubts(amount, second)]
    if counted is not None and code is None:
        end, unit = max(last.end, counted.end), counted.unit
    if score:
        unit, end = "score", last.end
    elif unit_before and (counted is None or not counted.sure):
        unit = known.pack.numbers.measures_before[words[start - 1].lower]
        start, end = start - 1, last.end
    elif unit is None:
        bare = _bare(words, amount, last, known)
        if bare is None:
            return None
        unit = earlier_unit if bare == "refers back" else None
        doubts.append(Doubt("nothing is named that it counts"))
    bounded = _bounded(words, start, (last.end, end), second is not None, known)
    if score:
        bounded = None
    bound: Bound = "about" if amount.rough else "exact"
    rule = "score" if score else "range" if second else "vague" if not values else "amount"
    return _Figure(
        start,
        end,
        values,
        unit,
        counted.unit if counted and not counted.sure and not doubts else None,
        bounded.bound if bounded else bound,
        (bounded.start, bounded.end) if bounded else None,
        rule,
        tuple(doubts),
    )


def _is_negative(words: Sequence[Word], start: int, known: _Known) -> bool:
    """Return whether a minus sign or word stands before a number, and no number before it."""
    numbers = known.pack.numbers
    if start > 0 and words[start - 1].lower in numbers.minus:
        return start == 1 or words[start - 2].lower not in numbers.alternatives
    if (
        start == 0
        or words[start - 1].text not in MINUS
        or words[start - 1].end != words[start].start
    ):
        return False
    return (
        start == 1 or words[start - 2].end < words[start - 1].start or words[start - 2].text == "("
    )


def _bounded(
    words: Sequence[Word], start: int, ends: tuple[int, ...], is_range: bool, known: _Known
) -> Bounded | None:
    """Return the bound before a figure, else the one behind its number or what it counts."""
    numbers = known.pack.numbers
    bounded = bound_before(words, start, known.bounds)
    if bounded is not None:
        opener = words[bounded.end - 1].lower
        parts_numbers = bounded.start > 0 and words[bounded.start - 1].is_number
        if not (is_range and opener in numbers.between) and not (
            parts_numbers and opener in numbers.ranges
        ):
            return bounded
    for end in ends:
        behind = bound_after(words, end, known.bounds)
        if behind is not None:
            return behind
    return None


def _bare(words: Sequence[Word], amount: Amount, last: Amount, known: _Known) -> str | None:
    """Return why a number with nothing behind it is a figure, or None."""
    numbers = known.pack.numbers
    before = words[amount.start - 1].lower if amount.start else ""
    after = [word.lower for word in words[last.end : last.end + 2]]
    if amount.fraction:
        article = words[amount.start].lower in numbers.articles
        return None if article and (not after or after[0] not in numbers.of) else "part"
    if before in numbers.determiners or amount.value == 1:
        return None
    if any(" ".join(after[: len(phrase.split())]) == phrase for phrase in numbers.among):
        return "refers back"
    if amount.value is None:
        return None
    if amount.spelled:
        opens = before in ("", ",", "(", "“", '"') or before in numbers.joiners
        follows = not after or after[0] in known.counted.breaks or not after[0][0].isalpha()
        follows = follows or opens
        return "refers back" if follows else None
    return "refers back"


def _doubts(amount: Amount, second: Amount | None) -> Iterator[Doubt]:
    if amount.unclear or (second is not None and second.unclear):
        yield Doubt("the marks inside the number can be read in two ways")
