"""A site in one zip file, for hosts that take one by drag and drop."""

import os
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from jelaskan.messages import Message
from jelaskan.model.page import OutputFile
from jelaskan.problems import Position, Problem
from jelaskan.publish.deploy.changes import Deployed, compare, digest

COMMENT = b"Made by jelaskan deploy"
"""Tells our archives, which may be written over, from any other file."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
"""What `zipfile` raises for entries that are damaged, encrypted or packed in another way."""


def deploy_to_archive(files: Sequence[OutputFile], target: Path, *, dry_run: bool) -> Deployed:
    """Write a zip file; the same site gives the same bytes. Only our own archive is replaced."""
    place = Position(target.name, 1, 1)
    try:
        present = _digests(target)
        if present is None:
            message = Message(
                "{name} exists, and Jelaskan did not make it: nothing was changed", name=place.path
            )
            problem = Problem(place, "D05", message, Message("give another name, or move it away"))
            return Deployed(problems=(problem,))
        changes = compare(files, present)
        if not dry_run:
            _write(files, Path(os.path.realpath(target)))
        return Deployed(changes)
    except OSError as error:
        message = Message(
            "{name} cannot be written: {reason}", name=place.path, reason=error.strerror or error
        )
        hint = Message("make the folder writable, or free some space")
        return Deployed(problems=(Problem(place, "F11", message, hint),))


def _digests(target: Path) -> dict[str, str] | None:
    """Return the digest of every file of our archive, by path; nothing if it is not ours.

    An entry that cannot be read has none, so that it counts as changed.
    """
    if not target.exists():
        return None if target.is_symlink() else {}
    try:
        if not target.is_file():
            return None
        with zipfile.ZipFile(target) as archive:
            if archive.comment != COMMENT:
                return None
            return {name: _digest(archive, name) for name in archive.namelist()}
    except _UNREADABLE:
        return None


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    try:
        return digest(archive.read(name))
    except _UNREADABLE:
        return ""


def _write(files: Sequence[OutputFile], target: Path) -> None:
    """Write an archive beside its place, and move it there."""
    new = target.with_name(f".{target.name}.new-{os.getpid()}")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.comment = COMMENT
            for file in files:
                entry = zipfile.ZipInfo(file.path, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.data)
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
