"""From articles to explainers, new ones and those that exist."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePath

from jelaskan import languages
from jelaskan.cache import Cache
from jelaskan.files.create import create_text
from jelaskan.files.text_file import read_text
from jelaskan.messages import Message
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.pipeline.checks import save
from jelaskan.pipeline.named import explain_unknown, explain_unnamed, find_named
from jelaskan.pipeline.site import (
    EXPLAINERS,
    GLOSSARY,
    PEOPLE,
    SEEDS,
    SETTINGS,
    Site,
    find_all_statements,
    in_order,
    parse_yaml,
    read_site,
    slug_of,
)
from jelaskan.problems import Position, Problem, has_errors
from jelaskan.progress import Step, telling


@dataclass(frozen=True, slots=True)
class Change:
    """What a command writes into an explainer file."""

    path: str
    old: str
    """The text before, empty for a new file."""
    new: str
    added: Mapping[str, int] = field(default_factory=dict)
    """How many items each list got."""
    remembers: bool = True
    """Whether the file knew what earlier drafts have offered."""


def draft(
    root: Path, names: Sequence[str] = (), *, write: bool = True
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Write an explainer for every article without one, or for those that are named by slug.

    An article with an error gets none, and keeps no other from being drafted; an error in what
    all drafts rest on does.
    """
    site, problems = read_site(root, Cache())
    missing = find_missing(site)
    if _is_unsure(site, problems):
        return (), in_order(problems)
    if names:
        problems += tuple(_explain_undrafted(site, names, missing))
        missing = {slug: path for slug, path in missing.items() if slug in names}
    changes, drafting = draft_missing(site, missing, Cache(), write=write)
    return changes, in_order(problems + drafting)


def update(
    root: Path, names: Sequence[str] = (), *, write: bool = True
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Bring what is new in the articles into explainers: all, or those named by a slug.

    A file with a fault in its YAML is left as it is, and so is one whose article is missing.
    """
    cache = Cache()
    site, problems = read_site(root, cache)
    shared = tuple(
        problem for problem in problems if problem.position.path in (SETTINGS, PEOPLE, GLOSSARY)
    )
    if has_errors(shared):
        return (), in_order(shared)
    changes: list[Change] = []
    found = [*shared, *explain_unnamed(site, names)]
    for path in find_named(site, names):
        faults = [problem for problem in problems if problem.position.path == path]
        found += faults
        if not any(problem.severity == "error" and problem.code[0] in "FY" for problem in faults):
            change, more = _update_file(site, path, cache, write=write)
            found += more
            changes += [change] if change is not None else []
    return tuple(changes), in_order(tuple(found))


def find_missing(site: Site) -> dict[str, str]:
    """Return the path of the explainer that each article lacks, by slug."""
    passed = {slug for file in site.explainers for slug in file.explainer.based_on} | site.faulty
    paths = {
        slug: f"{EXPLAINERS}/{slug}.{article.language}.yaml"
        for slug, article in site.articles.items()
        if slug not in passed
    }
    return {slug: path for slug, path in paths.items() if not (site.root / path).exists()}


def draft_missing(
    site: Site, missing: Mapping[str, str], cache: Cache, *, write: bool = True
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Write an explainer for each article that lacks one."""
    from jelaskan.draft import draft as draft_text

    articles = {slug: site.articles[slug] for slug in missing}
    statements = find_all_statements(replace(site, articles=articles), cache)
    drafted, problems = [], []
    for slug, article in articles.items():
        pack = languages.load(article.language)
        step = Step("draft", missing[slug], len(missing))
        make = partial(draft_text, article, statements[slug], pack, store=site.store)
        text = telling(step, make)()
        path = site.root / missing[slug]
        problem = create_text(path, text, site.root) if write else None
        if problem is None:
            drafted.append(Change(missing[slug], "", text))
        else:
            problems.append(problem)
    return tuple(drafted), tuple(problems)


def _is_unsure(site: Site, problems: tuple[Problem, ...]) -> bool:
    """Return whether it is not known what is drafted already, or what a draft can take up.

    What an explainer says besides its articles does not matter here.
    """
    told = {
        file.path
        for file in site.explainers
        if not any(not way or way[0] == "based_on" for way in file.unread)
    }
    return has_errors(
        tuple(
            problem
            for problem in problems
            if problem.position.path not in told
            and PurePath(problem.position.path).parent != PurePath(SEEDS)
        )
    )


def _explain_undrafted(
    site: Site, names: Sequence[str], missing: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield why an article that is named gets no draft."""
    known = site.articles.keys() | site.faulty
    for name in names:
        if name not in known:
            yield explain_unknown(site, name)
        elif name not in missing and name not in site.faulty:
            paths = [file.path for file in site.explainers if name in file.explainer.based_on]
            path = paths[0] if paths else f"{EXPLAINERS}/{name}.{site.articles[name].language}.yaml"
            yield Problem(
                Position(path, 1, 1),
                "U07",
                Message("{name} has an explainer, which is left as it is", name=name),
                Message(
                    "`jelaskan draft --update {name}` brings in what is new in the article",
                    name=name,
                ),
            )


def _update_file(
    site: Site, path: str, cache: Cache, *, write: bool
) -> tuple[Change | None, tuple[Problem, ...]]:
    """Bring what is new into one explainer; its YAML was found to be without a fault."""
    from jelaskan.draft import update as update_text

    text, problems = read_text(site.root / path, site.root)
    if text is None:
        return None, problems
    parts = parse_yaml(text, Explainer)
    explainer: Explainer | None = parts.value
    if explainer is None or has_errors(parts.problems):
        return None, parts.problems
    file = ExplainerFile(path, slug_of(PurePath(path).name, explainer), explainer, parts.places)
    articles = {slug: site.articles.get(slug) for slug in explainer.based_on}
    known = {
        slug: article
        for slug, article in articles.items()
        if article is not None and slug not in site.faulty
    }
    if not known or len(known) < len(articles):
        lacking = ", ".join(slug for slug in articles if slug not in known) or "none"
        message = Message("the page’s articles cannot be read: {lacking}", lacking=lacking)
        hint = Message("`jelaskan check` says why; the file is left as it is")
        return None, (Problem(file.position("based_on"), "U09", message, hint),)
    statements = find_all_statements(replace(site, articles=known), cache)
    make = partial(update_text, text.text, file, known, statements, site.store)
    updated = telling(Step("draft", path), make)()
    change = Change(path, text.text, updated.text, updated.added, updated.remembers)
    if updated.text == text.text:
        return change, updated.problems
    if not write:
        return change, updated.problems
    refused = save(site.root, path, text.text, updated.text)
    if refused is not None:
        return None, (refused, *updated.problems)
    return change, updated.moved()
