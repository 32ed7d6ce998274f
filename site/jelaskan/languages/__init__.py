"""The language packs: one folder per language, found by looking."""

import functools
import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from jelaskan.languages.cues import Cues
from jelaskan.languages.furniture import FurnitureWords
from jelaskan.languages.names import NameWords
from jelaskan.languages.numbers import Numbers
from jelaskan.languages.pack import Basics, LanguagePack
from jelaskan.languages.terms import TermWords
from jelaskan.languages.times import Times

FOLDER = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
DETECTION_LENGTH = 20_000
"""How much of a text is read to tell its language, in code points."""

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
    folder = FOLDER / code
    return LanguagePack(
        code=code,
        basics=Basics.model_validate(_read(folder / "pack.yaml")),
        cues=Cues.model_validate(_read(folder / "cues.yaml")),
        names=NameWords.model_validate(_read(folder / "names.yaml")),
        numbers=Numbers.model_validate(_read(folder / "numbers.yaml")),
        times=Times.model_validate(_read(folder / "times.yaml")),
        furniture=FurnitureWords.model_validate(_read(folder / "furniture.yaml")),
        stop_words=frozenset((folder / "stop_words.txt").read_text(encoding="utf-8").split()),
        labels=_read(folder / "labels.yaml"),
        editor=_read(folder / "editor.yaml"),
        terms=TermWords.model_validate(_read(folder / "terms.yaml")),
    )


def detect(text: str) -> str:
    """Return the code of the language whose most frequent words a text uses most.

    Only the beginning is read. Of languages that fit alike, the first code wins.
    """
    words = Counter(WORD.findall(text[:DETECTION_LENGTH].lower()))
    return max(available(), key=lambda code: sum(words[word] for word in load(code).stop_words))


def _read(path: Path) -> Any:
    """Return a pack file's value, every scalar as text; an absent file is empty."""
    if not path.exists():
        return {}
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader) or {}
