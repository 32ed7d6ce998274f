"""The explainers of a site as they stand in lists, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from jelaskan.model.explainer import Explainer, ExplainerFile
from jelaskan.render.context import ExplainerContext
from jelaskan.render.formatting import format_date
from jelaskan.render.links import relative
from jelaskan.render.plan import Plan
from jelaskan.render.views import Entry


@dataclass(frozen=True, slots=True)
class _Book:
    slug: str
    path: str
    explainer: Explainer
    date: str | None


class Shelf:
    """Collects explainers while their pages are made."""

    def __init__(self, plan: Plan) -> None:
        """Begin with none."""
        self._plan = plan
        self._books: dict[tuple[str, str], _Book] = {}

    def add(self, file: ExplainerFile, path: str, context: ExplainerContext) -> None:
        """Put an explainer where its date and slug belong."""
        explainer = file.explainer
        date = explainer.updated or explainer.published or context.date
        self._books[explainer.language, file.slug] = _Book(file.slug, path, explainer, date)

    def entries(self, language: str, path: str) -> tuple[Entry, ...]:
        """Return a language's explainers, linked from a page, newest first."""
        return tuple(self.entry(language, book.slug, path) for book in self._sorted(language))

    def entry(self, language: str, slug: str, path: str) -> Entry:
        """Return one explainer, linked from a page."""
        book = self._books[language, slug]
        labels = self._plan.pack(language).labels
        return Entry(
            slug=slug,
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
        for book in self._sorted(language):
            yield book.path, book.date

    def _sorted(self, language: str) -> list[_Book]:
        books = [book for (each, _), book in self._books.items() if each == language]
        books.sort(key=lambda book: book.slug)
        return sorted(books, key=lambda book: book.date or "", reverse=True)
