"""Dates as they are written: found one after the other, with the words that send them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jelaskan.extract.tokens import Word
from jelaskan.extract.written import TimeWords, Written
from jelaskan.extract.written_days import (
    read_day,
    read_day_month,
    read_month_first,
    read_numeric,
    read_weekday,
)
from jelaskan.extract.written_periods import read_phase, read_quarter, read_year
from jelaskan.languages.times import Times

CLAUSE_WORDS = 7
"""How far back a cue for the future is looked for."""
SENTENCE_WORDS = 12
"""How far back a word that tells of the past is looked for."""
OPENING_WORDS = 2
"""With how many words before it a month opens a sentence, which tells behind it."""
CLAUSE_ENDS = frozenset(',;:“”"—–')


def find_written(words: Sequence[Word], known: TimeWords) -> Iterator[Written]:
    """Yield the dates of a sentence, in text order."""
    at = 0
    earlier: Written | None = None
    while at < len(words):
        if words[at].lower not in known.anchors and not words[at].text[0].isdecimal():
            at += 1
            continue
        found = _read(words, at, known, earlier)
        if found is None:
            at += 1
            continue
        found = with_neighbours(words, found, known)
        yield from _shared(words, found, known)
        earlier = found
        at = found.end


def _read(
    words: Sequence[Word], at: int, known: TimeWords, earlier: Written | None
) -> Written | None:
    """Return the date that begins with a word."""
    word = words[at]
    if word.is_number:
        return (
            read_numeric(words, at, known)
            or read_day_month(words, at, known)
            or read_year(words, at, known, earlier)
        )
    if word.lower in known.times.weekdays and word.text[0].isupper():
        return read_weekday(words, at, known)
    if word.lower in known.times.months and word.text[0].isupper():
        return read_month_first(words, at, known)
    if (
        word.lower in known.times.quarter_words
        or word.lower in known.times.quarters
        or word.lower in known.times.half_words
    ):
        return read_quarter(words, at, known)
    if at + 1 < len(words) and words[at + 1].start == word.end and words[at + 1].is_number:
        return read_quarter(words, at, known)
    return read_phase(words, at, known)


def with_neighbours(words: Sequence[Word], found: Written, known: TimeWords) -> Written:
    """Return a date with the words beside it that send it into past or future."""
    if found.year is not None or found.period is not None:
        return found
    times = known.times
    after = found.end
    for phrase in times.week_before:
        if _follows(words, after, phrase):
            return replace(found, end=after + len(phrase.split()), week=-1)
    for phrase in times.week_after:
        if _follows(words, after, phrase):
            return replace(found, end=after + len(phrase.split()), week=1)
    at = found.start
    while at > 1 and words[at - 1].lower in times.day_words and words[at - 1].text != ",":
        # by the end of April
        at -= 1
    before = words[at - 1].lower if at else ""
    behind = words[after].lower if after < len(words) else ""
    if before in times.past or behind in times.past:
        return replace(found, direction=-1, end=after + (behind in times.past))
    if before in times.coming or behind in times.coming:
        return replace(found, direction=1, end=after + (behind in times.coming))
    near = words[max(0, found.start - SENTENCE_WORDS) : found.start]
    if len(near) <= OPENING_WORDS:
        near = words[after : after + SENTENCE_WORDS]
    told = any(_is_past(word.lower, times) for word in near)
    first = max(0, found.start - CLAUSE_WORDS)
    clause: list[str] = []
    for word in reversed(words[first : found.start]):
        if word.text in CLAUSE_ENDS:
            break
        clause.append(word.lower)
    coming = (
        before in times.future_openers
        # "Hingga Sabtu, 87 orang dirawat" tells how far it has come.
        or (found.month is None and at > 1 and before in times.future_weekday_openers)
        or any(word in times.future_cues for word in clause)
    )
    return replace(found, cue=coming, told=told)


def _follows(words: Sequence[Word], at: int, phrase: str) -> bool:
    pieces = phrase.split()
    return [word.lower for word in words[at : at + len(pieces)]] == pieces


def _is_past(word: str, times: Times) -> bool:
    ends = bool(times.past_endings) and len(word) > 4 and word.endswith(times.past_endings)
    return ends or word in times.past_cues


def _shared(words: Sequence[Word], found: Written, known: TimeWords) -> Iterator[Written]:
    """Yield a date, after the day before it that leaves it the month: 13 dan 14 Juni."""
    at = found.start - 1
    if at >= 1 and found.day is not None and found.weekday is None and found.until is None:
        day = read_day(words, at - 1, known)
        free = at < 2 or (
            words[at - 2].end < words[at - 1].start
            and words[at - 2].lower not in known.times.months
        )
        listed = words[at].lower in known.times.lists and words[at].text != ","
        if day is not None and day[1] == at and free and listed:
            yield replace(found, start=at - 1, end=at, day=day[0])
    yield found
