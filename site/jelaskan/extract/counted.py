"""What a number counts: percent, money, a measure, or the noun phrase behind it."""

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jelaskan.extract.amounts import DASHES
from jelaskan.extract.tokens import Word, join_words
from jelaskan.languages.numbers import Numbers
from jelaskan.languages.pack import LanguagePack

LONGEST_PHRASE = 4
"""How many words a counted phrase has at most."""


class Counted(NamedTuple):
    """What is counted, and the words that say so: up to `words[end]`."""

    unit: str
    end: int
    sure: bool
    """A percent sign, a currency or a measure: it proves that the number is a figure."""


Forms = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""Phrases by their first word, longest first, each with what it stands for."""


@dataclass(frozen=True, slots=True)
class CountedWords:
    """The units of a pack, as they are looked up."""

    numbers: Numbers
    stop_words: frozenset[str]
    after: Forms
    """Percent, currencies and measures behind the number."""
    breaks: frozenset[str]
    more: frozenset[str]
    """Words behind a hyphen that are a bound: four-plus."""
    capitals: frozenset[str]
    """Words with a capital that no counted phrase holds."""


@functools.cache
def counted_words(pack: LanguagePack) -> CountedWords:
    """Return the units of a pack, as they are looked up."""
    numbers = pack.numbers
    listed: list[tuple[str, str]] = [(form, "percent") for form in numbers.percent]
    for code, currency in numbers.currencies.items():
        listed += [(form, code) for form in (*currency.after, code.lower())]
    listed += [(form, "") for form in numbers.measures]
    return CountedWords(
        numbers,
        pack.stop_words,
        phrases_by_first_word(listed),
        frozenset(numbers.breaks) | pack.stop_words,
        frozenset(numbers.bounds_after.get("more than", ())),
        frozenset(pack.times.months) | frozenset(pack.times.weekdays),
    )


def phrases_by_first_word(listed: Sequence[tuple[str, str]]) -> Forms:
    """Return phrases by their first word, longest first."""
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for phrase, meaning in listed:
        pieces = tuple(phrase.lower().replace("°", "° ").replace("/", " / ").split())
        found[pieces[0]].append((pieces, meaning))
    for phrases in found.values():
        phrases.sort(key=lambda pair: -len(pair[0]))
    return found


def read_counted(words: Sequence[Word], at: int, known: CountedWords) -> Counted | None:
    """Return what the number before `words[at]` counts."""
    if at >= len(words):
        return None
    hyphen = words[at].text in DASHES and words[at].start == words[at - 1].end
    if hyphen:
        return _compound(words, at + 1, known)
    unit = read_unit(words, at, known)
    if unit is not None:
        return unit
    if words[at].lower in known.numbers.of:
        return _whole(words, at + 1, known)
    return _noun_phrase(words, at, known)


def read_unit(words: Sequence[Word], at: int, known: CountedWords) -> Counted | None:
    """Return the percent, currency or measure that begins with a word."""
    for form, meaning in known.after.get(words[at].lower, ()):
        end = at + len(form)
        if tuple(word.lower for word in words[at:end]) == form:
            if meaning:
                return Counted(meaning, end, True)
            if words[at].start == words[at - 1].end and len(form[0]) == 1 and form[0].isalpha():
                return None
            end = _related(words, end, known)
            return Counted(join_words(words[at:end]), end, True)
    return None


def _related(words: Sequence[Word], end: int, known: CountedWords) -> int:
    """Return the end of a measure with what it is related to: kilometers per hour."""
    related = end + 1 < len(words) and words[end].lower in known.numbers.per
    return end + 2 if related and words[end + 1].text[0].isalpha() else end


def _compound(words: Sequence[Word], at: int, known: CountedWords) -> Counted | None:
    """Return the unit of “15-yard” or “3,000-word”."""
    if at >= len(words) or words[at].start != words[at - 1].end or not words[at].text[0].isalpha():
        return None
    if words[at].lower in known.more:
        return read_counted(words, at + 1, known)
    pieces = words[at].lower.split("-")
    unit = pieces[0] if pieces[0] in known.after else pieces[-1]
    return Counted(unit, at + 1, unit in known.after)


def _whole(words: Sequence[Word], at: int, known: CountedWords) -> Counted | None:
    """Return what a part is taken from: “three of the 22 *economists*”."""
    numbers = known.numbers
    while at < len(words) and (
        words[at].lower in numbers.determiners
        or words[at].lower in numbers.articles
        or words[at].is_number
        or words[at].lower in numbers.words
    ):
        at += 1
    if at >= len(words):
        return None
    found = read_unit(words, at, known) or _noun_phrase(words, at, known)
    return Counted(found.unit, -1, False) if found else None


def _noun_phrase(words: Sequence[Word], at: int, known: CountedWords) -> Counted | None:
    """Return the nouns behind a number, up to the first that ends the phrase."""
    numbers = known.numbers
    end = _after_dots(words, at)
    last = min(len(words), end + LONGEST_PHRASE)
    while end < last:
        word = words[end]
        if end > at and numbers.plural_endings and _joins_adjectives(words, end, known):
            end += 1
            continue
        if not word.text[0].isalpha() or len(word.text) == 1 or word.lower in known.breaks:
            break
        if word.lower in known.capitals or (end > at and word.lower in numbers.words):
            break
        if end > at and word.text[0].isupper() and not words[end - 1].text[0].islower():
            break
        if _is_verb(word.lower, numbers):
            break
        end += 1
        if numbers.plural_endings and _is_plural(word.lower, numbers):
            end = _last_plural(words, end, known)
            return Counted(join_words(words[at:end]), end, False)
    if end == at:
        return None
    if numbers.plural_endings:
        for last in range(at, end):
            if words[last].lower in numbers.singles or words[at].lower in numbers.states:
                return Counted(join_words(words[at : last + 1]), last + 1, False)
        return None
    if words[at].text[0].isupper() and not words[at].text.isupper():
        sentence = at > 0 and words[at - 1].text in '"“.,'
        return None if sentence else Counted(join_words(words[at:end]), end, False)
    return Counted(join_words(words[at:end]), end, False)


def _after_dots(words: Sequence[Word], at: int) -> int:
    """Return the index behind letters with stops before a noun: three *U.S.* officials."""
    end = at
    while (
        end + 2 < len(words)
        and len(words[end].text) == 1
        and words[end].text.isupper()
        and words[end + 1].text == "."
        and words[end + 1].start == words[end].end
    ):
        end += 2
    return end if end > at + 2 else at


def _joins_adjectives(words: Sequence[Word], at: int, known: CountedWords) -> bool:
    """Return whether “and” stands between two words before a plural: current and former aides."""
    return (
        words[at].lower in known.numbers.joiners
        and at + 2 < len(words)
        and words[at + 1].text[0].islower()
        and words[at + 1].lower not in known.breaks
        and _is_noun(words[at + 2], known)
        and not _is_noun(words[at + 1], known)
    )


def _last_plural(words: Sequence[Word], end: int, known: CountedWords) -> int:
    """Return the end of plural nouns that go on: staff members, passengers and crew."""
    numbers = known.numbers
    if end < len(words) and _is_noun(words[end], known):
        return end + 1
    joined = end + 1 < len(words) and words[end].lower in numbers.joiners
    if joined and _is_noun(words[end + 1], known):
        return end + 2
    return end


def _is_noun(word: Word, known: CountedWords) -> bool:
    """Return whether a word is a plural noun as far as its form tells."""
    numbers = known.numbers
    return (
        word.text[0].islower()
        and _is_plural(word.lower, numbers)
        and word.lower not in known.breaks
        and word.lower not in numbers.vague
    )


def _is_verb(word: str, numbers: Numbers) -> bool:
    return (
        len(word) > 5
        and word.startswith(numbers.verb_beginnings)
        and word not in numbers.no_verbs
        and word not in numbers.states
    )


def _is_plural(word: str, numbers: Numbers) -> bool:
    if word in numbers.plurals:
        return True
    return word.endswith(numbers.plural_endings) and not word.endswith(numbers.singular_endings)
