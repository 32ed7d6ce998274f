import contextlib
import inspect
import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jelaskan.model.page import OutputFile
from jelaskan.problems import Problem
from jelaskan.publish import exchange, files
from jelaskan.publish.files import publish
from support import tree

MARKER = {".jelaskan": b"Made by Jelaskan, which replaces this folder as a whole.\n"}
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no exchange")


def version(number: int) -> list[OutputFile]:
    """Return a site: one page is the same in all versions, one changes, one comes and goes."""
    return [
        OutputFile("index.html", f"versi {number}\n".encode() * 100),
        OutputFile("id/beras/index.html", b"tetap sama\n" * 100),
        OutputFile(f"en/halaman-{number}/index.html", b"berpindah\n"),
    ]


def whole(number: int) -> dict[str, bytes]:
    return MARKER | {file.path: file.data for file in version(number)}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A site that stands, version 1, alone in its folder."""
    target = tmp_path / "site" / "build"
    assert publish(version(1), target) == ()
    return target


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def shown(problems: tuple[Problem, ...]) -> list[str]:
    assert all(problem.hint for problem in problems)
    return [str(problem).splitlines()[0] for problem in problems]


def test_the_first_publication_makes_the_folder(tmp_path: Path) -> None:
    target = tmp_path / "new" / "build"

    assert publish(version(1), target) == ()

    assert tree(target) == whole(1)
    assert beside(target) == ["build"]


def test_files_and_folders_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(version(1), tmp_path / "build")
    finally:
        os.umask(before)

    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "build").rglob("*.html")}
    folders = [tmp_path / "build", *(p for p in (tmp_path / "build").rglob("*") if p.is_dir())]
    assert modes == {0o644}
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o755}


def test_the_next_publication_replaces_the_whole_and_links_what_is_the_same(target: Path) -> None:
    same = (target / "id/beras/index.html").stat()

    assert publish(version(2), target) == ()

    assert tree(target) == whole(2)
    assert beside(target) == ["build"]
    now = (target / "id/beras/index.html").stat()
    assert (now.st_ino, now.st_nlink, now.st_mtime_ns) == (same.st_ino, 1, same.st_mtime_ns)


def test_a_published_file_that_was_changed_by_hand_is_written_anew(target: Path) -> None:
    (target / "id/beras/index.html").chmod(0o600)
    (target / "index.html").unlink()
    (target / "index.html").symlink_to("id/beras/index.html")

    assert publish(version(1), target) == ()

    assert tree(target) == whole(1)
    assert not (target / "index.html").is_symlink()
    assert stat.S_IMODE((target / "id/beras/index.html").stat().st_mode) == 0o644


def test_more_files_than_are_flushed_one_by_one(tmp_path: Path) -> None:
    many = [OutputFile(f"{number}/index.html", b"isi") for number in range(exchange.FEW * 2)]

    assert publish(many, tmp_path / "build") == ()

    assert len(tree(tmp_path / "build")) == exchange.FEW * 2 + 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("../index.html", "it leaves the site", id="up"),
        pytest.param("id/../../index.html", "it leaves the site", id="up from below"),
        pytest.param("/etc/index.html", "it begins with /", id="absolute"),
        pytest.param("id\\index.html", "it has a backslash", id="backslash"),
        pytest.param("id/\0.html", "it has a backslash or a character", id="NUL"),
        pytest.param("id//index.html", "a folder or the file has no name", id="empty name"),
        pytest.param("", "a folder or the file has no name", id="nothing"),
        pytest.param("./index.html", "a folder or the file has no name", id="dot"),
        pytest.param("id/" + "a" * 256, "a name is longer", id="long name"),
        pytest.param(".jelaskan", "the name belongs to Jelaskan", id="the marker"),
    ],
)
def test_a_path_that_leaves_the_site_is_refused(path: str, reason: str, target: Path) -> None:
    problems = publish([*version(2), OutputFile(path, b"", "content/a.yaml")], target)

    (line,) = shown(problems)
    assert line.startswith("content/a.yaml:1:1: B01: a page cannot be written to ")
    assert reason in line
    assert tree(target) == whole(1)
    assert beside(target) == ["build"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("a/index.html", "a/index.html", id="the same path"),
        pytest.param("A/index.html", "a/INDEX.html", id="another case"),
        pytest.param("caf\u00e9.html", "cafe\u0301.html", id="another form of a letter"),
        pytest.param("a", "a/index.html", id="a file and then a folder"),
        pytest.param("a/index.html", "A", id="a folder and then a file"),
    ],
)
def test_two_files_at_one_place_name_both_their_origins(
    first: str, second: str, target: Path
) -> None:
    problems = publish(
        [OutputFile(first, b"1", "x.yaml"), OutputFile(second, b"2", "y.yaml")], target
    )

    assert shown(problems) == [
        f"y.yaml:1:1: B02: two files go to one place: “{first}” from x.yaml and “{second}” from y.yaml"
    ]
    assert tree(target) == whole(1)


def test_a_folder_that_jelaskan_did_not_make_is_never_touched(tmp_path: Path) -> None:
    target = tmp_path / "build"
    target.mkdir()
    (target / "thesis.txt").write_text("years of work")

    problems = publish(version(1), target)

    assert shown(problems) == [
        "build:1:1: B04: build holds files, and Jelaskan did not make it: nothing was changed"
    ]
    assert tree(target) == {"thesis.txt": b"years of work"}
    assert beside(target) == ["build"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()

    assert publish(version(1), tmp_path / "build") == ()
    assert tree(tmp_path / "build") == whole(1)


def test_a_link_to_a_folder_stays_and_its_folder_is_replaced(target: Path, tmp_path: Path) -> None:
    (tmp_path / "www").symlink_to(target)

    assert publish(version(2), tmp_path / "www") == ()

    assert (tmp_path / "www").is_symlink()
    assert tree(target) == whole(2)
    assert beside(target) == ["build"]


@pytest.mark.parametrize("kind", ["file", "link to a file", "link to nothing", "link to itself"])
def test_what_is_no_folder_is_refused(kind: str, tmp_path: Path) -> None:
    target = tmp_path / "build"
    (tmp_path / "other").write_text("mine")
    if kind == "file":
        target.write_text("mine")
    else:
        target.symlink_to({"file": "other", "nothing": "none", "itself": "build"}[kind.split()[-1]])
    before = beside(target)

    problems = publish(version(1), target)

    assert [problem.code for problem in problems] == ["B03"]
    assert beside(target) == before
    assert (tmp_path / "other").read_text() == "mine"


@pytest.mark.skipif(not Path("/proc").is_mount(), reason="needs a mount point that is always there")
def test_a_mount_point_is_refused() -> None:
    assert [problem.code for problem in publish(version(1), Path("/proc"))] == ["B05"]


def test_where_folders_cannot_be_exchanged_the_old_site_stays(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "exchange", lambda new, old: exchange.exchange(new, Path("/proc")))

    problems = publish(version(2), target)

    assert [problem.code for problem in problems] == ["B05"]
    assert tree(target) == whole(1)
    assert beside(target) == ["build"]


def test_what_dead_builds_left_is_removed_and_nothing_else(target: Path) -> None:
    (target.parent / ".build.new-123/deep").mkdir(parents=True)
    (target.parent / ".build.new-mine").mkdir()
    (target.parent / ".other.new-123").mkdir()
    (target.parent / ".build.lock").write_text("")

    assert publish(version(2), target) == ()

    assert beside(target) == [".build.new-mine", ".other.new-123", "build"]


@contextlib.contextmanager
def another_build(target: Path) -> Iterator[None]:
    """Hold the lock of a build in another process."""
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from jelaskan.publish.exchange import hold_lock\n"
        "with hold_lock(Path(sys.argv[1]), 5):\n    print('held', flush=True)\n    sys.stdin.read()"
    )
    lock = str(target.with_name(f".{target.name}.lock"))
    with subprocess.Popen(
        [sys.executable, "-c", code, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield


def test_a_build_that_another_one_keeps_waiting_says_so(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "WAIT", 0.2)
    (target.parent / ".build.new-99").mkdir()

    with another_build(target):
        problems = publish(version(2), target)

    assert [problem.code for problem in problems] == ["B06"]
    assert tree(target) == whole(1)
    assert (target.parent / ".build.new-99").is_dir()


def test_a_build_waits_for_another_one(target: Path) -> None:
    found: list[tuple[Problem, ...]] = []
    with another_build(target):
        waiting = threading.Thread(target=lambda: found.append(publish(version(2), target)))
        waiting.start()
        time.sleep(0.2)
        assert tree(target) == whole(1)
    waiting.join(10)

    assert found == [()]
    assert tree(target) == whole(2)


def test_many_builds_at_once_leave_one_whole_site(target: Path) -> None:
    found: list[tuple[Problem, ...]] = []
    builds = [
        threading.Thread(target=lambda n=n: found.append(publish(version(n), target)))
        for n in range(2, 8)
    ]
    for build in builds:
        build.start()
    for build in builds:
        build.join(30)

    assert found == [()] * 6
    assert tree(target) in [whole(number) for number in range(2, 8)]
    assert beside(target) == ["build"]


VERSION = "from jelaskan.model.page import OutputFile\n" + inspect.getsource(version)
CHILD = """
import errno, os, signal, sys
from pathlib import Path
from jelaskan.publish.files import publish

FILE_OPERATIONS = {
    "open", "os.mkdir", "os.chmod", "os.link", "os.rename", "os.remove", "os.rmdir", "os.listdir",
    "os.scandir", "ctypes.dlsym",
}
target, number, what, at = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
seen = 0
armed = False

def disturb(event, arguments):
    global seen
    if not armed or event not in FILE_OPERATIONS:
        return
    seen += 1
    if seen == at and what == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if seen == at and what == "full":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

files = version(number)
for _ in range(2):  # what is imported late is no file operation
    publish(files, target.parent / "warm" / "up")
sys.addaudithook(disturb)
if what == "limit":
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (at, at))
armed = True
problems = publish(files, target)
armed = False
print(seen, *(f"{problem.code}:{problem.severity}" for problem in problems))
"""


def publish_disturbed(target: Path, number: int, what: str, at: int) -> tuple[int, str]:
    """Publish in a process that is killed, or finds the disk full, at its n-th file operation.

    The return code comes back, and what was printed: the operations and the problems.
    """
    process = subprocess.run(
        [
            sys.executable,
            "-c",
            VERSION + CHILD,
            str(target),
            str(number),
            what,
            str(at),
        ],
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in process.stderr, process.stderr
    return process.returncode, process.stdout.strip()


def test_killed_at_any_file_operation_the_site_is_whole(target: Path) -> None:
    code, printed = publish_disturbed(target, 1, "nothing", 0)
    operations = int(printed)
    assert code == 0
    assert operations > 30
    standing = 1

    for at in range(1, operations * 3):  # what a killed build left makes the next one longer
        code, _ = publish_disturbed(target, 3 - standing, "kill", at)

        now = tree(target)
        assert now in (whole(1), whole(2)), f"killed at operation {at}"
        standing = 1 if now == whole(1) else 2
        if code == 0:
            break
        assert code == -signal.SIGKILL

    assert code == 0
    assert beside(target) == ["build", "warm"]


def test_killed_at_any_moment_the_site_is_whole(target: Path) -> None:
    """Publishing goes on without a pause in the child, so most kills fall into it."""
    chance = random.Random(20241203)
    code = VERSION + (
        "import sys\nfrom pathlib import Path\n"
        "from jelaskan.publish.files import publish\n"
        "print('begin', flush=True)\n"
        "while True:\n    publish(version(1), Path(sys.argv[1]))\n"
        "    publish(version(2), Path(sys.argv[1]))\n"
    )

    for number in range(50):
        with subprocess.Popen(
            [sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.02))
            process.kill()
        assert tree(target) in (whole(1), whole(2)), f"kill number {number}"

    assert publish(version(1), target) == ()
    assert beside(target) == ["build"]


def test_a_disk_that_is_full_at_any_file_operation_leaves_a_whole_site(target: Path) -> None:
    operations = int(publish_disturbed(target, 1, "nothing", 0)[1])
    standing = 1
    outcomes = set()

    for at in range(1, operations + 1):
        new = 3 - standing
        code, printed = publish_disturbed(target, new, "full", at)

        assert code == 0
        problems = printed.split()[1:]
        outcomes.update(problems)
        if "B07:error" in problems:
            assert tree(target) == whole(standing), f"full at operation {at}"
        else:
            assert tree(target) == whole(new), f"full at operation {at}"
            standing = new

    assert outcomes == {"B07:error", "B08:warning"}
    assert publish(version(1), target) == ()
    assert beside(target) == ["build", "warm"]


def test_files_that_grow_too_large_for_the_disk_leave_the_old_site(target: Path) -> None:
    code, printed = publish_disturbed(target, 2, "limit", 500)

    assert code == 0
    assert printed.split()[1:] == ["B07:error"]
    assert tree(target) == whole(1)
    assert beside(target) == ["build", "warm"]
