"""The words of an article, with the sentence and the quotation that each stands in."""

import re
from dataclasses import dataclass

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
        for match in WORD.finditer(text, span.start, span.end):
            word = match.group()
            start = match.start()
            if len(word) >= GLUED_LENGTH and not word.islower() and not word.isupper():
                for cut in _seams(word, lexicon):
                    starts.append(start)
                    ends.append(match.start() + cut)
                    lower.append(text[start : match.start() + cut].lower())
                    start = match.start() + cut
            starts.append(start)
            ends.append(match.end())
            lower.append(text[start : match.end()].lower())
        for first_of_part in range(first, len(starts), LONGEST_SENTENCE):
            end_of_part = min(first_of_part + LONGEST_SENTENCE, len(starts))
            sentence.extend([len(sentences)] * (end_of_part - first_of_part))
            sentences.append((first_of_part, end_of_part))
            paragraph.append(at)
    quotation = [-1] * len(starts)
    opened: list[int] = []
    closed: list[int] = []
    at = 0
    for number, quoted in enumerate(layout.quoted):
        while at < len(starts) and starts[at] < quoted.start:
            at += 1
        opened.append(at)
        while at < len(starts) and starts[at] < quoted.end:
            quotation[at] = number
            at += 1
        closed.append(at)
    return Words(
        text, starts, ends, lower, sentence, quotation, sentences, paragraph, {}, opened, closed
    )


def _seams(word: str, lexicon: Lexicon) -> list[int]:
    """Return where a reporting word is glued to its neighbours: Budimengatakan, mengatakanIni."""
    seams: list[int] = []
    if word.lower() in lexicon.first:
        return seams
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
            if cut - cue > 0:
                seams.append(cut - cue)
            if cut < len(word):
                seams.append(cut)
        at = cut
    return seams


def skip_marks(words: Words, at: int, ceiling: int) -> int:
    """Return the first word at or after `at` that is no closing mark."""
    while at < ceiling and words.lower[at] in CLOSING_MARKS and words.quotation[at] < 0:
        if at + 1 < len(words.lower) and words.quotation[at + 1] >= 0:
            break
        at += 1
    return at


def is_opening(words: Words, at: int) -> bool:
    """Return whether a word is the mark that opens a quotation."""
    return (
        at + 1 < len(words.lower)
        and words.lower[at] in OPENING_MARKS
        and words.quotation[at] < 0
        and words.quotation[at + 1] >= 0
    )
