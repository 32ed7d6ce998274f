"""What docs/problems.md says of each code."""

import functools
import re
from collections.abc import Mapping
from pathlib import Path

import jelaskan
from jelaskan.problems import Explained

PACKAGE = Path(jelaskan.__file__).parent
_ROW = re.compile(r"^\| ([A-Z]\d\d) \| (.+) \|$", re.MULTILINE)


@functools.cache
def read_explained() -> Mapping[str, Explained]:
    """Return what is wrong and what to do, by code."""
    path = PACKAGE / "problems.md"
    if not path.is_file():  # an editable install: beside site/
        path = PACKAGE.parent.parent / "docs" / "problems.md"
    rows = _ROW.findall(path.read_text(encoding="utf-8"))
    cells = {code: rest.replace(" | ", "\n").split("\n") for code, rest in rows}
    return {
        code: Explained(wrong, cure, *example) for code, (wrong, *example, cure) in cells.items()
    }
