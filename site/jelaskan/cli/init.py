"""`jelaskan init`: a small site to begin with."""

from dataclasses import replace
from pathlib import Path

import click

from jelaskan.cli.options import say_root
from jelaskan.cli.output import Output, output_options
from jelaskan.messages import Message
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
@output_options
def init(folder: Path, language: str, output: Output) -> None:
    """Make a small site in FOLDER: an example that teaches, and settings for your editor.

    It builds at once. A file that exists is never overwritten. With the YAML extension of
    VS Code, keys are completed and explained; .github/workflows/pages.yml publishes the site
    on GitHub Pages.
    """
    from jelaskan import pipeline

    output = replace(output, language=language)
    created, problems = pipeline.init(folder, language)
    wrote = [(folder / path).as_posix() for path in created]
    for path in wrote:
        output.say(Message("wrote {path}", path=path))
    output.report(problems)
    if created:
        here = say_root(folder)
        output.say(Message())
        output.say(Message("Next: {command}", command=f"jelaskan serve{here} --open"))
        output.say(Message("Your own article: {command}", command=f"jelaskan new{here} FILE"))
    output.finish(problems, wrote=wrote)
