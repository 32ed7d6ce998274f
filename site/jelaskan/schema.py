"""JSON Schema of every YAML file that editors own, for completion and hover in their editor."""

from collections.abc import Mapping
from typing import Any

from jelaskan.messages import Wordings

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What editors' YAML servers read best."""
MADE = "Made by jelaskan schema, which writes it anew."
"""By this the program knows files of its own."""

FILES: Mapping[str, str] = {
    "explainer": "content/explainers/*.yaml",
    "people": "content/people.yaml",
    "glossary": "content/glossary.yaml",
    "site": "content/site.yaml",
}
"""For each schema the files that it is for."""


def make_schema(name: str, wordings: Wordings) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, one of `FILES`, described in a language's words."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(_type(name)).json_schema(ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs", {})
    return {"$schema": DIALECT, "$comment": MADE, **_as_yaml_reads(schema, wordings)}


def _type(name: str) -> Any:
    """Return what files of a kind hold; imported here, for the commands list the kinds."""
    from jelaskan.model.explainer import Explainer, Identifier
    from jelaskan.model.store import StoredPerson, StoredTerm
    from jelaskan.settings import Settings

    return {
        "explainer": Explainer,
        "people": Mapping[Identifier, StoredPerson],
        "glossary": Mapping[Identifier, StoredTerm],
        "site": Settings,
    }[name]


def _as_yaml_reads(node: Any, wordings: Wordings) -> Any:
    """Return a schema in which a text may look like a number, as the reader of YAML takes it.

    What pydantic adds of its own, such as titles made of the keys, only fills the editor's hover.
    """
    if isinstance(node, list):
        return [_as_yaml_reads(each, wordings) for each in node if each != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    kept = {
        key: _as_yaml_reads(value, wordings)
        for key, value in node.items()
        if not _is_noise(key, value)
    }
    if isinstance(about := kept.get("description"), str):
        kept["description"] = wordings.get(about, about)
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
