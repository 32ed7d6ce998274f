"""Times: dates and periods as ISO values, with what they rest on."""

import re
from dataclasses import replace

from jelaskan.extract.amounts import amount_words
from jelaskan.extract.dating import find_reference, resolve
from jelaskan.extract.layout import Layout, Span
from jelaskan.extract.stamps import find_stamp
from jelaskan.extract.time_words import find_written
from jelaskan.extract.tokens import Word, find_words, letters_of
from jelaskan.extract.written import TimeWords, Written, time_words
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Mention
from jelaskan.model.statements import TimeExpression

DIGITS = re.compile(r"\d{4}|\d[/.-]\d")


def find_times(layout: Layout, pack: LanguagePack, as_of: str | None) -> tuple[TimeExpression, ...]:
    """Return the dates and periods of an article, in text order, each value once.

    `as_of` is an ISO date: where neither publication, a time stamp above the article nor a full
    date tells the year, the newest one that is not after it is taken, with a doubt. Bare “yesterday” and “last week” are left out.
    """
    known = time_words(pack)
    parted = amount_words(pack).parted
    written: list[tuple[tuple[Word, ...], Written]] = []
    for sentence in layout.sentences:
        if _may_date(layout.article.text, sentence, known):
            words = find_words(layout.article.text, sentence.start, sentence.end, parted)
            written += [(words, found) for found in find_written(words, known)]
    # "Oktober mendatang" tells which October a bare one is.
    sided = {found.month for _, found in written if found.day is None and not _is_bare_month(found)}
    written = [
        (words, found)
        for words, found in written
        if not (_is_bare_month(found) and found.month in sided)
    ]
    article = layout.article
    stamp = None if article.published else find_stamp(article, layout.furniture, pack)
    reference = find_reference(
        [found for _, found in written], article.published, as_of, stamp and stamp.day
    )
    first: dict[str, TimeExpression] = {}
    again: dict[str, list[Mention]] = {}
    for words, found in written:
        dated = resolve(found, reference)
        if dated is None:
            continue
        value, basis, doubts = dated
        mention = layout.article.mention(words[found.start].start, words[found.end - 1].end)
        if value in first:
            again.setdefault(value, []).append(mention)
        else:
            first[value] = TimeExpression(mention, value, basis, found.rule, doubts)
    times = (replace(first[value], again=tuple(again.get(value, ()))) for value in first)
    return tuple(sorted(times, key=lambda time: time.mention.start))


def _is_bare_month(found: Written) -> bool:
    """Return whether nothing but the name of a month is written."""
    return (
        found.month is not None
        and found.day is None
        and found.year is None
        and not found.direction
        and not found.cue
    )


def _may_date(text: str, sentence: Span, known: TimeWords) -> bool:
    """Return whether digits or words of a date are in a sentence."""
    if DIGITS.search(text, sentence.start, sentence.end):
        return True
    return not known.letters.isdisjoint(letters_of(text, sentence.start, sentence.end))
