"""What comes from the cache is what would have been made anew."""

import random
import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from jelaskan import pipeline
from jelaskan.cache import KEPT, Cache, Same

Edit = Callable[[Path], None]


def change(path: str, old: str, new: str) -> Edit:
    """Return an edit that takes every `old` in a file for `new`, and the other way round."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        there = text.replace(old, new) if old in text else text.replace(new, old)
        (root / path).write_text(there, encoding="utf-8")

    return edit


def add_template(root: Path) -> None:
    path = root / "templates/404.html"
    if path.exists():
        path.unlink()
        return
    path.parent.mkdir(exist_ok=True)
    path.write_text('{% extends "packaged/404.html" %}', encoding="utf-8")


def add_article(root: Path) -> None:
    paths = [root / "seeds/more.txt", root / "content/explainers/more.en.yaml"]
    if paths[0].exists():
        for path in paths:
            path.unlink(missing_ok=True)
        return
    paths[0].write_text("Ann Lee said the bridge would open on 3 May 2025.\n", encoding="utf-8")


ENGLISH = "content/explainers/night-buses.en.yaml"
EDITS: Mapping[str, Edit] = {
    "a headline": change(ENGLISH, "Council backs night buses", "Council backs the night buses"),
    "a comment": change(ENGLISH, "# A draft", "#\n# A draft"),
    "a word that is not in the article": change(ENGLISH, "two in the morning", "two at night"),
    "a syntax error": change(ENGLISH, "status: draft", "status: [draft"),
    "a word of an article": change("seeds/night-buses.txt", "empty seats", "cold seats"),
    "the language of an article": change(
        "seeds/banjir-kiriman.txt", "language: id", "language: ms"
    ),
    "a role in the store": change("content/people.yaml", "Director", "Head"),
    "an id of the store": change("content/people.yaml", "per-lindqvist:", "lindqvist:"),
    "a line above in the store": change("content/people.yaml", "# Who", "#\n# Who"),
    "a term of the store": change("content/glossary.yaml", "set aside", "kept"),
    "the title": change("content/site.yaml", "title: Night", "title: Day"),
    "the languages": change("content/site.yaml", "languages: [en, id]", "languages: [id, en]"),
    "the address": change("content/site.yaml", "address: https", "address: http"),
    "a template": add_template,
    "an article": add_article,
}


@pytest.fixture
def site(small_site: Path) -> Path:
    content = small_site / "content"
    content.mkdir()
    (content / "site.yaml").write_text(
        "title: Night\nlanguages: [en, id]\naddress: https://example.org/\n", encoding="utf-8"
    )
    (content / "people.yaml").write_text(
        "# Who speaks\nper-lindqvist:\n  name: Per Lindqvist\n"
        "  roles:\n    - role: Director of the transit authority\n",
        encoding="utf-8",
    )
    (content / "glossary.yaml").write_text(
        "reserve-fund:\n  text:\n    en: {name: reserve fund, description: Money set aside.}\n",
        encoding="utf-8",
    )
    pipeline.make(small_site, Cache())
    return small_site


def made(root: Path, cache: Cache) -> tuple[object, ...]:
    result = pipeline.make(root, cache)
    return result.problems, result.files()


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_and_its_undoing_are_seen(site: Path, name: str) -> None:
    cache = Cache()
    before = made(site, cache)

    EDITS[name](site)
    edited = made(site, cache)
    assert edited == made(site, Cache())

    EDITS[name](site)
    assert made(site, cache) == before == made(site, Cache())


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_cache_gives_what_is_made_anew(site: Path, seed: int) -> None:
    cache, chance = Cache(), random.Random(seed)

    for _ in range(12):
        for name in chance.sample(sorted(EDITS), chance.randint(1, 3)):
            EDITS[name](site)

        assert made(site, cache) == made(site, Cache())


def test_only_what_depends_on_an_edit_is_made_again(site: Path) -> None:
    cache = Cache()
    shutil.rmtree(site / "templates", ignore_errors=True)
    before = pipeline.make(site, cache)
    EDITS["a headline"](site)
    after = pipeline.make(site, cache)

    assert before.pages is not None
    assert after.pages is not None
    kept = {id(page) for page in before.pages}
    anew = {page.path for page in after.pages if id(page) not in kept}
    assert "night-buses/index.html" in anew
    assert "index.html" in anew
    assert not any("banjir" in path for path in anew)
    assert len(anew) < len(after.pages) / 2


def test_a_cache_forgets_what_a_build_did_not_ask_for() -> None:
    cache, calls = Cache(), []

    def make() -> list[int]:
        calls.append(1)
        return calls

    for turns in (0, 1, KEPT, KEPT + 1):
        for _ in range(turns):
            cache.turn()
        cache.get("key", make)

    assert len(calls) == 2


def test_a_value_that_has_not_changed_is_the_same() -> None:
    cache = Cache()
    first = cache.settle("key", ("a", 1))
    cache.turn()

    assert Same(cache.settle("key", ("a", 1))) == Same(first)
    assert Same(first) != Same(("a", len("b")))


def test_threads_that_ask_at_once_get_the_same_object() -> None:
    cache, together = Cache(), Barrier(2, timeout=10)

    def make() -> object:
        together.wait()
        return object()

    with ThreadPoolExecutor() as threads:
        first, second = (threads.submit(cache.get, "key", make) for _ in range(2))

        assert first.result() is second.result() is cache.get("key", object)
