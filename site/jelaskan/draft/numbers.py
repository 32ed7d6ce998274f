"""Key figures: the article's numbers in its own words."""

import math
import re
from dataclasses import replace

from jelaskan.draft.identifiers import Identifiers
from jelaskan.draft.parts import Desk, Part
from jelaskan.draft.places import locate, sentence_of, tidy
from jelaskan.draft.yaml_text import Value
from jelaskan.model.article import Mention
from jelaskan.model.statements import Quantity

WORDS_OF_LABEL = 5

_NEXT_WORD = re.compile(r"\s{1,3}(\S{1,40})")
_FIXED = re.compile(r"percent|[A-Z]{3}")
_CLAUSE_END = re.compile(r"[.,;:!?()\[\]“”„\"«»—–\n]")


def draft_figures(desk: Desk) -> list[Part]:
    """Return each number that counts something, once, in text order."""
    identifiers = Identifiers()
    parts: list[Part] = []
    seen: dict[tuple[object, ...], int] = {}
    for quantity in sorted(desk.statements.quantities, key=lambda found: found.mention.start):
        start = quantity.mention.start
        value = _value(quantity)
        key = (quantity.value, quantity.unit, quantity.bound)
        if value is None:
            reason = (desk.say("no-number"),)
            parts.append(
                Part(None, desk.place(start), words=tidy(quantity.mention.text), doubts=reason)
            )
            continue
        if key in seen:
            part = parts[seen[key]]
            parts[seen[key]] = replace(part, mentions=(*part.mentions, quantity.mention))
            continue
        words = _with_bound(desk, quantity)
        located = locate(desk.article, (words,))
        if located is None:
            parts.append(desk.unproved(quantity.mention.text, start))
            continue
        seen[key] = len(parts)
        label = _label(desk, quantity)
        figure: dict[str, Value] = {
            "id": identifiers.take(label, default="figure"),
            "as_written": located.text,
            "value": value,
        }
        unit = tidy(quantity.unit or "")
        if unit:
            figure["unit"] = unit
        if quantity.bound != "exact":
            figure["bound"] = quantity.bound
        figure["label"] = label
        if located.near is not None:
            figure["near"] = located.near
        parts.append(
            Part(
                figure,
                desk.place(start),
                quantity.rule,
                words=located.text,
                mentions=(words,),
                doubts=desk.say_doubts(quantity.doubts),
            )
        )
    return parts


def _value(quantity: Quantity) -> Value | None:
    """Return one number or two; None for “dozens”, and for what no float can hold."""
    numbers = [float(value) for value in quantity.value]
    if len(numbers) not in (1, 2) or not all(map(math.isfinite, numbers)):
        return None
    return numbers[0] if len(numbers) == 1 else numbers


def _with_bound(desk: Desk, quantity: Quantity) -> Mention:
    """Return the number with the words of its bound, where the article has the two together.

    A later mention may have the bound: “20 sistem … sedikitnya 20 sistem”.
    """
    text, number, bound = desk.article.text, quantity.mention, quantity.bound_mention
    if bound is None:
        return number
    start, end = min(number.start, bound.start), max(number.end, bound.end)
    between = text[min(number.end, bound.end) : max(number.start, bound.start)]
    if not between.strip():
        return desk.article.mention(start, end)
    again = _NEXT_WORD.match(text, bound.end)
    if again is None or again.group(1) != number.text.split()[0]:
        return number
    end = again.end()
    words = _until_stop_word(desk, _clause_after(desk, end).split())
    if words:
        end = text.index(words[-1], end) + len(words[-1])
    return desk.article.mention(bound.start, end)


def _label(desk: Desk, quantity: Quantity) -> str:
    """Return what a number is, in words of its own clause."""
    text, mention = desk.article.text, quantity.mention
    sentence = sentence_of(desk.article, desk.statements, mention.start)
    after = _clause_after(desk, mention.end)
    following = [] if after[:1].isalnum() else after.split()
    unit = tidy(quantity.unit or "")
    if unit and not _FIXED.fullmatch(unit) and unit in tidy(mention.text):
        return tidy(" ".join([unit, *_until_stop_word(desk, following)]))
    before = _CLAUSE_END.split(text[min(sentence.start, mention.start) : mention.start])[-1]
    if quantity.bound_mention is not None:
        before = before.replace(quantity.bound_mention.text, " ")
    words = _without_stop_words(desk, before.split()[-WORDS_OF_LABEL:])
    words = words or _until_stop_word(desk, _without_stop_words(desk, following))
    return tidy(" ".join(words)) or tidy(mention.text)


def _clause_after(desk: Desk, start: int) -> str:
    """Return the words from an offset to the end of their clause."""
    sentence = sentence_of(desk.article, desk.statements, start)
    return _CLAUSE_END.split(desk.article.text[start : max(sentence.end, start)], maxsplit=1)[0]


def _until_stop_word(desk: Desk, words: list[str]) -> list[str]:
    """Return the words that go on with what is counted: “anggota | NATO untuk …”."""
    for number, word in enumerate(words[:WORDS_OF_LABEL]):
        if word.casefold() in desk.pack.stop_words:
            return words[:number]
    return words[:WORDS_OF_LABEL]


def _without_stop_words(desk: Desk, words: list[str]) -> list[str]:
    """Return words without those at both ends that say nothing alone."""
    stop = desk.pack.stop_words
    while words and words[0].casefold() in stop:
        words = words[1:]
    while words and words[-1].casefold() in stop:
        words = words[:-1]
    return words
