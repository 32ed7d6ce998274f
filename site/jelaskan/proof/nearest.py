"""Find the words of an article that come nearest to words that do not stand there."""

import re
from collections.abc import Iterable

from jelaskan.model.article import Article
from jelaskan.proof.normal import NormalText, normalise
from jelaskan.proof.passages import Passage

ALIKE = 50.0
"""The least likeness, of 100, at which a passage helps an editor."""
LONGEST = 600
"""Code points of a claim that are compared: a longer one is recognised by its beginning."""
AROUND = 3
"""How many words more or fewer, at either end, a passage may have than what was aligned."""
REACH = 100
"""How far, in code points, these words may be."""

_WORD = re.compile(r"\w+")


def find_nearest(text: str, articles: Iterable[Article]) -> Passage | None:
    """Return the passage of any article that is most like a text, in whole words.

    The first one wins among equals. None where nothing is like it.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    wanted = normalise(text).text[:LONGEST]
    words = _WORD.findall(wanted)
    best, nearest = ALIKE, None
    for article in articles:
        whole = normalise(article.text)
        if not words or not whole.text:
            continue
        found = partial_ratio_alignment(wanted, whole.text, score_cutoff=best)
        if found is None or (nearest is not None and found.score <= best):
            continue
        span = _fit(words, whole.text, found.dest_start, found.dest_end)
        if span is not None:
            best, nearest = found.score, _passage(article, whole, *span)
    return nearest


def _fit(words: list[str], text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the whole words around a stretch that are most like those of a claim.

    The aligner finds a stretch that is as long as the claim, wherever words begin and end;
    the claim may have lost words of the article, or have words of its own.
    """
    from rapidfuzz.distance import Levenshtein

    reach = max(0, start - REACH)
    spans = [word.span() for word in _WORD.finditer(text, reach, end + REACH)][reach > 0 :]
    found = [text[slice(*span)] for span in spans]
    first = sum(span[1] <= start for span in spans)
    last = sum(span[0] < end for span in spans)
    stretches = [
        (one, other)
        for one in range(max(0, first - AROUND), min(len(spans), first + AROUND + 1))
        for other in range(max(one + 1, last - AROUND), min(len(spans), last + AROUND) + 1)
    ]
    if not stretches:
        return None
    one, other = min(
        stretches,
        key=lambda stretch: (
            Levenshtein.distance(words, found[slice(*stretch)]),
            stretch[0] - stretch[1],
        ),
    )
    return spans[one][0], spans[other - 1][1]


def _passage(article: Article, whole: NormalText, start: int, end: int) -> Passage:
    return Passage(article, (article.mention(*whole.span(start, end)),))
