"""What keeps a YAML file from being of its type, fault by fault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from jelaskan.messages import Message
from jelaskan.model.explainer import Key

KINDS = {
    "string_type": Message("a text"),
    "tuple_type": Message("a list"),
    "list_type": Message("a list"),
    "dict_type": Message("a mapping"),
    "mapping_type": Message("a mapping"),
    "model_type": Message("a mapping"),
    "model_attributes_type": Message("a mapping"),
    "float_type": Message("a number"),
    "int_type": Message("a number"),
    "decimal_type": Message("a number"),
    "bool_type": Message("true or false"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of pydantic, its location split into the way through the file and the rest."""

    kind: str
    way: Key
    """Of the value; of the mapping where a key is missing."""
    value: Any
    message: str
    """As pydantic has it, in English."""
    context: Mapping[str, Any]
    branches: tuple[tuple[Key, str], ...]
    """Where the type is a union: the way to the value, and the branch that was tried."""
    key: str = ""
    """The key that is missing, or the one that is itself wrong."""

    @property
    def target(self) -> Key:
        """The way to what has to change: of a missing key, where it will stand."""
        return (*self.way, self.key) if self.is_missing_key else self.way

    @property
    def is_missing_key(self) -> bool:
        """Return whether a mapping lacks a key; a list that is too short lacks a number."""
        return self.kind == "missing" and isinstance(self.value, dict)


def find_faults(error: ValidationError, whole: Any) -> tuple[tuple[Fault, ...], ...]:
    """Return the faults of a value, those of one union together."""
    faults = [_fault(item, whole) for item in error.errors(include_url=False)]
    return tuple(_join_branches(faults))


def _fault(item: Mapping[str, Any], whole: Any) -> Fault:
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
    return Fault(kind, way, value, item["msg"], item.get("ctx", {}), tuple(branches), key)


def _join_branches(faults: Sequence[Fault]) -> Iterator[tuple[Fault, ...]]:
    """Yield faults, those of one union as a whole: only of the branch that comes nearest.

    A branch comes near when the value has its kind, and what is wrong lies deeper or in the
    value itself. Where no branch does, the faults of all stay together.
    """
    unions: dict[Key, dict[str, list[Fault]]] = {}
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
            if any(fault.way != way or fault.kind not in KINDS for fault in group)
        ]
        if near or len(by_branch) == 1:
            chosen = near[0] if near else next(iter(by_branch.values()))
            inner = [replace(fault, branches=fault.branches[1:]) for fault in chosen]
            yield from _join_branches(inner)
        else:
            yield tuple(fault for group in by_branch.values() for fault in group)
