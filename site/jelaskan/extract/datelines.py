"""Datelines: the place, the outlet and the date before the first sentence."""

import re
from collections.abc import Iterator

from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture

LONGEST = 90
"""The longest dateline, in code points."""
PARAGRAPHS = 6
"""How many paragraphs from the top may open with a dateline: headline and dek come first."""
MOST_PLAIN_WORDS = 3
PARAGRAPH = re.compile(r"[^\n]+(?:\n[-–—―][^\n]{0,200})?")
DASH = re.compile(r"[ \t\n]{0,3}[-–—―]{1,3}")
WORD = re.compile(r"[^\s,()|]+")
PLAIN_WORD = re.compile(r"(?:[A-ZÀ-Þ][\w.'’/&-]*|\d{1,2}|of|the|di|de|da|del|al|dan|and)$")
BRACKETED = re.compile(r"\([A-ZÀ-Þ][^()\n]{0,40}\)")
WEB_NAME = r"[A-Za-z][\w-]{1,30}(?:\.[A-Za-z]{2,6}){1,2}"
WEB_WORD = re.compile(WEB_NAME)
CAPITALS = re.compile(r"[A-ZÀ-Þ]{3}")
WITHOUT_DASH = re.compile(
    rf"{WEB_NAME},[ \t]?(?:(?:[A-ZÀ-Þ][a-zà-þ]+[ \t])?[A-ZÀ-Þ][a-zà-þ]+(?=[A-ZÀ-Þ“\"])"
    r"|[A-ZÀ-Þ][a-zà-þ]+(?=\s+[A-ZÀ-Þ“\"]))"
)


def find_datelines(article: Article) -> Iterator[Furniture]:
    """Yield the dateline, “JAKARTA, KABAR.com -”, up to its dash."""
    text = article.text
    for number, paragraph in enumerate(PARAGRAPH.finditer(text)):
        if number == PARAGRAPHS:
            return
        start = paragraph.start() + len(paragraph.group()) - len(paragraph.group().lstrip())
        end = _dateline_end(text, start, min(paragraph.end(), start + LONGEST), number == 0)
        if end is not None:
            yield Furniture(article.mention(start, end), "dateline", "dateline")
            return


def _dateline_end(text: str, start: int, limit: int, first: bool) -> int | None:
    """Return the offset after a dateline that begins at `start`."""
    for dash in DASH.finditer(text, start, limit):
        spaced = dash.group()[0].isspace() or text[dash.end() : dash.end() + 1].isspace()
        if not spaced and len(dash.group()) == 1 and dash.group() == "-":
            continue
        if text[dash.end() : dash.end() + 30].lstrip()[:1].islower():
            return None
        if _is_dateline(text[start : dash.start()], first):
            return dash.end()
        return None
    without = WITHOUT_DASH.match(text, start, limit + 2)
    return without.end() if without else None


def _is_dateline(head: str, first: bool) -> bool:
    """Return whether the words before a dash are place, outlet or date and nothing else."""
    bracketed = BRACKETED.search(head)
    words = WORD.findall(BRACKETED.sub(" ", head))
    if not words or not all(PLAIN_WORD.match(word) or WEB_WORD.fullmatch(word) for word in words):
        return False
    if bracketed and bracketed.end() == len(head.rstrip()):
        return True
    if any(WEB_WORD.fullmatch(word) for word in words) or CAPITALS.search(words[0]):
        return True
    return (first and len(words) <= MOST_PLAIN_WORDS) or bool(CAPITALS.search(words[-1]) and first)
