"""Links of the page lead somewhere, and nowhere that could harm a reader."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from jelaskan.check.evidence import Evidence, shown, suggest
from jelaskan.messages import Message
from jelaskan.model.explainer import Key
from jelaskan.problems import Position, Problem

SCHEMES = ("http://", "https://", "mailto:")


class _Link(NamedTuple):
    """A link or a picture in Markdown."""

    address: str
    text: str
    is_picture: bool


def check_links(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each Markdown link that the page cannot have."""
    anchors = frozenset(_anchors(evidence))
    for key, text in _markdown(evidence):
        at = 0
        for link in _links(text):
            # An address that is written with an escape is not found: the place before it counts.
            at = max(at, text.find(link.address, at))
            position = evidence.file.position_in(text, at, *key)
            yield from _check_address(link, position, anchors)
            if not link.text.strip():
                yield _without_text(link, position)
            elif link.is_picture:
                mark = max(0, text.rfind("![", 0, at))
                yield _picture(link, evidence.file.position_in(text, mark, *key))
            at += 1


def _check_address(link: _Link, position: Position, anchors: frozenset[str]) -> Iterator[Problem]:
    """Yield where a link leads nowhere, or where a page must not lead."""
    if link.address.startswith("#"):
        fragment = unquote(link.address[1:])
        if fragment not in anchors:
            parts = "#quotation-ID, #figure-ID, #time-NUMBER, #note-NUMBER, #term-ID"
            yield Problem(
                position,
                "C11",
                Message(
                    "link leads to no part of the page: {address}", address=shown(link.address)
                ),
                suggest(fragment, anchors) or Message("parts are {parts}", parts=parts),
            )
    elif not link.address.lower().startswith(SCHEMES):
        yield Problem(
            position,
            "C10",
            Message(
                "link is neither a web or mail address nor a part of the page: {address}",
                address=shown(link.address),
            ),
            Message("begin it with https://, http://, mailto: or #"),
        )


def _without_text(link: _Link, position: Position) -> Problem:
    """Return the problem of a link that readers would not see."""
    kind = Message("picture") if link.is_picture else Message("link")
    return Problem(
        position,
        "C16",
        Message("{kind} has no text: {address}", kind=kind, address=shown(link.address)),
        Message("write between the brackets what it leads to: `[the budget](https://…)`"),
    )


def _picture(link: _Link, position: Position) -> Problem:
    """Return the warning that a picture is not shown as one."""
    return Problem(
        position,
        "C17",
        Message(
            "pages have no pictures, and this one becomes a link: {text}", text=shown(link.text)
        ),
        Message("delete the “!” in front of it"),
        severity="warning",
    )


def _anchors(evidence: Evidence) -> Iterator[str]:
    """Yield the fragments of the page's parts."""
    explainer = evidence.explainer
    yield from (f"quotation-{quotation.id}" for quotation in explainer.quotations)
    yield from (f"figure-{figure.id}" for figure in explainer.key_figures)
    yield from (f"time-{number + 1}" for number in range(len(explainer.timeline)))
    yield from (f"note-{number + 1}" for number in range(len(explainer.notes)))
    for term in explainer.glossary:
        yield f"term-{term if isinstance(term, str) else term.id}"


def _markdown(evidence: Evidence) -> Iterator[tuple[Key, str]]:
    """Yield the texts that the page reads as Markdown."""
    explainer = evidence.explainer
    if explainer.short_answer:
        yield ("short_answer",), explainer.short_answer
    for number, section in enumerate(explainer.sections):
        yield ("sections", number, "body"), section.body


def _links(text: str) -> Iterator[_Link]:
    """Yield the links and pictures of a text, also those that a page would not have."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    for block in parser.parse(text):
        tokens = block.children or []
        for number, token in enumerate(tokens):
            if token.type == "link_open":
                inside = itertools.takewhile(
                    lambda other: other.type != "link_close", tokens[number + 1 :]
                )
                words = "".join(other.content for other in inside)
                yield _Link(str(token.attrs["href"]), words, is_picture=False)
            elif token.type == "image":
                yield _Link(str(token.attrs["src"]), token.content, is_picture=True)
