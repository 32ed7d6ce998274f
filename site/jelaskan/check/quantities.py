"""Key figures say the number that the article says."""

import math
import re
from collections import Counter
from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, find_prose, overlap, place, shown
from jelaskan.messages import Message
from jelaskan.model.article import Mention
from jelaskan.model.explainer import KeyFigure
from jelaskan.model.statements import Quantity
from jelaskan.problems import Problem, Write
from jelaskan.proof.passages import Passage

CURRENCY = re.compile(r"[A-Z]{3}")
SCALES = (1e3, 1e6, 1e9, 1e12, 1e15)
NUMBER = re.compile(r"\d{1,30}(?:[.,]\d{1,30}){0,10}")


def check_quantities(evidence: Evidence) -> Iterator[Problem]:
    """Yield a problem for each key figure that disagrees with the article's number."""
    yield from _check_ids(evidence)
    for number, proof in evidence.proofs_of("figure"):
        passage = proof.passages[0]
        quantities = _quantities(evidence, passage)
        if quantities:
            figure = evidence.explainer.key_figures[number]
            yield from _compare(evidence, number, figure, passage, quantities)
    yield from _check_numbers_on_top(evidence)


def _check_ids(evidence: Evidence) -> Iterator[Problem]:
    seen = Counter[str]()
    for number, figure in enumerate(evidence.explainer.key_figures):
        seen[figure.id] += 1
        if seen[figure.id] > 1:
            yield Problem(
                evidence.file.position("key_figures", number, "id"),
                "K01",
                Message("another key figure has this id: {id}", id=figure.id),
                Message("give each its own: links lead to it"),
            )


def _quantities(evidence: Evidence, passage: Passage) -> tuple[Quantity, ...]:
    """Return the quantities with a value that a passage has words of.

    A number is found once; where it stands again, its bound may be told: “at least 20”.
    """
    quantities = [found for found in evidence.statements_at(passage).quantities if found.value]
    numbers = [found for found in quantities if _is_part(passage, found.mention)]
    bounds = [found for found in quantities if _is_part(passage, found.bound_mention)]
    return tuple(numbers or bounds)


def _is_part(passage: Passage, mention: Mention | None) -> bool:
    """Return whether a passage has words of a mention."""
    return mention is not None and any(overlap(mention, piece) for piece in passage.mentions)


def _compare(
    evidence: Evidence,
    number: int,
    figure: KeyFigure,
    passage: Passage,
    quantities: tuple[Quantity, ...],
) -> Iterator[Problem]:
    """Yield where a figure differs from every number in its words, else from that number."""
    same = [quantity for quantity in quantities if _is_value(figure, quantity)]
    where = place(passage.article, passage.mentions[0])
    if not same:
        found = quantities[0]
        certain = not any(quantity.doubts for quantity in quantities)
        values = ", ".join(_say(_numbers(quantity)) for quantity in quantities)
        yield Problem(
            evidence.file.position("key_figures", number, "value"),
            "K06",
            Message(
                "value is {value}, and the article says {values}: “{text}”",
                value=_say(_values(figure)),
                values=values,
                text=shown(found.mention.text),
            ),
            Message(
                "see {where}; write `value: {value}`, or let `as_written` have the words of "
                "the number that you mean",
                where=where,
                value=_say(_numbers(found)),
            ),
            severity="error" if certain else "warning",
            cure=Write(("key_figures", number, "value"), _say(_numbers(found)))
            if certain and len(quantities) == 1
            else None,
        )
        return
    certain = len(same) == 1 and not same[0].doubts
    if not any(_is_unit(figure.unit, quantity.unit) for quantity in same):
        found = same[0]
        unit = found.unit or Message("nothing that it counts")
        yield Problem(
            evidence.file.position("key_figures", number, "unit"),
            "K07",
            Message(
                "unit is {unit}, and the article says {found}: “{text}”",
                unit=figure.unit or Message("not given"),
                found=unit,
                text=shown(found.mention.text),
            ),
            Message("see {where}; write `unit: {unit}`", where=where, unit=found.unit)
            if found.unit
            else Message("see {where}", where=where),
            severity="warning" if found.doubts or figure.unit is None else "error",
            cure=Write(("key_figures", number, "unit"), found.unit, behind="value")
            if certain and found.unit
            else None,
        )
    if all(quantity.bound != figure.bound for quantity in same):
        found = same[0]
        bound = found.bound_mention.text if found.bound_mention else found.mention.text
        yield Problem(
            evidence.file.position("key_figures", number, "bound"),
            "K08",
            Message(
                "bound is `{bound}`, and the article says `{found}`: “{text}”",
                bound=figure.bound,
                found=found.bound,
                text=shown(bound),
            ),
            Message(
                "see {where}; write `bound: {bound}`, and let `as_written` have the words "
                "that say so",
                where=where,
                bound=found.bound,
            ),
            severity="warning",
            cure=Write(("key_figures", number, "bound"), found.bound, behind="value")
            if certain
            else None,
        )


def _check_numbers_on_top(evidence: Evidence) -> Iterator[Problem]:
    """Yield where headline or dek has a number that nothing below it has.

    Only digits are compared, so “1.250” and “1,250” are one number.
    """
    if not evidence.based_on:
        return
    explainer = evidence.explainer
    texts = [text for key, text in find_prose(explainer) if key not in (("headline",), ("dek",))]
    texts += [entry.date.replace("-", " ") for entry in explainer.timeline]
    for article in evidence.based_on:
        texts += [article.text, article.headline or "", article.dek or ""]
    for figure in explainer.key_figures:
        scaled = [value / scale for value in _values(figure) for scale in (1.0, *SCALES)]
        texts += [f"{value:.15g}" for value in scaled]
    known = {_digits(match.group()) for text in texts for match in NUMBER.finditer(text)}
    for key in ("headline", "dek"):
        for match in NUMBER.finditer(getattr(explainer, key) or ""):
            if _digits(match.group()) not in known:
                yield Problem(
                    evidence.file.position_in(getattr(explainer, key), match.start(), key),
                    "K09",
                    Message(
                        "{key} has a number that stands nowhere else: {number}",
                        key=key,
                        number=match.group(),
                    ),
                    Message("compare it with the article, or make it a key figure"),
                    severity="warning",
                )


def _is_value(figure: KeyFigure, quantity: Quantity) -> bool:
    """Return whether two numbers are one; “12.5” of “trillions of rupiah” is 12.5e12."""
    ours, theirs = _values(figure), _numbers(quantity)
    if len(ours) != len(theirs):
        return False
    scales = (1.0,) if _is_fixed(figure.unit) else (1.0, *SCALES)
    return any(
        all(math.isclose(one * scale, other) for one, other in zip(ours, theirs, strict=True))
        for scale in scales
    )


def _is_unit(ours: str | None, theirs: str | None) -> bool:
    """Return whether two units agree; words may be chosen freely, fixed units may not."""
    if _is_fixed(theirs):
        return ours == theirs or (ours is not None and not _is_fixed(ours) and " " in ours)
    return not _is_fixed(ours) or theirs is None


def _is_fixed(unit: str | None) -> bool:
    return unit is not None and (unit == "percent" or CURRENCY.fullmatch(unit) is not None)


def _values(figure: KeyFigure) -> tuple[float, ...]:
    return figure.value if isinstance(figure.value, tuple) else (figure.value,)


def _numbers(quantity: Quantity) -> tuple[float, ...]:
    return tuple(float(value) for value in quantity.value)


def _digits(number: str) -> str:
    return number.replace(".", "").replace(",", "")


def _say(values: tuple[float, ...]) -> str:
    """Return numbers as YAML has them: `20`, or `[40, 45]`."""
    numbers = [f"{value:.15g}" if value < 1e15 else f"{value:.0f}" for value in values]
    return numbers[0] if len(numbers) == 1 else f"[{', '.join(numbers)}]"
