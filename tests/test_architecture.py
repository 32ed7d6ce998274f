"""The stages import only what the house allows: docs/architecture.md."""

import ast
from pathlib import Path

import pytest

import jelaskan

PACKAGE = Path(jelaskan.__file__).parent
ALWAYS = {"messages", "problems", "model", "cache"}
MAY_IMPORT = {
    "cache": set(),
    "messages": set(),
    "problems": set(),
    "progress": set(),
    "model": set(),
    "files": set(),
    "settings": {"files"},
    "schema": {"settings"},
    "starter": set(),
    "languages": {"files"},
    "read": {"files", "languages"},
    "extract": {"languages"},
    "proof": set(),
    "draft": {"files", "languages", "proof"},
    "check": {"languages", "proof"},
    "render": {"languages", "proof", "settings"},
    "publish": {"files"},
    "pipeline": {path.stem for path in PACKAGE.iterdir()} - {"cli"},
    "__main__": {"cli"},
    "cli": {"pipeline", "progress", "schema", "settings", "starter"},
}


def stage_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_stages(path: Path) -> set[str]:
    """Return the stages that a module imports, also inside its functions."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "jelaskan":
            names |= {f"jelaskan.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.split(".")[1] for name in names if name.startswith("jelaskan.")}


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_stage_imports_only_what_the_house_allows(path: Path) -> None:
    stage = stage_of(path)
    allowed = MAY_IMPORT[stage] | ALWAYS | {stage}

    assert imported_stages(path) <= allowed


def test_no_module_asks_which_language_it_has() -> None:
    """A difference between languages is data in a pack."""
    asking = [
        str(path.relative_to(PACKAGE))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        and any(
            isinstance(side, ast.Constant) and side.value in {"id", "en", "ms"}
            for side in (node.left, *node.comparators)
        )
        and any(
            (isinstance(side, ast.Attribute) and side.attr in {"language", "code"})
            or (isinstance(side, ast.Name) and side.id in {"language", "code"})
            for side in (node.left, *node.comparators)
        )
    ]

    assert asking == []
