"""The names of seeds: which files are some, and the slugs of their articles."""

import re
import unicodedata
import zlib
from pathlib import PurePath

TEXT_SUFFIXES = (".txt", ".md")
PAGE_SUFFIXES = (".html", ".htm")
SUFFIXES = (*TEXT_SUFFIXES, *PAGE_SUFFIXES)
"""What a seed's name ends in, in small letters or capitals."""
EXPLAINER_SUFFIXES = (".yaml", ".yml")
MAX_SLUG = 80

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)


def slugify(words: str) -> str:
    """Return words in lower-case ASCII letters, digits and hyphens.

    Words without a Latin letter become a number that depends on them alone.
    """
    folded = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    slug = "-".join(re.findall("[a-z0-9]+", plain))
    if len(slug) > MAX_SLUG:
        slug = slug[: MAX_SLUG + 1].rpartition("-")[0] or slug[:MAX_SLUG]
    content = unicodedata.normalize("NFC", words).encode("utf-8", "surrogateescape")
    return slug or f"article-{zlib.crc32(content):08x}"


def path_slug(path: PurePath) -> str:
    """Return the slug of a seed: of its name without the ending."""
    return slugify(path.stem)


def named_slug(name: str) -> str:
    """Return the slug that a name means: that of a seed or an explainer, or the path of one."""
    path = PurePath(name)
    if path.suffix.lower() in EXPLAINER_SUFFIXES:
        slug, _, language = path.stem.rpartition(".")
        return slugify(slug or language)
    return path_slug(path) if path.suffix.lower() in SUFFIXES else slugify(path.name)
