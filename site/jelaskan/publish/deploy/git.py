"""A site on a branch of its own, as GitHub Pages and its like publish it."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jelaskan.messages import Message
from jelaskan.model.page import OutputFile
from jelaskan.problems import Position, Problem
from jelaskan.publish.deploy.changes import Change, Deployed
from jelaskan.publish.deploy.tree import as_folder
from jelaskan.publish.paths import MARKER, MARKER_TEXT

MESSAGE = "Publish the site"
CNAME = "CNAME"
_UNMARKED = {".nojekyll", "404.html", "index.html"}
"""What stands on a branch that was deployed before branches were marked."""
_KINDS = {"A": "added", "D": "removed"}


class _GitError(Exception):
    """Git refused; the message is what it said last."""


def deploy_to_git(
    files: Sequence[OutputFile], remote: str, branch: str, root: Path, *, dry_run: bool
) -> Deployed:
    """Push one commit with exactly these files to a branch, on top of what is there.

    `remote` is the name of one of the site's own repository, or an address. Neither that
    repository's files nor its branches are touched. Where nothing has changed, nothing is pushed.
    A branch with files that Jelaskan did not put there is left as it is; it tells its own by the
    file `.jelaskan`. A name that the host has written into CNAME stays unless files have another.
    """
    place = Position(f"{remote} {branch}", 1, 1)
    if shutil.which("git") is None:
        hint = Message("install it, or deploy to a folder or an archive")
        return Deployed(problems=(Problem(place, "D03", Message("there is no git here"), hint),))
    files = [OutputFile(MARKER, MARKER_TEXT), *files]
    try:
        address, author = _address(remote, root), _author(root)
        with tempfile.TemporaryDirectory(prefix="jelaskan-") as name, as_folder(files) as folder:
            repository = _Repository(Path(name), folder)
            repository.run("init", "--quiet", f"--initial-branch={branch}")
            there = repository.run("ls-remote", "--heads", address, f"refs/heads/{branch}")
            if there:
                repository.run("fetch", "--quiet", "--depth=1", address, f"refs/heads/{branch}")
                repository.run("update-ref", "HEAD", "FETCH_HEAD")
                present = repository.present()
                if present and not repository.is_ours(present):
                    return Deployed(problems=(_refuse(branch, place),))
                if CNAME in present and not (folder / CNAME).exists():
                    repository.run("checkout", "HEAD", "--", CNAME)
            repository.run("add", "--all", "--force", ".")
            changes = repository.changes(is_new=not there)
            if changes and not dry_run:
                repository.run(*author, "commit", "--quiet", "--no-verify", "-m", MESSAGE)
                repository.run("push", "--quiet", address, f"HEAD:refs/heads/{branch}")
            return Deployed(changes)
    except _GitError as error:
        hint = Message(
            "check the remote and whether you may push there: git ls-remote {remote}",
            remote=remote,
        )
        return Deployed(
            problems=(
                Problem(place, "D03", Message("git failed: {reason}", reason=error.args[0]), hint),
            )
        )


class _Repository:
    """A repository that lives as long as one deployment."""

    def __init__(self, folder: Path, files: Path) -> None:
        # Without attributes or filters of the editor's machine: bytes go as they are.
        self._command = ["git", "-c", "core.autocrlf=false", "-c", "core.safecrlf=false"]
        self._command += [f"--git-dir={folder / 'git'}", f"--work-tree={files}"]
        self._files = files

    def run(self, *arguments: str) -> str:
        """Run git in the files' folder and return what it prints."""
        return _run([*self._command, *arguments], self._files)

    def present(self) -> frozenset[str]:
        """Return the names of what stands at the root of the branch."""
        return frozenset(self.run("ls-tree", "-z", "--name-only", "HEAD").split("\0")) - {""}

    def is_ours(self, present: frozenset[str]) -> bool:
        """Return whether a deployment made the branch, also one that did not mark it yet."""
        told = self.run("log", "-1", "--format=%B", "HEAD").strip()
        return MARKER in present or (told == MESSAGE and present >= _UNMARKED)

    def changes(self, *, is_new: bool) -> tuple[Change, ...]:
        """Return what tells the index from the branch."""
        if is_new:
            paths = self.run("ls-files", "-z").split("\0")
            return tuple(Change(path, "added") for path in sorted(filter(None, paths)))
        listed = self.run("diff", "--cached", "--name-status", "--no-renames", "-z", "HEAD")
        words = listed.split("\0")[:-1]
        pairs = zip(words[::2], words[1::2], strict=True)
        return tuple(sorted(Change(path, _KINDS.get(kind, "changed")) for kind, path in pairs))  # type: ignore[arg-type]


def _refuse(branch: str, place: Position) -> Problem:
    message = Message(
        "{path} holds files, and Jelaskan did not make it: nothing was changed", path=branch
    )
    hint = Message(
        "give another branch with --branch; or, if all that is on it may be replaced, commit an "
        "empty file {marker} to it",
        marker=MARKER,
    )
    return Problem(place, "D05", message, hint)


def _address(remote: str, root: Path) -> str:
    """Return the address of a remote of the site's repository, else the remote itself."""
    try:
        address = _run(["git", "remote", "get-url", "--", remote], root).strip()
        top = _run(["git", "rev-parse", "--show-toplevel"], root).strip()
    except _GitError:
        address, top = remote, ""
    # A path is meant from where it was written: in the repository, or on the command line.
    folder = Path(top, address)
    with contextlib.suppress(OSError):
        if folder.exists():
            return str(folder.resolve())
    return address


def _author(root: Path) -> tuple[str, ...]:
    """Return the options by which commits get the author that they have in the site's repository."""
    options: list[str] = []
    for key in ("user.name", "user.email"):
        try:
            value = _run(["git", "config", "--get", key], root).strip()
        except _GitError:
            continue
        options += ["-c", f"{key}={value}"]
    return tuple(options)


def _run(command: Sequence[str], folder: Path) -> str:
    # A hook or an alias of another repository must not find its way in here.
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
    }
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        told = [line for line in lines if line.startswith(("fatal:", "error:", " ! "))] or lines
        raise _GitError(
            told[0].strip() if told else Message("exit code {code}", code=done.returncode)
        )
    return done.stdout
