"""Paragraphs and sentences."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jelaskan.languages.pack import LanguagePack


class Span(NamedTuple):
    """A stretch of `Article.text`: offsets in code points, `end` after the last."""

    start: int
    end: int


LINE = re.compile(r"[^\r\n\u2028\u2029]+")
BLANK_LINE = re.compile(r"\n[ \t]*\r?\n|\r[ \t]*\r")
ENDS_SENTENCE = frozenset(".!?…:;\"”»’')]")
GOES_ON = frozenset(",;.)%")
SHORT_LINE = 60
"""The longest line, in code points, that can be a link torn out of its sentence."""
LOOK_AHEAD = 3
WRAPPED_LINE = range(45, 130)
"""How long the lines of wrapped text are."""
END = re.compile(
    r"""[.!?…]{1,4}["”»’')\]]{0,3}(?=\s|["“]?[A-Z][a-z]|,["“]?[A-Z])|["”)],(?=[A-Z])""",
)
OPENERS = "\"“„«‘'([—–-•*"
WORD_LENGTH = 24
DOMAINS = frozenset({"com", "co", "id", "net", "org"})


def find_paragraphs(text: str, gaps: Sequence[Span]) -> Iterator[Span]:
    """Yield the paragraphs outside of `gaps`, without outer spaces.

    A line break or a gap ends a paragraph. A line goes on with its sentence below where
    scraping put a link on a line of its own, and where plain text is wrapped.
    """
    lines = list(_lines(text, gaps))
    wrapped = _is_wrapped(text, lines)
    start = 0
    for number, line in enumerate(lines):
        if number + 1 == len(lines) or not _goes_on(text, lines, number, wrapped):
            yield Span(lines[start].start, line.end)
            start = number + 1


def find_sentences(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Span], pack: LanguagePack
) -> Iterator[Span]:
    """Yield the sentences of each paragraph, without outer spaces.

    No sentence ends between the marks in `quoted`. Scraped sentences that lost the
    space between them are parted.
    """
    opened = {quotation.start for quotation in quoted}
    number = 0
    for paragraph in paragraphs:
        start = paragraph.start
        for end in END.finditer(text, paragraph.start, paragraph.end):
            while number < len(quoted) and quoted[number].end < end.start() + 1:
                number += 1
            inside = number < len(quoted) and quoted[number].start <= end.start()
            if inside and end.end() <= quoted[number].end:
                continue
            if not _ends_sentence(text, paragraph, end, pack):
                continue
            stop = end.end()
            while stop - 1 > end.start() and stop in opened:
                stop -= 1
            yield Span(start, stop)
            start = _skip_space(text, stop, paragraph.end, ",")
        if start < paragraph.end:
            yield Span(start, paragraph.end)


def _ends_sentence(text: str, paragraph: Span, end: re.Match[str], pack: LanguagePack) -> bool:
    """Return whether a sentence begins after a full stop or its like."""
    after = _skip_space(text, end.end(), paragraph.end, ",")
    while after < paragraph.end and text[after] in OPENERS:
        after = _skip_space(text, after + 1, paragraph.end)
    if after == paragraph.end:
        return after > end.end()
    if text[after].islower():
        return False
    if end.group() != ".":
        return True
    word = _word_before(text, end.start(), paragraph.start)
    following = _word_after(text, after, paragraph.end)
    if after == end.end() and (following.lower() in DOMAINS or len(word) == 1):
        return False
    if len(word) == 1 or word in pack.basics.abbreviations or "." in word:
        # "in the U.S. The talks" ends a sentence, "in the U.S. Senate" does not.
        return following.lower() in pack.stop_words and following != following.upper()
    return True


def _lines(text: str, gaps: Sequence[Span]) -> Iterator[Span]:
    """Yield the pieces of lines outside of gaps, without outer spaces."""
    number = 0
    for line in LINE.finditer(text):
        start = line.start()
        while number < len(gaps) and gaps[number].end <= start:
            number += 1
        at = number
        while at < len(gaps) and gaps[at].start < line.end():
            yield from _strip(text, start, gaps[at].start)
            start = max(start, gaps[at].end)
            at += 1
        yield from _strip(text, start, line.end())


def _strip(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a stretch without outer spaces, or nothing if it is blank."""
    stretch = text[start:end] if start < end else ""
    words = stretch.strip()
    if words:
        start += len(stretch) - len(stretch.lstrip())
        yield Span(start, start + len(words))


def _goes_on(text: str, lines: Sequence[Span], number: int, wrapped: bool) -> bool:
    """Return whether the sentence of a line goes on in the next."""
    line, below = lines[number], lines[number + 1]
    between = text[line.end : below.start]
    if between.strip() or BLANK_LINE.search(between) or not ("\n" in between or "\r" in between):
        return False
    if text[below.start].islower() or text[below.start] in GOES_ON:
        return True
    if text[line.end - 1] in ENDS_SENTENCE:
        return False
    if wrapped or text[line.end - 1] in ",(":
        return True
    for ahead in lines[number + 1 : number + 1 + LOOK_AHEAD]:
        if text[ahead.start].islower() or text[ahead.start] in GOES_ON:
            return True
        if ahead.end - ahead.start > SHORT_LINE or text[ahead.end - 1] in ENDS_SENTENCE:
            return False
    return False


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Return whether most single line breaks stand inside sentences of wrapped text."""
    broken = single = 0
    for line, below in itertools.pairwise(lines):
        if not BLANK_LINE.search(text, line.end, below.start):
            single += 1
            broken += (
                text[line.end - 1] not in ENDS_SENTENCE and line.end - line.start in WRAPPED_LINE
            )
    return broken >= 3 and 2 * broken > single


def _skip_space(text: str, at: int, end: int, also: str = "") -> int:
    while at < end and (text[at].isspace() or text[at] in also):
        at += 1
    return at


def _word_before(text: str, end: int, limit: int) -> str:
    """Return the word, full stops inside it included, that ends at an offset."""
    at = end
    limit = max(limit, end - WORD_LENGTH)
    while at > limit and (text[at - 1].isalnum() or text[at - 1] == "."):
        at -= 1
    return text[at:end]


def _word_after(text: str, start: int, limit: int) -> str:
    at = start
    limit = min(limit, start + WORD_LENGTH)
    while at < limit and text[at].isalpha():
        at += 1
    return text[start:at]
