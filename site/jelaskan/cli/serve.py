"""`jelaskan serve`: the site in a browser while its files are edited."""

from pathlib import Path

import click

from jelaskan.cli.options import root_option
from jelaskan.cli.report import print_problems


@click.command()
@root_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=5500, show_default=True, help="The port; if taken, the next free.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
def serve(root: Path, host: str, port: int, open_browser: bool) -> None:
    """Show the site in a browser and again after every save.

    A file with an error is reported and the last good page stays.
    """
    from jelaskan import pipeline

    pipeline.serve(
        root,
        host=host,
        port=port,
        open_browser=open_browser,
        report=lambda problems: print_problems(problems, root),
        say=click.echo,
    )
