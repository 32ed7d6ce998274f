"""Why an attribution may be wrong."""

from jelaskan.extract.reading import Reading
from jelaskan.extract.sources import Source
from jelaskan.extract.words import DASHES, Cue

NEGATED = "the cue is negated"
SOURCE_FAR = "source further back in the sentence"
END_UNCLEAR = "clause end unclear"
WEAK = "may be no speech"
PART = "part of a description"
NO_SOURCE = "no source beside the cue"
NO_CUE = "no cue beside the quotation"
REASONS = (NEGATED, SOURCE_FAR, END_UNCLEAR, WEAK, PART, NO_SOURCE, NO_CUE)
"""All reasons that finding attributions gives."""
WEAK_FRAMES = frozenset({"object", "accusation", "predication", "question", "infinitive"})
WEAK_WITH_VERBS = frozenset({"object", "accusation", "question"})
"""The same, in languages whose verbs can be told by their form."""
LONG_CLAUSE = 60
LONG_WORD = 6


def is_end_unclear(reading: Reading, first: int, end: int) -> bool:
    """Return whether a clause may end before its sentence: at a dash or a remark."""
    words, known = reading.words, reading.lexicon.cues
    if end - first > LONG_CLAUSE:
        return True
    if end < len(words.lower) and words.lower[end] in DASHES:
        return True
    for number in range(first + 1, end - 1):
        if words.quotation[number] >= 0:
            continue
        word, after = words.lower[number], words.lower[number + 1]
        if word in DASHES or word == ";":
            return True
        if word == "," and (
            after in known.determiners
            or after in known.subordinators
            or after in known.relatives
            or (
                bool(known.participle_endings)
                and after.endswith(known.participle_endings)
                and after not in known.prepositions
                and len(after) > LONG_WORD
            )
        ):
            return True
    return False


def is_part(reading: Reading, cue: Cue, source: Source) -> bool:
    """Return whether a cue is part of a description: voters who say so, what he says."""
    words, known = reading.words, reading.lexicon.cues
    before = words.lower[cue.first - 1]
    if before in known.relatives or words.is_capital(cue.first):
        return cue.first > words.sentences[words.sentence[cue.first]][0]
    return source.first > 0 and (
        words.lower[source.first - 1] in known.questions
        and words.lower[source.first - 1] not in known.subordinators
    )
