"""How an article is laid out: what every finder needs to know of its text."""

from dataclasses import dataclass
from typing import NamedTuple

from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture


class Span(NamedTuple):
    """A stretch of `Article.text`: offsets in code points, `end` after the last."""

    start: int
    end: int


class Quoted(NamedTuple):
    """Words between quotation marks, the marks left out."""

    start: int
    end: int
    closed: bool
    """False where the paragraph ends before the mark is closed."""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """An article and its divisions, each in text order and outside of furniture."""

    article: Article
    furniture: tuple[Furniture, ...]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    """Inside paragraphs; a quotation of several sentences is inside its sentence's marks."""
    quoted: tuple[Quoted, ...]
    """Outermost quotations only."""
