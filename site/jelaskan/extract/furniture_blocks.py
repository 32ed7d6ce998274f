"""Lines that are furniture by the line above them: below a label, or inside a block."""

import re

from jelaskan.extract.line_shapes import digits_evened
from jelaskan.languages.pack import LanguagePack

LINE = re.compile(r"\s{1,8}(?P<line>[^\s][^\n]{0,1000}(?<=\S))")
MOST_LINES = 8
"""How many lines stand below one label at most."""
LONGEST_LINE = 110
LONGEST_BLOCK = 1500
"""How far behind its first line a block may end, in code points."""
SENDER_WORDS = 8
SHORTEST_ABOUT = 40
LONGEST_OPENING = 60
SENTENCE_ENDS = frozenset('.!;”"')
EDGES = " .:…-–—|[]<>»!•*"


def begins_sentence(text: str, start: int, end: int) -> bool:
    """Return whether a sentence that was broken at its links goes on below a line.

    The next line then begins in lower case, and ends with a stop or is broken itself.
    """
    if not text[start].isupper() or text[end - 1] in ":…":
        return False
    after = LINE.match(text, end)
    if after is None or not after["line"][0].islower():
        return False
    beyond = text[after.end() : after.end() + 4].lstrip()[:1]
    return after["line"][-1] in SENTENCE_ENDS or beyond.islower() or beyond in (*",;",)


class Below:
    """What the lines of a text are below, for one who asks of each line in text order."""

    def __init__(self, text: str, lowered: str, pack: LanguagePack) -> None:
        """Begin at the top."""
        self.text = text
        self.lowered = lowered
        self.labels = pack.furniture.contents
        self.blocks = pack.furniture.blocks
        self.left = 0
        """How many lines more may be announced."""
        self.abouts = pack.furniture.abouts
        self.releases = pack.furniture.releases
        self.sender = ""
        """The first word of who sent a press release, while that is being told of."""
        self.until = 0
        """Where the block ends."""

    def kind(self, start: int, end: int) -> str | None:
        """Return the kind of a line that the lines above it announce, None for others.

        A label and a headline may stand by themselves; a sentence with its stop is no headline.
        """
        if start < self.until:
            return "block"
        line = self.lowered[start:end]
        if self._heads_sender(line, start, end):
            self.sender = line.split(maxsplit=1)[1].split()[0]
            return "about the sender"
        if self.sender and self.sender in line[:LONGEST_OPENING] and end - start > SHORTEST_ABOUT:
            self.sender = ""
            return "about the sender"
        evened = digits_evened(line)
        for first, last in self.blocks:
            if evened.endswith(first):
                close = self.lowered.find(f"\n{last}", end, end + LONGEST_BLOCK)
                if close >= 0:
                    after = self.lowered.find("\n", close + 1)
                    self.until = after if after >= 0 else len(self.lowered)
                    return "block"
        broken = begins_sentence(self.text, start, end)
        if end - start <= LONGEST_LINE and self._is_label(line) and not broken:
            self.left = MOST_LINES
            return "label"
        if not self.left:
            return None
        follows = self.lowered[end : end + 4].lstrip()[:1]
        ends = line[-1] in SENTENCE_ENDS or follows in (*",;",)
        if end - start > LONGEST_LINE or ends or broken:
            self.left = 0
            return None
        self.left -= 1
        return "below a label"

    def _heads_sender(self, line: str, start: int, end: int) -> bool:
        """Return whether a line stands over what a press release says of its sender."""
        words = line.split()
        return (
            words[0] in self.abouts
            and any(word in self.lowered for word in self.releases)
            and 2 <= len(words) <= SENDER_WORDS
            and start > len(self.text) // 3
            and all(word[0].isupper() for word in self.text[start:end].split() if len(word) > 3)
            and line[-1] not in SENTENCE_ENDS
        )

    def _is_label(self, line: str) -> bool:
        """Return whether a line announces the next ones: Trending, “Read more from Kabar:”."""
        bare = line.strip(EDGES)
        if bare in self.labels:
            return True
        words = bare.split()
        return line[-1] == ":" and any(
            " ".join(words[:length]) in self.labels for length in range(2, len(words))
        )
