"""A site on another machine, by rsync."""

import shutil
import subprocess
from collections.abc import Sequence

from jelaskan.messages import Message
from jelaskan.model.page import OutputFile
from jelaskan.problems import Position, Problem
from jelaskan.publish.deploy.changes import Change, Deployed
from jelaskan.publish.deploy.tree import as_folder

_NEW = "+++++++++"
"""What rsync prints in place of the differences of a file that is new."""


def deploy_to_rsync(files: Sequence[OutputFile], target: str, *, dry_run: bool) -> Deployed:
    """Make a folder, here or on another machine, hold exactly these files.

    Every file is complete before any is exchanged, and what is no longer there goes last. That
    is as near to one step as rsync comes.
    """
    place = Position(target, 1, 1)
    rsync = shutil.which("rsync")
    if rsync is None:
        hint = Message("install it, or deploy to a folder, a branch or an archive")
        return Deployed(problems=(Problem(place, "D04", Message("there is no rsync here"), hint),))
    options = ["--recursive", "--checksum", "--perms", "--chmod=D755,F644", "--delay-updates"]
    options += ["--delete-after", "--itemize-changes", "--out-format=%i %n"]
    if dry_run:
        options.append("--dry-run")
    with as_folder(files) as folder:
        command = [rsync, *options, "--", f"{folder}/", f"{target.rstrip('/')}/"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = done.stderr.strip().partition("\n")[0] or Message(
            "exit code {code}", code=done.returncode
        )
        hint = Message("check the address, and whether you may write there: HOST:FOLDER")
        return Deployed(
            problems=(
                Problem(place, "D04", Message("rsync failed: {reason}", reason=reason), hint),
            )
        )
    return Deployed(tuple(sorted(filter(None, map(_change, done.stdout.splitlines())))))


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
