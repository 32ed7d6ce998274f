"""The commands: read arguments, call the pipeline, print, choose the exit code.

Exit codes: 0 nothing to mend, 1 problems, 2 wrong usage.
"""

import click

from jelaskan.cli.build import build
from jelaskan.cli.check import check
from jelaskan.cli.draft import draft
from jelaskan.cli.extract import extract
from jelaskan.cli.init import init
from jelaskan.cli.new import new
from jelaskan.cli.schema import schema
from jelaskan.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jelaskan")
def main() -> None:
    """Turn news articles into explainer pages that can be checked against them."""


for _command in (init, new, draft, check, build, serve, extract, schema):
    main.add_command(_command)
