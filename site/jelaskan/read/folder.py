"""The folder of a site, when it is the wrong one or still empty."""

import contextlib
import shlex
from collections.abc import Iterator
from pathlib import Path

from jelaskan.messages import Message
from jelaskan.problems import Position, Problem

FOLDERS = ("seeds", "content")


def check_folder(root: Path) -> Iterator[Problem]:
    """Yield a problem where a folder has nothing that a site is made from, with one that has."""
    if not _is_site(root):
        yield _no_site(root, _near_site(root))


def check_new_folder(root: Path) -> Iterator[Problem]:
    """Yield a problem where a site would begin in another, or beside the one that was meant."""
    if not _is_site(root) and (near := _near_site(root)) is not None:
        yield _no_site(root, near)


def _no_site(root: Path, near: Path | None) -> Problem:
    hint = Message("begin one with `jelaskan init`, or put an article into a folder named seeds/")
    if near is not None:
        hint = Message(
            "there is a site in {near}: go there, or add `--root {quoted}`; "
            "`jelaskan init` begins another one here",
            near=near,
            quoted=shlex.quote(str(near)),
        )
    message = Message(
        "no site is here: {where} has neither seeds/ nor content/", where=root.absolute()
    )
    return Problem(Position("seeds", 1, 1), "R10", message, hint)


def _near_site(root: Path) -> Path | None:
    """Return the site in which a folder is, or one of those in it."""
    where = root.absolute()
    return next(filter(_is_site, (*where.parents, *_inner(where))), None)


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
