"""The command prints every score of a set, and its worst errors."""

import json

import pytest
from annotated import OWN_SETS
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
