"""Which picture a key figure gets: chosen by its kind and value, drawn by the templates."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from jelaskan.model.explainer import KeyFigure
from jelaskan.model.statements import Bound
from jelaskan.render.views import Picture, Tick

MOST_DOTS = 100
COLUMNS = (10, 8, 12, 9, 11, 7)
"""Dots in a row, in order of choice, where they fill whole rows."""

LABEL_WIDTH = 38.0
"""What a year takes in a span of years, in the picture's units."""

OPEN: Mapping[Bound, Literal["", "up", "down", "both"]] = {
    "exact": "",
    "at least": "up",
    "more than": "up",
    "at most": "down",
    "less than": "down",
    "about": "both",
}


def choose_picture(
    figure: KeyFigure,
    *,
    words: str,
    compared: tuple[float, str] | None,
    years: Sequence[int],
    until: int | None,
    labels: Mapping[str, str],
) -> Picture | None:
    """Return the picture that shows a figure, or None where a number says it better.

    `words` is the figure as readers see it, `compared` the value and the words of another that
    it is compared with, `years` are those of the timeline, `until` is the year that the page
    describes. A span of years is drawn only where the timeline has
    an event in the year that it begins with: “30 years” may also be somebody's age.
    """
    if isinstance(figure.value, tuple) or figure.value < 0 or figure.unit is None:
        return None
    unit = figure.unit.casefold()
    if figure.unit == "percent":
        return _share(figure, words, labels) if figure.value <= 100 else None
    if unit in labels["units_of_years"].split():
        return _span(figure, figure.value, words, years, until, labels)
    if _is_count(figure.value) and unit not in labels["units_measured"].split():
        return _dots(figure, int(figure.value), words, labels)
    return _bar(figure, figure.value, words, compared, labels)


def _is_count(value: float) -> bool:
    return value == int(value) and 2 <= value <= MOST_DOTS


def _describe(figure: KeyFigure, sentence: str, labels: Mapping[str, str]) -> str:
    """Return what a picture shows, and on which side it is open."""
    side = OPEN[figure.bound]
    return f"{sentence} {labels[f'picture_open_{side}']}" if side else sentence


def _share(figure: KeyFigure, words: str, labels: Mapping[str, str]) -> Picture:
    assert isinstance(figure.value, float | int)
    description = _describe(figure, labels["picture_share"].format(words=words), labels)
    return Picture("share", words, description, OPEN[figure.bound], share=figure.value / 100)


def _dots(figure: KeyFigure, count: int, words: str, labels: Mapping[str, str]) -> Picture:
    if count <= 12:
        columns = count
    else:
        columns = next((each for each in COLUMNS if count % each == 0), COLUMNS[0])
    full, rest = divmod(count, columns)
    rows = (columns,) * full + ((rest,) if rest else ())
    description = _describe(figure, labels["picture_dots"].format(count=count), labels)
    return Picture("dots", words, description, OPEN[figure.bound], rows=rows)


def _span(
    figure: KeyFigure,
    length: float,
    words: str,
    years: Sequence[int],
    until: int | None,
    labels: Mapping[str, str],
) -> Picture | None:
    if until is None or length < 2 or length != int(length) or until - int(length) not in years:
        return None
    since = until - int(length)
    between = sorted({year for year in years if since < year < until})
    sentence = labels["picture_span"].format(start=since, end=until)
    if between:
        sentence += " " + labels["picture_between"].format(years=", ".join(map(str, between)))
    return Picture(
        "span",
        words,
        _describe(figure, sentence, labels),
        OPEN[figure.bound],
        start=str(since),
        end=str(until),
        events=tuple(_ticks(between, since, length)),
    )


def _ticks(years: Sequence[int], since: int, length: float) -> Iterator[Tick]:
    """Yield the years between the ends of a span; those that stand too close have no label."""
    free = 0.0
    for year in years:
        place = round(6 + 228 * (year - since) / length, 1)
        yield Tick(place, year, labelled=place >= free)
        if place >= free:
            free = place + LABEL_WIDTH


def _bar(
    figure: KeyFigure,
    value: float,
    words: str,
    compared: tuple[float, str] | None,
    labels: Mapping[str, str],
) -> Picture | None:
    """Return a bar measured against another figure, if the editor says which.

    That two figures have one unit does not mean that they can be compared.
    """
    if compared is None or value <= 0 or compared[0] <= 0:
        return None
    other, other_words = compared
    description = _describe(figure, labels["picture_bar"].format(other=other_words), labels)
    share = value / max(value, other)
    return Picture("bars", words, description, OPEN[figure.bound], share=share)
