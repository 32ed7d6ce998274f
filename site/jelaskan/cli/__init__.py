"""The commands: read arguments, call the pipeline, print, choose the exit code.

Exit codes: 0 nothing to mend, 1 problems, 2 wrong usage.
"""

import errno
import os
import sys
from contextlib import suppress
from typing import Any

import click

from jelaskan.cli.build import build
from jelaskan.cli.check import check
from jelaskan.cli.deploy import deploy
from jelaskan.cli.draft import draft
from jelaskan.cli.extract import extract
from jelaskan.cli.init import init
from jelaskan.cli.new import new
from jelaskan.cli.output import Output
from jelaskan.cli.report import print_problems
from jelaskan.cli.schema import schema
from jelaskan.cli.serve import serve
from jelaskan.messages import Message
from jelaskan.problems import PackError

UNWRITABLE = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""What keeps a stream from being written to; of a pipe that is closed, click knows itself."""


class Commands(click.Group):
    """The commands; a pack that cannot be used, or a full disk below the output, ends any."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command, its arguments first."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            if error.filename is not None or error.errno not in UNWRITABLE:
                raise
            message = Message("the output cannot be written: {reason}", reason=error.strerror)
            with suppress(OSError):
                click.echo(message.said_in(Output().wordings), err=True)
            # What is left in the streams would be tried again at the end, and fail again.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            for stream in (sys.stdout, sys.stderr):
                os.dup2(nowhere, stream.fileno())
            sys.exit(1)

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
