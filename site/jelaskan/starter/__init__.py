"""The files of a new site: a finished example that teaches, and the settings of an editor."""

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
EVERY = "every"
"""The folder of what a new site has in any language."""


def starter_languages() -> tuple[str, ...]:
    """Return the languages in which a new site can begin."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/seeds")))


def starter_files(language: str) -> Iterator[tuple[str, str]]:
    """Yield the path of each file of a new site, with forward slashes, and its text."""
    for folder in (FOLDER / language, FOLDER / EVERY):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")
