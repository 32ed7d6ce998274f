"""Which pages a site has, at which paths, and what their templates see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jelaskan.cache import Cache, Same
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.page import Page
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store, local
from jelaskan.proof.claims import Proof
from jelaskan.render.context import ExplainerContext
from jelaskan.render.glossary import list_terms
from jelaskan.render.links import relative
from jelaskan.render.people import Cast, Part, make_parts
from jelaskan.render.plan import GLOSSARY_FILE, NOT_FOUND, SETTINGS_FILE, Plan, make_plan
from jelaskan.render.shelf import Book, Shelf, make_book
from jelaskan.render.structured_data import (
    describe_explainer,
    describe_glossary,
    describe_person,
    describe_site,
)
from jelaskan.render.twin import make_twin
from jelaskan.render.views import Entry, Link
from jelaskan.settings import Settings

NEVER = "1970-01-01"
"""When a feed without entries was updated: Atom asks for a date."""


@dataclass(frozen=True, slots=True)
class _Explained:
    """What one explainer gives to its site: its pages, and its share of the others."""

    pages: tuple[Page, ...]
    book: Book
    parts: tuple[Part, ...]


def render_site(
    explainers: Sequence[ExplainerFile],
    *,
    articles: Mapping[str, Article],
    statements: Mapping[str, Statements],
    proofs: Mapping[str, tuple[Proof, ...]],
    store: Store,
    settings: Settings,
    packs: Mapping[str, LanguagePack],
    cache: Cache | None = None,
) -> Iterator[Page]:
    """Yield every page of a site: explainers, then what is made of all of them.

    Articles and statements are by slug, proofs by the path of the explainer file. `packs`
    holds every language at hand. Without an address in the settings, nothing that needs an
    absolute one (feed, sitemap, robots.txt) is among the pages. A page whose context is that of
    the build before comes from `cache` as the same object.
    """
    cache = cache or Cache()
    plan = make_plan(explainers, settings, store, packs)
    explained = []
    for file in explainers:
        found = [articles[slug] for slug in file.explainer.based_on if slug in articles]
        key = (
            "explained",
            Same(file),
            Same(proofs[file.path]),
            *(Same(article) for article in found),
            *(Same(statements.get(article.slug)) for article in found),
            *(Same(entry) for entry in store.used_by(file.explainer)),
            Same(settings),
            plan.languages,
            plan.editions[file.slug],
        )
        explained.append(
            cache.get(key, partial(_explain, file, articles, statements, proofs[file.path], plan))
        )
        yield from explained[-1].pages
    shelf = Shelf((one.book for one in explained), plan)
    cast = Cast((part for one in explained for part in one.parts), plan)
    for page in _pages_of_all(explainers, shelf, cast, plan, cache):
        yield cache.settle(("page", page.path), page)


def _explain(
    file: ExplainerFile,
    articles: Mapping[str, Article],
    statements: Mapping[str, Statements],
    proofs: tuple[Proof, ...],
    plan: Plan,
) -> _Explained:
    path = plan.path(file.explainer.language, file.slug)
    context = ExplainerContext(
        file, path, articles=articles, statements=statements, proofs=proofs, plan=plan
    )
    return _Explained(
        tuple(_explainer_pages(file, path, context, proofs, plan)),
        make_book(file, path, context),
        make_parts(file, context),
    )


def _pages_of_all(
    explainers: Sequence[ExplainerFile], shelf: Shelf, cast: Cast, plan: Plan, cache: Cache
) -> Iterator[Page]:
    """Yield what is made of all explainers together."""
    for language in plan.languages:
        yield _index(language, shelf, cast, plan)
        yield _glossary(language, explainers, plan)
        for key in cast.keys(language):
            made_of = (
                *(Same(part) for part in cast.parts(language, key)),
                *(Same(book) for book in shelf.books(language, cast.slugs(language, key))),
                Same(plan.settings),
                plan.languages,
                cast.languages(key),
            )
            yield cache.get(
                ("person", language, key, *made_of),
                partial(_person, language, key, shelf, cast, plan),
            )
    yield _not_found(plan)
    if plan.settings.address is not None:
        yield from _for_machines(shelf, cast, plan)


def _explainer_pages(
    file: ExplainerFile,
    path: str,
    context: ExplainerContext,
    proofs: Sequence[Proof],
    plan: Plan,
) -> Iterator[Page]:
    explainer = file.explainer
    built = context.build()
    frame = _frame(path, explainer.language, file.slug, plan.editions[file.slug], plan)
    linked = describe_explainer(explainer, built, frame["canonical"], plan)
    title = f"{explainer.headline} – {plan.title(explainer.language)}"
    everything = {**frame, **built, "title": title, "linked_data": linked}
    yield Page(path, "explainer.html", everything, file.path)
    twin = path.removesuffix("html") + "json"
    yield Page(twin, "twin.json", {"twin": make_twin(file, context, proofs)}, file.path)


def _index(language: str, shelf: Shelf, cast: Cast, plan: Plan) -> Page:
    path = plan.path(language)
    description = local(plan.settings.description, language)
    context = {
        **_frame(path, language, "", plan.languages, plan),
        "title": plan.title(language),
        "description": description or plan.pack(language).labels["index_description"],
        "entries": shelf.entries(language, path),
        "people": cast.links(language, path),
        "linked_data": describe_site(language, plan),
    }
    return Page(path, "index.html", context, SETTINGS_FILE)


def _glossary(language: str, explainers: Sequence[ExplainerFile], plan: Plan) -> Page:
    path = plan.path(language, "glossary")
    labels = plan.pack(language).labels
    terms, sources = list_terms(language, path, explainers, plan)
    frame = _frame(path, language, "glossary", plan.languages, plan)
    context = {
        **frame,
        "title": f"{labels['glossary']} – {plan.title(language)}",
        "description": labels["glossary_description"],
        "terms": terms,
        "sources": sources,
        "linked_data": describe_glossary(terms),
    }
    return Page(path, "glossary.html", context, GLOSSARY_FILE)


def _person(language: str, key: str, shelf: Shelf, cast: Cast, plan: Plan) -> Page:
    labels = plan.pack(language).labels
    name = f"people/{key}"
    path = plan.path(language, name)
    speaker, sources = cast.person(language, key, path, shelf)
    context = {
        **_frame(path, language, name, cast.languages(key), plan),
        "title": f"{speaker.name} – {plan.title(language)}",
        "description": labels["person_description"].format(name=speaker.name),
        "speaker": speaker,
        "sources": sources,
        "linked_data": describe_person(speaker),
    }
    return Page(path, "person.html", context, "content/people.yaml")


def _not_found(plan: Plan) -> Page:
    """Return the page for addresses that lead nowhere; it may be shown at any depth."""
    language = plan.languages[0]
    frame = _frame(NOT_FOUND, language, "", plan.languages, plan)
    labels = plan.pack(language).labels
    if plan.settings.address is not None:
        frame["home"] = plan.absolute(plan.path(language))
        frame["glossary"] = plan.absolute(plan.path(language, "glossary"))
        frame["editions"] = ()
    context = {
        **frame,
        "canonical": None,
        "alternates": (),
        "title": f"{labels['not_found']} – {plan.title(language)}",
        "description": labels["not_found_text"],
        "linked_data": None,
    }
    return Page(NOT_FOUND, "404.html", context, SETTINGS_FILE)


def _for_machines(shelf: Shelf, cast: Cast, plan: Plan) -> Iterator[Page]:
    """Yield what search engines and feed readers ask for."""
    paths: list[tuple[str, str | None]] = []
    for language in plan.languages:
        index = plan.path(language)
        entries = shelf.entries(language, index)
        paths += [(index, None), (plan.path(language, "glossary"), None)]
        paths += [(path, date) for path, date in shelf.paths(language)]
        paths += [(plan.path(language, f"people/{key}"), None) for key in cast.keys(language)]
        told = [entry for entry in entries if entry.date and not entry.draft]
        yield _feed(index, language, told, plan)
    addresses = [(plan.absolute(path), date) for path, date in paths]
    yield Page("sitemap.xml", "sitemap.xml", {"addresses": addresses}, SETTINGS_FILE)
    sitemap = {"sitemap": plan.absolute("sitemap.xml")}
    yield Page("robots.txt", "robots.txt", sitemap, SETTINGS_FILE)


def _feed(index: str, language: str, entries: Sequence[Entry], plan: Plan) -> Page:
    """Return the Atom feed of a language: its dated explainers that are no drafts."""
    folder = index.removesuffix("index.html")
    publisher = plan.settings.publisher
    context = {
        "language": language,
        "site_title": plan.title(language),
        "author": publisher.name if publisher else plan.title(language),
        "home": plan.absolute(index),
        "address": plan.absolute(f"{folder}feed.xml"),
        "updated": entries[0].date if entries else NEVER,
        "entries": [(entry, plan.absolute(folder + entry.url)) for entry in entries],
    }
    return Page(f"{folder}feed.xml", "feed.xml", context, SETTINGS_FILE)


def _frame(
    path: str, language: str, name: str, languages: Sequence[str], plan: Plan
) -> dict[str, Any]:
    """Return what every page has around its content."""
    home = plan.path(language)
    feed = home.removesuffix("index.html") + "feed.xml"
    alternates = tuple(
        Link(address, each, each)
        for each in languages
        for address in [plan.absolute(plan.path(each, name))]
        if address is not None
    )
    return {
        "path": path,
        "language": language,
        "direction": plan.direction(language),
        "t": plan.pack(language).labels,
        "site_title": plan.title(language),
        "publisher": plan.settings.publisher,
        "home": relative(path, home),
        "glossary": relative(path, plan.path(language, "glossary")),
        "editions": plan.editions_of(path, name, languages),
        "canonical": plan.absolute(path),
        "alternates": alternates if len(alternates) > 1 else (),
        "feed": plan.absolute(feed),
        "heading": None,
    }
