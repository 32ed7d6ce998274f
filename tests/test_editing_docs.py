"""The guide for editors knows every key, and its YAML can be read."""

import re
from pathlib import Path

from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.model.explainer import Explainer

GUIDE = (Path(__file__).parent.parent / "docs" / "editing.md").read_text(encoding="utf-8")


def test_every_key_of_an_explainer_is_in_the_table() -> None:
    table = GUIDE.partition("## The parts of a page")[2].partition("\n## ")[0]
    named = {
        key
        for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for key in re.findall(r"\w+", row)
    }

    assert named == set(Explainer.model_fields)


def test_every_example_is_yaml() -> None:
    examples = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)

    assert examples
    for example in examples:
        indent = len(example) - len(example.lstrip(" "))
        lines = [
            line[indent:] for line in example.splitlines() if not line.lstrip().startswith("#")
        ]
        assert parse_yaml("\n".join(lines), "docs/editing.md")[1] == (), example
