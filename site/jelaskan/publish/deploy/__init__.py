"""From a site's files to its readers: a branch of git, a folder, another machine, an archive."""

from collections.abc import Sequence
from pathlib import Path

from jelaskan.model.page import OutputFile
from jelaskan.publish.deploy.archive import deploy_to_archive
from jelaskan.publish.deploy.changes import Change, Deployed
from jelaskan.publish.deploy.folder import deploy_to_folder
from jelaskan.publish.deploy.git import deploy_to_git
from jelaskan.publish.deploy.host_files import make_host_files
from jelaskan.publish.deploy.own import refuse_own
from jelaskan.publish.deploy.rsync import deploy_to_rsync

__all__ = ["Change", "Deployed", "deploy", "make_host_files", "refuse_own"]


def deploy(
    files: Sequence[OutputFile],
    kind: str,
    target: str,
    *,
    branch: str,
    root: Path,
    dry_run: bool,
) -> Deployed:
    """Bring files to a target: a git remote, a folder, HOST:FOLDER, or the path of a zip file."""
    match kind:
        case "git":
            return deploy_to_git(files, target, branch, root, dry_run=dry_run)
        case "folder":
            return deploy_to_folder(files, Path(target), dry_run=dry_run)
        case "rsync":
            return deploy_to_rsync(files, target, dry_run=dry_run)
        case "zip":
            return deploy_to_archive(files, Path(target), dry_run=dry_run)
    raise ValueError(f"there is no such kind of target: {kind}")
