"""The explainer: the contract of the YAML that an editor owns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag

from jelaskan.model.statements import Bound, PersonKind, Polarity, QuotationKind
from jelaskan.problems import Position

OMISSION = "[…]"
"""Stands between the pieces of a quotation that its cue, or the editor, parts."""


def _partial_date(value: str) -> str:
    """Return `2024`, `2024-12` or `2024-12-03` unchanged."""
    parts = value.split("-")
    widths = [len(part) for part in parts]
    if widths not in ([4], [4, 2], [4, 2, 2]) or not all(part.isdecimal() for part in parts):
        raise ValueError("a date is written 2024, 2024-12 or 2024-12-03")
    date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    return value


def _whole_date(value: str) -> str:
    """Return `2024-12-03` unchanged."""
    if len(_partial_date(value)) != len("2024-12-03"):
        raise ValueError("a whole date is written 2024-12-03")
    return value


def _web_address(value: str) -> str:
    """Return an http or https address unchanged."""
    if not value.startswith(("https://", "http://")) or any(c.isspace() for c in value):
        raise ValueError("an address begins with https:// or http:// and has no spaces")
    return value


Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
WholeDate = Annotated[str, AfterValidator(_whole_date)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Text = Annotated[str, Field(min_length=1)]


class Part(BaseModel):
    """A piece of what people write: nothing unknown passes, nothing changes later."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Part):
    """A public page that a statement of the editor's rests on."""

    url: WebAddress
    title: str | None = None


def _source_form(value: Any) -> str:
    return "address" if isinstance(value, str) else "titled"


Sources = tuple[
    Annotated[
        Annotated[WebAddress, Tag("address")] | Annotated[Source, Tag("titled")],
        Discriminator(_source_form),
    ],
    ...,
]


class Section(Part):
    """A question that readers have, and its answer."""

    heading: Text
    body: Text = Field(description="The answer, in Markdown without raw HTML.")
    source: Sources = ()


class Quotation(Part):
    """What somebody said, in the article's own words."""

    id: Identifier
    text: Text = Field(
        description="Word for word from the article; […] stands between pieces that it parts."
    )
    speaker: Identifier = Field(description="An id of `people`, here or in people.yaml.")
    kind: QuotationKind = "direct"
    cue: str | None = Field(None, description="The reporting word, as the page should print it.")
    polarity: Polarity = "affirmed"
    translation: str | None = Field(None, description="In the edition's language.")
    topic: str | None = Field(None, description="A few words that group quotations.")
    near: str | None = Field(None, description="Words beside it, where `text` stands twice.")


class KeyFigure(Part):
    """A number that matters, as the article writes it and what it means."""

    id: Identifier
    as_written: Text = Field(description="The article's own wording: “sedikitnya 20 sistem”.")
    value: float | tuple[float, float]
    unit: str | None = Field(None, description="What is counted; `percent` or a currency code.")
    bound: Bound = "exact"
    label: Text = Field(description="What the number is, in a few words.")
    meaning: str | None = Field(None, description="What it means for the story, in a sentence.")
    source: Sources = ()
    near: str | None = Field(None, description="Words beside it, where it stands twice.")


class TimelineEntry(Part):
    """Something that happened, and the words or the public page that say so."""

    date: PartialDate
    end: PartialDate | None = Field(None, description="The last day of a period.")
    text: Text
    as_written: str | None = Field(None, description="The article's own wording of the date.")
    source: Sources = ()
    inferred: str | None = Field(None, description="How the date was inferred, if it was.")
    near: str | None = None


class DefinedTerm(Part):
    """A hard word and what it means here (schema.org DefinedTerm)."""

    id: Identifier
    name: Text
    description: str | None = Field(None, description="One or two sentences.")
    alternate_names: tuple[str, ...] = ()
    source: Sources = ()
    as_of: PartialDate | None = None


def _term_form(value: Any) -> str:
    return "reference" if isinstance(value, str) else "inline"


GlossaryEntry = Annotated[
    Annotated[Identifier, Tag("reference")] | Annotated[DefinedTerm, Tag("inline")],
    Discriminator(_term_form),
]


class Speaker(Part):
    """One who speaks in this explainer, with the role held at the time."""

    id: Identifier
    name: Text
    kind: PersonKind = "person"
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    about: str | None = None
    source: Sources = ()
    as_of: PartialDate | None = None


class Note(Part):
    """The editor's remark on words of the article."""

    quote: Text = Field(description="Word for word from the article.")
    text: Text
    source: Sources = ()
    near: str | None = None


class Related(Part):
    """Further reading. A title without an address stays plain text."""

    title: Text
    url: WebAddress | None = None


class Review(Part):
    """What the draft was unsure of; an editor ticks it off by deleting it."""

    about: Text = Field(description="The id of the part that it concerns, or words of it.")
    reason: Text


class Change(Part):
    """A correction or an addition that readers should know of."""

    date: WholeDate
    text: Text


class Explainer(Part):
    """One page in one language."""

    language: Text
    status: Literal["draft", "ready"] = "draft"
    kicker: str | None = Field(None, description="One or two words above the headline.")
    headline: Text
    dek: str | None = Field(None, description="One sentence under the headline.")
    byline: tuple[str, ...] = ()
    published: WholeDate | None = None
    updated: WholeDate | None = None
    as_of: WholeDate | None = Field(None, description="The day that the page describes.")
    based_on: tuple[Identifier, ...] = Field(description="Slugs of the articles in seeds/.")
    short_answer: str | None = Field(None, description="Three to five sentences of Markdown.")
    people: tuple[Speaker, ...] = Field(
        (), description="Speakers that people.yaml does not describe."
    )
    key_figures: tuple[KeyFigure, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sections: tuple[Section, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    notes: tuple[Note, ...] = ()
    related: tuple[Related, ...] = ()
    changes: tuple[Change, ...] = ()
    review: tuple[Review, ...] = ()


Key = tuple[str | int, ...]
"""The way to a value in a YAML file: `("quotations", 2, "text")`."""


@dataclass(frozen=True, slots=True)
class ExplainerFile:
    """An explainer, the file that it was read from, and where each part stands there."""

    path: str
    """Relative to the site's root: `content/explainers/nato-ukraina.id.yaml`."""
    slug: str
    explainer: Explainer
    places: Mapping[Key, tuple[int, int]]
    """Line and column of every value, from 1."""

    def position(self, *key: str | int) -> Position:
        """Return where a value stands, or the nearest part around it that is written."""
        while key and key not in self.places:
            key = key[:-1]
        line, column = self.places.get(key, (1, 1))
        return Position(self.path, line, column)
