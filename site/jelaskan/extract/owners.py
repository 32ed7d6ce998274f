"""Places, clubs and offices between a role and a name, which are no part of the name."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming

SHORTEST_RANK = 4
"""Shorter titles inside a run may be names, Mas, Gus, if not written as titles: AKP, Dr."""


@dataclass(frozen=True, slots=True)
class Owners:
    """What an article shows about its capitalised words, lower case."""

    words: frozenset[str] = frozenset()
    """Those behind a preposition of place, at the end of an office, or before several names."""
    speaking: frozenset[str] = frozenset()
    """Those that stand alone beside a reporting word."""
    pairs: frozenset[tuple[str, ...]] = frozenset()
    """Two words that are a name of their own."""

    def has(self, lower: Sequence[str]) -> bool:
        """Return whether the first of several words is no part of the name that they end in."""
        first, second = lower[0], lower[1]
        return (
            first in self.words
            or (second in self.speaking and first not in self.speaking)
            or tuple(lower[1:]) in self.pairs
        )


def after_owner(tokens: NameTokens, naming: Naming, first: int, last: int, owners: Owners) -> int:
    """Return where a name begins after the place or body that a role belongs to.

    In “Rektor Universitas Negeri Lawu Budi Santoso” the word Lawu is no name if the article
    shows that it owns the role, or if the word before it names an office and a common given
    name follows.
    """
    lower = tokens.lower
    at = first
    if not naming.words.head_first or at == last or not at:
        return at
    # “Bupati Gede Agung Wirata”: no office ends inside what begins like a name.
    begins = lower[at] in naming.given
    for number in range(last - 2, at, -1):
        word = lower[number]
        is_short = len(word) < SHORTEST_RANK and not (
            len(word) > 1 and (tokens.words[number].isupper() or lower[number + 1] == ".")
        )
        is_rank = word in naming.titles and not is_short
        is_office = (word in naming.office or word in naming.bodies) and not begins
        if word not in naming.given and (is_rank or is_office):
            return number + 2 if lower[number + 1] == "." and number + 2 < last else number + 1
    if last - at == 1 and lower[first - 1] in naming.place_roles and lower[at] in owners.words:
        # “Kapolsek Lawu” is somebody whose name is kept back.
        return last
    while last - at > 2 and lower[at] not in naming.given and owners.has(lower[at:last]):
        at += 1
    if lower[first - 1] in naming.office or lower[first - 1] in naming.place_roles:
        for given in range(at + 1, min(at + 3, last - 1)):
            if lower[given] in naming.given and lower[at] not in naming.given:
                return given
    return at


def find_owners(tokens: NameTokens, naming: Naming, headlines: Container[int]) -> Owners:
    """Return what the article shows about capitalised words, headlines left out by number."""
    places: set[str] = set()
    speaking: set[str] = set()
    alone: set[str] = set()
    pairs: set[tuple[str, ...]] = set()
    after: dict[str, set[str]] = {}
    if not naming.words.head_first:
        return Owners()
    lower = tokens.lower
    for at in range(1, len(lower) - 1):
        if not tokens.is_capital(at) or naming.is_common(lower[at]):
            continue
        before = lower[at - 1]
        begins = not tokens.is_capital(at - 1) or naming.is_common(before)
        if tokens.is_capital(at + 1):
            if not begins or naming.is_common(lower[at + 1]) or tokens.sentence[at] in headlines:
                continue
            after.setdefault(lower[at], set()).add(lower[at + 1])
            if at + 2 < len(lower) and not tokens.is_capital(at + 2):
                pairs.add((lower[at], lower[at + 1]))
        elif lower[at + 1] in naming.cues_after or before in naming.cues_before:
            speaking.add(lower[at])
            if begins:
                alone.add(lower[at])
        elif (
            before in naming.place_prepositions
            or before in naming.office
            or before in naming.residents
        ):
            places.add(lower[at])
    several = {word for word, others in after.items() if len(others) > 1}
    return Owners(frozenset(places | several) - speaking, frozenset(alone), frozenset(pairs))
