"""Who a source is, as far as its own words tell."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from jelaskan.extract.name_starts import place_length
from jelaskan.extract.register import Named, Register
from jelaskan.languages.names import Gender, Pronoun
from jelaskan.model.article import Mention
from jelaskan.model.statements import PersonKind

NAME_REACH = 4
"""How far behind a role at the end of a source its name may begin."""
EDGES = frozenset(",()–—-:;")


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks: somebody of the register, or a body or source that it does not list."""

    name: str
    kind: PersonKind
    person: int = -1
    """The number in the register, or -1."""
    plural: bool = False
    gender: Gender = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The words of a source, by number of token."""

    first: int
    last: int
    chunk: int
    """One past the last word of its first phrase: before a comma, a bracket, who, of."""


def find_pronoun(register: Register, mention: Mention) -> Pronoun | None:
    """Return the pronoun that a source is, or None."""
    return register.naming.pronouns.get(" ".join(mention.text.lower().split()))


def read_source(register: Register, mention: Mention) -> Source:
    """Return the tokens of a source and where its first phrase ends."""
    tokens, naming = register.tokens, register.naming
    first = bisect_left(tokens.starts, mention.start)
    last = bisect_left(tokens.starts, mention.end)
    while first < last - 1 and (
        tokens.lower[first] in naming.subordinators
        or tokens.lower[first] in naming.coordinators
        or tokens.lower[first] in naming.adverbs
    ):
        first += 1
    chunk = first
    while chunk < last:
        word = tokens.lower[chunk]
        if chunk > first and (word in EDGES or word in naming.relatives):
            break
        if (
            chunk > first
            and word in naming.adjuncts
            and not tokens.is_capital(chunk)
            and tokens.lower[chunk - 1] not in naming.place_prepositions
        ):
            # “PT Karsa lewat akun resminya”
            last = chunk
            break
        chunk += 1
    return Source(first, last, chunk)


def named_speakers(register: Register, source: Source) -> tuple[int, ...]:
    """Return the people that a source names as those who speak, by number.

    “Clinton's lawyer” and “kantor Budi” name somebody who does not speak.
    """
    tokens, naming = register.tokens, register.naming
    inside = register.named_between(source.first, source.last + NAME_REACH)
    inside = tuple(one for one in inside if one.phrase < source.last)
    heads = [one for one in inside if _is_head(register, source, one)]
    if not heads:
        return ()
    if len(heads) == 1:
        return (heads[0].person,)
    joined = [heads[0].person]
    for one, another in pairwise(heads):
        between = tokens.lower[one.last : another.phrase]
        if not between or not all(
            word in naming.coordinators or word == "," or word in naming.titles or word == "."
            for word in between
        ):
            break
        joined.append(another.person)
    return tuple(dict.fromkeys(joined))


def _is_head(register: Register, source: Source, one: Named) -> bool:
    """Return whether a name inside a source is its head, not part of a description."""
    tokens, naming = register.tokens, register.naming
    end = one.last
    if end - 1 in tokens.possessive:
        return False
    if end < source.last and not (naming.words.head_first and not tokens.is_capital(end)):
        after = tokens.lower[end]
        if not (
            after in EDGES
            or after in naming.relatives
            or after in naming.coordinators
            or after in naming.degrees
            or after in naming.object_markers
            or after in naming.adverbs
            or after in ("'", "’", ".", '"', "“")
        ):
            return False
    before = tokens.lower[source.first : one.phrase]
    if naming.words.head_first and tokens.lower[one.phrase] in naming.relations:
        return _is_own_role(register, one)
    if not before:
        return True
    if naming.words.head_first and before[0] in naming.relations:
        return False
    # Inside the first phrase nothing but determiners and adjectives may come before the name.
    at = one.phrase - 1
    while at >= source.first and tokens.lower[at] != ",":
        if tokens.lower[at] in naming.object_markers or at in tokens.possessive:
            return False
        if tokens.lower[at] in naming.relatives:
            return False
        at -= 1
    if at >= source.first:
        # “the senator, Ann Lee”: before the comma stands a role, another name, or the place
        # in which a phrase before the source ended.
        return _describes_person(register, source.first, at)
    return True


def _is_own_role(register: Register, one: Named) -> bool:
    """Return whether “pengacara Budi” is a lawyer called Budi: by the full name, and no other role."""
    entry = register.people[one.person]
    words = register.tokens.lower[one.phrase : one.first]
    full = one.last - one.first >= len(entry.words)
    return full and entry.role is not None and entry.role.lower().startswith(words[0])


def _describes_person(register: Register, first: int, last: int) -> bool:
    tokens, naming = register.tokens, register.naming
    if place_length(tokens, naming, first, last) == last - first:
        return True
    return any(
        word in naming.roles
        or word in naming.persons
        or word in naming.relations
        or word in naming.determiners
        for word in register.tokens.lower[first:last]
    ) or bool(register.named_between(first, last))
