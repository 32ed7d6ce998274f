"""Where a name begins in a run of capitalised words."""

from dataclasses import dataclass

from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming

LONGEST_PLACE = 3
FAR_HEAD = 16
PLACE_AND_NAME = 3
"""A role with more words after it than a name has is followed by an unknown place, too."""
NAME_BEGINNINGS = frozenset(
    {"mc", "mac", "de", "di", "du", "la", "le", "fitz", "van", "o", "al", "el", "d", "da", "des"}
)


@dataclass(slots=True)
class Run:
    """Capitalised words side by side, by number of token."""

    first: int
    last: int
    """One past the last word."""
    name: int
    """The first word that can be part of a person's name; `last` if none can."""
    end: int
    """One past the last word that can be."""
    title: int = -1
    """The title that stands before the name, if one does."""
    headed: bool = False
    """Whether a role or a title stands in the run before the name."""


def before_name(tokens: NameTokens, naming: Naming, run: Run, at: int) -> int:
    """Return how many words at `at` belong to what stands before a name, 0 if the name begins."""
    words, lower = tokens.words, tokens.lower
    word = lower[at]
    left = run.last - at
    if words[at] == "." or (word in naming.connectors and not _is_particle(tokens, naming, at)):
        return 1
    if _is_particle(tokens, naming, at) and left > 1:
        return 0
    place = place_length(tokens, naming, at, run.last)
    if place > 1:
        return place
    is_title, is_role = word in naming.titles, word in naming.roles
    if word in naming.name_roles and _begins_name(tokens, naming, run, at):
        return 0
    if left > 2 and f"{word} {lower[at + 1]}" in naming.place_roles:
        run.headed = True
        return 2 + (
            place_length(tokens, naming, at + 2, run.last) or int(left > PLACE_AND_NAME + 1)
        )
    if is_title or is_role:
        run.headed = True
        run.title = at if is_title else run.title
        if word in naming.place_roles and left > 1:
            return 1 + (
                place_length(tokens, naming, at + 1, run.last) or int(left > PLACE_AND_NAME)
            )
        return 1
    # “Jaksa Agung”, but “Agung Karsa” and “I Dewa Agung Karsa”
    completes = len(word) > 1 and word in naming.office and at > run.first
    completes = completes and (lower[at - 1] in naming.roles or lower[at - 1] in naming.bodies)
    if word in naming.given and not completes and left > 1 and (not place or left < 3):
        return 0
    if place and (run.headed or left > 2):
        return place
    if word in naming.holders and left > 1:
        # “Universitas Budi Luhur”: what follows is no name of a person.
        if not run.headed:
            return _title_after(tokens, naming, run, at) or left
        following = lower[at + 1]
        known = naming.is_common(following) or following in naming.titles
        return 1 if known or place_length(tokens, naming, at + 1, run.last) else 2
    if word in naming.role_prefixes or naming.is_common(word) or word in naming.outlets:
        return 1
    if naming.words.head_first and word in naming.relations and left > 1:
        return 1
    is_acronym = len(word) > 1 and words[at].isupper() and not word.isdigit()
    if left > 1 and (is_acronym or has_inner_capital(words[at])):
        return 1
    return 0


def _is_particle(tokens: NameTokens, naming: Naming, at: int) -> bool:
    """Return whether a small word with a capital begins a name: La Ode, Van Dijk."""
    return (
        tokens.lower[at] in naming.connectors
        and tokens.lower[at] not in naming.place_prepositions
        and tokens.lower[at] not in naming.places
        and tokens.words[at].istitle()
        and naming.words.head_first
    )


def _begins_name(tokens: NameTokens, naming: Naming, run: Run, at: int) -> bool:
    """Return whether a role is a name where it stands: Kepala Dinas, Raja Budi Karsa."""
    if at + 1 == run.last:
        return at == run.first and tokens.lower[at] in naming.given
    if tokens.lower[at] in naming.given:
        after = tokens.lower[at + 1]
        return not naming.is_common(after) and not place_length(tokens, naming, at + 1, run.last)
    if at > run.first or tokens.words[at - 1] != ",":
        return run.headed
    floor = max(tokens.sentence_start(at), at - FAR_HEAD)
    before = tokens.lower[floor : at - 1]
    return "," not in before and any(word in naming.roles for word in before)


def _title_after(tokens: NameTokens, naming: Naming, run: Run, at: int) -> int:
    """Return how far behind a holder and its name a title stands, or 0.

    In “Universitas Lembah Merapi Prof. Ann Lee” a person follows, in “RSUD Dr. Budi” none.
    """
    named = False
    for number in range(at + 1, run.last - 1):
        word = tokens.lower[number]
        if word in naming.titles and len(word) > 1:
            return number - at if named else 0
        named = named or not (naming.is_common(word) or not word.isalpha())
    return 0


def has_inner_capital(word: str) -> bool:
    """Return whether a word is written like a brand, YouTube, and not like McKay or O'Neal."""
    cut = next((at for at in range(1, len(word)) if word[at].isupper()), 0)
    return (
        cut > 0
        and word[cut - 1].islower()
        and word[cut:] != word[cut:].upper()
        and word[:cut].lower() not in NAME_BEGINNINGS
    )


def place_length(tokens: NameTokens, naming: Naming, first: int, limit: int) -> int:
    """Return how many words from `first` on are the name of a well-known place."""
    lower = tokens.lower
    for length in range(min(LONGEST_PLACE, limit - first), 0, -1):
        if " ".join(lower[first : first + length]) in naming.places:
            after = first + length
            ends = after < limit and tokens.is_capital(after) and lower[after] in naming.directions
            return length + ends
    return 0
