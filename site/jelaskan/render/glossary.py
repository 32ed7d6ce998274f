"""The glossary page: every term that a site explains in a language."""

from collections.abc import Sequence

from jelaskan.model.explainer import DefinedTerm, ExplainerFile
from jelaskan.render.context import resolve_terms, stored_term
from jelaskan.render.formatting import format_date
from jelaskan.render.links import relative
from jelaskan.render.plan import Plan
from jelaskan.render.sources import SourceList
from jelaskan.render.views import Link, SourceView, TermView


def list_terms(
    language: str, path: str, explainers: Sequence[ExplainerFile], plan: Plan
) -> tuple[tuple[TermView, ...], tuple[SourceView, ...]]:
    """Return the terms of the store and of the explainers by name, and their sources.

    A term without a description is left out. Two explainers may describe one id in two
    ways: both stand there, each with the explainers that use it.
    """
    used: dict[DefinedTerm, list[Link]] = {}
    for term_id in plan.store.terms:
        term = stored_term(term_id, language, plan.store)
        if term is not None:
            used[term] = []
    for file in explainers:
        if file.explainer.language == language:
            target = relative(path, plan.path(language, file.slug))
            for term in resolve_terms(file.explainer, plan.store):
                link = Link(f"{target}#term-{term.id}", file.explainer.headline)
                used.setdefault(term, []).append(link)
    sources = SourceList()
    labels = plan.pack(language).labels
    anchors: set[str] = set()
    views = []
    for term in sorted(used, key=lambda term: (term.name.casefold(), term.id, term.description)):
        if term.description is None:
            continue
        views.append(
            TermView(
                anchor=_unique(f"term-{term.id}", anchors),
                name=term.name,
                alternate_names=term.alternate_names,
                description=term.description,
                as_of=term.as_of and format_date(term.as_of, labels),
                sources=sources.add(term.source),
                uses=tuple(used[term]),
            )
        )
    return tuple(views), sources.all()


def _unique(anchor: str, taken: set[str]) -> str:
    """Return a fragment that no earlier term has."""
    number = 1
    unique = anchor
    while unique in taken:
        number += 1
        unique = f"{anchor}-{number}"
    taken.add(unique)
    return unique
