"""`jelaskan deploy`: the site to its readers."""

from pathlib import Path
from typing import Any

import click

from jelaskan.cli.options import exit_code, root_option
from jelaskan.cli.output import Output, output_options
from jelaskan.messages import Message

SIGNS = {"added": "+", "changed": "~", "removed": "-"}
SHOWN = 40
"""Of more changes, only so many are listed, unless it is a dry run."""


@click.command()
@root_option
@click.option("--git", metavar="REMOTE", help="Push to a branch of this git remote.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch for --git.")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Replace this folder, in one step.",
)
@click.option("--rsync", metavar="HOST:FOLDER", help="Copy to another machine by rsync.")
@click.option(
    "--zip",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write one zip file, for hosts that take it by drag and drop.",
)
@click.option("--headers", is_flag=True, help="Add _headers with a policy (Netlify, Cloudflare).")
@click.option("--cname", metavar="NAME", help="Add CNAME: the site's own name on GitHub Pages.")
@click.option("--drafts", is_flag=True, help="Deploy pages that no editor has checked, too.")
@click.option("--dry-run", is_flag=True, help="Only list what would change.")
@output_options
def deploy(
    root: Path,
    *,
    output: Output,
    branch: str,
    headers: bool,
    cname: str | None,
    drafts: bool,
    dry_run: bool,
    **targets: Any,
) -> None:
    """Build the site and put it where readers are: one of --git, --folder, --rsync, --zip.

    The site is refused while it has an error or holds a draft. Readers see the old site or
    the new one, never a mixture, wherever the target allows it.
    """
    from jelaskan import pipeline

    given = {name: value for name, value in targets.items() if value is not None}
    if len(given) != 1:
        raise click.UsageError("give one target: --git, --folder, --rsync or --zip")
    ((kind, target),) = given.items()
    with output.progress():
        result = pipeline.deploy(
            root,
            kind,
            target,
            branch=branch,
            headers=headers,
            cname=cname,
            dry_run=dry_run,
            allow_drafts=drafts,
        )
    shown = result.changes if dry_run else result.changes[:SHOWN]
    for change in shown:
        output.say(Message("{sign} {path}", sign=SIGNS[change.kind], path=change.path))
    if len(shown) < len(result.changes):
        output.say(Message("… and {count} more", count=len(result.changes) - len(shown)))
    output.report(result.problems, root)
    if not exit_code(result.problems):
        output.say(_count(len(result.changes), dry_run=dry_run))
    changes = [{"path": change.path, "kind": change.kind} for change in result.changes]
    output.finish(result.problems, changes=changes, dry_run=dry_run)


def _count(changes: int, *, dry_run: bool) -> Message:
    """Return how many files have changed, or would."""
    if not changes:
        return Message("nothing to change")
    if dry_run:
        return Message("would change: {count} files", count=changes)
    return Message("changed: {count} files", count=changes)
