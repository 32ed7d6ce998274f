"""Who said what: content, cue and source, direct quotations first."""

from jelaskan.extract.clauses import find_beginning, is_addressee
from jelaskan.extract.cues import (
    find_source_after,
    find_source_before,
)
from jelaskan.extract.indirect import find_indirect
from jelaskan.extract.layout import Layout, Span
from jelaskan.extract.lexicon import Form
from jelaskan.extract.reading import Finding, Reading, is_opening, read, skip_marks
from jelaskan.extract.words import Cue
from jelaskan.languages.cues import CueGroup
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Mention
from jelaskan.model.statements import Attribution, Doubt

ENDS_OPEN = ",?!—–-…"
SHORT = 3
LONG_ENOUGH = 4
SOURCE_REACH = 45
UNKNOWN = CueGroup(forms=(), frames=("quotation",))
LATE = 6
"""How many words may follow the cue of a quotation that has ended with a full stop."""


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
    return tuple(
        _attribution(reading, finding)
        for finding in sorted(reading.findings, key=lambda finding: finding.content[0])
    )


def _attribution(reading: Reading, finding: Finding) -> Attribution:
    text = reading.words.text

    def mention(span: Span) -> Mention:
        return Mention(span.start, text[span.start : span.end])

    cue = finding.cue
    return Attribution(
        content=tuple(mention(span) for span in sorted(finding.content)),
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
    ends = words.text[quoted.start : quoted.end].rstrip(" '’”\"")[-1:]
    is_open = comma or ends in ENDS_OPEN
    cue, source = _cue_beside(reading, at, ceiling, is_open, ends == ".")
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
    _add_paragraphs_before(reading, number, finding)
    _add_second_half(reading, cue, at, finding)


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


def _cue_beside(
    reading: Reading, at: int, ceiling: int, is_open: bool, ends_sentence: bool
) -> tuple[Cue | None, Span | None]:
    """Return the cue and source that begin at the word after a quotation."""
    words, lexicon = reading.words, reading.lexicon
    limit = min(ceiling, at + SOURCE_REACH)
    for number in range(at, limit):
        if is_opening(words, number) and words.closed[words.quotation[number + 1]] - number > 5:
            limit = number
            break
    cue = words.cue_at.get(at)
    if (
        cue
        and "quotation" in cue.form.group.frames
        and cue.form.group.source != "before"
        and (cue.form.tense != 3 or not lexicon.cues.participle_endings)
    ):
        if ends_sentence and words.is_capital(at) and not is_open:
            return None, None
        if cue.form.clitic:
            return cue, reading.clitic_span(cue)
        source = find_source_after(words, lexicon, cue, limit)
        if source and cue.form.group.source == "either" and source.last < limit:
            after = words.lower[source.last]
            if after in lexicon.cues.auxiliaries or (
                after in lexicon.cues.infinitives
                and not is_addressee(words, lexicon, source.last + 1, limit)
            ):
                return None, None
        if source:
            return cue, reading.source_span(source, cue)
        if cue.form.group.source == "after":
            return cue, None
        return None, None
    if words.lower[at] in lexicon.cues.coordinators or words.lower[at] in lexicon.cues.relatives:
        return None, None
    for number in range(at, limit):
        if words.lower[number] in ";:":
            break
        cue = words.cue_at.get(number)
        if cue is None:
            continue
        group = cue.form.group
        if "quotation" not in group.frames or group.source == "after":
            continue
        source = find_source_before(words, lexicon, cue, at)
        if source is None or source.passive or not source.finite or cue.form.tense == 3:
            return None, None
        if source.first > at and not all(
            lexicon.is_adverb(words.lower[n]) or words.lower[n] in ("as", "seperti", ",")
            for n in range(at, source.first)
        ):
            return None, None
        anew = words.sentence[at] != words.sentence[max(at - 2, 0)]
        if not is_open and (not (ends_sentence or anew) or ceiling - cue.last > LATE):
            return None, None
        if (anew or not is_open) and find_beginning(words, lexicon, cue, limit) is not None:
            return None, None
        return cue, reading.source_span(source, cue)
    return _unknown_cue(reading, at, limit) if is_open else (None, None)


def _unknown_cue(reading: Reading, at: int, limit: int) -> tuple[Cue | None, Span | None]:
    """Return a cue that no pack lists but that can be nothing else: “…,” he grinned."""
    words, known = reading.words, reading.lexicon.cues
    if at + 1 >= limit or words.lower[at + 1] in ",." or not words.lower[at][0].isalpha():
        word = words.lower[at]
        if known.clitic and word.endswith(known.clitic) and not words.is_capital(at):
            cue = Cue(at, at + 1, Form((word,), UNKNOWN, 0, True, False))
            return cue, reading.clitic_span(cue)
        return None, None
    last = at
    while last < limit and (words.is_capital(last) or last == at):
        last += 1
    after = words.lower[last + 1] if last + 1 < limit else "."
    if (
        last >= limit
        or not (words.is_capital(at) or words.lower[at] in known.subjects)
        or last - at > SHORT
        or not words.lower[last].endswith(known.past_endings)
        or not known.past_endings
        or after not in ".,;"
    ):
        return None, None
    cue = Cue(last, last + 1, Form((words.lower[last],), UNKNOWN, 2, False, False))
    return cue, Span(words.starts[at], words.ends[last - 1])


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


NO_SOURCE = "no source beside the cue"
NO_CUE = "no cue beside the quotation"


def _add_paragraphs_before(reading: Reading, number: int, finding: Finding) -> None:
    """Join the paragraphs of a quotation that opens its marks anew in each of them."""
    words = reading.words
    while number > 0 and not reading.layout.quoted[number - 1].closed:
        number -= 1
        first = words.opened[number]
        if number in reading.by_quotation or first == words.closed[number]:
            return
        finding.content.append(reading.quoted_span(number))
        reading.by_quotation[number] = finding


def _add_second_half(reading: Reading, cue: Cue, at: int, finding: Finding) -> None:
    """Join what follows the cue of a split quotation, as in “A,” she said. “B.” does."""
    words = reading.words
    sentence = words.sentence[cue.first]
    ceiling = words.sentences[sentence][1]
    for number in range(cue.last, ceiling):
        if is_opening(words, number):
            quotation = words.quotation[number + 1]
            before = words.lower[number - 1]
            if before not in ",:" or quotation in reading.by_quotation:
                return
            if any(other in words.cue_at for other in range(cue.last, number)):
                return
            _join(reading, quotation, finding)
            return
    _join_following_sentence(reading, sentence + 1, finding)


def _join_following_sentence(reading: Reading, sentence: int, finding: Finding) -> None:
    """Join a sentence that is a quotation and follows in the same paragraph."""
    words = reading.words
    if (
        sentence >= len(words.sentences)
        or words.paragraph[sentence] != words.paragraph[sentence - 1]
    ):
        return
    first, ceiling = words.sentences[sentence]
    if not is_opening(words, first):
        return
    quotation = words.quotation[first + 1]
    if quotation in reading.by_quotation:
        return
    after = skip_marks(words, words.closed[quotation], ceiling)
    if reading.layout.quoted[quotation].closed and any(
        words.lower[number][0].isalnum() for number in range(after, ceiling)
    ):
        return
    cue, _ = _own_cue(reading, quotation, after, ceiling)
    if cue is None:
        _join(reading, quotation, finding)
        _join_following_sentence(reading, sentence + 1, finding)


def _own_cue(
    reading: Reading, quotation: int, after: int, ceiling: int
) -> tuple[Cue | None, Span | None]:
    """Return the cue in the next sentence that a quotation has of its own: “B!” she said."""
    words = reading.words
    if after < ceiling:
        return None, None
    following = words.sentence[ceiling - 1] + 1
    if (
        following >= len(words.sentences)
        or words.paragraph[following] != words.paragraph[following - 1]
    ):
        return None, None
    ends = words.text[words.ends[words.closed[quotation] - 1] - 1]
    start, end = words.sentences[following]
    return _cue_beside(reading, start, end, ends in ENDS_OPEN, ends == ".")


def _join(reading: Reading, quotation: int, finding: Finding) -> None:
    """Add a quotation, and the paragraphs in which it goes on, to a finding."""
    reading.by_quotation[quotation] = finding
    finding.content.append(reading.quoted_span(quotation))
    _add_paragraphs_after(reading, quotation, finding)


def _add_paragraphs_after(reading: Reading, quotation: int, finding: Finding) -> None:
    """Join the paragraphs in which a quotation that is not closed goes on."""
    words = reading.words
    quoted = reading.layout.quoted
    while not quoted[quotation].closed and quotation + 1 < len(quoted):
        here = words.paragraph[words.sentence[words.closed[quotation] - 1]]
        quotation += 1
        first = words.opened[quotation]
        if (
            first >= len(words.sentence)
            or first == words.closed[quotation]
            or words.paragraph[words.sentence[first]] != here + 1
            or quotation in reading.by_quotation
        ):
            return
        finding.content.append(reading.quoted_span(quotation))
        reading.by_quotation[quotation] = finding


def quotation_alone(reading: Reading, number: int) -> None:
    """Attribute a quotation that is a sentence of its own to the speaker beside it."""
    words = reading.words
    first, last = words.opened[number], words.closed[number]
    if last - first < LONG_ENOUGH or not is_opening(words, first - 1):
        return
    sentence = words.sentence[first]
    floor, ceiling = words.sentences[sentence]
    after = skip_marks(words, last, ceiling)
    if floor != first - 1 or any(words.lower[n][0].isalnum() for n in range(after, ceiling)):
        return
    if not words.is_capital(first) or words.text[words.ends[last - 1] - 1] not in ".?!…,":
        return
    finding = _neighbour(reading, sentence, -1) or _neighbour(reading, sentence, 1)
    if finding is not None and finding.kind == "direct":
        _join(reading, number, finding)
        return
    alone = Finding(
        [reading.quoted_span(number)],
        "direct",
        None,
        None if finding is None else finding.source,
        "quotation_alone",
        doubts=[Doubt(NO_CUE)],
    )
    reading.add(alone)
    reading.by_quotation[number] = alone
    _add_paragraphs_after(reading, number, alone)


def _neighbour(reading: Reading, sentence: int, step: int) -> Finding | None:
    """Return the finding in the sentence before or after, if it is in the next paragraph at most."""
    words = reading.words
    beside = sentence + step
    if not 0 <= beside < len(words.sentences):
        return None
    if abs(words.paragraph[beside] - words.paragraph[sentence]) > 1:
        return None
    first, last = words.sentences[beside]
    order = range(last - 1, first - 1, -1) if step < 0 else range(first, last)
    for number in order:
        quotation = words.quotation[number]
        if quotation >= 0 and quotation in reading.by_quotation:
            return reading.by_quotation[quotation]
        if number in reading.by_cue:
            return reading.by_cue[number]
    return None
