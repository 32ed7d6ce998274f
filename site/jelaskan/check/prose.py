"""What editors word themselves has no number and no quotation of its own."""

import re
from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, find_texts, shown
from jelaskan.check.marks import find_closed, words_of
from jelaskan.check.numbers import find_numbers, meaning, scales_of
from jelaskan.check.units import scale_of
from jelaskan.messages import Message
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer, Key
from jelaskan.problems import Problem
from jelaskan.proof.passages import find_passages

FEW_WORDS = 3
"""So many words between marks may be a name, a title or a word that is doubted."""

RECKONING = frozenset(("heading", "body", "meaning"))
"""Where readers are helped by numbers that no article has: “97 of every 100 litres”."""

ASIDE = re.compile(r"\]\([^)\s]*|<https?:[^>\s]*>|^[ \t]*\d{1,9}[.)](?=[ \t])", re.MULTILINE)
"""Digits of Markdown that readers do not see: in addresses, and before the items of a list."""


def check_prose(evidence: Evidence) -> Iterator[Problem]:
    """Yield the numbers and quotations of the editor's words that stand nowhere else.

    What the editor gives a source for may have them from there.
    """
    if not evidence.based_on:
        return
    own = [
        (key, text, ASIDE.sub(lambda found: " " * len(found[0]), text))
        for key, text in _own_words(evidence.explainer)
    ]
    yield from _check_numbers(evidence, own)
    yield from _check_quoted(evidence, own)


def _own_words(explainer: Explainer) -> Iterator[tuple[Key, str]]:
    """Yield the texts of a page that rest on no words and on no source that the file names."""
    for name in ("kicker", "headline", "dek", "short_answer"):
        if text := getattr(explainer, name):
            yield (name,), text
    for part, keys in (
        ("key_figures", ("label", "meaning")),
        ("sections", ("heading", "body")),
        ("timeline", ("text",)),
    ):
        for number, item in enumerate(getattr(explainer, part)):
            texts = [(key, getattr(item, key)) for key in keys if getattr(item, key)]
            if not item.source and not any("](http" in text for _, text in texts):
                yield from (((part, number, key), text) for key, text in texts)


def _check_numbers(evidence: Evidence, own: list[tuple[Key, str, str]]) -> Iterator[Problem]:
    languages = {evidence.explainer.language, *(each.language for each in evidence.based_on)}
    scales = scales_of(*sorted(languages))
    known = set(_known_numbers(evidence, {key for key, _, _ in own}))
    for key, text, seen in own:
        if key[-1] in RECKONING:
            continue
        for number in find_numbers(seen, scales):
            if known.isdisjoint(number.meanings):
                yield Problem(
                    evidence.file.position_in(text, number.start, *key),
                    "K09",
                    Message(
                        "{key} has a number that stands nowhere else: {number}",
                        key=key[-1],
                        number=number.text,
                    ),
                    Message("compare it with the article, or name the `source:` that has it"),
                    severity="warning",
                )


def _known_numbers(evidence: Evidence, own: set[Key]) -> Iterator[str]:
    """Yield the meanings of every number of the articles, and of the page where it has a source."""
    explainer = evidence.explainer
    languages = {explainer.language, *(article.language for article in evidence.based_on)}
    scales = scales_of(*sorted(languages))
    texts = [text for _, text in _other_texts(explainer, own)]
    days = [explainer.published, explainer.updated, explainer.as_of]
    for entry in explainer.timeline:
        days += [entry.date, entry.end]
    for article in evidence.based_on:
        texts += filter(None, (article.text, article.headline, article.dek))
        days.append(article.published)
        statements = evidence.statements.get(article.slug)
        if statements is not None:
            days += [time.value for time in statements.times]
            yield from (
                meaning(float(value)) for found in statements.quantities for value in found.value
            )
    texts += [re.sub(r"\D", " ", day) for day in days if day]
    for figure in explainer.key_figures:
        scale = scale_of(figure.unit, tuple(sorted(languages)))
        values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
        yield from (meaning(value * factor) for value in values for factor in (1.0, scale))
    for text in texts:
        for number in find_numbers(text, scales):
            yield from number.meanings


def _other_texts(explainer: Explainer, own: set[Key]) -> Iterator[tuple[Key, str]]:
    """Yield the texts of a page that are not the editor's own words, addresses aside."""
    for key, text in find_texts(explainer):
        if key not in own and "source" not in key and key[-1] not in ("id", "url", "near"):
            yield key, text


def _check_quoted(evidence: Evidence, own: list[tuple[Key, str, str]]) -> Iterator[Problem]:
    """Yield the quotations in the editor's words that stand neither in an article nor on the page.

    On a page in another language than its articles, those of its translations count.
    """
    explainer = evidence.explainer
    others = [text for _, text in _other_texts(explainer, {key for key, _, _ in own})]
    page = Article("", explainer.language, "\n".join(others), evidence.file.path)
    for key, text, seen in own:
        for start, end in find_closed(seen):
            words = seen[start:end]
            if len(words_of(words)) > FEW_WORDS and not any(
                find_passages(article, words) for article in (*evidence.based_on, page)
            ):
                yield Problem(
                    evidence.file.position_in(text, start, *key),
                    "C18",
                    Message(
                        "{key} quotes words that stand nowhere else: “{words}”",
                        key=key[-1],
                        words=shown(words),
                    ),
                    Message("copy the article's words, or name the `source:` that has them"),
                    severity="warning",
                )
