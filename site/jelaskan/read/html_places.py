"""Where the words of an extracted article stand in the source of its page."""

import re
from html import unescape
from html.parser import HTMLParser

from jelaskan.model.origin import Origin, join_pieces, line_starts

_UNSEEN = frozenset({"script", "style", "template", "noscript", "title"})
_BULLET = re.compile("- ")
"""What stands before an item of a list in the text, and not in the page."""


def find_places(text: str, html: str) -> tuple[Origin, int | None]:
    """Return where a text stands in a page, and the offset of its first line that does not.

    Lines are looked for one after the other, without spaces, for the page breaks them elsewhere,
    and without soft hyphens and the like.
    A line that the page does not have, letter for letter, gets the place of the one before it.
    """
    page = _Letters(html)
    letters = "".join(page.letters)
    offsets: list[int] = []
    missing: int | None = None
    after, at = 0, 0
    for line in text.splitlines(keepends=True):
        bullet = _BULLET.match(line)
        words = "".join(filter(_is_seen, line[bullet.end() if bullet else 0 :]))
        start = letters.find(words, after)
        start = letters.find(words) if start < 0 else start
        if start < 0 and missing is None:
            missing = at
        last = offsets[-1] if offsets else 0
        for number, letter in enumerate(line):
            if start >= 0 and _is_seen(letter) and (bullet is None or number >= bullet.end()):
                last = page.offsets[start]
                start += 1
            offsets.append(last)
        if words and start >= 0:
            after = start
        at += len(line)
    return Origin(join_pieces(offsets), line_starts(html), is_exact=False), missing


class _Letters(HTMLParser):
    """The letters that a page shows, without spaces, and where each stands in its source."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.letters: list[str] = []
        self.offsets: list[int] = []
        self._lines = line_starts(html)
        self._unseen: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a part that nobody sees."""
        if tag in _UNSEEN:
            self._unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Forget it again."""
        if tag in self._unseen:
            self._unseen.remove(tag)

    def handle_data(self, data: str) -> None:
        """Keep letters."""
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        if not self._unseen:
            for number, letter in enumerate(data):
                if _is_seen(letter):
                    self.letters.append(letter)
                    self.offsets.append(start + number)

    def handle_entityref(self, name: str) -> None:
        """Keep the letter of `&eacute;`."""
        self._keep_reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Keep the letter of `&#233;`."""
        self._keep_reference(f"&#{name};")

    def _keep_reference(self, reference: str) -> None:
        line, column = self.getpos()
        for letter in unescape(reference):
            if _is_seen(letter) and not self._unseen:
                self.letters.append(letter)
                self.offsets.append(self._lines[line - 1] + column)


def _is_seen(letter: str) -> bool:
    return letter.isprintable() and not letter.isspace()
