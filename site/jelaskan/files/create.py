"""Write a file that is not there yet; never one that is."""

import os
import tempfile
from pathlib import Path

from jelaskan.messages import Message
from jelaskan.problems import Position, Problem


def create_text(path: Path, text: str, root: Path) -> Problem | None:
    """Write a new UTF-8 file, whole or not at all; return why it cannot be.

    A file that exists is left as it is, also one that appears at the same moment.
    """
    position = Position(path.relative_to(root).as_posix(), 1, 1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _create(path, text.encode())
    except FileExistsError:
        return Problem(
            position,
            "F10",
            Message("the file exists and is left as it is"),
            Message("rename or move it"),
        )
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
        except PermissionError:  # a file system without links, such as exFAT
            with path.open("xb") as file:
                file.write(content)
    finally:
        written.unlink()
