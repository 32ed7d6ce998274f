"""Reporting words in an article."""

from collections.abc import Iterator

from jelaskan.extract.lexicon import Form, Lexicon
from jelaskan.extract.words import CLOSING_MARKS, DASHES, OPENING_MARKS, Cue, Words


def find_cues(words: Words, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the reporting words outside of quotations, longest form first, in text order."""
    lower, quotation, sentence = words.lower, words.quotation, words.sentence
    first, not_cues = lexicon.first, lexicon.not_cues
    at, end = 0, len(lower)
    while at < end:
        word = lower[at]
        if word in not_cues and quotation[at] < 0:
            length = max(
                (
                    len(phrase)
                    for phrase in not_cues[word]
                    if tuple(lower[at : at + len(phrase)]) == phrase
                ),
                default=0,
            )
            if length:
                at += length
                continue
        if word in first and quotation[at] < 0:
            for form in first[word]:
                last = at + len(form.words)
                gap = len(form.words) == 2 and last < end and lower[at + 1] in lexicon.cues.times
                last += gap
                if (
                    (lower[at], *lower[at + 1 + gap : last]) == form.words
                    and sentence[last - 1] == sentence[at]
                    and quotation[last - 1] < 0
                    and (not form.noun or _is_verb_form(words, lexicon, at, last, form))
                ):
                    yield Cue(at, last, form)
                    at = last - 1
                    break
        at += 1


def _is_verb_form(words: Words, lexicon: Lexicon, at: int, last: int, form: Form) -> bool:
    """Return whether a form that is also a noun or adjective is a verb where it stands."""
    known = lexicon.cues
    first, ceiling = words.sentences[words.sentence[at]]
    if at == first:
        return form.tense == 3
    if words.is_capital(at):
        return False
    before = words.lower[at - 1]
    after = words.lower[last] if last < ceiling else ""
    if before in CLOSING_MARKS and form.group.source != "before":
        return True
    if form.tense and (after == ":" or after in OPENING_MARKS) and before[0].isalnum():
        return True
    if before == "," and after in known.complementizers:
        return True
    if (
        before in known.determiners
        or (before in known.prepositions and form.tense != 3)
        or before.endswith(("'s", "’s", "s'", "s’"))
        or (not before[0].isalnum() and before not in ',)”"' and before not in DASHES)
    ):
        return False
    if (
        before in known.subjects
        or before in known.relatives
        or before in known.auxiliaries
        or before in known.negations
        or before in known.infinitives
        or (lexicon.is_adverb(before) and not words.is_capital(at - 1))
    ):
        return True
    if form.tense == 0:
        return before.endswith("s") and before[-2:-1] != "s" and before not in known.coordinators
    if form.tense == 1:
        return words.is_capital(at - 1) or after in known.complementizers
    if form.tense == 2:
        return not words.is_capital(at - 1) or after not in known.coordinators
    return True
