"""Write a file anew in one step, unless somebody else has saved it meanwhile."""

import codecs
import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from jelaskan.files.create import create_text
from jelaskan.files.text_file import TextFile, read_text, relative_path
from jelaskan.messages import Message
from jelaskan.problems import Position, Problem


def replace_bytes(path: Path, old: bytes, new: bytes, root: Path) -> Problem | None:
    """Give a file other bytes, whole or not at all; return why it cannot be.

    It keeps its mode, and a link keeps leading to it. A file that no longer has its old
    bytes is left as it is.
    """
    position = Position(relative_path(path, root), 1, 1)
    try:
        real = path.resolve(strict=True)
        status = real.stat()
        if not status.st_mode & 0o222:
            raise PermissionError(errno.EACCES, "it is read-only")
        handle, name = tempfile.mkstemp(prefix=".new-", dir=real.parent)
        written = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(new)
                file.flush()
                os.fsync(file.fileno())
            written.chmod(status.st_mode & 0o7777)
            if real.read_bytes() != old:
                return Problem(
                    position,
                    "F12",
                    Message("the file was saved by somebody else meanwhile, and is left as it is"),
                    Message("run the command again"),
                )
            written.replace(real)
        finally:
            written.unlink(missing_ok=True)
    except OSError as error:
        return Problem(
            position,
            "F11",
            Message("the file cannot be written: {reason}", reason=error.strerror),
            Message("make the folder writable, or free some space"),
        )
    return None


def write_own(
    path: Path, text: str, root: Path, *, is_own: Callable[[str], bool]
) -> Problem | None:
    """Write a UTF-8 file that Jelaskan owns, new or over an older one; return why it cannot be.

    A file that is there and is not its own is left as it is.
    """
    problem = create_text(path, text, root)
    if problem is None or problem.code != "F10":
        return problem
    file, _ = read_text(path, root)
    if file is None or not is_own(file.text):
        return problem
    old = file.text.encode()
    return None if file.text == text else replace_bytes(path, old, text.encode(), root)


def encode_like(old: bytes, file: TextFile, text: str) -> bytes | None:
    """Return new text in a file's own encoding, with its byte order mark if it has one.

    None where the bytes are not exactly those of the file's text, as of one with damaged
    letters, or where the encoding does not have a letter of the new text.
    """
    try:
        for mark in (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            if old == mark + file.text.encode(file.encoding):
                return mark + text.encode(file.encoding)
    except UnicodeEncodeError:
        pass
    return None
