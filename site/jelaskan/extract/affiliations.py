"""The body in which a role is held: Ketua Umum *PBNU*, director of the *Harbour Trust*."""

import re
from collections.abc import Collection

from jelaskan.extract.naming import Naming

WORD = re.compile(r"[^\W_]+(?:['’\-.&][^\W_]+){0,8}")
ACRONYM = re.compile(r" \([A-Z][\w-]{1,12}\)")


def find_affiliation(role: str, bodies: Collection[str], naming: Naming) -> str | None:
    """Return the body that a role names, as it stands in the role; the longest if it names more.

    `bodies` are the names in lower case of the bodies that the article has.
    """
    words = list(WORD.finditer(role))
    longest: str | None = None
    for first in range(int(naming.words.head_first), len(words)):
        start = words[first].start()
        if not role[start].isupper():
            continue
        for last in range(len(words) - 1, first - 1, -1):
            end = words[last].end()
            name = role[start:end].lower()
            single = first == last and not role[start:end].isupper()
            known = name in bodies or (name in naming.proper_bodies and not single)
            if known and name not in naming.places:
                acronym = ACRONYM.match(role, end)
                found = role[start : acronym.end() if acronym else end]
                longest = max(longest or "", found, key=len)
                break
    return longest
