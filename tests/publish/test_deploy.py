"""A site reaches its readers whole, and nothing reaches them that should not."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from support import Run, tree

EXPLAINER = "content/explainers/school-gardens.en.yaml"


def git(folder: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def site(tmp_path: Path, jelaskan: Run) -> Path:
    root = tmp_path / "site"
    assert jelaskan("init", root).returncode == 0
    return root


def edit(site: Path, old: str, new: str) -> None:
    path = site / EXPLAINER
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def pages(site: Path) -> dict[str, bytes]:
    """Return what build/ has for readers."""
    return {path: data for path, data in tree(site / "build").items() if path != ".jelaskan"}


@pytest.fixture
def remote(tmp_path: Path, site: Path) -> Path:
    """A bare repository, the remote `origin` of the site's own."""
    bare = tmp_path / "remote.git"
    git(tmp_path, "init", "--quiet", "--bare", bare)
    git(site, "init", "--quiet")
    git(site, "config", "user.name", "Ed Itor")
    git(site, "config", "user.email", "ed@example.org")
    git(site, "remote", "add", "origin", bare)
    return bare


def test_a_branch_of_git_holds_the_site_and_nothing_else(
    tmp_path: Path, site: Path, remote: Path, jelaskan: Run
) -> None:
    before = tree(site / ".git")
    first = jelaskan("deploy", "--git", "origin", "--root", site, "--cname", "news.example.org")

    assert first.returncode == 0, first.stderr
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", remote, "copy")
    copy = {
        path: data for path, data in tree(tmp_path / "copy").items() if not path.startswith(".git/")
    }
    assert copy == {**tree(site / "build"), ".nojekyll": b"", "CNAME": b"news.example.org\n"}
    assert git(remote, "log", "--format=%an %s", "gh-pages") == "Ed Itor Publish the site\n"
    assert tree(site / ".git") == before


def test_only_what_changed_is_committed_and_nothing_twice(
    site: Path, remote: Path, jelaskan: Run
) -> None:
    jelaskan("deploy", "--git", "origin", "--root", site)
    again = jelaskan("deploy", "--git", "origin", "--root", site)
    edit(site, "kicker: Drought", "kicker: Dry year")
    listed = jelaskan("deploy", "--git", "origin", "--root", site, "--dry-run")
    third = jelaskan("deploy", "--git", "origin", "--root", site)

    assert again.stdout == "nothing to change\n"
    assert "~ school-gardens/index.html\n" in listed.stdout
    assert "would change: " in listed.stdout
    assert third.stdout == listed.stdout.replace("would change", "changed")
    assert git(remote, "rev-list", "--count", "gh-pages") == "2\n"


def test_a_remote_that_refuses_is_a_problem(site: Path, tmp_path: Path, jelaskan: Run) -> None:
    result = jelaskan("deploy", "--git", tmp_path / "nowhere.git", "--root", site)

    assert result.returncode == 1
    assert "D03: git failed: " in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("kind", ["folder", "rsync"])
def test_a_folder_becomes_the_site(tmp_path: Path, site: Path, jelaskan: Run, kind: str) -> None:
    if kind == "rsync" and shutil.which("rsync") is None:
        pytest.skip("there is no rsync")
    target = tmp_path / "www"
    listed = jelaskan("deploy", f"--{kind}", target, "--root", site, "--dry-run")
    assert not target.exists() or not any(target.iterdir())
    first = jelaskan("deploy", f"--{kind}", target, "--root", site)
    edit(site, "  - id: tomas-iredale\n    name", "  - id: tomas-iredale\n    about: .\n    name")
    second = jelaskan("deploy", f"--{kind}", target, "--root", site)

    assert first.returncode == 0, first.stderr
    assert "+ index.html\n" in listed.stdout
    assert "+ index.html\n" in first.stdout
    assert "+" not in second.stdout
    assert "~ school-gardens/index.html\n" in second.stdout
    assert tree(target) == tree(site / "build")


def test_an_archive_holds_the_site_and_is_the_same_every_time(
    tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    for name in ("a.zip", "b.zip"):
        result = jelaskan("deploy", "--zip", tmp_path / name, "--root", site, "--headers")
        assert result.returncode == 0, result.stderr

    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    headers = found.pop("_headers").decode()
    assert found == pages(site)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert "Content-Security-Policy: default-src 'none'; " in headers
    assert "frame-ancestors 'none'" in headers
    assert "unsafe-inline" not in headers


def test_an_error_and_a_draft_keep_the_site_from_its_readers(
    tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    target = tmp_path / "www"
    edit(site, "status: ready", "status: draft")
    draft = jelaskan("deploy", "--folder", target, "--root", site)
    assert draft.returncode == 1
    assert f"{EXPLAINER}:8:9: D01: a draft is not deployed" in draft.stderr
    assert not target.exists()

    edit(site, "text: A garden is", "text: A garden was")
    error = jelaskan("deploy", "--folder", target, "--root", site, "--drafts")
    assert error.returncode == 1
    assert "Q02" in error.stderr
    assert not target.exists()

    edit(site, "text: A garden was", "text: A garden is")
    allowed = jelaskan("deploy", "--folder", target, "--root", site, "--drafts")
    assert allowed.returncode == 0, allowed.stderr


@pytest.mark.parametrize("targets", [[], ["--folder", "a", "--zip", "b"]])
def test_one_target_is_given(site: Path, jelaskan: Run, targets: list[str]) -> None:
    result = jelaskan("deploy", "--root", site, *targets)

    assert result.returncode == 2
    assert "give one target" in result.stderr


@pytest.mark.parametrize("name", ["glossary.en.yaml", "id.en.yaml"])
@pytest.mark.parametrize("command", ["check", "build", "deploy", "deploy --dry-run"])
def test_a_page_over_one_of_the_site_is_an_error_of_every_command(
    command: str, name: str, tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    (site / EXPLAINER).rename((site / EXPLAINER).with_name(name))
    settings = (site / "content/site.yaml").read_text(encoding="utf-8")
    assert "languages: [en]" in settings
    (site / "content/site.yaml").write_text(settings.replace("[en]", "[en, id]"), encoding="utf-8")
    arguments = command.split()
    if arguments[0] == "deploy":
        arguments += ["--zip", str(tmp_path / "a.zip")]

    result = jelaskan(*arguments, "--root", site)

    assert result.returncode == 1
    assert f"content/explainers/{name}:1:1: B02: two files go to one" in (
        result.stdout + result.stderr
    )
    assert not (tmp_path / "a.zip").exists()
    assert not (site / "build").exists()


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_where_the_site_cannot_be_built_it_is_not_deployed(
    options: list[str], tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    (site / "build").mkdir()
    (site / "build/mine.txt").write_bytes(b"mine")

    result = jelaskan("deploy", "--folder", tmp_path / "www", "--root", site, *options)

    assert result.returncode == 1
    assert "build:1:1: B04: build holds files, and Jelaskan did not make it" in result.stderr
    assert not (tmp_path / "www").exists()
    assert tree(site / "build") == {"mine.txt": b"mine"}


@pytest.mark.parametrize("kind", ["folder", "rsync", "zip"])
def test_the_site_is_not_deployed_over_itself(kind: str, site: Path, jelaskan: Run) -> None:
    before = tree(site)
    for target in ("seeds/a", "templates", "build/www", "content/explainers/a"):
        result = jelaskan("deploy", f"--{kind}", site / target, "--root", site)

        assert result.returncode == 1
        assert "D02: " in result.stderr
    assert tree(site) == before


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_a_site_without_an_explainer_replaces_none(
    options: list[str], tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    jelaskan("deploy", "--folder", tmp_path / "www", "--root", site)
    before = tree(tmp_path / "www")
    (site / EXPLAINER).unlink()

    result = jelaskan("deploy", "--folder", tmp_path / "www", "--root", site, *options)

    assert result.returncode == 1
    assert "content/explainers:1:1: D06: the site has no explainer yet" in result.stderr
    assert tree(tmp_path / "www") == before
