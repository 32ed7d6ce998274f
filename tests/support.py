"""What tests in several folders use."""

import subprocess
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
