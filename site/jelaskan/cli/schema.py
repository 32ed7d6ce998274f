"""`jelaskan schema`: what an editor's YAML completion needs."""

import json
from pathlib import Path

import click

from jelaskan.cli.output import Output, words_options
from jelaskan.messages import Message
from jelaskan.schema import FILES, make_schema


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
    """
    names = [name] if name else list(FILES)
    texts = {
        each: json.dumps(make_schema(each, output.wordings), ensure_ascii=False, indent=2)
        for each in names
    }
    if into is None:
        for text in texts.values():
            click.echo(text)
        return
    for each, text in texts.items():
        into.mkdir(parents=True, exist_ok=True)
        (into / f"{each}.json").write_text(text + "\n", encoding="utf-8")
        output.say(Message("wrote {path}", path=into / f"{each}.json"))
