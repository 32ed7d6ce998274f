"""Every problem of a site, and the cure of those that have one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


def check(root: Path) -> tuple[Problem, ...]:
    """Return every problem of a site, in file order."""
    cache = Cache()
    site, problems = read_site(root, cache)
    statements = find_all_statements(site, cache)
    return in_order(problems + check_site(site, statements, cache).problems)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file in which what has only one cure was cured."""

    path: str
    old: str
    new: str
    cured: tuple[Problem, ...]
    """Each at the place where it stood when it was cured."""


def fix(root: Path, *, write: bool = True) -> tuple[tuple[Fixed, ...], tuple[Problem, ...]]:
    """Cure in content/ what has only one cure; return what changed, and what is left to mend.

    Nothing else of a file changes. Without `write`, nothing is written.
    """
    cache = Cache()
    fixed: dict[str, Fixed] = {}
    while True:
        site, problems = read_site(root, cache, {path: file.new for path, file in fixed.items()})
        statements = find_all_statements(site, cache)
        problems = in_order(problems + check_site(site, statements, cache).problems)
        more = _cure(site, statements, problems, fixed)
        if not more:
            break
        fixed |= more
    if not write:
        return tuple(fixed.values()), problems
    failed = {
        path: failure
        for path, file in fixed.items()
        if (failure := save(root, path, file.old, file.new))
    }
    written = tuple(file for path, file in fixed.items() if path not in failed)
    return written, in_order((*problems, *failed.values())) if failed else problems


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
