"""The language packs: one folder per language, found by looking."""

import functools
import re
import string
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from jelaskan.languages.cues import Cues
from jelaskan.languages.detection import Known, tell_language
from jelaskan.languages.furniture import FurnitureWords
from jelaskan.languages.names import NameWords
from jelaskan.languages.numbers import Numbers
from jelaskan.languages.pack import Basics, LanguagePack
from jelaskan.languages.section import Section
from jelaskan.languages.terms import TermWords
from jelaskan.languages.times import Times
from jelaskan.messages import Message, Wordings
from jelaskan.problems import PackError, Position, Problem

Shape = TypeVar("Shape", bound=Section)

FOLDER = Path(__file__).parent

# A word list must not turn “no” or “on” into a truth value: the base loader keeps every word.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@functools.cache
def available() -> tuple[str, ...]:
    """Return the codes of all packs, sorted."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/pack.yaml")))


def find(written: str) -> str | None:
    """Return the code of the pack for a language as people write it: `id` for `ID` and `id-ID`."""
    codes = (written, written.lower(), re.split("[-_]", written.lower())[0])
    return next((code for code in codes if code in available()), None)


@functools.cache
def load(code: str) -> LanguagePack:
    """Return the pack of a language.

    Raises:
        KeyError: there is no such pack.
        PackError: the pack cannot be used.
    """
    if code not in available():
        raise KeyError(code)
    return LanguagePack(
        code=code,
        basics=_read_section(code, "pack.yaml", Basics),
        cues=_read_section(code, "cues.yaml", Cues),
        names=_read_section(code, "names.yaml", NameWords),
        numbers=_read_section(code, "numbers.yaml", Numbers),
        times=_read_section(code, "times.yaml", Times),
        furniture=_read_section(code, "furniture.yaml", FurnitureWords),
        stop_words=_read_stop_words(code),
        labels=_read(code, "labels.yaml"),
        editor=_read(code, "editor.yaml"),
        terms=_read_section(code, "terms.yaml", TermWords),
    )


def load_wordings(code: str) -> Wordings:
    """Return how a language says the program's messages; without a pack they stay English.

    Raises:
        PackError: the file of messages cannot be used.
    """
    wordings: Wordings = _read(code, "messages.yaml") if code in available() else {}
    for english, wording in wordings.items():
        if not isinstance(wording, str) or _fields(wording) != _fields(english):
            message = Message("the words in braces are others than those of “{key}”", key=english)
            raise _pack_error(code, "messages.yaml", f'"{english}"', message)
    return wordings


def _fields(wording: str) -> set[str]:
    """Return the names in braces of a wording."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(wording) if name is not None}
    except ValueError:  # a brace alone
        return {wording}


def detect(text: str) -> str | None:
    """Return the code of the pack for a text's language, or None where none fits.

    Of a text too short to tell, the likeliest is returned.
    """
    return tell_language(text, tuple(map(_known, available())))


@functools.cache
def _known(code: str) -> Known:
    """Return what tells a language from others."""
    basics = _read_section(code, "pack.yaml", Basics)
    telling = frozenset(word.lower() for word in basics.telling_words)
    return Known(code, _read_stop_words(code), telling, basics.least_frequent)


@functools.cache
def _read_stop_words(code: str) -> frozenset[str]:
    """Return the frequent words of a language, which no pack takes from another."""
    return frozenset((FOLDER / code / "stop_words.txt").read_text(encoding="utf-8").split())


def _read_section(code: str, file: str, shape: type[Shape]) -> Shape:
    """Return a pack file's value as its shape."""
    try:
        return shape.model_validate(_read(code, file))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        message = Message(
            "`{key}`: {reason}: {value!r}",
            key=key,
            reason=first["msg"],
            value=str(first["input"])[:60],
        )
        raise _pack_error(code, file, f"{key.partition('.')[0]}:", message) from None


def _read(code: str, file: str) -> Any:
    """Return a pack file's value, laid over those of the packs that it extends."""
    value: Any = {}
    for relative in reversed(_relatives(code)):
        value = _lay_over(value, _read_own(relative, file))
    return value


def _relatives(code: str) -> tuple[str, ...]:
    """Return a pack and those that it extends, one after the other."""
    chain = [code]
    while relative := _read_own(chain[-1], "pack.yaml").get("extends"):
        if relative not in available():
            others = ", ".join(other for other in available() if other != chain[-1])
            message = Message(
                "`extends` names a pack that is not there: {relative!r}; packs: {others}",
                relative=relative,
                others=others,
            )
            raise _pack_error(chain[-1], "pack.yaml", "extends:", message)
        if relative in chain:
            way = " → ".join((*chain[chain.index(relative) :], relative))
            message = Message("`extends` comes back to where it began: {way}", way=way)
            raise _pack_error(chain[-1], "pack.yaml", "extends:", message)
        chain.append(relative)
    return tuple(chain)


@functools.cache
def _read_own(code: str, file: str) -> Any:
    """Return the value of one file, every scalar as text; an absent file is empty."""
    path = FOLDER / code / file
    if not path.exists():
        return {}
    try:
        value = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        message = Message("no YAML: {reason}", reason=" ".join(str(error).split()))
        raise _pack_error(code, file, "", message) from None
    if not isinstance(value or {}, dict):
        raise _pack_error(code, file, "", Message("the file holds no mapping of keys to values"))
    return value or {}


def _pack_error(code: str, file: str, key: str, message: Message) -> PackError:
    """Return an error at the line of a file that begins with a key."""
    path = FOLDER / code / file
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if key else []
    line = next((number for number, line in enumerate(lines, 1) if line.startswith(key)), 1)
    hint = Message("see docs/languages.md; .venv/bin/pytest tests/languages tries every pack")
    return PackError(Problem(Position(path.as_posix(), line, 1), "L01", message, hint))


def _lay_over(base: Any, own: Any) -> Any:
    """Return a value with its own over the base: mappings are merged by key, all else replaces.

    A list under “key+” is added to the list of that key.
    """
    if not isinstance(own, dict):
        return own
    merged = dict(base) if isinstance(base, dict) else {}
    for key, value in own.items():
        if key.endswith("+") and isinstance(value, list):
            merged[key[:-1]] = [*merged.get(key[:-1], ()), *value]
        else:
            merged[key] = _lay_over(merged.get(key), value)
    return merged
