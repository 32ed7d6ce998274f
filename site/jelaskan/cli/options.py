"""What several commands share: the site's folder, and the exit code."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from jelaskan.problems import Problem

Command = TypeVar("Command", bound=Callable[..., Any])


def root_option(command: Command) -> Command:
    """Add `--root`, the site's folder."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        show_default="the current folder",
        help="The site's folder: the one that holds seeds/ and content/.",
    )(command)


def exit_code(problems: "tuple[Problem, ...]") -> int:
    """Return 1 where a problem stops the build, else 0."""
    return int(any(problem.severity == "error" for problem in problems))
