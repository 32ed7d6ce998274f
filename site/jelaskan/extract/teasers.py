"""Teasers: the headlines of other articles between the paragraphs of this one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture

MOST_TITLES = 8
"""How many headlines follow one label at most."""
TITLE_LENGTH = 180
"""The longest headline, in code points."""
TITLE_WORDS = 25
SEEN_WORDS = 50
"""How many words behind a label are looked at for the end of its headline."""
AHEAD = 10
NAMES_LOOKED_UP = 20_000
"""In how much of the article, in code points, a name is looked up."""
AFTER_LABEL = re.compile(r"[ \t\xa0]{0,4}[:：]?[ \t\xa0]{0,4}[>»→-]{0,2}[ \t\xa0]{0,4}")
BEFORE_LABEL = frozenset(".?!”\"’')…:;,]»*>-•(")
LINE = re.compile(r"[^\n]{0,1000}")
WORD = re.compile(r"\S{1,200}")
CORE = re.compile(r"[^\W_][\w'’-]*")
GLUE = re.compile(r"(?<=[a-zß-ÿ0-9?!”\"’'\])])(?=[A-ZÀ-Þ][a-zà-þ]|[“\"][A-ZÀ-Þ])")
ENDS = frozenset('.?!”"')


class _Word(NamedTuple):
    start: int
    end: int
    core: str
    capital: bool
    plain: bool
    """In lower case, and not a word that headlines in title case leave so."""


def find_teasers(article: Article, lowered: str, pack: LanguagePack) -> Iterator[Furniture]:
    """Yield label and headline; each further headline under the same label by itself.

    `lowered` is the article's text in lower case, code point for code point. Where the break
    after a headline is lost, it ends where lower case or a closing mark meets a capital, or
    where title case gives way to a sentence.
    """
    text = article.text
    for label in sorted(pack.furniture.teasers, key=len, reverse=True):
        words = label.removesuffix(":")
        at = lowered.find(words)
        while at >= 0:
            end = at + len(words)
            if _is_label(text, at, end, label.endswith(":")):
                for piece in _teaser(article, at, end, pack):
                    yield piece
                    end = piece.mention.end
            at = lowered.find(words, end)


def _is_label(text: str, start: int, end: int, colon: bool) -> bool:
    """Return whether the words stand free: after a break, and before a headline."""
    gap = AFTER_LABEL.match(text, end)
    assert gap is not None
    has_colon = ":" in gap.group() or "：" in gap.group()
    following = text[gap.end() : gap.end() + 1]
    if (colon and not has_colon) or (not gap.group() and following.isalnum()):
        return False
    if not (has_colon or following in ("", "\n", "\r") or not following.islower()):
        return False
    before = text[max(0, start - 12) : start].rstrip(" \t\xa0")
    if not before or before[-1] in "\r\n":
        return text[start].isupper()
    if before[-1] in BEFORE_LABEL:
        return text[start].isupper() and (has_colon or text[start:end].istitle())
    # "Pasar NaikBACA JUGA: …": the break before the label is lost too.
    return text[start:end].isupper() and has_colon and before[-1].islower()


def _teaser(article: Article, start: int, end: int, pack: LanguagePack) -> Iterator[Furniture]:
    """Yield the teaser whose label stands from `start` to `end`."""
    text = article.text
    gap = AFTER_LABEL.match(text, end)
    line = LINE.match(text, end)
    assert gap is not None
    assert line is not None
    has_colon = ":" in gap.group() or "：" in gap.group()
    if CORE.search(text, gap.end(), line.end()):
        last = _title_end(text, gap.end(), line.end(), pack)
        title = article.mention(gap.end(), last)
        yield Furniture(article.mention(start, last), "teaser", "teaser", title)
        return
    titles = list(_titles_below(text, line.end(), has_colon, pack))
    if not titles:
        last = end + len(gap.group().rstrip())
        yield Furniture(article.mention(start, last), "teaser", "teaser")
    for first, last in titles:
        title = article.mention(first, last)
        yield Furniture(article.mention(start, last), "teaser", "teaser", title)
        start = _next_line(text, last)


def _titles_below(
    text: str, at: int, has_colon: bool, pack: LanguagePack
) -> Iterator[tuple[int, int]]:
    """Yield the headlines on the lines under a label."""
    for number in range(MOST_TITLES):
        start = _next_line(text, at)
        line = LINE.match(text, start)
        assert line is not None
        end = start + len(line.group().rstrip())
        if end == start or end - start > TITLE_LENGTH or text[end - 1] in ".,;":
            return
        words = _words(text, start, end, pack)
        lenient = has_colon and number == 0
        if len(words) > TITLE_WORDS or not (lenient or _is_title_case(words)):
            return
        yield start, end
        at = line.end()


def _next_line(text: str, at: int) -> int:
    """Return the offset of the next word behind a line break."""
    limit = min(len(text), at + 20)
    while at < limit and text[at].isspace():
        at += 1
    return at


def _is_title_case(words: list[_Word]) -> bool:
    counted = [word for word in words if word.capital or word.plain]
    return len(words) >= 3 and sum(word.capital for word in counted) >= 0.75 * len(counted)


def _words(text: str, start: int, end: int, pack: LanguagePack) -> list[_Word]:
    """Return the first words of a stretch."""
    words: list[_Word] = []
    for found in WORD.finditer(text, start, end):
        core = CORE.search(found.group())
        name = core.group() if core else ""
        small = name.islower() and name not in pack.furniture.title_words
        words.append(_Word(found.start(), found.end(), name, name[:1].isupper(), small))
        if len(words) == SEEN_WORDS:
            break
    return words


def _title_end(text: str, start: int, end: int, pack: LanguagePack) -> int:
    """Return where the headline that begins at `start` ends, `end` being the end of its line."""
    words = _words(text, start, end, pack)
    openers = pack.furniture.sentence_openers
    plain_before = 0
    for number, word in enumerate(words):
        starts_sentence = _count_plain(words, number + 1) >= 2
        glue = GLUE.search(text, word.start + 1, word.end)
        if glue and (starts_sentence or (text[end - 1] == "." and number + 3 >= len(words))):
            return glue.start()
        if number >= 2 and word.capital and plain_before <= 1 and starts_sentence:
            closed = text[words[number - 1].end - 1] in ENDS
            if closed or word.core.lower() in openers:
                return words[number - 1].end
        plain_before += word.plain
    stripped = end - len(text[start:end]) + len(text[start:end].rstrip())
    if stripped - start <= TITLE_LENGTH and text[stripped - 1] != ".":
        return stripped
    return _end_of_capitals(text, words) or stripped


def _count_plain(words: list[_Word], start: int) -> int:
    return sum(word.plain for word in words[start : start + AHEAD])


def _end_of_capitals(text: str, words: list[_Word]) -> int | None:
    """Return where a headline in title case ends that no mark, break or opener ends.

    A name that the article has elsewhere begins the sentence; else its subject is taken
    to be the last word with a capital.
    """
    first = next((n for n, word in enumerate(words) if n >= 3 and word.plain), None)
    if first is None:
        return None
    run = first
    while run > 3 and words[run - 1].capital:
        run -= 1
    for number in range(run, first - 1):
        name = text[words[number].start : words[number + 1].end]
        if text.count(name, 0, NAMES_LOOKED_UP) > 1:
            return words[number - 1].end
    return words[max(run, first - 1) - 1].end
