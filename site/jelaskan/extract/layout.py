"""How an article is laid out: what every finder needs to know of its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from jelaskan.extract.quoted import Quoted, find_quoted
from jelaskan.extract.sentences import Span, find_paragraphs, find_sentences
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture

__all__ = ["Layout", "Quoted", "Span", "lay_out"]


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


def lay_out(article: Article, pack: LanguagePack, furniture: Sequence[Furniture]) -> Layout:
    """Return the divisions of an article; furniture, in text order, parts paragraphs."""
    gaps = [Span(piece.mention.start, piece.mention.end) for piece in furniture]
    paragraphs = tuple(find_paragraphs(article.text, gaps))
    quoted = tuple(find_quoted(article.text, paragraphs))
    closed = [Span(start, end) for start, end, is_closed in quoted if is_closed]
    sentences = tuple(find_sentences(article.text, paragraphs, closed, pack))
    return Layout(article, tuple(furniture), paragraphs, sentences, quoted)
