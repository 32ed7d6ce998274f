"""Annotated sets: files of one JSON object a line."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
OWN_SETS = {"id": FOLDER / "id.jsonl", "en": FOLDER / "en.jsonl"}


class SetError(Exception):
    """A set cannot be read; the message names the place and the cure."""


def read_set(path: Path, split: str | None = None, text: str | None = None) -> list[dict[str, Any]]:
    """Return the annotated articles of a file, or those of one split.

    A `.json` file holds one article. Annotations without a text are of `text`.

    Raises:
        SetError: the file is not there, a line is no annotated article, or none is left.
    """
    content = read_exactly(path)
    articles = []
    for number, line in enumerate([content] if path.suffix == ".json" else content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            article = json.loads(line)
        except json.JSONDecodeError as error:
            place = f"{path}:{number + error.lineno - 1}:{error.colno}"
            raise SetError(f"{place}: no JSON: {error.msg}") from error
        if isinstance(article, dict) and text is not None:
            article.setdefault("text", text)
        if not isinstance(article, dict) or not {"id", "text", "quotes"} <= article.keys():
            raise SetError(f"{path}:{number}:1: an annotated article has id, text and quotes")
        if split in (None, article.get("split")):
            articles.append(article)
    if not articles:
        raise SetError(f"{path}: no articles" + (f" of the split “{split}”" if split else ""))
    return articles


def read_exactly(path: Path) -> str:
    """Return the text of a UTF-8 file with its own line ends, for offsets count them.

    Raises:
        SetError: the file is not there or not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SetError(f"{path}: cannot be read as UTF-8 text: {error}") from error
