"""docs/commands.md is what `--help` prints."""

from pathlib import Path

import click
import pytest

from jelaskan.cli import main

DOCS = Path(__file__).parents[1] / "docs/commands.md"


def page() -> str:
    """Return the help of every command, in the order in which they are listed."""
    lines = [
        "# Commands",
        "",
        "What `jelaskan --help` prints; a test keeps this page so.",
        "Exit codes: 0 nothing to mend, 1 problems, 2 wrong usage.",
        "",
        *block("jelaskan", main),
    ]
    for name in main.list_commands(click.Context(main)):
        command = main.commands[name]
        lines += [f"## `jelaskan {name}`", "", *block(f"jelaskan {name}", command)]
    return "\n".join(lines).rstrip() + "\n"


def block(name: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=name, terminal_width=88, max_content_width=88)
    return ["```text", command.get_help(context), "```", ""]


def test_the_page_of_commands_is_up_to_date(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        DOCS.write_text(page(), encoding="utf-8")

    assert DOCS.read_text(encoding="utf-8") == page(), ".ci/run tests --update-golden writes it"


@pytest.mark.parametrize("name", main.commands)
def test_every_command_and_option_is_explained(name: str) -> None:
    command = main.commands[name]

    assert command.help
    assert [
        option.name
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ] == []


def test_the_commands_stand_in_the_readme() -> None:
    readme = (DOCS.parents[1] / "README.md").read_text(encoding="utf-8")

    assert [name for name in main.commands if f"`jelaskan {name}" not in readme] == []
