"""A site in a folder that a web server reads."""

from collections.abc import Sequence
from pathlib import Path

from jelaskan.model.page import OutputFile
from jelaskan.problems import has_errors
from jelaskan.publish.deploy.changes import Deployed, compare, digest
from jelaskan.publish.files import publish
from jelaskan.publish.paths import MARKER


def deploy_to_folder(files: Sequence[OutputFile], target: Path, *, dry_run: bool) -> Deployed:
    """Make a folder hold exactly these files, in one step; readers see the old site or the new.

    A folder with files that Jelaskan did not put there is left as it is.
    """
    present = {}
    if target.is_dir():
        for path in sorted(target.rglob("*")):
            if path.is_file() and not path.is_symlink():
                present[path.relative_to(target).as_posix()] = digest(path.read_bytes())
    present.pop(MARKER, None)
    changes = compare(files, present)
    if dry_run:
        return Deployed(changes)
    problems = publish(files, target)
    return Deployed(() if has_errors(problems) else changes, problems)
