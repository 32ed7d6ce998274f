"""From a YAML file to a validated type, each error at its exact place."""

import copy
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from jelaskan.files.text_file import read_text
from jelaskan.files.yaml_faults import Fault, find_faults
from jelaskan.files.yaml_reader import YamlFile, parse_yaml
from jelaskan.files.yaml_words import Words
from jelaskan.model.explainer import UNREAD, Key
from jelaskan.problems import Cure, Problem, Rename, Write

T = TypeVar("T")

MOST_ROUNDS = 40
"""Each round replaces every fault that there is by the next stand-in."""
STAND_INS: tuple[Any, ...] = (UNREAD, "0001-01-01", "0", "https://unread.invalid", [], {})
"""What is put where a value cannot be read, until one is of the right kind."""


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
    found = validate_parts(yaml_file, type_)
    return (None if found.problems else found.value), found.problems


def validate_parts(
    yaml_file: YamlFile,
    type_: type[T] | TypeAdapter[T],
    *,
    stand_ins: Mapping[Key, str] | None = None,
) -> "Parts[T]":
    """Return the value as a type with what does not fit it replaced, and every problem.

    A misspelt key counts as the one that was meant, so that what stands under it is looked at
    too. `stand_ins` are what to take for values that cannot be read, by their way.
    """
    adapter = type_ if isinstance(type_, TypeAdapter) else TypeAdapter(type_)
    try:
        value = adapter.validate_python(yaml_file.value)
        return Parts(value, (), yaml_file.left_out, yaml_file.places)
    except ValidationError as error:
        return _Mended(yaml_file, adapter, stand_ins or {}).parts(error)


class Parts(NamedTuple, Generic[T]):
    """As much of a file as could be read."""

    value: T | None
    """None where not even stand-ins make it what it should be."""
    problems: tuple[Problem, ...]
    unread: frozenset[Key]
    """What could not be read: a stand-in is there instead, or nothing."""
    places: Mapping[Key, tuple[int, int]]
    """Where values stand, those of a misspelt key also under the one that was meant."""
    text: str = ""
    """The YAML itself."""


class _Mended(Generic[T]):
    """A copy of a file's value in which what does not fit is replaced, round by round."""

    def __init__(
        self, yaml_file: YamlFile, adapter: TypeAdapter[T], stand_ins: Mapping[Key, str]
    ) -> None:
        self.adapter = adapter
        self.stand_ins = stand_ins
        self.file = replace(
            yaml_file,
            value=copy.deepcopy(yaml_file.value),
            places=dict(yaml_file.places),
            keys=dict(yaml_file.keys),
        )
        self.words = Words(self.file, adapter)
        self.problems: set[Problem] = set()
        self.unread: set[Key] = set(yaml_file.left_out)
        self.tried: Counter[Key] = Counter()

    def parts(self, error: ValidationError) -> Parts[T]:
        """Return what is left when everything that an error names is replaced."""
        fresh: list[Key] = [()]
        for _ in range(MOST_ROUNDS):
            groups = find_faults(error, self.file.value)
            fresh = self._mend(groups, fresh)
            try:
                value = self.adapter.validate_python(self.file.value)
            except ValidationError as again:
                error = again
                continue
            return self._found(value)
        return self._found(None)

    def _found(self, value: T | None) -> Parts[T]:
        problems = tuple(sorted(self.problems))
        return Parts(value, problems, frozenset(self.unread), self.file.places)

    def _mend(self, groups: tuple[tuple[Fault, ...], ...], fresh: list[Key]) -> list[Key]:
        """Note the problems of what has not been looked at before, and replace what is wrong.

        Returns the ways of keys that were misspelt: nobody has looked below them yet.
        """
        problems = [self.words.problem(group) for group in groups]
        meant = {
            (*problem.cure.way[:-1], problem.cure.name)
            for problem in problems
            if isinstance(problem.cure, Rename)
        }
        for group, problem in zip(groups, problems, strict=True):
            target = group[0].target
            if target in meant:
                continue
            if target not in self.unread and any(target[: len(way)] == way for way in fresh):
                self.problems.add(problem)
            self._replace(group[0], problem.cure)
        return list(meant)

    def _replace(self, fault: Fault, cure: Cure | None) -> None:
        target = fault.target
        if not target:
            return
        whole = self.file.value
        for outer in target[:-1]:
            whole = whole[outer]
        step: Any = target[-1]
        if isinstance(cure, Rename):
            whole[cure.name] = whole.pop(step)
            self._move(target, (*target[:-1], cure.name))
            return
        if not self.tried[target]:
            if isinstance(fault.value, str) and fault.kind in ("tuple_type", "list_type"):
                self.tried[target] += 1
                whole[step] = [fault.value]
                return
            if isinstance(cure, Write):
                self.tried[target] += 1
                whole[step] = cure.text
                return
        self.unread.add(target)
        if fault.kind == "extra_forbidden" or (fault.key and not fault.is_missing_key):
            whole.pop(step)
        elif target in self.stand_ins:
            whole[step] = self.stand_ins[target]
        elif isinstance(whole, dict) and step in whole and not self.tried[target]:
            del whole[step]
        else:
            number = self.tried[target] % len(STAND_INS)
            whole[step] = copy.deepcopy(STAND_INS[number])
            self.tried[target] += 1

    def _move(self, old: Key, new: Key) -> None:
        """Let places below a misspelt key be found below the one that was meant."""
        for places in (self.file.places, self.file.keys):
            assert isinstance(places, dict)
            for way in [way for way in places if way[: len(old)] == old]:
                places[new + way[len(old) :]] = places[way]
