"""Whether a speaker who was found is the one annotated, by name, alias or description."""

import re
from collections.abc import Sequence

from measures import Record

FULL, PARTIAL, WRONG = 2, 1, 0

_BRACKETS = re.compile(r"\((.*?)\)")
_WORDS = re.compile(r"[\w'’-]+")


def plain(name: str | None) -> str:
    """Return the words of a name in lower case, brackets and punctuation left out."""
    return " ".join(_WORDS.findall(_BRACKETS.sub(" ", (name or "").lower())))


def match_speaker(given: str | None, right: str | None, people: Sequence[Record]) -> int:
    """Return FULL for the fullest name or the description, PARTIAL for an alias or a part."""
    found, gold = plain(given), plain(right)
    if not found:
        return WRONG
    if found == gold or (gold and f" {gold} " in f" {found} "):
        return FULL
    person = next((person for person in people if plain(person["name"]) == gold), None)
    aliases = [*person.get("aliases", [])] if person else []
    if found in map(plain, [*aliases, *_BRACKETS.findall(right or "")]):
        return PARTIAL
    words, names = set(found.split()), set(gold.split())
    if person is None:
        return FULL if len(words & names) / len(words | names) >= 0.6 else WRONG
    without_role = words - set(plain(person.get("role")).split())
    return PARTIAL if words & names and without_role <= names else WRONG
