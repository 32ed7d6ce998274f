"""What was made before, by what it was made from: an edit makes again only what depends on it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")

KEPT = 4
"""For how many builds a result stays that none of them asked for."""


class Same(Generic[T]):
    """A value that equals itself alone: a key that costs nothing, however large the value is.

    It holds for values that come from a cache, since what is made of the same things is there
    the same object.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        """Wrap a value, and keep it alive."""
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value


@dataclass(slots=True)
class _Kept:
    """A result, and the last build that asked for it."""

    value: Any
    asked: int


class Cache:
    """Remembers results from one build to the next, and forgets what builds no longer ask for.

    Several threads may ask at once.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[Hashable, _Kept] = {}
        self._build = 0
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for a key, or make it; all who ask get the same object."""
        kept = self._kept.get(key)
        if kept is None:
            value = make()
            with self._lock:
                kept = self._kept.setdefault(key, _Kept(value, self._build))
        kept.asked = self._build
        return cast("T", kept.value)

    def settle(self, key: Hashable, value: T) -> T:
        """Return the value that stood for a key if it equals this one, else this one.

        So that what was made anew without a change is still known by its being the same.
        """
        kept = self._kept.get(key)
        if kept is None or kept.value != value:
            with self._lock:
                kept = self._kept[key] = _Kept(value, self._build)
        kept.asked = self._build
        return cast("T", kept.value)

    def turn(self) -> None:
        """End a build: what the last few have not asked for is forgotten.

        A build that stopped at an error asks for little; it should not end here.
        """
        with self._lock:
            self._build += 1
            oldest = self._build - KEPT
            for key in [key for key, kept in self._kept.items() if kept.asked < oldest]:
                del self._kept[key]
