"""The explainer: the contract of the YAML that an editor owns."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    FiniteFloat,
    Tag,
    WithJsonSchema,
)

from jelaskan.messages import Message
from jelaskan.model.statements import Bound, PersonKind, Polarity, QuotationKind

UNREAD = "unread"
"""Stands for a text or an id that could not be read, so that the rest can be checked."""

OMISSION = "[…]"
"""Stands between the pieces of a quotation that its cue, or the editor, parts."""


def _partial_date(value: str) -> str:
    """Return `2024`, `2024-12` or `2024-12-03` unchanged."""
    parts = value.split("-")
    widths = [len(part) for part in parts]
    if widths not in ([4], [4, 2], [4, 2, 2]) or not all(part.isdecimal() for part in parts):
        raise ValueError(Message("a date is written 2024, 2024-12 or 2024-12-03"))
    try:
        date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        raise ValueError(Message("no calendar has this date")) from None
    return value


def _whole_date(value: str) -> str:
    """Return `2024-12-03` unchanged."""
    if [len(part) for part in value.split("-")] != [4, 2, 2]:
        raise ValueError(Message("a whole date is written 2024-12-03"))
    return _partial_date(value)


def _web_address(value: str) -> str:
    """Return an http or https address unchanged."""
    if not value.startswith(("https://", "http://")) or any(c.isspace() for c in value):
        raise ValueError(Message("an address begins with https:// or http:// and has no spaces"))
    return value


def _shape(pattern: str, *types: str) -> WithJsonSchema:
    """Return what an editor's schema says of a text with a form of its own."""
    return WithJsonSchema({"type": list(types), "pattern": pattern})


def _as_list(value: Any) -> Any:
    """Return a text that stands alone as a list of one."""
    return [value] if isinstance(value, str) else value


Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
PartialDate = Annotated[
    str, AfterValidator(_partial_date), _shape(r"^\d{4}(-\d\d){0,2}$", "string", "integer")
]
WholeDate = Annotated[str, AfterValidator(_whole_date), _shape(r"^\d{4}-\d\d-\d\d$", "string")]
WebAddress = Annotated[str, AfterValidator(_web_address), _shape(r"^https?://\S+$", "string")]
Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[
    tuple[str, ...], BeforeValidator(_as_list, json_schema_input_type=tuple[str, ...] | str)
]
"""A list of texts; one text alone is a list of one."""
Identifiers = Annotated[
    tuple[Identifier, ...],
    BeforeValidator(_as_list, json_schema_input_type=tuple[Identifier, ...] | Identifier),
]


class Part(BaseModel):
    """A piece of what people write: nothing unknown passes, nothing changes later."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Source(Part):
    """A public page that a statement of the editor's rests on."""

    url: WebAddress
    """Its address."""
    title: str | None = None
    """What readers see instead of the address: “NATO: Consensus decision-making”."""


def _source_form(value: Any) -> str:
    return "address" if isinstance(value, str) else "titled"


_SourceList = tuple[
    Annotated[
        Annotated[WebAddress, Tag("address")] | Annotated[Source, Tag("titled")],
        Discriminator(_source_form),
    ],
    ...,
]
Sources = Annotated[
    _SourceList, BeforeValidator(_as_list, json_schema_input_type=_SourceList | WebAddress)
]


class Section(Part):
    """A question that readers have, and its answer."""

    heading: Text
    """The question."""
    body: Text
    """The answer, in Markdown without raw HTML."""
    source: Sources = ()
    """Public pages that the answer rests on: addresses, or `url` with `title`."""


class Quotation(Part):
    """What somebody said, in the article's own words."""

    id: Identifier
    """Its name in links, such as `rutte-1`; keep it once the page is published."""
    text: Text
    """Word for word from the article; […] stands between pieces that it parts."""
    speaker: Identifier
    """Who says it: an id of `people`, here or in people.yaml."""
    kind: QuotationKind = "direct"
    """`direct`: between quotation marks in the article; `mixed`: in part; `indirect`: reported."""
    cue: str | None = None
    """The reporting word, as the page should print it."""
    polarity: Polarity = "affirmed"
    """`denied` or `warned-against` where the words are what the speaker says is not so."""
    translation: str | None = None
    """The same in the page's language, where the article has another."""
    topic: str | None = None
    """A few words that group quotations."""
    near: str | None = None
    """Words beside it, where `text` stands twice."""


class KeyFigure(Part):
    """A number that matters, as the article writes it and what it means."""

    id: Identifier
    """Its name in links; keep it once the page is published."""
    as_written: Text
    """The article's own wording: “sedikitnya 20 sistem”."""
    value: FiniteFloat | tuple[FiniteFloat, FiniteFloat]
    """The whole number without group marks; two in brackets are a range or a score."""
    unit: str | None = None
    """What is counted; `percent` or a currency code such as `IDR`."""
    bound: Bound = "exact"
    """How the number is meant: “sedikitnya 20” is `at least`."""
    label: Text
    """What the number is, in a few words."""
    meaning: str | None = None
    """What it means for the story, in a sentence."""
    source: Sources = ()
    """Public pages that label and meaning rest on."""
    near: str | None = None
    """Words beside it, where it stands twice."""
    compare: Identifier | None = None
    """The id of a key figure in the same unit; a bar shows this one beside it."""


class TimelineEntry(Part):
    """Something that happened, and the words or the public page that say so."""

    id: Identifier | None = None
    """Its name in links; keep it once the page is published."""
    date: PartialDate
    """A year, a month or a day: `2024`, `2024-12`, `2024-12-03`."""
    end: PartialDate | None = None
    """The last day of a period."""
    text: Text
    """What happened, in a sentence."""
    as_written: str | None = None
    """The article's own wording of the date."""
    source: Sources = ()
    """Public pages that say so, where the article does not."""
    inferred: str | None = None
    """How the date is known, where the article does not write it in full."""
    near: str | None = None
    """Words beside the date, where it stands twice."""


class DefinedTerm(Part):
    """A hard word and what it means here (schema.org DefinedTerm)."""

    id: Identifier
    """Its name in links; keep it once the page is published."""
    name: Text
    """The term as readers meet it."""
    description: str | None = None
    """What it means here, in one or two sentences."""
    alternate_names: Texts = ()
    """Other forms that stand in the article or on the page."""
    source: Sources = ()
    """Public pages that the description rests on."""
    as_of: PartialDate | None = None
    """The day on which the description was true."""


def _term_form(value: Any) -> str:
    return "reference" if isinstance(value, str) else "inline"


GlossaryEntry = Annotated[
    Annotated[Identifier, Tag("reference")] | Annotated[DefinedTerm, Tag("inline")],
    Discriminator(_term_form),
]


class Speaker(Part):
    """One who speaks in this explainer, with the role held at the time."""

    id: Identifier
    """What quotations write after `speaker:`."""
    name: Text
    """The full name, or the description of one who is not named."""
    kind: PersonKind = "person"
    """A person, a body such as a ministry, a group, or an unnamed source."""
    role: str | None = None
    """The office or profession at the time."""
    affiliation: str | None = None
    """The body in which the role is held."""
    aliases: Texts = ()
    """Other names in the article."""
    about: str | None = None
    """A sentence that readers need to know of the speaker."""
    source: Sources = ()
    """Public pages that this rests on."""
    as_of: PartialDate | None = None
    """The day on which it was true."""


class Note(Part):
    """The editor's remark on words of the article."""

    quote: Text
    """Word for word from the article."""
    text: Text
    """What readers should know of these words."""
    source: Sources = ()
    """Public pages that the note rests on."""
    near: str | None = None
    """Words beside it, where `quote` stands twice."""


class Related(Part):
    """Further reading. A title without an address stays plain text."""

    title: Text
    """Its headline."""
    url: WebAddress | None = None
    """Its address."""


class Review(Part):
    """What the draft was unsure of; an editor ticks it off by deleting it."""

    about: Text
    """The id of the part that it concerns, or words of it."""
    reason: Text
    """Why it may be wrong."""


class Change(Part):
    """A correction or an addition that readers should know of."""

    date: WholeDate
    """The day: `2024-12-05`."""
    text: Text
    """What was changed, and why."""


class Explainer(Part):
    """One page in one language."""

    language: Text
    """The code of the page's language: `id`, `en`."""
    status: Literal["draft", "ready"] = "draft"
    """`ready` when an editor has checked the page; a draft says so to its readers."""
    kicker: str | None = None
    """One or two words above the headline."""
    headline: Text
    """The page's headline."""
    dek: str | None = None
    """One sentence under the headline."""
    byline: Texts = ()
    """Who wrote the page."""
    published: WholeDate | None = None
    """The day on which the page was published: `2024-12-05`."""
    updated: WholeDate | None = None
    """The day of its last change."""
    as_of: WholeDate | None = None
    """The day that the page describes."""
    based_on: Identifiers
    """The articles: names of files in seeds/, without their ending."""
    short_answer: str | None = None
    """Three to five sentences of Markdown that a sixteen-year-old follows."""
    people: tuple[Speaker, ...] = ()
    """Speakers that people.yaml does not describe."""
    key_figures: tuple[KeyFigure, ...] = ()
    """Numbers that matter: the article's wording, the value, and what it means."""
    quotations: tuple[Quotation, ...] = ()
    """Who said what, in the article's words."""
    sections: tuple[Section, ...] = ()
    """Questions that readers have, each with its answer."""
    timeline: tuple[TimelineEntry, ...] = ()
    """What happened when, oldest first."""
    glossary: tuple[GlossaryEntry, ...] = ()
    """Hard words: ids of glossary.yaml, or described here."""
    notes: tuple[Note, ...] = ()
    """The editor's remarks on words of the article."""
    related: tuple[Related, ...] = ()
    """Further reading."""
    changes: tuple[Change, ...] = ()
    """Corrections that readers should know of."""
    review: tuple[Review, ...] = ()
    """What the draft was unsure of, to be ticked off by deleting it."""


Key = tuple[str | int, ...]
"""The way to a value in a YAML file: `("quotations", 2, "text")`."""
