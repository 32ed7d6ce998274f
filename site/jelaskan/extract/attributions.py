"""Who said what: content, cue and source, direct quotations first."""

from bisect import bisect_right
from collections.abc import Iterator

from jelaskan.extract.beside import ENDS_OPEN, LATE, SHORT, find_cue_beside
from jelaskan.extract.doubts import NO_CUE, NO_SOURCE
from jelaskan.extract.indirect import find_indirect
from jelaskan.extract.layout import Layout, Span
from jelaskan.extract.reading import Finding, Reading, read
from jelaskan.extract.runs import add_paragraphs_before, add_second_half, quotation_alone
from jelaskan.extract.words import skip_marks
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Mention
from jelaskan.model.statements import Attribution, Doubt


def find_attributions(layout: Layout, pack: LanguagePack) -> tuple[Attribution, ...]:
    """Return who said what, in text order, speakers not yet resolved.

    Quotations with a cue after them claim their cue first; then every other cue looks
    for its content; then quotations that stand alone join those beside them.
    """
    reading = read(layout, pack)
    for number in range(len(layout.quoted)):
        cue_after_quotation(reading, number)
    find_indirect(reading)
    for number in range(len(layout.quoted)):
        if number not in reading.by_quotation:
            quotation_alone(reading, number)
    for finding in reading.findings:
        finding.content[:] = [
            piece for span in sorted(finding.content) for piece in _outside(layout, span)
        ]
    found = [finding for finding in reading.findings if finding.content]
    return tuple(
        _attribution(reading, finding)
        for finding in sorted(found, key=lambda finding: finding.content[0])
    )


def _outside(layout: Layout, span: Span) -> Iterator[Span]:
    """Yield what of a stretch is no furniture: an advertisement may stand inside what is said."""
    text, start = layout.article.text, span.start
    number = bisect_right(layout.furniture, span.start, key=lambda piece: piece.mention.end)
    while start < span.end:
        gap = layout.furniture[number].mention if number < len(layout.furniture) else None
        end = span.end if gap is None else min(span.end, gap.start)
        first, last = start, end
        while first < last and (text[first].isspace() or text[first] in ",."):
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if (start, end) == span:
            yield span
        elif any(map(str.isalnum, text[first:last])):
            yield Span(first, last)
        start = span.end if gap is None else max(end, gap.end)
        number += 1


def _attribution(reading: Reading, finding: Finding) -> Attribution:
    text = reading.words.text

    def mention(span: Span) -> Mention:
        return Mention(span.start, text[span.start : span.end])

    cue = finding.cue
    return Attribution(
        content=tuple(map(mention, finding.content)),
        kind=finding.kind,
        cue=None
        if cue is None
        else mention(Span(reading.words.starts[cue.first], reading.words.ends[cue.last - 1])),
        source=None if finding.source is None else mention(finding.source),
        speaker=None,
        rule=finding.rule,
        polarity=finding.polarity,
        doubts=tuple(finding.doubts),
    )


def cue_after_quotation(reading: Reading, number: int) -> None:
    """Attribute a quotation to the cue after it: “…,” said Ann. “…,” Ann told reporters."""
    quoted = reading.layout.quoted[number]
    words = reading.words
    first, last = words.opened[number], words.closed[number]
    if not quoted.closed or first == last or number in reading.by_quotation:
        return
    at = last
    ends = words.text[quoted.start : quoted.end].rstrip(" '’”\"")[-1:]
    if ends == "." and _is_introduced(reading, first):
        return
    ceiling = words.sentences[words.sentence[last - 1]][1]
    if last >= ceiling - 1:
        # “Really?” Ann said: the mark ends its sentence and the cue stands in the next.
        following = words.sentence[last - 1] + 1
        if (
            following >= len(words.sentences)
            or words.paragraph[following] != words.paragraph[following - 1]
        ):
            return
        ceiling = words.sentences[following][1]
    at = skip_marks(words, at, ceiling)
    comma = False
    while at < ceiling and words.lower[at] in ",.":
        comma = comma or words.lower[at] == ","
        at += 1
    if at >= ceiling:
        return
    is_open = comma or ends in ENDS_OPEN
    cue, source = find_cue_beside(reading, at, ceiling, is_open, ends == ".")
    if cue is None:
        if is_open and last - first > SHORT:
            _name_after_quotation(reading, number, at, ceiling)
        return
    if not is_open and ends != "." and last - first <= SHORT and not cue.form.clitic:
        return
    start = _content_start(reading, number)
    span, kind = reading.content(start, last)
    finding = Finding([span], kind, cue, source, "cue_after_quotation")
    _doubt_source(finding)
    reading.add(finding)
    reading.claim(start, last, finding)
    add_paragraphs_before(reading, number, finding)
    add_second_half(reading, cue, at, finding)


def _is_introduced(reading: Reading, first: int) -> bool:
    """Return whether a cue with a source stands right before a quotation: Ann menulis, “…”."""
    words = reading.words
    if first < 4 or words.lower[first - 2] not in ",:":
        return False
    cue = next((words.cue_at[n] for n in (first - 3, first - 4) if n in words.cue_at), None)
    return (
        cue is not None
        and cue.last == first - 2
        and "quotation" in cue.form.group.frames
        and cue.form.group.source == "before"
        and words.sentence[cue.first] == words.sentence[first]
    )


def _name_after_quotation(reading: Reading, number: int, at: int, ceiling: int) -> None:
    """Attribute a quotation to the name that alone ends its sentence: “…,” Budi."""
    words = reading.words
    last = ceiling
    while last > at and not words.lower[last - 1][0].isalnum():
        last -= 1
    if not 0 < last - at <= SHORT or not all(words.is_capital(n) for n in range(at, last)):
        return
    finding = Finding(
        [reading.quoted_span(number)],
        "direct",
        None,
        Span(words.starts[at], words.ends[last - 1]),
        "name_after_quotation",
        doubts=[Doubt(NO_CUE)],
    )
    reading.add(finding)
    reading.by_quotation[number] = finding


def _content_start(reading: Reading, number: int) -> int:
    """Return the first word of the content that ends with a quotation.

    It is the quotation's own first word where the quotation begins its sentence, and else
    that of the clause which it ends: The plan is “a disaster,” she said.
    """
    words = reading.words
    first = words.opened[number]
    mark = first - 1
    floor = words.sentences[words.sentence[first]][0]
    for before in range(mark - 1, floor - 1, -1):
        if (
            words.lower[before] in reading.lexicon.cues.coordinators
            and words.lower[before - 1] == ","
            and before - floor > LATE
            and words.quotation[before - 1] < 0
        ):
            floor = before
            break
        quotation = words.quotation[before]
        if quotation >= 0 and quotation in reading.by_quotation:
            return first
        if before in reading.by_cue:
            return first
        cue = words.cue_at.get(before)
        if (
            cue
            and "quotation" in cue.form.group.frames
            and words.lower[mark - 1] in ",:"
            and cue.last >= mark - 2
        ):
            return first
    start = floor
    while start < mark and words.lower[start] in reading.lexicon.cues.coordinators:
        start += 1
    if words.lower[mark - 1] == ":" or (
        words.lower[mark - 1] == "," and reading.lexicon.opens_introduction(words.lower[start])
    ):
        return first
    return start if start < mark else first


def _doubt_source(finding: Finding) -> None:
    if finding.source is None:
        finding.doubts.append(Doubt(NO_SOURCE))
