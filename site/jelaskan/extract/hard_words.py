"""Words that the article does not explain: jargon, bare acronyms, laws, treaties and bodies."""

import re
from collections.abc import Iterator, Sequence

from jelaskan.extract.term_words import LONGEST_TERM, MOST_FOUND, WORD, FoundTerm, KnownTerms
from jelaskan.languages.pack import LanguagePack

PIECES = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ACRONYM = re.compile(r"(?<![\w.@#/&-])[A-Z][A-Z0-9]{1,6}(?:-[A-Z0-9]{1,3})?(?![\w.]*\w)")
CAPITALS = re.compile(
    r"[A-ZÀ-Þ][\w’'-]{1,30}(?:[ \xa0](?:(?!\w*[A-ZÀ-Þ])\w{2,5}[ \xa0]){0,2}[A-ZÀ-Þ][\w’'-]{1,30}){1,6}"
)


def find_jargon(lowered: str, known: KnownTerms) -> Iterator[FoundTerm]:
    """Yield the hard words of the pack's list, each once."""
    words = frozenset(PIECES.findall(lowered))
    phrases = [phrase for first in words & known.phrases.keys() for phrase in known.phrases[first]]
    for term in [*(words & known.single_jargon), *phrases]:
        at = lowered.find(term)
        while at >= 0 and not _is_whole(lowered, at, at + len(term)):
            at = lowered.find(term, at + 1)
        if at >= 0:
            yield FoundTerm(at, at + len(term), "jargon")


def _is_whole(lowered: str, start: int, end: int) -> bool:
    """Return whether no letter touches the words between two offsets."""
    before = lowered[start - 1] if start else " "
    after = lowered[end] if end < len(lowered) else " "
    return not (before.isalnum() or after.isalnum())


def find_acronyms(text: str, known: KnownTerms) -> Iterator[FoundTerm]:
    """Yield capitals that nothing explains, but for those that shout."""
    seen: set[str] = set()
    words = frozenset(text.split())
    for acronym in ACRONYM.finditer(text):
        word = acronym.group()
        if word in seen or word in known.acronyms:
            continue
        seen.add(word)
        if len(seen) > MOST_FOUND:
            return
        if word.lower() in words or _shouts(text, acronym.start(), acronym.end()):
            continue
        yield FoundTerm(acronym.start(), acronym.end(), "undefined acronym")


def _shouts(text: str, start: int, end: int) -> bool:
    """Return whether the words beside capitals are in capitals too: FULL TEXT."""
    before = text[max(0, start - 12) : start].split()
    after = text[end : end + 12].split()
    return any(len(word) > 2 and word.isupper() for word in (*before[-1:], *after[:1]))


def find_names(
    text: str, pack: LanguagePack, known: KnownTerms, names: frozenset[str]
) -> Iterator[FoundTerm]:
    """Yield the names of laws, treaties and bodies."""
    for number, run in enumerate(CAPITALS.finditer(text)):
        if number == 5 * MOST_FOUND:
            return
        words = list(WORD.finditer(run.group()))
        for at, word in enumerate(words):
            head = word.group().lower()
            rule = (
                "document" if head in known.documents else "body" if head in known.bodies else None
            )
            if rule is None or not word.group()[0].isupper():
                continue
            first, last = _name_span(words, at, pack, known)
            while first < at and (
                words[first].group() in names or words[first].group()[-2:] in ("'s", "’s")
            ):
                first += 1
            if last > first:
                start, end = words[first].start(), words[last].end()
                yield FoundTerm(run.start() + start, run.start() + end, rule)
                break


def _name_span(
    words: Sequence[re.Match[str]], at: int, pack: LanguagePack, known: KnownTerms
) -> tuple[int, int]:
    """Return the first and last word of a name around the word that tells its kind."""
    if pack.terms.head_first:
        return at, _last_capital(words, at, known)
    last = at
    if at + 2 < len(words) and words[at + 1].group() in known.links:
        last = _last_capital(words, at, known)
    first = at
    numbers = pack.numbers
    while first > 0 and at - first < LONGEST_TERM:
        before = words[first - 1].group()
        if before[0].isupper():
            first -= 1
        elif before in known.links and before not in numbers.joiners and first > 1:
            first -= 2
        else:
            break
    if first < at and words[first].group().lower() in numbers.determiners:
        first += 1
    return first, last


def _last_capital(words: Sequence[re.Match[str]], at: int, known: KnownTerms) -> int:
    """Return the last word of a name that goes on in capitals and links: Court of Justice."""
    last = at
    for number in range(at + 1, min(len(words), at + LONGEST_TERM + 1)):
        if words[number].group().lower() in known.calendar:
            break
        if words[number].group()[0].isupper():
            last = number
        elif words[number].group() not in known.links:
            break
    return last
