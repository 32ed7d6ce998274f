"""Where running text has the terms of a glossary."""

import pytest

from jelaskan.proof.terms import TermFinder


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("oun", "the council", [], id="inside a word"),
        pytest.param("consensus", "Consensus is asked for", ["Consensus"], id="at a beginning"),
        pytest.param("NATO", "Nato and NATO’s", ["NATO"], id="an acronym"),
        pytest.param("air pasang", "air\n pasang", ["air\n pasang"], id="over a line break"),
        pytest.param("C++", "in C++ and C", ["C++"], id="signs"),
        pytest.param(" ", "a b", [], id="no letters"),
    ],
)
def test_a_term_is_found_in_whole_words(name: str, text: str, expected: list[str]) -> None:
    uses = TermFinder([("term", [name])]).find(text)

    assert [text[use.start : use.end] for use in uses] == expected


def test_of_two_terms_the_longer_name_counts() -> None:
    finder = TermFinder([("pac", ["PAC"]), ("super", ["super PAC", "super-PAC"])])

    assert [use.term_id for use in finder.find("A super PAC and a PAC")] == ["super", "pac"]
