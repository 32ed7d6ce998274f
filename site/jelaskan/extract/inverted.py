"""A clause before its cue and source: Prices rise, said Ann."""

from jelaskan.extract.lexicon import PAST, PRESENT
from jelaskan.extract.parentheses import add_parenthesis
from jelaskan.extract.phrases import clause_start
from jelaskan.extract.predicates import has_predicate
from jelaskan.extract.reading import Reading
from jelaskan.extract.sources_after import find_source_after
from jelaskan.extract.words import Cue

SHORT_CLAUSE = 3


def add_inverted(reading: Reading, cue: Cue, ceiling: int) -> bool:
    """Add what “…, said Ann.” reports; return whether it was so."""
    words, lexicon = reading.words, reading.lexicon
    known = lexicon.cues
    floor = words.sentences[words.sentence[cue.first]][0]
    if (
        cue.first - floor < SHORT_CLAUSE
        or words.lower[cue.first - 1] != ","
        or "parenthesis" not in cue.form.group.frames
        or cue.form.tense not in (PRESENT, PAST)
    ):
        return False
    source = find_source_after(words, lexicon, cue, ceiling)
    if source is None or words.lower[source.first] in known.complementizers:
        return False
    if not (
        words.is_capital(source.first)
        or words.lower[source.first] in known.determiners
        or (
            any(words.is_capital(number) for number in range(source.first, source.last))
            and has_predicate(words, lexicon, floor, cue.first)
        )
    ):
        return False
    after = words.lower[source.last] if source.last < ceiling else "."
    if (
        after not in ".,;"
        and after not in known.prepositions
        and after not in known.times
        and after not in known.subordinators
        and after not in known.coordinators
    ):
        return False
    if _is_apposition_before(reading, cue, floor):
        return False
    add_parenthesis(reading, cue, cue.first, source.last, reading.source_span(source, cue), [])
    return True


def _is_apposition_before(reading: Reading, cue: Cue, floor: int) -> bool:
    """Return whether the comma before a cue closes an apposition: Ann Lee, a physicist, said."""
    words, lexicon = reading.words, reading.lexicon
    start = clause_start(words, lexicon, cue.first - 1, floor)
    segment: list[int] = []
    commas = 0
    for number in range(start, cue.first):
        if words.lower[number] == ",":
            commas += 1
            if (
                segment
                and (commas > 1 or number < cue.first - 1)
                and all(words.is_capital(other) or words.lower[other] in "." for other in segment)
            ):
                return True
            segment = []
        else:
            segment.append(number)
    return False
