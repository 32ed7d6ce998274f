"""`jelaskan serve`: the site in a browser while its files are edited."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jelaskan.cli.options import root_option
from jelaskan.cli.output import Output, words_options

if TYPE_CHECKING:
    from jelaskan.problems import Problem


@click.command()
@root_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=5500, show_default=True, help="The port; if taken, the next free.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@words_options
def serve(root: Path, host: str, port: int, open_browser: bool, output: Output) -> None:
    """Show the site in a browser and again after every save.

    A file with an error is reported and the last good page stays.
    """
    from jelaskan import pipeline

    with output.progress() as progress:

        def report(problems: "tuple[Problem, ...]") -> None:
            progress.end_stage()
            progress.counts = False  # what follows a save is quick
            # The language of the site may have been changed.
            replace(output).report(problems, root)

        served = pipeline.serve(
            root,
            host=host,
            port=port,
            open_browser=open_browser,
            report=report,
            wordings=lambda: replace(output).wordings,
            say=click.echo,
        )
    sys.exit(0 if served else 1)
