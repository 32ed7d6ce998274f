"""Which pages of a site a command means by the names that it was given."""

import difflib
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePosixPath

from jelaskan.messages import Message
from jelaskan.model.seed_name import named_slug, path_slug
from jelaskan.pipeline.site import EXPLAINERS, SEEDS, Site, explainer_paths
from jelaskan.problems import Position, Problem


def find_named(site: Site, names: Collection[str]) -> tuple[str, ...]:
    """Return the paths of the explainers that have a name, or rest on an article that has it.

    Without names, all are meant.
    """
    found = _names_of_all(site).items()
    return tuple(path for path, slugs in found if not names or not slugs.isdisjoint(names))


def find_concerned(
    site: Site, problems: Sequence[Problem], names: Collection[str]
) -> tuple[Problem, ...]:
    """Return the problems of the pages that are named, of their articles, and of the site."""
    if not names:
        return tuple(problems)
    paths = find_named(site, names)
    by_path = _names_of_all(site)
    slugs = {*names}.union(*(by_path[path] for path in paths))

    def is_concerned(path: PurePosixPath) -> bool:
        if path.parent == PurePosixPath(EXPLAINERS):
            return str(path) in paths
        return path.parent != PurePosixPath(SEEDS) or path_slug(path) in slugs

    return tuple(one for one in problems if is_concerned(PurePosixPath(one.position.path)))


def explain_unnamed(site: Site, names: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each name that leads to no explainer."""
    reached = set[str]().union(*_names_of_all(site).values())
    for name in names:
        if name in site.articles and name not in reached:
            yield Problem(
                Position(site.articles[name].path, 1, 1),
                "U08",
                Message("{name} has no explainer yet", name=name),
                Message("`jelaskan draft {name}` writes one", name=name),
            )
        elif name not in reached | site.faulty:
            yield explain_unknown(site, name)


def explain_unknown(site: Site, name: str) -> Problem:
    """Return the problem of a name that nothing has."""
    known = {*site.articles}.union(*_names_of_all(site).values())
    near = difflib.get_close_matches(name, sorted(known), n=1)
    hint = (
        Message("did you mean `{near}`?", near=near[0])
        if near
        else Message("give the name of a file without its ending")
    )
    message = Message("no article and no explainer is named {name}", name=name)
    return Problem(Position(f"{SEEDS}/{name}.txt", 1, 1), "U08", message, hint)


def _names_of_all(site: Site) -> dict[str, set[str]]:
    """Return the slug of each explainer file and of the articles that it is based on, by path."""
    names = {path: {named_slug(path)} for path in explainer_paths(site.root)}
    for file in site.explainers:
        names[file.path] |= {*file.explainer.based_on}
    return names
