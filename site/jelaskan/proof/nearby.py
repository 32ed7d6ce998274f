"""Find what stands at a place of a long text without looking at everything."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from jelaskan.model.article import Mention

Item = TypeVar("Item")
_SHELF = 1024
"""How many code points of the text share a list."""


class Nearby(Generic[Item]):
    """Things, each with the words it stands in."""

    def __init__(self, items: Iterable[tuple[Item, Iterable[Mention]]]) -> None:
        """Keep things in their order."""
        self._items: list[Item] = []
        self._shelves: dict[int, list[tuple[int, Mention]]] = {}
        for number, (item, mentions) in enumerate(items):
            self._items.append(item)
            for mention in mentions:
                for shelf in range(mention.start // _SHELF, mention.end // _SHELF + 1):
                    self._shelves.setdefault(shelf, []).append((number, mention))

    def at(self, spans: Sequence[tuple[int, int]]) -> list[Item]:
        """Return the things that have a code point in any of the spans, in their order."""
        numbers = {
            number
            for start, end in spans
            for shelf in range(start // _SHELF, end // _SHELF + 1)
            for number, mention in self._shelves.get(shelf, ())
            if start < mention.end and mention.start < end
        }
        return [self._items[number] for number in sorted(numbers)]
