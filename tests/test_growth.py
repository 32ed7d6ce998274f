"""Work on an article grows in proportion to it, whether it repeats itself or not."""

import functools
import gc
import itertools
import re
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from jelaskan import languages
from jelaskan.check import check
from jelaskan.draft import draft
from jelaskan.extract import extract
from jelaskan.files.yaml_file import validate
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store
from jelaskan.proof.claims import Proof, prove
from jelaskan.render.environment import load_templates, render_page
from jelaskan.render.pages import render_site
from jelaskan.settings import Settings
from support import assert_in_proportion

ENGLISH = languages.load("en")
PAGE = """“The ferry is full,” said Mayor Ada Quill on 3 May 2024. “We wait,” she added.

About 40 boats left on Tuesday, the harbour office said. “We wait,” said Tor Vane.

"""
NUMBERED = re.sub(r"ferry|boats|office", r"\g<0> #", PAGE)
"""The # becomes another number each time."""
LENGTH = 12_000
PATH = "content/explainers/ferry.en.yaml"


def article_of(text: str) -> Article:
    number = itertools.count(100)
    text = re.sub("#", lambda _: str(next(number)), text)
    return Article("ferry", "en", text, "seeds/ferry.txt", headline="Ferry", published="2024-05-09")


@functools.cache
def explained(text: str) -> tuple[Article, Statements, ExplainerFile, tuple[Proof, ...]]:
    article = article_of(text)
    statements = extract(article, ENGLISH)
    yaml_file, _ = parse_yaml(draft(article, statements, ENGLISH), PATH)
    assert yaml_file is not None
    explainer, problems = validate(yaml_file, Explainer)
    assert explainer is not None, problems
    file = ExplainerFile(PATH, "ferry", explainer, yaml_file.places)
    return article, statements, file, prove(explainer, {"ferry": article})


def checked(text: str) -> None:
    article, statements, file, proofs = explained(text)
    found = check(file, {"ferry": article}, {"ferry": statements}, Store(), proofs)
    assert not [problem for problem in found if problem.severity == "error"]


def rendered(text: str) -> None:
    article, statements, file, proofs = explained(text)
    pages = render_site(
        (file,),
        articles={"ferry": article},
        statements={"ferry": statements},
        proofs={PATH: proofs},
        store=Store(),
        settings=Settings(),
        packs={"en": ENGLISH},
    )
    templates = load_templates(Path())
    assert [render_page(page, templates) for page in pages]


@pytest.mark.parametrize(
    "page", [pytest.param(PAGE, id="one page"), pytest.param(NUMBERED, id="many pages")]
)
def test_drafting_and_proving_grow_in_proportion(page: str) -> None:
    assert_in_proportion(explained.__wrapped__, page, length=LENGTH)


@pytest.mark.parametrize("run", [checked, rendered])
def test_checking_and_rendering_grow_in_proportion(run: Callable[[str], None]) -> None:
    for length in (LENGTH, 8 * LENGTH):
        explained((NUMBERED * 1000)[:length])

    assert_in_proportion(run, NUMBERED, length=LENGTH)


def test_nothing_of_an_article_is_kept_once_it_is_read() -> None:
    extract(article_of(NUMBERED), ENGLISH)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        extract(article_of(NUMBERED * 400), ENGLISH)
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()

    assert kept < 300_000
