"""Places, clubs and offices between a role and a name, which are no part of the name."""

from collections.abc import Set as AbstractSet

from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming

SHORTEST_RANK = 4
"""Shorter titles inside a run may be names: Mas, Gus."""


def after_owner(
    tokens: NameTokens, naming: Naming, first: int, last: int, owners: AbstractSet[str]
) -> int:
    """Return where a name begins after the place or body that a role belongs to.

    In “Rektor Universitas Negeri Lawu Budi Santoso” the word Lawu is no name if it stands
    elsewhere behind a preposition of place or at the end of an office, or if the word before
    it names an office and a common given name follows.
    """
    lower = tokens.lower
    at = first
    if not naming.words.head_first or at == last or not at:
        return at
    for number in range(last - 2, at, -1):
        word = lower[number]
        is_rank = word in naming.titles and len(word) >= SHORTEST_RANK
        if word not in naming.given and (is_rank or word in naming.office or word in naming.bodies):
            return number + 1
    while last - at > 2 and lower[at] not in naming.given and lower[at] in owners:
        at += 1
    if lower[first - 1] in naming.office or lower[first - 1] in naming.place_roles:
        for given in range(at + 1, min(at + 3, last - 1)):
            if lower[given] in naming.given and lower[at] not in naming.given:
                return given
    return at


def find_owners(tokens: NameTokens, naming: Naming) -> AbstractSet[str]:
    """Return the words that stand behind a preposition of place, or end an office.

    They are lower case. Words that a reporting word follows are left out.
    """
    owners: set[str] = set()
    speaking: set[str] = set()
    if not naming.words.head_first:
        return owners
    lower = tokens.lower
    for at in range(1, len(lower) - 1):
        if not tokens.is_capital(at) or naming.is_common(lower[at]):
            continue
        if tokens.is_capital(at + 1):
            continue
        before = lower[at - 1]
        if lower[at + 1] in naming.cues or before in naming.cues:
            speaking.add(lower[at])
        elif before in naming.place_prepositions or before in naming.office:
            owners.add(lower[at])
    return owners - speaking
