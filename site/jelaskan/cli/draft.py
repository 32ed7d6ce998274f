"""`jelaskan draft`: a first explainer for an article, and what is new in the article later."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jelaskan.cli.options import complete_slugs, exit_code, read_names, root_option
from jelaskan.cli.output import Output, output_options
from jelaskan.cli.report import say_difference
from jelaskan.messages import Message

if TYPE_CHECKING:
    from jelaskan.pipeline import Change


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=complete_slugs)
@click.option("--update", is_flag=True, help="Bring new findings into explainers that exist.")
@click.option("--dry-run", is_flag=True, help="Show the difference; write nothing.")
@root_option
@output_options
def draft(root: Path, slugs: tuple[str, ...], update: bool, dry_run: bool, output: Output) -> None:
    """Write a draft for every article in seeds/ that has no explainer yet.

    SLUG names an article, or an explainer, by its file: `harga-beras` or the path itself for
    seeds/harga-beras.txt. A file that exists is never overwritten.

    With --update, what is new in the article, or newly found in it, comes into the
    explainers that exist. What you wrote stays to the letter; what you deleted stays
    away; words that the article does not have any more are shown.
    """
    from jelaskan import pipeline

    names = read_names(slugs)
    run = pipeline.update if update else pipeline.draft
    with output.progress():
        changes, problems = run(root, names, write=not dry_run)
    new = [change for change in changes if change.old != change.new]
    if dry_run and new and not output.json:
        for change in new:
            click.echo(say_difference(change.path, change.old, change.new), nl=False)
    else:
        for change in changes:
            output.say(
                _say_update(change) if update else Message("drafted {path}", path=change.path)
            )
    if not update and not changes and not problems:
        output.say(Message("every article has an explainer; --update brings in what is new"))
    output.report(problems, root)
    if not update and not changes and exit_code(problems):
        output.say(Message("nothing was drafted"), err=True)
    output.finish(problems, changes=[_as_fields(change) for change in changes], dry_run=dry_run)


def _as_fields(change: "Change") -> dict[str, Any]:
    """Return what was done to a file as programs read it."""
    kind = "unchanged" if change.old == change.new else "updated" if change.old else "drafted"
    return {
        "path": change.path,
        "kind": kind,
        "added": {key: count for key, count in change.added.items() if count},
        "difference": say_difference(change.path, change.old, change.new),
    }


def _say_update(change: "Change") -> Message:
    """Return what an update did to a file, in a line."""
    added = ", ".join(f"{key} +{count}" for key, count in change.added.items() if count)
    if not added:
        return Message("{path}: nothing new", path=change.path)
    said = Message("updated {path}: {added}", path=change.path, added=added)
    if change.remembers:
        return said
    return Message(
        "{said}\n  its first update: everything that it does not have was new", said=said
    )
