"""Find the words of an article that come nearest to words that do not stand there."""

import re
from collections.abc import Iterable
from itertools import islice

from jelaskan.model.article import Article
from jelaskan.proof.normal import NormalText, normalise
from jelaskan.proof.passages import Passage

ALIKE = 50.0
"""The least likeness, of 100, at which a passage helps an editor."""
LONGEST = 2_000
"""Code points of a claim that are compared: a longer one is recognised by its beginning."""
WIDER = 3
"""How many words a passage may be longer than its claim, at either end."""
REACH = 100
"""How far, in code points, these words may be."""

_WORD = re.compile(r"\w+")


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
        span = _whole_words(whole.text, found.dest_start, found.dest_end)
        if span is not None:
            best, nearest = (
                found.score,
                _passage(article, whole, *_widen(wanted, whole.text, *span)),
            )
    return nearest


def _whole_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a stretch of normal text with no word cut in two; None if it has none."""
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
    return start, end


def _widen(wanted: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with a few more words of the article, if they are the claim's too.

    The aligner finds one that is as long as the claim, which may have lost words.
    """
    from rapidfuzz.distance import Indel

    reach = max(0, start - REACH)
    before = [start, *(word.start() for word in reversed([*_WORD.finditer(text, reach, start)]))]
    after = [end, *(word.end() for word in islice(_WORD.finditer(text, end), WIDER))]
    words = _WORD.findall(wanted)
    return max(
        ((one, other) for one in before[: WIDER + 1] for other in after),
        key=lambda span: Indel.normalized_similarity(words, _WORD.findall(text, *span)),
    )


def _passage(article: Article, whole: NormalText, start: int, end: int) -> Passage:
    mention = article.mention(whole.offsets[start], whole.offsets[end - 1] + 1)
    return Passage(article, (mention,))
