"""An article's text with every claim marked, each mark leading back to its claim."""

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from jelaskan.model.article import Article, Mention
from jelaskan.model.statements import Furniture
from jelaskan.proof.claims import passage_anchor
from jelaskan.render.terms import TermMarker

NEXT_CHARACTER = re.compile(r"[^\S\n]*([^\s])")
CONTINUING = frozenset(",;.:!?)]»”’")
"""A line that begins with one of these, or in lower case, continues the one before."""


MarkStyle = Literal["direct", "reported", "figure", "time", "note"]


@dataclass(frozen=True, slots=True)
class Claimed:
    """Words of an article that a claim rests on."""

    mention: Mention
    anchor: str
    """The claim's fragment: `quotation-rutte-1`."""
    number: int
    style: MarkStyle
    """The class of the mark."""
    first: bool
    """Whether these are the first words of the claim."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """A paragraph, or a piece of the page around the article, as offsets."""

    start: int
    end: int
    furniture: str = ""
    """Its kind, for a piece of the page around the article."""


@dataclass(frozen=True, slots=True)
class _Span:
    """What is left to mark of a claim."""

    start: int
    end: int
    claimed: Claimed
    first: bool


def find_stripes(text: str, furniture: Sequence[Furniture]) -> Iterator[Stripe]:
    """Yield the paragraphs of a text, parted by furniture, in text order.

    A line break ends a paragraph, unless the next line begins in lower case or with a
    mark: scraped text breaks lines inside sentences. White space around is left out.
    """
    at = 0
    for piece in sorted(furniture, key=lambda piece: piece.mention):
        mention = piece.mention
        yield from _paragraphs(text, at, mention.start)
        if mention.end > at:
            yield from _trimmed(text, max(at, mention.start), mention.end, piece.kind)
        at = max(at, mention.end)
    yield from _paragraphs(text, at, len(text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[Stripe]:
    begin = start
    at = text.find("\n", start, end)
    while at >= 0:
        after = NEXT_CHARACTER.match(text, at + 1, end)
        if after is None or not (after[1].islower() or after[1] in CONTINUING):
            yield from _trimmed(text, begin, at)
            begin = at + 1
        at = text.find("\n", at + 1, end)
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int, furniture: str = "") -> Iterator[Stripe]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Stripe(start, end, furniture)


def mark_passage(
    article: Article, stripe: Stripe, claims: Iterable[Claimed], marker: TermMarker | None
) -> Markup:
    """Return a paragraph with its claims marked; its words are the article's, in order.

    Marks nest where claims do. Where two claims cross, the later one is split where the
    earlier ends. Every mark ends with a link back to its claim, which has no words in it.
    """
    waiting = [
        (max(start, stripe.start), -min(end, stripe.end), number, claimed, start >= stripe.start)
        for number, claimed in enumerate(claims)
        for start, end in [(claimed.mention.start, claimed.mention.end)]
        if start < stripe.end and end > stripe.start
    ]
    heapq.heapify(waiting)
    pieces: list[Markup] = []
    open_: list[_Span] = []
    at = stripe.start
    order = len(waiting)

    def write(until: int) -> None:
        nonlocal at
        if until > at:
            words = article.text[at:until]
            pieces.append(escape(words) if marker is None else marker.mark(words))
            at = until

    def close(until: int) -> None:
        while open_ and open_[-1].end <= until:
            write(open_[-1].end)
            pieces.append(_close(open_.pop()))

    while waiting:
        start, negative_end, _, claimed, first = heapq.heappop(waiting)
        close(start)
        write(start)
        end = -negative_end
        if open_ and open_[-1].end < end:
            order += 1
            heapq.heappush(waiting, (open_[-1].end, -end, order, claimed, False))
            end = open_[-1].end
        open_.append(_Span(start, end, claimed, first and claimed.first))
        pieces.append(_open(open_[-1]))
    close(stripe.end)
    write(stripe.end)
    return Markup("").join(pieces)


def _open(span: _Span) -> Markup:
    if span.first:
        return Markup('<mark id="{}" class="{}">').format(
            passage_anchor(span.claimed.anchor), span.claimed.style
        )
    return Markup('<mark class="{} more">').format(span.claimed.style)


def _close(span: _Span) -> Markup:
    return Markup('<a href="#{}" aria-label="{}"></a></mark>').format(
        span.claimed.anchor, span.claimed.number
    )
