"""Acronyms: which words before a bracket spell the letters in it."""

import re
from collections.abc import Collection

LONGEST_FORM = 120
"""How far before a bracket, in code points, a long form begins at most."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,3}")


def find_long_form(before: str, acronym: str, links: Collection[str]) -> int:
    """Return how many code points at the end of `before` spell an acronym, or 0.

    Spaces at the end of `before` do not count. Letters are the first of each word, as in
    Badan Pusat Statistik (BPS), or the beginnings of words, as in Kejaksaan Agung (Kejagung).
    """
    before = before.rstrip()
    words = list(WORD.finditer(before))
    if not words or words[-1].end() != len(before) or len(acronym) < 2:
        return 0
    letters = "".join(char for char in acronym.lower() if char.isalnum())
    for first in range(len(words) - 1, max(-1, len(words) - 10), -1):
        capital = words[first].group()[0].isupper()
        if not capital and not acronym.isupper():
            continue
        counted = [word.group().lower() for word in words[first:]]
        full = [word for word in counted if word not in links]
        enough = len(counted) > 1 and acronym.isupper()
        if enough and letters in ("".join(w[0] for w in full), "".join(w[0] for w in counted)):
            return len(before) - words[first].start()
        if capital and len(counted) > 1 and _spells(letters, full, acronym.isupper()):
            return len(before) - words[first].start()
    return 0


def _spells(letters: str, words: list[str], capitals: bool) -> bool:
    """Return whether letters are made of beginnings of words, in order, one from each at least.

    Of an acronym in capitals most letters must begin a word: Badan Kepegawaian Negara (BKN).
    """
    at = 0
    for number, word in enumerate(words):
        if at >= len(letters) or letters[at] != word[0]:
            return False
        length = 1
        rest = len(words) - number - 1
        while (
            at + length < len(letters) - rest
            and length < len(word)
            and letters[at + length] == word[length]
            and not (rest and letters[at + length] == words[number + 1][0] and length > 1)
        ):
            length += 1
        at += length
    return at == len(letters) or (not capitals and len(letters) - at <= 2 and len(letters) > 4)
