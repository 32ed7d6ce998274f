"""A site's files in a temporary folder, for programs that read folders."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jelaskan.model.page import OutputFile


@contextmanager
def as_folder(files: Sequence[OutputFile]) -> Iterator[Path]:
    """Write files into a folder that is gone afterwards; without the marker of build/."""
    with tempfile.TemporaryDirectory(prefix="jelaskan-") as name:
        folder = Path(name, "site")
        folder.mkdir()
        for file in files:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
            path.chmod(0o644)
        yield folder
