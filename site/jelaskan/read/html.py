"""The article of a saved web page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jelaskan.messages import Message
from jelaskan.problems import Position, Problem

# The page's own statement of its date: no search of its text, no comparison with today.
_DATE_PARAMETERS = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}

_BLOCK = re.compile(
    r"<(?:p|div|li|[uod]l|d[dt]|t[rdh]|h[1-6]|br|table|blockquote|pre|option)\b", re.IGNORECASE
)
MANY_BLOCKS = 4_000
"""Of more, a second opinion on each would take the square of their number."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The text of the article in a page, and what the page says of it."""

    text: str
    """Paragraphs parted by a blank line."""
    head: Mapping[str, str | tuple[str, ...]]
    """Head fields of a seed, by name; only those that the page gives."""


def read_page(html: str, path: str) -> tuple[SavedPage | None, tuple[Problem, ...]]:
    """Return the article that trafilatura finds in a page; `path` is for problems alone."""
    start = Position(path, 1, 1)
    try:
        from trafilatura import bare_extraction
        from trafilatura.settings import Document
    except ModuleNotFoundError:
        hint = Message('pip install "jelaskan[web]", or save the article as plain text')
        message = Message(
            "a saved web page can only be read with trafilatura, which is not installed"
        )
        return None, (Problem(start, "R08", message, hint),)
    found = bare_extraction(
        html,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATE_PARAMETERS,
        fast=sum(1 for _ in _BLOCK.finditer(html)) > MANY_BLOCKS,
    )
    text = (found.text or "").strip() if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not text:
        hint = Message("save the article as plain text: the page may need a script to show it")
        return None, (Problem(start, "R09", Message("no article was found in this page"), hint),)
    fields = {
        "headline": found.title,
        "publisher": found.sitename,
        "url": found.url,
        "published": found.date,
    }
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    if len(paragraphs) > 1 and paragraphs[0] == found.title:
        del paragraphs[0]
    head: dict[str, str | tuple[str, ...]] = {
        name: value.strip() for name, value in fields.items() if value and value.strip()
    }
    if found.author:
        head["byline"] = tuple(name.strip() for name in found.author.split(";"))
    return SavedPage("\n\n".join(paragraphs) + "\n", head), ()
