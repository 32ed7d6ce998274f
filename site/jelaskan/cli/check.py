"""`jelaskan check`: compare every explainer with its articles."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jelaskan.cli.options import complete_slugs, exit_code, read_names, root_option
from jelaskan.cli.output import Output, json_option, verbose_option
from jelaskan.cli.report import print_fixed, print_problems
from jelaskan.messages import Message

if TYPE_CHECKING:
    from jelaskan.pipeline import Fixed, Report


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=complete_slugs)
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="For people, for programs, for GitHub's workflows, for code scanning.",
)
@click.option("--strict", is_flag=True, help="Count warnings too: exit with 1 if there is one.")
@click.option("--quiet", "-q", is_flag=True, help="Print only how many problems there are.")
@verbose_option
@json_option
@click.option("--fix", is_flag=True, help="Mend what has only one cure, to the letter.")
@click.option("--diff", is_flag=True, help="With --fix: show what would change, write nothing.")
def check(
    root: Path,
    slugs: tuple[str, ...],
    *,
    form: str,
    strict: bool,
    quiet: bool,
    verbose: bool,
    as_json: bool,
    fix: bool,
    diff: bool,
) -> None:
    """Show everything that an editor should mend, and where.

    SLUG names a page, or an article that pages rest on, by its file: only these are checked
    then, and what all pages share: people.yaml, glossary.yaml and site.yaml.

    Quotations and figures must stand in the article word for word. Nothing is written, unless
    --fix is given: then misspelt keys and ids, and values that the article tells beyond doubt,
    are mended in content/; comments, order and quoting stay as they are.
    Exit codes: 0 nothing to mend, 1 problems, 2 wrong usage.
    """
    from jelaskan import pipeline
    from jelaskan.cli import formats

    if as_json and form != "text":
        raise click.UsageError("give --json or --format, not both")
    if quiet and (as_json or form != "text"):
        raise click.UsageError("--quiet is for --format text only")
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose do not go together")
    if diff and (not fix or as_json or form != "text"):
        raise click.UsageError("--diff goes with --fix, and with --format text")
    output = Output(quiet, verbose, as_json, root)
    fixed: tuple[Fixed, ...] = ()
    names = read_names(slugs)
    with output.progress():
        if fix:
            fixed, report = pipeline.fix(root, names, write=not diff)
        else:
            report = pipeline.check(root, names)
    problems = report.problems
    said = tuple(problem.said_in(output.wordings) for problem in problems)
    texts = {file.path: file.new for file in fixed}
    if not as_json:
        print_fixed(fixed, diff=diff, quiet=quiet, wordings=output.wordings)
    if as_json:
        cured = [
            formats.as_fields(problem.said_in(output.wordings))
            for file in fixed
            for problem in file.cured
        ]
        waiting = {"drafts": report.drafts, "reviews": report.reviews}
        click.echo(formats.as_object(said, mended=cured, **waiting))
    elif form == "json":
        click.echo(formats.as_json(said))
    elif form == "sarif":
        click.echo(formats.as_sarif(said, root))
    elif form == "github" and problems:
        click.echo(formats.as_github(said, root))
    elif form == "text":
        print_problems(
            problems, root, quiet=quiet, to=sys.stdout, texts=texts, wordings=output.wordings
        )
        if not problems and not quiet:
            click.echo(Message("nothing to mend").said_in(output.wordings))
        if (report.drafts or report.reviews) and not quiet:
            click.echo(_say_waiting(report).said_in(output.wordings))
    would_change = diff and bool(fixed)
    sys.exit(1 if would_change or (strict and problems) else exit_code(problems))


def _say_waiting(report: "Report") -> Message:
    """Return how much an editor has still to look at, though nothing of it is wrong."""
    return Message(
        "drafts: {drafts}, entries to review: {reviews}",
        drafts=report.drafts,
        reviews=report.reviews,
    )
