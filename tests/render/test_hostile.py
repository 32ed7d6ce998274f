"""Whatever people write, nothing runs, nothing breaks out, and the page stays whole."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import ValidationError

from jelaskan.model.article import Article
from jelaskan.settings import Publisher, Settings
from library import ENGLISH, INDONESIAN, build, explainer_file
from markup import Document, dead_links

ATTACKS = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param('"><img src=x onerror=alert(1)>', id="attribute"),
    pytest.param("' onmouseover='alert(1)", id="single quotation mark"),
    pytest.param("</style></script></title><svg/onload=alert(1)>", id="end tags"),
    pytest.param("]]> --> {{ 7 * 7 }} {% raw %}", id="other languages"),
    pytest.param("[x](javascript:alert(1)) ![x](https://evil.example/x.png)", id="markdown"),
    pytest.param("\u202eabc\u2066 \x00\x07\x9f\ufffe\U0001ffff", id="controls"),
]
KEPT = ("language", "status", "kind", "polarity", "bound", "id", "speaker", "url", "about")
EXECUTABLE = re.compile(r"\s*(javascript|vbscript|data):", re.IGNORECASE)


def with_attack(value: Any, attack: str, key: str = "") -> Any:
    """Return what a YAML file holds with an attack at the end of every free text in it."""
    if isinstance(value, dict):
        return {name: with_attack(each, attack, name) for name, each in value.items()}
    if isinstance(value, list):
        return [with_attack(each, attack, key) for each in value]
    free = isinstance(value, str) and key not in KEPT and not re.match(r"https?:|\d{4}", value)
    return f"{value} {attack}" if free and key not in ("based_on", "glossary") else value


def hostile_site(attack: str) -> Mapping[str, bytes]:
    article = Article(
        slug="perpustakaan",
        language="id",
        path="seeds/perpustakaan.txt",
        text=f"{attack}\n{attack} Sedikitnya 40 orang menunggu {attack}, kata Raras.\n{attack}",
        headline=attack,
        publisher=attack,
        byline=(attack,),
    )
    settings = Settings(
        title=f"Situs {attack}",
        description=attack,
        languages=("id", "en"),
        publisher=Publisher(name=attack, email=attack),
    )
    values = [
        {**with_attack(value, attack), "people": value["people"]} for value in (INDONESIAN, ENGLISH)
    ]
    for value in values:
        value["key_figures"] = [
            {**value["key_figures"][0], "as_written": f"40 orang menunggu {attack}"}
        ]
    return build([explainer_file(value) for value in values], articles=[article], settings=settings)


def executable(document: Document) -> Iterator[str]:
    """Yield what a browser might run on a page."""
    for tag, attributes in document.elements:
        if tag in ("script", "iframe", "object", "embed", "base", "form", "img"):
            yield "" if attributes == {"type": "application/ld+json"} else f"<{tag}>"
        for name, value in attributes.items():
            if name.startswith("on") or name == "style":
                yield f"{tag} {name}"
            if name in ("href", "src") and tag != "link" and EXECUTABLE.match(value):
                yield value


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_people_write_runs_or_breaks_out(attack: str) -> None:
    for path, data in hostile_site(attack).items():
        if path.endswith(".json"):
            json.loads(data)
        else:
            document = Document(data)

            assert list(filter(None, executable(document))) == [], path
            assert document.unmatched == [], path
            assert len(document.all("h1")) == 1
            assert [len(document.all(tag)) for tag in ("style", "title", "main")][:1] == [1]
            for block in re.findall(rb'<script type="application/ld\+json">(.*?)</script>', data):
                json.loads(block)


def test_characters_that_turn_or_end_text_do_not_reach_a_page() -> None:
    data = b"".join(hostile_site("\u202eabc\u2066 \x00\x07\x9f\ufffe\U0001ffff").values())
    pages = data.decode()

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe]", pages)


def test_links_of_a_hostile_site_still_lead_somewhere() -> None:
    assert list(dead_links(hostile_site('"></a><a href="x'))) == []


def test_the_policy_allows_the_pages_own_style_and_data_and_nothing_else(
    site: Mapping[str, bytes],
) -> None:
    for path, data in site.items():
        if not path.endswith(".html"):
            continue
        policies = [
            each["content"]
            for each in Document(data).all("meta")
            if each.get("http-equiv") == "Content-Security-Policy"
        ]
        (policy,) = policies
        blocks = re.findall(rb"<(style|script)[^>]*>(.*?)</\1>", data, re.DOTALL)
        hashes = {
            f"{name.decode()}-src 'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'"
            for name, text in blocks
        }
        rest = "default-src 'none'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

        assert set(policy.split("; ")) == hashes | set(rest.split("; "))
        assert "unsafe" not in policy


def test_an_address_that_runs_is_refused_where_it_is_written() -> None:
    with pytest.raises(ValidationError):
        explainer_file({**INDONESIAN, "related": [{"title": "x", "url": "javascript:alert(1)"}]})
