"""From files in memory to a published site, in one step."""

import errno
import os
import re
import shutil
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from jelaskan.messages import Message
from jelaskan.model.page import OutputFile
from jelaskan.problems import Position, Problem
from jelaskan.publish.exchange import exchange, flush, hold_lock
from jelaskan.publish.paths import MARKER, MARKER_TEXT, find_path_problems

WAIT = 30.0
"""How long, in seconds, a build waits for another one of the same site."""

_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV, errno.EBUSY)


def publish(files: Sequence[OutputFile], target: Path) -> tuple[Problem, ...]:
    """Make a folder hold exactly these files, or leave it as it is and say why.

    A new tree is written beside the folder, files that have not changed as hard links, and the
    two change places in one call: at every instant, whatever dies, the folder is a whole old
    site or a whole new one. What a dead build left beside it is removed by the next. A folder
    that Jelaskan did not make is never touched; it tells its own by the file `.jelaskan`.
    """
    if problems := tuple(sorted(find_path_problems(files))):
        return problems
    place = Position(target.name, 1, 1)
    if refusal := find_refusal(target):
        return (refusal,)
    try:
        target = Path(os.path.realpath(target))  # `resolve` raises where a link leads to itself
        target.parent.mkdir(parents=True, exist_ok=True)
        with hold_lock(target.with_name(f".{target.name}.lock"), WAIT) as is_ours:
            if is_ours:
                return _replace(files, target, place)
    except OSError as error:
        return (disk_problem(error, place),)
    message = Message(
        "another build of {name} has been at work for {seconds:.0f} seconds",
        name=target.name,
        seconds=WAIT,
    )
    return (Problem(place, "B06", message, Message("wait for it, or end it, and build again")),)


def _replace(files: Sequence[OutputFile], target: Path, place: Position) -> tuple[Problem, ...]:
    """Write the new tree, exchange it, and remove the old one; the lock is held."""
    if refusal := find_refusal(target):
        return (refusal,)
    pattern = re.compile(re.escape(f".{target.name}.new-") + r"\d+")
    # Their builds are dead: a live one would hold the lock.
    leftovers = [path for path in target.parent.iterdir() if pattern.fullmatch(path.name)]
    for leftover in leftovers:
        shutil.rmtree(leftover)
    new = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        problem = _write_and_exchange(files, new, target, place)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    try:
        flush([], target.parent)
        if new.exists():
            shutil.rmtree(new)
    except OSError as error:
        message = Message("the old site could not be removed: {reason}", reason=error.strerror)
        hint = Message("delete {name} if the next build does not", name=new.name)
        warning = Problem(place, "B08", message, hint, "warning")
        return (problem, warning) if problem else (warning,)
    return (problem,) if problem else ()


def _write_and_exchange(
    files: Sequence[OutputFile], new: Path, target: Path, place: Position
) -> Problem | None:
    """Put the new tree in place; then `new` is the old one, if there was one."""
    written = _write_tree([OutputFile(MARKER, MARKER_TEXT), *files], new, target)
    flush(written, new)
    if not target.exists() or not any(target.iterdir()):
        new.rename(target)
    else:
        try:
            exchange(new, target)
        except OSError as error:
            if error.errno not in _NO_EXCHANGE:
                raise
            message = Message(
                "{name} cannot be exchanged in one step here: {reason}",
                name=target.name,
                reason=error.strerror,
            )
            hint = Message(
                "build into a folder of another disk, or move the old site away and build again"
            )
            return Problem(place, "B05", message, hint)
    return None


def find_refusal(target: Path) -> Problem | None:
    """Return why a target must not be replaced, or nothing."""
    place = Position(target.name, 1, 1)
    try:
        return _refusal(target, place)
    except OSError as error:
        return disk_problem(error, place)


def _refusal(target: Path, place: Position) -> Problem | None:
    leads_nowhere = target.is_symlink() and not target.exists()
    if leads_nowhere or not target.name or (target.exists() and not target.is_dir()):
        message = Message(
            "{target} is not a folder: the site cannot be published there", target=target
        )
        return Problem(place, "B03", message, Message("move it away, and build again"))
    if os.path.ismount(target):
        message = Message(
            "{path} is a mount point: its folder cannot be exchanged for a new one", path=place.path
        )
        return Problem(place, "B05", message, Message("build into a folder inside it"))
    if target.exists() and any(target.iterdir()) and not (target / MARKER).is_file():
        message = Message(
            "{path} holds files, and Jelaskan did not make it: nothing was changed", path=place.path
        )
        return Problem(place, "B04", message, Message("move it away, or build into another folder"))
    return None


def _write_tree(files: Sequence[OutputFile], new: Path, old: Path) -> list[Path]:
    """Make the new tree; return the files that are written, not linked."""
    known = _regular_files(old)
    written = []
    made: set[Path] = set()
    for file in files:
        path = new / file.path
        for parent in reversed(PurePosixPath(file.path).parents):
            folder = new / parent
            if folder not in made:
                folder.mkdir()
                folder.chmod(0o755)
                made.add(folder)
        if _is_unchanged(file, old, known) and _link(old / file.path, path):
            continue
        path.write_bytes(file.data)
        path.chmod(0o644)
        written.append(path)
    return written


def _regular_files(folder: Path) -> Mapping[str, os.stat_result]:
    """Return the files below a folder that are no links, by relative path."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            status = path.lstat()
            if stat.S_ISREG(status.st_mode):
                found[path.relative_to(folder).as_posix()] = status
    return found


def _is_unchanged(file: OutputFile, old: Path, known: Mapping[str, os.stat_result]) -> bool:
    status = known.get(file.path)
    return (
        status is not None
        and status.st_size == len(file.data)
        and stat.S_IMODE(status.st_mode) == 0o644
        and (old / file.path).read_bytes() == file.data
    )


def _link(old: Path, new: Path) -> bool:
    """Return whether a hard link could be made; where links are refused, files are written."""
    try:
        new.hardlink_to(old)
    except OSError:
        return False
    return True


def disk_problem(error: OSError, place: Position) -> Problem:
    """Return why the site could not be written."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    hint = (
        Message("make room on the disk")
        if full
        else Message("check who may write to the folder around it")
    )
    name = f" ({Path(os.fsdecode(error.filename)).name})" if error.filename else ""
    message = Message(
        "{path} could not be published: {reason}{name}",
        path=place.path,
        reason=error.strerror or error,
        name=name,
    )
    return Problem(place, "B07", message, Message("{hint}, and build again", hint=hint))
