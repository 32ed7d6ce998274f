"""What tests in several folders use."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ARTICLES = sorted((Path(__file__).parent / "golden").glob("*/article.txt"))
"""Made-up articles: an Indonesian one and an English one."""

Run = Callable[..., subprocess.CompletedProcess[str]]


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assert_in_proportion(run: Callable[[str], object], piece: str, *, length: int) -> None:
    """Assert that eight times a text takes hardly more than eight times as long.

    Noise only ever adds, so the best of three tries counts; a run that takes the square of
    the length would need 64 times as long, and 20 leaves room for what is left of noise.
    """

    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        began = time.process_time()
        run(text)
        return time.process_time() - began

    seconds(length // 4)
    tries = []
    for _ in range(3):
        small, large = seconds(length), seconds(8 * length)
        tries.append((small, large))
        if large < max(20 * small, 0.5):
            return
    raise AssertionError(f"seconds for a length and for eight times it: {tries}")


def install_command(folder: Path) -> dict[str, str]:
    """Write `jelaskan` into a folder; return an environment in which a shell finds it."""
    folder.mkdir(parents=True)
    script = folder / "jelaskan"
    script.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        "from jelaskan.cli import main\n"
        'sys.argv[0] = "jelaskan"\n'
        "main()\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    return os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
