"""What an article says today, beside what a page has of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from jelaskan.draft.explainer import find_parts
from jelaskan.draft.offered import fingerprints
from jelaskan.draft.parts import Desk, Part
from jelaskan.draft.standing import Standing
from jelaskan.model.explainer import Explainer
from jelaskan.model.store import Store

LISTS = ("people", "key_figures", "quotations", "timeline", "glossary", "related")
"""The lists that a draft fills, in its order."""


@dataclass(frozen=True, slots=True)
class Found:
    """A part that a draft of today would have."""

    part: Part
    desk: Desk
    """Of the article that it stands in."""
    fingerprint: str = ""
    """Empty for people, who come with what they say."""
    items: tuple[int, ...] = ()
    """The numbers of the page's items that speak of it."""

    @property
    def slug(self) -> str:
        """The article."""
        return self.desk.article.slug

    def text(self, key: str) -> str:
        """Return a text of the item, empty where it has none."""
        value = self.part.value
        return str(value.get(key, "")) if isinstance(value, Mapping) else ""


def find_all(
    explainer: Explainer, desks: Sequence[Desk], standing: Standing, store: Store
) -> dict[str, list[Found]]:
    """Return all parts of all articles, in the order of a draft, with the page's items."""
    parts: dict[str, list[tuple[Part, Desk]]] = {key: [] for key in LISTS}
    for desk in desks:
        for key, found in find_parts(desk).items():
            parts[key] += [(part, desk) for part in found]
    marks = fingerprints({key: [part for part, _ in found] for key, found in parts.items()})
    names: dict[str, Sequence[Sequence[str]]] = {
        "glossary": names_of_terms(explainer, store),
        "related": [(related.title,) for related in explainer.related],
    }
    numbers = {key: _numbers(items) for key, items in names.items()}
    return {
        key: [
            Found(part, desk, mark, _items(key, part, desk, standing, numbers))
            for (part, desk), mark in zip(found, marks.get(key, [""] * len(found)), strict=True)
        ]
        for key, found in parts.items()
    }


def _items(
    key: str,
    part: Part,
    desk: Desk,
    standing: Standing,
    numbers: Mapping[str, Mapping[str, int]],
) -> tuple[int, ...]:
    """Return the numbers of the items that speak of a part: of its place, else of its name."""
    if key not in numbers:
        return tuple(standing.items_at(key, desk.article.slug, part.mentions))
    names = (part.words, part.value if isinstance(part.value, str) else part.words)
    known = [numbers[key].get(name.casefold()) for name in names]
    return tuple(dict.fromkeys(number for number in known if number is not None))


def names_of_terms(explainer: Explainer, store: Store) -> list[tuple[str, ...]]:
    """Return all names of each term of a page, its id among them."""
    names: list[tuple[str, ...]] = []
    for term in explainer.glossary:
        if isinstance(term, str):
            texts = store.terms[term].text.values() if term in store.terms else ()
            known = chain.from_iterable((text.name, *text.alternate_names) for text in texts)
            names.append((term, *known))
        else:
            names.append((term.id, term.name, *term.alternate_names))
    return names


def _numbers(items: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the number of the first item that has a name."""
    numbers: dict[str, int] = {}
    for number, names in enumerate(items):
        for name in names:
            numbers.setdefault(name.casefold(), number)
    return numbers
