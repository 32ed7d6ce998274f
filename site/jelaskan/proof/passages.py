"""Find the words of a claim in an article."""

import bisect
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import OMISSION
from jelaskan.proof.normal import before, is_accent, normalise
from jelaskan.proof.word_index import WordIndex

NEAR = 400
"""How far, in code points, the words of `near` may stand from a passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the words of a claim stand: one mention for each piece of them."""

    article: Article
    mentions: tuple[Mention, ...]


def find_passages(article: Article, text: str, near: str | None = None) -> tuple[Passage, ...]:
    """Return every place at which an article has these words, in text order.

    Words agree letter for letter; quotation marks, spaces and line breaks do not count,
    nor does a comma or full stop at the end of a piece. `[…]` parts pieces, which follow
    one another in the article. With `near`, only the place nearest to those words is left.
    """
    return _searched(article).find(text, near)


class _Searched:
    """An article, and what was found in it: a page that repeats itself is asked the same often."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._whole = normalise(article.text)
        self._index = WordIndex(self._whole.text)
        self._passages: dict[tuple[str, str | None], tuple[Passage, ...]] = {}
        self._starts: dict[str, list[int]] = {}

    def find(self, text: str, near: str | None) -> tuple[Passage, ...]:
        """Return the passages of a text."""
        if (text, near) not in self._passages:
            if near is None:
                found = self._find(text)
            else:
                found = self._nearest_to(near, self.find(text, None))
            self._passages[text, near] = found
        return self._passages[text, near]

    def _find(self, text: str) -> tuple[Passage, ...]:
        pieces = text.replace("[...]", OMISSION).split(OMISSION)
        wanted = [normalise(piece).text.strip(" .,") for piece in pieces if piece.strip()]
        if not wanted or not all(wanted):
            return ()
        found: list[list[tuple[int, int]]] = []
        for start in self._occurrences(wanted[0]):
            spans = [(start, start + len(wanted[0]))]
            for piece in wanted[1:]:
                starts = self._occurrences(piece)
                number = bisect.bisect_left(starts, spans[-1][1])
                if number == len(starts):
                    break
                spans.append((starts[number], starts[number] + len(piece)))
            if len(spans) < len(wanted):
                break
            if len(spans) > 1 and found and found[-1][1:] == spans[1:]:
                # Of two beginnings before the same second piece, the later one belongs to it.
                found.pop()
            found.append(spans)
        return tuple(
            Passage(self._article, tuple(self._mention(*span) for span in spans)) for spans in found
        )

    def _nearest_to(self, near: str, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """Return the one passage that stands nearest to some words, or none."""
        wanted = normalise(near).text.strip(" .,")
        here = [(passage.mentions[0].start, passage.mentions[-1].end) for passage in passages]
        beside = [
            (mention.start, mention.end)
            for mention in (
                self._mention(start, start + len(wanted)) for start in self._occurrences(wanted)
            )
        ]
        if len(beside) < len(here):
            pairs = [(number, other) for other, number in _neighbours(beside, here)]
        else:
            pairs = list(_neighbours(here, beside))
        reach = ((_distance(here[number], beside[other]), number) for number, other in pairs)
        distance, number = min(reach, default=(NEAR + 1, 0))
        return (passages[number],) if distance <= NEAR else ()

    def _occurrences(self, words: str) -> list[int]:
        """Return where whole words stand in the normal text, in order."""
        if words not in self._starts:
            text = self._whole.text
            self._starts[words] = [
                at
                for at in self._index.find(words)
                if _is_edge(text, at) and _is_edge(text, at + len(words))
            ]
        return self._starts[words]

    def _mention(self, start: int, end: int) -> Mention:
        return self._article.mention(*self._whole.span(start, end))


@functools.lru_cache(maxsize=64)
def _searched(article: Article) -> _Searched:
    return _Searched(article)


def _neighbours(
    spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield, for each span, the numbers of the spans that come before and after it.

    Both are in text order, by their starts and by their ends.
    """
    for number, (start, _) in enumerate(spans):
        after = bisect.bisect_left(others, start, key=lambda span: span[1])
        for other in (after - 1, after):
            if 0 <= other < len(others):
                yield number, other


def _distance(span: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many code points stand between two spans."""
    return max(0, other[0] - span[1], span[0] - other[1])


def _is_edge(text: str, at: int) -> bool:
    """Return whether a word may begin or end at an offset.

    Scraped text loses spaces (“NATOmengatakan”, “TrumpSementara”): where letters of
    different case meet, or a letter and a digit, words may part too.
    """
    if at in (0, len(text)):
        return True
    one, other = before(text, at), text[at]
    if is_accent(other):
        return False
    if not (one.isalnum() and other.isalnum()):
        return not (one.isdigit() and other in ".," and text[at + 1 : at + 2].isdigit()) and not (
            one in ".," and other.isdigit() and text[at - 2 : at - 1].isdigit()
        )
    return one.isalpha() and other.isalpha() and one.isupper() != other.isupper()
