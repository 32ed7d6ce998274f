"""What keeps a YAML file from being of its type, in an editor's words."""

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from jelaskan.files.yaml_faults import KINDS, Fault
from jelaskan.files.yaml_reader import YamlFile
from jelaskan.messages import Message
from jelaskan.model.explainer import Key
from jelaskan.problems import Position, Problem, Rename, Write, find_meant

SHOWN = 60
ONE_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What can go between brackets as it is."""
_ENDING = re.compile(r"\.(?:txt|md|html?|ya?ml)$", re.IGNORECASE)
"""Of a file's name, which stands where an id belongs."""

_EXPECTED = {
    "float_parsing": (
        Message("this is not a number"),
        Message("write it with a full stop and no group marks: 12500.5"),
    ),
    "finite_number": (
        Message("this is not a number"),
        Message("write it with a full stop and no group marks: 12500.5"),
    ),
    "int_parsing": (
        Message("this is not a whole number"),
        Message("write it in digits, without group marks"),
    ),
    "int_from_float": (
        Message("this is not a whole number"),
        Message("write it in digits, without group marks"),
    ),
    "decimal_parsing": (
        Message("this is not a number"),
        Message("write it with a full stop and no group marks: 12500.5"),
    ),
    "bool_parsing": (Message("this is not true or false"), Message("write true or false")),
}


class Words:
    """Says what is wrong in an editor's words."""

    def __init__(self, yaml_file: YamlFile, adapter: TypeAdapter[Any]) -> None:
        """Speak of the faults of a file, which is to be of a type."""
        self.file = yaml_file
        self.adapter = adapter

    @functools.cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the type; it takes milliseconds, and only suggestions need it."""
        return self.adapter.json_schema()

    def problem(self, group: tuple[Fault, ...]) -> Problem:
        """Return the problem that the faults of one value make together."""
        fault = group[0]
        name = _name(fault.way)
        if fault.kind == "extra_forbidden":
            key = str(fault.way[-1])
            problem = self._at_key(
                fault, "Y10", Message("unknown key `{key}`", key=key), self._keys_hint(fault)
            )
            whole = functools.reduce(
                lambda value, step: value[step], fault.way[:-1], self.file.value
            )
            meant = find_meant(key, self._properties(fault.way[:-1]).keys() - set(whole))
            return replace(problem, cure=Rename(fault.way, meant) if meant else None)
        if fault.kind == "missing":
            message = (
                Message("`{key}` is missing in {name}", key=fault.key, name=name)
                if fault.way
                else Message("`{key}` is missing", key=fault.key)
            )
            about = Message(self._properties(fault.way)[fault.key]["description"])
            hint = Message("add `{key}: …`: {about}", key=fault.key, about=about)
            return self._at(fault, "Y11", message, hint)
        if fault.key:
            message = Message(
                "`{key}` cannot be a key here: {reason}",
                key=fault.key,
                reason=self._reason(fault)[0],
            )
            return self._at_key(fault, "Y15", message, self._reason(fault)[1])
        if fault.value is None:
            if not fault.way:
                return self._at(
                    fault, "Y12", Message("the file is empty"), Message("write its keys")
                )
            hint = Message("write one after the colon, or delete the key")
            return self._at(fault, "Y12", Message("{name} has no value", name=name), hint)
        kinds = dict.fromkeys(KINDS[one.kind] for one in group if one.kind in KINDS)
        if kinds and fault.kind in KINDS:
            wanted = functools.reduce(
                lambda one, two: Message("{one} or {two}", one=one, two=two), kinds
            )
            message = Message(
                "{name} should be {wanted}, and is {value}",
                name=name,
                wanted=wanted,
                value=_shown(fault.value),
            )
            problem = self._at(fault, "Y13", message, _kind_hint(wanted))
            is_item = wanted == "a list" and ONE_WORD.fullmatch(str(fault.value))
            return replace(problem, cure=Write(fault.way, f"[{fault.value}]") if is_item else None)
        if fault.kind in ("literal_error", "enum"):
            return self._choice(fault, name)
        reason, hint = self._reason(fault)
        value = _shown(fault.value)
        message = Message("{name}: {reason}: {value}", name=name, reason=reason, value=value)
        problem = self._at(fault, "Y15", message, hint)
        is_file = fault.kind == "string_pattern_mismatch" and _ENDING.search(str(fault.value))
        meant = _as_identifier(str(fault.value)) if is_file else ""
        return replace(problem, cure=Write(fault.way, meant) if meant else None)

    def _choice(self, fault: Fault, name: str | Message) -> Problem:
        expected = str(fault.context.get("expected", ""))
        choices = [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]
        hint = _suggest(str(fault.value), choices) or Message(
            "choose one of {choices}", choices=_list(choices)
        )
        message = Message("{name} cannot be {value}", name=name, value=_shown(fault.value))
        problem = self._at(fault, "Y14", message, hint)
        meant = find_meant(str(fault.value), choices)
        return replace(problem, cure=Write(fault.way, meant) if meant else None)

    def _reason(self, fault: Fault) -> tuple[Message, Message]:
        """Return what is wrong with a value, and the way out."""
        if fault.kind == "value_error":
            return fault.context["error"].args[0], Message("write it in that form")
        if fault.kind == "string_pattern_mismatch":
            hint = Message(
                "write lower-case letters a–z and digits, with single hyphens between: {id}",
                id=_as_identifier(fault.key or str(fault.value)) or "mark-rutte",
            )
            return Message("this is no id"), hint
        if fault.kind == "string_too_short":
            return Message("the text is empty"), Message("write it, or delete the key")
        if fault.kind == "string_too_long":
            most = fault.context.get("max_length")
            reason = Message("the text has more than {most} characters", most=most)
            return reason, Message("shorten it")
        if fault.kind in _EXPECTED:
            return _EXPECTED[fault.kind]
        reason = Message("{reason}", reason=fault.message[:1].lower() + fault.message[1:])
        return reason, Message("change it so that it fits")

    def _keys_hint(self, fault: Fault) -> Message:
        keys = list(self._properties(fault.way[:-1]))
        return _suggest(str(fault.way[-1]), keys) or Message(
            "the keys here are {keys}", keys=_list(keys)
        )

    def _at(self, fault: Fault, code: str, message: Message, hint: Message) -> Problem:
        return Problem(self.file.position(*fault.way), code, message, hint)

    def _at_key(self, fault: Fault, code: str, message: Message, hint: Message) -> Problem:
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


def _as_identifier(text: str) -> str:
    """Return the id that a name, or the name of a file, makes; nothing where it has no letter."""
    name = _ENDING.sub("", text.rpartition("/")[2]).lower()
    letters = unicodedata.normalize("NFKD", name)
    return "-".join(re.findall("[a-z0-9]+", "".join(filter(str.isascii, letters))))


def _suggest(word: str, choices: Sequence[str]) -> Message | None:
    """Return a hint with the choice nearest to a word, or None if none is near."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(word.lower().replace("-", "_"), choices, scorer=fuzz.ratio)
    if near is not None and near[1] >= 65:
        return Message("did you mean `{near}`?", near=near[0])
    return None


def _list(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _name(way: Key) -> str | Message:
    """Return how a message calls a value: `text`, or item 3 of `quotations`."""
    if not way:
        return Message("the file")
    if isinstance(way[-1], int):
        return Message("item {number} of {name}", number=way[-1] + 1, name=_name(way[:-1]))
    return f"`{way[-1]}`"


def _shown(value: Any) -> str | Message:
    if isinstance(value, list):
        return Message("a list")
    if isinstance(value, dict):
        return Message("a mapping")
    text = " ".join(str(value).split())
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[:SHOWN].rstrip()} …”"


def _kind_hint(wanted: Message) -> Message:
    if wanted == "a text":
        return Message("write one text; quote it if it begins with “[”, “{{” or “- ”")
    if wanted == "a list":
        return Message(
            "write its items on lines of their own that begin with “- ”, or between [ and ]"
        )
    if wanted == "a mapping":
        return Message("write its keys on lines of their own, each as `key: value`")
    return Message("write {wanted}", wanted=wanted)
