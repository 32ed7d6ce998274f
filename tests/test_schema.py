"""Editors complete, explain and underline by the schemas that `jelaskan init` writes."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from jelaskan import pipeline
from jelaskan.schema import FILES, make_schema
from jelaskan.starter import starter_languages
from language_server import LanguageServer

SERVER = Path(__file__).parents[1] / (
    ".tools/yaml/node_modules/yaml-language-server/bin/yaml-language-server"
)
EXPLAINER = "content/explainers/school-gardens.en.yaml"


def descriptions(node: Any, way: str = "") -> Iterator[tuple[str, str | None]]:
    """Yield every property of a schema, with its description."""
    if isinstance(node, Mapping):
        for key, value in node.get("properties", {}).items():
            yield f"{way}.{key}", value.get("description")
        for key, value in node.items():
            yield from descriptions(value, f"{way}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from descriptions(value, f"{way}.{number}")


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_described(name: str) -> None:
    undescribed = [way for way, words in descriptions(make_schema(name, {})) if not words]

    assert undescribed == []


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    if not SERVER.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("yaml-language-server is missing: .ci/run setup installs it")
        pytest.skip("there is no yaml-language-server: .ci/run setup installs it where npm is")
    folder = tmp_path_factory.mktemp("editor")
    for language in starter_languages():
        pipeline.init(folder / language, language)
    server = LanguageServer(SERVER, folder / "en")
    yield server
    server.close()


@pytest.fixture
def text(server: LanguageServer) -> str:
    return (server.folder / EXPLAINER).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", [EXPLAINER, "content/people.yaml", "content/glossary.yaml", "content/site.yaml"]
)
def test_an_editor_finds_nothing_wrong_with_what_is_right(
    server: LanguageServer, path: str
) -> None:
    address = server.open(path, (server.folder / path).read_text(encoding="utf-8"))

    assert server.diagnostics[address] == []


def test_an_editor_underlines_a_wrong_key_and_a_wrong_value(
    server: LanguageServer, text: str
) -> None:
    wrong = text.replace("    cue: warned", "    que: warned").replace("2026-02-19", "February")
    address = server.open("content/explainers/wrong.en.yaml", wrong)

    lines = wrong.splitlines()
    underlined = {
        lines[found["range"]["start"]["line"]].split(":")[0].strip(" -")
        for found in server.diagnostics[address]
    }
    assert underlined == {"que", "published"}
    assert any("que is not allowed" in one["message"] for one in server.diagnostics[address])


def test_an_editor_completes_a_key(server: LanguageServer, text: str) -> None:
    typed = text.replace("    cue: warned", "    cu")
    address = server.open("content/explainers/key.en.yaml", typed)

    found = server.at("completion", address, typed.splitlines().index("    cu"), 6)
    assert "cue" in {item["label"] for item in found["items"]}
    assert "reporting word" in json.dumps(found)


def test_an_editor_completes_a_value(server: LanguageServer, text: str) -> None:
    typed = text.replace("    bound: at least", "    bound: ")
    address = server.open("content/explainers/value.en.yaml", typed)

    found = server.at("completion", address, typed.splitlines().index("    bound: "), 11)
    assert {"exact", "at least", "more than"} <= {item["label"] for item in found["items"]}


def test_an_editor_explains_a_key(server: LanguageServer, text: str) -> None:
    address = server.open("content/explainers/hover.en.yaml", text)
    line = text.splitlines().index("    bound: at least")

    hover = server.at("hover", address, line, 6)
    assert "How the number is meant" in json.dumps(hover, ensure_ascii=False)
