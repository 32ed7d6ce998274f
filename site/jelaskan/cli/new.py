"""`jelaskan new`: an article from a file or the web into seeds/."""

import sys
from pathlib import Path

import click

from jelaskan.cli.options import complete_file, root_option, say_root
from jelaskan.cli.output import Output, output_options
from jelaskan.messages import Message

QUESTIONS = {
    "headline": Message("Headline"),
    "publisher": Message("Who published it"),
    "published": Message("On which day (2026-02-18)"),
}


@click.command()
@root_option
@click.argument("source", metavar="FILE|URL", shell_complete=complete_file)
@click.option("--slug", help="The name of the seed; without it, the headline's words.")
@click.option("--headline", help="The article's headline.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", help="On which day: 2026-02-18. It tells the year of “Monday”.")
@click.option("--url", help="Where it stands on the web.")
@click.option("--language", help="The code of its language: id, en.")
@output_options
def new(root: Path, source: str, slug: str | None, output: Output, **fields: str | None) -> None:
    """Put an article into seeds/, from a text, Markdown, HTML or Word file, or from a web page.

    What the article says of itself (headline, publisher, address, day, language) goes into
    its head; on a terminal you are asked for the rest, and Enter skips a question, or takes the
    answer in brackets. A file that exists is never overwritten.
    """
    from jelaskan import pipeline

    def ask(name: str, offered: str, fault: Message | None) -> str:
        if output.json or not sys.stdin.isatty():
            return ""
        if fault is not None:
            click.echo(fault.said_in(output.wordings), err=True)
        question = QUESTIONS[name].said_in(output.wordings)
        return str(click.prompt(question, default=offered, show_default=bool(offered), err=True))

    given = {name: value for name, value in fields.items() if value is not None}
    with output.progress():
        path, problems = pipeline.new(root, source, slug=slug, fields=given, ask=ask)
    output.report(problems)
    if path is not None:
        output.say(Message("wrote {path}", path=path))
        output.say(Message("Next: {command}", command=f"jelaskan draft{say_root(root)}"))
    output.finish(problems, wrote=path)
