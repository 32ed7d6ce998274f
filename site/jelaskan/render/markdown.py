"""An editor's Markdown as HTML: no raw HTML, no pictures, only safe addresses."""

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from jelaskan.render.terms import TermMarker

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
HEADING = "h4"
"""Of every heading inside an answer: the answer's own heading is an h3."""


@functools.cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": False})
    parser.disable(["image", "html_block", "html_inline"])
    parser.validateLink = _is_safe  # type: ignore[method-assign]  # the documented way
    return parser


def _is_safe(url: str) -> bool:
    return SAFE_ADDRESS.match(url.strip()) is not None


def render_markdown(text: str, marker: TermMarker) -> Markup:
    """Return paragraphs, lists, links and emphasis, with the terms of a page marked in them.

    A link to anything but http, https, mailto or a fragment of the page stays plain text.
    """
    parser = _parser()
    tokens = parser.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = HEADING
        if token.children:
            _mark_terms(token.children, marker)
    return Markup(parser.renderer.render(tokens, parser.options, {}))


def plain_text(text: str) -> str:
    """Return the words of an editor's Markdown on one line."""
    words = []
    for token in _parser().parse(text):
        for child in token.children or ():
            words.append(" " if child.type.endswith("break") else child.content)
        words.append(" ")
    return " ".join("".join(words).split())


def _mark_terms(children: Sequence["Token"], marker: TermMarker) -> None:
    """Mark the terms of running text; a link or a piece of code is left as it is."""
    inside_link = 0
    for child in children:
        if child.type == "link_open":
            inside_link += 1
        elif child.type == "link_close":
            inside_link -= 1
        elif child.type == "text" and not inside_link:
            # Rendered as it stands, whatever the parser's own rules on raw HTML.
            child.type, child.content = "html_inline", str(marker.mark(child.content))
