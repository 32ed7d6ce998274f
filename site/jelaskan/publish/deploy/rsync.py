"""A site on another machine, by rsync."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from jelaskan.messages import Message
from jelaskan.model.page import OutputFile
from jelaskan.problems import Position, Problem
from jelaskan.publish.deploy.changes import Change, Deployed
from jelaskan.publish.deploy.tree import as_folder
from jelaskan.publish.paths import MARKER, MARKER_TEXT

_OPTIONS = ("--recursive", "--checksum", "--perms", "--chmod=D755,F644", "--delay-updates")
_LISTING = ("--itemize-changes", "--8-bit-output", "--out-format=%i %n")
_NEW = "+++++++++"
"""What rsync prints in place of the differences of a file that is new."""
_LISTED = re.compile(r"^(?P<kind>.)\S{9,} +\S+ \S+ \S+ (?P<name>.*)$")
"""A line of `--list-only`: kind and rights, size, day, time, name."""
_PARTIAL = 23
"""With this code rsync ends when a folder that it is to list is not there, among others."""


class _RsyncError(Exception):
    """Rsync failed; the message is what it said first."""


def deploy_to_rsync(files: Sequence[OutputFile], target: str, *, dry_run: bool) -> Deployed:
    """Make a folder, here or on another machine, hold exactly these files.

    Every file is complete before any is exchanged, and what is no longer there goes last. That
    is as near to one step as rsync comes. A folder with files that Jelaskan did not put there is
    left as it is; it tells its own by the file `.jelaskan`.
    """
    place = Position(target, 1, 1)
    if shutil.which("rsync") is None:
        hint = Message("install it, or deploy to a folder, a branch or an archive")
        return Deployed(problems=(Problem(place, "D04", Message("there is no rsync here"), hint),))
    # “host:” is the home folder there, and “host:/” would be the whole machine.
    address = target if target.endswith(("/", ":")) else f"{target}/"
    try:
        present = _find_present(address)
        if present and f"-{MARKER}" not in present:
            message = Message(
                "{path} holds files, and Jelaskan did not make it: nothing was changed", path=target
            )
            hint = Message(
                "give another folder; or, if all that is in it may be deleted, put an empty file "
                "{marker} into it",
                marker=MARKER,
            )
            return Deployed(problems=(Problem(place, "D05", message, hint),))
        with as_folder([OutputFile(MARKER, MARKER_TEXT), *files]) as folder:
            changes: set[Change] = set()
            options = ["--dry-run"] if dry_run else []
            if present:
                options.append("--delete-after")
            elif not dry_run:
                # First of all, so that a deployment that broke off can be done again.
                changes |= _copy(folder / MARKER, address)
            changes |= _copy(folder, address, *options)
        return Deployed(tuple(sorted(changes)))
    except _RsyncError as error:
        hint = Message("check the address, and whether you may write there: HOST:FOLDER")
        message = Message("rsync failed: {reason}", reason=error.args[0])
        return Deployed(problems=(Problem(place, "D04", message, hint),))


def _find_present(address: str) -> frozenset[str]:
    """Return what a folder holds: names behind their kind, “d” for folders and “-” for files.

    Nothing is in a folder that is not there.
    """
    done = _run("--list-only", "--8-bit-output", "--no-motd", "--", address)
    if done.returncode == _PARTIAL and not done.stdout and "directory (2)" in done.stderr:
        return frozenset()
    lines = _output_of(done).splitlines()
    # A line that is not understood stands for something that is not ours.
    names = {_LISTED.sub(r"\g<kind>\g<name>", line) for line in lines}
    return frozenset(names - {"d."})


def _copy(source: Path, address: str, *options: str) -> set[Change]:
    """Copy a file or what is in a folder; return what has changed."""
    name = f"{source}/" if source.is_dir() else str(source)
    output = _output_of(_run(*_OPTIONS, *_LISTING, *options, "--", name, address))
    return {change for change in map(_change, output.splitlines()) if change is not None}


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["rsync", *arguments],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _output_of(done: subprocess.CompletedProcess[str]) -> str:
    """Return what rsync printed, if all went well."""
    if done.returncode:
        raise _RsyncError(
            done.stderr.strip().partition("\n")[0]
            or Message("exit code {code}", code=done.returncode)
        )
    return done.stdout


def _change(line: str) -> Change | None:
    """Return what a line of rsync's list says of a file; folders and times do not count."""
    code, _, path = line.partition(" ")
    if path.endswith("/"):
        return None
    if code == "*deleting":
        return Change(path.strip(), "removed")
    if code[1:2] != "f" or code[0] not in "<>":
        return None
    return Change(path, "added" if code.endswith(_NEW) else "changed")
