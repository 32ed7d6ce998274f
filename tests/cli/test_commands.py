"""The commands: what they print, and how they end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jelaskan.problems import Problem
from jelaskan.read.records import read_records
from support import ARTICLES, Run


def test_help_is_quick() -> None:
    """The libraries are imported where they are used."""
    script = (
        "import resource, sys; sys.argv = ['jelaskan', '--help']\n"
        "from jelaskan.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "late = {'yaml', 'jinja2', 'pydantic', 'tornado', 'markdown_it'} & set(sys.modules)\n"
        "print(sorted(late), file=sys.stderr)\n"
    )

    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert result.stderr.strip() == "[]"
    for command in ("build", "serve", "check", "draft", "extract"):
        assert f"\n  {command} " in result.stdout


@pytest.mark.parametrize(
    "arguments", [("frobnicate",), ("build", "--root", "nowhere"), ("extract",)]
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...], jelaskan: Run) -> None:
    result = jelaskan(*arguments)

    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_serve_fails_where_there_is_no_address_to_serve_on(small_site: Path, jelaskan: Run) -> None:
    result = jelaskan("serve", "--root", small_site, "--host", "192.0.2.1")

    assert result.returncode == 1
    assert "preview:1:1: B09: nothing can be served on 192.0.2.1" in result.stderr


def test_extract_prints_one_object_an_article_in_order(jelaskan: Run) -> None:
    result = jelaskan("extract", *ARTICLES)

    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0, result.stderr
    assert [record["language"] for record in records] == ["id", "en"]
    for record in records:
        assert set(record) == {
            "id", "language", "quotes", "numbers", "dates", "boilerplate", "people", "orgs", "places"
        }  # fmt: skip
        assert record["quotes"]


def test_extract_reads_json_lines_and_says_which_line_is_wrong(
    tmp_path: Path, jelaskan: Run
) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text(
        '{"id": "a", "text": "“Harga stabil,” kata Budi Santoso.", "language": "id"}\n'
        '{"id": "b", "text": \n'
        '{"id": "c"}\n'
        '{"id": "d", "text": "“Prices are stable,” said Ann Lee.", "more": 1}\n',
        "utf-8",
    )

    result = jelaskan("extract", lines)

    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "d"]
    assert result.returncode == 1
    assert f"{lines.as_posix()}:2:" in result.stderr
    assert f"{lines.as_posix()}:3:1: J01: a record needs" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_example_sentence_is_attributed(tmp_path: Path, jelaskan: Run) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text(
        '{"id": "a", "text": "“Harga stabil,” kata Budi Santoso.", "language": "id"}\n'
    )

    (quote,) = json.loads(jelaskan("extract", lines).stdout)["quotes"]

    assert (quote["start"], quote["end"]) == (1, 13)
    assert quote["kind"] == "direct"
    assert quote["speaker"] == "Budi Santoso"
    assert quote["cue"] == "kata"


def test_json_lines_that_are_not_utf_8_are_a_problem(tmp_path: Path, jelaskan: Run) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_bytes(b'{"id": 1, "text": "caf\xe9"}\n')

    result = jelaskan("extract", lines)

    assert result.returncode == 1
    assert f"{lines.as_posix()}:1:23: J01: the line is not UTF-8" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8:strict", "latin-1", "ascii"])
def test_standard_input_is_read_as_a_file_is(encoding: str) -> None:
    text = json.dumps({"id": "a", "text": "“The café stays,” said Ann Lee.", "language": "EN-gb"})
    lines = b"\xef\xbb\xbf" + text.encode() + b'\n{"id": "b", "text": "caf\xe9"}\n'
    environment = os.environ | {"PYTHONIOENCODING": encoding, "JELASKAN_LANGUAGE": "en"}

    result = subprocess.run(
        [sys.executable, "-m", "jelaskan", "extract", "-"],
        input=lines,
        capture_output=True,
        env=environment,
        check=False,
    )

    assert result.returncode == 1
    assert json.loads(result.stdout.decode(encoding.partition(":")[0]))["language"] == "en"
    assert result.stderr.startswith(b"-:2:25: J01: the line is not UTF-8")


@pytest.mark.parametrize(
    "record",
    [
        pytest.param('{"id": "\\ud800", "text": "a"}', id="half a pair in the id"),
        pytest.param('{"id": 1, "text": "a", "headline": "\\udfff"}', id="in the headline"),
        pytest.param('{"id": %s, "text": "a"}' % ("1" * 5000), id="endless digits"),
        pytest.param('{"id": 1, "text": %s}' % ("[" * 5000), id="endless brackets"),
        pytest.param('{"id": 1, "text": "a", "language": ["en"]}', id="a list of languages"),
    ],
)
def test_a_record_that_cannot_be_is_a_problem(record: str) -> None:
    (found,) = read_records([record.encode()], "a.jsonl")

    assert isinstance(found, Problem)
    assert str(found).startswith("a.jsonl:1:1: J01: ")
    assert str(found).encode()


def test_a_record_without_a_pack_is_a_problem(tmp_path: Path, jelaskan: Run) -> None:
    lines = tmp_path / "articles.jsonl"
    text = "Der Rat hat gestern beschlossen, dass die Brücke wieder geöffnet wird. " * 6
    lines.write_text(json.dumps({"id": "a", "text": text}) + "\n", encoding="utf-8")

    result = jelaskan("extract", lines)

    assert result.returncode == 1
    assert result.stdout == ""
    assert "1:1: J02: no language pack for this article, 'a'; packs: en, id, ms" in result.stderr
