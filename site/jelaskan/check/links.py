"""Links of the page lead somewhere, and nowhere that could harm a reader."""

import itertools
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from jelaskan.check.evidence import Evidence, shown, suggest
from jelaskan.messages import Message
from jelaskan.model.explainer import DefinedTerm, Explainer, Key, TimelineEntry
from jelaskan.problems import Position, Problem
from jelaskan.proof.claims import passage_anchor, time_anchors

SCHEMES = ("http://", "https://", "mailto:")
PARTS = (
    "#short-answer, #figures, #who, #questions, #timeline, #glossary, #about, #article-NAME, "
    "#figure-ID, #speaker-ID, #quotation-ID, #question-NUMBER, #time-ID, #term-ID, #note-NUMBER"
)


class _Link(NamedTuple):
    """A link or a picture in Markdown."""

    address: str
    text: str
    is_picture: bool


def check_links(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each Markdown link that the page cannot have."""
    anchors = frozenset(find_anchors(evidence))
    counted = _counted_entries(evidence.explainer)
    for key, text in _markdown(evidence):
        at = 0
        for link in _links(text):
            # An address that is written with an escape is not found: the place before it counts.
            at = max(at, text.find(link.address, at))
            position = evidence.file.position_in(text, at, *key)
            yield from _check_address(link, position, anchors)
            yield from _check_number(link, position, counted)
            if not link.text.strip():
                yield _without_text(link, position)
            elif link.is_picture:
                mark = max(0, text.rfind("![", 0, at))
                yield _picture(link, evidence.file.position_in(text, mark, *key))
            at += 1


def find_anchors(evidence: Evidence) -> Iterator[str]:
    """Yield the fragments of the page's parts, in the order of the page.

    Not among them are what the page's own buttons open, and its sources: their numbers change
    with every source that is put in.
    """
    explainer = evidence.explainer
    terms = [term for term in explainer.glossary if _is_explained(term, evidence)]
    sections = {
        "main": True,
        "short-answer": explainer.short_answer,
        "contents": True,
        "figures": explainer.key_figures,
        "who": explainer.quotations,
        "questions": explainer.sections,
        "timeline": explainer.timeline,
        "glossary": terms,
        "about": True,
    }
    yield from (anchor for anchor, is_there in sections.items() if is_there)
    for quotation in explainer.quotations:
        yield f"speaker-{quotation.speaker}"
        yield f"quotation-{quotation.id}"
    yield from (f"figure-{figure.id}" for figure in explainer.key_figures)
    yield from (f"question-{number}" for number in range(1, len(explainer.sections) + 1))
    yield from time_anchors(explainer)
    yield from (f"term-{term if isinstance(term, str) else term.id}" for term in terms)
    yield from (f"article-{article.slug}" for article in evidence.based_on)
    for claim in (proof.claim for proof in evidence.proofs if proof.passages):
        yield passage_anchor(claim.anchor)
        if claim.kind == "note":
            yield claim.anchor


def _is_explained(term: str | DefinedTerm, evidence: Evidence) -> bool:
    """Return whether the page has a term: one of the store may be missing, or in other languages."""
    if isinstance(term, DefinedTerm):
        return True
    stored = evidence.store.terms.get(term)
    return stored is not None and evidence.explainer.language in stored.text


def _check_address(link: _Link, position: Position, anchors: frozenset[str]) -> Iterator[Problem]:
    """Yield where a link leads nowhere, or where a page must not lead."""
    if link.address.startswith("#"):
        fragment = unquote(link.address[1:])
        if fragment not in anchors:
            yield Problem(
                position,
                "C11",
                Message(
                    "link leads to no part of the page: {address}", address=shown(link.address)
                ),
                suggest(fragment, anchors) or Message("parts are {parts}", parts=PARTS),
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


def _counted_entries(explainer: Explainer) -> dict[str, TimelineEntry]:
    """Return the entries without an id by their fragments, on a page that has some of both."""
    entries = explainer.timeline
    if not any(entry.id for entry in entries):
        return {}
    anchors = zip(time_anchors(explainer), entries, strict=True)
    return {
        name: entry
        for anchor, entry in anchors
        if entry.id is None
        for name in (anchor, passage_anchor(anchor))
    }


def _check_number(
    link: _Link, position: Position, counted: Mapping[str, TimelineEntry]
) -> Iterator[Problem]:
    """Yield where a link by a number leads, for not every entry is counted."""
    entry = counted.get(unquote(link.address[1:])) if link.address.startswith("#") else None
    if entry is not None:
        yield Problem(
            position,
            "C19",
            Message(
                "{address} counts only the entries without an `id`, and leads to {date}: “{text}”",
                address=shown(link.address),
                date=entry.date,
                text=shown(entry.text),
            ),
            Message("give the entry that you mean an `id:`, and write `#time-` and the id"),
            severity="warning",
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
