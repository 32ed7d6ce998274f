"""What the operating system offers for publishing in one step."""

import contextlib
import ctypes
import errno
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

FEW = 16
"""Up to so many files are flushed to disk one by one, more of them with their file system."""

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_TRY_AGAIN_AFTER = 0.05


def exchange(new: Path, old: Path) -> None:
    """Let two folders of one file system change places, in one call: no instant is without one.

    Raises:
        OSError: the system, or this file system, has no such call; nothing has changed.
    """
    if sys.platform == "win32":
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(new), os.fsencode(old)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_HERE, first, _HERE, second, _EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(first, second, _EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def flush(paths: Sequence[Path], folder: Path) -> None:
    """Have written files reach the disk, so that a power cut finds no empty pages.

    Raises:
        OSError: they cannot be written after all, as on a full disk.
    """
    if sys.platform == "win32":
        return  # a folder cannot be opened there, nor a file that is only read be flushed
    at_once = len(paths) > FEW and sys.platform == "linux"
    for path in [folder] if at_once else [*paths, folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            if not at_once:
                os.fsync(handle)
            elif ctypes.CDLL(None, use_errno=True).syncfs(handle):
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
        finally:
            os.close(handle)


@contextlib.contextmanager
def hold_lock(path: Path, wait: float) -> Iterator[bool]:
    """Hold a lock file while the block runs; False when another process had it for `wait` seconds.

    The system gives the lock back when its process dies, however it dies. The file is removed
    by its holder, so a lock counts only on the file that still has the name.
    """
    if sys.platform == "win32":
        yield True
        return
    import fcntl

    until = time.monotonic() + wait
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_ino == os.fstat(handle).st_ino:
                    break
            os.close(handle)
        except BlockingIOError:
            os.close(handle)
            if time.monotonic() >= until:
                yield False
                return
            time.sleep(_TRY_AGAIN_AFTER)
        except OSError:
            os.close(handle)
            raise
    try:
        yield True
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)
