"""The timeline says the dates that the article says, in order."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jelaskan.check.evidence import Evidence, find_texts, overlap, pack_of, place, shown
from jelaskan.languages.cues import Cues
from jelaskan.languages.times import Times
from jelaskan.messages import Message
from jelaskan.model.explainer import TimelineEntry
from jelaskan.model.statements import TimeExpression
from jelaskan.problems import Arrange, Position, Problem, Write
from jelaskan.proof.passages import Passage

_WORD = re.compile(r"\w+")
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
            if any(
                overlap(told, mention)
                for told in (time.mention, *time.again)
                for mention in passage.mentions
            )
        ]
        dated = [time for time in found if _is_day(time.value)]
        if dated:
            compared = _Compared(evidence, number, passage, tuple(dated))
            yield from compared.check_date()
            yield from compared.check_end()
        elif not found:
            yield from _without_date(evidence, number, passage)
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


@dataclass(frozen=True, slots=True)
class _Compared:
    """An entry of the timeline, and the dates in the words that it rests on."""

    evidence: Evidence
    number: int
    passage: Passage
    found: tuple[TimeExpression, ...]

    @property
    def entry(self) -> TimelineEntry:
        return self.evidence.explainer.timeline[self.number]

    @property
    def where(self) -> Position:
        return place(self.passage.article, self.passage.mentions[0])

    def at(self, key: str) -> Position:
        """Return where a part of the entry stands in its file."""
        return self.evidence.file.position("timeline", self.number, key)

    def check_date(self) -> Iterator[Problem]:
        """Yield where the date is none of those in its words, else how it can be known."""
        entry = self.entry
        same = [time for time in self.found if _agree(entry.date, time.value)]
        if not same:
            yield self._another_date()
            return
        written = any(time.basis == "explicit" for time in same)
        whole = any(_is_whole(entry.date, time.value) for time in same)
        if entry.inferred is None and not (written and (whole or entry.source)):
            yield Problem(
                self.at("as_written"),
                "T09",
                Message(
                    "the article does not write the whole date {date}: “{text}”",
                    date=entry.date,
                    text=shown(same[0].mention.text),
                ),
                Message("say in `inferred:` how it is known"),
                severity="warning" if whole or entry.source else "error",
            )

    def _another_date(self) -> Problem:
        entry, time = self.entry, self.found[0]
        certain = self._is_certain(time, entry.date)
        return Problem(
            self.at("date"),
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
                where=self.where,
                value=time.value.split("/")[0],
            ),
            severity="error" if certain else "warning",
            cure=Write(("timeline", self.number, "date"), time.value)
            if certain
            and time.basis == "explicit"
            and len(self.found) == 1
            and "/" not in time.value
            else None,
        )

    def check_end(self) -> Iterator[Problem]:
        """Yield where a period ends on a day that its words do not have."""
        entry = self.entry
        if entry.end is None or entry.inferred is not None or entry.source:
            return
        ends = [time.value.split("/")[-1] for time in self.found]
        if any(end.startswith(entry.end) for end in ends):
            return
        yield Problem(
            self.at("end"),
            "T06",
            Message(
                "end is {end}, and the article says {value}: “{text}”",
                end=entry.end,
                value=", ".join(ends),
                text=shown(" … ".join(mention.text for mention in self.passage.mentions)),
            ),
            Message(
                "see {where}; let `as_written` have the words of the whole period, or say in "
                "`inferred:` how its end is known",
                where=self.where,
            ),
            severity="error"
            if all(self._is_certain(time, "") for time in self.found)
            else "warning",
        )

    def _is_certain(self, time: TimeExpression, date: str) -> bool:
        """Return whether the article's date is beyond doubt where it differs from another.

        “3 Mei” leaves the year open, and nothing else.
        """
        if time.doubts or not any(
            overlap(time.mention, mention) for mention in self.passage.mentions
        ):
            return False
        days = time.value[5:], date[5:]
        return time.basis == "explicit" or (
            time.basis == "daymonth"
            and "/" not in time.value
            and all(days)
            and not _is_within(*days)
        )


def _without_date(evidence: Evidence, number: int, passage: Passage) -> Iterator[Problem]:
    """Yield where the words of a date have none, and nothing else tells how it is known."""
    entry = evidence.explainer.timeline[number]
    furniture = evidence.statements_at(passage).furniture
    if entry.inferred is not None or entry.source or furniture:
        return
    text = " … ".join(mention.text for mention in passage.mentions)
    words = [word.casefold().lstrip("0") for word in _WORD.findall(text)]
    pack = pack_of(passage.article.language)
    times, cues = (pack.times, pack.cues) if pack else (Times(), Cues())
    told = {*words, *(str(times.months[word]) for word in words if word in times.months)}
    parts = {part.lstrip("0") for part in entry.date.split("-")}
    if parts <= told:
        return
    known = {*times.months, *times.weekdays, *times.past, *times.coming, *cues.times}
    may_be = not parts.isdisjoint(told) or not known.isdisjoint(words)
    yield Problem(
        evidence.file.position("timeline", number, "as_written"),
        "T12",
        Message(
            "date is {date}, and the article's words have none: “{text}”",
            date=entry.date,
            text=shown(text),
        ),
        Message(
            "see {where}; let `as_written` have the words of the date, or say in `inferred:` how "
            "it is known",
            where=place(passage.article, passage.mentions[0]),
        ),
        severity="warning" if may_be else "error",
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


def _agree(date: str, value: str) -> bool:
    """Return whether a date is one of the article, more or less exactly told."""
    start, _, end = value.partition("/")
    if not end:
        return _is_within(date, start)
    return start[: len(date)] <= date <= end[: len(date)] or _is_within(date, start)


def _is_whole(date: str, value: str) -> bool:
    """Return whether a date of the article says all that another one says.

    “3–20 Mei” says when something begins and ends, and of no day between.
    """
    return any(part.startswith(date) for part in value.split("/"))


def _is_within(date: str, other: str) -> bool:
    return date.startswith(other) or other.startswith(date)
