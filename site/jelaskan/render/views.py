"""What templates see: the parts of a page, in words and with their links made."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from jelaskan.model.statements import PersonKind, Polarity, QuotationKind


@dataclass(frozen=True, slots=True)
class Link:
    """An address, relative to the page, and the words that lead there."""

    url: str
    text: str
    language: str | None = None
    """Of the page that it leads to, where that differs."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A public page that a statement rests on; `number` is its place in the page's list."""

    number: int
    url: str
    host: str
    title: str | None


@dataclass(frozen=True, slots=True)
class ProofView:
    """Where a claim stands in the article of its page."""

    number: int
    """Claims are numbered as their words follow one another in the articles."""
    anchor: str
    """The fragment of the passage."""
    original: str | None
    """The address of the passage on the publisher's page."""


@dataclass(frozen=True, slots=True)
class QuotationView:
    """What somebody said. `text` is in the article's words, `translation` in the page's."""

    anchor: str
    kind: QuotationKind
    polarity: Polarity
    text: Markup
    words: str
    """`text` without its marked terms."""
    language: str | None
    """The article's, where the page is in another one."""
    direction: str
    translation: Markup | None
    cue: str | None
    topic: str | None
    proof: ProofView | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A statement's place in the articles, in thousandths of their length."""

    start: int
    width: int
    direct: bool


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """One who speaks, with the role held at the time."""

    anchor: str
    name: str
    kind: PersonKind
    role: str | None
    affiliation: str | None
    about: str | None
    as_of: str | None
    sources: tuple[SourceView, ...]
    page: str | None
    """The way to the speaker's own page."""
    quotations: tuple[QuotationView, ...]
    lane: tuple[Stretch, ...]
    direct: int
    """How many of the quotations are in the speaker's own words."""
    popovers: Markup


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic, and what each speaker, in the order of the cards, said about it."""

    topic: str
    cells: tuple[tuple[QuotationView, ...], ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on a line of years."""

    place: float
    """In the picture's units, of which the line is 228 long and begins at 6."""
    year: int
    labelled: bool
    """Whether there is room to write the year."""


PictureKind = Literal["dots", "share", "span", "bars"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as a drawing. What the numbers mean depends on its kind; see figures.py."""

    kind: PictureKind
    title: str
    description: str
    open: Literal["", "up", "down", "both"]
    """The side on which the number is not exact."""
    rows: tuple[int, ...] = ()
    """dots: how many stand in each row."""
    share: float = 0
    """share, bars: from 0 to 1."""
    start: str = ""
    end: str = ""
    """span: the years at its ends."""
    events: tuple["Tick", ...] = ()
    """span: what happened between."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number that matters, in words and as a picture."""

    anchor: str
    bound: str
    number: str
    scale: str
    """What stands after it in smaller type: “juta”. A range keeps its own: “2 juta–3 juta”."""
    unit: str
    label: str
    meaning: Markup | None
    picture: Picture | None
    sources: tuple[SourceView, ...]
    proof: ProofView | None


@dataclass(frozen=True, slots=True)
class SectionView:
    """A question and its answer."""

    anchor: str
    heading: str
    body: Markup
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """Something that happened, when, and what says so."""

    anchor: str
    date: str
    words: str
    text: Markup
    inferred: str | None
    sources: tuple[SourceView, ...]
    proof: ProofView | None


@dataclass(frozen=True, slots=True)
class TermView:
    """A hard word, what it means, and where the page uses it."""

    anchor: str
    name: str
    alternate_names: tuple[str, ...]
    description: str | None
    as_of: str | None
    sources: tuple[SourceView, ...]
    uses: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """The editor's remark, beside the words of the article."""

    anchor: str
    text: str
    sources: tuple[SourceView, ...]
    proof: ProofView


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of an article, or a piece of the page around it ."""

    furniture: str
    """Its kind, empty for a paragraph."""
    text: Markup
    notes: tuple[NoteView, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with every claim marked in its text."""

    anchor: str
    headline: str | None
    publisher: str | None
    byline: tuple[str, ...]
    published: str | None
    date: str | None
    url: str | None
    language: str
    direction: str
    foreign: bool
    """Whether its language is not the page's."""
    blocks: tuple[Block, ...]
    popovers: Markup


@dataclass(frozen=True, slots=True)
class Entry:
    """An explainer in a list of explainers."""

    slug: str
    url: str
    kicker: str | None
    headline: str
    dek: str | None
    date: str | None
    """ISO; `words` is the same in words."""
    words: str | None
    draft: bool


@dataclass(frozen=True, slots=True)
class Appearance:
    """What one speaker said in one explainer, and the role held then."""

    entry: Entry
    role: str | None
    affiliation: str | None
    quotations: tuple[QuotationView, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """One who speaks, over all explainers, newest first."""

    name: str
    kind: PersonKind
    about: str | None
    sources: tuple[SourceView, ...]
    appearances: tuple[Appearance, ...]
