"""The cues of a pack, compiled once."""

import functools
from dataclasses import dataclass

from jelaskan.languages.cues import CueGroup, Cues
from jelaskan.languages.pack import LanguagePack

PRESENT, PAST, PARTICIPLE = 1, 2, 3
GLUED_LENGTH = 7
"""Shorter reporting words are not looked for inside words that scraping glued together."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One form of a reporting word."""

    words: tuple[str, ...]
    group: CueGroup
    tense: int
    """0 base, 1 present, 2 past, 3 participle: which forms go together after “and”."""
    clitic: bool
    """Whether it ends in the pack's clitic, which is the source."""
    noun: bool
    """Whether it may be a noun or adjective."""

    def is_participle(self, cues: Cues) -> bool:
        """Return whether it has no subject of its own: saying."""
        return self.tense == PARTICIPLE and bool(cues.participle_endings)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Reporting words by their first word, and the small words around them."""

    cues: Cues
    first: dict[str, tuple[Form, ...]]
    """Longest form first."""
    not_cues: dict[str, tuple[tuple[str, ...], ...]]
    back_references: tuple[tuple[str, ...], ...]
    glued: frozenset[str]
    glued_lengths: tuple[int, ...]

    def is_adverb(self, word: str) -> bool:
        """Return whether a lower-case word may stand between a source and its cue."""
        return word in self.cues.adverbs or (
            word.endswith(self.cues.adverb_endings)
            and len(word) > 4
            and word not in self.cues.not_adverbs
        )

    def opens_introduction(self, word: str) -> bool:
        """Return whether words before a source that begin so are no part of it."""
        return (
            word in self.cues.openers
            or word in self.cues.prepositions
            or word in self.cues.subordinators
            or word in self.cues.times
            or self.is_adverb(word)
            or (word.endswith(self.cues.participle_endings) and len(word) > 4)
        )


@functools.cache
def compile_lexicon(pack: LanguagePack) -> Lexicon:
    """Return the cues of a pack, ready for use."""
    cues = pack.cues
    first: dict[str, list[Form]] = {}
    for group in cues.groups:
        for verb in group.forms:
            for tense, written in enumerate(verb.split(", ")):
                if written == "-":
                    continue
                words = tuple(written.split())
                first.setdefault(words[0], []).append(
                    Form(words, group, tense, False, written in cues.nouns)
                )
                if group.clitic:
                    words = (*words[:-1], words[-1] + cues.clitic)
                    first.setdefault(words[0], []).append(Form(words, group, tense, True, False))
    not_cues: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(cues.not_cues):
        not_cues.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    glued = frozenset(
        word
        for word, forms in first.items()
        if len(word) >= GLUED_LENGTH and len(forms[0].words) == 1 and not forms[0].noun
    )
    return Lexicon(
        cues,
        {
            word: tuple(sorted(forms, key=lambda form: -len(form.words)))
            for word, forms in first.items()
        },
        {word: tuple(phrases) for word, phrases in not_cues.items()},
        tuple(tuple(phrase.split()) for phrase in sorted(cues.back_references)),
        glued,
        tuple(sorted({len(word) for word in glued}, reverse=True)),
    )
