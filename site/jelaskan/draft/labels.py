"""What a number is, in words of the article."""

import re
from itertools import takewhile

from jelaskan.draft.parts import Desk
from jelaskan.draft.places import sentence_of, tidy
from jelaskan.model.statements import Quantity

LONGEST = 6
"""Words of a label."""
WORDS_OF_ID = 3
FEW = 2
"""So many words before a measure say what is measured; one alone seldom does."""

_FIXED = re.compile(r"percent|[A-Z]{3}")
_CLAUSE_END = re.compile(r"[.,](?!\d)|(?<!\d)[.,]|[;:!?()\[\]“”„\"«»—–\n]")


def find_label(desk: Desk, quantity: Quantity, last: int) -> str:
    """Return what a number is, in words of its own clause that stand together.

    What is counted begins them: “40 *rumah di tepi kali*”. What is measured stands before a
    measure, a sum or a percentage, “*tinggi air mencapai* 3 meter”, or else behind it; words
    before the number before this one, which ends at `last`, belong to that.
    """
    text, mention = desk.article.text, quantity.mention
    unit = tidy(quantity.unit or "")
    is_written = bool(unit) and not is_fixed(unit) and tidy(mention.text).endswith(unit)
    after = clause_after(desk, mention.end)
    following = [] if after[:1].isalnum() else after.split()[:LONGEST]
    following = list(takewhile(lambda word: not any(map(str.isdigit, word)), following))
    following = _without_end(desk, following)
    counted = _without_end(desk, [*unit.split(), *following][:LONGEST]) if is_written else []
    if counted and unit.casefold() not in desk.pack.numbers.measures:
        return tidy(" ".join(counted))
    sentence = sentence_of(desk.article, desk.statements, mention.start)
    start = min(max(sentence.start, last), mention.start)
    before = _CLAUSE_END.split(text[start : mention.start])[-1]
    if quantity.bound_mention is not None:
        before = before.replace(quantity.bound_mention.text, " ")
    leading = _without_beginning(desk, _without_end(desk, before.split()[-LONGEST:]))
    behind = counted if following and counted else _without_beginning(desk, following)
    words = behind if len(leading) < min(FEW, len(behind)) else leading
    return tidy(" ".join(words or counted)) or tidy(mention.text)


def words_of_id(desk: Desk, label: str) -> str:
    """Return the first words of a label that say something."""
    hard = [word for word in label.split() if word.casefold() not in desk.pack.stop_words]
    return " ".join(hard[:WORDS_OF_ID]) or label


def is_fixed(unit: str) -> bool:
    """Return whether a unit is a word of ours: `percent`, or the code of a currency."""
    return _FIXED.fullmatch(unit) is not None


def clause_after(desk: Desk, start: int) -> str:
    """Return the words from an offset to the end of their clause."""
    sentence = sentence_of(desk.article, desk.statements, start)
    return _CLAUSE_END.split(desk.article.text[start : max(sentence.end, start)], maxsplit=1)[0]


def _without_beginning(desk: Desk, words: list[str]) -> list[str]:
    """Return words without those at the beginning that say nothing alone."""
    while words and words[0].casefold() in desk.pack.stop_words:
        words = words[1:]
    return words


def _without_end(desk: Desk, words: list[str]) -> list[str]:
    """Return words without those at the end that say nothing alone."""
    while words and words[-1].casefold() in desk.pack.stop_words:
        words = words[:-1]
    return words
