"""The claims of an explainer, and the passages that they rest on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Literal

from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer, Key
from jelaskan.proof.passages import Passage, find_passages

ClaimKind = Literal["quotation", "figure", "time", "note"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A part of an explainer that must stand in its articles."""

    key: Key
    """Of the words, in the explainer file: `("quotations", 2, "text")`."""
    kind: ClaimKind
    anchor: str
    """The fragment of the part on its page: `quotation-rutte-1`."""
    text: str
    near: str | None


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim and every passage that has its words; the page shows the first."""

    claim: Claim
    passages: tuple[Passage, ...]


def passage_anchor(anchor: str) -> str:
    """Return the fragment of a claim's words in the article."""
    return f"in-{anchor}"


def time_anchors(explainer: Explainer) -> tuple[str, ...]:
    """Return the fragment of each entry of the timeline: its id, else a number, from 1.

    Entries that have an id are not counted, so that one which is put in moves no link.
    """
    numbers = count(1)
    return tuple(
        f"time-{next(numbers) if entry.id is None else entry.id}" for entry in explainer.timeline
    )


def find_claims(explainer: Explainer) -> Iterator[Claim]:
    """Yield the claims in the order of the explainer's file."""
    for number, figure in enumerate(explainer.key_figures):
        key = ("key_figures", number, "as_written")
        yield Claim(key, "figure", f"figure-{figure.id}", figure.as_written, figure.near)
    for number, quotation in enumerate(explainer.quotations):
        key = ("quotations", number, "text")
        yield Claim(key, "quotation", f"quotation-{quotation.id}", quotation.text, quotation.near)
    anchors = time_anchors(explainer)
    for number, (anchor, entry) in enumerate(zip(anchors, explainer.timeline, strict=True)):
        if entry.as_written is not None:
            key = ("timeline", number, "as_written")
            yield Claim(key, "time", anchor, entry.as_written, entry.near)
    for number, note in enumerate(explainer.notes):
        yield Claim(("notes", number, "quote"), "note", f"note-{number + 1}", note.quote, note.near)


def prove(explainer: Explainer, articles: Mapping[str, Article]) -> tuple[Proof, ...]:
    """Return each claim with its passages in the articles that the explainer is based on."""
    based_on = [articles[slug] for slug in explainer.based_on if slug in articles]
    return tuple(
        Proof(
            claim,
            tuple(
                passage
                for article in based_on
                for passage in find_passages(article, claim.text, claim.near)
            ),
        )
        for claim in find_claims(explainer)
    )
