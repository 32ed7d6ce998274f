"""What was made before, by what it was made from: an edit makes again only what depends on it."""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")


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
    """Remembers results from one build to the next, and forgets what a build did not ask for."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def turn(self) -> None:
        """Begin a build: what the last one did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for a key, or make it."""
        if key in self._now:
            return cast("T", self._now[key])
        value = self._before[key] if key in self._before else make()
        self._now[key] = value
        return cast("T", value)

    def settle(self, key: Hashable, value: T) -> T:
        """Return the value that stood for a key if it equals this one, else this one.

        So that what was made anew without a change is still known by its being the same.
        """
        before = self._before.get(key)
        kept = before if before == value else value
        self._now[key] = kept
        return cast("T", kept)
