"""The day that a page's time stamp names, for an article whose day nobody has written down."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from jelaskan.extract.amounts import amount_words
from jelaskan.extract.dating import whole_day
from jelaskan.extract.time_words import find_written
from jelaskan.extract.tokens import find_words
from jelaskan.extract.written import time_words
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article, Mention
from jelaskan.model.statements import Furniture

KINDS = frozenset(("time stamp", "byline", "source note"))
"""Furniture that may say when the article was published."""
TOP_LINES = 8
"""In how many lines from the top it does."""


class Stamp(NamedTuple):
    """A day that stands above an article, and the line that names it."""

    day: date
    mention: Mention


def find_stamp(
    article: Article, furniture: Iterable[Furniture], pack: LanguagePack
) -> Stamp | None:
    """Return the first whole day that a line of furniture at the top names."""
    known, parted = time_words(pack), amount_words(pack).parted
    for piece in furniture:
        mention = piece.mention
        above = article.text[: mention.start].splitlines()
        if piece.kind not in KINDS or sum(1 for line in above if line.strip()) >= TOP_LINES:
            continue
        words = find_words(article.text, mention.start, mention.end, parted)
        for found in find_written(words, known):
            day = whole_day(found.year, found.month, found.day)
            if day is not None and found.until is None:
                return Stamp(day, mention)
    return None
