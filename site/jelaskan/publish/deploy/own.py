"""What a site must not be deployed to: the folders that it is made from and built in."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from jelaskan.messages import Message
from jelaskan.problems import Position, Problem

_REMOTE = re.compile(r"[^/]*:")
"""How an rsync target begins that is not on this machine."""


def refuse_own(kind: str, target: str, root: Path, folders: Iterable[Path]) -> Problem | None:
    """Return why a target is refused in which the site lies, or that lies in one of its folders.

    A branch of git is no place in a folder, and so is never refused.
    """
    if kind == "git" or (kind == "rsync" and _REMOTE.match(target)):
        return None
    place = Position(target, 1, 1)
    path = Path(os.path.realpath(target))
    hint = Message("give a place outside of the site’s own folders")
    if _is_within(root.resolve(), path):
        message = Message("the site itself lies in {target}: nothing was changed", target=target)
        return Problem(place, "D02", message, hint)
    for folder in folders:
        if _is_within(path, folder.resolve()):
            message = Message(
                "{target} lies in {name}/ of the site itself: nothing was changed",
                target=target,
                name=folder.name,
            )
            return Problem(place, "D02", message, hint)
    return None


def _is_within(path: Path, folder: Path) -> bool:
    """Return whether a path is a folder or lies below it, by whatever names the two are called."""
    return any(each == folder or _is_same(each, folder) for each in (path, *path.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one is not there, or cannot be looked at
        return False
