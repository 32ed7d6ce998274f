"""Where the content after a cue begins."""

from typing import NamedTuple

from jelaskan.extract.after_cues import (
    REQUEST_REACH,
    SHORT_TITLE,
    adjunct_end,
    is_addressee,
    is_short,
    names_only,
    opens_request,
    opens_with_amount,
    refers_back,
    starts_low,
)
from jelaskan.extract.lexicon import Lexicon
from jelaskan.extract.phrases import is_title
from jelaskan.extract.words import DASHES, OPENING_MARKS, Cue, Words
from jelaskan.languages.cues import Frame

REACH = 45
"""How many words may stand between a cue and its content: when, where and to whom."""
NOWHERE = -1
"""Instead of the number of a word: nothing is said there."""


class Beginning(NamedTuple):
    """Where content begins, and the frame that says so."""

    first: int
    frame: Frame
    sure: bool = True


Step = Beginning | int | None
"""What a word tells: where content begins, the word to go on with, or nothing."""


def find_beginning(words: Words, lexicon: Lexicon, cue: Cue, ceiling: int) -> Beginning | None:
    """Return where the content after a cue begins, or None where nothing is said there.

    Words that tell when, where and to whom may stand between: said on Monday in a
    statement that; told reporters he; meminta warga agar.
    """
    return _Search(words, lexicon, cue, ceiling).run()


class _Search:
    """A walk over the words behind a cue, until one of them begins what is said."""

    def __init__(self, words: Words, lexicon: Lexicon, cue: Cue, ceiling: int) -> None:
        self.words = words
        self.lexicon = lexicon
        self.cue = cue
        self.ceiling = ceiling
        self.lower = words.lower
        self.known = lexicon.cues
        self.frames = cue.form.group.frames
        self.bare: Frame | None = (
            "clause"
            if "clause" in self.frames
            else "predication"
            if "predication" in self.frames
            else None
        )
        """The frame of content that no word introduces."""
        self.is_request = "request" in self.frames and "predication" in self.frames
        self.start = self._behind_adverbs()
        self.limit = min(ceiling, self.start + REACH)
        self.adjunct = False
        """Words that tell when or where have been passed."""
        self.addressed = False
        """Words that tell to whom have been passed."""

    def run(self) -> Beginning | None:
        """Return where content begins, or None."""
        start, bare = self.start, self.bare
        if bare and opens_with_amount(self.words, self.lexicon, start, self.ceiling):
            return Beginning(start, bare)
        at = start
        while at < self.limit:
            step = self._step(at)
            if isinstance(step, Beginning):
                return step
            if step == NOWHERE:
                return None
            at = at + 1 if step is None else step
        opens_late = start < self.ceiling and self.lower[start] in self.known.times
        if (bare and self.known.verb_prefixes and opens_late) or (
            self.addressed and self.is_request
        ):
            return Beginning(start, "predication")
        return None

    def _behind_adverbs(self) -> int:
        """Return the first word behind the cue and its adverbs."""
        at, known = self.cue.last, self.known
        while (
            at < self.ceiling
            and self.lexicon.is_adverb(self.lower[at])
            and self.lower[at] not in known.auxiliaries
            and not self.words.is_capital(at)
            and not opens_with_amount(self.words, self.lexicon, at, self.ceiling)
            and not (known.comma_before_clause and self.lower[at] in known.openers)
        ):
            at += 1
        return at

    def _step(self, at: int) -> Step:
        """Return what one word tells."""
        words, lower, known = self.words, self.lower, self.known
        word = lower[at]
        is_first = at == self.start
        if not is_first and at in words.cue_at and words.cue_at[at].form.is_participle(known):
            return NOWHERE
        if word in OPENING_MARKS and at + 1 < len(lower) and words.quotation[at + 1] >= 0:
            return self._at_mark(at)
        if word in known.complementizers and (step := self._at_complementizer(at)) is not None:
            return step
        if is_first and word in known.statements and lower[at + 1] in known.complementizers:
            return at + 1
        if word == ":" and "quotation" in self.frames and at + 1 < self.ceiling:
            return self._at_colon(at)
        if word == ",":
            return self._at_comma(at)
        return self._at_first_word(at) if is_first else self._at_later_word(at)

    def _at_mark(self, at: int) -> Step:
        """Pass the title of a work in marks; else a quotation begins."""
        words, before = self.words, self.lower[at - 1]
        quotation = words.quotation[at + 1]
        after = words.closed[quotation] + 1
        if before in ",:":
            return Beginning(at, "quotation")
        if (
            (self.adjunct or self.addressed)
            and words.closed[quotation] - words.opened[quotation] <= SHORT_TITLE
            and (is_title(words, quotation) or before.endswith(("'s", "’s")))
        ):
            return after
        if (
            self.adjunct
            and self.bare
            and starts_low(words, at + 1)
            and after < self.ceiling
            and self.lower[after][0].isalnum()
        ):
            return Beginning(self.start, self.bare)
        return Beginning(at, "quotation")

    def _at_complementizer(self, at: int) -> Step:
        """Begin behind “that” or its like, unless it belongs to a time, a place or a noun."""
        word, frames = self.lower[at], self.frames
        goes_on = at + 1 < self.ceiling
        if self.adjunct and self.lower[at - 1] in self.known.prepositions:
            return at + 1
        if self._is_relative(at):
            return NOWHERE
        if self.addressed and self.is_request and self._denies_before(at):
            return Beginning(self.start, "predication")
        if word in self.known.infinitives and self.addressed:
            return self._request(at) if "request" in frames and goes_on else NOWHERE
        if at > self.start or "object" not in frames or "that" in frames:
            return Beginning(at + 1, "that") if "that" in frames and goes_on else NOWHERE
        return None

    def _is_relative(self, at: int) -> bool:
        """Return whether “that” describes a noun: said on Monday, after a storm that has passed."""
        known, between = self.known, self.lower[self.start : at]
        return (
            self.lower[at] in known.relatives
            and "," in between
            and self.lower[at + 1] in known.auxiliaries
            and between[-1] not in known.times
        )

    def _denies_before(self, at: int) -> bool:
        """Return whether what is asked stands before: asked them not to believe that."""
        lower, known = self.lower, self.known
        return any(
            lower[number] in known.negations and lower[number - 1] not in known.relatives
            for number in range(self.start + 1, at)
        )

    def _request(self, at: int) -> Beginning:
        """Return a request, with those who are asked if few words name them."""
        is_named = is_short(self.words, self.lexicon, self.start, at)
        return Beginning(self.start if is_named else at + 1, "request")

    def _at_colon(self, at: int) -> Step:
        if self.lower[at + 1] in OPENING_MARKS:
            return at + 1
        if "clause" not in self.frames or self.cue.form.group.source == "after":
            return NOWHERE
        return Beginning(at + 1, "clause", False)

    def _at_comma(self, at: int) -> Step:
        """Pass a comma in a list or around a time or place; elsewhere it ends what a cue reaches."""
        lower, known, limit = self.lower, self.known, self.limit
        following = lower[at + 1] if at + 1 < limit else ""
        tells_when = following in known.times or following in known.prepositions
        asks_on = (
            self.addressed
            and "request" in self.frames
            and (self.words.is_capital(min(at + 1, limit - 1)) or following in known.infinitives)
        )
        if (
            asks_on
            or (following and following in OPENING_MARKS)
            or (self.adjunct and (tells_when or self._goes_on(at)))
            or (self.addressed and self.is_request and self._opens_request(at))
        ):
            return at + 1
        if known.comma_before_clause and self.bare and following:
            if tells_when and (end := adjunct_end(self.words, self.lexicon, at + 1, limit)):
                self.adjunct = True
                return end
            if following in known.complementizers or following in known.carriers:
                return at + 1
            return Beginning(at + 1, "clause")
        if at == self.start:
            closing = next((n for n in range(at + 1, min(at + 8, limit)) if lower[n] == ","), 0)
            if closing and closing + 1 < limit and lower[closing + 1] in known.complementizers:
                return closing + 1
        return NOWHERE

    def _goes_on(self, at: int) -> bool:
        """Return whether “that” follows words on time and place, and nothing was said before them."""
        first, _ = self.words.sentences[self.words.sentence[self.cue.first]]
        return (
            at + 1 < self.limit
            and self.lower[at + 1] in self.known.complementizers
            and "," not in self.lower[first : self.cue.first]
        )

    def _opens_request(self, at: int) -> bool:
        return opens_request(self.words, self.lexicon, at, self.limit)

    def _at_first_word(self, at: int) -> Step:
        """Tell by the word next to the cue what follows it: when, where, to whom, or what."""
        word, known, frames = self.lower[at], self.known, self.frames
        if word in known.questions and "question" in frames:
            return Beginning(at, "question")
        is_infinitive = word in known.infinitives
        if is_infinitive and not is_addressee(self.words, self.lexicon, at + 1, self.limit):
            return Beginning(at, "infinitive") if "infinitive" in frames else NOWHERE
        if is_infinitive or word in known.times or word in known.prepositions or word == "(":
            self.adjunct = True
        elif self.cue.form.group.addressee:
            if word in known.negations:
                return Beginning(at, "predication") if "predication" in frames else NOWHERE
            self.addressed = True
        elif "accusation" in frames:
            reach = range(at + 1, min(self.limit, at + REQUEST_REACH))
            is_accused = any(self.lower[n] in known.accusations for n in reach)
            return Beginning(at, "accusation") if is_accused else NOWHERE
        elif self._is_no_content(at):
            return NOWHERE
        elif self.bare:
            is_told_elsewhere = refers_back(self.words, self.lexicon, at, self.ceiling)
            return NOWHERE if is_told_elsewhere else Beginning(at, self.bare)
        else:
            return Beginning(at, "object") if "object" in frames else NOWHERE
        return None

    def _is_no_content(self, at: int) -> bool:
        """Return whether a word next to the cue ends it, or is just the name of somebody."""
        word = self.lower[at]
        return (
            (self.frames[0] == "object" and names_only(self.words, self.lexicon, at, self.ceiling))
            or word in ".;?!…)"
            or word in DASHES
            or word in self.known.coordinators
        )

    def _at_later_word(self, at: int) -> Step:
        """Begin where a clause opens behind the words that tell when, where and to whom."""
        words, lower, known = self.words, self.lower, self.known
        word, before = lower[at], lower[at - 1]
        if (
            self.addressed
            and self.bare
            and word in known.auxiliaries
            and before not in known.relatives
        ):
            first = self.start
            while first < at and words.is_capital(first):
                first += 1
            return Beginning(first, "clause", False) if first < at else NOWHERE
        if word in known.infinitives:
            return self._at_infinitive(at)
        if (
            word in known.subjects
            and before not in known.prepositions
            and before not in known.questions
            and self.bare
        ):
            return Beginning(at, "clause")
        if (
            word in known.questions
            and "question" in self.frames
            and before not in known.prepositions
        ):
            return Beginning(at, "question")
        if word in known.determiners and self.bare and self._opens_clause(at):
            return Beginning(at, "clause", False)
        return NOWHERE if word in ";?!" else None

    def _at_infinitive(self, at: int) -> Step:
        distance = at - self.start
        if self.adjunct and "infinitive" in self.frames and distance <= SHORT_TITLE:
            return Beginning(at, "infinitive")
        if distance > REQUEST_REACH:
            return None
        if self.bare and self.lower[self.start] in self.known.recipients:
            return Beginning(at + 1, "request")
        return self._request(at) if self.addressed and "request" in self.frames else None

    def _opens_clause(self, at: int) -> bool:
        """Return whether a determiner begins a clause, and not a time, a place or a list."""
        known, before = self.known, self.lower[at - 1]
        return not (
            (self.addressed and self.is_request)
            or (at + 1 < self.limit and self.lower[at + 1] in known.times)
            or before in known.prepositions
            or before in known.determiners
            or before in known.coordinators
            or self.lexicon.is_adverb(before)
        )
