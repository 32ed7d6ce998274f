"""How problems are printed for programs: JSON, GitHub's workflow commands, SARIF 2.1.0."""

import json
import os
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from jelaskan.problems import Explained, Problem

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(problems: "Sequence[Problem]") -> str:
    """Return an array with an object for each problem; paths count from the site's folder."""
    return json.dumps([as_fields(problem) for problem in problems], ensure_ascii=False, indent=2)


def as_object(problems: "Sequence[Problem]", **done: Any) -> str:
    """Return one object: what a command did, and its problems."""
    result = {**done, "problems": [as_fields(problem) for problem in problems]}
    return json.dumps(result, ensure_ascii=False, indent=2)


def as_github(problems: "Sequence[Problem]", root: Path) -> str:
    """Return a workflow command for each problem, so that GitHub shows it beside its line."""
    return "\n".join(_command(problem, root) for problem in problems)


def as_sarif(problems: "Sequence[Problem]", root: Path) -> str:
    """Return a SARIF log with one run, as GitHub code scanning takes it."""
    from jelaskan import pipeline

    codes = sorted({problem.code for problem in problems})
    explained = pipeline.explain_codes()
    driver = {
        "name": "Jelaskan",
        "version": version("jelaskan"),
        "rules": [_rule(code, explained[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes, root) for problem in problems],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def as_fields(problem: "Problem") -> dict[str, Any]:
    """Return a problem as programs read it."""
    return {
        "path": problem.position.path,
        "line": problem.position.line,
        "column": problem.position.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def _command(problem: "Problem", root: Path) -> str:
    position = problem.position
    properties = {
        "file": _from_here(position.path, root),
        "line": str(position.line),
        "col": str(position.column),
        "title": problem.code,
    }
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{problem.severity} {said}::{_escaped(_words(problem))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _words(problem: "Problem") -> str:
    return f"{problem.message}\n{problem.hint}" if problem.hint else problem.message


def _from_here(path: str, root: Path) -> str:
    """Return a path from the current folder, which is the repository's where GitHub looks."""
    try:
        return Path(os.path.relpath(root / path)).as_posix()
    except ValueError:  # another drive of Windows
        return path


def _rule(code: str, explained: "Explained") -> dict[str, Any]:
    example = f" Example: {explained.example}." if explained.example else ""
    return {
        "id": code,
        "shortDescription": {"text": explained.wrong},
        "fullDescription": {"text": f"{explained.wrong}{example}"},
        "help": {"text": explained.cure, "markdown": explained.cure},
    }


def _result(problem: "Problem", codes: list[str], root: Path) -> dict[str, Any]:
    position = problem.position
    place = {
        "artifactLocation": {"uri": quote(_from_here(position.path, root))},
        "region": {"startLine": position.line, "startColumn": position.column},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity,
        "message": {"text": _words(problem)},
        "locations": [{"physicalLocation": place}],
    }
