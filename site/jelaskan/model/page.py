"""A page before and after it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """What a template is to make of what, and where the result goes."""

    path: str
    """Relative to `build/`, with forward slashes: `nato-ukraina/index.html`."""
    template: str
    context: Mapping[str, Any]
    origin: str
    """The file that the page is made from, for problems about it."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """Bytes and the path, relative to `build/`, at which they are published."""

    path: str
    data: bytes
    origin: str = ""
