"""A site in a folder that a web server reads."""

from collections.abc import Sequence
from pathlib import Path

from jelaskan.model.page import OutputFile
from jelaskan.problems import Position, has_errors
from jelaskan.publish.deploy.changes import Deployed, compare, digest
from jelaskan.publish.files import disk_problem, find_refusal, publish
from jelaskan.publish.paths import MARKER


def deploy_to_folder(files: Sequence[OutputFile], target: Path, *, dry_run: bool) -> Deployed:
    """Make a folder hold exactly these files, in one step; readers see the old site or the new.

    A folder with files that Jelaskan did not put there is left as it is, and not read either.
    """
    if target.name in ("", ".."):
        target = target.resolve()
    if refusal := find_refusal(target):
        return Deployed(problems=(refusal,))
    try:
        changes = compare(files, _digests(target))
    except OSError as error:
        return Deployed(problems=(disk_problem(error, Position(target.name, 1, 1)),))
    if dry_run:
        return Deployed(changes)
    problems = publish(files, target)
    return Deployed(() if has_errors(problems) else changes, problems)


def _digests(target: Path) -> dict[str, str]:
    """Return the digest of every file of a site that stands, by path."""
    return {
        path.relative_to(target).as_posix(): digest(path.read_bytes())
        for path in sorted(target.rglob("*"))
        if path.is_file() and not path.is_symlink() and path != target / MARKER
    }
