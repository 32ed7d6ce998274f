"""`jelaskan schema`: what an editor's YAML completion needs."""

from pathlib import Path

import click

from jelaskan.cli.output import Output, words_options
from jelaskan.messages import Message
from jelaskan.schema import FILES


@click.command()
@click.argument("name", type=click.Choice(list(FILES)), required=False)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write all schemas into this folder, NAME.json each, instead of printing.",
)
@words_options
def schema(name: str | None, into: Path | None, output: Output) -> None:
    """Print the JSON Schema of a kind of YAML file, or of all kinds.

    With a schema, an editor completes keys, explains them and underlines what is wrong.
    A file that exists is written over only if it is an older schema.
    """
    from jelaskan import pipeline

    names = [name] if name else list(FILES)
    if into is None:
        for each in names:
            click.echo(pipeline.schema_text(each, output.wordings))
        return
    written, problems = pipeline.write_schemas(into, names, output.wordings)
    for path in written:
        output.say(Message("wrote {path}", path=path))
    output.report(problems)
    output.finish(problems)
