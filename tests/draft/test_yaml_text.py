"""The YAML of drafts is read back letter for letter."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jelaskan.draft.yaml_text import WIDTH, write_comment, write_entry, write_scalar
from jelaskan.files.yaml_reader import parse_yaml

# Control characters are no part of YAML; a draft leaves them out before it writes.
LETTERS = st.characters(exclude_categories=["Cs", "Cc"]).filter(lambda c: ord(c) & 0xFFFE != 0xFFFE)
TEXT = st.text(LETTERS | st.sampled_from("\n\t\r")) | st.text(
    "ab :#-,\n\t\"'“”[]{}&*!|>%@`\\ 0.1~", max_size=300
)


@given(TEXT, TEXT, TEXT)
def test_any_text_comes_back_as_it_was(one: str, other: str, third: str) -> None:
    value = {
        "text": one,
        "list": [one, other],
        "mapping": {"text": other},
        "items": [{"text": one, "more": third}, {"text": other}],
    }
    text = "".join(write_comment(third) + write_entry(key, item) for key, item in value.items())
    yaml_file, problems = parse_yaml(text, "a.yaml")

    assert problems == ()
    assert yaml_file is not None
    assert yaml_file.value == value
    assert yaml.safe_load(text) == value


@given(st.text("abc ,.“”", max_size=400).map(lambda text: " ".join(text.split())))
def test_prose_is_folded_and_its_lines_are_short(text: str) -> None:
    lines = write_entry("text", text, 4).splitlines()

    assert all(
        len(line) <= WIDTH or " " not in line.strip() for line in lines if "text:" not in line
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("Mira Tandean", "Mira Tandean", id="plain words"),
        pytest.param("kata", "kata", id="a plain word"),
        pytest.param("no", '"no"', id="a truth value in old YAML"),
        pytest.param("2025-05-03", '"2025-05-03"', id="a date"),
        pytest.param("12:30", '"12:30"', id="a number to the base of sixty"),
        pytest.param("40", '"40"', id="a text of digits"),
        pytest.param("Harga: naik", '"Harga: naik"', id="a mapping"),
        pytest.param("“Siap”", '"“Siap”"', id="quotation marks"),
        pytest.param('"Siap"', '"\\"Siap\\""', id="straight quotation marks"),
        pytest.param("- siap", '"- siap"', id="a list"),
        pytest.param("siap #1", '"siap #1"', id="a comment"),
        pytest.param(" siap", '" siap"', id="a space before"),
        pytest.param("", '""', id="nothing"),
        pytest.param("a\u200bb", '"a\\u200bb"', id="what nobody sees"),
        pytest.param(40.0, "40", id="a whole number"),
        pytest.param(2_500_000_000.0, "2500000000", id="a large number"),
        pytest.param(3.4, "3.4", id="a fraction"),
    ],
)
def test_what_yaml_could_misread_is_quoted(value: str | float, expected: str) -> None:
    assert write_scalar(value) == expected


def test_a_comment_is_one_whatever_stands_in_it() -> None:
    assert write_comment("satu\n- dua\u2028tiga") == "# satu - dua tiga\n"
