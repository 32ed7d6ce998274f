"""Terms are described once, and used."""

from collections.abc import Iterator
from typing import NamedTuple

from jelaskan.check.evidence import Evidence, find_texts, suggest, write_meant
from jelaskan.messages import Message
from jelaskan.model.explainer import DefinedTerm
from jelaskan.problems import Problem
from jelaskan.proof.terms import TermFinder

GLOSSARY = "content/glossary.yaml"
MARKED = frozenset(
    (
        ("key_figures", "meaning"),
        ("quotations", "text"),
        ("quotations", "translation"),
        ("sections", "body"),
        ("timeline", "text"),
    )
)
"""The parts of a page in which terms are marked, besides its short answer."""


def check_glossary(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each term that readers could not look up, or need not."""
    language = evidence.explainer.language
    own = [*_marked(evidence), *(one.text for one in evidence.based_on if one.language == language)]
    # The article of a translated page has the terms in its own language.
    others = [article.text for article in evidence.based_on if article.language != language]
    by_id: dict[str, int] = {}
    by_name: dict[str, int] = {}
    for number, entry in enumerate(evidence.explainer.glossary):
        term_id = entry if isinstance(entry, str) else entry.id
        position = evidence.file.position("glossary", number)
        if by_id.setdefault(term_id, number) != number:
            yield Problem(
                position,
                "G01",
                Message("this term is in the glossary already: {term_id}", term_id=term_id),
                Message("delete one of the two"),
            )
            continue
        if isinstance(entry, str):
            yield from _check_reference(evidence, number, entry)
        else:
            yield from _check_inline(evidence, number, entry)
        names = _names(evidence, entry)
        if not names.own:
            continue
        if by_name.setdefault(names.own[0].casefold(), number) != number:
            other = by_name[names.own[0].casefold()]
            yield Problem(
                position,
                "G01",
                Message(
                    "“{name}” is in the glossary already, {place}",
                    name=names.own[0],
                    place=evidence.file.position("glossary", other),
                ),
                Message("delete one of the two"),
            )
        if evidence.based_on and not _is_used(names, own, others):
            yield Problem(
                position,
                "G05",
                Message(
                    "no text of the page or the article leads to this term: “{name}”",
                    name=names.own[0],
                ),
                Message("delete it, or add the form that is used to its `alternate_names`"),
                severity="warning",
            )


def _is_used(names: "_Names", own: list[str], others: list[str]) -> bool:
    """Return whether a term stands in texts of the page's language, or in those of another.

    It is looked for as pages look for the terms that they mark; one that only stands inside a
    longer one is used too.
    """
    return any(
        next(finder.find(text), None)
        for finder, texts in (
            (TermFinder([("", names.own)]), own),
            (TermFinder([("", names.own + names.others)]), others),
        )
        for text in texts
    )


def _marked(evidence: Evidence) -> Iterator[str]:
    """Yield the texts of the page in which terms are marked, articles aside."""
    for key, text in find_texts(evidence.explainer):
        if key[0] == "short_answer" or (key[0], key[-1]) in MARKED:
            yield text


def _check_reference(evidence: Evidence, number: int, term_id: str) -> Iterator[Problem]:
    """Yield where the store cannot describe a term in the page's language."""
    position = evidence.file.position("glossary", number)
    stored = evidence.store.terms.get(term_id)
    language = evidence.explainer.language
    if stored is None and not evidence.store.is_whole(GLOSSARY):
        return
    if stored is None:
        yield Problem(
            position,
            "G02",
            Message("no term of {file} has this id: {term_id}", file=GLOSSARY, term_id=term_id),
            suggest(term_id, evidence.store.terms)
            or Message("describe it here, with `id:` and `name:`"),
            cure=write_meant(("glossary", number), term_id, evidence.store.terms),
        )
    elif language not in stored.text and evidence.has_pack:
        yield Problem(
            position,
            "G03",
            Message(
                "{term_id} is not described in this language: {language}",
                term_id=term_id,
                language=language,
            ),
            Message(
                "add `{language}:` to its `text` in {file}; it has {languages}",
                language=language,
                file=GLOSSARY,
                languages=", ".join(stored.text),
            ),
        )


def _check_inline(evidence: Evidence, number: int, term: DefinedTerm) -> Iterator[Problem]:
    """Yield where a term of the file is not described, or is described in the store too."""
    if term.id in evidence.store.terms:
        yield Problem(
            evidence.file.position("glossary", number, "id"),
            "G06",
            Message("{file} describes {id} too", file=GLOSSARY, id=term.id),
            Message("write `- {id}` alone to use the description there", id=term.id),
            severity="warning",
        )
    if term.description is None and evidence.explainer.status == "ready":
        yield Problem(
            evidence.file.position("glossary", number),
            "G04",
            Message("the term has no description: “{name}”", name=term.name),
            Message("describe it in one or two sentences, or delete it"),
        )


class _Names(NamedTuple):
    """How a term is written."""

    own: tuple[str, ...]
    """In the page's language, its own name first."""
    others: tuple[str, ...]
    """In other languages."""


def _names(evidence: Evidence, entry: str | DefinedTerm) -> _Names:
    """Return how a term is written; nothing for one that nobody describes."""
    if isinstance(entry, DefinedTerm):
        return _Names((entry.name, *entry.alternate_names), ())
    stored = evidence.store.terms.get(entry)
    text = stored.text.get(evidence.explainer.language) if stored else None
    if stored is None or text is None:
        return _Names((), ())
    others = (other for other in stored.text.values() if other is not text)
    return _Names(
        (text.name, *text.alternate_names),
        tuple(name for other in others for name in (other.name, *other.alternate_names)),
    )
