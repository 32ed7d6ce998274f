"""A new site builds at once, in every language that it can begin in."""

import json
from pathlib import Path

import pytest

from jelaskan.starter import starter_languages
from support import Run, tree


@pytest.mark.parametrize("language", starter_languages())
def test_a_new_site_has_no_problem_and_builds(tmp_path: Path, jelaskan: Run, language: str) -> None:
    made = jelaskan("init", tmp_path / "site", "--language", language)
    built = jelaskan("build", "--root", tmp_path / "site")

    assert (made.returncode, made.stderr) == (0, "")
    assert (built.returncode, built.stderr) == (0, "")
    pages = tree(tmp_path / "site/build")
    (explainer,) = (path for path in pages if path.count("/") == 1 and path.endswith("json"))
    assert json.loads(pages[explainer])["status"] == "ready"


@pytest.mark.parametrize("language", starter_languages())
def test_nothing_is_new_to_the_example(tmp_path: Path, jelaskan: Run, language: str) -> None:
    """Where this fails, the program finds more than before: take over the `# offered:` lines
    that an update of a new site writes, once you have read what it found."""
    jelaskan("init", tmp_path, "--language", language)
    before = tree(tmp_path)

    updated = jelaskan("draft", "--root", tmp_path, "--update", "--json")

    (change,) = json.loads(updated.stdout)["changes"]
    assert (change["kind"], change["difference"]) == ("unchanged", "")
    assert (updated.returncode, updated.stderr) == (0, "")
    assert tree(tmp_path) == before


def test_a_site_is_never_written_over(tmp_path: Path, jelaskan: Run) -> None:
    jelaskan("init", tmp_path)
    (tmp_path / "content/site.yaml").write_text("title: Mine\n", encoding="utf-8")
    before = tree(tmp_path)

    again = jelaskan("init", tmp_path)

    assert again.returncode == 1
    assert "content:1:1: F10: there is a site in this folder already" in again.stderr
    assert tree(tmp_path) == before


def test_other_files_stay_as_they_are(tmp_path: Path, jelaskan: Run) -> None:
    (tmp_path / ".gitignore").write_text("mine\n", encoding="utf-8")

    made = jelaskan("init", tmp_path)

    assert made.returncode == 0
    assert ".gitignore:1:1: F10: warning: the file exists and is left as it is" in made.stderr
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine\n"
    assert (tmp_path / "content/site.yaml").exists()


def test_a_site_is_written_as_a_whole_or_not_at_all(tmp_path: Path, jelaskan: Run) -> None:
    (tmp_path / ".vscode").write_text("mine\n", encoding="utf-8")

    refused = jelaskan("init", tmp_path)
    left = tree(tmp_path)
    (tmp_path / ".vscode").unlink()
    again = jelaskan("init", tmp_path)

    assert refused.returncode == 1
    assert ".vscode/extensions.json:1:1: F11: .vscode is a file" in refused.stderr
    assert refused.stdout == ""
    assert left == {".vscode": b"mine\n"}
    assert again.returncode == 0


def test_schemas_are_written_over_older_ones_and_over_nothing_else(
    tmp_path: Path, jelaskan: Run
) -> None:
    jelaskan("init", "--language", "id", tmp_path)
    (tmp_path / ".schemas/people.json").write_text('{"mine": 1}\n', encoding="utf-8")
    (tmp_path / "file").touch()

    result = jelaskan("schema", "--into", tmp_path / ".schemas")
    below = jelaskan("schema", "people", "--into", tmp_path / "file/sub")

    schema = json.loads((tmp_path / ".schemas/explainer.json").read_text(encoding="utf-8"))
    assert schema["properties"]["quotations"]["description"].startswith("Who")
    assert result.returncode == 1
    assert f"{tmp_path}/.schemas/people.json:1:1: F10: the file exists" in result.stderr
    assert (tmp_path / ".schemas/people.json").read_text(encoding="utf-8") == '{"mine": 1}\n'
    assert result.stdout.count("wrote ") == 3
    assert below.returncode == 1
    assert below.stderr.startswith(f"{tmp_path}/file/sub/people.json:1:1: F11: {tmp_path}/file is")
