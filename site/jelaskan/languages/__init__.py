"""The language packs: one folder per language, found by looking."""

import functools
from pathlib import Path
from typing import Any

import yaml

from jelaskan.languages.cues import Cues
from jelaskan.languages.detection import Known, tell_language
from jelaskan.languages.furniture import FurnitureWords
from jelaskan.languages.names import NameWords
from jelaskan.languages.numbers import Numbers
from jelaskan.languages.pack import Basics, LanguagePack
from jelaskan.languages.terms import TermWords
from jelaskan.languages.times import Times

FOLDER = Path(__file__).parent

# A word list must not turn “no” or “on” into a truth value: the base loader keeps every word.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@functools.cache
def available() -> tuple[str, ...]:
    """Return the codes of all packs, sorted."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/pack.yaml")))


@functools.cache
def load(code: str) -> LanguagePack:
    """Return the pack of a language.

    Raises:
        KeyError: there is no such pack.
    """
    if code not in available():
        raise KeyError(code)
    return LanguagePack(
        code=code,
        basics=Basics.model_validate(_read(code, "pack.yaml")),
        cues=Cues.model_validate(_read(code, "cues.yaml")),
        names=NameWords.model_validate(_read(code, "names.yaml")),
        numbers=Numbers.model_validate(_read(code, "numbers.yaml")),
        times=Times.model_validate(_read(code, "times.yaml")),
        furniture=FurnitureWords.model_validate(_read(code, "furniture.yaml")),
        stop_words=_read_stop_words(code),
        labels=_read(code, "labels.yaml"),
        editor=_read(code, "editor.yaml"),
        terms=TermWords.model_validate(_read(code, "terms.yaml")),
    )


def detect(text: str) -> str | None:
    """Return the code of the pack for a text's language, or None where none fits.

    Of a text too short to tell, the likeliest is returned.
    """
    return tell_language(text, tuple(map(_known, available())))


@functools.cache
def _known(code: str) -> Known:
    """Return what tells a language from others."""
    basics = Basics.model_validate(_read(code, "pack.yaml"))
    telling = frozenset(word.lower() for word in basics.telling_words)
    return Known(code, _read_stop_words(code), telling, basics.least_frequent)


@functools.cache
def _read_stop_words(code: str) -> frozenset[str]:
    """Return the frequent words of a language, which no pack takes from another."""
    return frozenset((FOLDER / code / "stop_words.txt").read_text(encoding="utf-8").split())


def _read(code: str, file: str) -> Any:
    """Return a pack file's value, laid over that of the pack it extends."""
    relative = _read_own(code, "pack.yaml").get("extends")
    return _lay_over(_read(relative, file) if relative else {}, _read_own(code, file))


@functools.cache
def _read_own(code: str, file: str) -> Any:
    """Return the value of one file, every scalar as text; an absent file is empty."""
    path = FOLDER / code / file
    if not path.exists():
        return {}
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader) or {}


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
