"""The tutorial, done as it says: every command typed, every edit made, every answer compared."""

import os
import re
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

from support import install_command, tree

PAGE = (Path(__file__).parents[1] / "docs" / "tutorial.md").read_text(encoding="utf-8")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


class Block(NamedTuple):
    """A block of the page.

    sh is typed; yaml and text go into the file that is named, or, as `in FILE` and `output`,
    are compared with what stands there and with what was printed.
    """

    kind: str
    name: str
    text: str


BLOCKS = [
    Block(*found) for found in re.findall(r"^```(\w+) ?(.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)
]


class Reader:
    """Somebody at a terminal, who goes from folder to folder."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.environment = environment
        self.served = ""
        self.failed = False

    def type(self, command: str) -> str:
        """Return what a command prints."""
        if command.startswith("cd "):
            self.folder /= command.removeprefix("cd ")
            return ""
        if command.startswith("jelaskan serve"):
            self.served = self.look_at(command)
            return ""
        result = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (result.returncode, result.stderr) in ((0, ""), (1, "")), (command, result.stderr)
        self.failed = result.returncode == 1
        return result.stdout

    def look_at(self, command: str) -> str:
        """Return the first page of a preview, and end it as Ctrl+C does."""
        preview = subprocess.Popen(
            ["bash", "-c", f"exec {command}"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        try:
            assert preview.stdout is not None
            address = ADDRESS.search(preview.stdout.readline())
            assert address is not None
            with urlopen(address.group()) as answer:
                page = str(answer.read().decode())
        finally:
            preview.send_signal(signal.SIGINT)
            rest, _ = preview.communicate(timeout=30)
        assert (preview.returncode, rest) == (0, "")
        return page

    def edit(self, name: str, text: str) -> None:
        """Write a file, or replace the parts of a YAML file that begin with the same words."""
        path = self.folder / name
        if not name.endswith(".yaml"):
            path.write_text(text, encoding="utf-8")
            return
        written = path.read_text(encoding="utf-8")
        below = ""
        for part in reversed(re.findall(r"^\w+:.*\n(?: .*\n)*", text, re.MULTILINE)):
            key, new = part.partition(":")[0], part + below
            there = rf"^(?:{key}:.*\n(?:\n* .*\n)*|# {key}:.*\n(?:#   .*\n)*)"
            before, *after = re.split(there, written, flags=re.MULTILINE)
            written, below = (before + new + after[0], "") if len(after) == 1 else (written, new)
        assert not below, f"a reader cannot tell where this goes:\n{below}"
        path.write_text(written, encoding="utf-8")


def test_who_does_what_the_tutorial_says_has_a_published_page(tmp_path: Path) -> None:
    quiet_browser = {"BROWSER": "true", "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
    reader = Reader(tmp_path, install_command(tmp_path / "bin") | quiet_browser)
    printed = ""

    for number, block in enumerate(BLOCKS):
        is_answered = BLOCKS[number + 1 : number + 2] and BLOCKS[number + 1].name == "output"
        if block.name == "output":
            assert printed == block.text
        elif block.name.startswith("in "):
            assert block.text in (reader.folder / block.name[3:]).read_text(encoding="utf-8")
        elif block.kind == "sh":
            for command in block.text.splitlines():
                printed = reader.type(command)
                assert not reader.failed or is_answered, (command, printed)
        else:
            reader.edit(block.name, block.text)

    build = tree(reader.folder / "build")
    page = build["fish-market/index.html"].decode()
    assert "Fish market moves to the hill" in reader.served
    assert "the sea keeps flooding its hall" in page
    public = tree(tmp_path / "public")
    assert build.keys() == public.keys()
    subprocess.run(
        ["git", "clone", "--quiet", "--branch", "gh-pages", "pages.git", "copy"],
        cwd=tmp_path,
        env=os.environ,
        check=True,
    )
    assert (tmp_path / "copy/fish-market/index.html").read_text(encoding="utf-8") == page


def test_the_tutorial_uses_what_it_says() -> None:
    """Nobody is told of a command in passing that is never tried."""
    typed = "".join(block.text for block in BLOCKS if block.kind == "sh")

    for command in ("init", "new", "draft", "serve", "check", "build", "deploy"):
        assert f"jelaskan {command}" in typed
