"""What the finders of terms share: their findings, and the words that they look up."""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jelaskan.languages.pack import LanguagePack

MOST_FOUND = 400
"""How many candidates of a kind are weighed: an article has a few dozen."""
LONGEST_TERM = 5
"""How many words a term has at most."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,3}")


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A candidate before it is weighed: offsets into the article's text."""

    start: int
    end: int
    rule: str
    definition: tuple[int, int] | None = None
    also: str = ""
    """Another form of the same term."""


@dataclass(frozen=True, slots=True)
class KnownTerms:
    """The words of a pack that tell terms, as they are looked up."""

    single_jargon: frozenset[str]
    phrases: Mapping[str, Sequence[str]]
    """Jargon of several words, by the first of them."""
    explained: re.Pattern[str] | None
    named: Sequence[str]
    verbs: tuple[str, ...]
    """Beginnings of words that are verbs and no terms."""
    clitic: str
    stop_words: frozenset[str]
    acronyms: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    links: frozenset[str]
    calendar: frozenset[str]
    """Days and months, which have a capital and are no part of a name."""


@functools.cache
def known_terms(pack: LanguagePack) -> KnownTerms:
    """Return the words of a pack that tell terms, as they are looked up."""
    words = pack.terms
    phrases: dict[str, list[str]] = {}
    for phrase in words.jargon:
        if " " in phrase:
            phrases.setdefault(phrase.split()[0], []).append(phrase)
    return KnownTerms(
        frozenset(word for word in words.jargon if " " not in word),
        phrases,
        _alternatives(words.explained_by, r",\s", r"\s"),
        sorted(words.named_by, key=len, reverse=True),
        tuple(start for start in pack.numbers.verb_beginnings if len(start) > 2),
        pack.cues.clitic,
        pack.stop_words,
        frozenset(words.known_acronyms),
        frozenset(words.bodies),
        frozenset(words.documents),
        frozenset(words.links),
        frozenset([*pack.times.months, *pack.times.weekdays]),
    )


def _alternatives(phrases: Sequence[str], before: str, after: str) -> re.Pattern[str] | None:
    """Return a pattern for any of some phrases, the longest first."""
    if not phrases:
        return None
    listed = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(f"{before}(?:{listed}){after}")
