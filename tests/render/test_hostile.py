"""Whatever people write, nothing runs, nothing breaks out, and the page stays whole."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

import pytest
from pydantic import ValidationError

from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer, Part
from jelaskan.model.store import Store, StoredPerson, StoredTerm
from jelaskan.settings import Settings
from library import INDONESIAN, STORE, build, explainer_file
from markup import Document, dead_links

ATTACKS = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param('"><img src=x onerror=alert(1)>', id="attribute"),
    pytest.param("' onmouseover='alert(1)", id="single quotation mark"),
    pytest.param("</style></script></title><svg/onload=alert(1)>", id="end tags"),
    pytest.param("]]> --> </desc> {{ 7 * 7 }} {% raw %}", id="other languages"),
    pytest.param("[x](javascript:alert(1)) ![x](https://evil.example/x.png)", id="markdown"),
    pytest.param("\u202eabc\u2066 \x00\x07\x9f\ufffe\U0001ffff", id="controls"),
]
NEVER_FREE = {
    "id",
    "speaker",
    "kind",
    "polarity",
    "bound",
    "status",
    "based_on",
    "compare",
    "glossary",
    "as_of",
    "date",
    "end",
    "published",
    "updated",
    "since",
    "until",
    "languages",
    "address",
}
"""Fields whose every form but a few is refused, and the places of a site's pages."""
EXECUTABLE = re.compile(r"\s*(javascript|vbscript|data):", re.IGNORECASE)


NEAR = {"near": "kata"}
EVERYTHING = {
    **INDONESIAN,
    "status": "draft",
    "people": [
        {
            **INDONESIAN["people"][0],
            "kind": "person",
            "aliases": ["Panji"],
            "about": "Sejak 2024.",
            "as_of": "2026",
        }
    ],
    "key_figures": [{**each, **NEAR, "compare": "kota"} for each in INDONESIAN["key_figures"]],
    "quotations": [
        {**each, **NEAR, "translation": "Terjemahan.", "polarity": "affirmed"}
        for each in INDONESIAN["quotations"]
    ],
    "timeline": [
        {**each, **NEAR, "id": f"hari-{number}", "end": "2027"}
        for number, each in enumerate(INDONESIAN["timeline"])
    ],
    "glossary": [
        "jam-malam",
        {
            **INDONESIAN["glossary"][1],
            "alternate_names": ["mufakat"],
            "source": [{"url": "https://kamus.example/", "title": "Kamus"}],
        },
    ],
    "notes": [{**each, **NEAR} for each in INDONESIAN["notes"]],
    "related": [{"title": "Taman", "url": "https://kabar.example/taman"}],
    "review": [{"about": "panji-1", "reason": "tanpa penutup"}, {"about": "kota", "reason": "?"}],
}
"""An explainer with every field that there is."""

SITE = {
    "title": {"id": "Situs", "en": "Site"},
    "description": {"id": "Semua.", "en": "Everything."},
    "address": "https://jelaskan.example/",
    "languages": ["id", "en"],
    "publisher": {"name": "Meja", "url": "https://meja.example/", "email": "a@meja.example"},
    "as_of": "2026-03-16",
}
PEOPLE = {key: each.model_dump(mode="json") for key, each in STORE.people.items()}
PEOPLE["raras-widuri"]["aliases"] = ["Raras"]
TERMS = {key: each.model_dump(mode="json") for key, each in STORE.terms.items()}
TERMS["jam-malam"]["text"]["id"]["alternate_names"] = ["larangan malam"]


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every text of a YAML file."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in items:
        if isinstance(each, str):
            yield (*path, key)
        elif isinstance(each, dict | list):
            yield from leaves(each, (*path, key))


def spoilt(model: type[Part], value: Any, attack: str) -> tuple[Any, set[str]]:
    """Return what a YAML file holds with an attack in every field that takes it.

    Also return the fields that refuse it. An address takes an attack without its spaces.
    """
    value = json.loads(json.dumps(value))
    refused = set()
    for path in leaves(value):
        name = str([key for key in path if isinstance(key, str)][-1])
        around = value
        for key in path[:-1]:
            around = around[key]
        text = around[path[-1]]
        for hostile in (f"{text} {attack}", text + "".join(attack.split())):
            around[path[-1]] = hostile
            try:
                model.model_validate_json(json.dumps(value))
            except ValidationError:
                around[path[-1]] = text
            else:
                break
        else:
            refused.add(name)
        if path == ("language",) or path[0] == "languages" or path == ("address",):
            around[path[-1]] = text
    return value, refused


def hostile_site(attack: str, *, topics: bool = True) -> Mapping[str, bytes]:
    value, _ = spoilt(Explainer, EVERYTHING, attack)
    english = {**value, "language": "en", "status": "ready"}
    if not topics:
        value["quotations"] = [{**each, "topic": None} for each in value["quotations"]]
    claims = [each["text"] for each in value["quotations"]]
    claims += [each["as_written"] for each in value["key_figures"]]
    claims += [each["quote"] for each in value["notes"]]
    article = Article(
        slug="perpustakaan",
        language="id",
        path="seeds/perpustakaan.txt",
        text=f"{attack}\n" + f" kata {attack}.\n".join(claims),
        headline=attack,
        publisher=attack,
        byline=(attack,),
        url=f"https://kabar.example/{''.join(attack.split())}",
    )
    people, terms = [
        {key: model.model_validate(spoilt(model, each, attack)[0]) for key, each in stored.items()}
        for model, stored in ((StoredPerson, PEOPLE), (StoredTerm, TERMS))
    ]
    return build(
        [explainer_file(value), explainer_file(english)],
        articles=[article],
        settings=Settings.model_validate(spoilt(Settings, SITE, attack)[0]),
        store=Store(people, terms),  # type: ignore[arg-type]  # one type a dictionary
    )


def parts(value: Any) -> Iterator[Part]:
    """Yield every part of a model, itself first."""
    if isinstance(value, Part):
        yield value
        for name in type(value).model_fields:
            yield from parts(getattr(value, name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from parts(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from parts(each)


def test_the_hostile_site_has_every_field_of_every_file() -> None:
    written: dict[type[Part], set[str]] = {}
    for model, value in (
        (Explainer, EVERYTHING),
        (Settings, SITE),
        *((StoredPerson, each) for each in PEOPLE.values()),
        *((StoredTerm, each) for each in TERMS.values()),
    ):
        for part in parts(model.model_validate_json(json.dumps(value))):
            written.setdefault(type(part), set()).update(part.model_fields_set)

    assert {each.__name__: set(each.model_fields) - names for each, names in written.items()} == {
        each.__name__: set()
        for each in Part.__subclasses__()
        if each.__module__.startswith(("jelaskan.model", "jelaskan.settings"))
    }


def test_only_what_has_few_forms_refuses_a_text() -> None:
    attack = "<script>alert(1)</script>"
    refused = spoilt(Explainer, EVERYTHING, attack)[1] | spoilt(Settings, SITE, attack)[1]
    refused |= spoilt(StoredPerson, PEOPLE["raras-widuri"], attack)[1]
    refused |= spoilt(StoredTerm, TERMS["jam-malam"], attack)[1]

    assert refused <= NEVER_FREE


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
@pytest.mark.parametrize("topics", [True, False], ids=["topics", "lanes"])
def test_nothing_that_people_write_runs_or_breaks_out(attack: str, topics: bool) -> None:
    site = hostile_site(attack, topics=topics)
    document = Document(site["perpustakaan/index.html"])

    assert len([each for each in document.all("mark") if "id" in each]) >= 5
    for path, data in site.items():
        if path.endswith(".json"):
            json.loads(data)
        elif path.endswith(".xml"):
            ElementTree.fromstring(data)
        elif path.endswith(".html"):
            document = Document(data)

            assert list(filter(None, executable(document))) == [], path
            assert document.unmatched == [], path
            assert [len(document.all(tag)) for tag in ("h1", "style", "main", "body")] == [1] * 4
            blocks = re.findall(rb"<script[^>]*>(.*?)</script>", data)
            assert [json.loads(block)["@context"] for block in blocks] == (
                [] if path == "404.html" else ["https://schema.org"]
            )


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
