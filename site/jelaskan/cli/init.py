"""`jelaskan init`: a small site to begin with."""

import sys
from pathlib import Path

import click

from jelaskan.cli.options import exit_code
from jelaskan.cli.report import print_problems
from jelaskan.starter import starter_languages


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option(
    "--language",
    type=click.Choice(starter_languages()),
    default="en",
    show_default=True,
    help="The language of the example and of its comments.",
)
def init(folder: Path, language: str) -> None:
    """Make a small site in FOLDER: an example that teaches, and settings for your editor.

    It builds at once. A file that exists is never overwritten. With the YAML extension of
    VS Code, keys are completed and explained; .github/workflows/pages.yml publishes the site
    on GitHub Pages.
    """
    from jelaskan import pipeline

    created, problems = pipeline.init(folder, language)
    for path in created:
        click.echo(f"wrote {(folder / path).as_posix()}")
    print_problems(problems)
    if created:
        here = "" if folder == Path() else f" --root {folder}"
        click.echo(f"\nNext: jelaskan serve{here} --open")
        click.echo(f"Your own article: jelaskan new{here} FILE")
    sys.exit(exit_code(problems))
