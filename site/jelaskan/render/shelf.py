"""The explainers of a site as they stand in lists, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.render.context import ExplainerContext
from jelaskan.render.formatting import format_date
from jelaskan.render.links import relative
from jelaskan.render.plan import Plan
from jelaskan.render.views import Entry


@dataclass(frozen=True, slots=True)
class Book:
    """What lists say of an explainer, and where its page is."""

    slug: str
    path: str
    explainer: Explainer
    date: str | None


def make_book(file: ExplainerFile, path: str, context: ExplainerContext) -> Book:
    """Return an explainer as lists have it."""
    explainer = file.explainer
    date = explainer.updated or explainer.published or context.date
    return Book(file.slug, path, explainer, date)


class Shelf:
    """The explainers of a site, in the order of their lists."""

    def __init__(self, books: Iterable[Book], plan: Plan) -> None:
        """Put every explainer where its date and slug belong."""
        self._plan = plan
        self._books: dict[str, dict[str, Book]] = {}
        in_order = sorted(books, key=lambda book: book.slug)
        in_order.sort(key=lambda book: book.date or "", reverse=True)
        for book in in_order:
            self._books.setdefault(book.explainer.language, {})[book.slug] = book
        self._rank = {(b.explainer.language, b.slug): rank for rank, b in enumerate(in_order)}

    def books(self, language: str, slugs: Iterable[str] | None = None) -> tuple[Book, ...]:
        """Return a language's explainers, or those of some slugs, newest first."""
        books = self._books.get(language, {})
        if slugs is None:
            return tuple(books.values())
        return tuple(
            sorted(
                (books[slug] for slug in slugs), key=lambda book: self._rank[language, book.slug]
            )
        )

    def entries(self, language: str, path: str) -> tuple[Entry, ...]:
        """Return a language's explainers, linked from a page, newest first."""
        return tuple(self.entry(book, path) for book in self.books(language))

    def entry(self, book: Book, path: str) -> Entry:
        """Return one explainer, linked from a page."""
        labels = self._plan.pack(book.explainer.language).labels
        return Entry(
            slug=book.slug,
            url=relative(path, book.path),
            kicker=book.explainer.kicker,
            headline=book.explainer.headline,
            dek=book.explainer.dek,
            date=book.date,
            words=book.date and format_date(book.date, labels),
            draft=book.explainer.status == "draft",
        )

    def paths(self, language: str) -> Iterator[tuple[str, str | None]]:
        """Yield where a language's explainers stand, and the date of each."""
        for book in self.books(language):
            yield book.path, book.date
