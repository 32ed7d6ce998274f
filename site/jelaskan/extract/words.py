"""The words of an article, with the sentence and the quotation that each stands in."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from jelaskan.extract.layout import Layout
from jelaskan.extract.lexicon import Form, Lexicon

# A comma inside a number is no comma of the sentence: 1,500 and 4,6.
WORD = re.compile(r"[^\W_]+(?:(?:['’\-.&]|(?<=\d),(?=\d))[^\W_]+)*|[^\w\s]|_")
OPENING_MARKS = frozenset("\"“„«‘'`")
CLOSING_MARKS = frozenset("\"”»’'“")
DASHES = frozenset("-–—")
CASE_CHANGE = re.compile(r"(?<=[a-z])(?=[A-Z])")
GLUED_LENGTH = 9
LONGEST_SENTENCE = 200
"""A longer sentence, in words, is read in parts: no search is longer, whatever the text."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: the numbers of its first word and of the one after its last."""

    first: int
    last: int
    form: Form


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words and punctuation marks by number, in text order and outside of furniture."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    sentence: list[int]
    """For each word, the number of its sentence."""
    quotation: list[int]
    """For each word, the number of the quotation that it stands in, or -1."""
    sentences: list[tuple[int, int]]
    """For each sentence, its first word and the one after its last."""
    paragraph: list[int]
    """For each sentence, the number of its paragraph."""
    cue_at: dict[int, Cue]
    """For the first word of each reporting word, the cue; filled once the words are read."""
    opened: list[int]
    """For each quotation, its first word; one past its last is in `closed`."""
    closed: list[int]

    def is_capital(self, number: int) -> bool:
        """Return whether a word begins with a capital letter."""
        return self.text[self.starts[number]].isupper()


def read_words(layout: Layout, lexicon: Lexicon) -> Words:
    """Return the words of an article. Words that scraping glued together are parted."""
    text = layout.article.text
    starts: list[int] = []
    ends: list[int] = []
    lower: list[str] = []
    sentence: list[int] = []
    sentences: list[tuple[int, int]] = []
    paragraph: list[int] = []
    at = 0
    for span in layout.sentences:
        while layout.paragraphs[at].end < span.end:
            at += 1
        first = len(starts)
        spans = [match.span() for match in WORD.finditer(text, span.start, span.end)]
        if any(end - start >= GLUED_LENGTH for start, end in spans):
            spans = [part for whole in spans for part in _parts(text, whole, lexicon)]
        starts += [start for start, _ in spans]
        ends += [end for _, end in spans]
        lower += [text[start:end].lower() for start, end in spans]
        for first_of_part in range(first, len(starts), LONGEST_SENTENCE):
            end_of_part = min(first_of_part + LONGEST_SENTENCE, len(starts))
            sentence.extend([len(sentences)] * (end_of_part - first_of_part))
            sentences.append((first_of_part, end_of_part))
            paragraph.append(at)
    quotation = [-1] * len(starts)
    opened = [bisect_left(starts, quoted.start) for quoted in layout.quoted]
    closed = [bisect_left(starts, quoted.end) for quoted in layout.quoted]
    for number, (first, last) in enumerate(zip(opened, closed, strict=True)):
        quotation[first:last] = [number] * (last - first)
    return Words(
        text, starts, ends, lower, sentence, quotation, sentences, paragraph, {}, opened, closed
    )


def _parts(text: str, whole: tuple[int, int], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the parts of a word that scraping glued together, or the word alone."""
    start, end = whole
    if end - start < GLUED_LENGTH:
        return [whole]
    word = text[start:end]
    if word.islower() or word.isupper():
        return [whole]
    cuts = [start, *(start + seam for seam in _seams(word, lexicon)), end]
    return list(pairwise(cuts))


@lru_cache(maxsize=4096)
def _seams(word: str, lexicon: Lexicon) -> tuple[int, ...]:
    """Return where a reporting word is glued to its neighbours: Budimengatakan, mengatakanIni."""
    seams: list[int] = []
    if word.lower() in lexicon.first:
        return ()
    at = 0
    for cut in [*(change.start() for change in CASE_CHANGE.finditer(word)), len(word)]:
        piece = word[at:cut]
        cue = next(
            (
                length
                for length in lexicon.glued_lengths
                if length <= len(piece) and piece[-length:].lower() in lexicon.glued
            ),
            0,
        )
        if cue and cut - cue >= at:
            if cut - cue > max(seams[-1:], default=0):
                seams.append(cut - cue)
            if cut < len(word):
                seams.append(cut)
        at = cut
    return tuple(seams)


def skip_marks(words: Words, at: int, ceiling: int) -> int:
    """Return the first word at or after `at` that is no closing mark."""
    while at < ceiling and words.lower[at] in CLOSING_MARKS and words.quotation[at] < 0:
        if at + 1 < len(words.lower) and words.quotation[at + 1] >= 0:
            break
        at += 1
    return at


def is_possessive(words: Words, at: int) -> bool:
    """Return whether a mark outside of quotations ends a possessor: the teachers’ union."""
    return (
        words.lower[at] in "'’"
        and at > 0
        and words.quotation[at - 1] < 0
        and words.ends[at - 1] == words.starts[at]
        and words.lower[at - 1][-1].isalpha()
    )


def is_opening(words: Words, at: int) -> bool:
    """Return whether a word is the mark that opens a quotation."""
    return (
        at + 1 < len(words.lower)
        and words.lower[at] in OPENING_MARKS
        and words.quotation[at] < 0
        and words.quotation[at + 1] >= 0
    )
