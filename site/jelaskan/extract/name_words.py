"""The words of an article as the finders of names see them: with their case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jelaskan.extract.layout import Layout
from jelaskan.extract.naming import SHORTEST_CUE, Naming

WORD = re.compile(r"[^\W_]+(?:['’\-.&][^\W_]+)*|[^\w\s]")
CASE_CHANGE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
SHORTEST_GLUED = 5
LONGEST_GLUED = 60
SHORTEST_LOWER = 4
"""Fewer letters before a capital are a style of writing: iPhone, eBay."""


@dataclass(slots=True)
class NameTokens:
    """Words and punctuation marks by number, in text order and outside of furniture."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """As written, without the ending that makes a possessor."""
    lower: list[str] = field(default_factory=list)
    possessive: set[int] = field(default_factory=set)
    sentence: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    """For each sentence, its first word; one past the last sentence, the number of words."""

    def sentence_end(self, number: int) -> int:
        """Return the number of the word after the sentence of a word."""
        return self.first[self.sentence[number] + 1]

    def sentence_start(self, number: int) -> int:
        """Return the number of the first word in the sentence of a word."""
        return self.first[self.sentence[number]]

    def is_capital(self, number: int) -> bool:
        """Return whether a word begins with a capital letter."""
        return self.words[number][0].isupper()


def read_name_words(layout: Layout, naming: Naming) -> NameTokens:
    """Return the words of an article; names that scraping glued to other words are parted."""
    text = layout.article.text
    endings = naming.words.possessive_endings
    tokens = NameTokens()
    glued = _find_glued(layout, naming) if naming.particles else {}
    quoted = iter(layout.quoted)
    quotation = next(quoted, None)
    for number, sentence in enumerate(layout.sentences):
        tokens.first.append(len(tokens.starts))
        for match in WORD.finditer(text, sentence.start, sentence.end):
            start, end = match.span()
            word = match.group()
            while quotation is not None and quotation.end <= start:
                quotation = next(quoted, None)
            is_quoted = quotation is not None and quotation.start <= start
            for piece in glued.get(word, (word,)):
                tokens.starts.append(start)
                written = piece
                for ending in endings:
                    if piece.endswith(ending) and len(piece) > len(ending):
                        tokens.possessive.add(len(tokens.starts) - 1)
                        written = piece[: -len(ending)]
                        break
                tokens.words.append(written)
                tokens.lower.append(written.lower())
                tokens.ends.append(start + len(written))
                tokens.sentence.append(number)
                tokens.quoted.append(is_quoted)
                start += len(piece)
            if end < len(text) and text[end] in "’'" and word[-1] == "s" and endings:
                tokens.possessive.add(len(tokens.starts) - 1)
    tokens.first.append(len(tokens.starts))
    return tokens


def read_between(text: str, tokens: NameTokens, first: int, last: int) -> str:
    """Return the article's words from token `first` up to `last`, spaces evened out.

    Spaces that scraping lost are put back.
    """
    pieces: list[str] = []
    for number in range(first, last):
        start, end = tokens.starts[number], tokens.ends[number]
        if number > first:
            before = tokens.ends[number - 1]
            gap = text[before:start]
            lost = text[before - 1].isalnum() and text[start].isalnum() and not gap
            lost = lost or (text[start] == "(" and not gap)
            lost = lost or (text[before - 1] == ")" and text[start].isalnum() and not gap)
            pieces.append(" " if lost or gap.isspace() else gap)
        pieces.append(text[start:end])
    joined = "".join(pieces)
    return joined.replace("( ", "(").replace(" )", ")").replace(" ,", ",")


def _find_glued(layout: Layout, naming: Naming) -> dict[str, tuple[str, ...]]:
    """Return the words that are two or more without a space between, and their pieces."""
    text = layout.article.text
    words: set[str] = set()
    for sentence in layout.sentences:
        words.update(WORD.findall(text, sentence.start, sentence.end))
    names = {word for word in words if word[0].isupper() and len(word) > 2 and word[1:].islower()}
    glued = {}
    for word in words:
        if SHORTEST_GLUED <= len(word) <= LONGEST_GLUED and word[1:] != word[1:].upper():
            pieces = tuple(_part(word, words, names, naming))
            if len(pieces) > 1:
                glued[word] = pieces
    return glued


def _part(word: str, words: set[str], names: set[str], naming: Naming) -> Iterator[str]:
    """Yield the pieces of one word: Budimengatakan, diJakarta, PresidenBudi."""
    pieces = CASE_CHANGE.split(word)
    if pieces[0].lower() in naming.outlets:
        yield word
        return
    if len(pieces) > 1 and not (
        any(
            piece in words or piece.lower() in naming.roles or piece.lower() in naming.places
            for piece in pieces
        )
        or pieces[0] in naming.particles
        or (len(pieces[0]) >= SHORTEST_LOWER and pieces[0].islower())
        or any(_tail(piece, names, naming) for piece in pieces)
    ):
        yield word
        return
    for piece in pieces:
        tail = _tail(piece, names, naming) if piece[0].isupper() else 0
        if tail:
            yield piece[:-tail]
            yield piece[-tail:]
        else:
            yield piece


def _tail(piece: str, names: set[str], naming: Naming) -> int:
    """Return the length of the small word or reporting word glued to the end of a name."""
    lower = piece.lower()
    if not piece[0].isupper() or lower in naming.cues or lower in naming.places:
        return 0
    if naming.is_common(lower):
        return 0
    for cut in range(3, len(piece) - 1):
        tail = piece[cut:]
        if not tail.islower():
            continue
        if len(tail) >= SHORTEST_CUE and (tail in naming.cues or tail in naming.particles):
            return len(tail)
        known = piece[:cut] in names or piece[:cut].lower() in naming.places
        if known and tail in naming.particles and piece.lower() not in naming.given:
            return len(tail)
    return 0
