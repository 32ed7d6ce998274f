"""A page has what its readers need, and nothing empty."""

from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, find_texts, shown, suggest, write_meant
from jelaskan.messages import Message
from jelaskan.problems import Problem

NEEDED = {
    "dek": Message("write one sentence under the headline, or set `status: draft`"),
    "short_answer": Message(
        "write three to five sentences that a sixteen-year-old follows, or set `status: draft`"
    ),
}


def check_complete(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each part that is missing, empty, or there twice."""
    explainer = evidence.explainer
    if not evidence.has_pack:
        yield Problem(
            evidence.file.position("language"),
            "C07",
            Message("no language pack has this code: {language}", language=explainer.language),
            suggest(explainer.language, evidence.languages),
        )
    yield from _check_based_on(evidence)
    yield from _check_blank(evidence)
    if explainer.status == "ready":
        yield from _check_ready(evidence)
    parts = (explainer.quotations, explainer.key_figures, explainer.sections, explainer.timeline)
    if not any(parts) and not explainer.short_answer:
        yield Problem(
            evidence.file.position(),
            "C14",
            Message("the page has nothing but its headline"),
            Message("write a short answer, or take quotations and figures from the article"),
            severity="error" if explainer.status == "ready" else "warning",
        )


def _check_based_on(evidence: Evidence) -> Iterator[Problem]:
    """Yield where an article of the page is not there, or is named twice."""
    slugs = evidence.explainer.based_on
    if not slugs:
        yield Problem(
            evidence.file.position("based_on"),
            "C06",
            Message("the page is based on no article"),
            Message(
                "write the name of a file in seeds/, without its ending: `based_on: [harga-beras]`"
            ),
        )
    for number, slug in enumerate(slugs):
        position = evidence.file.position("based_on", number)
        if slug in slugs[:number]:
            yield Problem(
                position,
                "C13",
                Message("this article is named twice: {slug}", slug=slug),
                Message("delete one of the two"),
            )
        elif slug not in evidence.articles and slug not in evidence.faulty:
            yield Problem(
                position,
                "C06",
                Message("no article in seeds/ has this name: {slug}", slug=slug),
                suggest(slug, evidence.articles)
                or Message("put its text in seeds/{slug}.txt", slug=slug),
                cure=write_meant(("based_on", number), slug, evidence.articles),
            )


def _check_blank(evidence: Evidence) -> Iterator[Problem]:
    """Yield each text that is written and has nothing in it."""
    for key, text in find_texts(evidence.explainer):
        if not text.strip():
            yield Problem(
                evidence.file.position(*key),
                "C12",
                Message("`{key}` is empty", key=key[-1]),
                Message("write its text, or delete the key"),
            )


def _check_ready(evidence: Evidence) -> Iterator[Problem]:
    """Yield what keeps a page from being `ready`."""
    for key, hint in NEEDED.items():
        if getattr(evidence.explainer, key) is None:
            yield Problem(
                evidence.file.position("status"),
                "C08",
                Message("the page is `ready` and has no `{key}`", key=key),
                hint,
            )
    if evidence.explainer.published is None:
        yield Problem(
            evidence.file.position("status"),
            "C20",
            Message("the page is `ready` and has no `published`: lists show the article's day"),
            Message("write the day on which the page is published: `published: 2026-02-19`"),
            "warning",
        )
    for number, review in enumerate(evidence.explainer.review):
        yield Problem(
            evidence.file.position("review", number),
            "C09",
            Message(
                "the page is `ready`, and this is still to be reviewed: {about}: {reason}",
                about=shown(review.about),
                reason=shown(review.reason),
            ),
            Message("compare it with the article and delete the entry, or set `status: draft`"),
        )
