"""numbers.yaml: number words, scales, currencies, units and bounds."""

from collections.abc import Mapping
from decimal import Decimal

from jelaskan.languages.section import Section
from jelaskan.model.statements import Bound


class Currency(Section):
    """How a currency is written."""

    before: tuple[str, ...] = ()
    """Signs and codes that stand before the number."""
    after: tuple[str, ...] = ()
    """Words that stand behind it, in lower case."""


class Numbers(Section):
    """numbers.yaml: number words, scales, currencies, units and bounds. Words in lower case."""

    words: Mapping[str, Decimal] = {}
    """Number words with their value: dua 2, seratus 100."""
    multiplied: Mapping[str, Decimal] = {}
    """Words that multiply the number word before them: puluh 10."""
    added: Mapping[str, Decimal] = {}
    """Words that are added to the number word before them: belas 10."""
    scales: Mapping[str, Decimal] = {}
    """Words that multiply all before them, digits too: juta 1000000."""
    scale_marks: Mapping[str, Decimal] = {}
    """Letters that do so where a currency stands before the number: “Rp 3 M”."""
    fractions: Mapping[str, str] = {}
    """Words for a part of one, as `1/2`."""
    parts: Mapping[str, str] = {}
    """The same, for words that need a number word or an article before them: two *thirds*."""
    vague: tuple[str, ...] = ()
    """Words for many that have no value: puluhan."""
    joiners: tuple[str, ...] = ()
    """Words inside a spelled-out number: “two hundred *and* five”."""
    articles: tuple[str, ...] = ()
    """Words that stand for one before a scale or a fraction: “*a* million”."""
    about_endings: tuple[str, ...] = ()
    """Endings of digits that make them rough: 300-*an*."""
    ranges: tuple[str, ...] = ()
    """Words between the ends of a range."""
    change: Mapping[str, tuple[str, ...]] = {}
    """Words before a pair, and between it, that make it two numbers: “from 5 to 7”."""
    changes: tuple[str, ...] = ()
    """Words before a pair with two units that do so: “fell 1% to 5%”."""
    score_openers: tuple[str, ...] = ()
    """Words before a pair that make it a score: “voted 8 to 4”."""
    minus: tuple[str, ...] = ()
    """Words before a negative number."""
    between: Mapping[str, tuple[str, ...]] = {}
    """Words before a pair, and between it, that make it a range: “between 5 and 7”."""
    ratios: tuple[str, ...] = ()
    """Words between a part and its whole that make it a share: “nine *in* ten”."""
    clock_openers: tuple[str, ...] = ()
    """Words before a time of day: “at 17.40”."""
    alternatives: tuple[str, ...] = ()
    """Words between neighbours that make them a range: “two or three”."""
    bounds: Mapping[Bound, tuple[str, ...]] = {}
    """Phrases before a number."""
    bounds_after: Mapping[Bound, tuple[str, ...]] = {}
    """Phrases behind a number or what it counts."""
    bound_fillers: tuple[str, ...] = ()
    """Words that may stand between a bound and its number: “sedikitnya *ada* 20”."""
    percent: tuple[str, ...] = ()
    currencies: Mapping[str, Currency] = {}
    """By ISO code, most likely first where a word serves several."""
    measures: tuple[str, ...] = ()
    """Units, each form as written."""
    measures_before: Mapping[str, str] = {}
    """Words for a unit that stands before its number, and the unit: magnitudo 5,0."""
    per: tuple[str, ...] = ()
    """Words between a measure and what it is related to: “kilometers *per* hour”."""
    counted: tuple[str, ...] = ()
    """Nouns that prove that a number counts, even one that looks like a year."""
    states: tuple[str, ...] = ()
    """What befell those who are counted without a noun: “12 injured”."""
    singles: tuple[str, ...] = ()
    """Nouns before which “one” is a figure; where none is given, all are."""
    plural_endings: tuple[str, ...] = ()
    """Endings of the noun that ends a counted phrase."""
    singular_endings: tuple[str, ...] = ()
    """Endings that look plural and are not."""
    plurals: tuple[str, ...] = ()
    """Plural nouns without such an ending."""
    breaks: tuple[str, ...] = ()
    """Words that end a counted phrase, besides the stop words."""
    verb_beginnings: tuple[str, ...] = ()
    """Beginnings of verbs, which end a counted phrase."""
    no_verbs: tuple[str, ...] = ()
    """Nouns that begin like them."""
    of: tuple[str, ...] = ()
    """Words between a part and its whole: “three *of* the 22 economists”."""
    among: tuple[str, ...] = ()
    """Phrases behind a number that point back to those counted before."""
    determiners: tuple[str, ...] = ()
    """Words before a number that name what was counted before."""
    labels: tuple[str, ...] = ()
    """Words before a number that make it a name or a place in an order: pasal 4."""
    references: tuple[str, ...] = ()
    """The same, where even a measure may follow: UU Nomor 8 Tahun 2019."""
    labels_after: tuple[str, ...] = ()
    """Words behind a number that make it a time, a calendar year or a name."""
    never: tuple[str, ...] = ()
    """Phrases with a number word that count nothing: “one another”."""
