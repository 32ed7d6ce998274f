"""What a deployment changes at its target."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from jelaskan.model.page import OutputFile
from jelaskan.problems import Problem


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One file that is not the same at the target."""

    path: str
    kind: Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Deployed:
    """What a deployment did, or in a dry run would do."""

    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()


def compare(files: Sequence[OutputFile], present: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what tells a site from a target, by path.

    `present` has the digest of every file at the target, as `digest` makes it.
    """
    wanted = {file.path: digest(file.data) for file in files}
    changes = [Change(path, "removed") for path in present.keys() - wanted.keys()]
    for path, value in wanted.items():
        if path not in present:
            changes.append(Change(path, "added"))
        elif present[path] != value:
            changes.append(Change(path, "changed"))
    return tuple(sorted(changes))


def digest(content: bytes) -> str:
    """Return the digest by which the files of two sides are compared."""
    return hashlib.sha256(content).hexdigest()
