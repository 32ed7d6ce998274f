"""The timeline: the article's dates, with the sentences they stand in."""

from dataclasses import replace
from datetime import date

from jelaskan.draft.identifiers import Identifiers
from jelaskan.draft.parts import Desk, Part
from jelaskan.draft.places import locate, sentence_of, tidy
from jelaskan.draft.yaml_text import Value
from jelaskan.model.statements import TimeExpression

QUARTERS = {"Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12")}


def draft_timeline(desk: Desk) -> list[Part]:
    """Return an entry for each date and sentence, oldest first."""
    entries: dict[tuple[str, str, str], Part] = {}
    unproved: list[Part] = []
    identifiers = Identifiers()
    for time in sorted(desk.statements.times, key=lambda found: found.mention.start):
        period = read_period(time.value)
        if period is None:
            continue
        start = time.mention.start
        located = locate(desk.article, (time.mention,))
        if located is None:
            unproved.append(desk.unproved(time.mention.text, start))
            continue
        day, end = period
        sentence = tidy(sentence_of(desk.article, desk.statements, start).text) or located.text
        key = (day, end, sentence)
        if key in entries:
            part = entries[key]
            entries[key] = replace(part, mentions=(*part.mentions, time.mention))
            continue
        entry: dict[str, Value] = {
            "id": identifiers.take(located.text, default="time"),
            "date": day,
        }
        if end:
            entry["end"] = end
        entry["as_written"] = located.text
        inferred = _inferred(desk, time)
        if inferred:
            entry["inferred"] = inferred
        entry["text"] = sentence
        if located.near is not None:
            entry["near"] = located.near
        doubts = desk.say_doubts(time.doubts)
        if time.basis == "relative":
            doubts = (inferred[:1].lower() + inferred[1:].rstrip("."), *doubts)
        entries[key] = Part(
            entry,
            desk.place(start),
            time.rule,
            words=located.text,
            mentions=(time.mention,),
            doubts=doubts,
        )
    return [*(entries[key] for key in sorted(entries, key=lambda key: key[0])), *unproved]


def read_period(value: str) -> tuple[str, str] | None:
    """Return the first and the last day of a TIMEX3 value, the last empty if it is one.

    None for what is no place in time: durations, weeks, and broken values.
    """
    first, _, last = value.partition("/")
    year, _, part = first.partition("-")
    if part in QUARTERS and not last:
        begin, finish = QUARTERS[part]
        first, last = f"{year}-{begin}", f"{year}-{finish}"
    if not _is_partial_date(first) or (last and not _is_partial_date(last)):
        return None
    return first, ("" if last == first else last)


def _is_partial_date(value: str) -> bool:
    parts = value.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
        return False
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return False
    try:
        date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        return False
    return True


def _inferred(desk: Desk, time: TimeExpression) -> str:
    """Return how a date is known that the article does not write in full."""
    if time.basis == "explicit":
        return ""
    words, published = tidy(time.mention.text), desk.article.published
    if published:
        return desk.say(f"inferred-{time.basis}", words=words, published=published)
    return desk.say(f"inferred-{time.basis}-undated", words=words)
