"""How problems are printed for programs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from jelaskan.cli.check import check
from jelaskan.cli.formats import as_github, as_json, as_sarif
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.messages import Message
from jelaskan.pipeline import explain_codes
from jelaskan.problems import Position, Problem
from support import Run

QUOTATION = Problem(
    Position("content/explainers/satu dua.id.yaml", 24, 11),
    "Q02",
    Message("100% tidak ada:\r\nini, itu"),
    Message("nearest words\nleft out"),
)
ORDER = Problem(
    Position("content/people.yaml", 3, 2), "S08", Message("“x” stands below"), severity="warning"
)


def test_json_is_an_array_of_all_that_a_problem_has() -> None:
    assert json.loads(as_json([QUOTATION, ORDER])) == [
        {
            "path": "content/explainers/satu dua.id.yaml",
            "line": 24,
            "column": 11,
            "code": "Q02",
            "severity": "error",
            "message": "100% tidak ada:\r\nini, itu",
            "hint": "nearest words\nleft out",
        },
        {
            "path": "content/people.yaml",
            "line": 3,
            "column": 2,
            "code": "S08",
            "severity": "warning",
            "message": "“x” stands below",
            "hint": "",
        },
    ]
    assert json.loads(as_json([])) == []


def test_a_workflow_command_is_one_escaped_line() -> None:
    moved = Problem(Position("a,b:c%.yaml", 1, 2), "Y01", Message("x"))

    assert as_github([QUOTATION, ORDER, moved], Path()).split("\n") == [
        (
            "::error file=content/explainers/satu dua.id.yaml,line=24,col=11,title=Q02::"
            "100%25 tidak ada:%0D%0Aini, itu%0Anearest words%0Aleft out"
        ),
        "::warning file=content/people.yaml,line=3,col=2,title=S08::“x” stands below",
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=Y01::x",
    ]


def test_a_path_counts_from_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    (command,) = as_github([ORDER], Path("desk/site")).split("\n")
    assert "file=desk/site/content/people.yaml," in command


def assert_sarif(log: Any) -> None:
    """Assert what SARIF 2.1.0 requires of a log, and what code scanning needs besides."""
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = run["tool"]["driver"]
    assert driver["name"]
    rules = driver["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert re.fullmatch(r"[A-Z]\d\d", rule["id"])
        for name in ("shortDescription", "fullDescription", "help"):
            assert rule[name]["text"].strip()
        assert len(rule["shortDescription"]["text"]) <= 1024
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        (place,) = result["locations"]
        physical = place["physicalLocation"]
        uri = physical["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w.~!$&'()*+,;=@/%-]+", uri, re.ASCII)
        assert not uri.startswith("/")
        assert physical["region"]["startLine"] >= 1
        assert physical["region"]["startColumn"] >= 1


def test_sarif_has_what_the_standard_requires() -> None:
    log = json.loads(as_sarif([QUOTATION, ORDER, QUOTATION], Path()))

    assert_sarif(log)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["Q02", "S08"]
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "content/explainers/satu%20dua.id.yaml"},
        "region": {"startLine": 24, "startColumn": 11},
    }
    assert "word for word" in run["tool"]["driver"]["rules"][0]["shortDescription"]["text"]
    assert_sarif(json.loads(as_sarif([], Path())))


def test_every_code_can_be_a_rule() -> None:
    problems = [
        Problem(Position("a", 1, 1), code, Message("x")) for code in sorted(explain_codes())
    ]

    assert len(problems) > 80
    assert_sarif(json.loads(as_sarif(problems, Path())))


@pytest.fixture
def broken_site(small_site: Path, jelaskan: Run) -> Path:
    """A drafted site with one error."""
    assert jelaskan("draft", "--root", small_site).returncode == 0
    path = next((small_site / "content" / "explainers").glob("*.id.yaml"))
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: drft"), "utf-8")
    return small_site


def test_each_format_is_printed_and_ends_with_1(broken_site: Path, jelaskan: Run) -> None:
    def printed(*options: str) -> str:
        result = jelaskan("check", "--root", broken_site, *options)
        assert result.returncode == 1
        assert result.stderr == ""
        return result.stdout

    (problem,) = (one for one in json.loads(printed("--format", "json")) if one["code"] == "Y14")
    assert_sarif(json.loads(printed("--format", "sarif")))
    assert f"line={problem['line']},col=9,title=Y14::" in printed("--format", "github")
    assert f" {problem['line']} | status: drft\n" in printed()
    assert re.fullmatch(r"errors: \d+, warnings: \d+\n", printed("--quiet"))


def test_strict_makes_warnings_count(small_site: Path, jelaskan: Run) -> None:
    slug = next((small_site / "seeds").iterdir()).stem
    path = small_site / "content" / "explainers" / f"{slug}.id.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(f"language: id\nheadline: Kosong\nbased_on: [{slug}]\n", "utf-8")

    assert jelaskan("check", "--root", small_site).returncode == 0
    strict = jelaskan("check", "--root", small_site, "--strict")
    assert strict.returncode == 1
    assert strict.stdout.splitlines()[-2] == "errors: 0, warnings: 1"


def test_a_site_without_a_fault_says_so(small_site: Path, jelaskan: Run) -> None:
    assert jelaskan("draft", "--root", small_site).returncode == 0
    result = jelaskan("check", "--root", small_site)

    assert (result.returncode, result.stdout.splitlines()[0]) == (0, "nothing to mend")
    assert jelaskan("check", "--root", small_site, "--quiet").stdout == ""
    assert jelaskan("check", "--root", small_site, "--format", "github").stdout == ""


def test_quiet_goes_with_text_only(small_site: Path, jelaskan: Run) -> None:
    result = jelaskan("check", "--root", small_site, "--quiet", "--format", "json")

    assert result.returncode == 2


def test_the_guide_names_every_option_key_and_format() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "checking.md").read_text("utf-8")
    options = {option for parameter in check.params for option in parameter.opts} - {"slugs"}

    assert {option for option in options if f"`{option}" not in guide} == set()
    assert all(f"`{key}`" in guide for key in json.loads(as_json([ORDER]))[0])
    assert all(f"`--format {form}`" in guide for form in ("text", "json", "github", "sarif"))
    for example in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL):
        assert parse_yaml(example, "docs/checking.md")[1] == ()
