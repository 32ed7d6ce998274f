"""The example that ships with the project keeps what its readers rely on."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from jelaskan import pipeline
from jelaskan.cache import Cache
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer, Sources
from jelaskan.model.store import Store
from jelaskan.pipeline import Site
from jelaskan.proof.claims import prove
from jelaskan.proof.normal import normalise

ROOT = Path(__file__).parents[2]
EDITIONS = ("id", "en")


@pytest.fixture(scope="module")
def site() -> Site:
    site, problems = pipeline.read_site(ROOT, Cache())
    assert not problems
    return site


@pytest.fixture
def article(site: Site) -> Article:
    return site.articles["nato-ukraina"]


@pytest.fixture
def store(site: Site) -> Store:
    return site.store


def edition_of(site: Site, language: str) -> Explainer:
    (explainer,) = (
        file.explainer
        for file in site.explainers
        if file.slug == "nato-ukraina" and file.explainer.language == language
    )
    return explainer


@pytest.fixture(params=EDITIONS)
def explainer(site: Site, request: pytest.FixtureRequest) -> Explainer:
    return edition_of(site, request.param)


def test_the_check_has_nothing_to_say() -> None:
    assert [str(problem) for problem in pipeline.check(ROOT).problems] == []


def test_nothing_is_new_to_it() -> None:
    """See the same of the starter's example in test_init.py."""
    changes, problems = pipeline.update(ROOT, write=False)

    assert problems == ()
    assert {change.path: change.new for change in changes if change.new != change.old} == {}
    assert len(changes) == len(EDITIONS)


def test_every_claim_stands_once_in_the_article(explainer: Explainer, article: Article) -> None:
    found = {
        proof.claim.anchor: len(proof.passages)
        for proof in prove(explainer, {article.slug: article})
    }

    assert {anchor: count for anchor, count in found.items() if count != 1} == {}


def test_every_direct_quotation_of_the_article_is_there(
    explainer: Explainer, article: Article
) -> None:
    in_article = {
        normalise(line).text.strip(" .,")
        for line in re.findall(r"^“([^”]+)”", article.text, flags=re.MULTILINE)
    }
    direct = [quotation for quotation in explainer.quotations if quotation.kind == "direct"]

    assert {normalise(quotation.text).text.strip(" .,") for quotation in direct} == in_article
    assert Counter(quotation.speaker for quotation in direct) == {
        "mark-rutte": 2,
        "andrii-sybiha": 3,
        "antony-blinken": 2,
    }


def test_the_editions_rest_on_the_same_words(site: Site) -> None:
    def backbone(explainer: Explainer) -> tuple[object, ...]:
        return (
            [(one.id, one.text, one.speaker, one.kind) for one in explainer.quotations],
            [(one.id, one.as_written, one.value, one.bound) for one in explainer.key_figures],
            [(one.date, one.as_written) for one in explainer.timeline],
            [note.quote for note in explainer.notes],
            [addresses(section.source) for section in explainer.sections],
            explainer.glossary,
            len(explainer.related),
            explainer.as_of,
        )

    indonesian, english = (backbone(edition_of(site, language)) for language in EDITIONS)

    assert english == indonesian


def test_everything_that_the_article_does_not_say_names_a_source(explainer: Explainer) -> None:
    parts = (explainer.sections, explainer.key_figures, explainer.timeline, explainer.notes)

    assert [part for kind in parts for part in kind if not part.source] == []


def test_each_term_is_described_in_each_language_with_its_source_and_day(store: Store) -> None:
    assert len(store.terms) >= 14
    for term_id, term in store.terms.items():
        assert set(term.text) == set(EDITIONS), term_id
        assert term.source, term_id
        assert term.as_of, term_id


def test_each_speaker_is_described_in_each_language(explainer: Explainer, store: Store) -> None:
    for speaker in {quotation.speaker for quotation in explainer.quotations}:
        about = store.people[speaker].about
        assert isinstance(about, Mapping), speaker
        assert set(about) == set(EDITIONS), speaker


def test_the_short_answer_has_three_to_five_sentences(explainer: Explainer) -> None:
    sentences = re.findall(r"[^.]{20,}\.(?: |$)", explainer.short_answer or "")

    assert 3 <= len(sentences) <= 5


def addresses(sources: Sources) -> list[str]:
    return [source if isinstance(source, str) else source.url for source in sources]
