"""The schemas by which editors complete and explain YAML, as files."""

import json
from collections.abc import Sequence
from pathlib import Path

from jelaskan.files.replace import write_own
from jelaskan.messages import Wordings
from jelaskan.problems import Problem
from jelaskan.schema import MADE, make_schema


def write_schemas(
    folder: Path, names: Sequence[str], wordings: Wordings
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write schemas into a folder, NAME.json each, over older ones; return their paths.

    Another file of that name is left as it is.
    """
    written, problems = [], []
    for name in names:
        path = folder / f"{name}.json"
        problem = write_own(path, schema_text(name, wordings) + "\n", Path(), is_own=_is_own)
        if problem is None:
            written.append(path)
        else:
            problems.append(problem)
    return tuple(written), tuple(problems)


def schema_text(name: str, wordings: Wordings) -> str:
    """Return the JSON Schema of a kind of file as text."""
    return json.dumps(make_schema(name, wordings), ensure_ascii=False, indent=2)


def _is_own(text: str) -> bool:
    try:
        schema = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(schema, dict) and schema.get("$comment") == MADE
