"""Where an article has quotation marks: what protects readers from made-up direct speech."""

import functools
from bisect import bisect_right
from collections.abc import Iterator

from jelaskan.model.article import Mention

CLOSERS = {
    "“": "”“",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"”',
    "‘": "’",
    "'": "'",
    "「": "」",
    "『": "』",
}
ENDS_OTHERWISE = {"“": '"', "‘": "'"}
"""Scraped text has marks of mixed kinds: “so".”"""


def words_outside_marks(text: str, mention: Mention) -> tuple[str, ...]:
    """Return the words of a passage that stand outside of quotation marks, in order."""
    outside, word = [], ""
    for at in range(mention.start, mention.end):
        if text[at].isspace():
            outside.append(word)
            word = ""
        elif not _is_inside(text, at):
            word += text[at]
    outside.append(word)
    return tuple(word for word in outside if any(letter.isalnum() for letter in word))


def _is_inside(text: str, offset: int) -> bool:
    """Return whether an offset stands between quotation marks."""
    starts, ends = _quoted(text)
    number = bisect_right(starts, offset) - 1
    return number >= 0 and offset < ends[number]


@functools.lru_cache(maxsize=64)
def _quoted(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the stretches between marks begin and end, in text order."""
    stretches = tuple(_find_quoted(text))
    return tuple(start for start, _ in stretches), tuple(end for _, end in stretches)


def _find_quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between marks.

    A mark that is never closed ends with its line, or with the next mark that opens.
    """
    start, opener = -1, ""
    for at, letter in enumerate(text):
        if letter not in CLOSERS and letter not in "”’»」』“":
            continue
        if start >= 0 and _closes(text, at, opener):
            yield start, at
            start = -1
        elif _opens(text, at) and not (start >= 0 and letter in "'‘"):
            if start >= 0:
                yield start, _line_end(text, start, at)
            start, opener = at + 1, letter
    if start >= 0:
        yield start, _line_end(text, start, len(text))


def _closes(text: str, at: int, opener: str) -> bool:
    """Return whether a mark ends what `opener` began."""
    letter = text[at]
    if letter not in CLOSERS[opener] + ENDS_OTHERWISE.get(opener, ""):
        return False
    if letter in "'’":
        return not text[at + 1 : at + 2].isalnum()
    if letter == opener:
        return not _looks_opening(text, at)
    return True


def _opens(text: str, at: int) -> bool:
    """Return whether a mark begins a quotation."""
    letter = text[at]
    if letter not in CLOSERS:
        return False
    if letter in "'‘":
        return not text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
    return letter not in "”»" or _looks_opening(text, at)


def _looks_opening(text: str, at: int) -> bool:
    """Return whether a mark stands before a word and after none."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-") and not after.isspace()


def _line_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start, limit)
    return limit if end < 0 else end
