"""An article that is to become a seed: a file as people have it, or the address of a page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from jelaskan.messages import Message
from jelaskan.model.article import Article
from jelaskan.model.seed_name import PAGE_SUFFIXES, SUFFIXES
from jelaskan.problems import Position, Problem
from jelaskan.read.html import read_page
from jelaskan.read.seed import read_seed
from jelaskan.read.web import fetch

DOCUMENT_SUFFIX = ".docx"
LONGEST_HEADLINE = 160
"""Code points: a longer first line is a paragraph."""

_HEADING = re.compile(r"#{1,2}[ \t]+(.+?)[ \t]*#*")


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article before it is a seed."""

    text: str
    head: Mapping[str, str | tuple[str, ...]]
    """Head fields of a seed, by name; only those that were found."""
    suffix: str = ".txt"
    """Of the seed: `.md` for Markdown, which is read in its own way."""


Found = tuple[Incoming | None, tuple[Problem, ...]]


def read_file(path: Path) -> Found:
    """Return the article of a text, Markdown, HTML or Word file.

    A headline that stands on the first line alone goes from the text into the head.
    """
    suffix = path.suffix.lower()
    if suffix == DOCUMENT_SUFFIX:
        return _read_document(path)
    if suffix not in (*SUFFIXES, ""):
        kinds = ", ".join((*SUFFIXES, DOCUMENT_SUFFIX))
        message = Message("{name} is of a kind that cannot be read", name=path.name)
        hint = Message("save the article as one of {kinds}", kinds=kinds)
        return None, (Problem(Position(path.name, 1, 1), "N02", message, hint),)
    article, problems = read_seed(path, path.parent)
    if article is None:
        return None, problems
    incoming = Incoming(article.text, _head(article), ".md" if suffix == ".md" else ".txt")
    if suffix not in PAGE_SUFFIXES and article.headline is None:
        incoming = _take_headline(incoming)
    return incoming, problems


def read_address(url: str) -> Found:
    """Return the article of a page on the web, or of a plain text there."""
    fetched, problem = fetch(url)
    if fetched is None:
        return None, () if problem is None else (problem,)
    if not fetched.is_page:
        return _take_headline(Incoming(fetched.text, {"url": fetched.url})), ()
    page, problems = read_page(fetched.text, fetched.url)
    if page is None:
        return None, problems
    return Incoming(page.text, {**page.head, "url": fetched.url}), problems


def _head(article: Article) -> dict[str, str | tuple[str, ...]]:
    fields: dict[str, Any] = {
        "headline": article.headline,
        "dek": article.dek,
        "byline": article.byline,
        "publisher": article.publisher,
        "url": article.url,
        "published": article.published,
        "dateline": article.dateline,
        "language": article.language,
    }
    return {name: value for name, value in fields.items() if value}


def _take_headline(incoming: Incoming) -> Incoming:
    """Take the first line out of a text where it is a headline.

    It is one if it is a heading of Markdown, or stands alone, is short and ends no sentence.
    """
    first, end, rest = incoming.text.lstrip().partition("\n")
    line = first.strip()
    heading = _HEADING.fullmatch(line) if incoming.suffix == ".md" else None
    alone = rest.startswith(("\n", "\r\n")) and len(line) <= LONGEST_HEADLINE
    if not end or not rest.strip() or not (heading or (alone and line[-1:] not in '.,;:”"')):
        return incoming
    headline = heading[1] if heading else line
    return replace(incoming, text=rest.lstrip("\r\n"), head={"headline": headline, **incoming.head})


def _read_document(path: Path) -> Found:
    """Return the article of a Word file: its paragraphs, the title or first heading as headline."""
    place = Position(path.name, 1, 1)
    try:
        from docx import Document
    except ModuleNotFoundError:
        message = Message("a Word file can only be read with python-docx, which is not installed")
        hint = Message('pip install "jelaskan[docx]", or save the article as plain text')
        return None, (Problem(place, "N03", message, hint),)
    try:
        with path.open("rb") as file:
            return _from_document(Document(_seekable(file)))
    except OSError as error:
        message = Message(
            "{name} cannot be read: {reason}", name=path.name, reason=error.strerror or error
        )
        return None, (
            Problem(place, "F03", message, Message("check the path, and who may read it")),
        )
    except Exception as error:  # noqa: BLE001  # what damage does to the reader, it does not say
        message = Message(
            "{name} is no Word file that can be read: {reason}",
            name=path.name,
            reason=error.args[0] if error.args else type(error).__name__,
        )
        return None, (
            Problem(place, "N02", message, Message("open it, and save it again as .docx")),
        )


def _seekable(file: IO[bytes]) -> IO[bytes]:
    """Return a file if it begins as a package does.

    Raises:
        ValueError: it does not, and its reader would fail in ways of its own.
    """
    from zipfile import is_zipfile

    if not is_zipfile(file):
        raise ValueError(Message("it is not a package"))
    file.seek(0)
    return file


def _from_document(document: Any) -> Found:
    paragraphs = [
        (paragraph.text.strip(), (paragraph.style.name or "") if paragraph.style else "")
        for paragraph in document.paragraphs
    ]
    paragraphs = [(text, style) for text, style in paragraphs if text]
    head: dict[str, str | tuple[str, ...]] = {}
    titles = [text for text, style in paragraphs[:3] if style.startswith(("Title", "Heading 1"))]
    if titles:
        head["headline"] = titles[0]
    text = "\n\n".join(text for text, _ in paragraphs if text != head.get("headline")) + "\n"
    incoming = Incoming(text, head)
    return (incoming if titles else _take_headline(incoming)), ()
