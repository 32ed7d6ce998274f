"""Find the words of a claim in an article."""

from collections.abc import Iterator
from dataclasses import dataclass

from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import OMISSION
from jelaskan.proof.normal import NormalText, normalise

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
    pieces = [piece for piece in text.replace("[...]", OMISSION).split(OMISSION) if piece.strip()]
    whole = normalise(article.text)
    wanted = [normalise(piece).text.strip(" .,") for piece in pieces]
    if not wanted or not all(wanted):
        return ()
    found: list[list[tuple[int, int]]] = []
    for start in _occurrences(whole, wanted[0], 0):
        spans = [(start, start + len(wanted[0]))]
        for piece in wanted[1:]:
            after = next(_occurrences(whole, piece, spans[-1][1]), None)
            if after is None:
                break
            spans.append((after, after + len(piece)))
        if len(spans) < len(wanted):
            continue
        if len(spans) > 1 and found and found[-1][1:] == spans[1:]:
            # Of two beginnings before the same second piece, the later one belongs to it.
            found.pop()
        found.append(spans)
    passages = tuple(
        Passage(article, tuple(_mention(article, whole, *span) for span in spans))
        for spans in found
    )
    return passages if near is None else _nearest_to(near, article, whole, passages)


def _nearest_to(
    near: str, article: Article, whole: NormalText, passages: tuple[Passage, ...]
) -> tuple[Passage, ...]:
    """Return the one passage that stands nearest to some words, or none."""
    wanted = normalise(near).text.strip(" .,")
    beside = [
        _mention(article, whole, start, start + len(wanted))
        for start in _occurrences(whole, wanted, 0)
    ]
    reach = [
        (
            max(
                0, mention.start - passage.mentions[-1].end, passage.mentions[0].start - mention.end
            ),
            number,
        )
        for number, passage in enumerate(passages)
        for mention in beside
    ]
    distance, number = min(reach, default=(NEAR + 1, 0))
    return (passages[number],) if distance <= NEAR else ()


def _occurrences(whole: NormalText, words: str, start: int) -> Iterator[int]:
    """Yield where whole words stand in normal text."""
    at = whole.text.find(words, start) if words else -1
    while at >= 0:
        if _is_edge(whole.text, at) and _is_edge(whole.text, at + len(words)):
            yield at
        at = whole.text.find(words, at + 1)


def _is_edge(text: str, at: int) -> bool:
    """Return whether a word may begin or end at an offset.

    Scraped text loses spaces (“NATOmengatakan”, “TrumpSementara”): where letters of
    different case meet, or a letter and a digit, words may part too.
    """
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if not (before.isalnum() and after.isalnum()):
        return not (
            before.isdigit() and after in ".," and text[at + 1 : at + 2].isdigit()
        ) and not (before in ".," and after.isdigit() and text[at - 2 : at - 1].isdigit())
    return before.isalpha() and after.isalpha() and before.isupper() != after.isupper()


def _mention(article: Article, whole: NormalText, start: int, end: int) -> Mention:
    first, last = whole.offsets[start], whole.offsets[end - 1]
    return article.mention(first, last + 1)
