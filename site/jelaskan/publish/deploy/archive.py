"""A site in one zip file, for hosts that take one by drag and drop."""

import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

from jelaskan.messages import Message
from jelaskan.model.page import OutputFile
from jelaskan.problems import Position, Problem
from jelaskan.publish.deploy.changes import Deployed, compare, digest

COMMENT = b"Made by jelaskan deploy"
"""Tells our archives, which may be written over, from any other file."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def deploy_to_archive(files: Sequence[OutputFile], target: Path, *, dry_run: bool) -> Deployed:
    """Write a zip file; the same site gives the same bytes. Only our own archive is replaced."""
    place = Position(target.name, 1, 1)
    present: dict[str, str] = {}
    if target.exists():
        try:
            with zipfile.ZipFile(target) as archive:
                ours = archive.comment == COMMENT
                present = {name: digest(archive.read(name)) for name in archive.namelist()}
        except (zipfile.BadZipFile, OSError, ValueError):
            ours = False
        if not ours:
            message = Message(
                "{name} exists, and Jelaskan did not make it: nothing was changed", name=target.name
            )
            problem = Problem(place, "D05", message, Message("give another name, or move it away"))
            return Deployed(problems=(problem,))
    changes = compare(files, present)
    if dry_run:
        return Deployed(changes)
    new = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.comment = COMMENT
            for file in files:
                entry = zipfile.ZipInfo(file.path, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.data)
        new.replace(target)
    except OSError as error:
        new.unlink(missing_ok=True)
        message = Message(
            "{name} cannot be written: {reason}",
            name=target.name,
            reason=error.strerror or error,
        )
        hint = Message("make the folder writable, or free some space")
        return Deployed(problems=(Problem(place, "F11", message, hint),))
    return Deployed(changes)
