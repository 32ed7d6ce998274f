"""A problem points to the word that is wrong, however YAML writes the text around it."""

import pytest

from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile

VALUE = "Satu dua [tiga](empat.html) lima enam"
WRITTEN = {
    "plain": "dek: Satu dua [tiga](empat.html) lima enam\n",
    "plain on two lines": "dek: Satu dua [tiga](empat.html)\n  lima enam\n",
    "single quotes": "dek: 'Satu dua [tiga](empat.html) lima enam'\n",
    "double quotes": 'dek: "Satu dua [tiga](empat.html) lima enam"\n',
    "folded": "dek: >-\n  Satu dua\n  [tiga](empat.html)\n  lima enam\n",
    "literal": "dek: |-\n  Satu dua [tiga](empat.html) lima enam\n",
    "with a comment": "dek: >-  # keterangan lima\n  Satu dua [tiga](empat.html) lima\n  enam\n",
}


def file_of(yaml: str) -> ExplainerFile:
    yaml_file, problems = parse_yaml(yaml, "a.id.yaml")
    assert yaml_file is not None, problems
    explainer = Explainer(language="id", headline="Judul", based_on=())
    return ExplainerFile("a.id.yaml", "a", explainer, yaml_file.places, text=yaml)


@pytest.mark.parametrize("before", ["", "# satu dua lima\nheadline: Judul\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("yaml", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("word", ["Satu", "dua", "tiga", "empat", "lima", "enam"])
def test_a_word_is_found_in_its_line(word: str, yaml: str, line_end: str, before: str) -> None:
    text = (before + yaml).replace("\n", line_end)

    position = file_of(text).position_in(VALUE, VALUE.index(word), "dek")

    assert text.split(line_end)[position.line - 1][position.column - 1 :].startswith(word)


@pytest.mark.parametrize(
    ("yaml", "value"),
    [
        pytest.param('dek: "a\\tb c"\n', "a\tb c", id="an escape that is a space"),
        pytest.param('dek: "\\x61b c"\n', "ab c", id="an escape in the word"),
        pytest.param("headline: Judul\n", "a b", id="a text that is not there"),
    ],
)
def test_where_a_word_cannot_be_told_the_text_counts(yaml: str, value: str) -> None:
    file = file_of(yaml)

    assert file.position_in(value, value.index("b"), "dek") == file.position("dek")


def test_without_the_yaml_the_text_counts() -> None:
    file = ExplainerFile("a", "a", file_of(WRITTEN["plain"]).explainer, {("dek",): (3, 6)})

    assert str(file.position_in("satu dua", 5, "dek")) == "a:3:6"
