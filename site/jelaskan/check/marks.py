"""Where an article has quotation marks: what protects readers from made-up direct speech."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from jelaskan.model.article import Mention
from jelaskan.proof.normal import before

CLOSERS = {
    "“": "”“",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"”',
    "‘": "’",
    "'": "'",
    "‚": "‘’",
    "‹": "›",
    "`": "`´'",
    "「": "」",
    "『": "』",
}
SINGLE = frozenset("'‘‚‹`")
DECADE = re.compile(r"\d0s\b")
ENDS_OTHERWISE = {"“": '"', "‘": "'"}
"""Scraped text has marks of mixed kinds: “so".”"""


def words_outside_marks(text: str, mention: Mention) -> tuple[str, ...]:
    """Return the words of a passage that stand outside of quotation marks, in order."""
    outside, word = [], ""
    for at in range(mention.start, mention.end):
        if text[at].isspace():
            outside.append(word)
            word = ""
        elif not is_quoted(text, at):
            word += text[at]
    outside.append(word)
    return words_of(" ".join(outside))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, dashes that stand alone aside."""
    return tuple(word for word in text.split() if any(map(str.isalnum, word)))


def count_quoted(text: str, mention: Mention) -> int:
    """Return how many stretches between marks a passage has words of."""
    starts, ends = _quoted(text)
    return bisect_left(starts, mention.end) - bisect_right(ends, mention.start)


def is_quoted(text: str, offset: int) -> bool:
    """Return whether an offset stands between quotation marks."""
    starts, ends = _quoted(text)
    number = bisect_right(starts, offset) - 1
    return number >= 0 and offset < ends[number]


@functools.lru_cache(maxsize=64)
def _quoted(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the stretches between marks begin and end, in text order."""
    stretches = tuple(find_quoted(text))
    return tuple(start for start, _ in stretches), tuple(end for _, end in stretches)


def find_quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the stretches between quotation marks begin and end, in text order.

    A mark that is never closed ends with its line, or with the next mark that opens. A single
    one that its line does not close is none: 'tis, the '90s.
    """
    start, opener = -1, ""

    def unclosed(limit: int) -> Iterator[tuple[int, int]]:
        if start >= 0 and opener not in SINGLE:
            end = text.find("\n", start, limit)
            yield start, limit if end < 0 else end

    for at, letter in enumerate(text):
        if letter not in CLOSERS and letter not in "”’»』」“›´":
            continue
        if opener in SINGLE and "\n" in text[start:at]:
            start, opener = -1, ""
        if start >= 0 and _closes(text, at, opener):
            yield start, at
            start, opener = -1, ""
        elif _opens(text, at) and not (start >= 0 and letter in SINGLE):
            yield from unclosed(at)
            start, opener = at + 1, letter
    yield from unclosed(len(text))


def find_closed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that end with a mark of their own, and not with their line."""
    for start, end in find_quoted(text):
        opener = text[start - 1]
        if end < len(text) and text[end] in CLOSERS[opener] + ENDS_OTHERWISE.get(opener, ""):
            yield start, end


def _closes(text: str, at: int, opener: str) -> bool:
    """Return whether a mark ends what `opener` began."""
    letter = text[at]
    if letter not in CLOSERS[opener] + ENDS_OTHERWISE.get(opener, ""):
        return False
    if letter in "'’‘`´":
        return not text[at + 1 : at + 2].isalnum()
    if letter == opener:
        return not _looks_opening(text, at)
    return True


def _opens(text: str, at: int) -> bool:
    """Return whether a mark begins a quotation."""
    letter = text[at]
    if letter not in CLOSERS:
        return False
    if letter in SINGLE:
        is_alone = not before(text, at).isalnum() and text[at + 1 : at + 2].isalnum()
        return is_alone and not DECADE.match(text, at + 1)
    if letter == '"':
        return not _looks_closing(text, at)
    return letter not in "”»" or _looks_opening(text, at)


def _looks_opening(text: str, at: int) -> bool:
    """Return whether a mark stands before a word and after none."""
    return _is_free(text[max(at - 1, 0) : at]) and not text[at + 1 : at + 2].isspace()


def _looks_closing(text: str, at: int) -> bool:
    """Return whether a mark stands after a word and before none: 5" of rain."""
    behind = text[at + 1 : at + 2]
    return not _is_free(text[max(at - 1, 0) : at]) and (not behind or not behind.isalnum())


def _is_free(letter: str) -> bool:
    """Return whether a word may begin behind a character."""
    return not letter or letter.isspace() or letter in "([—–-:"
