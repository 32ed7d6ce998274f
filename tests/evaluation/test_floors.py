"""What the extractor reaches on our own sets never falls."""

import functools

import pytest
from annotated import OWN_SETS, read_set
from evaluate import evaluate
from floors import MEASURES, SHARES, raised, reached, read_floors
from measures import Measure, Scores, Share

FLOORS = read_floors()


@functools.cache
def scores_of(language: str) -> Scores:
    return evaluate(read_set(OWN_SETS[language]))


@pytest.mark.parametrize("language", sorted(OWN_SETS))
@pytest.mark.parametrize("name", [*MEASURES, *SHARES])
def test_a_score_stays_at_its_floor(language: str, name: str) -> None:
    assert reached(scores_of(language))[name] >= FLOORS[language][name]


def test_every_set_has_every_floor() -> None:
    assert {language: set(least) for language, least in FLOORS.items()} == {
        language: {*MEASURES, *SHARES} for language in OWN_SETS
    }


def test_floors_only_rise() -> None:
    scores = Scores(
        measures={name: Measure(5, 9, 5, 9) for name in MEASURES},
        shares={name: Share(2, 3) for name in SHARES},
    )
    least = {name: 0.6 for name in MEASURES}

    floors = raised({"id": least}, {"id": scores})

    assert floors["id"]["numbers"] == 0.6
    assert floors["id"]["precision of undoubted"] == 0.66


def test_doubts_stay_possible() -> None:
    scores = Scores(
        measures={name: Measure(1, 1, 1, 1) for name in MEASURES},
        shares={name: Share(1, 1) for name in SHARES},
    )

    assert raised({}, {"id": scores})["id"]["undoubted"] == 0.70
