"""What a command prints of its work: for people, for programs, much or nothing."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from jelaskan.cli.excerpt import printable
from jelaskan.cli.formats import as_object
from jelaskan.cli.options import exit_code
from jelaskan.cli.report import is_live, print_problems
from jelaskan.messages import Message, Wordings
from jelaskan.problems import PackError

if TYPE_CHECKING:
    from jelaskan.problems import Problem
    from jelaskan.progress import Stage, Step

LANGUAGE = "JELASKAN_LANGUAGE"
"""The environment variable that has messages in another language than the site's."""

STAGES: "Mapping[Stage, Message]" = {
    "read": Message("read"),
    "extract": Message("extract"),
    "draft": Message("draft"),
    "check": Message("check"),
    "compose": Message("compose"),
    "render": Message("render"),
    "publish": Message("publish"),
    "compare": Message("compare"),
    "deploy": Message("deploy"),
}

Command = TypeVar("Command", bound=Callable[..., Any])

SHOWN_EVERY = 0.1
"""After how many seconds the line that counts is written anew; quick work shows none."""


@dataclass
class Progress:
    """A listener of steps: a line that counts on a terminal, or a line for each step."""

    verbose: bool
    counts: bool = True
    """Whether a line may count the steps."""
    wordings: Wordings = field(default_factory=dict)
    stage: str = ""
    count: int = 0
    seconds: float = 0.0
    width: int = 0
    """How many cells of the terminal's line are written on."""
    shown: float = field(default_factory=time.monotonic)

    @contextmanager
    def step(self, step: "Step") -> Iterator[None]:
        """Show a step as it begins, and count its time."""
        stage = STAGES[step.stage].said_in(self.wordings)
        if stage != self.stage:
            self.end_stage()
            self.stage = stage
        self.count += 1
        began = time.monotonic()
        if self.verbose:
            click.echo(f"{stage} {printable(step.item)}", err=True)
        elif self.counts and began - self.shown >= SHOWN_EVERY:
            line = Message("{stage} {count}", stage=stage, count=self.count)
            if step.total:
                line = Message("{line} of {total}", line=line, total=step.total)
            self._write(line.said_in(self.wordings))
            self.shown = began
        yield
        self.seconds += time.monotonic() - began

    def end_stage(self) -> None:
        """Say how long a stage took, or wipe the line that counts."""
        if self.verbose and self.stage:
            said = Message(
                "{stage}: {count} in {seconds:.3f} s",
                stage=self.stage,
                count=self.count,
                seconds=self.seconds,
            )
            click.echo(said.said_in(self.wordings), err=True)
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
    root: Path = Path()
    """The site's folder."""
    language: str = ""
    """In which language people are spoken to; without it, in the site's own."""

    @cached_property
    def wordings(self) -> Wordings:
        """How messages are said."""
        from jelaskan import pipeline

        language = os.environ.get(LANGUAGE) or self.language
        return pipeline.load_wordings(language) if language else pipeline.read_wordings(self.root)

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

        progress = Progress(self.verbose, counts, self.wordings)
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

    def say(self, line: Message, *, err: bool = False) -> None:
        """Print a line on what was done, unless only problems or JSON are wanted."""
        if self.says:
            click.echo(printable(line.said_in(self.wordings)), err=err)

    def report(self, problems: "tuple[Problem, ...]", root: Path | None = None) -> None:
        """Print problems for people; for programs they are part of the last object."""
        if problems and not self.json:
            print_problems(problems, root, wordings=self.wordings)

    def finish(self, problems: "tuple[Problem, ...]", **done: Any) -> NoReturn:
        """End the command, with one object of what was done and the problems if JSON is wanted."""
        if self.json:
            said = tuple(problem.said_in(self.wordings) for problem in problems)
            click.echo(as_object(said, **done))
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
        output = Output(quiet, verbose, as_json, root=rest.get("root") or Path())
        return command(*arguments, output=output, **rest)

    return run  # type: ignore[return-value]  # it takes what the command takes, and options
