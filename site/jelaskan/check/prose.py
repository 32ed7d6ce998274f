"""What editors word themselves has no number and no quotation of its own."""

import re
from collections.abc import Container, Iterator, Mapping

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

NUMBERED = {"key_figures": ("label", "unit"), "timeline": ("text",)}
"""What must have no number of its own, besides the texts on top."""
RECKONING = {"key_figures": ("meaning",), "sections": ("heading", "body")}
"""Where readers are helped by numbers that no article has: “97 of every 100 litres”."""
REMARKS = {
    "quotations": ("cue", "topic"),
    "timeline": ("inferred",),
    "notes": ("text",),
    "people": ("role", "about"),
    "glossary": ("description",),
}
"""What else a page prints as its editor's words."""

BLOCK = re.compile(r"(?:^ {0,3}>.*\n?)+", re.MULTILINE)
"""A quotation in Markdown."""
ASIDE = re.compile(r"\]\([^)\s]*|<https?:[^>\s]*>|^[ \t]*\d{1,9}[.)](?=[ \t])", re.MULTILINE)
"""Digits of Markdown that readers do not see: in addresses, and before the items of a list."""


def check_prose(evidence: Evidence) -> Iterator[Problem]:
    """Yield the numbers and quotations of the editor's words that stand nowhere else.

    What the editor gives a source for may have them from there.
    """
    if not evidence.based_on:
        return
    yield from _check_numbers(evidence)
    yield from _check_quoted(evidence)


def _own_words(explainer: Explainer, *parts: Mapping[str, tuple[str, ...]]) -> dict[Key, str]:
    """Return the texts on top, and those of some parts for which the file names no source."""
    own: dict[Key, str] = {}
    for name in ("kicker", "headline", "dek", "short_answer"):
        if text := getattr(explainer, name):
            own[name,] = text
    for part, keys in ((part, keys) for each in parts for part, keys in each.items()):
        for number, item in enumerate(getattr(explainer, part)):
            texts = {key: getattr(item, key, None) or "" for key in keys}
            is_sourced = getattr(item, "source", ()) or any("](http" in x for x in texts.values())
            if not is_sourced:
                own |= {(part, number, key): text for key, text in texts.items() if text}
    return own


def _seen(text: str) -> str:
    """Return a text as readers see it, with spaces for what they do not."""
    return ASIDE.sub(lambda found: " " * len(found[0]), text)


def _check_numbers(evidence: Evidence) -> Iterator[Problem]:
    languages = {evidence.explainer.language, *(each.language for each in evidence.based_on)}
    scales = scales_of(*sorted(languages))
    known = set(_known_numbers(evidence))
    for key, text in _own_words(evidence.explainer, NUMBERED).items():
        for number in find_numbers(_seen(text), scales):
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


def _known_numbers(evidence: Evidence) -> Iterator[str]:
    """Yield the meanings of every number of the articles, and of the page where it has a source."""
    explainer = evidence.explainer
    own = _own_words(explainer, NUMBERED, RECKONING)
    languages = {explainer.language, *(article.language for article in evidence.based_on)}
    scales = scales_of(*sorted(languages))
    texts = list(_other_texts(explainer, own))
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


def _other_texts(explainer: Explainer, own: Container[Key]) -> Iterator[str]:
    """Yield the texts of a page that are not the editor's own words, addresses aside."""
    for key, text in find_texts(explainer):
        if key not in own and "source" not in key and key[-1] not in ("id", "url", "near"):
            yield text


def _check_quoted(evidence: Evidence) -> Iterator[Problem]:
    """Yield the quotations in the editor's words that stand neither in an article nor on the page.

    On a page in another language than its articles, those of its translations count; that a
    translator's words are not among them is no proof that nobody said them.
    """
    explainer = evidence.explainer
    is_translated = all(article.language != explainer.language for article in evidence.based_on)
    own = _own_words(explainer, NUMBERED, RECKONING, REMARKS)
    others = "\n".join(_other_texts(explainer, own))
    page = Article("", explainer.language, others, evidence.file.path)
    for key, text in own.items():
        for start, words in _find_quoted(key, _seen(text)):
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
                    Message(
                        "copy the article's words, report them without marks, or name the "
                        "`source:` that has them"
                    ),
                    severity="warning" if is_translated else "error",
                )


def _find_quoted(key: Key, text: str) -> Iterator[tuple[int, str]]:
    """Yield the words between marks, and those of Markdown's quotations, with their place."""
    for start, end in find_closed(text):
        yield start, text[start:end]
    if key[-1] in ("short_answer", "body"):
        for block in BLOCK.finditer(text):
            yield block.start(), re.sub(r"^ {0,3}>|[*_]", "", block[0], flags=re.MULTILINE)
