"""The bodies and the places of an article, each once, in text order."""

from jelaskan.extract.capitals import place_length
from jelaskan.extract.layout import Layout
from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming
from jelaskan.extract.register import Register
from jelaskan.languages.pack import LanguagePack

LONGEST_PLACE = 4


def find_bodies(layout: Layout, pack: LanguagePack, register: Register) -> tuple[str, ...]:
    """Return the names of bodies: the long form with its acronym, where the article has both."""
    tokens, naming = register.tokens, register.naming
    acronyms = {body.acronym.lower(): body.name for body in register.bodies if body.acronym}
    long_forms = {name.split(" (")[0].lower(): name for name in acronyms.values()}
    people = {number for one in register.named for number in range(one.phrase, one.last)}
    found: dict[int, str] = {}
    inside: set[int] = set()
    for body in register.bodies:
        plain = body.name.split(" (")[0].lower()
        if body.first not in people:
            found[body.first] = long_forms.get(plain, body.name)
        inside.update(range(body.first, body.last))
    for number, word in enumerate(tokens.words):
        lower = tokens.lower[number]
        if number in inside or number in people:
            continue
        if lower in acronyms and word.isupper():
            found[number] = acronyms[lower]
        elif lower in naming.outlets and word[0].isupper():
            found[number] = layout.article.text[tokens.starts[number] : tokens.ends[number]]
    return _each_once(found)


def find_places(layout: Layout, pack: LanguagePack, register: Register) -> tuple[str, ...]:
    """Return the names of places.

    A place is well-known, or its name holds a word for a place, or a preposition of place
    stands before it.
    """
    tokens, naming = register.tokens, register.naming
    taken = {number for one in register.named for number in range(one.first, one.last)}
    text = layout.article.text
    found: dict[int, str] = {}
    at = 0
    while at < len(tokens.words):
        length = 0
        if tokens.is_capital(at) and at not in taken:
            length = _place_length(tokens, naming, at, taken)
        if length:
            last = at + length - 1
            found[at] = " ".join(text[tokens.starts[at] : tokens.ends[last]].split())
        at += max(1, length)
    return _each_once(found)


def _place_length(tokens: NameTokens, naming: Naming, first: int, taken: set[int]) -> int:
    """Return how many words from `first` on name a place."""
    limit = first
    end = tokens.sentence_end(first)
    while limit < end and tokens.is_capital(limit) and limit not in taken:
        limit += 1
    length = place_length(tokens, naming, first, limit)
    if length or limit - first > LONGEST_PLACE:
        return length
    if not naming.words.head_first:
        return limit - first if tokens.lower[limit - 1] in naming.place_words else 0
    if tokens.lower[first] in naming.place_words:
        return limit - first if limit - first > 1 else 0
    before = tokens.lower[first - 1] if first else ""
    return (
        limit - first
        if before in naming.place_prepositions
        and not any(
            naming.is_common(word)
            or word in naming.titles
            or word in naming.outlets
            or word.isdigit()
            for word in tokens.lower[first:limit]
        )
        and not any(word.isupper() for word in tokens.words[first:limit])
        else 0
    )


def _each_once(found: dict[int, str]) -> tuple[str, ...]:
    """Return the names in text order, without those that differ in case alone."""
    once: dict[str, str] = {}
    for at in sorted(found):
        once.setdefault(found[at].lower(), found[at])
    return tuple(once.values())
