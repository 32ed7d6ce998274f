"""`jelaskan build`: from seeds and content to the site."""

import sys
from pathlib import Path

import click

from jelaskan.cli.options import exit_code, root_option
from jelaskan.cli.report import print_problems


@click.command()
@root_option
def build(root: Path) -> None:
    """Build the site into build/.

    Every article in seeds/ that has no explainer yet is drafted first. The site is
    published only when nothing has an error; otherwise build/ stays as it was.
    """
    from jelaskan import pipeline

    result = pipeline.build(root)
    for path in result.drafted:
        click.echo(f"drafted {path}")
    print_problems(result.problems, root)
    if result.published:
        click.echo(f"built {result.files} files, {result.explainers} explainers, in build/")
    else:
        click.echo("build/ is as it was", err=True)
    sys.exit(exit_code(result.problems))
