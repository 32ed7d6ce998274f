"""JSON Schema of every YAML file that editors own, for completion and hover in their editor."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from jelaskan.model.explainer import Explainer, Identifier
from jelaskan.model.store import StoredPerson, StoredTerm
from jelaskan.settings import Settings

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What editors' YAML servers read best."""

FILES: Mapping[str, tuple[str, Any]] = {
    "explainer": ("content/explainers/*.yaml", Explainer),
    "people": ("content/people.yaml", Mapping[Identifier, StoredPerson]),
    "glossary": ("content/glossary.yaml", Mapping[Identifier, StoredTerm]),
    "site": ("content/site.yaml", Settings),
}
"""For each schema the files that it is for, and their type."""


def make_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, one of `FILES`."""
    _, type_ = FILES[name]
    schema = TypeAdapter(type_).json_schema(ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs", {})
    return {"$schema": DIALECT, **_as_yaml_reads(schema)}


def _as_yaml_reads(node: Any) -> Any:
    """Return a schema in which a text may look like a number, as the reader of YAML takes it.

    What pydantic adds of its own, such as titles made of the keys, only fills the editor's hover.
    """
    if isinstance(node, list):
        return [_as_yaml_reads(each) for each in node if each != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    kept = {key: _as_yaml_reads(value) for key, value in node.items() if not _is_noise(key, value)}
    if kept.get("type") == "string" and not kept.keys() & {"enum", "const", "pattern"}:
        kept["type"] = ["string", "number"]
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    match kept.get("anyOf"):
        case [only]:
            del kept["anyOf"]
            kept = {**only, **kept}
    return kept


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and not value)
