"""Addresses: relative ones between pages, and ones that point at words of another site."""

import posixpath
from urllib.parse import quote, urlsplit


def relative(source: str, target: str) -> str:
    """Return the way from one page's path to another's; it ends in a file name."""
    return posixpath.relpath(target, posixpath.dirname(source) or ".")


def absolute(address: str, path: str) -> str:
    """Return the address at which a page stands, a folder's index without its name."""
    path = path.removesuffix("index.html")
    return f"{address.rstrip('/')}/{quote(path)}"


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
    return f"{url.partition('#')[0]}#:~:text={fragment}"


def _encode(words: list[str]) -> str:
    """Percent-encode for a text directive, where `-`, `,` and `&` have a meaning."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
