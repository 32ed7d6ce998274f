import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jelaskan.files.yaml_file import read_yaml
from jelaskan.files.yaml_reader import parse_yaml


def test_every_scalar_is_text_and_nothing_written_is_none() -> None:
    file, problems = parse_yaml(
        "a: no\nb: 12:30\nc: 1e3\nd: 0o7\ne: 2024-12-03\nf:\ng: ~\nh: null\ni: 'null'\nj: ''\n", "f"
    )

    assert problems == ()
    assert file is not None
    assert file.value == {
        "a": "no",
        "b": "12:30",
        "c": "1e3",
        "d": "0o7",
        "e": "2024-12-03",
        "f": None,
        "g": None,
        "h": None,
        "i": "null",
        "j": "",
    }


def test_every_value_and_every_key_knows_its_line_and_column() -> None:
    file, _ = parse_yaml(
        "# 😀\nsatu: [\U0001f600x, dua]\r\nlist:\n- teks: >-\n    isi\n  b:\n", "f"
    )

    assert file is not None
    assert file.places == {
        (): (2, 1),
        ("satu",): (2, 7),
        ("satu", 0): (2, 8),
        ("satu", 1): (2, 12),
        ("list",): (4, 1),
        ("list", 0): (4, 3),
        ("list", 0, "teks"): (4, 9),
        ("list", 0, "b"): (6, 5),
    }
    assert file.keys[("list", 0, "b")] == (6, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(end: str) -> None:
    _, problems = parse_yaml(f"a: 'x\u2028y'{end}b: c{end}b: d{end}", "f.yaml")

    assert str(problems[0].position) == "f.yaml:3:1"


def test_lines_are_those_of_an_editor(tmp_path: Path) -> None:
    """libyaml ends lines at U+0085 and U+2028; the byte order mark has no column."""
    (tmp_path / "a.yaml").write_bytes("\ufeffa: 'x\u2028 y\x85 z'\nb: c\n".encode())

    file, problems = read_yaml(tmp_path / "a.yaml", tmp_path)

    assert problems == ()
    assert file is not None
    assert file.places[("b",)] == (2, 4)
    assert file.keys[("a",)] == (1, 1)


def test_a_key_written_twice_keeps_its_first_value_and_the_rest_is_read() -> None:
    file, problems = parse_yaml("a: 1\nb: {c: 2}\nb:\n  c: 3\n  d: 4\nb: x\ne: 5\n", "f.yaml")

    assert file is not None
    assert file.value == {"a": "1", "b": {"c": "2"}, "e": "5"}
    assert file.places[("b", "c")] == (2, 8)
    assert [str(problem).splitlines()[0] for problem in problems] == [
        "f.yaml:3:1: Y04: `b` is written twice in one mapping; the first is on line 2",
        "f.yaml:6:1: Y04: `b` is written twice in one mapping; the first is on line 2",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: b: c\n", "1:5: Y01: a “: ” stands where none can", id="second colon"),
        pytest.param("a:\n  b: c\n   d: e\n", "3:5: Y01: a “: ” stands", id="indented too deep"),
        pytest.param("x: y\na: 'b\nc: d\n", "2:4: Y01: a quotation mark is opened", id="open '"),
        pytest.param('a: "b\n---\n', "1:4: Y01: a quotation mark is opened", id='open "'),
        pytest.param('a: "b" c\n', "1:8: Y01: this line fits nowhere", id="words after a mark"),
        pytest.param("a: 'it's'\n", "1:8: Y01: this line fits nowhere", id="apostrophe"),
        pytest.param("a: [b, c\nd: e\n", "1:4: Y01: a “[” or “{” is not closed", id="open ["),
        pytest.param("- a\nb: c\n", "2:1: Y01: an item of the list", id="key among items"),
        pytest.param("a: - b\n", "1:4: Y01: a “- ” stands", id="a list on the line of its key"),
        pytest.param('a: "\\q"\n', "1:5: Y01: a backslash", id="escape that is none"),
        pytest.param("a: @b\n", "1:4: Y01: a text cannot begin with “@”: a: @b", id="at sign"),
        pytest.param("a: `b`\n", "1:4: Y01: a text cannot begin with “`”", id="backtick"),
        pytest.param("a: %b\n", "1:4: Y01: a text cannot begin with “%”", id="per cent"),
        pytest.param("  a: b\nc: d\n", "2:1: Y01: this line is indented less", id="less indented"),
        pytest.param("a: b\nc\nd: e\n", "2:1: Y01: a key without a colon", id="no colon"),
        pytest.param("a:b\nc: d\n", "1:1: Y01: the space behind the colon", id="no space, first"),
        pytest.param("a: b\nc:d\n", "2:1: Y01: the space behind the colon", id="no space, last"),
        pytest.param("- a:b\n  c: d\n", "1:3: Y01: the space behind", id="no space in an item"),
        pytest.param("a: b\nc:[d]\ne: f\n", "2:1: Y01: the space behind", id="no space, a list"),
        pytest.param("a: b\nhttps://c\nd: e\n", "2:1: Y01: a key without", id="an address"),
        pytest.param("a:\xa0b\nc: d\n", "1:3: Y02: a special space", id="special space, colon"),
        pytest.param("a: b\n\xa0c: d\n", "2:1: Y02: a special space", id="special space, key"),
        pytest.param("- a: b\n\xa0\xa0c: d\n  e: f\n", "2:1: Y02", id="special spaces in a list"),
        pytest.param("- a: b\n  c: d\n-\u2009a: e\n", "3:2: Y02", id="special space, a dash"),
        pytest.param("a: b #c\n  d\n", "1:6: Y01: a comment begins here", id="text cut in two"),
        pytest.param("a:\n\t- x\n", "2:1: Y02: a tab", id="tab as indentation"),
        pytest.param("a: b\x07\n", "1:5: Y03: a control character", id="control character"),
        pytest.param('a: "\\0"\n', "1:4: Y03: the text stands for a control", id="escaped control"),
        pytest.param("a: &x y\n", "1:4: Y05: an anchor “&x”", id="anchor"),
        pytest.param("a: *x\n", "1:4: Y05: an alias “*x”", id="alias"),
        pytest.param("a:\n  <<: {b: c}\n", "2:3: Y05: a merge key", id="merge key"),
        pytest.param("a: !!int 3\n", "1:4: Y06: a tag", id="tag"),
        pytest.param("a: !b c\n", "1:4: Y06: a tag “!b”", id="tag of one's own"),
        pytest.param("a: " + "[" * 100_000, "1:27: Y07: the file is read", id="deep brackets"),
        pytest.param("{" * 100_000, "1:2: Y08: a list or a mapping", id="deep braces"),
        pytest.param("? [a]\n: b\n", "1:3: Y08: a list or a mapping stands", id="list as key"),
        pytest.param("a: b\n---\nc: d\n", "2:1: Y09: a second document", id="two documents"),
    ],
)
def test_what_is_not_plain_yaml_is_a_problem_at_its_place(text: str, expected: str) -> None:
    _, problems = parse_yaml(text, "f.yaml")

    (problem,) = problems
    assert str(problem).startswith(f"f.yaml:{expected}")
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("text: a #turned away\n", ["1:9"], id="a word"),
        pytest.param("- text: a\n    b #1 c\n  quote: d\n", ["2:7"], id="on a later line"),
        pytest.param("{near: a #b\n}\n", ["1:10"], id="between braces"),
        pytest.param("text: a # b\n", [], id="a comment as comments are"),
        pytest.param("text: 'a' #b\n", [], id="behind quotation marks"),
        pytest.param("text: a#b\n", [], id="inside a word"),
        pytest.param("text: |\n  a #b\n", [], id="in a block"),
        pytest.param("status: ready #b\n", [], id="not a text of the article"),
    ],
)
def test_a_comment_that_may_belong_to_the_text_is_told(text: str, places: list[str]) -> None:
    file, problems = parse_yaml(text, "f.yaml")

    assert file is not None
    assert [str(problem.position) for problem in problems] == [f"f.yaml:{at}" for at in places]
    assert all((one.code, one.severity) == ("Y16", "warning") for one in problems)


def test_an_item_whose_dash_is_missing_is_told_once_and_left_out() -> None:
    text = "list:\n- a: 1\n  b: 2\n  a: 3\n  c: 4\n  b: 5\n  a: 6\n  b: 7\n- a: 8\n"

    file, problems = parse_yaml(text, "f.yaml")

    assert file is not None
    assert file.value == {"list": [{"a": "1", "b": "2"}, {"a": "8"}]}
    assert file.left_out == {("list",)}
    assert [str(problem.position) for problem in problems] == ["f.yaml:4:3", "f.yaml:7:3"]
    assert all("write “- ” before it" in problem.hint for problem in problems)


def test_one_key_twice_in_an_item_is_no_missing_dash() -> None:
    file, problems = parse_yaml("- a: 1\n  a: 2\n  b: 3\n", "f.yaml")

    assert file is not None
    assert file.value == [{"a": "1", "b": "3"}]
    assert file.left_out == frozenset()
    assert [problem.hint for problem in problems] == ["delete one of them, or join the two"]


def test_a_place_counts_from_the_file_of_which_the_text_is_a_part() -> None:
    _, problems = parse_yaml("a: 1\na: 2", "seed.txt", first_line=2)

    assert str(problems[0].position) == "seed.txt:3:1"


def without_empty(value: object) -> object:
    """Return a value with everything that may stand for “nothing” as None."""
    if isinstance(value, dict):
        return {key: without_empty(part) for key, part in value.items()}
    if isinstance(value, list):
        return [without_empty(part) for part in value]
    return None if value in ("", "~", "null") else value


@settings(deadline=None)
@given(st.text("ab:-[]{},'\"#|> \n~?!&*", max_size=40) | st.text(max_size=40))
def test_what_can_be_read_is_what_libyaml_reads(text: str) -> None:
    file, problems = parse_yaml(text, "f")

    assert file is not None or problems
    if not problems:
        assert file is not None
        assert without_empty(file.value) == without_empty(yaml.load(text, Loader=yaml.CBaseLoader))


def test_many_values_are_refused_before_they_take_time() -> None:
    began = time.perf_counter()

    file, problems = parse_yaml("- \n" * 1_000_000, "f")

    assert file is None
    assert [problem.code for problem in problems] == ["Y07"]
    assert time.perf_counter() - began < 5
