"""Links of the page lead somewhere, and nowhere that could harm a reader."""

from collections.abc import Iterator
from urllib.parse import unquote

from jelaskan.check.evidence import Evidence, shown, suggest
from jelaskan.model.explainer import Key
from jelaskan.problems import Problem

SCHEMES = ("http://", "https://", "mailto:")


def check_links(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each Markdown link that the page cannot have."""
    anchors = frozenset(_anchors(evidence))
    for key, text in _markdown(evidence):
        for address in _links(text):
            if address.startswith("#"):
                fragment = unquote(address[1:])
                if fragment not in anchors:
                    yield Problem(
                        evidence.file.position(*key),
                        "C11",
                        f"link leads to no part of the page: {shown(address)}",
                        suggest(fragment, anchors)
                        or "parts are #quotation-ID, #figure-ID, #time-NUMBER, #note-NUMBER, #term-ID",
                    )
            elif not address.lower().startswith(SCHEMES):
                yield Problem(
                    evidence.file.position(*key),
                    "C10",
                    f"link is neither a web or mail address nor a part of the page: "
                    f"{shown(address)}",
                    "begin it with https://, http://, mailto: or #",
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


def _links(text: str) -> Iterator[str]:
    """Yield the addresses of links and images, also those that a page would not have."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    for block in parser.parse(text):
        for token in block.children or ():
            if token.type == "link_open":
                yield str(token.attrs["href"])
            elif token.type == "image":
                yield str(token.attrs["src"])
