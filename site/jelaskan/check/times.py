"""The timeline says the dates that the article says, in order."""

import re
from collections import Counter
from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, find_texts, overlap, place, shown
from jelaskan.messages import Message
from jelaskan.model.explainer import TimelineEntry
from jelaskan.model.statements import TimeExpression
from jelaskan.problems import Arrange, Problem, Write

_NUMBERED = re.compile(r"#(?:in-)?time-\d+(?![\w-])")


def check_times(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each entry of the timeline that readers could not rely on."""
    yield from _check_order(evidence)
    yield from _check_ids(evidence)
    for number, entry in enumerate(evidence.explainer.timeline):
        if entry.as_written is None and not entry.source:
            yield Problem(
                evidence.file.position("timeline", number),
                "T07",
                Message(
                    "nothing says that this happened on {date}: “{text}”",
                    date=entry.date,
                    text=shown(entry.text),
                ),
                Message(
                    "write the article's words of the date as `as_written:`, or an address as "
                    "`source:`"
                ),
            )
        if entry.end is not None and entry.end < entry.date[: len(entry.end)]:
            yield Problem(
                evidence.file.position("timeline", number, "end"),
                "T08",
                Message(
                    "the period ends on {end}, before it begins on {date}",
                    end=entry.end,
                    date=entry.date,
                ),
                Message("exchange `date` and `end`, or mend one of them"),
            )
    for number, proof in evidence.proofs_of("time"):
        passage = proof.passages[0]
        found = [
            time
            for time in evidence.statements_at(passage).times
            if any(overlap(time.mention, mention) for mention in passage.mentions)
            and _is_day(time.value)
        ]
        if found:
            entry = evidence.explainer.timeline[number]
            where = str(place(passage.article, passage.mentions[0]))
            yield from _compare(evidence, number, entry, where, found)
    yield from _check_own_dates(evidence)


def _check_order(evidence: Evidence) -> Iterator[Problem]:
    latest = ""
    timeline = evidence.explainer.timeline
    order = sorted(range(len(timeline)), key=lambda number: timeline[number].date)
    # A link leads to a number, which another entry would get.
    linked = any(_NUMBERED.search(text) for _, text in find_texts(evidence.explainer))
    for number, entry in enumerate(timeline):
        if entry.date < latest[: len(entry.date)]:
            yield Problem(
                evidence.file.position("timeline", number, "date"),
                "T01",
                Message("{date} stands after {latest}", date=entry.date, latest=latest),
                Message("put the entries in order, oldest first"),
                severity="warning",
                cure=None if linked else Arrange(("timeline",), tuple(order)),
            )
        latest = max(latest, entry.date)


def _check_ids(evidence: Evidence) -> Iterator[Problem]:
    timeline = evidence.explainer.timeline
    # A number that leads to an entry without an id is no id of another.
    seen = Counter(
        str(number) for number in range(1, sum(entry.id is None for entry in timeline) + 1)
    )
    for number, entry in enumerate(timeline):
        if entry.id is not None:
            seen[entry.id] += 1
            if seen[entry.id] > 1:
                yield Problem(
                    evidence.file.position("timeline", number, "id"),
                    "T11",
                    Message("another entry has this id: {id}", id=entry.id),
                    Message("give each its own: links lead to it"),
                )


def _compare(
    evidence: Evidence,
    number: int,
    entry: TimelineEntry,
    where: str,
    found: list[TimeExpression],
) -> Iterator[Problem]:
    """Yield where an entry differs from every date in its words, else from how it is known."""
    same = [time for time in found if _agree(entry, time.value)]
    if not same:
        time = found[0]
        certain = time.basis == "explicit" and not time.doubts
        yield Problem(
            evidence.file.position("timeline", number, "date"),
            "T06",
            Message(
                "date is {date}, and the article says {value}: “{text}”",
                date=entry.date,
                value=time.value,
                text=shown(time.mention.text),
            ),
            Message(
                "see {where}; write `date: {value}`, or let `as_written` have the words of "
                "the date that you mean",
                where=where,
                value=time.value.split("/")[0],
            ),
            severity="error" if certain else "warning",
            cure=Write(("timeline", number, "date"), time.value)
            if certain and len(found) == 1 and "/" not in time.value
            else None,
        )
    elif entry.inferred is None and all(time.basis != "explicit" for time in same):
        time = same[0]
        yield Problem(
            evidence.file.position("timeline", number, "as_written"),
            "T09",
            Message(
                "the article does not write the whole date {date}: “{text}”",
                date=entry.date,
                text=shown(time.mention.text),
            ),
            Message("say in `inferred:` how it is known"),
            severity="warning",
        )


def _check_own_dates(evidence: Evidence) -> Iterator[Problem]:
    """Yield where the page itself was changed before it was published."""
    explainer = evidence.explainer
    if explainer.published and explainer.updated and explainer.updated < explainer.published:
        yield Problem(
            evidence.file.position("updated"),
            "T10",
            Message(
                "updated on {updated}, before it was published on {published}",
                updated=explainer.updated,
                published=explainer.published,
            ),
            Message("mend one of the two dates"),
        )


def _is_day(value: str) -> bool:
    """Return whether a value is a year, month, day or period of days, and no duration."""
    return all(part[:4].isdecimal() and "-Q" not in part for part in value.split("/"))


def _agree(entry: TimelineEntry, value: str) -> bool:
    """Return whether an entry's date is a date of the article, more or less exactly told."""
    parts = value.split("/")
    start, end = parts[0], parts[-1]
    if start == end:
        return _is_within(entry.date, start)
    return start[: len(entry.date)] <= entry.date <= end[: len(entry.date)] or _is_within(
        entry.date, start
    )


def _is_within(date: str, other: str) -> bool:
    return date.startswith(other) or other.startswith(date)
