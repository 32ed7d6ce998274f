"""Annotated sets: files of one JSON object a line."""

import hashlib
import json
from pathlib import Path
from typing import Any

from jelaskan.read.head import split_head

FOLDER = Path(__file__).parent
OWN_SETS = {"id": FOLDER / "id.jsonl", "en": FOLDER / "en.jsonl"}


class SetError(Exception):
    """A set cannot be read; the message names the place and the cure."""


def read_set(path: Path, split: str | None = None, text: str | None = None) -> list[dict[str, Any]]:
    """Return the annotated articles of a file, or those of one split.

    A `.json` file holds one article. Annotations without a text are of `text`, or of what stands
    behind its head fields.

    Raises:
        SetError: the file is not there, a line is no annotated article, none is left, or
            `text` is not the one that was annotated.
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
        if isinstance(article, dict) and text is not None and "text" not in article:
            article["text"] = _annotated_text(text, article.get("sha256"), f"{path}:{number}:1")
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


def _annotated_text(text: str, digest: str | None, place: str) -> str:
    """Return a text, or what stands behind its head fields, whichever the digest is of."""
    behind = split_head(text).text
    if digest is None:
        return behind
    for candidate in (text, behind):
        if _sha256(candidate) == digest:
            return candidate
    found = _sha256(behind)
    raise SetError(
        f"{place}: these annotations are of another text: their sha256 begins with {digest[:12]}, "
        f"that of the text given with {found[:12]}; give the file that was annotated, with its own "
        "line ends and nothing added but head fields"
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
