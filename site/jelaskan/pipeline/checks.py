"""Every problem of a site, and the cure of those that have one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from jelaskan.cache import Cache
from jelaskan.files.explained import read_explained
from jelaskan.files.replace import encode_like, replace_bytes
from jelaskan.files.text_file import TextFile, read_text
from jelaskan.messages import Message
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.model.store import StoredPerson, StoredTerm
from jelaskan.pipeline.named import explain_unnamed, find_concerned, find_named
from jelaskan.pipeline.site import (
    GLOSSARY,
    PEOPLE,
    SETTINGS,
    Site,
    check_file,
    check_site,
    find_all_statements,
    in_order,
    parse_yaml,
    read_site,
    slug_of,
)
from jelaskan.problems import Explained, Position, Problem
from jelaskan.settings import Settings

LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found."""

    problems: tuple[Problem, ...]
    """In file order."""
    drafts: int
    """How many pages are drafts."""
    reviews: int
    """How many entries of `review` wait for an editor, on all pages."""


def check(root: Path, names: Sequence[str] = ()) -> Report:
    """Return every problem of a site, or of the pages that are named and of the site itself."""
    cache = Cache()
    return _check(*read_site(root, cache), names, cache)[1]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file in which what has only one cure was cured."""

    path: str
    old: str
    new: str
    cured: tuple[Problem, ...]
    """Each at the place where it stood when it was cured."""


def fix(
    root: Path, names: Sequence[str] = (), *, write: bool = True
) -> tuple[tuple[Fixed, ...], Report]:
    """Cure in content/ what has only one cure; return what changed, and what is left to mend.

    Nothing else of a file changes. Without `write`, nothing is written.
    """
    cache = Cache()
    fixed: dict[str, Fixed] = {}
    while True:
        site, problems = read_site(root, cache, {path: file.new for path, file in fixed.items()})
        statements, report = _check(site, problems, names, cache)
        more = _cure(site, statements, report.problems, fixed)
        if not more:
            break
        fixed |= more
    if not write:
        return tuple(fixed.values()), report
    failed = {
        path: failure
        for path, file in fixed.items()
        if (failure := save(root, path, file.old, file.new))
    }
    written = tuple(file for path, file in fixed.items() if path not in failed)
    return written, replace(report, problems=in_order((*report.problems, *failed.values())))


def _check(
    site: Site, problems: tuple[Problem, ...], names: Sequence[str], cache: Cache
) -> tuple[Mapping[str, Statements], Report]:
    """Return what the articles say, and the report on the pages that are named, else on all."""
    paths = frozenset(find_named(site, names))
    explainers = tuple(file for file in site.explainers if file.path in paths)
    based_on = {slug for file in explainers for slug in file.explainer.based_on}
    articles = {slug: one for slug, one in site.articles.items() if not names or slug in based_on}
    statements = find_all_statements(replace(site, articles=articles), cache)
    checked = check_site(replace(site, explainers=explainers), statements, cache)
    concerned = find_concerned(site, problems, names)
    found = (*concerned, *explain_unnamed(site, names), *checked.problems)
    return statements, Report(
        in_order(found),
        sum(file.explainer.status == "draft" for file in explainers),
        sum(len(file.explainer.review) for file in explainers),
    )


def _cure(
    site: Site,
    statements: Mapping[str, Statements],
    problems: tuple[Problem, ...],
    fixed: Mapping[str, Fixed],
) -> dict[str, Fixed]:
    """Return the files in which something could be cured that was not before."""
    from jelaskan.files.mend import mend

    types = {SETTINGS: Settings, PEOPLE: Mapping[str, StoredPerson]}
    types[GLOSSARY] = Mapping[str, StoredTerm]
    found = {}
    for path in dict.fromkeys(problem.position.path for problem in problems if problem.cure):
        before = fixed.get(path)
        if before is not None:
            old, text, cured = before.old, before.new, before.cured
        else:
            file, _ = read_text(site.root / path, site.root)
            if file is None:
                continue
            old, text, cured = file.text, file.text, ()

        def problems_of(text: str, path: str = path) -> tuple[Problem, ...]:
            parts = parse_yaml(TextFile(text, "utf-8", path), types.get(path, Explainer))
            if path in types or parts.value is None:
                return parts.problems
            slug = slug_of(PurePath(path).name, parts.value)
            explainer = ExplainerFile(path, slug, parts.value, parts.places, parts.unread, text)
            return in_order(parts.problems + check_file(explainer, site, statements)[1])

        mended = mend(text, path, problems_of)
        if mended.text != text:
            found[path] = Fixed(path, old, mended.text, cured + mended.cured)
    return found


def save(root: Path, path: str, before: str, after: str) -> Problem | None:
    """Write a file anew in its own encoding; return why it cannot be."""
    old = (root / path).read_bytes()
    text, _ = read_text(root / path, root)
    new = encode_like(old, text, after) if text is not None and text.text == before else None
    if new is None:
        message = Message("the file cannot be written in its encoding, or was saved meanwhile")
        return Problem(
            Position(path, 1, 1), "F13", message, Message("save it as UTF-8, and try again")
        )
    return replace_bytes(root / path, old, new, root)


def explain_codes() -> Mapping[str, Explained]:
    """Return what is wrong and what to do, for each code that a problem can have."""
    return read_explained()


def read_lines(
    root: Path, problems: Sequence[Problem], texts: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return the lines of the files that have a problem, by path; nothing of an unreadable one.

    `texts` are what files are to say, instead of what they do.
    """
    found = {path: LINE_END.split(text) for path, text in texts.items()}
    for path in {problem.position.path for problem in problems} - texts.keys():
        text, _ = read_text(root / path, root)
        if text is not None:
            found[path] = LINE_END.split(text.text)
    return found
