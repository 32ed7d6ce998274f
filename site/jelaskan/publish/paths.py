"""Where files of a site may go, and that no two go to one place."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

from jelaskan.messages import Message
from jelaskan.problems import Position, Problem

MARKER = ".jelaskan"
"""The file that tells a folder made by Jelaskan from any other."""
MARKER_TEXT = b"Made by Jelaskan, which replaces this folder as a whole.\n"


class Placed(Protocol):
    """A file of the site, made or still to be made."""

    @property
    def path(self) -> str:
        """Relative to `build/`, with forward slashes."""

    @property
    def origin(self) -> str:
        """The file that it is made from."""


def find_path_problems(files: Iterable[Placed]) -> Iterator[Problem]:
    """Yield every path that leaves the site, and every two files that would be one.

    Two paths are one when they differ in case or in the form of their letters alone: on some
    systems they name the same file. A file and a folder of one name are a clash too. The problem
    is that of the later file.
    """
    taken: dict[str, Placed] = {}
    folders: dict[str, Placed] = {}
    for file in files:
        if reason := _reason_against(file.path):
            message = Message(
                "a page cannot be written to “{path}”: {reason}", path=file.path, reason=reason
            )
            hint = Message("name it with letters, digits and hyphens, and with / between folders")
            yield Problem(_origin(file), "B01", message, hint)
            continue
        folded = fold(file.path)
        parts = folded.split("/")
        parents = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
        other = taken.get(folded) or folders.get(folded)
        other = other or next((taken[parent] for parent in parents if parent in taken), None)
        if other is not None:
            message = Message(
                "two files go to one place: “{path}” from {origin} and “{other}” from {other_origin}",
                path=other.path,
                origin=_origin(other).path,
                other=file.path,
                other_origin=_origin(file).path,
            )
            hint = Message("rename the explainer or the term from which one of them is made")
            yield Problem(_origin(file), "B02", message, hint)
            continue
        taken[folded] = file
        for parent in parents:
            folders.setdefault(parent, file)


def _origin(file: Placed) -> Position:
    return Position(file.origin or file.path, 1, 1)


def fold(path: str) -> str:
    """Return a path as a file system sees it that ignores case and the form of letters."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", path).casefold())


def _reason_against(path: str) -> Message | None:
    """Return why a path cannot be one of a site's, or None."""
    parts = path.split("/")
    if path.startswith("/"):
        return Message("it begins with /")
    if ".." in parts:
        return Message("it leaves the site")
    if "" in parts or "." in parts:
        return Message("a folder or the file has no name")
    if "\\" in path or any(unicodedata.category(letter) in ("Cc", "Cs") for letter in path):
        return Message("it has a backslash or a character that nobody sees")
    if any(len(part.encode()) > 255 for part in parts):
        return Message("a name is longer than 255 bytes")
    if parts[0] == MARKER:
        return Message("the name belongs to Jelaskan")
    return None
