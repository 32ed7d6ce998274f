"""What Jelaskan did not put at a target stays there; what it put there is replaced."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from jelaskan.model.page import OutputFile
from jelaskan.publish.deploy import deploy, folder, refuse_own
from jelaskan.publish.deploy.archive import COMMENT
from jelaskan.publish.deploy.changes import Deployed
from jelaskan.publish.paths import MARKER_TEXT
from support import tree

SITE = (OutputFile("index.html", b"<p>Tanggul"), OutputFile("404.html", b"<p>Tidak ada"))
SECOND = (OutputFile("index.html", b"<p>Tanggul baru"), OutputFile("en/index.html", b"<p>Dike"))
MARKER = {".jelaskan": MARKER_TEXT}
MINE = {"keys": b"mine", "sub/thesis.txt": b"years of work"}
FOREIGN = "holds files, and Jelaskan did not make it: nothing was changed"
needs_rsync = pytest.mark.skipif(shutil.which("rsync") is None, reason="there is no rsync")


def bring(
    kind: str,
    target: Path | str,
    files: Sequence[OutputFile] = SITE,
    *,
    branch: str = "gh-pages",
    root: Path = Path("/"),
    dry_run: bool = False,
) -> Deployed:
    return deploy(files, kind, str(target), branch=branch, root=root, dry_run=dry_run)


def said(deployed: Deployed) -> list[str]:
    assert all(problem.hint for problem in deployed.problems)
    return [str(problem).splitlines()[0] for problem in deployed.problems]


def changes(deployed: Deployed) -> list[str]:
    assert deployed.problems == ()
    return [f"{change.path} {change.kind}" for change in deployed.changes]


def made_of(files: Sequence[OutputFile]) -> dict[str, bytes]:
    return MARKER | {file.path: file.data for file in files}


def write(target: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    return target


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_folder_of_somebody_else_is_neither_changed_nor_read(
    dry_run: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write(tmp_path / "karya", MINE)
    read: list[bytes] = []
    monkeypatch.setattr(folder, "digest", read.append)

    deployed = bring("folder", target, dry_run=dry_run)

    assert said(deployed) == [
        f"karya:1:1: B04: karya {FOREIGN}",
    ]
    assert tree(target) == MINE
    assert read == []


@pytest.fixture(params=["here", "on another machine"])
def by_rsync(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, Path]:
    """A target for rsync and its folder, whose name has a space and letters beyond ASCII."""
    path = tmp_path / "Berita Désa"
    if request.param == "here":
        return str(path), path
    shell = tmp_path / "shell"
    shell.write_text('#!/bin/sh\nshift\ncd "$HOME" && exec sh -c "$*"\n', encoding="utf-8")
    shell.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(shell))
    monkeypatch.setenv("HOME", str(tmp_path))
    return f"desa.example:{path.name}", path


@needs_rsync
@pytest.mark.parametrize("dry_run", [True, False])
def test_rsync_leaves_a_folder_of_somebody_else_as_it_is(
    dry_run: bool, by_rsync: tuple[str, Path]
) -> None:
    target, path = by_rsync
    write(path, MINE | {" .jelaskan": b"", "jelaskan": b"", "sub/.jelaskan": b""})
    before = tree(path)

    deployed = bring("rsync", target, dry_run=dry_run)

    assert said(deployed) == [
        f"{target}:1:1: D05: {target} {FOREIGN}",
    ]
    assert deployed.changes == ()
    assert tree(path) == before


@needs_rsync
@pytest.mark.parametrize("begun", [None, {}, {".jelaskan": b""}], ids=["new", "empty", "broken"])
def test_rsync_begins_in_an_empty_folder_and_goes_on(
    begun: dict[str, bytes] | None, by_rsync: tuple[str, Path]
) -> None:
    target, path = by_rsync
    if begun is not None:
        path.mkdir()
        write(path, begun)
    listed = bring("rsync", target, dry_run=True)
    before = tree(path)
    first = bring("rsync", target)
    assert tree(path) == made_of(SITE)
    again = bring("rsync", f"{target}/")
    second = bring("rsync", target, SECOND)

    marked = "changed" if begun else "added"
    assert before == (begun or {})
    assert changes(first) == changes(listed)
    assert changes(first) == [f".jelaskan {marked}", "404.html added", "index.html added"]
    assert changes(again) == []
    assert changes(second) == ["404.html removed", "en/index.html added", "index.html changed"]
    assert tree(path) == made_of(SECOND)


@needs_rsync
@pytest.mark.parametrize("by_rsync", ["on another machine"], indirect=True)
@pytest.mark.usefixtures("by_rsync")
def test_a_host_alone_is_its_home_folder(tmp_path: Path) -> None:
    deployed = bring("rsync", "desa.example:")

    assert said(deployed) == [
        f"desa.example::1:1: D05: desa.example: {FOREIGN}",
    ]
    assert (tmp_path / "shell").exists()


@needs_rsync
@pytest.mark.parametrize("dry_run", [True, False])
def test_where_rsync_cannot_look_nothing_is_changed(dry_run: bool, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")

    deployed = bring("rsync", tmp_path / "file", dry_run=dry_run)

    assert [problem.code for problem in deployed.problems] == ["D04"]
    assert "Not a directory" in said(deployed)[0]
    assert tree(tmp_path) == {"file": b"mine"}


def git(folder: Path, *arguments: str | Path) -> str:
    options = ["-c", "user.name=Ed Itor", "-c", "user.email=ed@example.org"]
    done = subprocess.run(
        ["git", *options, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


class Remote:
    """A bare repository, and a clone in which somebody works on a branch of it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "Berita Désa.git"
        git(folder, "init", "--quiet", "--bare", self.path)
        self._clone = folder / "clone"
        git(folder, "clone", "--quiet", self.path, self._clone)

    def commit(self, branch: str, files: dict[str, bytes], message: str = "Work") -> None:
        git(self._clone, "switch", "--quiet", "--orphan", branch)
        write(self._clone, files)
        git(self._clone, "add", "--all")
        git(self._clone, "commit", "--quiet", "--allow-empty", "-m", message)
        git(self._clone, "push", "--quiet", "origin", branch)

    def files(self, branch: str) -> dict[str, bytes]:
        names = git(self.path, "ls-tree", "-r", "-z", "--name-only", branch).split("\0")[:-1]
        return {name: git(self.path, "show", f"{branch}:{name}").encode() for name in names}


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Remote:
    for key, value in {"NAME": "Ed Itor", "EMAIL": "ed@example.org"}.items():
        monkeypatch.setenv(f"GIT_AUTHOR_{key}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{key}", value)
    return Remote(tmp_path)


PAGES = (OutputFile(".nojekyll", b""), *SITE)
UNMARKED = {file.path: file.data for file in PAGES}


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({"src.py": b"print()\n"}, "Work", id="a program"),
        pytest.param({"src.py": b"print()\n"}, "Publish the site", id="with our message"),
        pytest.param(UNMARKED | MINE, "Work", id="another site"),
        pytest.param({"sub/.jelaskan": b""}, "Work", id="a marker in a folder"),
    ],
)
def test_a_branch_of_somebody_else_stays_as_it_is(
    files: dict[str, bytes], message: str, dry_run: bool, remote: Remote
) -> None:
    remote.commit("main", files, message)

    deployed = bring("git", remote.path, PAGES, branch="main", dry_run=dry_run)

    assert said(deployed) == [
        f"{remote.path} main:1:1: D05: main {FOREIGN}",
    ]
    assert remote.files("main") == files


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({}, "Begin", id="empty"),
        pytest.param(MINE | {".jelaskan": b""}, "Give it away", id="given away"),
        pytest.param(UNMARKED | {"lama.html": b"lama"}, "Publish the site", id="not marked yet"),
    ],
)
def test_a_branch_that_may_be_replaced_becomes_the_site(
    files: dict[str, bytes], message: str, remote: Remote
) -> None:
    remote.commit("gh-pages", files, message)
    deployed = bring("git", remote.path, PAGES)
    again = bring("git", remote.path, PAGES)

    assert ".jelaskan" in " ".join(changes(deployed))
    assert changes(again) == []
    assert remote.files("gh-pages") == made_of(PAGES)
    assert git(remote.path, "rev-list", "--count", "gh-pages") == "2\n"


def test_the_name_that_a_host_wrote_stays_until_another_is_given(remote: Remote) -> None:
    named = {"CNAME": b"berita.example\n"}
    remote.commit("gh-pages", made_of(PAGES) | named, "Create CNAME")
    again = bring("git", remote.path, PAGES)
    other = bring("git", remote.path, (*PAGES, OutputFile("CNAME", b"kabar.example\n")))

    assert changes(again) == []
    assert changes(other) == ["CNAME changed"]
    assert remote.files("gh-pages")["CNAME"] == b"kabar.example\n"


def test_a_remote_may_be_named_by_the_way_from_its_repository(
    remote: Remote, tmp_path: Path
) -> None:
    root = tmp_path / "redaksi/situs"
    root.mkdir(parents=True)
    git(root.parent, "init", "--quiet")
    git(root.parent, "remote", "add", "origin", f"../{remote.path.name}")

    assert len(changes(bring("git", "origin", PAGES, root=root))) == 4
    assert remote.files("gh-pages") == made_of(PAGES)


def encrypted(path: Path, comment: bytes) -> bytes:
    """Write an archive whose only entry is marked as encrypted."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("keys", b"mine")
        archive.comment = comment
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    return bytes(data)


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize("kind", ["encrypted", "empty", "text", "link to nothing", "pipe"])
def test_a_file_of_somebody_else_is_no_archive_of_ours(
    kind: str, dry_run: bool, tmp_path: Path
) -> None:
    target = tmp_path / "situs.zip"
    if kind == "encrypted":
        encrypted(target, b"mine")
    elif kind == "link to nothing":
        target.symlink_to("nowhere")
    elif kind == "pipe":
        os.mkfifo(target)
    else:
        target.write_bytes(b"mine" if kind == "text" else b"")
    before = tree(tmp_path)

    assert said(bring("zip", target, dry_run=dry_run)) == [
        "situs.zip:1:1: D05: situs.zip exists, and Jelaskan did not make it: nothing was changed"
    ]
    assert tree(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["situs.zip"]


def test_our_archive_is_replaced_though_an_entry_cannot_be_read(tmp_path: Path) -> None:
    target = tmp_path / "arsip/situs.zip"
    target.parent.mkdir()
    encrypted(target, COMMENT)
    (tmp_path / "tautan.zip").symlink_to(target)

    deployed = bring("zip", tmp_path / "tautan.zip")

    assert changes(deployed) == ["404.html added", "index.html added", "keys removed"]
    assert (tmp_path / "tautan.zip").is_symlink()
    with zipfile.ZipFile(target) as archive:
        assert sorted(archive.namelist()) == ["404.html", "index.html"]


@pytest.mark.parametrize("target", ["file/www", "a" * 256, "link/www"])
@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("folder", "B07"),
        ("zip", "F11"),
        ("git", "D03"),
        pytest.param("rsync", "D04", marks=needs_rsync),
    ],
)
def test_a_place_that_cannot_be_written_is_a_problem(
    kind: str, code: str, target: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "link").symlink_to("link")

    assert refuse_own(kind, str(tmp_path / target), tmp_path / "situs", []) is None
    deployed = bring(kind, tmp_path / target)

    assert [problem.code for problem in deployed.problems] == [code]
    assert all(problem.hint for problem in deployed.problems)
    assert tree(tmp_path) == {"file": b"mine"}


@pytest.mark.parametrize("kind", ["folder", "zip", "rsync"])
@pytest.mark.parametrize(
    ("target", "words"),
    [
        pytest.param("situs", "the site itself lies in ", id="the site"),
        pytest.param(".", "the site itself lies in ", id="around the site"),
        pytest.param("situs/build", "lies in build/ of the site itself", id="build"),
        pytest.param("situs/build/www/a", "lies in build/ of the site itself", id="below build"),
        pytest.param("situs/seeds", "lies in seeds/ of the site itself", id="seeds"),
        pytest.param("situs/www/../seeds/a", "lies in seeds/", id="by a detour"),
        pytest.param("tautan/a", "lies in seeds/ of the site itself", id="by a link"),
    ],
)
def test_the_site_is_not_deployed_over_itself(
    kind: str, target: str, words: str, tmp_path: Path
) -> None:
    root = tmp_path / "situs"
    for name in ("build", "seeds", "www"):
        (root / name).mkdir(parents=True)
    (tmp_path / "tautan").symlink_to(root / "seeds")

    problem = refuse_own(kind, str(tmp_path / target), root, [root / "build", root / "seeds"])

    assert problem is not None
    assert problem.code == "D02"
    assert words in problem.message


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        pytest.param("folder", "situs/www", id="a folder of its own"),
        pytest.param("zip", "situs/build.zip", id="beside build"),
        pytest.param("folder", "situs lain", id="beside the site"),
        pytest.param("rsync", "host:situs/build", id="on another machine"),
        pytest.param("git", "situs", id="a repository"),
    ],
)
def test_beside_its_folders_there_is_room(
    kind: str, target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "situs/build").mkdir(parents=True)
    (tmp_path / "situs/www").mkdir()

    assert refuse_own(kind, target, Path("situs"), [Path("situs/build")]) is None
