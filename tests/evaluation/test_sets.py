"""The annotations of our own sets hold together: offsets, marks, names, dates."""

import itertools
import re
from datetime import date
from typing import get_args

import pytest
from annotated import OWN_SETS, read_set
from measures import Record
from speakers import plain

from jelaskan.model.statements import Bound, DateBasis, Polarity

DOUBLE, SINGLE = ('"“„«', '"”“»'), ("‘", "’")
STOPS = ",.!?…"
WEEKDAYS = {
    "id": ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
ARTICLES = [
    pytest.param(article, id=article["id"])
    for path in OWN_SETS.values()
    for article in read_set(path)
]
each_article = pytest.mark.parametrize("article", ARTICLES)


def spans(article: Record) -> list[tuple[int, int]]:
    marked = [*article["quotes"], *article["numbers"], *article["dates"]]
    parts = [part for quote in article["quotes"] for part in quote.get("parts", [])]
    return [(m["start"], m["end"]) for m in marked] + [
        (start, end) for start, end in [*parts, *article["boilerplate"]]
    ]


def is_word_edge(text: str, place: int) -> bool:
    """Return whether a word begins or ends here; a capital begins one where words are glued."""
    if place in (0, len(text)):
        return True
    before, after = text[place - 1], text[place]
    return not (before.isalnum() and after.isalnum()) or (before.islower() and after.isupper())


def marks_of(text: str) -> tuple[str, str]:
    """Return the opening and closing marks that enclose what is said in a text."""
    doubles = sum(text.count(mark) for mark in DOUBLE[0])
    return SINGLE if text.count("‘") > doubles else DOUBLE


def without_furniture(article: Record) -> str:
    """Return the text in one line, page furniture cut out."""
    text = article["text"]
    for start, end in reversed(article["boilerplate"]):
        text = text[:start] + text[end:]
    return " ".join(text.split())


@each_article
def test_spans_hold_whole_words(article: Record) -> None:
    text = article["text"]

    for start, end in spans(article):
        words = text[start:end]
        assert words.strip() == words != "", (start, words)
        assert is_word_edge(text, start), words
        assert is_word_edge(text, end), words


@each_article
def test_kinds_agree_with_the_marks(article: Record) -> None:
    text = article["text"]
    opening, closing = marks_of(text)

    for quote in article["quotes"]:
        words = text[quote["start"] : quote["end"]]
        if quote["kind"] == "direct":
            rest = text[quote["end"] :].splitlines()[0] if text[quote["end"] :] else ""
            closed = rest.lstrip(STOPS)[:1] in closing
            assert text[quote["start"] - 1] in opening, words
            assert closed or not any(mark in rest for mark in opening + closing), words
        else:
            has_marks = any(mark in words for mark in opening)
            assert quote["kind"] == ("mixed" if has_marks else "indirect"), words


@each_article
def test_direct_quotations_stand_alone(article: Record) -> None:
    quotes = article["quotes"]

    for first, second in itertools.pairwise(quotes):
        apart = first["end"] <= second["start"]
        assert apart or "direct" not in (first["kind"], second["kind"]), second


@each_article
def test_speakers_are_people_of_the_article_or_described_in_it(article: Record) -> None:
    names = {person["name"] for person in article["people"]}
    words = set(plain(article["text"].replace("(", " ").replace(")", " ")).split())

    for quote in article["quotes"]:
        speaker = quote["speaker"]
        assert speaker is None or speaker in names or set(plain(speaker).split()) <= words, speaker
        if quote["cue"] is not None:
            assert quote["cue"] in article["text"]
            assert quote["mention"] in (None, "-nya") or quote["mention"] in article["text"]


@each_article
def test_names_stand_in_the_article(article: Record) -> None:
    people = [name for p in article["people"] for name in [p["name"], *p["aliases"]]]
    bodies = [re.sub(r" \(.*\)$", "", name) for name in article["orgs"]]

    text = without_furniture(article)
    words = set(plain(text).split())

    assert [name for name in [*bodies, *article["places"]] if name not in text] == []
    # A nickname may stand between the names, Yosef “Oce” Karubaba, or words be glued to them.
    stands = {name for name in people if name in text or set(plain(name).split()) <= words}
    assert [name for name in people if name not in stands] == []


@each_article
def test_dates_are_dates(article: Record) -> None:
    weekdays = WEEKDAYS[article["language"]]

    date.fromisoformat(article["published"])
    assert len({found["iso"] for found in article["dates"]}) == len(article["dates"])
    for found in article["dates"]:
        assert found["basis"] in get_args(DateBasis)
        for day in found["iso"].split("/"):
            assert re.fullmatch(r"\d{4}(-Q[1-4]|-\d\d(-\d\d)?)?", day), day
            date.fromisoformat(f"{day[:4]}{day[4:] if 'Q' not in day else ''}-01-01"[:10])
        written = article["text"][found["start"] : found["end"]].lower()
        named = [number for number, name in enumerate(weekdays) if name in written]
        if named and "note" not in found:
            assert date.fromisoformat(found["iso"][:10]).weekday() == named[0], written


@each_article
def test_numbers_have_values_and_bounds(article: Record) -> None:
    for number in article["numbers"]:
        value = number["value"]
        assert number["bound"] in get_args(Bound)
        assert number["unit"]
        assert value is not None or number["vague"]
        assert not isinstance(value, list) or len(value) == 2


@each_article
def test_nothing_is_found_in_page_furniture(article: Record) -> None:
    marked = [*article["quotes"], *article["numbers"], *article["dates"]]

    for start, end in article["boilerplate"]:
        assert not [m for m in marked if m["start"] < end and start < m["end"]]


@each_article
def test_polarity_is_a_known_one(article: Record) -> None:
    for quote in article["quotes"]:
        assert quote.get("polarity", "denied") in get_args(Polarity)


@pytest.mark.parametrize("language", sorted(OWN_SETS))
def test_a_third_of_a_set_is_held_back(language: str) -> None:
    articles = read_set(OWN_SETS[language])

    assert len({article["id"] for article in articles}) == len(articles)
    assert {article["language"] for article in articles} == {language}
    tune, held = (len(read_set(OWN_SETS[language], split)) for split in ("tune", "held"))
    assert tune + held == len(articles)
    assert held * 3 >= len(articles)
