"""How much commands print, and for whom: --quiet, --verbose, --json, a terminal, a pipe."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from jelaskan.cli import main
from jelaskan.cli.output import Progress
from jelaskan.progress import Step
from support import Run

ARTICLE = "The bridge opens\n\n“It is open,” said Ann Lee. About 60 people came.\n"
BROKEN = "language: en\nheadline: A\nbased_on: [english]\nquotatons: []\n"


def on_a_terminal(*arguments: str | Path, **environment: str) -> str:
    """Return what a command prints on a terminal, both streams together."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from jelaskan.cli import main; main()", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "PYTHONIOENCODING": "utf-8"} | environment,
    )
    os.close(theirs)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        printed += piece
    os.close(ours)
    process.wait()
    return printed.decode()


@pytest.fixture
def broken_site(small_site: Path) -> Path:
    """A small site with an explainer that has a misspelt key."""
    explainers = small_site / "content" / "explainers"
    explainers.mkdir(parents=True)
    (explainers / "broken.en.yaml").write_text(BROKEN, encoding="utf-8")
    return small_site


def test_quiet_prints_nothing_of_what_goes_well(
    tmp_path: Path, small_site: Path, jelaskan: Run
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    commands: list[tuple[str | Path, ...]] = [
        ("init", tmp_path / "site"),
        ("new", article, "--language", "en", "--published", "2026-02-18"),
        ("draft",),
        ("build",),
        ("deploy", "--drafts", "--folder", tmp_path / "public"),
    ]

    for name, *rest in commands:
        root = [] if name == "init" else ["--root", small_site]
        result = jelaskan(name, *root, "--quiet", *rest)

        assert (result.returncode, result.stdout, result.stderr) == (0, "", ""), name


@pytest.mark.parametrize("command", ["build", "draft", "check"])
def test_quiet_prints_problems(command: str, broken_site: Path, jelaskan: Run) -> None:
    result = jelaskan(command, "--root", broken_site, "-q")

    printed = result.stdout + result.stderr
    assert result.returncode == 1
    assert re.search(r"^errors: [1-9]", printed, re.MULTILINE)
    assert "build/ is as it was" not in printed
    assert command == "check" or "broken.en.yaml:4:1: Y" in printed


def test_verbose_tells_which_files_and_how_long(small_site: Path, jelaskan: Run) -> None:
    result = jelaskan("build", "--root", small_site, "--verbose")

    told = result.stderr.splitlines()
    steps = [line for line in told if not re.search(r"^\w+: \d+ in \d+\.\d{3} s$", line)]
    stages = [line.partition(":")[0] for line in told if line not in steps]
    (seed, *_) = sorted((small_site / "seeds").iterdir())
    assert stages == ["read", "extract", "draft", "read", "check", "compose", "render", "publish"]
    assert f"read seeds/{seed.name}" in steps
    assert f"extract seeds/{seed.name}" in steps
    assert any(line.startswith(f"check content/explainers/{seed.stem}.") for line in steps)
    assert f"render {seed.stem}/index.html" in " ".join(steps).replace("id/", "").replace("en/", "")
    assert result.stdout.splitlines()[-1].startswith("built ")


FULL = Path("/dev/full")


def with_full(stream: str, command: str, root: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command one of whose streams is a device that is always full."""
    with FULL.open("w") as full:
        return subprocess.run(
            [sys.executable, "-m", "jelaskan", *command.split()],
            cwd=root,
            env=os.environ | {"JELASKAN_LANGUAGE": "en"},
            stdout=full if stream == "stdout" else subprocess.PIPE,
            stderr=full if stream == "stderr" else subprocess.PIPE,
            text=True,
            check=False,
        )


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "command", ["check", "check --json", "draft --json", "schema explainer", "--help"]
)
def test_where_nothing_can_be_written_a_command_ends_with_a_line(
    command: str, broken_site: Path
) -> None:
    result = with_full("stdout", command, broken_site)

    assert result.returncode == 1
    assert result.stderr == "the output cannot be written: No space left on device\n"


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_where_nothing_can_be_said_a_command_ends(broken_site: Path) -> None:
    result = with_full("stderr", "build --verbose", broken_site)

    assert (result.returncode, result.stdout) == (1, "")


def test_quiet_and_verbose_exclude_each_other(small_site: Path, jelaskan: Run) -> None:
    for command in ("build", "check"):
        result = jelaskan(command, "--root", small_site, "-q", "-v")

        assert result.returncode == 2
        assert "--quiet and --verbose do not go together" in result.stderr


def test_json_is_one_object_of_what_was_done(
    tmp_path: Path, small_site: Path, jelaskan: Run
) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text(ARTICLE, encoding="utf-8")

    def done(name: str, *rest: str | Path) -> dict[str, object]:
        root = () if name == "init" else ("--root", small_site)
        result = jelaskan(name, *root, "--json", *rest)
        assert (result.returncode, result.stderr) == (0, ""), name
        found: dict[str, object] = json.loads(result.stdout)
        return found

    site = tmp_path / "site"
    made = done("init", site)
    new = done("new", article, "--slug", "bridge", "--published", "2026-02-18")
    dry = done("draft", "--dry-run")
    drafted = done("draft")
    built = done("build")
    deployed = done("deploy", "--drafts", "--folder", tmp_path / "public")

    assert (site / "content/site.yaml").as_posix() in made["wrote"]  # type: ignore[operator]
    assert new == {"wrote": "seeds/bridge.txt", "problems": []}
    assert dry["dry_run"] is True
    assert dry["changes"] == drafted["changes"]
    change = next(c for c in drafted["changes"] if "bridge" in c["path"])  # type: ignore[attr-defined]
    assert (change["path"], change["kind"]) == ("content/explainers/bridge.en.yaml", "drafted")
    assert change["difference"].startswith("--- /dev/null\n")
    assert (built["published"], built["explainers"], built["drafted"]) == (True, 3, [])
    changes = deployed["changes"]
    assert {"path": "index.html", "kind": "added"} in changes  # type: ignore[operator]


@pytest.mark.parametrize("command", ["build", "draft", "check"])
def test_problems_in_json_are_those_of_check(
    command: str, broken_site: Path, jelaskan: Run
) -> None:
    listed = json.loads(jelaskan("check", "--root", broken_site, "--format", "json").stdout)

    result = jelaskan(command, "--root", broken_site, "--json")

    found = json.loads(result.stdout)["problems"]
    assert (result.returncode, result.stderr) == (1, "")
    assert found
    assert all(problem in listed for problem in found)


def test_check_tells_in_json_what_it_mended(broken_site: Path, jelaskan: Run) -> None:
    result = jelaskan("check", "--root", broken_site, "--json", "--fix")

    (mended, *_) = json.loads(result.stdout)["mended"]
    assert (mended["path"], mended["line"]) == ("content/explainers/broken.en.yaml", 4)
    assert "quotations: []" in (broken_site / mended["path"]).read_text(encoding="utf-8")


def test_a_pack_that_cannot_be_used_is_json_too(
    small_site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from jelaskan import pipeline
    from jelaskan.messages import Message
    from jelaskan.problems import PackError, Position, Problem

    def fail(root: Path) -> None:
        raise PackError(
            Problem(Position("languages/xx/pack.yaml", 2, 3), "L01", Message("no such thing"))
        )

    monkeypatch.setattr(pipeline, "build", fail)

    with pytest.raises(SystemExit) as ended:
        main(["build", "--root", str(small_site), "--json"], prog_name="jelaskan")

    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert ended.value.code == 1
    assert (problem["path"], problem["line"]) == ("languages/xx/pack.yaml", 2)


def test_a_line_that_counts_is_gone_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("jelaskan.cli.output.SHOWN_EVERY", 0)
    progress = Progress(verbose=False)

    for number in range(2):
        with progress.step(Step("check", f"{number}.yaml", 2)):
            pass
    progress.end_stage()

    assert capsys.readouterr().err == "\rcheck 1 of 2\rcheck 2 of 2\r            \r"


def test_a_pipe_and_a_quiet_terminal_show_no_line_that_counts(
    small_site: Path, jelaskan: Run
) -> None:
    piped = jelaskan("build", "--root", small_site)
    quiet = on_a_terminal("build", "--root", small_site, "--quiet")
    shown = on_a_terminal("build", "--root", small_site)

    assert piped.stderr == ""
    assert "\r" not in piped.stdout
    assert quiet == ""
    assert shown.rstrip().endswith("in build/")


def test_no_color_and_no_terminal_mean_no_escapes(broken_site: Path, jelaskan: Run) -> None:
    coloured = on_a_terminal("build", "--root", broken_site)
    plain = on_a_terminal("build", "--root", broken_site, NO_COLOR="1")
    piped = jelaskan("build", "--root", broken_site)

    assert "\x1b[" in coloured
    assert "\x1b" not in plain
    assert "\x1b" not in piped.stdout + piped.stderr


def test_colours_come_from_the_report_alone() -> None:
    """One module asks for NO_COLOR, so no other may colour."""
    folder = Path(__file__).parents[2] / "site" / "jelaskan" / "cli"
    colouring = re.compile(r"click\.(style|secho)|\\x1b|\\033|color=")

    assert [
        path.name for path in folder.glob("*.py") if colouring.search(path.read_text("utf-8"))
    ] == ["report.py"]


def test_every_command_that_makes_something_has_these_options() -> None:
    names = {
        name: {option for parameter in command.params for option in parameter.opts}
        for name, command in main.commands.items()
        if isinstance(command, click.Command)
    }

    for name in ("init", "new", "draft", "check", "build", "deploy"):
        assert {"--quiet", "-q", "--verbose", "-v", "--json"} <= names[name], name
    assert {"--quiet", "--verbose"} <= names["serve"] & names["extract"]


@pytest.mark.parametrize(
    ("option", "lines"),
    [("--quiet", 0), ("--verbose", 4)],
)
def test_a_preview_always_says_its_address(option: str, lines: int, small_site: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "jelaskan", "serve", option, "--port=0", f"--root={small_site}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"JELASKAN_LANGUAGE": "en", "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline()
    finally:
        process.send_signal(signal.SIGINT)
        said, told = process.communicate(timeout=20)

    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\n", address)
    assert said == ""
    assert process.returncode == 0
    stages = re.findall(r"^(\w+): \d+ in [\d.]+ s$", told, re.MULTILINE)
    assert len(stages) >= lines
    assert bool(stages) == bool(lines)
