"""`jelaskan check`: compare every explainer with its articles."""

import sys
from pathlib import Path

import click

from jelaskan.cli.options import exit_code, print_problems, root_option


@click.command()
@root_option
def check(root: Path) -> None:
    """Show everything that an editor should mend, and where.

    Quotations and figures must stand in the article word for word. Nothing is written.
    """
    from jelaskan import pipeline

    problems = pipeline.check(root)
    print_problems(problems)
    sys.exit(exit_code(problems))
