"""Key figures say the number that the article says."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jelaskan.check.evidence import Evidence, overlap, pack_of, place, shown
from jelaskan.check.numbers import Written, find_numbers, meaning, scales_of
from jelaskan.check.units import is_fixed, is_same_unit, scale_of
from jelaskan.languages.numbers import Numbers
from jelaskan.messages import Message
from jelaskan.model.explainer import KeyFigure
from jelaskan.model.statements import Bound, Quantity
from jelaskan.problems import Position, Problem, Severity, Write
from jelaskan.proof.passages import Passage

SMALL = 12
"""Up to here a number may stand in a word that no list has: a pair, kedua."""
SIDES: Mapping[Bound, str] = {
    "at least": "up",
    "more than": "up",
    "at most": "down",
    "less than": "down",
}
"""On which side a number is open."""


def check_quantities(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each key figure that disagrees with the article's number."""
    yield from _check_ids(evidence)
    for number, proof in evidence.proofs_of("figure"):
        compared = _Compared(evidence, number, proof.passages[0])
        quantities = compared.quantities()
        valued = [quantity for quantity in quantities if quantity.value]
        written = compared.written()
        if valued:
            yield from compared.with_quantities(valued)
        elif written:
            yield from compared.with_digits(written)
        elif not evidence.statements_at(proof.passages[0]).furniture:
            yield compared.with_nothing(is_vague=bool(quantities))


def _check_ids(evidence: Evidence) -> Iterator[Problem]:
    seen = Counter[str]()
    for number, figure in enumerate(evidence.explainer.key_figures):
        seen[figure.id] += 1
        if seen[figure.id] > 1:
            yield Problem(
                evidence.file.position("key_figures", number, "id"),
                "K01",
                Message("another key figure has this id: {id}", id=figure.id),
                Message("give each its own: links lead to it"),
            )


@dataclass(frozen=True, slots=True)
class _Compared:
    """A key figure, and the words of an article that it rests on."""

    evidence: Evidence
    number: int
    passage: Passage

    @property
    def figure(self) -> KeyFigure:
        return self.evidence.explainer.key_figures[self.number]

    @property
    def languages(self) -> tuple[str, str]:
        """The page's language and the article's."""
        return self.evidence.explainer.language, self.passage.article.language

    @property
    def values(self) -> tuple[float, ...]:
        value = self.figure.value
        return value if isinstance(value, tuple) else (value,)

    @property
    def words(self) -> str:
        return " ".join(mention.text for mention in self.passage.mentions)

    @property
    def where(self) -> Position:
        return place(self.passage.article, self.passage.mentions[0])

    def at(self, key: str) -> Position:
        """Return where a part of the figure stands in its file."""
        return self.evidence.file.position("key_figures", self.number, key)

    def quantities(self) -> list[Quantity]:
        """Return the numbers, also those of “dozens”, that the passage has words of."""
        return [
            found
            for found in self.evidence.statements_at(self.passage).quantities
            if any(
                overlap(mention, piece)
                for mention in (found.mention, *found.again)
                for piece in self.passage.mentions
            )
        ]

    def written(self) -> list[Written]:
        """Return the numbers that the passage has in digits."""
        return list(find_numbers(self.words, scales_of(self.languages[1])))

    def shown(self, unit: str | None = None) -> tuple[float, ...]:
        """Return the numbers that the page shows: 12 of “million people” are 12000000.

        `unit` is the article's: as long as it is the figure's too, it names no scale.
        """
        own = self.figure.unit
        is_same = own is not None and unit is not None and own.casefold() == unit.casefold()
        scale = 1.0 if is_same else scale_of(own, self.languages)
        return tuple(value * scale for value in self.values)

    def with_quantities(self, quantities: list[Quantity]) -> Iterator[Problem]:
        """Yield where the figure differs from every number in its words, else from that number."""
        same = [found for found in quantities if _is_equal(self.shown(found.unit), found)]
        if not same:
            yield self._another_value(quantities)
            return
        yield from self._check_unit(same)
        yield from self._check_bound(same)

    def with_digits(self, written: list[Written]) -> Iterator[Problem]:
        """Yield where the figure differs from every number of words that extraction passed by."""
        meanings = {each for found in written for each in found.meanings}
        if not all(meaning(value) in meanings for value in self.shown()):
            yield Problem(
                self.at("value"),
                "K06",
                Message(
                    "value is {value}, and the article says {values}: “{text}”",
                    value=_say(self.shown()),
                    values=", ".join(found.text for found in written),
                    text=shown(self.words),
                ),
                Message(
                    "see {where}; write the number, or let `as_written` have the words of the "
                    "number that you mean",
                    where=self.where,
                ),
            )
        elif is_fixed(self.figure.unit):
            yield self._another_unit(None, self.words, severity="warning")

    def with_nothing(self, *, is_vague: bool) -> Problem:
        """Return the problem of a figure whose words have no number."""
        pack = pack_of(self.languages[1])
        numbers = pack.numbers if pack else Numbers()
        known = {*numbers.words, *numbers.multiplied, *numbers.scales, *numbers.parts}
        is_small = all(abs(value) <= SMALL for value in self.shown())
        may_be = is_small or not known.isdisjoint(self.words.casefold().split())
        return Problem(
            self.at("value"),
            "K10",
            Message(
                "value is {value}, and the article's words have no number: “{text}”",
                value=_say(self.shown()),
                text=shown(self.words),
            ),
            Message(
                "see {where}; let `as_written` have the words of the number, or delete the "
                "figure and say it in a section",
                where=self.where,
            ),
            severity="warning" if may_be and not is_vague else "error",
        )

    def _another_value(self, quantities: list[Quantity]) -> Problem:
        found = quantities[0]
        certain = not any(quantity.doubts for quantity in quantities)
        scale = scale_of(self.figure.unit, self.languages)
        right = _say([value / scale for value in _numbers(found)])
        return Problem(
            self.at("value"),
            "K06",
            Message(
                "value is {value}, and the article says {values}: “{text}”",
                value=_say(self.shown()),
                values=", ".join(_say(_numbers(quantity)) for quantity in quantities),
                text=shown(found.mention.text),
            ),
            Message(
                "see {where}; write `value: {value}`, or let `as_written` have the words of "
                "the number that you mean",
                where=self.where,
                value=right,
            ),
            severity="error" if certain else "warning",
            cure=Write(("key_figures", self.number, "value"), right)
            if certain and len(quantities) == 1 and scale == 1
            else None,
        )

    def _check_unit(self, same: list[Quantity]) -> Iterator[Problem]:
        """Yield where the figure counts something else than its number."""
        ours, found = self.figure.unit, same[0]
        if not any(is_same_unit(ours, quantity.unit, self.languages) for quantity in same):
            is_open = found.doubts or ours is None or found.unit is None
            certain = len(same) == 1 and not found.doubts
            cure = None
            if certain and found.unit:
                cure = Write(("key_figures", self.number, "unit"), found.unit, behind="value")
            yield self._another_unit(
                found.unit,
                found.mention.text,
                severity="warning" if is_open else "error",
                cure=cure,
            )
        elif ours and self.languages[0] == self.languages[1]:
            counted = [each.unit for each in same if each.unit and not is_fixed(each.unit)]
            if counted and not any(_is_alike(ours, unit) for unit in counted):
                yield self._another_unit(counted[0], found.mention.text, severity="warning")

    def _another_unit(
        self, unit: str | None, text: str, *, severity: Severity, cure: Write | None = None
    ) -> Problem:
        return Problem(
            self.at("unit"),
            "K07",
            Message(
                "unit is {unit}, and the article says {found}: “{text}”",
                unit=self.figure.unit or Message("not given"),
                found=unit or Message("nothing that it counts"),
                text=shown(text),
            ),
            Message("see {where}; write `unit: {unit}`", where=self.where, unit=unit)
            if unit
            else Message("see {where}", where=self.where),
            severity=severity,
            cure=cure,
        )

    def _check_bound(self, same: list[Quantity]) -> Iterator[Problem]:
        """Yield where the figure is open on another side than its number."""
        ours, found = self.figure.bound, same[0]
        if any(quantity.bound == ours for quantity in same):
            return
        said = found.bound_mention or found.mention
        yield Problem(
            self.at("bound"),
            "K08",
            Message(
                "bound is `{bound}`, and the article says `{found}`: “{text}”",
                bound=ours,
                found=found.bound,
                text=shown(said.text),
            ),
            Message(
                "see {where}; write `bound: {bound}`, and let `as_written` have the words "
                "that say so",
                where=self.where,
                bound=found.bound,
            ),
            severity="error" if self._is_bound_certain(found) else "warning",
            cure=Write(("key_figures", self.number, "bound"), found.bound, behind="value")
            if len(same) == 1 and not found.doubts
            else None,
        )

    def _is_bound_certain(self, found: Quantity) -> bool:
        """Return whether the bound stands in the figure's words, and the page would drop it."""
        bound = found.bound_mention
        return (
            bound is not None
            and not found.doubts
            and bound.start < found.mention.start
            and any(overlap(bound, piece) == len(bound.text) for piece in self.passage.mentions)
            and self.figure.bound != "about"
            and SIDES.get(self.figure.bound) != SIDES.get(found.bound, "both")
        )


def _is_equal(values: tuple[float, ...], quantity: Quantity) -> bool:
    theirs = _numbers(quantity)
    return len(values) == len(theirs) and all(map(math.isclose, values, theirs))


def _is_alike(unit: str, other: str) -> bool:
    """Return whether two units have a word in common, whatever its ending."""
    words, others = ([word[:4] for word in each.casefold().split()] for each in (unit, other))
    return not set(words).isdisjoint(others)


def _numbers(quantity: Quantity) -> tuple[float, ...]:
    return tuple(float(value) for value in quantity.value)


def _say(values: Sequence[float]) -> str:
    """Return numbers as YAML has them: `20`, or `[40, 45]`."""
    numbers = [f"{value:.15g}" if value < 1e15 else f"{value:.0f}" for value in values]
    return numbers[0] if len(numbers) == 1 else f"[{', '.join(numbers)}]"
