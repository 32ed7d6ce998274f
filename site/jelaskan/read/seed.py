"""Seeds: one source article per file, optional head fields first, then the text as published."""

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from jelaskan import languages
from jelaskan.files.text_file import TextFile, read_text, relative_path
from jelaskan.messages import Message
from jelaskan.model.article import Article
from jelaskan.model.origin import Origin
from jelaskan.model.seed_name import PAGE_SUFFIXES, SUFFIXES, path_slug
from jelaskan.problems import Position, Problem, has_errors
from jelaskan.read.head import Head, SeedHead, read_head, split_head
from jelaskan.read.html import SavedPage, read_page
from jelaskan.read.html_places import find_places
from jelaskan.read.plain import read_markdown

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOJIBAKE = re.compile(
    "â€[œ\x9d™˜“”¦\x9c\x99\x98\x93\x94]|Ã[\xa0-\xbf\x80-\x9f]|Â[\xa0«»]|[\x80-\x84\x86-\x9f]"
)


def read_seed(path: Path, root: Path) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the article of one seed, and everything that an editor should know of it.

    A saved web page gives its article's text, paragraphs parted by blank lines, and fills the
    head fields that are not written; Markdown gives its words without its marks; the text of any
    other file is never changed.
    """
    file, problems = read_text(path, root)
    if file is None:
        return None, problems
    article, more = parse_seed(file)
    return article, tuple(sorted(problems + more))


def parse_seed(file: TextFile) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the article that a seed's text holds, and what is wrong with it."""
    article, problems = parse_parts(file)
    return (None if has_errors(problems) else article), problems


def parse_parts(file: TextFile) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the article of a seed although its head may have a fault, and what is wrong with it.

    There is none where what an explainer is compared with is not known for certain: the text,
    its language, its day.
    """
    path = PurePosixPath(file.path)
    split = split_head(file.text)
    head = read_head(split, file.path)
    fields, problems = head.fields, head.problems
    text = split.text
    origin: Origin | None = None
    beside: list[Problem] = []
    if path.suffix.lower() == ".md":
        text, origin = read_markdown(text)
    if path.suffix.lower() in PAGE_SUFFIXES:
        page, more = read_page(text, file.path)
        beside += more
        if page is None:
            return None, tuple(sorted((*problems, *beside)))
        text = page.text
        origin, missing = find_places(text, split.text)
        if missing is not None:
            beside.append(_without_place(text, missing, file.path))
        written = fields.model_dump(exclude_none=True, exclude_defaults=True)
        fields = SeedHead.model_validate({**_valid_fields(page), **written})
    language, more = _language(head, text, file.path, split.first_line)
    article = Article(
        slug=path_slug(path),
        language=language,
        text=text,
        path=file.path,
        first_line=split.first_line,
        url=fields.url,
        publisher=fields.publisher,
        headline=fields.headline,
        dek=fields.dek,
        byline=fields.byline,
        dateline=fields.dateline,
        published=fields.published,
        origin=origin,
    )
    beside += (*more, *_text_problems(article))
    is_known = head.is_sound and not has_errors(tuple(beside))
    return (article if is_known else None), tuple(sorted((*problems, *beside)))


Reader = Callable[[Path, Path], tuple[Article | None, tuple[Problem, ...]]]


def read_seeds(
    folder: Path, root: Path, read: Reader = read_seed
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles of a folder by slug, those with problems left out.

    Hidden files and sub-folders (such as the one that a browser saves beside a page) are no
    seeds; another kind of file is named in a warning. A folder that is not there is empty.
    """
    problems: list[Problem] = []
    by_slug: dict[str, list[Path]] = {}
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in paths:
        if path.name.startswith(".") or path.is_dir():
            continue
        if path.suffix.lower() in SUFFIXES:
            by_slug.setdefault(path_slug(path), []).append(path)
            continue
        position = Position(relative_path(path, root), 1, 1)
        kinds = ", ".join(SUFFIXES)
        message, hint = (
            Message("{name} is no seed, and is left out", name=path.name),
            Message("a seed ends in {kinds}", kinds=kinds),
        )
        problems.append(Problem(position, "R01", message, hint, "warning"))
    articles = []
    for slug, same in sorted(by_slug.items()):
        if len(same) > 1:
            names = [relative_path(path, root) for path in same]
            message = Message(
                "two seeds have the slug “{slug}”: {names}", slug=slug, names=", ".join(names)
            )
            hint = Message("rename one of them: the slug is the file's name in lower-case letters")
            problems.append(Problem(Position(names[1], 1, 1), "R02", message, hint))
            continue
        article, found = read(same[0], root)
        problems.extend(found)
        if article is not None:
            articles.append(article)
    return tuple(articles), tuple(sorted(problems))


def _valid_fields(page: SavedPage) -> dict[str, Any]:
    """Return what a page says of itself; an address or a date that is none is left out."""
    fields = {}
    for name, value in page.head.items():
        with contextlib.suppress(ValidationError):
            fields[name] = getattr(SeedHead.model_validate({name: value}), name)
    return fields


def _language(head: Head, text: str, path: str, line: int) -> tuple[str, tuple[Problem, ...]]:
    """Return the code of a pack: that of the head field, else the one detected."""
    written = head.fields.language
    if written is None:
        if (told := languages.detect(text)) is not None:
            return told, ()
        packs = ", ".join(languages.available())
        message = Message("no language pack for this article; packs: {packs}", packs=packs)
        hint = Message("write `language: xx` in the head, or add a pack: docs/languages.md")
        return "und", (Problem(Position(path, line, 1), "R12", message, hint),)
    if (code := languages.find(written)) is not None:
        return code, ()
    message = Message("there is no language pack “{written}”", written=written)
    packs = ", ".join(languages.available())
    hint = Message("write one of {packs}, or add its folder to the packs", packs=packs)
    position = Position(path, *head.places["language",])
    return written, (Problem(position, "R03", message, hint),)


def _without_place(text: str, offset: int, path: str) -> Problem:
    """Return the warning that places in a page are not all places of its file."""
    return Problem(
        Position(path, 1, 1),
        "R13",
        Message(
            "the page's source writes some lines otherwise, the first: {around}",
            around=_around(text, offset + 20),
        ),
        Message("a problem in such a line points to the line before it; search for its words"),
        "warning",
    )


def _text_problems(article: Article) -> Iterator[Problem]:
    """Yield what is wrong with a text; its damage is named and left as it is."""
    text = article.text
    if not text.strip():
        hint = Message("put the article's text into it, below the head fields")
        yield Problem(Position(article.path, 1, 1), "R04", Message("the seed has no text"), hint)
    if control := _CONTROL.search(text):
        message = Message(
            "a control character that nobody sees stands in the text: U+{code:04X}",
            code=ord(control[0]),
        )
        yield Problem(article.position(control.start()), "R05", message, Message("delete it"))
    if (at := text.find("\ufffd")) >= 0:
        count = text.count("\ufffd")
        around = _around(text, at)
        message = (
            Message("a letter is lost, shown as “\ufffd”: {around}", around=around)
            if count == 1
            else Message(
                "{count} letters are lost, shown as “\ufffd”: {around}", count=count, around=around
            )
        )
        hint = Message("copy the article again, or mend the letters by hand")
        yield Problem(article.position(at), "R06", message, hint, "warning")
    if mojibake := _MOJIBAKE.search(text):
        message = Message("letters look garbled: {around}", around=_around(text, mojibake.start()))
        hint = Message(
            "the text was read in a wrong encoding before it was saved: copy it again as UTF-8"
        )
        yield Problem(article.position(mojibake.start()), "R07", message, hint, "warning")


def _around(text: str, at: int) -> str:
    """Return some words around an offset, on one line."""
    return f"“{' '.join(text[max(0, at - 20) : at + 20].split())}”"
