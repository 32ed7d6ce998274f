"""Where the content after a cue ends."""

from collections.abc import Container
from typing import NamedTuple

from jelaskan.extract.clauses import Beginning, find_beginning
from jelaskan.extract.lexicon import PARTICIPLE, PAST, PRESENT, Form, Lexicon
from jelaskan.extract.predicates import has_predicate
from jelaskan.extract.words import DASHES, Cue, Words, is_opening

SHORT_CLOSE = 8
"""How many words may name who is handed what stands before them."""
TAIL = 12
"""How many words after a comma may close a parenthesis."""


class Clause(NamedTuple):
    """What is known of content before its end is found."""

    words: Words
    lexicon: Lexicon
    cue: Cue
    beginning: Beginning
    ceiling: int
    """The word after the sentence."""
    subordinate: bool
    """Whether it ends at a comma: “While she said so, he left.”"""
    sources: frozenset[int]
    """The words at which sources of other cues begin."""
    claimed: Container[int] = frozenset()
    """The quotations, by number, whose words another cue reports."""


def find_end(clause: Clause) -> int:
    """Return the word after the content that begins at a word."""
    words = clause.words
    lower, known = words.lower, clause.lexicon.cues
    first, ceiling = clause.beginning.first, clause.ceiling
    at = first
    if is_opening(words, at):
        quotation = words.quotation[at + 1]
        after = words.closed[quotation] + 1
        last = lower[words.closed[quotation] - 1]
        if last in ".?!" or (after < ceiling and _leaves_quotation(clause, after, last == ",")):
            return after
    while at < ceiling:
        word = lower[at]
        if words.quotation[at] >= 0:
            if words.quotation[at] in clause.claimed and at - 2 > first and lower[at - 2] in ":,":
                return at - 2
            at = words.closed[words.quotation[at]]
            if lower[at - 1] == "," and at + 1 < ceiling and _ends_before(clause, at + 1):
                return at + 1
            at = max(at, first) + 1
            continue
        if (
            at > first
            and at + 1 < ceiling
            and (
                (word == "," and _ends_before(clause, at + 1))
                or (word in DASHES and _is_single_dash(clause, at))
                or (word in known.coordinators and _says_more(clause, at + 1))
            )
        ):
            return at
        if word == ";" and not clause.sources.isdisjoint(range(at + 1, at + 4)):
            return at
        at += 1
    return ceiling


def _is_close(clause: Clause, at: int) -> bool:
    """Return whether a closer and a source end the sentence: …, demikian Antara."""
    words = clause.words
    return at + 1 < clause.ceiling <= at + SHORT_CLOSE and (
        at + 1 in words.cue_at or words.is_capital(at + 1)
    )


def _leaves_quotation(clause: Clause, at: int, comma: bool) -> bool:
    """Return whether the words after a quotation that begins the content do not go on with it.

    She tweeted “Thank you” on Friday; it read “Closed,” a word that nobody liked.
    """
    words, known = clause.words, clause.lexicon.cues
    if comma and _ends_before(clause, at):
        return True
    if any(words.quotation[number] >= 0 for number in range(at, clause.ceiling)):
        return False
    if comma:
        return True
    word = words.lower[at]
    if clause.beginning.frame != "quotation":
        return False
    if word in known.subordinators or word in DASHES:
        return True
    if word in known.prepositions:
        return at + 1 < clause.ceiling and words.lower[at + 1] in known.times
    return word in known.times or (
        word in known.coordinators and not has_predicate(words, clause.lexicon, at, clause.ceiling)
    )


def _is_single_dash(clause: Clause, at: int) -> bool:
    """Return whether a dash is not one of a pair, and no part of “--” but its first."""
    lower = clause.words.lower
    if lower[at - 1] in DASHES:
        return False
    before = sum(_begins_dash(lower, number) for number in range(clause.beginning.first, at))
    return before % 2 == 0 and not any(
        _begins_dash(lower, number) for number in range(at + 1, clause.ceiling)
    )


def _begins_dash(lower: list[str], number: int) -> bool:
    return lower[number] in DASHES and lower[number - 1] not in DASHES


def _says_more(clause: Clause, at: int) -> bool:
    """Return whether a second cue follows an “and”: said it rained and added that."""
    words, known = clause.words, clause.lexicon.cues
    number = _skip_small_words(clause, at)
    cue = words.cue_at.get(number)
    if cue is None or number >= clause.ceiling:
        return False
    form = cue.form
    if find_beginning(words, clause.lexicon, cue, clause.ceiling) is None:
        return False
    modal = any(words.lower[between] in known.auxiliaries for between in range(at, number))
    return (
        not form.clitic
        and form.group.source != "after"
        and (form.tense == clause.cue.form.tense or modal or _is_past_after(form, clause.cue))
        and (form.tense > 0 or modal or not known.participle_endings)
    )


def _is_past_after(form: Form, cue: Cue) -> bool:
    """Return whether the past follows another form that is no past: saying it rained and said."""
    return form.tense == PAST and cue.form.tense in (PRESENT, PARTICIPLE)


def _skip_small_words(clause: Clause, at: int) -> int:
    """Return the first word that is no adverb, auxiliary or negation."""
    lower, known = clause.words.lower, clause.lexicon.cues
    while at < clause.ceiling and (
        clause.lexicon.is_adverb(lower[at])
        or lower[at] in known.auxiliaries
        or lower[at] in known.negations
    ):
        at += 1
    return at


def _ends_before(clause: Clause, at: int) -> bool:
    """Return whether the words after a comma no longer belong to the content."""
    words, known = clause.words, clause.lexicon.cues
    word = words.lower[at]
    if clause.subordinate or word in known.carriers or word in known.nonrestrictive:
        return True
    if word in known.closers and _is_close(clause, at):
        return True
    cue = words.cue_at.get(at)
    if cue is not None and cue.form.is_participle(known):
        return True
    if cue is not None and cue.form.group.source == "after" and not cue.form.clitic:
        # "…, kata Budi" ends it; "…, kata Budi, …" stands inside it.
        return "that" not in cue.form.group.frames and "," not in words.lower[at : at + TAIL]
    frame = clause.beginning.frame
    if frame in ("object", "accusation", "request") and word in known.relatives:
        return True
    if frame in ("object", "accusation", "request", "infinitive") and word in known.determiners:
        # She called it a ruin, a word that stuck. But: She called it “a ruin,” a “mess.”, and:
        # She accused Ann, the mayor, of lying.
        between = words.lower[clause.beginning.first : at]
        return all(words.quotation[number] < 0 for number in range(at, clause.ceiling)) and (
            frame != "accusation" or not known.accusations.isdisjoint(between)
        )
    if not (
        word in known.coordinators or word in known.subordinators or word in known.prepositions
    ):
        return False
    number = _skip_small_words(clause, at + 1)
    if number >= clause.ceiling:
        return False
    if word in known.contrasts and words.lower[at + 1] in known.subjects:
        return True
    other = words.cue_at.get(number)
    return (
        number in clause.sources
        or at + 1 in clause.sources
        or (other is not None and other.form.group.source != "after")
    )
