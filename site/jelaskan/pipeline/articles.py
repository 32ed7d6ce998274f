"""Articles on their way in, and what is found in them."""

import contextlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from jelaskan import languages
from jelaskan.files.create import create_text
from jelaskan.files.text_file import TextFile
from jelaskan.messages import Message
from jelaskan.model.article import Article
from jelaskan.model.seed_name import SUFFIXES, path_slug, slugify
from jelaskan.pipeline.site import SEEDS
from jelaskan.problems import Position, Problem
from jelaskan.progress import Step, telling

if TYPE_CHECKING:
    from jelaskan.extract import Stamp
    from jelaskan.read.incoming import Incoming

ASKED = ("headline", "publisher", "published")
"""Head fields that an editor is asked for where the article does not say them."""
Ask = Callable[[str, str, Message | None], str]
"""From the name of a head field, what the article offers for it, and what is wrong with the last
answer, to the answer; it may be empty."""
HEAD = ("headline", "dek", "byline", "publisher", "url", "published", "dateline", "language")
"""The head fields of a seed, in the order in which they are written."""


def extract(paths: Sequence[Path]) -> Iterator[dict[str, Any] | Problem]:
    """Yield what is found in each article, in order, or why one cannot be read."""
    from jelaskan.extract import as_record
    from jelaskan.extract import extract as find_statements

    for article in _read_articles(paths):
        if isinstance(article, Problem):
            yield article
        else:
            find = partial(find_statements, article, languages.load(article.language))
            yield as_record(article, telling(Step("extract", article.path), find)())


def new(
    root: Path,
    source: str,
    *,
    slug: str | None = None,
    fields: Mapping[str, str],
    ask: Ask,
) -> tuple[str | None, tuple[Problem, ...]]:
    """Put an article into seeds/; return its path.

    `source` is a file or the address of a page. `fields` are head fields that the editor gives;
    `ask` is called for one that nobody has, again and again until the answer fits or is empty.
    """
    from jelaskan.draft.yaml_text import write_entry
    from jelaskan.read.folder import check_new_folder
    from jelaskan.read.incoming import read_address, read_file
    from jelaskan.read.seed import parse_seed
    from jelaskan.read.web import is_address

    if wrong := tuple(check_new_folder(root)):
        return None, wrong
    if refused := tuple(_refuse_fields(fields)):
        return None, refused
    found, problems = read_address(source) if is_address(source) else read_file(Path(source))
    if found is None:
        return None, problems
    head = {**found.head, **fields}
    stamp = _find_stamp(found) if "published" not in head else None
    for name in ASKED:
        offered = stamp.day.isoformat() if stamp and name == "published" else ""
        if name not in head and (answer := _ask(ask, name, offered)):
            head[name] = answer
    name = slug or (str(head["headline"]) if "headline" in head else "")
    slug = slugify(name) if name else path_slug(PurePath(source))
    path = f"{SEEDS}/{slug}{found.suffix}"
    lines = "".join(write_entry(key, head[key]) for key in HEAD if key in head)
    text = f"---\n{lines}---\n{found.text}"
    article, more = parse_seed(TextFile(text, "utf-8", path))
    if article is None:
        # No seed is written, so there is none that a place could be in.
        place = Position(source if is_address(source) else PurePath(source).name, 1, 1)
        return None, problems + tuple(replace(problem, position=place) for problem in more)
    if "language" not in head:
        lines += write_entry("language", article.language)
        text = f"---\n{lines}---\n{found.text}"
    taken = [
        other
        for other in sorted((root / SEEDS).glob("[!.]*"))
        if other.suffix.lower() in SUFFIXES and path_slug(other) == slug
    ]
    if taken:
        message = Message("seeds/ has an article of this name: {name}", name=taken[0].name)
        hint = Message("give it another name with --slug, or rename the other")
        return None, (*problems, Problem(Position(path, 1, 1), "F10", message, hint))
    problem = create_text(root / path, text, root)
    more += tuple(_tell_no_day(path, head, stamp))
    return (path, problems + more) if problem is None else (None, (*problems, problem))


def _refuse_fields(fields: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each head field that an option gives, and that cannot be so."""
    from jelaskan.read.head import explain_field

    for name, value in fields.items():
        if (reason := explain_field(name, value)) is not None:
            message = Message(
                "{name}: {reason}: {value}", name=f"--{name}", reason=reason, value=f"“{value}”"
            )
            yield Problem(
                Position(f"--{name}", 1, 1), "Y15", message, Message("write it in that form")
            )


def _ask(ask: Ask, name: str, offered: str) -> str:
    """Return an answer that fits, or nothing."""
    from jelaskan.read.head import explain_field

    answer = ask(name, offered, None).strip()
    while answer and (fault := explain_field(name, answer)) is not None:
        answer = ask(name, offered, fault).strip()
    return answer


def _find_stamp(found: "Incoming") -> "Stamp | None":
    """Return the day that a line above an article names."""
    from jelaskan.extract import find_published

    language = found.head.get("language") or languages.detect(found.text)
    if not isinstance(language, str) or language not in languages.available():
        return None
    return find_published(Article("new", language, found.text, ""), languages.load(language))


def _tell_no_day(path: str, head: Mapping[str, Any], stamp: "Stamp | None") -> Iterator[Problem]:
    """Yield the warning that nobody knows of which day an article is."""
    if "published" in head:
        return
    missing = ", ".join(f"`{name}`" for name in ASKED if name not in head)
    hint = Message(
        "write `published: 2026-02-18` into it: without the day, “Monday” and dates without a year "
        "cannot be told"
    )
    if stamp is not None:
        hint = Message(
            "write `published: {day}` into it, if “{line}” is its day",
            day=stamp.day,
            line=stamp.mention.text,
        )
    message = Message("the head has no {missing}", missing=missing)
    yield Problem(Position(path, 1, 1), "R15", message, hint, "warning")


def init(root: Path, language: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write a small site into a folder, all of it or nothing; return the paths of its files.

    A folder that has articles or content already is a site, and nothing is written. Other files
    that are there, such as a .gitignore, stay as they are, each with a warning.
    """
    from jelaskan.pipeline.schemas import schema_text
    from jelaskan.schema import FILES
    from jelaskan.starter import starter_files

    files = dict(starter_files(language))
    wordings = languages.load_wordings(language)
    files |= {f".schemas/{name}.json": f"{schema_text(name, wordings)}\n" for name in FILES}
    for path in ("content", SEEDS):
        if any(each.is_file() for each in (root / path).rglob("*")):
            message = Message("there is a site in this folder already, and nothing was written")
            hint = Message("give the name of a folder without content/ and seeds/")
            return (), (Problem(Position(path, 1, 1), "F10", message, hint),)
    created: list[str] = []
    warnings = []
    with contextlib.ExitStack() as undoing:
        for path, text in sorted(files.items()):
            problem = create_text(root / path, text, root)
            if problem is None:
                undoing.callback((root / path).unlink, missing_ok=True)
                created.append(path)
            elif problem.code == "F10":
                warnings.append(replace(problem, severity="warning"))
            else:
                return (), (problem,)
        undoing.pop_all()
    return tuple(created), tuple(warnings)


def _read_articles(paths: Sequence[Path]) -> Iterator[Article | Problem]:
    """Yield the articles of files: one of a text, many of JSON lines."""
    from jelaskan.read.records import read_records
    from jelaskan.read.seed import read_seed

    for path in paths:
        if str(path) == "-":
            yield from read_records(sys.stdin.buffer, "-")
        elif path.suffix.lower() == ".jsonl":
            with path.open("rb") as lines:
                yield from read_records(lines, path.as_posix())
        else:
            article, problems = read_seed(path, path.parent)
            yield from problems
            if article is not None:
                yield article
