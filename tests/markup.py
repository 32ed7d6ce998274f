"""Read a page as a browser would, as far as tests ask: its elements, links and words."""

import posixpath
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "circle", "path"])

OPTIONAL_END = frozenset(["dd", "dt", "li", "p", "tbody", "td", "th", "thead", "tr"])
"""Elements that end where their parent does, and before these:"""
ENDS_BEFORE = {
    "li": ["li"],
    "dt": ["dt", "dd"],
    "dd": ["dt", "dd"],
    "td": ["td", "th", "tr"],
    "th": ["td", "th", "tr"],
    "tr": ["tr", "tbody"],
    "thead": ["tbody"],
    "p": [
        "p",
        "div",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "section",
        "table",
        "figure",
        "h2",
        "h3",
        "h4",
        "header",
        "pre",
        "aside",
        "nav",
    ],
}


class Document(HTMLParser):
    """The elements of a page in order, and whether their tags match."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[tuple[tuple[str, ...], str]] = []
        """Each text with the ids and classes of the elements around it."""
        self._open: list[tuple[str, ...]] = []
        self.unmatched: list[str] = []
        self.feed(data.decode())
        self.close()
        self.unmatched += [names[0] for names in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        while self._open and tag in ENDS_BEFORE.get(self._open[-1][0], ()):
            self._open.pop()
        if tag not in VOID:
            names = f"{attributes.get('id', '')} {attributes.get('class', '')}".split()
            self._open.append((tag, *names))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        while self._open and self._open[-1][0] != tag and self._open[-1][0] in OPTIONAL_END:
            self._open.pop()
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
        else:
            self.unmatched.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.words.append((tuple(name for names in self._open for name in names), data))

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element with a tag."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def text(self, inside: str = "body") -> str:
        """Return the words inside elements with a tag, id or class, a space between any two texts."""
        words = (words for around, words in self.words if inside in around)
        return " ".join(" ".join(words).split())


def dead_links(site: Mapping[str, bytes]) -> Iterator[str]:
    """Yield every link of a site's pages that leads to no file, or to no fragment of it."""
    documents = {path: Document(data) for path, data in site.items() if path.endswith(".html")}
    for path, document in documents.items():
        for _, attributes in document.elements:
            address = attributes.get("href", "")
            parts = urlsplit(address)
            if not address or parts.scheme:
                continue
            target = path
            if parts.path:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
            fragment = unquote(parts.fragment)
            if (
                target not in site
                or address.endswith("/")
                or (fragment and fragment not in documents[target].ids)
            ):
                yield f"{path}: {address}"
