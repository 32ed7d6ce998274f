"""Where the parts of a draft stand: words that the check will find again."""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import OMISSION
from jelaskan.model.statements import Statements
from jelaskan.proof.passages import Passage, find_passages

BESIDE = 160
"""How far, in code points, `near` looks for words to tell two passages apart."""
SIZES = (3, 5, 8)
"""How many words it tries."""

_WORD = re.compile(r"\S+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Located:
    """Words as a draft writes them, and what tells their passage from others."""

    text: str
    near: str | None


def tidy(text: str) -> str:
    """Return text on one line; control characters, which no YAML can hold, are left out."""
    return " ".join(_CONTROL.sub("", text).split())


def locate(article: Article, pieces: Sequence[Mention]) -> Located | None:
    """Return the words of some pieces, or None where a check would not find them there.

    Words that are glued to others cannot be found again, nor words that stand twice with
    nothing beside them to tell which are meant. Pieces without a letter are left out.
    """
    pieces = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    text = f" {OMISSION} ".join(tidy(piece.text) for piece in pieces)
    passages = find_passages(article, text)
    here = _first_in(passages, pieces)
    if here is None:
        return None
    near = _find_near(article, text, passages[here]) if len(passages) > 1 else None
    if near is None and here > 0:
        return None
    return Located(text, near)


def _first_in(passages: Sequence[Passage], pieces: Sequence[Mention]) -> int | None:
    """Return the number of the first passage that stands inside of some pieces."""
    start = min(piece.start for piece in pieces) if pieces else 0
    end = max((piece.end for piece in pieces), default=0)
    first = bisect.bisect_left(passages, start, key=_start)
    after = bisect.bisect_left(passages, end, key=_start)
    for number in range(first, after):
        if _stands_in(passages[number], pieces):
            return number
    return None


def _start(passage: Passage) -> int:
    return passage.mentions[0].start


def _stands_in(passage: Passage, pieces: Sequence[Mention]) -> bool:
    """Return whether each mention of a passage stands inside its piece.

    A piece that has an omission of its own is found as two mentions.
    """
    return all(
        any(piece.start <= mention.start and mention.end <= piece.end for piece in pieces)
        for mention in passage.mentions
    )


def sentence_of(article: Article, statements: Statements, offset: int) -> Mention:
    """Return the sentence around an offset; where none is known, its line."""
    number = bisect.bisect_right(statements.sentences, offset, key=lambda found: found.start) - 1
    if number >= 0 and offset < statements.sentences[number].end:
        return statements.sentences[number]
    start = article.text.rfind("\n", 0, offset) + 1
    end = article.text.find("\n", offset)
    return article.mention(start, len(article.text) if end < 0 else end)


def _find_near(article: Article, text: str, passage: Passage) -> str | None:
    """Return words beside a passage that lead to it and to no other, if there are any."""
    for words in _beside(article, passage):
        found = find_passages(article, text, words)
        if found and found[0].mentions == passage.mentions:
            return words
    return None


def _beside(article: Article, passage: Passage) -> Iterator[str]:
    """Yield words after and before a passage, few first."""
    start, end = passage.mentions[0].start, passage.mentions[-1].end
    after = [word.span() for word in _WORD.finditer(article.text, end, end + BESIDE)]
    before = [word.span() for word in _WORD.finditer(article.text, max(0, start - BESIDE), start)]
    # A word that the reach cuts in two is no word of the article.
    after, before = after[1:-1], before[1:-1]
    for size in SIZES:
        if len(after) >= size:
            yield tidy(article.text[after[0][0] : after[size - 1][1]])
        if len(before) >= size:
            yield tidy(article.text[before[-size][0] : before[-1][1]])
