"""What is wrong, where it stands, and how to fix it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file that a person edits."""

    path: str
    """Relative to the site's root, with forward slashes."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in code points."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that an editor can fix. Sorting puts problems in file order."""

    position: Position
    code: str
    """Stable, and explained in docs/problems.md."""
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        kind = "" if self.severity == "error" else "warning: "
        hint = "".join(f"\n  hint: {line}" for line in self.hint.splitlines())
        return f"{self.position}: {self.code}: {kind}{self.message}{hint}"


class Explained(NamedTuple):
    """What docs/problems.md says of a code, in Markdown without line breaks."""

    wrong: str
    cure: str
    example: str = ""


class PackError(Exception):
    """A language pack cannot be used: its author has to mend it before anything else works."""

    def __init__(self, problem: Problem) -> None:
        """Keep what is wrong, and where."""
        super().__init__(str(problem))
        self.problem = problem


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Return whether a problem that stops the build is among them."""
    return any(problem.severity == "error" for problem in problems)
