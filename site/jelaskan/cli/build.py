"""`jelaskan build`: from seeds and content to the site."""

from pathlib import Path

import click

from jelaskan.cli.options import root_option
from jelaskan.cli.output import Output, output_options
from jelaskan.messages import Message


@click.command()
@root_option
@output_options
def build(root: Path, output: Output) -> None:
    """Build the site into build/.

    Every article in seeds/ that has no explainer yet is drafted first. The site is
    published only when nothing has an error; otherwise build/ stays as it was.
    """
    from jelaskan import pipeline

    with output.progress():
        result = pipeline.build(root)
    for path in result.drafted:
        output.say(Message("drafted {path}", path=path))
    output.report(result.problems, root)
    if result.published:
        output.say(
            Message(
                "built {files} files, {explainers} explainers, in build/",
                files=result.files,
                explainers=result.explainers,
            )
        )
    else:
        output.say(Message("build/ is as it was"), err=True)
    output.finish(
        result.problems,
        drafted=result.drafted,
        published=result.published,
        files=result.files,
        explainers=result.explainers,
    )
