"""Key figures: the article's numbers in its own words."""

import math
import re
from dataclasses import replace

from jelaskan.draft.identifiers import Identifiers
from jelaskan.draft.labels import clause_after, find_label, is_fixed, words_of_id
from jelaskan.draft.parts import Desk, Part
from jelaskan.draft.places import locate, tidy
from jelaskan.draft.yaml_text import Value
from jelaskan.model.article import Mention
from jelaskan.model.statements import Quantity

WORDS_OF_COUNTED = 5
SMALL = 100

_NEXT_WORD = re.compile(r"\s{1,3}(\S{1,40})")


def draft_figures(desk: Desk) -> list[Part]:
    """Return each number that counts something, once, in text order; minor ones at the end."""
    identifiers = Identifiers()
    parts: list[Part] = []
    seen: dict[tuple[object, ...], int] = {}
    ordered = sorted(desk.statements.quantities, key=lambda found: found.mention.start)
    ends = [0, *(quantity.mention.end for quantity in ordered)]
    for quantity, last in zip(ordered, ends, strict=False):
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
        label = find_label(desk, quantity, last)
        figure: dict[str, Value] = {
            "id": identifiers.take(words_of_id(desk, label), default="figure"),
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
                is_minor=_is_minor(located.text, value, unit),
            )
        )
    return sorted(parts, key=lambda part: part.is_minor)


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
    words = _until_stop_word(desk, clause_after(desk, end).split())
    if words:
        end = text.index(words[-1], end) + len(words[-1])
    return desk.article.mention(bound.start, end)


def _until_stop_word(desk: Desk, words: list[str]) -> list[str]:
    """Return the words that go on with what is counted: “anggota | NATO untuk …”."""
    for number, word in enumerate(words[:WORDS_OF_COUNTED]):
        if word.casefold() in desk.pack.stop_words:
            return words[:number]
    return words[:WORDS_OF_COUNTED]


def _is_minor(words: str, value: Value, unit: str) -> bool:
    """Return whether a number is one of those that newspapers write in words: “dua hari”."""
    numbers = value if isinstance(value, list) else [value]
    is_small = all(isinstance(number, float) and 1 <= number < SMALL for number in numbers)
    return is_small and not is_fixed(unit) and not any(map(str.isdigit, words))
