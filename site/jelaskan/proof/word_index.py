"""Find words in a long text without reading all of it each time."""

import bisect
import re

_WORD = re.compile(r"\w+")


class WordIndex:
    """Where each word of a text stands."""

    def __init__(self, text: str) -> None:
        """Read a text once."""
        self._text = text
        self._starts: dict[str, list[int]] = {}
        for word in _WORD.finditer(text):
            self._starts.setdefault(word[0], []).append(word.start())
        self._words = sorted(self._starts)

    def find(self, words: str) -> list[int]:
        """Return every offset at which some words stand, in order, glued to others or not.

        A word inside of them is a whole word of the text, and the last one begins one: they are
        looked for where the rarest of these stands.
        """
        best: tuple[list[int], int] | None = None
        for word in _WORD.finditer(words):
            if word.start() == 0:
                continue
            whole = word.end() < len(words)
            starts = self._starts.get(word[0], []) if whole else self._begin_with(word[0])
            if best is None or len(starts) < len(best[0]):
                best = starts, word.start()
        if best is None:
            return self._scan(words)
        starts, before = best
        found = (start - before for start in starts)
        return [start for start in found if start >= 0 and self._text.startswith(words, start)]

    def _begin_with(self, word: str) -> list[int]:
        """Return where words that begin with a word stand, in order."""
        first = bisect.bisect_left(self._words, word)
        found: list[int] = []
        for longer in self._words[first:]:
            if not longer.startswith(word):
                break
            found += self._starts[longer]
        return sorted(found)

    def _scan(self, word: str) -> list[int]:
        """Return where a single word stands, as the text is read from its beginning."""
        found: list[int] = []
        at = self._text.find(word) if word else -1
        while at >= 0:
            found.append(at)
            at = self._text.find(word, at + 1)
        return found
