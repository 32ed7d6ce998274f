"""What extraction finds in an article. Every finding names its rule and its doubts."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from jelaskan.model.article import Mention

QuotationKind = Literal["direct", "indirect", "mixed"]
PersonKind = Literal["person", "body", "group", "anonymous"]
Polarity = Literal["affirmed", "denied", "warned-against"]
Bound = Literal["exact", "at least", "at most", "about", "more than", "less than"]
DateBasis = Literal["explicit", "daymonth", "relative"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a finding may be wrong."""

    reason: str
    """A fixed English phrase; `labels.yaml` of each pack words it for editors."""
    detail: str = ""
    """What the doubt turns on: the other years, the other speaker."""

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}" if self.detail else self.reason


@dataclass(frozen=True, slots=True)
class Person:
    """One who speaks or is spoken of: a person, a body, a group, or an unnamed source."""

    name: str
    """The fullest name in the article; for the unnamed, their description."""
    kind: PersonKind
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content, cue and source, after PARC 3: what was said, by which word, by whom."""

    content: tuple[Mention, ...]
    """One mention for each contiguous stretch: "A," she said. "B." has two."""
    kind: QuotationKind
    cue: Mention | None
    source: Mention | None
    """How the speaker is named at the cue: a name, a pronoun, a clitic."""
    speaker: Person | None
    rule: str
    polarity: Polarity = "affirmed"
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts or measures something."""

    mention: Mention
    """The number with the words that it counts, without the words of its bound."""
    value: tuple[Decimal, ...]
    """One value, two for a range or a score, none for "dozens"."""
    unit: str | None
    """What is counted, as the article writes it; `percent` and currency codes are fixed words."""
    bound: Bound
    rule: str
    bound_mention: Mention | None = None
    """The words of the bound: “sedikitnya”, “at least”."""
    doubts: tuple[Doubt, ...] = ()
    again: tuple[Mention, ...] = ()
    """Where as many of the same are told again."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date or period, its value as in TIMEX3: `2026-11-23`, `2026-11`, `2026-Q1`, `a/b`."""

    mention: Mention
    value: str
    basis: DateBasis
    rule: str
    doubts: tuple[Doubt, ...] = ()
    again: tuple[Mention, ...] = ()
    """Where the same date is told again."""


@dataclass(frozen=True, slots=True)
class TermCandidate:
    """A word that some readers will not know."""

    mention: Mention
    """Its first use."""
    uses: int
    definition: Mention | None
    """The article's own explanation, where it gives one."""
    rule: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the page around the article: marked, never cut out."""

    mention: Mention
    kind: str
    """teaser, dateline, player notice, sign-off, …"""
    rule: str
    title: Mention | None = None
    """The headline that a teaser names."""


@dataclass(frozen=True, slots=True)
class Statements:
    """All findings of one article, each kind in text order."""

    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    people: tuple[Person, ...] = ()
    bodies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    terms: tuple[TermCandidate, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    sentences: tuple[Mention, ...] = ()
    """The sentences outside of furniture: what drafts quote beside a finding."""
