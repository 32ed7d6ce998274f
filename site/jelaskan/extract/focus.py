"""Whom a pronoun means: who was spoken of or spoke last, and fits it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from jelaskan.extract.register import Named, Register
from jelaskan.extract.voices import Voice
from jelaskan.languages.names import Pronoun

REACH = 8
"""How many sentences back a pronoun may reach."""
LONG_REACH = 25
MOST = 200
"""How many statements back somebody may have spoken: this bounds the time."""
LONGEST_DESCRIPTION = 9
"""How many words a description has at most: pria berusia 50 tahun itu."""
RIVALS = 1
"""How many sentences before a pronoun may name another whom it could mean."""


@dataclass(slots=True)
class Candidate:
    """Whom a pronoun may mean, and how sure that is."""

    voice: Voice
    sure: bool


@dataclass(slots=True)
class Focus:
    """Who has spoken so far, by the token at which they were named as the source."""

    register: Register
    spoken: list[tuple[int, Voice]] = field(default_factory=list)

    def add(self, token: int, voice: Voice) -> None:
        """Note that somebody spoke; tokens come in text order."""
        self.spoken.append((token, voice))
        if len(self.spoken) > 1 and self.spoken[-2][0] > token:
            self.spoken.sort(key=lambda one: one[0])

    def recent(self) -> Iterator[tuple[int, Voice]]:
        """Yield who spoke, with the token, the last first."""
        return islice(reversed(self.spoken), MOST)

    def last(self, token: int, *, plural: bool = False) -> Voice | None:
        """Return the last person, or group if `plural`, who spoke before a token."""
        for at, voice in self.recent():
            if at < token and voice.plural == plural and (plural or voice.kind != "body"):
                return voice
        return None

    def last_body(self, token: int) -> Voice | None:
        """Return the last body that spoke before a token."""
        for at, voice in self.recent():
            if at < token and voice.kind == "body":
                return voice
        return None

    def find(self, pronoun: Pronoun, token: int) -> Candidate | None:
        """Return whom a singular pronoun at a token means, or None.

        Sentences are searched backwards. In each, who spoke comes first, then its subject,
        then whom else it names.
        """
        tokens = self.register.tokens
        sentence = tokens.sentence[min(token, len(tokens.sentence) - 1)]
        limit = token
        weak: Voice | None = None
        for back in range(min(LONG_REACH, sentence + 1)):
            first = tokens.first[sentence - back]
            found = self._in_sentence(pronoun, first, limit)
            limit = first
            if found is None:
                continue
            if found.sure or back >= REACH:
                return Candidate(found.voice, found.sure and back < REACH)
            if weak is None:
                weak = found.voice
        return None if weak is None else Candidate(weak, False)

    def _in_sentence(self, pronoun: Pronoun, first: int, limit: int) -> Candidate | None:
        """Return whom a pronoun can mean among the tokens from `first` up to `limit`."""
        low = bisect_left(self.spoken, first, key=lambda one: one[0])
        for at, voice in reversed(self.spoken[low:]):
            if at < limit and not voice.plural and self._fits(pronoun, voice):
                return Candidate(voice, True)
        if self._opens_with_description(first, limit):
            return None
        fitting = [
            one
            for one in self.register.named_between(first, limit)
            if not self.register.tokens.quoted[one.first] and self._fits_person(pronoun, one.person)
        ]
        subjects = [one for one in fitting if one.subject]
        if subjects:
            return Candidate(self._voice(subjects[0]), True)
        return Candidate(self._voice(fitting[-1]), False) if fitting else None

    def _opens_with_description(self, first: int, limit: int) -> bool:
        """Return whether the subject of a sentence only describes somebody: Pelatih asal X itu.

        Whoever that is was in focus before.
        """
        tokens, naming = self.register.tokens, self.register.naming
        if first < limit and tokens.lower[first] in naming.adverbs:
            first += 1
        if not naming.words.head_first or first >= limit:
            return False
        head = tokens.lower[first]
        if head not in naming.roles and head not in naming.persons:
            return False
        for at in range(first + 1, min(limit, first + LONGEST_DESCRIPTION)):
            word = tokens.lower[at]
            if word in naming.demonstratives:
                return True
            if not word[0].isalnum() or word in naming.cues:
                return False
        return False

    def _voice(self, one: Named) -> Voice:
        return person_voice(self.register, one.person)

    def _fits(self, pronoun: Pronoun, voice: Voice) -> bool:
        if voice.person >= 0:
            return self._fits_person(pronoun, voice.person)
        fits = not voice.gender or not pronoun.gender or voice.gender == pronoun.gender
        return voice.kind == "anonymous" and fits

    def _fits_person(self, pronoun: Pronoun, person: int) -> bool:
        gender = self.register.people[person].gender
        return not gender or not pronoun.gender or gender == pronoun.gender

    def rival(self, pronoun: Pronoun, voice: Voice, token: int) -> str | None:
        """Return who else was named shortly before and fits a pronoun, or None.

        Whoever spoke last, and not somebody else between, is meant: that is no rivalry.
        """
        tokens = self.register.tokens
        sentence = tokens.sentence[min(token, len(tokens.sentence) - 1)]
        first = tokens.first[max(0, sentence - RIVALS)]
        for one in reversed(self.register.named_between(first, token)):
            if one.person == voice.person or tokens.quoted[one.first] or not one.subject:
                continue
            if self._fits_person(pronoun, one.person):
                return self.register.people[one.person].name
        return None


def person_voice(register: Register, person: int) -> Voice:
    """Return somebody of the register as one who speaks."""
    return Voice(register.people[person].name, "person", person)
