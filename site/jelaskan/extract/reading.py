"""What is known of an article while its attributions are being found."""

from dataclasses import dataclass, field

from jelaskan.extract.cues import find_cues
from jelaskan.extract.layout import Layout, Span
from jelaskan.extract.lexicon import Lexicon, compile_lexicon
from jelaskan.extract.phrases import LONGEST_SOURCE
from jelaskan.extract.sources import Source, find_source_before
from jelaskan.extract.words import Cue, Words, read_words
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.statements import Doubt, Polarity, QuotationKind

TRIMMED = " \t\r\n\u00a0,.;:–—-"


@dataclass(slots=True)
class Finding:
    """An attribution in the making; offsets count from the start of the article."""

    content: list[Span]
    kind: QuotationKind
    cue: Cue | None
    source: Span | None
    rule: str
    polarity: Polarity = "affirmed"
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """An article, its words, its cues, and what has been found so far."""

    layout: Layout
    words: Words
    lexicon: Lexicon
    cues: list[Cue]
    findings: list[Finding]
    by_cue: dict[int, Finding]
    """What the cue at a word reports."""
    by_quotation: dict[int, Finding]
    """Who said the words of a quotation, by its number."""

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of words, without the punctuation at their ends."""
        words = self.words
        text = words.text
        start, end = words.starts[first], words.ends[last - 1]
        while start < end and text[start] in TRIMMED:
            start += 1
        while end > start and text[end - 1] in TRIMMED:
            end -= 1
        return Span(start, end)

    def quoted_span(self, number: int) -> Span:
        """Return the offsets of a quotation without its marks and its last comma."""
        quoted = self.layout.quoted[number]
        text = self.words.text
        start, end = quoted.start, quoted.end
        while start < end and text[start] in TRIMMED:
            start += 1
        while end > start and text[end - 1] in " \t\r\n\u00a0,":
            end -= 1
        return Span(start, end)

    def source_span(self, source: Source, cue: Cue | None) -> Span | None:
        """Return the offsets of a source; that of a clitic are its letters."""
        words = self.words
        if source.first >= source.last:
            return None
        start, end = words.starts[source.first], words.ends[source.last - 1]
        text = words.text[start:end]
        for mark in "'’":
            head, found, _ = text.partition(mark)
            if found and head.lower() in self.lexicon.cues.subjects:
                return Span(start, start + len(head))
        return Span(start, start + len(text.rstrip(" ,")))

    def clitic_span(self, cue: Cue) -> Span:
        """Return the offsets of the pronoun that is written onto a cue."""
        end = self.words.ends[cue.last - 1]
        return Span(end - len(self.lexicon.cues.clitic), end)

    def kind_of(self, first: int, last: int) -> QuotationKind:
        """Return how much of a stretch stands between marks: all, some or nothing."""
        inside = outside = 0
        words = self.words
        for number in range(first, last):
            if words.lower[number][0].isalnum():
                if words.quotation[number] >= 0:
                    inside += 1
                else:
                    outside += 1
        if not inside:
            return "indirect"
        return "mixed" if outside else "direct"

    def claim(self, first: int, last: int, finding: Finding) -> None:
        """Note that the quotations in a stretch are a finding's."""
        for number in range(first, last):
            quotation = self.words.quotation[number]
            if quotation >= 0:
                self.by_quotation.setdefault(quotation, finding)

    def content(self, first: int, last: int) -> tuple[Span, QuotationKind]:
        """Return the offsets and the kind of content; only direct content loses its marks."""
        kind = self.kind_of(first, last)
        if kind == "direct":
            quotations = {number for number in self.words.quotation[first:last] if number >= 0}
            if len(quotations) == 1:
                return self.quoted_span(quotations.pop()), kind
        words = self.words
        opening, closing = words.quotation[first], words.quotation[last - 1]
        if kind == "mixed" and opening >= 0 and words.opened[opening] == first > 0:
            first -= 1
        if kind == "mixed" and closing >= 0 and words.closed[closing] == last < len(words.lower):
            last += 1
        return self.span(first, last), kind

    def add(self, finding: Finding) -> Finding:
        """Keep a finding."""
        self.findings.append(finding)
        if finding.cue:
            self.by_cue[finding.cue.first] = finding
        return finding


def read(layout: Layout, pack: LanguagePack) -> Reading:
    """Return an article ready for finding attributions."""
    lexicon = compile_lexicon(pack)
    words = read_words(layout, lexicon)
    cues = list(find_cues(words, lexicon))
    words.cue_at.update((cue.first, cue) for cue in cues)
    return Reading(layout, words, lexicon, cues, [], {}, {})


def floor_of(reading: Reading, cue: Cue) -> int:
    """Return the first word of a cue's sentence, or the one after another cue before it."""
    words, lexicon = reading.words, reading.lexicon
    known = lexicon.cues
    floor = words.sentences[words.sentence[cue.first]][0]
    for number in range(cue.first - 1, max(floor, cue.first - LONGEST_SOURCE) - 1, -1):
        other = words.cue_at.get(number)
        if (
            other is not None
            and other.last <= cue.first
            and (
                number in reading.by_cue
                or (other.form.group.source != "after" and not other.form.is_participle(known))
            )
            and (number in reading.by_cue or not _describes(words, lexicon, number, cue, floor))
        ):
            return other.last
    return floor


def _describes(words: Words, lexicon: Lexicon, number: int, cue: Cue, floor: int) -> bool:
    """Return whether a cue belongs to what describes the source of a later one.

    “Officials who spoke to the paper said”, “Ann Lee, recalled to explain it, said”.
    """
    known = lexicon.cues
    closed = words.lower[cue.first - 1] == ","
    while number > floor and (
        lexicon.is_adverb(words.lower[number - 1]) or words.lower[number - 1] in known.auxiliaries
    ):
        number -= 1
    if number <= floor:
        return False
    before = words.lower[number - 1]
    return before in known.relatives or before in known.infinitives or (closed and before == ",")


def source_beside(reading: Reading, cue: Cue) -> Source | None:
    """Return the source before a cue, or None."""
    return find_source_before(reading.words, reading.lexicon, cue, floor_of(reading, cue))
