"""The article: the text that every claim of a page rests on."""

import bisect
import functools
from dataclasses import dataclass

from jelaskan.model.origin import Origin, line_starts
from jelaskan.problems import Position


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words of an article and where they stand: `article.text[start:end] == text`."""

    start: int
    """Offset into `Article.text`, in code points from 0."""
    text: str

    @property
    def end(self) -> int:
        """Offset after the last code point."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Article:
    """A news article. `text` has the words as published, not even their damage changed."""

    slug: str
    language: str
    """A BCP 47 code: that of the head field, else the one detected."""
    text: str
    path: str
    """The seed file, relative to the site's root."""
    first_line: int = 1
    """The line of the file on which `text` begins."""
    url: str | None = None
    publisher: str | None = None
    headline: str | None = None
    dek: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    """An ISO date, `2024-12-03`, as the head field gives it."""
    origin: Origin | None = None
    """Where the text stands in the file, if the file writes it otherwise: Markdown, HTML."""

    def mention(self, start: int, end: int) -> Mention:
        """Return the words from `start` up to `end`."""
        return Mention(start, self.text[start:end])

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset in the seed file."""
        if self.origin is None:
            lines = _line_starts(self.text)
        else:
            lines, offset = self.origin.lines, self.origin.offset(offset)
        line = bisect.bisect_right(lines, offset)
        return Position(self.path, self.first_line + line - 1, offset - lines[line - 1] + 1)


_line_starts = functools.lru_cache(maxsize=64)(line_starts)
