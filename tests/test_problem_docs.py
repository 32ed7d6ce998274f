"""Every code that a problem can have is explained, and no other."""

import ast
import re
from pathlib import Path

import jelaskan
from jelaskan.check.verbatim import KINDS

PACKAGE = Path(jelaskan.__file__).parent
DOCS = Path(__file__).parent.parent / "docs" / "problems.md"
CODE = re.compile(r"[A-Z]\d\d")
ENDING = re.compile(r"\d\d")


def codes_used() -> set[str]:
    """Return every code in the package: `"Q06"`, and `f"{kind.letter}02"` for all kinds."""
    codes = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and CODE.fullmatch(str(node.value)):
                codes.add(str(node.value))
            if isinstance(node, ast.JoinedStr) and len(node.values) == 2:
                ending = node.values[1]
                if isinstance(ending, ast.Constant) and ENDING.fullmatch(str(ending.value)):
                    codes |= {f"{kind.letter}{ending.value}" for kind in KINDS.values()}
    return codes


def test_every_code_is_explained_and_every_explained_code_is_used() -> None:
    rows = re.findall(r"^\| ([A-Z]\d\d) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(set(rows)) == sorted(rows)
    assert set(rows) == codes_used()


def test_no_row_is_empty() -> None:
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        if CODE.match(line.removeprefix("| ")):
            assert all(cell.strip() for cell in line.strip("|").split("|")), line
