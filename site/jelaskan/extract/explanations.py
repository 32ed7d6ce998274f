"""Terms that the article explains: acronyms in brackets, glosses, “known as”."""

import re
from collections.abc import Iterator

from jelaskan.extract.acronyms import LONGEST_FORM, find_long_form
from jelaskan.extract.term_words import MOST_FOUND, WORD, FoundTerm, KnownTerms

LONGEST_DEFINITION = 160
"""How many code points an explanation has at most."""
BRACKETED = re.compile(r"\(([^()\n]{2,80})\)")
NAMED = re.compile(
    r"\s{0,2}(?:(?:the|a|an|istilah|nama)\s)?[“\"'‘]?([^\W\d_][\w’-]{1,30}(?:[ \xa0][\w’-]{1,30}){0,4})"
)
CLAUSE_END = re.compile(r"[.;:!?,\n“”\"()—–]")


def find_bracketed(text: str, known: KnownTerms) -> Iterator[FoundTerm]:
    """Yield acronyms with their long form, and terms that brackets explain."""
    for number, bracket in enumerate(BRACKETED.finditer(text)):
        if number == MOST_FOUND:
            return
        inside = bracket.group(1)
        before = text[max(0, bracket.start() - LONGEST_FORM) : bracket.start()]
        if " " not in inside and inside[0].isupper() and inside not in known.acronyms:
            length = find_long_form(before, inside, known.links)
            if length:
                end = bracket.start() - (len(before) - len(before.rstrip()))
                form = (end - length, end)
                also = text[form[0] : form[1]]
                yield FoundTerm(bracket.start(1), bracket.end(1), "acronym", form, also)
        elif _is_gloss(inside) and inside.split()[0] not in known.stop_words:
            term = _term_before(text, bracket.start(), known)
            if term is not None:
                yield FoundTerm(*term, "gloss", (bracket.start(1), bracket.end(1)))


def _is_gloss(inside: str) -> bool:
    """Return whether words in brackets explain, not name, date or count."""
    words = inside.split()
    return (
        2 <= len(words) <= 8
        and "," not in inside
        and all(word[0].isalpha() and word.islower() for word in words)
    )


def find_explained(text: str, lowered: str, known: KnownTerms) -> Iterator[FoundTerm]:
    """Yield terms that the sentence explains: “likuefaksi, yaitu …”, “known as fracking”."""
    if known.explained is not None:
        for number, cue in enumerate(known.explained.finditer(lowered)):
            if number == MOST_FOUND:
                return
            term = _term_before(text, cue.start(), known)
            end = CLAUSE_END.search(text, cue.end(), cue.end() + LONGEST_DEFINITION)
            if term is not None and end is not None and end.start() - cue.end() > 10:
                yield FoundTerm(*term, "explained", (cue.end(), end.start()))
    for phrase in known.named:
        at = lowered.find(f" {phrase} ")
        while at >= 0:
            named = NAMED.match(text, at + len(phrase) + 1, at + LONGEST_DEFINITION)
            clause = _clause_before(text, at)
            if named is not None and clause is not None:
                length = _cut(named.group(1))
                if named.group(1).split()[0].lower() not in known.stop_words and length > 3:
                    yield FoundTerm(named.start(1), named.start(1) + length, "named", clause)
            at = lowered.find(f" {phrase} ", at + 1)


def _cut(words: str) -> int:
    """Return the length of a term: capitals that go together, else the first two words."""
    pieces = list(WORD.finditer(words))
    if pieces[0].group()[0].isupper():
        last = 0
        while last + 1 < len(pieces) and pieces[last + 1].group()[0].isupper():
            last += 1
        return pieces[last].end()
    return pieces[min(1, len(pieces) - 1)].end()


def _term_before(text: str, end: int, known: KnownTerms) -> tuple[int, int] | None:
    """Return the word in lower case right before an explanation, or those joined by a hyphen."""
    words = [word for word in WORD.finditer(text, max(0, end - 60), end)]
    if not words or text[words[-1].end() : end].strip(" \xa0"):
        return None
    term = words[-1].group()
    if len(term) < 6 or not term.islower() or term.startswith(known.verbs):
        return None
    if term in known.stop_words or (known.clitic and term.endswith(known.clitic)):
        return None
    if any(char.isdecimal() for char in term):
        return None
    before = words[-2] if len(words) > 1 else words[-1]
    joined = before.end() + 1 == words[-1].start() and before.group().islower()
    usual = before.group() in known.stop_words or before.group().startswith(known.verbs)
    if joined and len(before.group()) > 3 and not usual:
        return before.start(), words[-1].end()
    return words[-1].span()


def _clause_before(text: str, end: int) -> tuple[int, int] | None:
    """Return the words of the clause before a cue, if they are enough to explain."""
    first = max(0, end - LONGEST_DEFINITION)
    stops = [stop.end() for stop in CLAUSE_END.finditer(text, first, end - 2)]
    start = stops[-1] if stops else first if first == 0 else None
    if start is None:
        return None
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip(" ,"))
    return (start, end) if end - start > 15 else None
