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

if TYPE_CHECKING:
    from jelaskan.pipeline import Fixed
    from jelaskan.problems import Cure, Problem

LINE = re.compile(r"[^\n]*\n|[^\n]+$")
COLOURS = {"error": "red", "warning": "yellow"}


def print_problems(
    problems: "tuple[Problem, ...]",
    root: Path | None = None,
    *,
    quiet: bool = False,
    to: TextIO | None = None,
    texts: Mapping[str, str] | None = None,
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
            click.echo(_say(problem, lines), file=stream, color=coloured)
    if problems:
        click.echo(count(ordered), file=stream, color=coloured)


def print_fixed(files: "Sequence[Fixed]", *, diff: bool, quiet: bool) -> None:
    """Say what was mended on standard error; with `diff`, what would be, as a difference."""
    for file in files:
        if diff:
            shown = say_difference(file.path, file.old, file.new)
            click.echo(printable(shown) if sys.stdout.isatty() else shown, nl=False)
        for problem in () if quiet else file.cured:
            place = f"{printable(str(problem.position))}: {problem.code}"
            verb = "to mend" if diff else "mended"
            click.echo(f"{verb} {place}: {_say_cure(problem.cure)}", err=True)
    if files:
        cures = sum(len(file.cured) for file in files)
        click.echo(f"{'to mend' if diff else 'mended'}: {cures}", err=True)


def say_difference(path: str, before: str, after: str) -> str:
    """Return a unified difference, as `git apply` takes it; a new file is empty before."""
    old, new = (LINE.findall(text) for text in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{path}" if before else "/dev/null", f"b/{path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _say_cure(cure: "Cure | None") -> str:
    """Return what was done, in words."""
    from jelaskan.problems import Rename, Write

    if isinstance(cure, Write):
        name = cure.way[-1]
        return f"wrote `{name}: {cure.text}`" if isinstance(name, str) else f"wrote `{cure.text}`"
    if isinstance(cure, Rename):
        return f"`{cure.way[-1]}` is `{cure.name}` now"
    return "put in order"


def count(problems: "Sequence[Problem]") -> str:
    """Return how many errors and warnings there are, in words."""
    errors = sum(problem.severity == "error" for problem in problems)
    return f"errors: {errors}, warnings: {len(problems) - errors}"


def _say(problem: "Problem", lines: Mapping[str, Sequence[str]]) -> str:
    """Return a problem as it is printed, with colours."""
    position = problem.position
    colour = COLOURS[problem.severity]
    kind = click.style("warning: ", fg=colour) if problem.severity == "warning" else ""
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
    said += [f"  hint: {printable(line)}" for line in problem.hint.splitlines()]
    return "\n".join(said)


def is_live(stream: TextIO) -> bool:
    """Return whether a stream is a terminal on which a line can be written over."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _is_coloured(stream: TextIO) -> bool:
    """Return whether colours help: on a terminal, unless NO_COLOR is set to anything."""
    return is_live(stream) and not os.environ.get("NO_COLOR")
