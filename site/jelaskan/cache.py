"""What was made before, by what it was made from: an edit makes again only what depends on it."""

from collections.abc import Callable, Hashable
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


class Cache:
    """Remembers results from one build to the next, and forgets what builds no longer ask for.

    Several threads may ask at once.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[Hashable, tuple[int, Any]] = {}
        self._build = 0
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for a key, or make it; all who ask get the same object."""
        with self._lock:
            kept = self._kept.get(key)
        value = kept[1] if kept else make()
        with self._lock:
            _, value = self._kept.get(key, (0, value))
            self._kept[key] = self._build, value
        return cast("T", value)

    def settle(self, key: Hashable, value: T) -> T:
        """Return the value that stood for a key if it equals this one, else this one.

        So that what was made anew without a change is still known by its being the same.
        """
        with self._lock:
            kept = self._kept.get(key)
        settled = kept[1] if kept and kept[1] == value else value
        with self._lock:
            self._kept[key] = self._build, settled
        return cast("T", settled)

    def turn(self) -> None:
        """End a build: what the last few have not asked for is forgotten.

        A build that stopped at an error asks for little; it should not end here.
        """
        with self._lock:
            self._build += 1
            oldest = self._build - KEPT
            for key in [key for key, (build, _) in self._kept.items() if build < oldest]:
                del self._kept[key]
