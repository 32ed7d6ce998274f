"""A pack that extends another says only what differs."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from jelaskan import languages
from jelaskan.cli import main
from jelaskan.problems import PackError


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an old language and a young one that extends it."""
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    for function in (
        languages.available,
        languages.load,
        languages._read_own,
        languages._read_stop_words,
        languages._known,
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


def test_a_chain_of_relatives_holds(packs: Path) -> None:
    (packs / "youngest").mkdir()
    (packs / "youngest/stop_words.txt").write_text("youngest", encoding="utf-8")
    write(packs / "youngest/pack.yaml", {"name": "Youngest", "extends": "young"})
    basics = languages.load("youngest").basics

    assert (basics.decimal_mark, basics.group_mark) == (".", ".")


@pytest.mark.parametrize(
    ("file", "value", "expected"),
    [
        pytest.param(
            "young/pack.yaml",
            {"extends": "odl", "name": "Young"},
            "young/pack.yaml:1:1: L01: `extends` names a pack that is not there: 'odl'; packs: old",
            id="a pack that is not there",
        ),
        pytest.param(
            "old/pack.yaml",
            {"direction": "ltr", "extends": "young"},
            "old/pack.yaml:2:1: L01: `extends` comes back to where it began: young → old → young",
            id="a circle",
        ),
        pytest.param(
            "young/pack.yaml",
            {"extends": "young"},
            "young/pack.yaml:1:1: L01: `extends` comes back to where it began: young → young",
            id="itself",
        ),
        pytest.param(
            "young/times.yaml",
            {"months": {"mei": 5}, "mnoths": {}},
            "young/times.yaml:1:1: L01: `mnoths`: Extra inputs are not permitted: '{}'",
            id="a key that is not known",
        ),
        pytest.param(
            "young/terms.yaml",
            ["kuorum"],
            "young/terms.yaml:1:1: L01: the file holds no mapping of keys to values",
            id="a list",
        ),
        pytest.param(
            "young/terms.yaml", "a: b: c", "young/terms.yaml:1:1: L01: no YAML: ", id="no YAML"
        ),
    ],
)
def test_a_pack_that_cannot_be_used_says_why(
    file: str, value: object, expected: str, packs: Path
) -> None:
    if isinstance(value, str):
        (packs / file).write_text(value, encoding="utf-8")
    else:
        write(packs / file, value)

    with pytest.raises(PackError) as raised:
        languages.load("young")

    assert str(raised.value).startswith(f"{packs.as_posix()}/{expected}")
    assert raised.value.problem.hint


def test_a_broken_pack_ends_a_command_without_a_traceback(packs: Path, tmp_path: Path) -> None:
    write(packs / "young/pack.yaml", {"name": "Young", "extends": "young"})
    article = tmp_path / "article.txt"
    article.write_text("word", encoding="utf-8")

    result = CliRunner().invoke(main, ["extract", str(article)])

    assert result.exit_code == 1
    assert "L01: `extends` comes back" in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)
