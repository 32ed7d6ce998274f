"""The terms that an explainer explains, and all of a site on its glossary page."""

from collections.abc import Sequence

from jelaskan.model.explainer import DefinedTerm, Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.store import Store
from jelaskan.render.formatting import format_date
from jelaskan.render.links import relative
from jelaskan.render.plan import Plan
from jelaskan.render.sources import SourceList
from jelaskan.render.views import Link, SourceView, TermView


def resolve_terms(explainer: Explainer, store: Store) -> tuple[DefinedTerm, ...]:
    """Return the terms of an explainer in its language, in its own order, each once.

    A reference to a term that the store does not describe in the language is left out;
    the checks name it.
    """
    terms: dict[str, DefinedTerm] = {}
    for entry in explainer.glossary:
        if isinstance(entry, DefinedTerm):
            terms.setdefault(entry.id, entry)
        else:
            stored = stored_term(entry, explainer.language, store)
            if stored is not None:
                terms.setdefault(entry, stored)
    return tuple(terms.values())


def stored_term(term_id: str, language: str, store: Store) -> DefinedTerm | None:
    """Return a term of the store, if it is described in a language."""
    stored = store.terms.get(term_id)
    text = stored.text.get(language) if stored else None
    if stored is None or text is None:
        return None
    return DefinedTerm(
        id=term_id,
        name=text.name,
        description=text.description,
        alternate_names=text.alternate_names,
        source=stored.source,
        as_of=stored.as_of,
    )


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
    described = [(term, term.description) for term in used if term.description is not None]
    for term, description in sorted(
        described, key=lambda one: (one[0].name.casefold(), one[0].id, one[1])
    ):
        views.append(
            TermView(
                anchor=_unique(f"term-{term.id}", anchors),
                name=term.name,
                alternate_names=term.alternate_names,
                description=description,
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
