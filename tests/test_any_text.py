"""Any text goes through all stages: nothing raises, and every finding stands in its place."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jelaskan import languages
from jelaskan.check import check
from jelaskan.draft import draft
from jelaskan.extract import as_record, extract
from jelaskan.files.yaml_file import validate
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store
from jelaskan.proof.claims import prove

FRAGMENTS = {
    "marks": ("\"|“|”|„|«|»|‘|’|'|``|''|(|)|[|]|[…]"),
    "stops": (".|,|;|:|!|?|…| — |–|-|/|%|$|Rp|&|*"),
    "cues": (
        "kata|ujarnya|mengatakan|bahwa|Menurut|membantah|menyebut|katanya|said|"
        "says|that|According to|told|denied|asked whether|he|she|berkata|yang|"
        "who|and|dan|di|of|the|not|tidak|hal itu"
    ),
    "names": (
        "Budi Santoso|Ani|Dr. Sri Lestari, S.H.|PT Maju Jaya|Ann Lee|Mayor Lee|"
        "O’Malley|Gov. Jane Roe (D-N.Y.)|Badan Pangan (BP)|warga|officials|U.S."
    ),
    "numbers": (
        "1|20|1.000,5|1,000.5|1/2|9-4|dua puluh|a dozen|puluhan|juta|million|"
        "persen|percent|at least|sedikitnya|hampir|rumah|²|٣|0|1e9|"
        "999999999999999999999999"
    ),
    "dates": (
        "3 Mei 2024|May 3, 2024|3/5/2024|(3/5)|Senin|Tuesday|kemarin|last year|"
        "2024|31 Februari 2024|99/99/9999|kuartal III 2024|1990s"
    ),
    "page": ("Baca juga: A|READ MORE: B|ADVERTISEMENT|JAKARTA, Koran —|Foto: Ani"),
    "breaks": ("\n|\n\n|\r\n|\r|\u2028|\t| | | |\xa0|"),
    "unseen": ("\u202e|\u2066|\u200b|\xad|\ufeff|\x00|\x1b|\x85|�"),
    "rare": ("🙂|👩\u200d👩\u200d👧|e\u0301|\u0301|İ|ß|ﬁ|Ǆ|中文|العربية|𝐀|é|I\u0307"),
}
"""Parted by |."""
FRAGMENT = st.one_of(*(st.sampled_from(kind.split("|")) for kind in FRAGMENTS.values()))
TEXT = st.lists(st.tuples(FRAGMENT, st.sampled_from(["", " ", " ", " "])), max_size=40).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


SLIPS = (
    "' ujarnya",
    "Menurut O’Malley «According to \u0301…\r\n",
    "Ia datang, katanyaMenurut Budi 1May dan pergi. “Ya,” katanyaMenurut.",
    "It fell on 3/5/99999999999999999999999.",
    "kata (3/5) –puluhan % JAKARTA",
    "asked whether PT Maju „x \"'1990sU.S. READ MORE: B &\n\n mengatakan Rp[ Ani 3 Mei 2024 ",
    '.denied")kata"',
    "Ia menyebut paling sedikit [« ’READ Ani \n\n JAKARTA, Koran — Baca juga: A rumah",
)
"""What once went wrong."""


def any_text(test: Callable[..., None]) -> Callable[..., None]:
    """Run a test on texts of fragments and on the slips, in every language."""
    for slip in SLIPS:
        test = example(text=slip)(test)
    tried = settings(max_examples=300, deadline=None)(given(text=TEXT)(test))
    return pytest.mark.parametrize("language", languages.available())(tried)


def mentions_of(statements: Statements) -> Iterator[Mention | None]:
    """Yield everything that is said to stand in the text."""
    for attribution in statements.attributions:
        yield from (*attribution.content, attribution.cue, attribution.source)
    for quantity in statements.quantities:
        yield from (quantity.mention, quantity.bound_mention)
    yield from (time.mention for time in statements.times)
    for furniture in statements.furniture:
        yield from (furniture.mention, furniture.title)
    for person in statements.people:
        yield from person.mentions
    for term in statements.terms:
        yield from (term.mention, term.definition)
    yield from statements.sentences


@any_text
def test_findings_stand_in_the_text(language: str, text: str) -> None:
    article = Article("any", language, text, "seeds/any.txt", published="2024-05-09")
    statements = extract(article, languages.load(language))

    for mention in filter(None, mentions_of(statements)):
        assert 0 <= mention.start <= mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
    record = as_record(article, statements)
    furniture = [tuple(span) for span in record["boilerplate"]]
    for findings in (record["quotes"], record["numbers"], record["dates"]):
        assert [one["start"] for one in findings] == sorted(one["start"] for one in findings)
        for finding in findings:
            assert 0 <= finding["start"] < finding["end"] <= len(text)
            assert not [
                span
                for span in furniture
                if span[0] < finding["end"] and finding["start"] < span[1]
            ]
    assert furniture == sorted(furniture)
    assert all(0 <= start < end <= len(text) for start, end in furniture)


@any_text
def test_a_draft_of_any_text_has_no_error(language: str, text: str) -> None:
    article = Article("any", language, text, "seeds/any.txt", published="2024-05-09")
    pack = languages.load(language)
    statements = extract(article, pack)
    path = f"content/explainers/any.{language}.yaml"

    yaml_file, problems = parse_yaml(draft(article, statements, pack), path)
    assert yaml_file is not None, problems
    explainer, more = validate(yaml_file, Explainer)
    assert explainer is not None, more
    file = ExplainerFile(path, "any", explainer, yaml_file.places)
    articles = {"any": article}
    found = check(file, articles, {"any": statements}, Store(), prove(explainer, articles))
    errors = [problem for problem in found if problem.severity == "error"]

    assert [*problems, *more, *errors] == []
