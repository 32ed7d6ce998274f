"""Explainer files with one fault each: its code, at its line and column, and nothing else.

`broken/base` is a whole site without a fault. A patch changes its explainer: lines with “-” are
taken out and those with “+” put in. Above stand the problems that are expected, by line, column
and code; `file` is what the explainer is named, and with `keep` the one of the base stays.
"""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from jelaskan import pipeline
from jelaskan.problems import Problem
from support import Run, tree

FOLDER = Path(__file__).parent / "broken"
EXPLAINER = "content/explainers/tanggul.id.yaml"
CASES = sorted(path.stem for path in FOLDER.glob("*.patch"))
ELSEWHERE = {"S07", "S08", "S09", "G07", "G08"}
"""Codes that only people.yaml and glossary.yaml can have."""
OF_NAMES = {"B01", "B02"}
"""Codes of an explainer whose page could not be written where its name puts it."""


class Case(NamedTuple):
    expected: list[str]
    file: str
    is_beside: bool
    blocks: list[tuple[str, str]]


def read_case(name: str) -> Case:
    text = (FOLDER / f"{name}.patch").read_text("utf-8")
    head, *blocks = text.rstrip("\n").split("\n\n")
    fields = [line.split(": ", 1) for line in head.split("\n")]
    found = dict(fields)
    return Case(
        [value for key, value in fields if key == "expect"],
        found.get("file", EXPLAINER),
        "keep" in found,
        [(lines(block, "-"), lines(block, "+")) for block in blocks],
    )


def lines(block: str, sign: str) -> str:
    chosen = [line[1:] for line in block.split("\n") if line.startswith(sign)]
    text = "".join(f"{line}\n" for line in chosen)
    return re.sub(r"\\x(\w\w)", lambda escape: chr(int(escape[1], 16)), text)


def patched(blocks: list[tuple[str, str]]) -> str:
    if [old for old, _ in blocks] == [""]:
        return blocks[0][1]  # a file of its own
    text = "\n" + (FOLDER / "base" / EXPLAINER).read_text("utf-8")
    for old, new in blocks:
        assert text.count(f"\n{old}") == 1, old
        text = text.replace(f"\n{old}", f"\n{new}")
    return text[1:]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site without a fault, to be broken."""
    return shutil.copytree(FOLDER / "base", tmp_path / "site")


def write_case(name: str, site: Path) -> Case:
    case = read_case(name)
    if not case.is_beside:
        (site / EXPLAINER).unlink()
    (site / case.file).write_text(patched(case.blocks), "utf-8")
    return case


def said(problem: Problem) -> str:
    return f"{problem.position.line}:{problem.position.column} {problem.code}"


def test_the_base_has_no_fault(site: Path) -> None:
    assert pipeline.check(site).problems == ()


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_found_where_it_is(name: str, site: Path) -> None:
    case = write_case(name, site)

    problems = pipeline.check(site).problems

    assert [said(problem) for problem in problems] == case.expected
    assert {problem.position.path for problem in problems} == {case.file}
    assert all(problem.hint for problem in problems)
    assert name.startswith(problems[-1].code)


def test_every_code_that_an_explainer_can_have_has_a_case() -> None:
    codes = {code for code in pipeline.explain_codes() if code[0] in "YCQKTSG"}

    assert {name[:3] for name in CASES} == codes - ELSEWHERE | OF_NAMES
    assert len(CASES) >= 60


TEN = (
    "K09-number-in-the-dek",
    "K06-a-nought-too-many",
    "Q02-word-changed",
    "Q01-id-twice",
    "Q09-denial-affirmed",
    "Q08-another-speaker",
    "C11-link-to-nowhere",
    "T06-another-day",
    "G02-unknown",
    "C02-note-changed",
)
TEN_OF_FORM = (
    "Y14-status",
    "Y15-no-day",
    "Y13-text-for-a-list",
    "Y01-key-without-colon",
    "Y15-no-number",
    "Y10-unknown-key",
    "Y12-no-value",
    "Q02-word-changed",
    "T06-another-day",
    "C02-note-changed",
)


@pytest.mark.parametrize(
    "names", [pytest.param(TEN, id="of content"), pytest.param(TEN_OF_FORM, id="of form too")]
)
def test_ten_faults_are_ten_problems(names: tuple[str, ...], site: Path) -> None:
    cases = [read_case(name) for name in names]
    blocks = [block for case in cases for block in case.blocks]
    expected = [problem for case in cases for problem in case.expected]
    (site / EXPLAINER).write_text(patched(blocks), "utf-8")

    problems = [said(problem) for problem in pipeline.check(site).problems]

    assert sorted(problems) == sorted(expected)
    assert len(problems) == 10


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"\x00\x01\x02", ["1:1 F05"], id="no text"),
        pytest.param(b"x" * 4_000_001, ["1:1 F04"], id="too large"),
        pytest.param(None, ["1:1 F02"], id="a folder"),
        pytest.param(b"", ["1:1 Y12"], id="empty"),
        pytest.param(b"- a\n", ["1:1 Y13"], id="a list"),
        pytest.param(b"\xef\xbb\xbf", ["1:1 Y12"], id="a byte order mark"),
    ],
)
def test_a_file_that_is_no_explainer_is_told(
    content: bytes | None, expected: list[str], site: Path
) -> None:
    path = site / "content/explainers/lain.id.yaml"
    path.mkdir() if content is None else path.write_bytes(content)

    assert [said(problem) for problem in pipeline.check(site).problems] == expected


def test_one_broken_file_does_not_hide_the_faults_of_another(site: Path) -> None:
    text = patched(read_case("Q02-word-changed").blocks)
    (site / EXPLAINER).write_text(text, "utf-8")
    (site / "content/explainers/lain.id.yaml").write_text("{", "utf-8")
    people = site / "content/people.yaml"
    people.write_text(people.read_text("utf-8") + "budi: 'x\n", "utf-8")

    problems = pipeline.check(site).problems

    assert [(problem.position.path, problem.code) for problem in problems] == [
        ("content/explainers/lain.id.yaml", "Y01"),
        (EXPLAINER, "Q02"),
        ("content/people.yaml", "Y01"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(b"published", b"publised", ["Y10", "Q02"], id="a misspelt key"),
        pytest.param(b"2025-05-01", b"2025-05", ["Y15"], id="no day"),
        pytest.param(b"siap", b"si\0ap", ["F05"], id="no text"),
    ],
)
def test_an_article_with_a_fault_is_not_missed(
    old: bytes, new: bytes, expected: list[str], site: Path
) -> None:
    text = patched(read_case("Q02-word-changed").blocks)
    (site / EXPLAINER).write_text(text, "utf-8")
    seed = site / "seeds/tanggul.txt"
    seed.write_bytes(seed.read_bytes().replace(old, new))

    assert sorted(problem.code for problem in pipeline.check(site).problems) == sorted(expected)


@pytest.mark.parametrize("name", ["Y07-brackets", "Y03-control-character", "Q02-word-changed"])
def test_the_command_shows_the_line_with_a_caret(name: str, site: Path, jelaskan: Run) -> None:
    case = write_case(name, site)
    before = tree(site)

    result = jelaskan("check", "--root", site)

    line, column = case.expected[0].split(" ")[0].split(":")
    shown = result.stdout.split("\n")
    assert shown[0].startswith(f"{case.file}:{line}:{column}: {name[:3]}: ")
    assert shown[1].startswith(f"  {line} | ")
    assert shown[2] == f"  {' ' * len(line)} | {' ' * (int(column) - 1)}^"
    assert (result.returncode, result.stderr, tree(site)) == (1, "", before)
