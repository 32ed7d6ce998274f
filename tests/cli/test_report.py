"""How problems are printed for people."""

import io
from pathlib import Path

import pytest

from jelaskan.cli.excerpt import excerpt, printable
from jelaskan.cli.report import print_problems
from jelaskan.messages import Message
from jelaskan.problems import Position, Problem


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def under(text: str, before: int) -> str:
    """Return what a caret behind a number of cells points at."""
    return text[before : before + 1]


@pytest.mark.parametrize(
    ("line", "column", "text", "before"),
    [
        pytest.param("a: b", 4, "a: b", 3, id="a plain line"),
        pytest.param("a:\tb", 4, "a:  b", 4, id="a tab goes to the next stop"),
        pytest.param("\t\tb", 3, "        b", 8, id="two tabs"),
        pytest.param("標題: 値", 5, "標題: 値", 6, id="wide letters take two cells"),
        pytest.param("cafe\u0301: b", 8, "cafe\u0301: b", 6, id="an accent takes none"),
        pytest.param("a\u202eb: c", 5, "a\ufffdb: c", 4, id="a change of direction is shown"),
        pytest.param("a\x1b[31m: c", 9, "a\ufffd[31m: c", 8, id="an escape is not obeyed"),
        pytest.param("a: b", 99, "a: b", 4, id="a place behind the end"),
        pytest.param("", 1, "", 0, id="an empty line"),
    ],
)
def test_the_caret_stands_under_its_place(line: str, column: int, text: str, before: int) -> None:
    assert excerpt(line, column) == (text, before)


@pytest.mark.parametrize("column", [1, 2, 50, 150, 151, 299, 300])
def test_of_a_long_line_the_part_around_the_place_is_shown(column: int) -> None:
    line = "".join(chr(0x4E00 + number) if number % 7 == 0 else "x" for number in range(300))
    marked = line[: column - 1] + "@" + line[column:]

    text, before = excerpt(marked, column, 60)
    cells = "".join(f"{letter} " if letter > "\u4dff" else letter for letter in text)

    assert under(cells, before) == "@"
    assert 40 <= len(cells) <= 60
    assert text.startswith("…") == (column > 25)


def test_a_cut_line_does_not_begin_with_an_accent() -> None:
    text, _ = excerpt("e\u0301" * 300, 401, 60)

    assert text.startswith("…e\u0301")


def test_printed_text_keeps_its_lines_and_loses_what_a_terminal_obeys() -> None:
    assert printable("a\nb\x1b\x9b\u2066c") == "a\nb\ufffd\ufffd\ufffdc"


PROBLEMS = (
    Problem(Position("b.yaml", 2, 4), "Q02", Message("not there"), Message("look\nagain")),
    Problem(Position("b.yaml", 1, 1), "T01", Message("in no order"), severity="warning"),
    Problem(Position("b.yaml", 2, 4), "Q02", Message("not there"), Message("look\nagain")),
    Problem(Position("gone.yaml", 1, 1), "F01", Message("there is no file")),
)


def test_every_problem_is_shown_once_in_file_order_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(b"a: x\r\nbb: yy\r\n")
    stream = io.StringIO()

    print_problems(PROBLEMS, tmp_path, to=stream)

    assert stream.getvalue() == (
        "b.yaml:1:1: T01: warning: in no order\n"
        "  1 | a: x\n"
        "    | ^\n"
        "b.yaml:2:4: Q02: not there\n"
        "  2 | bb: yy\n"
        "    |    ^\n"
        "  hint: look\n"
        "  hint: again\n"
        "gone.yaml:1:1: F01: there is no file\n"
        "errors: 2, warnings: 1\n"
    )


def test_quiet_is_the_count_alone() -> None:
    stream = io.StringIO()

    print_problems(PROBLEMS, quiet=True, to=stream)

    assert stream.getvalue() == "errors: 2, warnings: 1\n"


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        pytest.param(Terminal(), {}, True, id="a terminal"),
        pytest.param(io.StringIO(), {}, False, id="a pipe"),
        pytest.param(Terminal(), {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param(Terminal(), {"NO_COLOR": ""}, True, id="an empty NO_COLOR"),
        pytest.param(Terminal(), {"TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_colours_are_for_terminals(
    stream: io.StringIO,
    environment: dict[str, str],
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    print_problems(PROBLEMS, to=stream)

    assert ("\x1b[" in stream.getvalue()) == coloured
