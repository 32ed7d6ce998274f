"""`jelaskan draft`: a first explainer for every article that has none."""

import sys
from pathlib import Path

import click

from jelaskan.cli.options import exit_code, root_option
from jelaskan.cli.report import print_problems


@click.command()
@root_option
def draft(root: Path) -> None:
    """Write a draft for every article in seeds/ that has no explainer yet.

    A file that exists is never overwritten.
    """
    from jelaskan import pipeline

    drafted, problems = pipeline.draft(root)
    for path in drafted:
        click.echo(f"drafted {path}")
    print_problems(problems, root)
    sys.exit(exit_code(problems))
