"""The cue beside a quotation."""

from jelaskan.extract.after_cues import is_addressee
from jelaskan.extract.clauses import find_beginning
from jelaskan.extract.layout import Span
from jelaskan.extract.lexicon import PARTICIPLE, Form
from jelaskan.extract.reading import Reading
from jelaskan.extract.sources import find_source_before
from jelaskan.extract.sources_after import find_source_after
from jelaskan.extract.words import Cue, is_opening
from jelaskan.languages.cues import CueGroup

ENDS_OPEN = ",?!—–-…"
SHORT = 3
SOURCE_REACH = 45
UNKNOWN = CueGroup(forms=(), frames=("quotation",))
LATE = 6
"""How many words may follow the cue of a quotation that has ended with a full stop."""


def find_cue_beside(
    reading: Reading, at: int, ceiling: int, is_open: bool, ends_sentence: bool
) -> tuple[Cue | None, Span | None]:
    """Return the cue and source that begin at the word after a quotation."""
    words, lexicon = reading.words, reading.lexicon
    known = lexicon.cues
    limit = min(ceiling, at + SOURCE_REACH)
    for number in range(at, limit):
        if is_opening(words, number) and words.closed[words.quotation[number + 1]] - number > 5:
            limit = number
            break
    if words.lower[at] in lexicon.cues.closers and (is_open or not words.is_capital(at)):
        if words.is_capital(at + 1) or words.lower[at + 1] in lexicon.cues.subjects:
            closer = Cue(at, at + 1, Form((words.lower[at],), UNKNOWN, 0, False, False))
            return _cue_first(reading, closer, limit)
        at += 1
    cue = words.cue_at.get(at)
    if (
        cue
        and "quotation" in cue.form.group.frames
        and cue.form.group.source != "before"
        and not cue.form.is_participle(lexicon.cues)
    ):
        if ends_sentence and words.is_capital(at) and not is_open:
            return None, None
        return _cue_first(reading, cue, limit)
    if words.lower[at] in known.coordinators or words.lower[at] in known.relatives:
        return None, None
    for number in range(at, limit):
        if words.lower[number] in ";:":
            break
        cue = words.cue_at.get(number)
        if cue and number == at and known.clitic:
            break
        if cue and "quotation" in cue.form.group.frames and cue.form.group.source != "after":
            return _source_first(reading, cue, at, ceiling, limit, is_open, ends_sentence)
    return _unknown_cue(reading, at, limit) if is_open else (None, None)


def _cue_first(reading: Reading, cue: Cue, limit: int) -> tuple[Cue | None, Span | None]:
    """Return a cue right after a quotation with its source: “…,” said Ann."""
    words, known = reading.words, reading.lexicon.cues
    if cue.form.clitic:
        return cue, reading.clitic_span(cue)
    source = find_source_after(words, reading.lexicon, cue, limit)
    if source is None:
        return (cue, None) if cue.form.group.source == "after" else (None, None)
    if cue.form.group.source == "either" and source.last < limit:
        after = words.lower[source.last]
        if after in known.auxiliaries or (
            after in known.infinitives
            and not is_addressee(words, reading.lexicon, source.last + 1, limit)
        ):
            return None, None
    return cue, reading.source_span(source, cue)


def _source_first(
    reading: Reading,
    cue: Cue,
    at: int,
    ceiling: int,
    limit: int,
    is_open: bool,
    ends_sentence: bool,
) -> tuple[Cue | None, Span | None]:
    """Return a cue with the source between it and a quotation: “…,” Ann told reporters."""
    words, lexicon = reading.words, reading.lexicon
    source = find_source_before(words, lexicon, cue, at)
    if source is None or source.passive or not source.finite or cue.form.tense == PARTICIPLE:
        return None, None
    if not all(
        lexicon.is_adverb(words.lower[number])
        or words.lower[number] in lexicon.cues.comparisons
        or words.lower[number] == ","
        for number in range(at, source.first)
    ):
        return None, None
    anew = words.sentence[at] != words.sentence[max(at - 2, 0)]
    if anew and source.negated:
        return None, None
    if not is_open and (not (ends_sentence or anew) or ceiling - cue.last > LATE):
        return None, None
    # In his book, “The Long Road,” Ann Poe said that it rained: a title, and not said.
    if (anew or not is_open or not _begins_sentence(reading, at)) and find_beginning(
        words, lexicon, cue, limit
    ) is not None:
        return None, None
    return cue, reading.source_span(source, cue)


def _begins_sentence(reading: Reading, at: int) -> bool:
    """Return whether the quotation before a word begins its sentence."""
    words = reading.words
    while at > 0 and words.quotation[at] < 0:
        at -= 1
    quotation = words.quotation[at]
    if quotation < 0:
        return True
    first = words.opened[quotation]
    return first - 1 <= words.sentences[words.sentence[first]][0]


def _unknown_cue(reading: Reading, at: int, limit: int) -> tuple[Cue | None, Span | None]:
    """Return a cue that no pack lists but that can be nothing else: “…,” he grinned."""
    words, known = reading.words, reading.lexicon.cues
    if at + 1 >= limit or words.lower[at + 1] in ",." or not words.lower[at][0].isalpha():
        word = words.lower[at]
        if known.clitic and word.endswith(known.clitic) and not words.is_capital(at):
            cue = Cue(at, at + 1, Form((word,), UNKNOWN, 0, True, False))
            return cue, reading.clitic_span(cue)
        return None, None
    if known.clitic and _is_unknown_stem(reading, at):
        cue = Cue(at, at + 1, Form((words.lower[at],), UNKNOWN, 0, False, False))
        source = find_source_after(words, reading.lexicon, cue, limit)
        return (None, None) if source is None else (cue, reading.source_span(source, cue))
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


def _is_unknown_stem(reading: Reading, at: int) -> bool:
    """Return whether a word can only report the quotation before it: “…,” celoteh Budi."""
    words, lexicon = reading.words, reading.lexicon
    known = lexicon.cues
    word, after = words.lower[at], words.lower[at + 1]
    return (
        len(word) > SHORT
        and not words.is_capital(at)
        and (words.is_capital(at + 1) or after in known.subjects)
        and not (
            word in known.prepositions
            or word in known.subordinators
            or word in known.auxiliaries
            or word in known.negations
            or word in known.predicates
            or word in known.times
            or word in known.carriers
            or word in known.determiners
            or lexicon.is_adverb(word)
        )
        and _begins_sentence(reading, at)
    )
