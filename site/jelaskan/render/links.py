"""Addresses: relative ones between pages, and ones that point at words of another site."""

import functools
import posixpath
import re
from urllib.parse import quote, urlsplit

BEFORE_PATH = re.compile(r"[a-z]+://[^/?#]*", re.IGNORECASE)
NOT_IN_ADDRESSES = re.compile(
    r"""[\0- "<>\\^`{|}\[\]\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufff0-\uffff]"""
    r"|[^\0-\uffff]|%(?![0-9A-Fa-f]{2})"
)
"""What may not stand in an address as it is, though browsers forgive it."""


@functools.lru_cache(maxsize=1 << 16)
def relative(source: str, target: str) -> str:
    """Return the way from one page's path to another's; it ends in a file name."""
    # From one root, or the working directory would be asked for at every link.
    return posixpath.relpath(f"/{target}", f"/{posixpath.dirname(source)}")


def absolute(address: str, path: str) -> str:
    """Return the address at which a page stands, a folder's index without its name."""
    path = path.removesuffix("index.html")
    return f"{address.rstrip('/')}/{quote(path)}"


def address(url: str) -> str:
    """Return an address as editors write it, with what HTML forbids in it percent-encoded.

    Letters of all scripts stay, so that readers of a printed page can read them.
    """
    before = BEFORE_PATH.match(url)
    start = before.end() if before else 0
    encoded = NOT_IN_ADDRESSES.sub(lambda match: quote(match[0], safe=""), url[start:])
    page, mark, fragment = encoded.partition("#")
    return url[:start] + page + mark + fragment.replace("#", "%23")


def host(url: str) -> str:
    """Return an address's host as readers know it: `nato.int`."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url


def at_words(url: str, words: str) -> str:
    """Return an address whose text fragment finds these words on the page.

    Long passages are given by their first and last words, as the specification advises.
    """
    parts = words.split()
    ends = (parts[:5], parts[-5:]) if len(parts) > 12 else (parts,)
    fragment = ",".join(_encode(end) for end in ends)
    return f"{address(url.partition('#')[0])}#:~:text={fragment}"


def _encode(words: list[str]) -> str:
    """Percent-encode for a text directive, where `-`, `,` and `&` have a meaning."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
