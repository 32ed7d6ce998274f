"""What a command is at: each piece of work, told to whoever listens."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import Literal, NamedTuple, TypeVar

Result = TypeVar("Result")


Stage = Literal[
    "read", "extract", "draft", "check", "compose", "render", "publish", "compare", "deploy"
]


class Step(NamedTuple):
    """A piece of work that begins."""

    stage: Stage
    item: str
    """What it is done to: mostly a path, from the site's folder."""
    total: int = 0
    """How many pieces the stage has at most; 0 if nobody knows yet."""


Listener = Callable[[Step], AbstractContextManager[None]]
"""Called with a step; what it returns is left when the step is done."""

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Let a listener hear of every step, in this thread and those that are begun from it."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def telling(step: Step, make: Callable[[], Result]) -> Callable[[], Result]:
    """Return a function that does the same, and is heard of when it is called."""

    def run() -> Result:
        listener = _listener.get()
        if listener is None:
            return make()
        with listener(step):
            return make()

    return run
