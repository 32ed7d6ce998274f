"""docs/languages.md names every file and every key of a pack."""

import re
from pathlib import Path
from typing import get_args

import pytest

from jelaskan import languages
from jelaskan.languages.cues import CueGroup, Cues, Frame
from jelaskan.languages.furniture import FurnitureWords
from jelaskan.languages.names import ByGender, NameWords, Pronoun
from jelaskan.languages.numbers import Currency, Numbers
from jelaskan.languages.pack import Basics
from jelaskan.languages.section import Section
from jelaskan.languages.terms import TermWords
from jelaskan.languages.times import Times

PAGE = (Path(__file__).parents[2] / "docs/languages.md").read_text(encoding="utf-8")
CHAPTERS = {
    "pack.yaml": (Basics,),
    "cues.yaml": (Cues, CueGroup),
    "names.yaml": (NameWords, Pronoun, ByGender),
    "numbers.yaml": (Numbers, Currency),
    "times.yaml": (Times,),
    "furniture.yaml": (FurnitureWords,),
    "terms.yaml": (TermWords,),
}


def rows(heading: str) -> set[str]:
    """Return the keys in the tables of a chapter."""
    chapter = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([^`]+)` \| \S", chapter, re.MULTILINE))


def test_every_file_of_a_pack_is_described() -> None:
    files = {path.name for code in languages.available() for path in _files(code)}

    assert rows("The files") == files
    assert all(f"\n## `{file}`\n" in PAGE for file in files)


@pytest.mark.parametrize(("file", "shapes"), CHAPTERS.items())
def test_every_key_of_a_shape_is_described(file: str, shapes: tuple[type[Section], ...]) -> None:
    keys = {key for shape in shapes for key in shape.model_fields}
    frames = set(get_args(Frame)) if CueGroup in shapes else set()

    assert rows(f"`{file}`") == keys | frames


def test_every_shape_is_asked_for() -> None:
    asked = {shape for shapes in CHAPTERS.values() for shape in shapes}

    assert set(Section.__subclasses__()) == asked


@pytest.mark.parametrize("code", languages.available())
def test_every_word_for_pages_and_drafts_is_described(code: str) -> None:
    pack = languages.load(code)

    assert rows("`labels.yaml`") == set(pack.labels)
    assert rows("`editor.yaml`") == set(pack.editor)


@pytest.mark.parametrize("code", languages.available())
def test_a_relative_is_a_pack(code: str) -> None:
    assert languages.load(code).basics.extends in {"", *languages.available()} - {code}


def _files(code: str) -> list[Path]:
    return sorted((languages.FOLDER / code).iterdir())
