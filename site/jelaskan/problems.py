"""What is wrong, where it stands, and how to fix it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from jelaskan.messages import Message, Wordings

Severity = Literal["error", "warning"]

WARNING = Message("warning")
HINT = Message("hint")


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


Way = tuple[str | int, ...]
"""The way to a value in a YAML file: `("quotations", 2, "text")`."""


@dataclass(frozen=True, slots=True)
class Write:
    """A value that is right; where its key is not there yet, it comes behind another one."""

    way: Way
    text: str
    """As YAML has it: `at least`, `[40, 45]`."""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Rename:
    """A key that was misspelt, and what it should be."""

    way: Way
    name: str


@dataclass(frozen=True, slots=True)
class Arrange:
    """A list whose items stand in the wrong order, and the right one."""

    way: Way
    order: tuple[int, ...]
    """For each place in the list, the number of the item that belongs there."""


Cure = Write | Rename | Arrange


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that an editor can fix. Sorting puts problems in file order."""

    position: Position
    code: str
    """Stable, and explained in docs/problems.md."""
    message: Message
    hint: Message = Message()  # noqa: RUF009  # it never changes
    severity: Severity = "error"
    cure: Cure | None = field(default=None, compare=False)
    """What `check --fix` may do, where only one cure is possible."""

    def __str__(self) -> str:
        return self.in_lines({})

    def said_in(self, wordings: Wordings) -> "Problem":
        """Return the same problem in the words of a language."""
        message, hint = self.message.said_in(wordings), self.hint.said_in(wordings)
        return replace(self, message=message, hint=hint)

    def in_lines(self, wordings: Wordings) -> str:
        """Return the problem as it is printed, in the words of a language."""
        said = self.said_in(wordings)
        kind = "" if self.severity == "error" else f"{WARNING.said_in(wordings)}: "
        hint = HINT.said_in(wordings)
        lines = "".join(f"\n  {hint}: {line}" for line in said.hint.splitlines())
        return f"{self.position}: {self.code}: {kind}{said.message}{lines}"


NEAR = 75.0
"""The least likeness, of 100, of a misspelt word and the one that was meant."""
CLEARLY = 10.0
"""By how much it must be nearer than any other."""


def find_meant(word: str, choices: Collection[str]) -> str | None:
    """Return the one choice that a misspelt word can mean, or nothing where that is not plain.

    A word with other digits is another thing, and no misspelling: `rutte-2` for `rutte-1`.
    """
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    found = process.extract(word, sorted(choices), scorer=ratio, score_cutoff=NEAR, limit=2)
    if not found or (len(found) > 1 and found[0][1] - found[1][1] < CLEARLY):
        return None
    meant = found[0][0]
    return meant if _digits(word) == _digits(meant) else None


def _digits(word: str) -> str:
    return "".join(letter for letter in word if letter.isdecimal())


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
