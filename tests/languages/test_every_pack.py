"""Every pack that is found passes the examples that it brings with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from jelaskan import languages
from jelaskan.extract.attributions import find_attributions
from jelaskan.extract.doubts import REASONS
from jelaskan.extract.layout import lay_out
from jelaskan.model.article import Article


def examples(section: str) -> list[Any]:
    return list(_examples(section))


def _examples(section: str) -> Iterator[Any]:
    for code in languages.available():
        path = Path(languages.__file__).parent / code / "examples.yaml"
        cases = yaml.safe_load(path.read_text(encoding="utf-8")).get(section, [])
        for case in cases:
            yield pytest.param(code, case, id=f"{code}: {case['text']}")


@pytest.mark.parametrize(("code", "case"), examples("attributions"))
def test_who_said_what(code: str, case: dict[str, Any]) -> None:
    pack = languages.load(code)
    article = Article("example", code, case["text"], "seeds/example.txt")
    found = find_attributions(lay_out(article, pack, ()), pack)

    assert [
        {
            "content": [mention.text for mention in attribution.content],
            "cue": attribution.cue and attribution.cue.text,
            "source": attribution.source and attribution.source.text,
            "kind": attribution.kind,
            "polarity": attribution.polarity,
        }
        for attribution in found
    ] == [
        {"cue": None, "source": None, "kind": "direct", "polarity": "affirmed", **said}
        for said in case["said"]
    ]
    for attribution in found:
        for mention in (*attribution.content, attribution.cue, attribution.source):
            assert mention is None or case["text"][mention.start : mention.end] == mention.text
        assert {doubt.reason for doubt in attribution.doubts} <= set(REASONS)


@pytest.mark.parametrize("code", languages.available())
def test_a_pack_has_what_the_engine_asks_for(code: str) -> None:
    pack = languages.load(code)

    assert pack.code == code
    assert pack.basics.name
    assert pack.cues.groups
    assert len(pack.stop_words) > 50


@pytest.mark.parametrize("code", languages.available())
def test_a_pack_is_detected_by_its_own_examples(code: str) -> None:
    path = Path(languages.__file__).parent / code / "examples.yaml"
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))["attributions"]

    assert languages.detect(" ".join(case["text"] for case in cases)) == code


def test_an_unknown_language_has_no_pack() -> None:
    with pytest.raises(KeyError):
        languages.load("xx")
