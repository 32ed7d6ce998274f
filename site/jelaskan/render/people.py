"""Everybody who speaks on a site, with all that they said over all explainers."""

from dataclasses import dataclass

from jelaskan.model.explainer import ExplainerFile
from jelaskan.render.context import ExplainerContext
from jelaskan.render.links import relative
from jelaskan.render.plan import Plan
from jelaskan.render.shelf import Shelf
from jelaskan.render.sources import SourceList
from jelaskan.render.speakers import ResolvedSpeaker
from jelaskan.render.views import Appearance, Link, PersonView, QuotationView, SourceView


@dataclass(frozen=True, slots=True)
class _Part:
    """What one speaker said in one explainer."""

    slug: str
    speaker: ResolvedSpeaker
    quotations: tuple[QuotationView, ...]


class Cast:
    """Collects speakers while the pages of explainers are made."""

    def __init__(self, plan: Plan) -> None:
        """Begin with nobody."""
        self._plan = plan
        self._parts: dict[str, dict[str, list[_Part]]] = {}

    def add(self, file: ExplainerFile, context: ExplainerContext) -> None:
        """Add the speakers of an explainer."""
        explainer = file.explainer
        parts = self._parts.setdefault(explainer.language, {})
        for speaker in dict.fromkeys(each.speaker for each in explainer.quotations):
            resolved = context.resolve(speaker)
            quotations = tuple(
                context.quotation(each, None)
                for each in explainer.quotations
                if each.speaker == speaker
            )
            parts.setdefault(resolved.key, []).append(_Part(file.slug, resolved, quotations))

    def keys(self, language: str) -> tuple[str, ...]:
        """Return the names of a language's speakers' pages, sorted."""
        return tuple(sorted(self._parts.get(language, ())))

    def languages(self, key: str) -> tuple[str, ...]:
        """Return the languages in which a speaker has a page."""
        return tuple(each for each in self._plan.languages if key in self._parts.get(each, ()))

    def links(self, language: str, path: str) -> tuple[Link, ...]:
        """Return a language's speakers by name, linked from a page."""
        links = [
            Link(relative(path, self._plan.path(language, f"people/{key}")), parts[0].speaker.name)
            for key, parts in self._parts.get(language, {}).items()
        ]
        return tuple(sorted(links, key=lambda link: (link.text.casefold(), link.url)))

    def person(
        self, language: str, key: str, path: str, shelf: Shelf
    ) -> tuple[PersonView, tuple[SourceView, ...]]:
        """Return a speaker, newest explainer first, and the sources that the page names."""
        sources = SourceList()
        by_slug = {part.slug: part for part in self._parts[language][key]}
        appearances = tuple(
            Appearance(entry, part.speaker.role, part.speaker.affiliation, part.quotations)
            for entry in shelf.entries(language, path)
            for part in [by_slug.get(entry.slug)]
            if part is not None
        )
        newest = by_slug[appearances[0].entry.slug].speaker
        view = PersonView(
            name=newest.name,
            kind=newest.kind,
            about=newest.about,
            sources=sources.add(newest.source),
            appearances=appearances,
        )
        return view, sources.all()
