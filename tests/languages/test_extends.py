"""A pack that extends another says only what differs."""

from pathlib import Path

import pytest
import yaml

from jelaskan import languages


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an old language and a young one that extends it."""
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    for function in (
        languages.available,
        languages.load,
        languages._read_own,
        languages._read_stop_words,
    ):
        # What is read here must not be remembered for other tests.
        monkeypatch.setattr(languages, function.__name__, function.__wrapped__)
    for code in ("old", "young"):
        (tmp_path / code).mkdir()
        (tmp_path / code / "stop_words.txt").write_text(f"{code} word\n", encoding="utf-8")
    write(tmp_path / "old/pack.yaml", {"name": "Old", "decimal_mark": ",", "group_mark": "."})
    write(tmp_path / "young/pack.yaml", {"name": "Young", "extends": "old", "decimal_mark": "."})
    return tmp_path


def write(path: Path, value: object) -> None:
    path.write_text(yaml.safe_dump(value), encoding="utf-8")


def test_what_is_not_said_comes_from_the_relative(packs: Path) -> None:
    basics = languages.load("young").basics

    assert (basics.name, basics.decimal_mark, basics.group_mark) == ("Young", ".", ".")


def test_mappings_are_merged_by_key(packs: Path) -> None:
    write(packs / "old/times.yaml", {"months": {"maret": 3, "mei": 5}})
    write(packs / "young/times.yaml", {"months": {"mac": 3}})

    assert languages.load("young").times.months == {"maret": 3, "mei": 5, "mac": 3}
    assert languages.load("old").times.months == {"maret": 3, "mei": 5}


def test_a_list_replaces(packs: Path) -> None:
    write(packs / "old/terms.yaml", {"links": ["dan"]})
    write(packs / "young/terms.yaml", {"links": ["bagi"]})

    assert languages.load("young").terms.links == ("bagi",)


def test_a_list_under_a_plus_is_added(packs: Path) -> None:
    write(packs / "old/terms.yaml", {"links": ["dan"]})
    write(packs / "old/numbers.yaml", {"bounds": {"about": ["sekitar"]}})
    write(packs / "young/terms.yaml", {"links+": ["bagi"], "jargon+": ["kuorum"]})
    write(packs / "young/numbers.yaml", {"bounds": {"about+": ["lebih kurang"]}})
    young = languages.load("young")

    assert young.terms.links == ("dan", "bagi")
    assert young.terms.jargon == ("kuorum",)
    assert young.numbers.bounds == {"about": ("sekitar", "lebih kurang")}


def test_stop_words_are_each_language_s_own(packs: Path) -> None:
    assert languages.load("young").stop_words == {"young", "word"}
