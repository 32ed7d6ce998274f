"""What makes a clause of words."""

from jelaskan.extract.lexicon import Lexicon
from jelaskan.extract.words import Words

SHORTEST_VERB = 5


def has_predicate(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
    """Return whether words have a predicate that is not part of a relative clause."""
    known = lexicon.cues
    if words.lower[first] in known.subjects or words.lower[first][0].isdigit():
        return True
    dependent = False
    for number in range(first, last):
        word = words.lower[number]
        if word in known.predicates or (
            len(word) >= SHORTEST_VERB
            and word.startswith(known.verb_prefixes)
            and word not in known.not_verbs
            and word not in known.prepositions
            and not words.is_capital(number)
            and words.quotation[number] < 0
        ):
            if not dependent:
                return True
        elif word in known.demonstratives and _is_predicate(words, lexicon, number + 1, last):
            return True
        else:
            dependent = (
                word in known.relatives
                or word in known.infinitives
                or word in known.prepositions
                or (dependent and lexicon.is_adverb(word))
            )
    return False


def _is_predicate(words: Words, lexicon: Lexicon, number: int, last: int) -> bool:
    """Return whether a word after a whole noun phrase says something of it: langkah itu keliru."""
    known = lexicon.cues
    if number >= last or words.quotation[number] >= 0:
        return False
    word = words.lower[number]
    return word[0].isalpha() and not (
        words.is_capital(number)
        or word in known.prepositions
        or word in known.subordinators
        or word in known.coordinators
        or word in known.relatives
        or word in known.complementizers
        or word in known.times
        or word in known.demonstratives
        or lexicon.is_adverb(word)
    )


def is_verb(words: Words, lexicon: Lexicon, number: int) -> bool:
    """Return whether a word looks like a verb in a language whose verbs have prefixes."""
    word = words.lower[number]
    return (
        len(word) > 5
        and bool(lexicon.cues.verb_prefixes)
        and word.startswith(lexicon.cues.verb_prefixes)
        and word not in lexicon.cues.not_verbs
        and not words.is_capital(number)
    ) or number in words.cue_at
