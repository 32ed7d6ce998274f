"""What several commands share: the site's folder, and the exit code."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from jelaskan.model.seed_name import SUFFIXES, named_slug, path_slug

if TYPE_CHECKING:
    from jelaskan.problems import Problem

Command = TypeVar("Command", bound=Callable[..., Any])


def root_option(command: Command) -> Command:
    """Add `--root`, the site's folder."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        show_default="the current folder",
        help="The site's folder: the one that holds seeds/ and content/.",
    )(command)


def say_root(root: Path) -> str:
    """Return the option by which a command that is suggested works in the same site."""
    return "" if root == Path() else f" --root {shlex.quote(str(root))}"


def complete_slugs(
    context: click.Context, _parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Return the slugs of the articles, for a shell that completes a word."""
    root = context.params.get("root") or Path()
    seeds = [path for path in root.glob("seeds/[!.]*") if path.suffix.lower() in SUFFIXES]
    found = {path_slug(path) for path in seeds if path.is_file()}
    given = context.params.get("slugs") or ()
    return [
        CompletionItem(slug) for slug in sorted(found.difference(given)) if slug.startswith(begun)
    ]


def read_names(slugs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the slugs of what was named, also by its title or the path of its file."""
    return tuple(dict.fromkeys(map(named_slug, slugs)))


def complete_file(
    _context: click.Context, _parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Leave it to the shell to complete the path of a file."""
    return [CompletionItem(begun, type="file")]


def exit_code(problems: "tuple[Problem, ...]") -> int:
    """Return 1 where a problem stops the build, else 0."""
    return int(any(problem.severity == "error" for problem in problems))
