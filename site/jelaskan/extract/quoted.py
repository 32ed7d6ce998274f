"""Words between quotation marks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jelaskan.extract.sentences import Span


class Quoted(NamedTuple):
    """Words between quotation marks, the marks left out."""

    start: int
    end: int
    closed: bool
    """False where the paragraph ends before the mark is closed."""


OPENING = frozenset("“„‟«‘‚‹「")
CLOSING = frozenset("”»’›」")
SINGLE = frozenset("'‘’‚‹›")
# An apostrophe is no mark: a single mark opens before a letter and closes after one.
MARK = re.compile(
    r"""["“”„‟«»「」]|``|''|(?<!\w)['‘‚‹](?=[^\W\d]|["“«$])|(?<=[\w.,!?…;)"”»])['’›](?!\w)"""
)
BEFORE_OPENING = frozenset("([{—–-/")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-…")


def find_quoted(text: str, paragraphs: Sequence[Span]) -> Iterator[Quoted]:
    """Yield the words between outermost quotation marks, marks left out, in text order.

    A mark that is never closed ends with its paragraph, so one slip in the
    article costs one quotation and not all that follow. A quotation of several
    paragraphs is one Quoted for each of them, all but the last not closed.
    """
    for paragraph in paragraphs:
        yield from _pair(text, paragraph)


def _pair(text: str, paragraph: Span) -> Iterator[Quoted]:
    """Yield the outermost pairs of one paragraph."""
    marks = [mark.span() for mark in MARK.finditer(text, paragraph.start, paragraph.end)]
    opened: list[tuple[int, int]] = []
    pairs: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(marks):
        mark = text[start]
        single = mark in SINGLE and end - start == 1
        if single and any(text[at] not in SINGLE for at, _ in opened):
            continue
        if _opens(text, paragraph, start, end, bool(opened)):
            if mark == '"' and opened and text[opened[-1][0]] == '"':
                opened.pop()
            opened.append((start, end))
        elif single:
            if opened and not _is_possessive(text, marks, number):
                pairs.append((opened.pop()[1], start))
        else:
            while opened and text[opened[-1][0]] in SINGLE:
                opened.pop()
            if opened:
                pairs.append((opened.pop()[1], start))
    pairs.sort(key=lambda pair: (pair[0], -pair[1]))
    at = paragraph.start
    for start, end in pairs:
        if start >= at:
            yield Quoted(start, end, True)
            at = end
    if opened and opened[-1][1] >= at and text[opened[-1][0]] not in SINGLE:
        yield Quoted(opened[-1][1], paragraph.end, False)


def _opens(text: str, paragraph: Span, start: int, end: int, inside: bool) -> bool:
    """Return whether a mark opens, by its form, its neighbours, and what is open before it."""
    mark = text[start]
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    free_before = before.isspace() or before in BEFORE_OPENING
    free_after = after.isspace() or after in AFTER_CLOSING
    if mark in SINGLE and end - start == 1:
        return not inside and mark != "’" and free_before and not free_after
    if mark in OPENING or mark == "`":
        # “Words“ closes with an opening mark, as „words“ does.
        return not (inside and free_after and not free_before) and not (
            mark == "“" and inside and free_after
        )
    if mark in CLOSING or mark == "'":
        return not inside and free_before and not free_after
    if free_before and not free_after:
        # "Words, "she said: the closing mark stands on the wrong side of the space.
        return not (inside and after.islower() and text[start - 2 : start - 1] in (",", "?", "!"))
    return not inside if free_before == free_after else False


def _is_possessive(text: str, marks: Sequence[tuple[int, int]], number: int) -> bool:
    """Return whether a mark is that of ‘the workers’ rights’: another one closes after it."""
    start, end = marks[number]
    if text[start - 1] != "s" or not text[end : end + 1].isspace() or number + 1 == len(marks):
        return False
    following = text[marks[number + 1][0]]
    return following in ("’", "'") and text[marks[number + 1][0] - 1] != " "
