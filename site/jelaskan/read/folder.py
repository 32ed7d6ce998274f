"""The folder of a site, when it is the wrong one or still empty."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from jelaskan.messages import Message
from jelaskan.problems import Position, Problem

FOLDERS = ("seeds", "content")


def check_folder(root: Path) -> Iterator[Problem]:
    """Yield a problem where a folder has nothing that a site is made from, with one that has."""
    if _is_site(root):
        return
    where = root.absolute()
    near = next(filter(_is_site, (*where.parents, *_inner(where))), None)
    hint = Message("make the folder seeds/ there, and put an article into it as a .txt file")
    if near is not None:
        hint = Message("there is a site in {near}: go there, or add `--root {near}`", near=near)
    message = Message("no site is here: {where} has neither seeds/ nor content/", where=where)
    yield Problem(Position("seeds", 1, 1), "R10", message, hint)


def nothing_to_show() -> Problem:
    """Return the warning for a site without an article and without an explainer."""
    return Problem(
        Position("seeds", 1, 1),
        "R11",
        Message(
            "no article is in seeds/ and no explainer in content/explainers/: the site has no page"
        ),
        Message("put an article into seeds/ as a .txt, .md or .html file"),
        "warning",
    )


def _is_site(folder: Path) -> bool:
    with contextlib.suppress(OSError):  # a folder that is somebody else's
        return any((folder / name).is_dir() for name in FOLDERS)
    return False


def _inner(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("[!.]*") if path.is_dir())
