"""The bodies and the places of an article, each once, in text order."""

from jelaskan.extract.bodies import Body
from jelaskan.extract.layout import Layout
from jelaskan.extract.name_starts import place_length
from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming
from jelaskan.extract.register import Register
from jelaskan.languages.pack import LanguagePack

SHORT_ACRONYM = 4
LONGEST_PLACE = 4


def find_bodies(layout: Layout, pack: LanguagePack, register: Register) -> tuple[str, ...]:
    """Return the names of bodies: the long form with its acronym, where the article has both."""
    tokens, naming = register.tokens, register.naming
    acronyms = {
        body.acronym.lower(): body.name
        for body in register.bodies
        if body.acronym and not _is_no_body(tokens, naming, body)
    }
    long_forms = {name.split(" (")[0].lower(): name for name in acronyms.values()}
    taken = {number for one in register.named for number in range(one.first, one.last)}
    found: dict[int, str] = {}
    for body in register.bodies:
        plain = body.name.split(" (")[0].lower()
        name = acronyms.get(plain) or long_forms.get(plain) or body.name
        if _is_no_body(tokens, naming, body) or tokens.lower[body.first] in naming.roles:
            continue
        if body.acronym or body.last - body.first > 1 or name != body.name:
            found[body.first] = name
            taken.update(range(body.first, body.last))
    for number, word in enumerate(tokens.words):
        if number in taken or not word[0].isupper():
            continue
        pair = " ".join(tokens.lower[number : number + 2])
        if tokens.lower[number] in acronyms and word.isupper():
            found[number] = acronyms[tokens.lower[number]]
        elif pair in naming.proper_bodies:
            found[number] = " ".join(tokens.words[number : number + 2])
        elif _is_well_known(naming, word) and not _is_building(tokens, naming, number):
            found[number] = word
    return _each_once(found)


def _is_building(tokens: NameTokens, naming: Naming, at: int) -> bool:
    """Return whether a body's name begins that of a place: di Istana Negara."""
    return (
        0 < at < len(tokens.words) - 1
        and tokens.lower[at - 1] in naming.place_prepositions
        and not tokens.words[at].isupper()
        and tokens.is_capital(at + 1)
    )


def _is_no_body(tokens: NameTokens, naming: Naming, body: Body) -> bool:
    """Return whether what looks like a body is a country, a bill or the like."""
    long_form = body.name.split(" (")[0].lower()
    return long_form in naming.places or tokens.lower[body.first] in naming.no_bodies


def _is_well_known(naming: Naming, word: str) -> bool:
    """Return whether a word names a body; a short one only in capitals: WHO, not Who."""
    lower = word.lower()
    if lower in naming.outlets:
        return True
    return lower in naming.proper_bodies and (len(word) > SHORT_ACRONYM or word.isupper())


def find_places(layout: Layout, pack: LanguagePack, register: Register) -> tuple[str, ...]:
    """Return the names of places.

    A place is well-known, or its name holds a word for a place, or a preposition of place
    stands before it.
    """
    tokens, naming = register.tokens, register.naming
    taken = {number for one in register.named for number in range(one.first, one.last)}
    taken.update(
        number
        for body in register.bodies
        if not _is_no_body(tokens, naming, body)
        for number in range(body.first, _before_place(tokens, naming, body))
    )
    text = layout.article.text
    found: dict[int, str] = {}
    at = 0
    after = -1
    while at < len(tokens.words):
        length = 0
        if tokens.is_capital(at) and at not in taken:
            length = _place_length(tokens, naming, at, taken, listed=_goes_on(tokens, at, after))
        if length:
            first, after = at, at + length
            if tokens.lower[first] in naming.determiners and length > 1:
                first += 1
            if tokens.lower[at] in naming.place_labels and place_length(
                tokens, naming, at + 1, after
            ):
                first += 1
            start, end = tokens.starts[first], tokens.ends[after - 1]
            if "." in tokens.words[after - 1] and text[end : end + 1] == ".":
                end += 1
            found[first] = " ".join(text[start:end].split())
        at += max(1, length)
    return _without_short_forms(_each_once(found), naming)


def _before_place(tokens: NameTokens, naming: Naming, body: Body) -> int:
    """Return the end of a body's name without the town at its end: Polres *Kediri*."""
    if naming.words.head_first:
        for first in range(max(body.first + 1, body.last - LONGEST_PLACE), body.last):
            town = " ".join(tokens.lower[first : body.last])
            if town in naming.places and town not in naming.countries:
                labelled = tokens.lower[first - 1] in naming.place_words
                return first - (labelled and first - 1 > body.first)
    return body.last


def _goes_on(tokens: NameTokens, at: int, after: int) -> bool:
    """Return whether a word goes on a list of places: di Solo, Jombang, dan Blitar."""
    between = tokens.lower[after:at] if 0 <= after < at <= after + 2 else []
    return bool(between) and between[0] == ","


def _place_length(
    tokens: NameTokens, naming: Naming, first: int, taken: set[int], *, listed: bool
) -> int:
    """Return how many words from `first` on name a place."""
    limit = first
    # One word more tells that a run is too long, and the rest of it changes nothing.
    end = min(tokens.sentence_end(first), first + LONGEST_PLACE + 1)
    while limit < end and tokens.is_capital(limit) and limit not in taken:
        limit += 1
    length = place_length(tokens, naming, first, limit)
    if length or limit - first > LONGEST_PLACE:
        return length
    if not naming.words.head_first and not _is_in(tokens, naming, first, limit):
        named = limit - first > 1 and tokens.lower[limit - 1] in naming.place_words
        return limit - first if named else 0
    if tokens.lower[first] in naming.place_words and naming.words.head_first:
        return limit - first if limit - first > 1 else 0
    before = tokens.lower[first - 1] if first else ""
    if before not in naming.place_prepositions and not listed:
        return 0
    for number in range(first, limit):
        word = tokens.lower[number]
        if naming.is_common(word) or word in naming.titles or word in naming.outlets:
            return 0
        if tokens.words[number].isupper() or any(char.isdigit() for char in word):
            return 0
    return limit - first


def _is_in(tokens: NameTokens, naming: Naming, first: int, limit: int) -> bool:
    """Return whether a run stands behind a preposition of place and owns nothing: in Westford."""
    return (
        first > 0
        and limit > first
        and tokens.lower[first - 1] in naming.place_prepositions
        and limit - 1 not in tokens.possessive
        and tokens.lower[first] not in naming.months
        and not (limit < len(tokens.words) and tokens.words[limit] in ("(", "’", "'"))
    )


def _without_short_forms(places: tuple[str, ...], naming: Naming) -> tuple[str, ...]:
    """Return places without the second names of countries among them: AS, Saudi."""
    long_forms = [place.lower().split() for place in places if " " in place]
    short = {"".join(word[0] for word in words) for words in long_forms}
    short |= {words[-1] for words in long_forms if " ".join(words) in naming.countries}
    return tuple(place for place in places if place.lower().replace(".", "") not in short)


def _each_once(found: dict[int, str]) -> tuple[str, ...]:
    """Return the names in text order, without those that differ in case alone."""
    once: dict[str, str] = {}
    for at in sorted(found):
        once.setdefault(found[at].lower(), found[at])
    return tuple(once.values())
