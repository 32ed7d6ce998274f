"""Ids that an editor can read: `rutte`, `rutte-1`, `anggota-nato`."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 48
"""Code points of an id before its number; a field holds 80."""

_NOT_PLAIN = re.compile("[^a-z0-9]+")


def slugify(text: str) -> str:
    """Return text in small letters without accents, joined by hyphens; empty if none are left."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    slug = _NOT_PLAIN.sub("-", plain).strip("-")
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug


class Identifiers:
    """Gives each part an id that no other part of its kind has."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Keep away from ids that are taken elsewhere."""
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def take(self, *wishes: str, default: str) -> str:
        """Return the first free id that the wishes give, else one with a number."""
        slugs = [slug for slug in map(slugify, wishes) if slug] or [default]
        for slug in slugs:
            if slug not in self._taken:
                return self._keep(slug)
        number = self._next.get(slugs[0], 2)
        while f"{slugs[0]}-{number}" in self._taken:
            number += 1
        self._next[slugs[0]] = number + 1
        return self._keep(f"{slugs[0]}-{number}")

    def _keep(self, slug: str) -> str:
        self._taken.add(slug)
        return slug
