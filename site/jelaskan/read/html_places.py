"""Where the words of an extracted article stand in the source of its page."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from jelaskan.model.origin import Origin, join_pieces, line_starts

_UNSEEN = frozenset({"script", "style", "template", "noscript", "title"})
_BULLET = re.compile("- ")
"""What stands before an item of a list in the text, and not in the page."""
_MOST_MISSING = 300
"""So many lines are looked for in vain, each through the whole page, before it is given up."""
_MARKUP = re.compile(
    r"<(?P<comment>!--)|<(?P<tag>[a-zA-Z][^\s/>]*)|<(?P<other>[!?/])"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
)
_ATTRIBUTES = re.compile(r"""(?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+))*+>""")
"""What follows the name of a tag, to its end; nothing is tried twice."""


def find_places(text: str, html: str) -> tuple[Origin, int | None]:
    """Return where a text stands in a page, and the offset of its first line that does not.

    Lines are looked for one after the other, without spaces, for the page breaks them elsewhere,
    and without soft hyphens and the like.
    A line that the page does not have, letter for letter, gets the place of the one before it.
    """
    shown = list(_find_letters(html))
    letters = "".join(letter for _, letter in shown)
    offsets: list[int] = []
    missing: list[int] = []
    after, at = 0, 0
    for line in text.splitlines(keepends=True):
        bullet = _BULLET.match(line)
        words = "".join(filter(_is_seen, line[bullet.end() if bullet else 0 :]))
        start = -1
        if len(missing) < _MOST_MISSING:
            start = letters.find(words, after)
            start = letters.find(words) if start < 0 else start
        if start < 0:
            missing.append(at)
        last = offsets[-1] if offsets else 0
        for number, letter in enumerate(line):
            if start >= 0 and _is_seen(letter) and (bullet is None or number >= bullet.end()):
                last = shown[start][0]
                start += 1
            offsets.append(last)
        if words and start >= 0:
            after = start
        at += len(line)
    origin = Origin(join_pieces(offsets), line_starts(html), is_exact=False)
    return origin, next(iter(missing), None)


def _find_letters(html: str) -> Iterator[tuple[int, str]]:
    """Yield the letters that a page shows, without spaces, each with its offset in the source.

    Markup that is never closed hides the rest of the page, as in a browser.
    """
    at = 0
    while at < len(html):
        markup = _MARKUP.search(html, at)
        end = markup.start() if markup else len(html)
        yield from _keep(range(at, end), html[at:end])
        if markup is None:
            return
        if markup.lastgroup is None:
            letters = unescape(markup[0])
            is_text = letters == markup[0]
            yield from _keep(range(end, markup.end()) if is_text else [end] * len(letters), letters)
        at = _find_end(html, markup)


def _keep(offsets: Sequence[int], letters: str) -> Iterator[tuple[int, str]]:
    pairs = zip(offsets, letters, strict=True)
    return ((offset, letter) for offset, letter in pairs if _is_seen(letter))


def _find_end(html: str, markup: re.Match[str]) -> int:
    """Return where markup ends, together with what it hides."""
    match markup.lastgroup:
        case "comment":
            end = html.find("-->", markup.start() + 2)
            return end + 3 if end >= 0 else len(html)
        case "other":
            end = html.find(">", markup.end())
            return end + 1 if end >= 0 else len(html)
        case "tag":
            attributes = _ATTRIBUTES.match(html, markup.end())
            if attributes is None:
                return len(html)
            name = markup["tag"].lower()
            if name not in _UNSEEN or attributes[0].endswith("/>"):
                return attributes.end()
            closing = re.compile(rf"</{name}[\s/>]", re.IGNORECASE)
            closed = closing.search(html, attributes.end())
            return closed.start() if closed else len(html)
    return markup.end()


def _is_seen(letter: str) -> bool:
    return letter.isprintable() and not letter.isspace()
