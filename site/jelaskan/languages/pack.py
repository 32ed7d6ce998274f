"""A language as data: what each file of a pack holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from jelaskan.languages.cues import Cues
from jelaskan.languages.furniture import FurnitureWords
from jelaskan.languages.names import NameWords
from jelaskan.languages.numbers import Numbers
from jelaskan.languages.section import Section
from jelaskan.languages.terms import TermWords
from jelaskan.languages.times import Times


class Basics(Section):
    """pack.yaml: what every stage needs to know of a language."""

    name: str
    """In the language itself: “Bahasa Indonesia”."""
    extends: str = ""
    """The code of a near relative, whose pack holds wherever this one says nothing else."""
    telling_words: tuple[str, ...] = ()
    """More words by which the language is told from a near relative; nothing else rests on them."""
    least_frequent: float = 0.1
    """The share of an article's words that are stop words, at the least: an article with fewer
    is in a language without a pack."""
    direction: str = "ltr"
    decimal_mark: str = "."
    group_mark: str = ","
    abbreviations: tuple[str, ...] = ()
    """Words whose full stop ends no sentence, without it."""
    joins_split_clauses: bool = False
    """Whether a record spans a clause with the cue that stands inside it, as annotated sets of
    the language do; otherwise each piece has a record."""
    speakers_as_written: bool = False
    """Whether a record gives the words at the cue as the speaker, pronouns too, and the name
    under `resolved`, as annotated sets of the language do."""


@dataclass(frozen=True, slots=True, eq=False)
class LanguagePack:
    """All that differs between languages. Compared and hashed by identity: a load is cached."""

    code: str
    basics: Basics
    cues: Cues
    names: NameWords
    numbers: Numbers
    times: Times
    furniture: FurnitureWords
    terms: TermWords
    stop_words: frozenset[str]
    labels: Mapping[str, str]
    """labels.yaml: the words that templates print, by flat key."""
    editor: Mapping[str, str]
    """editor.yaml: the words of drafts: comments and doubts, by flat key."""
