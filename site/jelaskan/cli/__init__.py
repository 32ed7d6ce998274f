"""The commands: read arguments, call the pipeline, print, choose the exit code.

Exit codes: 0 nothing to mend, 1 problems, 2 wrong usage.
"""

from typing import Any

import click

from jelaskan.cli.build import build
from jelaskan.cli.check import check
from jelaskan.cli.deploy import deploy
from jelaskan.cli.draft import draft
from jelaskan.cli.extract import extract
from jelaskan.cli.init import init
from jelaskan.cli.new import new
from jelaskan.cli.report import print_problems
from jelaskan.cli.schema import schema
from jelaskan.cli.serve import serve
from jelaskan.problems import PackError


class Commands(click.Group):
    """The commands; a language pack that cannot be used ends any of them."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except PackError as error:
            print_problems((error.problem,))
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jelaskan")
def main() -> None:
    """Turn news articles into explainer pages that can be checked against them."""


for _command in (init, new, draft, check, build, serve, deploy, extract, schema):
    main.add_command(_command)
