"""Sources without a name of a person: bodies, groups, descriptions, unnamed sources."""

from bisect import bisect_left, bisect_right

from jelaskan.extract.entries import Entry
from jelaskan.extract.focus import Focus, person_voice
from jelaskan.extract.register import Register
from jelaskan.extract.voices import Source, Voice
from jelaskan.languages.names import Gender, Pronoun
from jelaskan.model.statements import PersonKind

REACH = 200
"""How many bodies before a noun it may stand for."""
MOST = 200
"""Among how many people a role is sought: this bounds the time."""


def find_body(register: Register, focus: Focus, source: Source) -> Voice | None:
    """Return the body that a source names: by acronym, long form, head noun or place."""
    tokens, naming = register.tokens, register.naming
    first, last = source.first, source.chunk
    owned = any(tokens.lower[number] in naming.pronouns for number in range(first, last))
    while first < last and tokens.lower[first] in naming.determiners:
        first += 1
    if first >= last:
        return None
    lower = " ".join(tokens.lower[first:last])
    name = _at_source(register, first, source.last) or _longer(register, lower, first)
    name = name or register.known_bodies.get(lower)
    if name is None and lower in naming.places:
        name = tokens_text(register, first, last)
    if name is not None:
        return Voice(name, "body")
    head = tokens.lower[first if naming.words.head_first else _head(register, first, last)]
    is_noun = last - first == 1 and not (tokens.is_capital(first) and first == source.first)
    is_body = head in naming.bodies or _is_acronym(register, first, last)
    is_relation = (
        head in naming.relations and head not in naming.roles and head not in naming.groups
    )
    if not is_body and not (is_relation and last - first == 1):
        return None
    if not owned:
        name = find_apposed(register, source)
    if name is None and is_noun and not owned:
        name = _known_body(register, focus, head, first) or _owned(register, head)
    if name is None and tokens.lower[source.first] in naming.indefinite:
        name = tokens_text(register, source.first, last)
    return Voice(name or _with_owner(register, focus, source, first, last), "body")


def find_apposed(register: Register, source: Source) -> str | None:
    """Return the proper name after a common noun and a comma: serikat pekerja, IG Elektra."""
    tokens, naming = register.tokens, register.naming
    first, last = source.chunk + 1, source.last
    if not naming.words.head_first or first >= last or tokens.words[source.chunk] != ",":
        return None
    if tokens.words[last - 1] == ")":
        # “Ibu korban, Retno (41)”
        last = next((n for n in range(first, last) if tokens.words[n] == "("), last)
    head = tokens.lower[source.first]
    common = head in naming.relations or head in naming.roles or head in naming.persons
    common = common or not all(tokens.is_capital(n) for n in range(source.first, source.chunk))
    names = all(
        tokens.is_capital(number) and tokens.lower[number] not in naming.not_names
        for number in range(first, last)
    )
    if not common or not names or " ".join(tokens.lower[first:last]) in naming.places:
        return None
    return tokens_text(register, first, last)


def _head(register: Register, first: int, last: int) -> int:
    """Return the last word before a preposition: two *officials* on the board."""
    markers = register.naming.object_markers
    cut = next((n for n in range(first + 1, last) if register.tokens.lower[n] in markers), last)
    return cut - 1


def _with_owner(register: Register, focus: Focus, source: Source, first: int, last: int) -> str:
    """Return a common noun with its article, or with the name that its pronoun stands for."""
    tokens, naming = register.tokens, register.naming
    noun = tokens_text(register, first, last)
    if naming.words.head_first or first == source.first or tokens.is_capital(first):
        return noun
    owner = name_owner(register, focus, source)
    return f"{owner or tokens.lower[source.first]} {noun}"


def name_owner(register: Register, focus: Focus, source: Source) -> str | None:
    """Return whose a source is that begins with his or her: Ann Lee's."""
    naming = register.naming
    pronoun = naming.pronouns.get(register.tokens.lower[source.first])
    if pronoun is None or not pronoun.gender or not naming.words.possessive_endings:
        return None
    owner = focus.find(pronoun, source.first)
    if owner is None or not owner.sure:
        return None
    return f"{owner.voice.name}{naming.words.possessive_endings[0]}"


def _at_source(register: Register, first: int, last: int) -> str | None:
    """Return the body with an acronym that stands at a source."""
    bodies = register.bodies
    at = bisect_right(bodies, first, key=lambda body: body.first)
    for body in bodies[max(0, at - 1) : at]:
        inside = body.acronym or body.first < first
        if inside and first < body.last and body.last >= last - 1:
            return body.name
    return None


def _longer(register: Register, lower: str, first: int) -> str | None:
    """Return the longer name of a body that begins with a shorter one, named before it."""
    if not register.naming.words.head_first or " " not in lower:
        return None
    at = bisect_left(register.bodies, first, key=lambda body: body.first)
    for body in register.bodies[max(0, at - REACH) : at]:
        if body.name.lower().startswith(lower + " "):
            return register.known_bodies.get(body.name.split(" (")[0].lower(), body.name)
    return None


def _known_body(register: Register, focus: Focus, head: str, token: int) -> str | None:
    """Return the last body before a token whose name has a head noun: the agency."""
    for at, voice in focus.recent():
        if at < token and voice.kind == "body" and head in voice.name.lower().split():
            return voice.name
    last = bisect_left(register.bodies, token, key=lambda body: body.first)
    for body in reversed(register.bodies[max(0, last - REACH) : last]):
        if head in body.name.lower().split():
            return register.known_bodies.get(body.name.split(" (")[0].lower(), body.name)
    return None


def _owned(register: Register, head: str) -> str | None:
    """Return the fuller form of a common noun: “manajemen Astra” for “manajemen”."""
    at = register.owned.get(head)
    return None if at is None else tokens_text(register, *at)


def _is_acronym(register: Register, first: int, last: int) -> bool:
    word = register.tokens.words[first]
    return last - first == 1 and len(word) > 1 and word.isupper()


def find_by_role(register: Register, focus: Focus, source: Source) -> Voice | None:
    """Return the one person whose role a source gives without a name: the senator, Menag."""
    tokens, naming = register.tokens, register.naming
    lower = [
        word
        for word in tokens.lower[source.first : source.chunk]
        if word not in naming.determiners
        and word not in naming.demonstratives
        and (word in naming.roles or word not in naming.titles)
    ]
    is_new = tokens.lower[source.first] in naming.indefinite
    is_new = is_new or not naming.groups.isdisjoint(lower)
    if is_new:
        return None
    short = f"({' '.join(lower)})"
    named = [
        number
        for number, entry in enumerate(register.people[:MOST])
        if entry.role is not None and short in entry.role.lower()
    ]
    if len(named) == 1:
        return person_voice(register, named[0])
    if not any(word in naming.roles for word in lower):
        return None
    wanted = " ".join(naming.words.short_roles.get(word, word) for word in lower).split()
    fitting = [
        number
        for number, entry in enumerate(register.people[:MOST])
        if _has_role(register, entry, wanted)
    ]
    if len(fitting) == 1:
        return person_voice(register, fitting[0])
    for at, voice in focus.recent():
        if at < source.first and voice.person in fitting:
            return voice
    return None


def _has_role(register: Register, entry: Entry, wanted: list[str]) -> bool:
    if entry.role is None:
        return False
    short_roles = register.naming.words.short_roles
    words = entry.role.lower().replace("(", "").replace(")", "").split()
    known = " ".join(short_roles.get(word, word) for word in words).split()
    return all(word in known for word in wanted)


def find_same(register: Register, focus: Focus, source: Source) -> Voice | None:
    """Return the unnamed one who spoke last and whom “the official” takes up."""
    tokens, naming = register.tokens, register.naming
    first, last = source.first, source.chunk
    if (
        last - first != 2
        or tokens.lower[first] not in naming.articles
        or tokens.is_capital(first + 1)
    ):
        return None
    if naming.words.head_first or tokens.lower[first] in naming.indefinite:
        return None
    head = tokens.lower[first + 1]
    if head not in naming.roles and head not in naming.groups and head not in naming.persons:
        return None
    for at, voice in focus.recent():
        if at < first and voice.person < 0 and voice.kind != "body":
            words = voice.name.lower().replace(",", " , ").split()
            if head in words[: words.index(",") if "," in words else len(words)]:
                return voice
    return None


def find_described(register: Register, focus: Focus, source: Source) -> Voice | None:
    """Return the person whom “eks pelatih itu” or “pria kelahiran Solo itu” describes."""
    tokens, naming = register.tokens, register.naming
    if source.last - source.first < 2:
        return None
    if tokens.lower[source.last - 1] not in naming.demonstratives:
        return None
    head = tokens.lower[source.first]
    if head in naming.bodies or (head in naming.groups and head not in naming.roles):
        return None
    if head not in naming.relations:
        for one in reversed(register.named_between(source.first, source.last)):
            return person_voice(register, one.person)
    words = set(tokens.lower[source.first : source.last]) & naming.roles.keys()
    for at, voice in focus.recent():
        if at < source.first and voice.person >= 0:
            role = (register.people[voice.person].role or "").lower().split()
            if words & set(role):
                return voice
    for at, voice in focus.recent():
        if at < source.first and voice.kind == "anonymous" and head in voice.name.lower().split():
            return voice
    known = head in naming.roles or head in naming.role_prefixes
    if known or head in naming.persons or head in naming.relations:
        meant = Pronoun(forms=(), gender=_gender_of(register, [head]))
        candidate = focus.find(meant, source.first)
        return focus.last(source.first) if candidate is None else candidate.voice
    return None


def describe(register: Register, source: Source, text: str) -> Voice:
    """Return a source by its own words."""
    tokens, naming = register.tokens, register.naming
    lower = tokens.lower[source.first : source.last]
    phrase = tokens.lower[source.first : source.chunk] or lower
    name = " ".join(text.split()).strip(" ,;:–—-")
    kind: PersonKind = "body"
    plural = any(word in naming.groups for word in phrase)
    if any(word in naming.anonymous for word in lower):
        kind = "anonymous"
    elif plural:
        kind = "group"
    elif any(word in naming.roles or word in naming.persons for word in phrase):
        kind = "anonymous"
    return Voice(name, kind, plural=plural, gender=_gender_of(register, phrase))


def is_unclear(register: Register, source: Source) -> bool:
    """Return whether the words of a source are hardly those of one who speaks.

    So are a single small word, words that end before a noun, an open bracket, and a
    person's name that goes on with a verb.
    """
    tokens, naming = register.tokens, register.naming
    lower = tokens.lower[source.first : source.last]
    if lower.count("(") != lower.count(")"):
        return True
    people = naming.groups | naming.anonymous | naming.persons.keys() | naming.roles.keys()
    if all(
        word not in people and (word in naming.determiners or naming.is_small(word))
        for word in lower
    ):
        return True
    if lower[-1] in naming.object_markers or lower[-1] in naming.determiners:
        return True
    for one in register.named_between(source.first, source.first + 1):
        after = tokens.lower[one.last : source.last]
        if after and one.last - 1 not in tokens.possessive and after[0].isalpha():
            known = people | naming.relations | naming.bodies
            return known.isdisjoint(after)
    return False


def _gender_of(register: Register, phrase: list[str]) -> Gender:
    """Return the gender that the nouns of a description say: the spokeswoman."""
    naming = register.naming
    for word in phrase:
        gender = naming.roles.get(word) or naming.persons.get(word)
        if gender:
            return gender
    return ""


def tokens_text(register: Register, first: int, last: int) -> str:
    """Return the article's words from one token up to another."""
    return register.entries.words_between(first, last)
