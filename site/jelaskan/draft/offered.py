"""What a file remembers of its drafts: which findings they offered, so that none comes twice.

An editor deletes what a page does not need. The file itself keeps, in comments at its end, a
short fingerprint of every finding that a draft has offered: it survives renaming, copying and
version control, needs nothing beside the file, and an editor can delete it.
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from jelaskan.draft.parts import Part
from jelaskan.proof.normal import normalise

LETTERS = 6
"""Of a fingerprint: 30 bits. A page with a thousand takes one new finding of a million for an old one."""
ON_A_LINE = 12

_LINE = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*# offered:((?: [a-z2-7]{6})+)[ \t]*(?:\r\n|\r|\n|\Z)")


def fingerprints(parts: Mapping[str, Sequence[Part]]) -> dict[str, list[str]]:
    """Return a fingerprint for each part of each list but that of people, who come with words.

    It is made of the part's words, and where these come again, of how often they came before.
    """
    return {
        key: list(_fingerprints(key, listed)) for key, listed in parts.items() if key != "people"
    }


def fingerprint(key: str, date: str, words: str, count: int) -> str:
    """Return what remembers words of a list; `count` tells the same words apart, from 1."""
    plain = normalise(words).text.casefold().strip(" .,")
    digest = hashlib.sha256(f"{key} {date} {plain} {count}".encode()).digest()
    return base64.b32encode(digest).decode().lower()[:LETTERS]


def _fingerprints(key: str, parts: Sequence[Part]) -> Iterable[str]:
    count = Counter[tuple[str, str]]()
    for part in parts:
        date = str(part.value.get("date", "")) if isinstance(part.value, Mapping) else ""
        count[date, part.words] += 1
        yield fingerprint(key, date, part.words, count[date, part.words])


def read_offered(text: str) -> frozenset[str]:
    """Return the fingerprints that a file has."""
    return frozenset(
        fingerprint for line in _LINE.finditer(text) for fingerprint in line[1].split()
    )


def end_of_offered(text: str) -> int | None:
    """Return the offset after the last line of fingerprints, if there is one."""
    ends = [line.end() for line in _LINE.finditer(text)]
    return ends[-1] if ends else None


def write_offered(offered: Iterable[str]) -> str:
    """Return the lines that remember fingerprints, in their order, each once."""
    words = list(dict.fromkeys(offered))
    return "".join(
        f"# offered: {' '.join(words[start : start + ON_A_LINE])}\n"
        for start in range(0, len(words), ON_A_LINE)
    )
