"""Terms: words that some readers will not know, and the article's own explanations."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jelaskan.extract.explanations import find_bracketed, find_explained
from jelaskan.extract.furniture import lower
from jelaskan.extract.hard_words import find_acronyms, find_jargon, find_names
from jelaskan.extract.layout import Layout
from jelaskan.extract.term_words import FoundTerm, known_terms
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Mention
from jelaskan.model.statements import Person, TermCandidate

MOST = 12
"""How many candidates are returned: what a glossary beside an article can hold."""
WEIGHTS = {
    "acronym": 60,
    "named": 55,
    "document": 45,
    "jargon": 40,
    "undefined acronym": 35,
    "explained": 30,
    "gloss": 25,
    "body": 20,
}
"""How much each way of finding a term says that it needs explaining."""
MOST_USES = 5
COUNTED_IN = 200_000
"""In how much of an article, in code points, the uses of a term are counted."""


def find_terms(
    layout: Layout, pack: LanguagePack, people: tuple[Person, ...]
) -> tuple[TermCandidate, ...]:
    """Return the words that most need explaining, at most twelve, in text order.

    Names of people are none. Acronyms and terms that the article explains come with its
    explanation; then treaties and laws, hard words, acronyms without explanation, and bodies.
    """
    known = known_terms(pack)
    text = layout.article.text
    lowered = lower(text)
    names = {word for person in people if person.kind == "person" for word in _names(person)}
    starts = [piece.mention.start for piece in layout.furniture]
    ends = [piece.mention.end for piece in layout.furniture]

    def is_free(at: int) -> bool:
        number = bisect_right(starts, at) - 1
        return number < 0 or at >= ends[number]

    found = [
        candidate
        for finder in (
            find_bracketed(text, known),
            find_explained(text, lowered, known),
            find_jargon(lowered, known),
            find_acronyms(text, known),
            find_names(text, pack, known, frozenset(" ".join(names).split())),
        )
        for candidate in finder
        if is_free(candidate.start) and text[candidate.start : candidate.end] not in names
    ]
    spans = [candidate.definition for candidate in found if candidate.rule == "acronym"]
    forms = [(*span, text[span[0] : span[1]]) for span in spans if span is not None]
    found = [
        candidate
        for candidate in found
        if candidate.definition is not None
        or not _is_piece(candidate, text[candidate.start : candidate.end], forms)
    ]
    ranked = sorted(_merge(text, lowered, found), key=lambda pair: (-_weight(*pair), pair[0].start))
    chosen = sorted(ranked[:MOST], key=lambda pair: pair[0].start)
    return tuple(
        TermCandidate(
            Mention(candidate.start, text[candidate.start : candidate.end]),
            uses,
            layout.article.mention(*candidate.definition) if candidate.definition else None,
            candidate.rule,
        )
        for candidate, uses in chosen
    )


def _is_piece(candidate: FoundTerm, name: str, forms: Sequence[tuple[int, int, str]]) -> bool:
    """Return whether a candidate is a piece of the long form of an acronym."""
    return any(
        start <= candidate.start < end or form.startswith(name) for start, end, form in forms
    )


def _names(person: Person) -> Iterator[str]:
    yield person.name
    yield from person.aliases


def _weight(candidate: FoundTerm, uses: int) -> int:
    return WEIGHTS[candidate.rule] + 3 * min(uses, MOST_USES)


def _merge(text: str, lowered: str, found: Sequence[FoundTerm]) -> list[tuple[FoundTerm, int]]:
    """Return each term once, found the best way, at its first use, with its uses."""
    best: dict[str, FoundTerm] = {}
    also: dict[str, str] = {}
    for candidate in found:
        key = lowered[candidate.start : candidate.end]
        key = also.get(key, key)
        earlier = best.setdefault(key, candidate)
        better = WEIGHTS[candidate.rule] > WEIGHTS[earlier.rule]
        definition = candidate.definition or earlier.definition
        best[key] = replace(candidate if better else earlier, definition=definition)
        if candidate.also:
            also[candidate.also.lower()] = key
    merged = []
    for key, candidate in best.items():
        if also.get(key, key) != key and also[key] in best:
            continue
        acronym = text[candidate.start : candidate.end].isupper()
        uses = (text if acronym else lowered).count(
            text[candidate.start : candidate.end] if acronym else key, 0, COUNTED_IN
        )
        merged.append((candidate, max(1, uses)))
    return merged
