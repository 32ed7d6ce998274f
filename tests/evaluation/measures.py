"""What scoring gives back: measures, shares and errors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]
"""One article of a set, or what was found in one: a line of JSON."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How much of what was found is right, and how much of what is there was found."""

    found_right: int
    found: int
    gold_right: int
    gold: int

    @property
    def precision(self) -> float:
        """The right share of what was found; 0 where nothing was found."""
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The found share of what is there; 0 where nothing is there."""
        return self.gold_right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where nothing is there and nothing was found."""
        if not self.found and not self.gold:
            return 1.0
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: the right speakers among the quotations that were found."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """The part divided by the whole; 0 of nothing is 0."""
        return self.part / self.whole if self.whole else 0.0


@dataclass(frozen=True, slots=True, order=True)
class Error:
    """One difference between what is there and what was found."""

    severity: int
    """0 is worst: words printed under a wrong name without a doubt."""
    article: str
    start: int
    """Where it stands in the text; 0 for what has no place."""
    kind: str
    expected: str
    found: str

    def __str__(self) -> str:
        expected, found = self.expected or "nothing", self.found or "nothing"
        return f"{self.article}  {self.kind}\n    expected  {expected}\n    found     {found}"


@dataclass(slots=True)
class Scores:
    """All results of one set. The names are in the order of the table."""

    articles: int = 0
    measures: dict[str, Measure] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)


def undoubted(predictions: Iterable[Record]) -> list[dict[str, Any]]:
    """Return the predictions with only those quotations that have no doubts."""
    return [
        {**record, "quotes": [quote for quote in record["quotes"] if not quote.get("doubts")]}
        for record in predictions
    ]
