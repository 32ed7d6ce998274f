"""docs/commands.md is what `--help` prints."""

from pathlib import Path

import click
import pytest

from jelaskan.cli import main

DOCS = Path(__file__).parents[1] / "docs/commands.md"

HABITS = """\
`--quiet` prints problems only; `--verbose` prints every step and how long each stage took, to standard error.
`--json` prints one object: what was done, and under `problems` what `jelaskan check --format json` prints of each.
On a terminal, long work shows a line that counts; in a pipe it does not.
Colours are left out in a pipe, and everywhere if `NO_COLOR` is set.
Messages come in the language of the site: the first of `languages:` in content/site.yaml, else that of most explainers. `JELASKAN_LANGUAGE=en` has them in English; help is in English always.

Your shell completes commands, options and the names of articles after one of these lines, best in its start-up file:

```text
eval "$(_JELASKAN_COMPLETE=bash_source jelaskan)"    # ~/.bashrc, Bash 4.4 or newer
eval "$(_JELASKAN_COMPLETE=zsh_source jelaskan)"     # ~/.zshrc
_JELASKAN_COMPLETE=fish_source jelaskan | source     # ~/.config/fish/config.fish
```""".splitlines()


def page() -> str:
    """Return the help of every command, in the order in which they are listed."""
    top = context_of("jelaskan", main)
    lines = [
        "# Commands",
        "",
        "What `jelaskan --help` prints; a test keeps this page so.",
        "Exit codes: 0 nothing to mend, 1 problems, 2 wrong usage.",
        "",
        *HABITS,
        "",
        *block(top),
    ]
    for name in main.list_commands(top):
        lines += [f"## `jelaskan {name}`", "", *block(context_of(name, main.commands[name], top))]
    return "\n".join(lines).rstrip() + "\n"


def context_of(
    name: str, command: click.Command, parent: click.Context | None = None
) -> click.Context:
    """Return a command's context as it is when the command is run, on a terminal of 88 cells."""
    settings = command.context_settings | {"terminal_width": 88, "max_content_width": 88}
    return click.Context(command, info_name=name, parent=parent, **settings)


def block(context: click.Context) -> list[str]:
    return ["```text", context.get_help(), "```", ""]


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
