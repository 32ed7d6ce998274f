"""Everybody who speaks on a site, with all that they said over all explainers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jelaskan.model.explainer import Quotation
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.render.context import ExplainerContext
from jelaskan.render.links import relative
from jelaskan.render.plan import Plan
from jelaskan.render.shelf import Shelf
from jelaskan.render.sources import SourceList
from jelaskan.render.speakers import ResolvedSpeaker
from jelaskan.render.views import Appearance, Link, PersonView, QuotationView, SourceView


@dataclass(frozen=True, slots=True)
class Part:
    """What one speaker said in one explainer."""

    slug: str
    language: str
    speaker: ResolvedSpeaker
    quotations: tuple[QuotationView, ...]


def make_parts(file: ExplainerFile, context: ExplainerContext) -> tuple[Part, ...]:
    """Return the speakers of an explainer, in the order in which they first speak."""
    by_speaker: dict[str, list[Quotation]] = {}
    for quotation in file.explainer.quotations:
        by_speaker.setdefault(quotation.speaker, []).append(quotation)
    return tuple(
        Part(
            file.slug,
            file.explainer.language,
            context.resolve(speaker),
            tuple(context.quotation(each, None) for each in quotations),
        )
        for speaker, quotations in by_speaker.items()
    )


class Cast:
    """Everybody who speaks on a site."""

    def __init__(self, parts: Iterable[Part], plan: Plan) -> None:
        """Put together what is of one speaker."""
        self._plan = plan
        self._parts: dict[str, dict[str, list[Part]]] = {}
        for part in parts:
            by_key = self._parts.setdefault(part.language, {})
            by_key.setdefault(part.speaker.key, []).append(part)

    def keys(self, language: str) -> tuple[str, ...]:
        """Return the names of a language's speakers' pages, sorted."""
        return tuple(sorted(self._parts.get(language, ())))

    def languages(self, key: str) -> tuple[str, ...]:
        """Return the languages in which a speaker has a page."""
        return tuple(each for each in self._plan.languages if key in self._parts.get(each, ()))

    def links(self, language: str, path: str) -> tuple[Link, ...]:
        """Return a language's speakers by name, linked from a page."""
        links = [
            Link(
                relative(path, self._plan.path(language, f"people/{key}")),
                parts[0].speaker.name,
            )
            for key, parts in self._parts.get(language, {}).items()
        ]
        return tuple(sorted(links, key=lambda link: (link.text.casefold(), link.url)))

    def slugs(self, language: str, key: str) -> tuple[str, ...]:
        """Return the explainers in which somebody speaks, each once."""
        return tuple(dict.fromkeys(part.slug for part in self._parts[language][key]))

    def parts(self, language: str, key: str) -> Sequence[Part]:
        """Return what a speaker said, explainer by explainer."""
        return self._parts[language][key]

    def person(
        self, language: str, key: str, path: str, shelf: Shelf
    ) -> tuple[PersonView, tuple[SourceView, ...]]:
        """Return a speaker, newest explainer first, and the sources that the page names."""
        sources = SourceList()
        by_slug: dict[str, list[Part]] = {}
        for part in self.parts(language, key):
            by_slug.setdefault(part.slug, []).append(part)
        books = shelf.books(language, by_slug)
        appearances = tuple(
            Appearance(
                shelf.entry(book, path),
                part.speaker.role,
                part.speaker.affiliation,
                part.quotations,
            )
            for book in books
            for part in by_slug[book.slug]
        )
        newest = by_slug[books[0].slug][-1].speaker
        view = PersonView(
            name=newest.name,
            kind=newest.kind,
            about=newest.about,
            sources=sources.add(newest.source),
            appearances=appearances,
        )
        return view, sources.all()
