"""One thing is changed, and every other letter stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jelaskan.files.mend import mend
from jelaskan.files.yaml_edit import edit
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.messages import Message
from jelaskan.problems import Arrange, Cure, Position, Problem, Rename, Write


@pytest.mark.parametrize(
    ("text", "cure", "expected"),
    [
        pytest.param("a: 400  # x\n", Write(("a",), "40"), "a: 40  # x\n", id="a plain value"),
        pytest.param("a: '400'\n", Write(("a",), "40"), "a: '40'\n", id="quoted once"),
        pytest.param('a: "400"\n', Write(("a",), "40"), 'a: "40"\n', id="quoted twice"),
        pytest.param("a:\n- b: x\r\n", Write(("a", 0, "b"), "y"), "a:\n- b: y\r\n", id="deep"),
        pytest.param("{a: 1, b: 2}", Write(("a",), "[3, 4]"), "{a: [3, 4], b: 2}", id="a list"),
        pytest.param("a: x", Write(("a",), "[x]"), "a: [x]", id="a list of one"),
        pytest.param(
            "- a: 1  # x\r\n  c: 2\r\n",
            Write((0, "b"), "at least", behind="a"),
            "- a: 1  # x\r\n  b: at least\r\n  c: 2\r\n",
            id="a new key on a line of its own",
        ),
        pytest.param(
            "- {a: 1, c: 2}\n",
            Write((0, "b"), "x", behind="a"),
            "- {a: 1, b: x, c: 2}\n",
            id="a new key between braces",
        ),
        pytest.param(
            "- c: 2\n  a: 1", Write((0, "b"), "x", behind="a"), "- c: 2\n  a: 1\n  b: x\n", id="end"
        ),
        pytest.param("hedline: x\n", Rename(("hedline",), "headline"), "headline: x\n", id="key"),
        pytest.param("'b': x\n", Rename(("b",), "c"), "'c': x\n", id="quoted key"),
        pytest.param("x: 'y\nb: c\na: 1\n", Write(("a",), "2"), "x: 'y\nb: c\na: 2\n", id="broken"),
        pytest.param("a: >-\n  400\n", Write(("a",), "40"), None, id="folded"),
        pytest.param("a: '4''0'\n", Write(("a",), "40"), None, id="escaped"),
        pytest.param("a: [1, 2]\n", Write(("a",), "40"), None, id="a list for a number"),
        pytest.param("a: '4'\n", Write(("a",), "[4, 5]"), None, id="a list in marks"),
        pytest.param("a:\n", Write(("a",), "40"), None, id="nothing there"),
        pytest.param("b: 1\n", Write(("a",), "40"), None, id="no such key"),
        pytest.param("a: 1\nb: 2\n", Rename(("a",), "b"), None, id="a key that is there"),
        pytest.param("'a\n", Write(("a",), "40"), None, id="no YAML"),
    ],
)
def test_a_cure_is_done_to_the_letter_or_not_at_all(
    text: str, cure: Cure, expected: str | None
) -> None:
    assert edit(text, "f.yaml", cure) == expected


def arranged(text: str, *order: int) -> str | None:
    return edit(text, "f.yaml", Arrange(("list",), order))


def test_items_are_put_in_order_with_their_comments() -> None:
    text = (
        "list:\n"
        "  # of b\n"
        "  - date: b  # beside b\n"
        "    text: |\n"
        "      # no comment\n"
        "\n"
        "  # of a\n"
        "  - date: a\n"
        "    # in a\n"
        "\n"
        "# of next\n"
        "next: x\n"
    )

    assert arranged(text, 1, 0) == (
        "list:\n"
        "  # of a\n"
        "  - date: a\n"
        "    # in a\n"
        "\n"
        "  # of b\n"
        "  - date: b  # beside b\n"
        "    text: |\n"
        "      # no comment\n"
        "\n"
        "# of next\n"
        "next: x\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("list:\n# all\n- b\n- a\n", "list:\n# all\n- a\n- b\n", id="of the list"),
        pytest.param("list:\r\n- b\r\n- a", "list:\r\n- a\r\n- b", id="no line end at the end"),
        pytest.param("list: [b, a]\n", None, id="between brackets"),
        pytest.param("list:\n-\n  b: 1\n-\n  a: 1\n", None, id="a dash on a line of its own"),
        pytest.param("list:\n- 'b\n\nb'\n- a\n", "list:\n- a\n- 'b\n\nb'\n", id="over two lines"),
    ],
)
def test_a_list_is_put_in_order_where_it_has_lines(text: str, expected: str | None) -> None:
    assert arranged(text, 1, 0) == expected


ITEM = st.tuples(
    st.lists(st.sampled_from(["# a", "", "# b"]), max_size=3),
    st.sampled_from(
        ["date: a", "date: b\n    text: |\n      # c\n\n      d", "{date: c}", "'d\n\n    e'"]
    ),
    st.lists(st.sampled_from(["    # deep", "", "  # low", "# out"]), max_size=3),
)


@settings(deadline=None)
@given(st.lists(ITEM, min_size=2, max_size=5), st.randoms(), st.sampled_from(["\n", "\r\n"]))
def test_in_whatever_order_no_line_is_lost(items: list, random: object, end: str) -> None:  # type: ignore[type-arg]
    lines = ["first: x", "list:"]
    for above, item, below in items:
        lines += [f"  {line}" if line else "" for line in above]
        lines += [*f"  - {item}".split("\n"), *below]
    text = end.join([*lines, "last: y", ""])
    order = list(range(len(items)))
    random.shuffle(order)  # type: ignore[attr-defined]

    result = arranged(text, *order)

    if result is not None:
        before, after = parse_yaml(text, "f")[0], parse_yaml(result, "f")[0]
        assert before is not None
        assert after is not None
        assert after.value["list"] == [before.value["list"][number] for number in order]
        assert sorted(result.split(end)) == sorted(text.split(end))


def a_problem(code: str, cure: Cure | None = None) -> Problem:
    return Problem(Position("f", 1, 1), code, Message(code), cure=cure)


def test_cures_are_done_until_none_is_left() -> None:
    def find(text: str) -> tuple[Problem, ...]:
        problems = [a_problem("A01", Write(("a",), "2"))] if "a: 1" in text else []
        problems += [a_problem("A02", Rename(("b",), "c"))] if "b: " in text else []
        return (*problems, a_problem("A03"))

    mended = mend("b: x\na: 1\n", "f", find)

    assert mended.text == "c: x\na: 2\n"
    assert [problem.code for problem in mended.cured] == ["A01", "A02"]


@pytest.mark.parametrize("after", [["A01"], ["A02"], ["A01", "A02"], ["A02", "A03"]])
def test_a_cure_that_makes_a_problem_or_ends_none_is_not_done(after: list[str]) -> None:
    def find(text: str) -> tuple[Problem, ...]:
        codes = ["A01"] if text == "a: 1\n" else after
        return tuple(a_problem(code, Write(("a",), "2")) for code in codes)

    assert mend("a: 1\n", "f", find) == ("a: 1\n", ())
