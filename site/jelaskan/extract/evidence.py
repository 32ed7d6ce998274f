"""What speaks for capitalised words being the name of a person, and what against."""

from collections import Counter

from jelaskan.extract.name_starts import Run
from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming
from jelaskan.extract.noun_phrases import role_after, role_before

AGES = range(12, 110)
DESCRIBED_REACH = 14
"""How many words after a name may describe it."""
APPOSED_REACH = 4
"""How many words before its comma may describe a name."""


def weigh(tokens: NameTokens, naming: Naming, run: Run, alone: Counter[str]) -> int:
    """Return how much speaks for a run being a person.

    `alone` counts the capitalised words that stand alone, lower case.
    """
    words, lower = tokens.words, tokens.lower
    length = run.end - run.name
    first, last = lower[run.name], lower[run.end - 1]
    weight = 0
    if run.headed or role_before(tokens, naming, run) is not None:
        weight += 2
    if role_after(tokens, naming, run) is not None:
        weight += 2
    if first in naming.given:
        weight += 2 if length > 1 else 1
    if length > 1 and not run.headed:
        weight += 1
    if length > 1 and (alone[last] or (naming.words.head_first and alone[first])):
        weight += 1
    if any(words[number] == "." for number in range(run.name, run.end)):
        weight += 1
    if _has_age(tokens, run):
        weight += 2
    elif length > 1 and _has_number(tokens, run):
        weight += 1
    opens = run.first == tokens.sentence_start(run.first)
    if not (opens and length == 1 and alone[first] < 2):
        weight += _cue_weight(tokens, naming, run)
    if length == 1 and first not in naming.given and not naming.words.head_first:
        # "Kroger said": where surnames follow given names, one word alone is rather a company.
        weight -= 1
    weight += _relative_weight(tokens, naming, run.last)
    weight += _described_weight(tokens, naming, run)
    before = lower[run.first - 1] if run.first > tokens.sentence_start(run.first) else ""
    if before in naming.place_prepositions:
        weight -= 2
    elif before in naming.person_markers:
        weight += 1
    elif before in naming.determiners and not run.headed:
        weight -= 2
    return weight


def _relative_weight(tokens: NameTokens, naming: Naming, at: int) -> int:
    """Return what “, who” or “, which” at a word says."""
    if at + 1 >= len(tokens.words) or tokens.words[at] != ",":
        return 0
    pronoun = naming.pronouns.get(tokens.lower[at + 1])
    if pronoun is None or tokens.lower[at + 1] not in naming.relatives:
        return 0
    return 2 if pronoun.stands_for == "relative" else -3


def _described_weight(tokens: NameTokens, naming: Naming, run: Run) -> int:
    """Return 2 for a name that is described and then speaks: Ann Lee, a fishmonger, said."""
    lower, at = tokens.lower, run.last
    limit = min(tokens.sentence_end(run.first), at + DESCRIBED_REACH)
    if (
        run.end - run.name < 2
        or run.headed
        or at + 2 >= limit
        or lower[at] != ","
        or lower[at + 1] not in naming.indefinite
    ):
        return 0
    end = next((number for number in range(at + 2, limit - 1) if lower[number] == ","), None)
    if end is None or not naming.bodies.isdisjoint(lower[at + 2 : end]):
        return 0
    return 2 if lower[end + 1] in naming.cues_after else 0


def _cue_weight(tokens: NameTokens, naming: Naming, run: Run) -> int:
    """Return 2 if a reporting word stands beside the run, else 0."""
    lower = tokens.lower
    limit = tokens.sentence_end(run.first)
    after = run.last
    if (
        after < limit
        and lower[after] == ","
        and run.name == run.first
        and _is_apposed(tokens, naming, run)
    ):
        after += 1
    while after < limit and lower[after] in naming.adverbs:
        after += 1
    if after < limit and lower[after] in naming.cues_after and not tokens.is_capital(after):
        return 0 if run.last - 1 in tokens.possessive else 2
    before = run.first - 1
    if before >= tokens.sentence_start(run.first) and lower[before] in naming.cues_before:
        return 2
    return 0


def _is_apposed(tokens: NameTokens, naming: Naming, run: Run) -> bool:
    """Return whether a noun for a person stands before the comma before a run: Istrinya, Sari,."""
    comma = run.first - 1
    floor = max(tokens.sentence_start(run.first), comma - APPOSED_REACH)
    if comma <= floor or tokens.lower[comma] != ",":
        return False
    clitic = naming.clitic
    nouns = [word.removesuffix(clitic) for word in tokens.lower[floor:comma]]
    if not naming.bodies.isdisjoint(nouns):
        return False
    return any(word in naming.roles or word in naming.persons for word in nouns)


def _has_number(tokens: NameTokens, run: Run) -> bool:
    """Return whether brackets with a number stand after a name, as in lists of scorers."""
    at = run.last
    return (
        at + 1 < len(tokens.words) and tokens.words[at] == "(" and tokens.words[at + 1][0].isdigit()
    )


def _has_age(tokens: NameTokens, run: Run) -> bool:
    """Return whether an age stands after a name: Ann Lee, 43, or Budi (43)."""
    at = run.last
    words = tokens.words
    if at + 2 >= len(words) or words[at] not in "(," or words[at + 2] not in "),":
        return False
    return words[at + 1].isdecimal() and len(words[at + 1]) < 4 and int(words[at + 1]) in AGES
