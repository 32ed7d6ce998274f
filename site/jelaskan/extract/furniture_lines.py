"""Lines of page furniture: by a phrase, by their shape, by the label above them."""

import re
from collections.abc import Iterator

from jelaskan.extract.furniture_blocks import Below, begins_sentence
from jelaskan.extract.furniture_phrases import (
    LONGEST_NOTE,
    Phrases,
    compile_phrases,
    is_sentence,
    label_kind,
    start_kind,
    whole_kind,
)
from jelaskan.extract.line_shapes import shape_kind
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture

LINE = re.compile(r"[^\r\n]+")
LEAD = re.compile(r"[\s*•·>–—_-]*")
LINK = re.compile(r"(?:https?://|www\.)\S{1,300}")
LONE_NUMBER = re.compile(r"\d{1,4}")
"""A line that is a number: of a page, of shares, of comments."""
BYLINE_LINES = 8
"""How many lines from the top may name the author."""
BYLINE_LENGTH = 100


def find_lines(article: Article, lowered: str, pack: LanguagePack) -> Iterator[Furniture]:
    """Yield the lines that are furniture by how they begin, or as a whole."""
    phrases = compile_phrases(pack)
    below = Below(article.text, lowered, pack)
    for number, line in enumerate(LINE.finditer(lowered)):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        end = line.start() + len(line.group().rstrip())
        if start >= end:
            continue
        announced = below.kind(start, end)
        if announced is not None:
            yield Furniture(article.mention(start, end), announced, "below a label")
            continue
        if end - start > LONGEST_NOTE:
            continue
        kind = _phrase_kind(article.text, lowered, start, end, phrases)
        if kind is None and not _is_inside_sentence(article.text, start, end):
            kind = shape_kind(article.text[start:end], number, pack)
        if kind is None and number < BYLINE_LINES and end - start <= BYLINE_LENGTH:
            kind = _byline_kind(article.text[start:end], pack)
        if kind is not None:
            yield Furniture(article.mention(start, end), kind, "line")


def _phrase_kind(text: str, lowered: str, start: int, end: int, phrases: Phrases) -> str | None:
    """Return the kind of the phrase that a line is or begins with."""
    kind = whole_kind(phrases, lowered, start, end)
    if kind is not None and not begins_sentence(text, start, end):
        return kind
    if LINK.fullmatch(lowered, start, end):
        return "link"
    if LONE_NUMBER.fullmatch(lowered, start, end):
        return "player notice"
    lead = LEAD.match(lowered, start, end)
    first = lead.end() if lead else start
    named = label_kind if text[first : first + 1].islower() else start_kind
    found = named(phrases, lowered, first)
    if found is None or is_sentence(text[first:end], found[1] - first, found[0], phrases):
        return None
    return found[0]


def _is_inside_sentence(text: str, start: int, end: int) -> bool:
    """Return whether a line is a piece of a sentence that was broken at its links."""
    if text[start] in "([":
        return False
    before = text[max(0, start - 4) : start].rstrip()[-1:]
    after = text[end : end + 4].lstrip()[:1]
    return (before.isalnum() or before in (*",;-–—",)) and (after.islower() or after in (*",;", ""))


def _byline_kind(line: str, pack: LanguagePack) -> str | None:
    """Return the kind of a line that names the author: “By Ann Lee, Politics Editor”."""
    words = line.rstrip(".").replace(":", " ").split()
    lower = [word.lower() for word in words]
    opener = next(
        (
            phrase
            for phrase in pack.furniture.bylines
            if lower[: len(phrase.split())] == phrase.split()
        ),
        "",
    )
    words = words[len(opener.split()) :]
    if not opener or len(words) < 2:
        return None
    named = words[0][0].isupper() and words[1][0].isupper()
    plain = sum(word[0].islower() for word in words)
    return "byline" if named and plain <= 2 and "." not in line[:-1] else None
