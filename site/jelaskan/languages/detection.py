"""Which language a text is in, and whether it is in any that there is a pack for."""

import re
from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
DETECTION_LENGTH = 20_000
"""How much of a text is read to tell its language, in code points."""
FEW_LETTERS = 12
"""Letters below which nothing can be said of a text."""
SHORT = 200
"""Letters below which a text may lack frequent words: a headline, a caption."""
LONG = 400
"""Letters from which on the full share of frequent words is asked for; before it, half."""


class Known(NamedTuple):
    """What tells a language from others."""

    code: str
    frequent: frozenset[str]
    telling: frozenset[str]
    """More words that a near relative does not have."""
    least: float
    """The share of a text's words that are frequent ones, at the least."""


def tell_language(text: str, languages: Collection[Known]) -> str | None:
    """Return the code of the language whose words a text uses most, or None if it is none.

    Only the beginning is read. Of languages that fit alike, the first wins. A text is in none
    of them where its letters are others, or where frequent words are few for its length; of a
    short one the second is not asked.
    """
    words = Counter(WORD.findall(text[:DETECTION_LENGTH].lower()))
    counts = {known.code: _count(words, known.frequent | known.telling) for known in languages}
    best = max(languages, key=lambda known: counts[known.code])
    letters = sum(len(word) * count for word, count in words.items())
    if letters < FEW_LETTERS:
        return best.code
    alphabet = frozenset("".join(best.frequent | best.telling))
    strange = sum(
        count * sum(letter not in alphabet for letter in word) for word, count in words.items()
    )
    if 2 * strange > letters:
        return None
    # French has few English words, and letters besides that English does not have.
    share = _count(words, best.frequent) / words.total() - strange / letters
    least = best.least if letters >= LONG else best.least / 2
    return best.code if letters < SHORT or share >= least else None


def _count(words: Counter[str], wanted: frozenset[str]) -> int:
    return sum(words[word] for word in wanted)
