"""How problems are printed for people: the place, the line with a caret, the cure."""

import difflib
import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from jelaskan.cli.excerpt import excerpt, printable
from jelaskan.messages import Message, Wordings

if TYPE_CHECKING:
    from jelaskan.pipeline import Fixed
    from jelaskan.problems import Cure, Problem

LINE = re.compile(r"[^\n]*\n|[^\n]+$")
NO_WORDINGS: Wordings = {}
COLOURS = {"error": "red", "warning": "yellow"}


def print_problems(
    problems: "tuple[Problem, ...]",
    root: Path | None = None,
    *,
    quiet: bool = False,
    to: TextIO | None = None,
    texts: Mapping[str, str] | None = None,
    wordings: Wordings = NO_WORDINGS,
) -> None:
    """Print each problem once, in file order, and a line that counts them.

    The lines of the files are shown if the site's folder is given, or of `texts` that stand
    for them; `quiet` leaves only the count. They go to standard error, unless another stream
    is given.
    """
    from jelaskan import pipeline

    stream = to or sys.stderr
    ordered = sorted(set(problems))
    coloured = _is_coloured(stream)
    if not quiet:
        lines = pipeline.read_lines(root, ordered, texts or {}) if root is not None else {}
        for problem in ordered:
            click.echo(_say(problem, lines, wordings), file=stream, color=coloured)
    if problems:
        click.echo(count(ordered).said_in(wordings), file=stream, color=coloured)


def print_fixed(
    files: "Sequence[Fixed]", *, diff: bool, quiet: bool, wordings: Wordings = NO_WORDINGS
) -> None:
    """Say what was mended on standard error; with `diff`, what would be, as a difference."""
    for file in files:
        if diff:
            shown = say_difference(file.path, file.old, file.new)
            click.echo(printable(shown) if sys.stdout.isatty() else shown, nl=False)
        for problem in () if quiet else file.cured:
            place = f"{printable(str(problem.position))}: {problem.code}"
            cure = _say_cure(problem.cure)
            said = (
                Message("to mend {place}: {cure}", place=place, cure=cure)
                if diff
                else Message("mended {place}: {cure}", place=place, cure=cure)
            )
            click.echo(said.said_in(wordings), err=True)
    if files:
        cures = sum(len(file.cured) for file in files)
        counted = (
            Message("to mend: {cures}", cures=cures)
            if diff
            else Message("mended: {cures}", cures=cures)
        )
        click.echo(counted.said_in(wordings), err=True)


def say_difference(path: str, before: str, after: str) -> str:
    """Return a unified difference, as `git apply` takes it; a new file is empty before."""
    old, new = (LINE.findall(text) for text in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{path}" if before else "/dev/null", f"b/{path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _say_cure(cure: "Cure | None") -> Message:
    """Return what was done, in words."""
    from jelaskan.problems import Rename, Write

    if isinstance(cure, Write):
        name = cure.way[-1]
        value = f"{name}: {cure.text}" if isinstance(name, str) else cure.text
        return Message("wrote `{value}`", value=value)
    if isinstance(cure, Rename):
        return Message("`{key}` is `{name}` now", key=cure.way[-1], name=cure.name)
    return Message("put in order")


def count(problems: "Sequence[Problem]") -> Message:
    """Return how many errors and warnings there are, in words."""
    errors = sum(problem.severity == "error" for problem in problems)
    return Message(
        "errors: {errors}, warnings: {warnings}", errors=errors, warnings=len(problems) - errors
    )


def _say(problem: "Problem", lines: Mapping[str, Sequence[str]], wordings: Wordings) -> str:
    """Return a problem as it is printed, with colours."""
    from jelaskan.problems import HINT, WARNING

    problem = problem.said_in(wordings)
    position = problem.position
    colour = COLOURS[problem.severity]
    warning = f"{WARNING.said_in(wordings)}: "
    kind = click.style(warning, fg=colour) if problem.severity == "warning" else ""
    code = click.style(problem.code, fg=colour, bold=True)
    place = click.style(printable(str(position)), bold=True)
    said = [f"{place}: {code}: {kind}{printable(problem.message)}"]
    of_file = lines.get(position.path, ())
    if position.line <= len(of_file) and of_file[position.line - 1].strip():
        shown = excerpt(of_file[position.line - 1], position.column)
        number = str(position.line)
        said.append(f"  {number} | {shown.text}")
        caret = click.style("^", fg=colour, bold=True)
        said.append(f"  {' ' * len(number)} | {' ' * shown.before}{caret}")
    hint = HINT.said_in(wordings)
    said += [f"  {hint}: {printable(line)}" for line in problem.hint.splitlines()]
    return "\n".join(said)


def is_live(stream: TextIO) -> bool:
    """Return whether a stream is a terminal on which a line can be written over."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _is_coloured(stream: TextIO) -> bool:
    """Return whether colours help: on a terminal, unless NO_COLOR is set to anything."""
    return is_live(stream) and not os.environ.get("NO_COLOR")
