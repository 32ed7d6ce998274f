"""Lines come into a YAML file where they belong, and change nothing around them."""

import pytest

from jelaskan.files.yaml_layout import insert_lines, moved_lines, read_layout


def put_in(text: str, *, below: int) -> str:
    """Return text with a line below an item of its list `a`, or above the first one."""
    into = read_layout(text).lists["a"]
    offset = into.before if below < 0 else into.after[below]
    assert offset is not None
    return insert_lines(text, [(offset, f"{' ' * into.indent}- new\n")])


@pytest.mark.parametrize(
    ("text", "below", "expected"),
    [
        pytest.param("a:\n- x\n- y\n", 0, "a:\n- x\n- new\n- y\n", id="no indentation"),
        pytest.param("a:\n  - x\nb: 1\n", 0, "a:\n  - x\n  - new\nb: 1\n", id="before a key"),
        pytest.param("a:\n  - x", 0, "a:\n  - x\n  - new", id="no line break at the end"),
        pytest.param("a:\r\n- x\r\n", 0, "a:\r\n- x\r\n- new\r\n", id="CRLF"),
        pytest.param("a:\r- x\r- y\r", 0, "a:\r- x\r- new\r- y\r", id="CR"),
        pytest.param(
            "a:\n- k: x\n  # of x\n# of y\n- k: y\n",
            0,
            "a:\n- k: x\n  # of x\n- new\n# of y\n- k: y\n",
            id="comments stay with their items",
        ),
        pytest.param(
            "a: # b\n\n# c\n- x\n", -1, "a: # b\n\n- new\n# c\n- x\n", id="above the first"
        ),
        pytest.param(
            "a:\n- |\n  x\n\n- y\n", 0, "a:\n- |\n  x\n- new\n\n- y\n", id="a block of text"
        ),
        pytest.param(
            "a:\n- |+\n  x\n\n- y\n", 0, "a:\n- |+\n  x\n\n- new\n- y\n", id="its blank lines kept"
        ),
        pytest.param(
            "a:\n- >2+\n   x\n\n- y\n", 0, "a:\n- >2+\n   x\n\n- new\n- y\n", id="with an indicator"
        ),
        pytest.param(
            "a:\n- 'x\n\n  y' # z\n", 0, "a:\n- 'x\n\n  y' # z\n- new\n", id="quoted lines"
        ),
        pytest.param("a:\n- [x,\n  y]\n", 0, "a:\n- [x,\n  y]\n- new\n", id="brackets"),
        pytest.param("a:\n-\n  k: é🙂\n- y\n", 0, "a:\n-\n  k: é🙂\n- new\n- y\n", id="dash alone"),
        pytest.param("? a\n: - x\n  - y\n", 1, "? a\n: - x\n  - y\n  - new\n", id="explicit key"),
        pytest.param(
            "a:\n- 'x\u2028  y'\n- z\n", 0, "a:\n- 'x\u2028  y'\n- new\n- z\n", id="U+2028"
        ),
    ],
)
def test_a_new_item_stands_below_another(text: str, below: int, expected: str) -> None:
    assert put_in(text, below=below) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: [x]\n",
        "a: [\n  x,\n]\n",
        "a: [ # x\n]\n",
        "a: !!seq []\n",
        "a: x\n",
    ],
)
def test_no_line_goes_into_brackets(text: str) -> None:
    assert "a" not in read_layout(text).lists


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: []\nb: 1\n", "a:\n  - new\nb: 1\n", id="before a key"),
        pytest.param("a: [  ] # b\n", "a: # b\n  - new\n", id="a comment beside it"),
        pytest.param("a: []\n    # b\n# c\n", "a:\n    # b\n  - new\n# c\n", id="one below it"),
        pytest.param("a: []", "a:\n  - new", id="no line break at the end"),
        pytest.param("a: []\r\nb: 1\r\n", "a:\r\n  - new\r\nb: 1\r\n", id="CRLF"),
        pytest.param("  a:\n    []\n", "  a:\n\n    - new\n", id="below its key"),
    ],
)
def test_an_empty_list_loses_its_brackets(text: str, expected: str) -> None:
    into = read_layout(text).lists["a"]
    assert into.brackets is not None

    lines = f"{' ' * into.indent}- new\n"
    assert insert_lines(text, [(into.after[-1], lines)], [into.brackets]) == expected


def test_a_file_between_braces_has_no_layout() -> None:
    assert read_layout("{a: [x]}\n").indent is None


def test_a_first_item_beside_its_key_has_no_place_above() -> None:
    assert read_layout("? a\n: - x\n").lists["a"].before is None


def test_a_blank_line_below_a_text_that_keeps_them_is_its_own() -> None:
    layout = read_layout("a: |+\n  x\n\nb: |\n  y\n\nc: z\n")

    assert layout.glued == {layout.after["a"]}


def test_lines_are_counted_as_they_move() -> None:
    text = "a\nb\nc\n"
    insertions = [(2, "x\ny\n"), (4, "z\n")]

    assert insert_lines(text, insertions) == "a\nx\ny\nb\nz\nc\n"
    assert moved_lines(text, insertions) == {1: 1, 2: 4, 3: 6, 4: 7}
