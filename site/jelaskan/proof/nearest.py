"""Find the words of an article that come nearest to words that do not stand there."""

import re
from collections.abc import Iterable

from jelaskan.model.article import Article
from jelaskan.proof.normal import NormalText, normalise
from jelaskan.proof.passages import Passage

ALIGNED = 50.0
"""The least likeness, of 100, of a claim and a stretch of letters that may be what it means."""
ALIKE = 62.0
"""The least likeness of a claim and whole words that helps an editor.

Sentences on two matters come to 40 or 55, for they share the small words of their language;
one in which three words of ten were exchanged comes to 75.
"""
MISSPELT = 80.0
"""The least likeness where no whole word is the same."""
LONGEST = 600
"""Code points of a claim that are compared: a longer one is recognised by its beginning."""
AROUND = 3
"""How many words more or fewer, at either end, a passage may have than what was aligned."""
REACH = 100
"""How far, in code points, these words may be."""

_WORD = re.compile(r"\w+")


def find_nearest(text: str, articles: Iterable[Article]) -> Passage | None:
    """Return the passage of any article that is most like a text, in whole words.

    The first one wins among equals. None where nothing is like it, as where a paragraph was
    taken out of the article.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    wanted = normalise(text).text[:LONGEST]
    best, nearest = 0.0, None
    for article in articles:
        whole = normalise(article.text)
        if not _WORD.search(wanted) or not whole.text:
            continue
        found = partial_ratio_alignment(wanted, whole.text, score_cutoff=ALIGNED)
        if found is None:
            continue
        alike, span = _fit(wanted, whole.text, found.dest_start, found.dest_end)
        if alike > best and alike >= ALIKE:
            best, nearest = alike, _passage(article, whole, *span)
    return nearest


def likeness(text: str, other: str) -> float:
    """Return how much of two texts is the same, of 100, capitals and marks aside."""
    return _ratio(*(normalise(one).text[:LONGEST] for one in (text, other)))


def _ratio(text: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio

    return ratio(text.casefold(), other.casefold())


def _fit(wanted: str, text: str, start: int, end: int) -> tuple[float, tuple[int, int]]:
    """Return how much the nearest words around a stretch are like a claim, and where they are.

    It is 0 where they are not much like it and have no word of it.

    The aligner finds a stretch that is as long as the claim, wherever words begin and end;
    the claim may have lost words of the article, or have words of its own.
    """
    from rapidfuzz.distance import Levenshtein

    words = _WORD.findall(wanted)
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
        return 0.0, (0, 0)

    def by_words(stretch: tuple[int, int]) -> tuple[int, int]:
        return Levenshtein.distance(words, found[slice(*stretch)]), stretch[0] - stretch[1]

    def place(stretch: tuple[int, int]) -> tuple[int, int]:
        return spans[stretch[0]][0], spans[stretch[1] - 1][1]

    def alike(stretch: tuple[int, int]) -> float:
        return _ratio(wanted, text[slice(*place(stretch))])

    nearest = min(stretches, key=by_words)
    if {*words}.intersection(found[slice(*nearest)]):
        return alike(nearest), place(nearest)
    nearest = max(stretches, key=alike)
    return (alike(nearest) if alike(nearest) >= MISSPELT else 0.0), place(nearest)


def _passage(article: Article, whole: NormalText, start: int, end: int) -> Passage:
    return Passage(article, (article.mention(*whole.span(start, end)),))
