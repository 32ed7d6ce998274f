"""The command prints every score of a set, and its worst errors."""

import hashlib
import json
from pathlib import Path

import pytest
from annotated import OWN_SETS, read_set
from evaluate import main


def test_the_table_has_every_score(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code = main([str(OWN_SETS["id"]), "--split", "tune"])

    names = [line[:28].strip() for line in capsys.readouterr().out.splitlines()]
    assert exit_code == 0
    assert {"quotations", "indirect", "end to end", "numbers", "furniture"} <= set(names)
    assert {"precision of undoubted", "undoubted"} <= set(names)


def test_json_has_scores_and_as_many_errors_as_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main([str(OWN_SETS["en"]), "--split", "tune", "--errors", "3", "--json"])

    result = json.loads(capsys.readouterr().out)
    assert 0 <= result["measures"]["quotations"]["f1"] <= 1
    assert len(result["errors"]) <= 3


def test_a_split_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(OWN_SETS["en"]), "--split", "other"]) == 2
    assert "no articles of the split “other”" in capsys.readouterr().err


def standoff(tmp_path: Path, digest: str) -> tuple[str, str]:
    """Write annotations without their text, and the text as a seed with head fields."""
    gold = read_set(OWN_SETS["id"])[0]
    seed = tmp_path / "seed.txt"
    seed.write_bytes(f"---\nlanguage: id\n---\n{gold.pop('text')}".encode())
    annotations = tmp_path / "gold.json"
    annotations.write_text(json.dumps({**gold, "sha256": digest}), encoding="utf-8")
    return str(annotations), str(seed)


def test_annotations_are_of_the_text_behind_the_head_fields(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = read_set(OWN_SETS["id"])[0]["text"]
    annotations, seed = standoff(tmp_path, hashlib.sha256(text.encode()).hexdigest())

    assert main([annotations, "--text", seed, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["measures"]["quotations"]["f1"] > 0.5


def test_a_text_that_was_not_annotated_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    annotations, seed = standoff(tmp_path, "abcdef0123456789")

    assert main([annotations, "--text", seed]) == 2
    error = capsys.readouterr().err
    assert "are of another text: their sha256 begins with abcdef012345, that of" in error
    assert "give the file that was annotated" in error
