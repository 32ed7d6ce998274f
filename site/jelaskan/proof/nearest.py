"""Find the words of an article that come nearest to words that do not stand there."""

from collections.abc import Iterable

from jelaskan.model.article import Article
from jelaskan.proof.normal import NormalText, normalise
from jelaskan.proof.passages import Passage

ALIKE = 50.0
"""The least likeness, of 100, at which a passage helps an editor."""
LONGEST = 2_000
"""Code points of a claim that are compared: a longer one is recognised by its beginning."""


def find_nearest(text: str, articles: Iterable[Article]) -> Passage | None:
    """Return the passage of any article that is most like a text, in whole words.

    The first one wins among equals. None where nothing is like it.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    wanted = normalise(text).text.strip(" .,")[:LONGEST]
    best, nearest = ALIKE, None
    for article in articles:
        whole = normalise(article.text)
        if not wanted or not whole.text:
            continue
        found = partial_ratio_alignment(wanted, whole.text, score_cutoff=best)
        if found is None or (nearest is not None and found.score <= best):
            continue
        passage = _whole_words(article, whole, found.dest_start, found.dest_end)
        if passage is not None:
            best, nearest = found.score, passage
    return nearest


def _whole_words(article: Article, whole: NormalText, start: int, end: int) -> Passage | None:
    """Return the passage of normal text from `start` to `end`, no word cut in two."""
    text = whole.text
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    if start == end:
        return None
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    mention = article.mention(whole.offsets[start], whole.offsets[end - 1] + 1)
    return Passage(article, (mention,))
