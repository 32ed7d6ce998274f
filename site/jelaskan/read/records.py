"""Articles one a line, as JSON objects: the form of annotated sets and of other programs."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from jelaskan import languages
from jelaskan.messages import Message
from jelaskan.model.article import Article
from jelaskan.problems import Position, Problem

_HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, as an escape writes it, or the stand-in of a byte that is not UTF-8."""


def read_records(lines: Iterable[bytes], path: str) -> Iterator[Article | Problem]:
    """Yield the article of every line, in order; a line that is none is a Problem.

    A record has `id` and `text`; `language`, `published`, `url` and `headline` are
    used where they are given, and other keys are ignored.
    """
    for number, content in enumerate(lines, 1):
        line = content.decode("utf-8-sig" if number == 1 else "utf-8", "surrogateescape")
        if not line.strip():
            continue
        if byte := _HALF.search(line):
            message = Message("the line is not UTF-8: {line!r}", line=line[:60])
            hint = Message("save the file as UTF-8")
            yield Problem(Position(path, number, byte.start() + 1), "J01", message, hint)
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:  # ValueError: a number of endless digits
            column = getattr(error, "colno", 1)
            reason = getattr(error, "msg", None) or Message("too deeply nested, or too large")
            yield _problem(
                path,
                number,
                column,
                Message("not a JSON object: {reason}: {line!r}", reason=reason, line=line[:60]),
            )
            continue
        yield _article(record, path, number)


def _article(record: Any, path: str, number: int) -> Article | Problem:
    """Return the article of one record, or what is wrong with it."""
    if not isinstance(record, dict):
        return _problem(
            path, number, 1, Message("not a JSON object: {record!r}", record=str(record)[:60])
        )
    slug, text = record.get("id"), record.get("text")
    if not isinstance(slug, str | int) or not isinstance(text, str):
        return _problem(path, number, 1, Message("a record needs an `id` and a `text`"))
    for key in ("id", "text", "url", "headline"):
        if isinstance(value := record.get(key), str) and _HALF.search(value):
            message = Message("`{key}` of {slug!r} has half a surrogate pair", key=key, slug=slug)
            return _problem(path, number, 1, message)
    written = record.get("language") or languages.detect(text)
    if written is None:
        known = ", ".join(languages.available())
        return Problem(
            Position(path, number, 1),
            "J02",
            Message(
                "no language pack for this article, {slug!r}; packs: {known}",
                slug=slug,
                known=known,
            ),
            Message('give its record a "language", or add a pack: docs/languages.md'),
        )
    language = languages.find(written) if isinstance(written, str) else None
    if language is None:
        known = ", ".join(languages.available())
        return _problem(
            path,
            number,
            1,
            Message(
                "no language pack for {language!r}; there are: {known}",
                language=written,
                known=known,
            ),
        )
    return Article(
        slug=str(slug),
        language=language,
        text=text,
        path=path,
        url=_text(record.get("url")),
        headline=_text(record.get("headline")),
        published=_day(record.get("published")),
    )


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _day(value: Any) -> str | None:
    """Return the date that an ISO date or date-time begins with."""
    try:
        return date.fromisoformat(value[:10]).isoformat() if isinstance(value, str) else None
    except ValueError:
        return None


def _problem(path: str, line: int, column: int, message: Message) -> Problem:
    hint = Message('one article a line: {{"id": "a", "text": "…", "published": "2024-12-03"}}')
    return Problem(Position(path, line, column), "J01", message, hint)
