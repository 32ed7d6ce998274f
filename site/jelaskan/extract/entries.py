"""The people of an article while they are gathered, found again by any word of their name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from jelaskan.extract.name_starts import Run
from jelaskan.extract.name_words import NameTokens, read_between
from jelaskan.extract.naming import Naming
from jelaskan.languages.names import Gender

QUOTED_NICKNAME = re.compile(r"""\s?["“'‘]([^"”'’]{1,30})["”'’]\s""")
FUZZY_LENGTH = 6
"""Words of fewer letters are the same only if every letter is."""
LONGEST_NICKNAME = 3
SHORTEST_GIVEN = 3
SHORTEST_BLEND = 5
"""The fewest letters of a nickname made of two names."""
MOST = 40
"""How many people of one name, or words that look alike, are told apart: this bounds the time."""


@dataclass(slots=True)
class Entry:
    """A person of the article."""

    name: str
    """The fullest name."""
    words: tuple[str, ...]
    """The words of the fullest name, lower case, without initials."""
    role: str | None = None
    gender: Gender = ""
    aliases: dict[str, None] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where the name stands, in code points."""
    surnamed: int = -1
    """The last token at which more than one word of the name stands."""


def is_blend(word: str, names: Sequence[str]) -> bool:
    """Return whether a word is made of the beginnings of the first two words of a name."""
    return len(word) >= SHORTEST_BLEND and any(
        names[0].startswith(word[:cut]) and names[1].startswith(word[cut:])
        for cut in range(2, len(word) - 1)
    )


class Entries:
    """The people of an article by number, and by each word of their names."""

    def __init__(self, text: str, tokens: NameTokens, naming: Naming) -> None:
        """Begin without anybody."""
        self.text = text
        self.tokens = tokens
        self.naming = naming
        self.people: list[Entry] = []
        self.by_word: dict[str, list[int]] = {}
        self.by_length: dict[tuple[str, int], list[str]] = {}
        self.by_start: dict[str, list[int]] = {}

    def add(self, run: Run) -> int:
        """Enter the person that a run names; return the number."""
        words = self._key(self.tokens.lower[run.name : run.end])
        gender = self._gender(run, words)
        name = self.words_between(run.name, run.end)
        nickname = QUOTED_NICKNAME.search(name)
        if nickname is not None:
            name = name.replace(nickname.group(), " ")
        self.people.append(Entry(name, words, gender=gender))
        number = len(self.people) - 1
        if nickname is not None:
            self.people[number].aliases[nickname.group(1)] = None
        for word in words:
            self._index(word, number)
        if len(words) > 1 and len(self.by_start.setdefault(words[0][:2], [])) < MOST:
            self.by_start[words[0][:2]].append(number)
        return number

    def add_alias(self, number: int, first: int, last: int) -> None:
        """Note a nickname and find the person by its words, too."""
        alias = self.words_between(first, last)
        self.people[number].aliases.setdefault(alias)
        for word in self._key(self.tokens.lower[first:last]):
            if word not in self.naming.titles:
                self._index(word, number)

    def words_between(self, first: int, last: int) -> str:
        """Return the article's words from token `first` up to `last`."""
        return read_between(self.text, self.tokens, first, last)

    def find_words(self, lower: list[str]) -> int | None:
        """Return whom a name of several words or one means, or None."""
        words = self._key(lower)
        if not words:
            return None
        best = None
        candidates = self._candidates(words)
        if not candidates and len(words) == 1:
            candidates = self._blended(words[0]) or self._shortened(words[0])
        for number in candidates:
            known = self.people[number].words
            if len(words) == 1:
                if best is None or self._is_nearer(number, best):
                    best = number
            elif self._is_same(words, known):
                return number
        return best

    def find_inside(self, run: Run) -> tuple[int, int, int] | None:
        """Return the person, first and last token of the known name inside a run, or None."""
        lower = self.tokens.lower
        for at in range(run.name, run.last):
            if any(lower[n] in self.naming.bodies for n in range(at + 1, min(run.last, at + 4))):
                return None
            numbers = self.by_word.get(lower[at])
            if numbers and (at == run.name or not self.naming.is_common(lower[at])):
                end = at + 1
                while end < run.last and lower[end] in self.people[numbers[0]].words:
                    end += 1
                person = self.find_words(lower[at:end])
                if person is not None:
                    return person, at, end
        return None

    def note(self, entry: Entry, run: Run, first: int, last: int) -> None:
        """Note that a person is named at a run, and what the title before it says."""
        tokens = self.tokens
        entry.spans.append((tokens.starts[first], tokens.ends[last - 1]))
        if last - first > 1:
            entry.surnamed = first
        if run.title >= 0:
            entry.gender = entry.gender or self.naming.titles[tokens.lower[run.title]]
        written = self.words_between(first, last)
        if written != entry.name and not QUOTED_NICKNAME.search(written):
            entry.aliases.setdefault(written)

    def nickname(self, run: Run) -> tuple[int, int] | None:
        """Return the tokens of a nickname in brackets or after “alias”, or None."""
        words, lower = self.tokens.words, self.tokens.lower
        at = run.last
        limit = self.tokens.sentence_end(run.first)
        if at + 1 < limit and words[at] == ",":
            at += 1
        if at + 2 < limit and words[at] == "(":
            end = at + 1
            while end < limit and words[end][0].isupper():
                end += 1
            if end < limit and words[end] == ")" and 0 < end - at - 1 <= LONGEST_NICKNAME:
                inside = words[at + 1 : end]
                initials = "".join(word[0] for word in words[run.name : run.end])
                if inside == [initials.upper()] or not any(
                    word.isupper() or not word.isalpha() for word in inside
                ):
                    return at + 1, end
            return None
        for opener in self.naming.words.nickname_openers:
            length = len(opener.split())
            end = at + length
            if lower[at:end] == opener.split() and end < limit and words[end][0].isupper():
                last = end + 1
                while last < min(limit, end + LONGEST_NICKNAME) and words[last][0].isupper():
                    last += 1
                return end - (opener.split()[-1] in self.naming.titles), last
        return None

    def reorder(self, order: list[int]) -> None:
        """Put the people in another order."""
        rank = {number: at for at, number in enumerate(order)}
        self.people = [self.people[number] for number in order]
        self.by_word = {
            word: [rank[number] for number in numbers] for word, numbers in self.by_word.items()
        }
        self.by_start = {
            start: [rank[number] for number in numbers] for start, numbers in self.by_start.items()
        }

    def _key(self, lower: list[str]) -> tuple[str, ...]:
        connectors = self.naming.connectors
        return tuple(
            word for word in lower if len(word) > 1 and word[0].isalpha() and word not in connectors
        ) or tuple(word for word in lower if word[0].isalpha())

    def _index(self, word: str, number: int) -> None:
        numbers = self.by_word.setdefault(word, [])
        if len(numbers) < MOST and number not in numbers:
            numbers.append(number)
        if len(word) >= FUZZY_LENGTH:
            alike = self.by_length.setdefault((word[0], len(word)), [])
            if len(alike) < MOST:
                alike.append(word)

    def _candidates(self, words: tuple[str, ...]) -> list[int]:
        """Return the people one of whose words is the first or last of a name."""
        numbers: dict[int, None] = {}
        for word in dict.fromkeys((words[-1], words[0])):
            for spelling in self._spellings(word):
                numbers.update(dict.fromkeys(self.by_word[spelling]))
        return list(numbers)

    def _blended(self, word: str) -> list[int]:
        """Return the people whose names begin with the parts of a word: Lakar for Lasmi Kartono."""
        return [
            number
            for number in self.by_start.get(word[:2], ())
            if is_blend(word, self.people[number].words)
        ]

    def _shortened(self, word: str) -> list[int]:
        """Return the one person whose first name begins with a word: Theo for Theofilus."""
        numbers = [
            number
            for number in self.by_start.get(word[:2], ())
            if len(word) > SHORTEST_GIVEN and self.people[number].words[0].startswith(word)
        ]
        return numbers if len(numbers) == 1 else []

    def _spellings(self, word: str) -> list[str]:
        """Return the known words that differ by one letter at most."""
        if word in self.by_word:
            return [word]
        if len(word) < FUZZY_LENGTH:
            return []
        return [
            known
            for length in (len(word) - 1, len(word), len(word) + 1)
            for known in self.by_length.get((word[0], length), ())
            if Levenshtein.distance(word, known, score_cutoff=1) < 2
        ]

    def _is_same(self, words: tuple[str, ...], known: tuple[str, ...]) -> bool:
        """Return whether the shorter of two names is part of the longer."""
        short, long = (words, known) if len(words) <= len(known) else (known, words)
        if len(short) < 2:
            return False
        for at, word in enumerate(short):
            if word in long or (at == 0 and _is_short_form(word, long[0])):
                continue
            if len(word) < FUZZY_LENGTH or all(
                Levenshtein.distance(word, other, score_cutoff=1) > 1 for other in long
            ):
                return False
        return True

    def _is_nearer(self, number: int, best: int) -> bool:
        """Return whether one person is named more fully later than another, so far."""
        return self.people[number].surnamed > self.people[best].surnamed

    def _gender(self, run: Run, words: tuple[str, ...]) -> Gender:
        """Return the gender that the title or the given name says."""
        if run.title >= 0:
            gender = self.naming.titles[self.tokens.lower[run.title]]
            if gender:
                return gender
        return self.naming.given.get(self.tokens.lower[run.name], "") if len(words) > 1 else ""


def _is_short_form(word: str, other: str) -> bool:
    """Return whether one given name begins as the other does: Clay for Clayton."""
    short, long = (word, other) if len(word) <= len(other) else (other, word)
    return len(short) >= SHORTEST_GIVEN and long.startswith(short)
