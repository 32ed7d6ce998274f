"""From a YAML file to a validated type, each error at its exact place."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from jelaskan.files.text_file import read_text
from jelaskan.files.yaml_reader import YamlFile, parse_yaml
from jelaskan.model.explainer import Key
from jelaskan.problems import Position, Problem

T = TypeVar("T")

SHOWN = 60
_KINDS = {
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "mapping_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "float_type": "a number",
    "int_type": "a number",
    "decimal_type": "a number",
    "bool_type": "true or false",
}
_EXPECTED = {
    "float_parsing": ("a number", "write it with a full stop and no group marks: 12500.5"),
    "int_parsing": ("a whole number", "write it in digits, without group marks"),
    "int_from_float": ("a whole number", "write it in digits, without group marks"),
    "decimal_parsing": ("a number", "write it with a full stop and no group marks: 12500.5"),
    "bool_parsing": ("true or false", "write true or false"),
}


def read_yaml(path: Path, root: Path) -> tuple[YamlFile | None, tuple[Problem, ...]]:
    """Return what a YAML file says, every scalar as text, and every problem of its form."""
    file, problems = read_text(path, root)
    if file is None:
        return None, problems
    yaml_file, more = parse_yaml(file.text, file.path)
    return yaml_file, problems + more


def validate(
    yaml_file: YamlFile, type_: type[T] | TypeAdapter[T]
) -> tuple[T | None, tuple[Problem, ...]]:
    """Return the value as a type, or everything that keeps it from being one, in file order.

    Numbers and truth values are made of text where the type wants them, for the reader of the
    file leaves every value as text.
    """
    adapter = type_ if isinstance(type_, TypeAdapter) else TypeAdapter(type_)
    try:
        return adapter.validate_python(yaml_file.value), ()
    except ValidationError as error:
        faults = [_fault(item, yaml_file.value) for item in error.errors(include_url=False)]
    words = _Words(yaml_file, adapter)
    return None, tuple(sorted({words.problem(group) for group in _join_branches(faults)}))


@dataclass(frozen=True, slots=True)
class _Fault:
    """One error of pydantic, its location split into the way through the file and the rest."""

    kind: str
    way: Key
    """Of the value; of the mapping where a key is missing."""
    value: Any
    message: str
    context: Mapping[str, Any]
    branches: tuple[tuple[Key, str], ...]
    """Where the type is a union: the way to the value, and the branch that was tried."""
    key: str = ""
    """The key that is missing, or the one that is itself wrong."""


def _fault(item: Mapping[str, Any], whole: Any) -> _Fault:
    way: Key = ()
    value, key = whole, ""
    branches: list[tuple[Key, str]] = []
    kind, location = item["type"], item["loc"]
    for number, step in enumerate(location):
        inside_mapping = isinstance(value, dict) and step in value
        inside_list = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if inside_mapping or inside_list:
            way, value = (*way, step), value[step]
        elif kind == "missing" and number == len(location) - 1:
            key = str(step)
        elif step == "[key]":
            key = str(way[-1])
        else:
            branches.append((way, str(step)))
    return _Fault(kind, way, value, item["msg"], item.get("ctx", {}), tuple(branches), key)


def _join_branches(faults: Sequence[_Fault]) -> Iterator[tuple[_Fault, ...]]:
    """Yield faults, those of one union as a whole: only of the branch that comes nearest.

    A branch comes near when the value has its kind, and what is wrong lies deeper or in the
    value itself. Where no branch does, the faults of all stay together.
    """
    unions: dict[Key, dict[str, list[_Fault]]] = {}
    for fault in faults:
        if not fault.branches:
            yield (fault,)
            continue
        way, branch = fault.branches[0]
        unions.setdefault(way, {}).setdefault(branch, []).append(fault)
    for way, by_branch in unions.items():
        near = [
            group
            for group in by_branch.values()
            if any(fault.way != way or fault.kind not in _KINDS for fault in group)
        ]
        if near or len(by_branch) == 1:
            chosen = near[0] if near else next(iter(by_branch.values()))
            inner = [replace(fault, branches=fault.branches[1:]) for fault in chosen]
            yield from _join_branches(inner)
        else:
            yield tuple(fault for group in by_branch.values() for fault in group)


class _Words:
    """Says what is wrong in an editor's words."""

    def __init__(self, yaml_file: YamlFile, adapter: TypeAdapter[Any]) -> None:
        self.file = yaml_file
        self.adapter = adapter

    @functools.cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the type; it takes milliseconds, and only suggestions need it."""
        return self.adapter.json_schema()

    def problem(self, group: tuple[_Fault, ...]) -> Problem:
        """Return the problem that the faults of one value make together."""
        fault = group[0]
        name = _name(fault.way)
        if fault.kind == "extra_forbidden":
            key = str(fault.way[-1])
            return self._at_key(fault, "Y10", f"unknown key `{key}`", self._keys_hint(fault))
        if fault.kind == "missing":
            message = f"`{fault.key}` is missing" + (f" in {name}" if fault.way else "")
            about = self._properties(fault.way).get(fault.key, {}).get("description", "")
            hint = f"add `{fault.key}: …`" + (f" ({about.rstrip('.')})" if about else "")
            return self._at(fault, "Y11", message, hint)
        if fault.key:
            message = f"`{fault.key}` cannot be a key here: {self._reason(fault)[0]}"
            return self._at_key(fault, "Y15", message, self._reason(fault)[1])
        if fault.value is None:
            if not fault.way:
                return self._at(fault, "Y12", "the file is empty", "write its keys")
            hint = "write one after the colon, or delete the key"
            return self._at(fault, "Y12", f"{name} has no value", hint)
        kinds = dict.fromkeys(_KINDS[one.kind] for one in group if one.kind in _KINDS)
        if kinds and fault.kind in _KINDS:
            wanted = " or ".join(kinds)
            message = f"{name} should be {wanted}, and is {_shown(fault.value)}"
            return self._at(fault, "Y13", message, _kind_hint(wanted))
        if fault.kind in ("literal_error", "enum"):
            return self._choice(fault, name)
        reason, hint = self._reason(fault)
        return self._at(fault, "Y15", f"{name}: {reason}: {_shown(fault.value)}", hint)

    def _choice(self, fault: _Fault, name: str) -> Problem:
        expected = str(fault.context.get("expected", ""))
        choices = [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]
        hint = _suggest(str(fault.value), choices, "choose one of")
        return self._at(fault, "Y14", f"{name} cannot be {_shown(fault.value)}", hint)

    def _reason(self, fault: _Fault) -> tuple[str, str]:
        """Return what is wrong with a value, and the way out."""
        if fault.kind == "value_error":
            return str(fault.context.get("error", fault.message)), "write it in that form"
        if fault.kind == "string_pattern_mismatch":
            hint = (
                "write lower-case letters a–z and digits, with single hyphens between: mark-rutte"
            )
            return "this is no id", hint
        if fault.kind == "string_too_short":
            return "the text is empty", "write it, or delete the key"
        if fault.kind == "string_too_long":
            most = fault.context.get("max_length")
            return f"the text has more than {most} characters", "shorten it"
        if fault.kind in _EXPECTED:
            wanted, hint = _EXPECTED[fault.kind]
            return f"this is not {wanted}", hint
        return fault.message[:1].lower() + fault.message[1:], "change it so that it fits"

    def _keys_hint(self, fault: _Fault) -> str:
        parent = fault.way[:-1]
        return _suggest(str(fault.way[-1]), list(self._properties(parent)), "the keys here are")

    def _at(self, fault: _Fault, code: str, message: str, hint: str) -> Problem:
        return Problem(self.file.position(*fault.way), code, message, hint)

    def _at_key(self, fault: _Fault, code: str, message: str, hint: str) -> Problem:
        line, column = self.file.keys[fault.way]
        return Problem(Position(self.file.path, line, column), code, message, hint)

    def _properties(self, way: Key) -> dict[str, Any]:
        """Return the JSON Schema of every key that may stand in the mapping at a place."""
        schema = self.schema
        nodes = _alternatives(schema, schema)
        for step in way:
            below: list[Any] = []
            for node in nodes:
                if isinstance(step, int):
                    below += [node.get("items"), *node.get("prefixItems", ())[step : step + 1]]
                else:
                    below.append(node.get("properties", {}).get(step))
                    below.append(node.get("additionalProperties"))
                    below.extend(node.get("patternProperties", {}).values())
            nodes = [
                found
                for node in below
                if isinstance(node, dict)
                for found in _alternatives(node, schema)
            ]
        return {key: value for node in nodes for key, value in node.get("properties", {}).items()}


def _alternatives(node: dict[str, Any], schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a node of a JSON Schema stands for: itself, its reference, its branches."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        return _alternatives(schema["$defs"][name], schema)
    branches = [*node.get("anyOf", ()), *node.get("oneOf", ()), *node.get("allOf", ())]
    return [node, *(found for branch in branches for found in _alternatives(branch, schema))]


def _suggest(word: str, choices: Sequence[str], all_of_them: str) -> str:
    """Return a hint with the choice nearest to a word, else with all choices."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(word.lower().replace("-", "_"), choices, scorer=fuzz.ratio)
    if near is not None and near[1] >= 65:
        return f"did you mean `{near[0]}`?"
    return f"{all_of_them} " + ", ".join(f"`{choice}`" for choice in choices)


def _name(way: Key) -> str:
    """Return how a message calls a value: `text`, or item 3 of `quotations`."""
    if not way:
        return "the file"
    if isinstance(way[-1], int):
        return f"item {way[-1] + 1} of {_name(way[:-1])}"
    return f"`{way[-1]}`"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = " ".join(str(value).split())
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[:SHOWN].rstrip()} …”"


def _kind_hint(wanted: str) -> str:
    if wanted == "a text":
        return "write one text; quote it if it begins with “[”, “{” or “- ”"
    if wanted == "a list":
        return "write its items on lines of their own that begin with “- ”, or between [ and ]"
    if wanted == "a mapping":
        return "write its keys on lines of their own, each as `key: value`"
    return f"write {wanted}"
