"""What all tests share: a small site to build, and the command as a user runs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support import ARTICLES, Run


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew: `.ci/run tests --update-golden`."""
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files anew instead of comparing"
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of pytest-playwright last: its loop runs on, and others want one of their own."""
    items.sort(key=lambda item: "page" in getattr(item, "fixturenames", ()))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare bytes with a file below tests/golden, or write them there."""

    def compare(name: str, found: bytes) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found)
        assert found.decode().splitlines() == path.read_text(encoding="utf-8").splitlines()

    return compare


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A site with an Indonesian and an English article, and nothing else."""
    root = tmp_path / "small site"
    (root / "seeds").mkdir(parents=True)
    for article in ARTICLES:
        shutil.copy(article, root / "seeds" / f"{article.parent.name}.txt")
    return root


@pytest.fixture
def jelaskan() -> Run:
    """Run the command in a process of its own, with more of the environment if asked.

    It speaks English, whatever the language of the site.
    """

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-c", "from jelaskan.cli import main; main()"]
            + [str(argument) for argument in arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONIOENCODING": "utf-8", "JELASKAN_LANGUAGE": "en"} | environment,
            check=False,
        )

    return run
