"""Scores say what their definitions say."""

from pathlib import Path
from typing import Any

import pytest
from annotated import OWN_SETS, SetError, read_set
from scoring import score
from scoring_words import heads, mark_quoted
from speakers import FULL, PARTIAL, WRONG, match_speaker

SITI = {"name": "Siti Rahma", "role": "Kepala Dinas", "aliases": ["Bu Siti"]}
TEXT = '"Air sudah surut," kata Siti. Ia menyebut 20 rumah rusak.\n\nJalan dibuka Rabu.'


def quotation(words: str, speaker: str | None = "Siti Rahma", **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    quote = {"start": start, "end": start + len(words), "speaker": speaker, "kind": "direct"}
    return quote | more


def record(**found: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "id": "banjir",
        "text": TEXT,
        "quotes": [],
        "numbers": [],
        "dates": [],
        "boilerplate": [],
        "people": [SITI],
        "orgs": [],
        "places": [],
    }
    return empty | found


def number(words: str, value: float | list[float] | None, unit: str) -> dict[str, Any]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + 2, "value": value, "unit": unit}


@pytest.mark.parametrize("language", sorted(OWN_SETS))
def test_the_gold_itself_scores_one(language: str) -> None:
    golds = read_set(OWN_SETS[language])

    scores = score(golds, golds)

    assert {measure.f1 for measure in scores.measures.values()} == {1.0}
    assert {share.value for share in scores.shares.values()} == {1.0}
    assert scores.errors == []


def test_nothing_found_scores_nothing() -> None:
    gold = record(quotes=[quotation("Air sudah surut")], numbers=[number("20", 20, "rumah")])

    scores = score([gold], [])

    assert scores.measures["quotations"].f1 == 0
    assert [error.kind for error in scores.errors] == [
        "direct missed",
        "number missed",
        "person missed",
    ]


def test_half_of_a_quotation_is_a_loose_match_and_no_strict_one() -> None:
    gold = record(quotes=[quotation('"Air sudah surut,"')])

    scores = score([gold], [record(quotes=[quotation("sudah surut")])])

    assert scores.measures["quotations"].f1 == 1
    assert scores.measures["quotations strict"].f1 == 0


@pytest.mark.parametrize(
    ("given", "right", "match"),
    [
        pytest.param("Siti Rahma", "Siti Rahma", FULL, id="the fullest name"),
        pytest.param("Kepala Dinas Siti Rahma", "Siti Rahma", FULL, id="with the role"),
        pytest.param("Siti", "Siti Rahma", PARTIAL, id="a part of the name"),
        pytest.param("Bu Siti", "Siti Rahma", PARTIAL, id="an alias"),
        pytest.param("Dinas", "Siti Rahma", WRONG, id="the role alone"),
        pytest.param("Budi Rahma", "Siti Rahma", WRONG, id="another person of that family"),
        pytest.param("BMKG", "Badan Meteorologi (BMKG)", PARTIAL, id="an acronym"),
        pytest.param("dua warga desa", "dua warga desa itu", FULL, id="most of a description"),
        pytest.param(None, "Siti Rahma", WRONG, id="nobody"),
    ],
)
def test_a_speaker_is_right_in_full_in_part_or_not(
    given: str | None, right: str, match: int
) -> None:
    assert match_speaker(given, right, [SITI]) == match


def test_a_number_counts_once_for_its_value_and_what_it_counts() -> None:
    gold = record(numbers=[number("20", 20, "rumah")])
    found = [number("20", 20, "rumah"), number("surut", 20, "rumah"), number("Ia", 20, "jalan")]

    numbers = score([gold], [record(numbers=found)]).measures["numbers"]

    assert (numbers.found_right, numbers.found, numbers.gold) == (1, 2, 1)


def test_no_value_is_not_every_value() -> None:
    gold = record(numbers=[number("20", None, "rumah")])

    scores = score([gold], [record(numbers=[number("20", 20, "rumah")])])

    assert scores.measures["numbers"].f1 == 0


def test_what_is_doubted_is_left_out_of_the_undoubted() -> None:
    gold = record(quotes=[quotation("Air sudah surut"), quotation("20 rumah rusak")])
    found = [
        quotation("Air sudah surut", doubts=["no cue"], speaker="Budi"),
        quotation("20 rumah rusak", doubts=[]),
    ]

    shares = score([gold], [record(quotes=found)]).shares

    assert shares["precision of all"].value == 0.5
    assert shares["precision of undoubted"].value == 1
    assert shares["undoubted"].value == 0.5


def test_words_under_a_wrong_name_without_a_doubt_are_the_worst_error() -> None:
    gold = record(quotes=[quotation("Air sudah surut"), quotation("20 rumah rusak")])
    found = [quotation("Air sudah surut", doubts=["no cue"], speaker="Budi")]
    found.append(quotation("20 rumah rusak", speaker="Budi", cue="menyebut", rule="frame"))

    worst = score([gold], [record(quotes=found)]).errors[0]

    assert str(worst) == (
        "banjir  speaker\n"
        "    expected  Siti Rahma: [None] 20 rumah rusak\n"
        "    found     Budi (frame)"
    )


def attributed(words: str, level: str = "speech", **more: Any) -> dict[str, Any]:
    return quotation(words, level=level, names=[], **more)


def test_a_set_with_levels_is_scored_by_words() -> None:
    gold = record(quotes=[attributed("Air sudah surut"), attributed("20 rumah rusak")])

    scores = score([gold], [gold])

    assert scores.measures["direct: end to end"].gold == 1
    assert scores.measures["indirect: end to end"].f1 == 1


def test_a_belief_counts_neither_way() -> None:
    gold = record(quotes=[attributed("Air sudah surut"), attributed("20 rumah rusak", "other")])

    every = score([gold], [gold]).measures["all: end to end"]

    assert (every.found, every.gold) == (1, 1)


def test_a_pronoun_is_right_but_names_nobody() -> None:
    he = quotation("20 rumah rusak", "he", level="speech", names=["Siti Rahma"])
    gold = record(quotes=[he])

    measures = score([gold], [record(quotes=[quotation("20 rumah rusak", "he")])]).measures

    assert measures["all: end to end"].f1 == 1
    assert measures["all: named"].f1 == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Gov. Ann Lee Jr.", ["lee"], id="title and suffix"),
        pytest.param("a spokesman for the mayor", ["spokesman"], id="complement"),
        pytest.param("Lee and Park’s", ["lee", "park"], id="two people"),
        pytest.param(None, [], id="nobody"),
    ],
)
def test_the_head_of_a_name_is_its_last_word(name: str | None, expected: list[str]) -> None:
    assert heads(name) == expected


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param('a "b" c', "b", id="straight"),
        pytest.param("a “b” c", "b", id="curly"),
        pytest.param("a “b\n\nc” d", "b", id="open to the end of its paragraph"),
        pytest.param('a "b "c" d', "c", id="a second opening mark starts again"),
        pytest.param("it’s ‘b’ c", "b", id="single marks where there are no double ones"),
        pytest.param("“a” ‘b’", "a", id="single marks beside double ones"),
    ],
)
def test_marks_are_paired_in_their_paragraph(text: str, inside: str) -> None:
    quoted = mark_quoted(text)

    assert "".join(c for c, is_inside in zip(text, quoted, strict=True) if is_inside) == inside


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param('{"id": "a",', "set.jsonl:1:12: no JSON", id="broken JSON"),
        pytest.param("[]", "set.jsonl:1:1: an annotated article has", id="no object"),
        pytest.param("", "set.jsonl: no articles", id="empty"),
    ],
)
def test_a_set_that_cannot_be_read_says_where(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(line, encoding="utf-8")

    with pytest.raises(SetError) as raised:
        read_set(path)

    assert message in str(raised.value)
