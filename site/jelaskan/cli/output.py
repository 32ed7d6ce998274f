"""What a command prints of its work: for people, for programs, much or nothing."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from jelaskan.cli.excerpt import printable
from jelaskan.cli.formats import as_object
from jelaskan.cli.options import exit_code
from jelaskan.cli.report import is_live, print_problems
from jelaskan.problems import PackError

if TYPE_CHECKING:
    from jelaskan.problems import Problem
    from jelaskan.progress import Step

Command = TypeVar("Command", bound=Callable[..., Any])

SHOWN_EVERY = 0.1
"""After how many seconds the line that counts is written anew; quick work shows none."""


@dataclass
class Progress:
    """A listener of steps: a line that counts on a terminal, or a line for each step."""

    verbose: bool
    counts: bool = True
    """Whether a line may count the steps."""
    stage: str = ""
    count: int = 0
    seconds: float = 0.0
    width: int = 0
    """How many cells of the terminal's line are written on."""
    shown: float = field(default_factory=time.monotonic)

    @contextmanager
    def step(self, step: "Step") -> Iterator[None]:
        """Show a step as it begins, and count its time."""
        if step.stage != self.stage:
            self.end_stage()
            self.stage = step.stage
        self.count += 1
        began = time.monotonic()
        if self.verbose:
            click.echo(f"{step.stage} {printable(step.item)}", err=True)
        elif self.counts and began - self.shown >= SHOWN_EVERY:
            of = f" of {step.total}" if step.total else ""
            self._write(f"{step.stage} {self.count}{of}")
            self.shown = began
        yield
        self.seconds += time.monotonic() - began

    def end_stage(self) -> None:
        """Say how long a stage took, or wipe the line that counts."""
        if self.verbose and self.stage:
            click.echo(f"{self.stage}: {self.count} in {self.seconds:.3f} s", err=True)
        if self.width:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()
        self.stage, self.count, self.seconds, self.width = "", 0, 0.0, 0

    def _write(self, line: str) -> None:
        """Write over the terminal's line, with nothing but letters and a return."""
        sys.stderr.write(f"\r{line.ljust(self.width)}")
        sys.stderr.flush()
        self.width = len(line)


@dataclass(frozen=True)
class Output:
    """How much a command prints, and for whom."""

    quiet: bool = False
    verbose: bool = False
    json: bool = False

    @property
    def says(self) -> bool:
        """Whether what was done is told in words."""
        return not (self.quiet or self.json)

    @contextmanager
    def progress(self, *, counts: bool = True) -> Iterator[Progress]:
        """Show what the pipeline is at, for as long as this lasts.

        Without `counts`, no line counts the steps: where results are on the terminal too.

        A language pack that cannot be used ends the command as a problem.
        """
        from jelaskan.progress import listening

        progress = Progress(self.verbose, counts)
        try:
            if self.verbose or (self.says and is_live(sys.stderr)):
                with listening(progress.step):
                    yield progress
            else:
                yield progress
        except PackError as error:
            progress.end_stage()
            if not self.json:
                raise
            self.finish((error.problem,))
        finally:
            progress.end_stage()

    def say(self, line: str, *, err: bool = False) -> None:
        """Print a line on what was done, unless only problems or JSON are wanted."""
        if self.says:
            click.echo(printable(line), err=err)

    def report(self, problems: "tuple[Problem, ...]", root: Path | None = None) -> None:
        """Print problems for people; for programs they are part of the last object."""
        if not self.json:
            print_problems(problems, root)

    def finish(self, problems: "tuple[Problem, ...]", **done: Any) -> NoReturn:
        """End the command, with one object of what was done and the problems if JSON is wanted."""
        if self.json:
            click.echo(as_object(problems, **done))
        sys.exit(exit_code(problems))


quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print problems only.")
verbose_option = click.option(
    "--verbose", "-v", is_flag=True, help="Print every step, and how long each stage took."
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object: what was done, and problems."
)


def output_options(command: Command) -> Command:
    """Add `--quiet`, `--verbose` and `--json`, given to the command as its `output`."""
    return quiet_option(verbose_option(json_option(_with_output(command))))


def words_options(command: Command) -> Command:
    """Add `--quiet` and `--verbose` alone, to a command without a result of its own."""
    return quiet_option(verbose_option(_with_output(command)))


def _with_output(command: Command) -> Command:
    @wraps(command)
    def run(*arguments: Any, quiet: bool, verbose: bool, as_json: bool = False, **rest: Any) -> Any:
        if quiet and verbose:
            raise click.UsageError("--quiet and --verbose do not go together")
        return command(*arguments, output=Output(quiet, verbose, as_json), **rest)

    return run  # type: ignore[return-value]  # it takes what the command takes, and options
