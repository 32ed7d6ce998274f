"""Write a file that is not there yet; never one that is."""

import errno
import os
import tempfile
from pathlib import Path

from jelaskan.files.text_file import relative_path
from jelaskan.messages import Message
from jelaskan.problems import Position, Problem

_NO_LINKS = (
    errno.EPERM,
    errno.EACCES,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EINVAL,
    errno.EMLINK,
)
"""What file systems without hard links answer, such as exFAT and those of other machines."""


def create_text(path: Path, text: str, root: Path) -> Problem | None:
    """Write a new UTF-8 file, whole or not at all; return why it cannot be.

    A file that exists is left as it is, also one that appears at the same moment.
    """
    position = Position(relative_path(path, root), 1, 1)
    rename = Message("rename or move it")
    try:
        for folder in reversed(path.parents):
            if folder.exists() and not folder.is_dir():
                message = Message(
                    "{name} is a file, and a folder is needed there",
                    name=relative_path(folder, root),
                )
                return Problem(position, "F11", message, rename)
        path.parent.mkdir(parents=True, exist_ok=True)
        _create(path, text.encode())
    except FileExistsError:
        message = Message("the file exists and is left as it is")
        return Problem(position, "F10", message, rename)
    except OSError as error:
        return Problem(
            position,
            "F11",
            Message("the file cannot be written: {reason}", reason=error.strerror),
            Message("make the folder writable, or free some space"),
        )
    return None


def _create(path: Path, content: bytes) -> None:
    """Write beside the path, then give the file its name by a link: a rename would replace."""
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        written.chmod(0o644)
        try:
            path.hardlink_to(written)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _write_alone(path, content)
    finally:
        written.unlink()


def _write_alone(path: Path, content: bytes) -> None:
    """Write a new file where it is to be; nothing of it stays if that fails."""
    file = path.open("xb")
    try:
        with file:
            file.write(content)
    except BaseException:
        path.unlink()
        raise
