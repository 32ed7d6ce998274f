"""Quotations that go on: after their cue, in the next sentence, over paragraphs."""

from jelaskan.extract.beside import ENDS_OPEN, find_cue_beside
from jelaskan.extract.doubts import NO_CUE
from jelaskan.extract.layout import Span
from jelaskan.extract.reading import Finding, Reading
from jelaskan.extract.words import Cue, is_opening, skip_marks
from jelaskan.model.statements import Doubt

LONG_ENOUGH = 4
"""The shortest quotation, in words, that can stand alone."""


def add_paragraphs_before(reading: Reading, number: int, finding: Finding) -> None:
    """Join the paragraphs of a quotation that opens its marks anew in each of them."""
    words = reading.words
    while number > 0 and not reading.layout.quoted[number - 1].closed:
        number -= 1
        first = words.opened[number]
        if number in reading.by_quotation or first == words.closed[number]:
            return
        finding.content.append(reading.quoted_span(number))
        reading.by_quotation[number] = finding


def add_second_half(reading: Reading, cue: Cue, at: int, finding: Finding) -> None:
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
    return find_cue_beside(reading, start, end, ends in ENDS_OPEN, ends == ".")


def _join(reading: Reading, quotation: int, finding: Finding) -> None:
    """Add a quotation, and the paragraphs in which it goes on, to a finding."""
    reading.by_quotation[quotation] = finding
    finding.content.append(reading.quoted_span(quotation))
    add_paragraphs_after(reading, quotation, finding)


def add_paragraphs_after(reading: Reading, quotation: int, finding: Finding) -> None:
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
    add_paragraphs_after(reading, number, alone)


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
