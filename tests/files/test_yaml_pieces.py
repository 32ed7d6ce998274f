"""A file that is broken in one place is read in the others."""

from pathlib import Path

import pytest

from jelaskan.files.yaml_pieces import parse_pieces
from jelaskan.files.yaml_reader import YamlFile, parse_yaml
from support import assert_in_proportion


def read(text: str) -> tuple[YamlFile | None, list[str]]:
    file, problems = parse_pieces(text, "f.yaml")
    return file, [str(problem).splitlines()[0].removeprefix("f.yaml:") for problem in problems]


def test_a_whole_file_is_read_as_ever() -> None:
    text = "# a\na: 'b\n\n  c'\nd: |\n  e: 'f\n"

    assert parse_pieces(text, "f") == parse_yaml(text, "f")


def test_every_broken_place_is_told_and_the_rest_is_there() -> None:
    file, problems = read(
        "headline: 'Tanggul\n"
        "dek: it's\n"
        "list:\n"
        "  - id: satu\n"
        "    text: 'it's'\n"
        "  # dua\n"
        "  - id: dua\n"
        "    text: b\n"
        "  - {id: tiga\n"
        "kicker: a: b\n"
        "end: \x07\n"
        "last: c\n"
    )

    assert file is not None
    assert file.value == {
        "dek": "it's",
        "list": [{"id": "dua", "text": "b"}],
        "last": "c",
    }
    assert file.places[("list", 0, "text")] == (8, 11)
    assert file.left_out == {("headline",), ("list",), ("kicker",), ("end",)}
    assert [problem.rpartition(": ")[0][:40] for problem in problems] == [
        "1:11: Y01: a quotation mark is opened he",
        "5:15: Y01: this line fits nowhere: its i",
        "9:5: Y01: a “[” or “{” is not closed, or",
        "10:10: Y01: a “: ” stands where none can",
        "11:6: Y03: a control character that nobo",
    ]


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_is() -> None:
    """Read as a whole, it ends at the next mark, two lines below, and the fault seems to be there."""
    _, problems = read('a: "b\nc: d\ne: "f"\n')

    assert problems == ['1:4: Y01: a quotation mark is opened here and never closed: a: "b']


@pytest.mark.parametrize(
    ("text", "value", "left_out"),
    [
        pytest.param("  a: b\nc: d\n", {"a": "b"}, {"c"}, id="indented less than the first"),
        pytest.param("a:\n- b\n%c:\n- d\n", {"a": ["b"]}, {"c"}, id="a damaged key"),
        pytest.param(
            "a:\n- b: 1\n- b: one\ntwo\n  c: 3\nd: e\n",
            {"a": [{"b": "1"}], "d": "e"},
            {"a", "two"},
            id="a torn line",
        ),
    ],
)
def test_what_goes_with_a_broken_line_is_left_out(
    text: str, value: object, left_out: set[str]
) -> None:
    file, problems = read(text)

    assert file is not None
    assert (file.value, len(problems)) == (value, 1)
    assert {key for (key,) in file.left_out} == left_out


def test_a_list_of_which_nothing_can_be_read_is_left_out() -> None:
    file, problems = read("a: b\nlist:\n- 'c\n- [d\n")

    assert file is not None
    assert file.value == {"a": "b", "list": None}
    assert len(problems) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- a\nb: c\n", id="no piece is broken alone"),
        pytest.param("{a: b\n", id="no pieces"),
        pytest.param("'a\n", id="no key"),
        pytest.param("- \n" * 300_000, id="too many values"),
    ],
)
def test_where_there_are_no_pieces_the_whole_is_told(text: str) -> None:
    file, problems = parse_pieces(text, "f")

    assert file is None
    assert problems == parse_yaml(text, "f")[1]


def test_a_broken_file_takes_time_that_grows_with_its_length() -> None:
    assert_in_proportion(
        lambda text: parse_pieces(text, "f"), "a: 'b\n  - c\n  - [d\n", length=20_000
    )


def test_the_example_cut_anywhere_is_still_mostly_read() -> None:
    path = next(Path(__file__).parents[2].joinpath("content/explainers").glob("*.id.yaml"))
    text = path.read_text("utf-8")
    for cut in range(1000, len(text), 2500):
        file, _ = parse_pieces(f"{text[:cut]} “': {text[cut:]}", "f")
        assert file is not None
        assert len(file.value) >= 12
