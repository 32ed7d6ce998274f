"""Between which lines of a file what is new comes in, and how it is marked there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from textwrap import indent

from jelaskan.draft.explainer import remember, write_list, write_part, write_review
from jelaskan.draft.found import LISTS, Found
from jelaskan.draft.offered import end_of_offered, write_offered
from jelaskan.draft.parts import Desk, review, review_of
from jelaskan.draft.yaml_text import write_item
from jelaskan.files.yaml_layout import Layout
from jelaskan.model.explainer import Explainer

HEAD = ("language", "headline", "dek", "published", "based_on")
ORDER = (*HEAD, "review", "short_answer", *LISTS[:3], "sections", *LISTS[3:])
"""A list that the file does not have comes below what stands before it here."""

Insertion = tuple[int, str]
"""Lines, and the offset at which they are put in."""


def is_open(layout: Layout, key: str) -> bool:
    """Return whether lines can be put into a list of the file, or else the list into the file."""
    return key in layout.lists or (layout.indent is not None and key not in layout.after)


def find_cuts(layout: Layout, keys: Sequence[str]) -> list[tuple[int, int]]:
    """Return the empty brackets of lists that get items: these stand below their key."""
    lists = (layout.lists[key] for key in keys if key in layout.lists)
    return [into.brackets for into in lists if into.brackets is not None]


def insert_items(
    key: str,
    desk: Desk,
    explainer: Explainer,
    found: Sequence[Found],
    new: Sequence[Found],
    layout: Layout,
) -> Iterator[Insertion]:
    """Yield the new items of a list, and where they are put in."""
    items = [one for one in new if one.part.value is not None]
    if not items:
        return
    mark = desk.say("new")
    if key not in layout.lists:
        lines = write_list(desk, key, [one.part for one in items], mark)
        yield _new_key(key, lines, layout)
        return
    into = layout.lists[key]
    if key == "timeline":
        places = _by_date([entry.date for entry in explainer.timeline], items)
    else:
        places = _by_neighbour(found, items, len(into.after))
    for below, one in zip(places, items, strict=True):
        offset = into.before if below < 0 else into.after[below]
        lines = write_part(one.part, mark, indent=into.indent)
        yield into.after[0] if offset is None else offset, lines


def _by_date(dates: Sequence[str], items: Sequence[Found]) -> list[int]:
    """Return the number of the entry below which each item comes, -1 for above the first."""
    return [
        next((number for number, date in enumerate(dates) if date > one.text("date")), len(dates))
        - 1
        for one in items
    ]


def _by_neighbour(found: Sequence[Found], items: Sequence[Found], count: int) -> list[int]:
    """Return the number of the item below which each new one comes, -1 for above the first.

    It is that of the finding before it; where none has an item, the place is above that of the
    next finding, and where none has either, at the end.
    """
    below: dict[str, int] = {}
    last, first = None, count
    for one in found:
        if one.items:
            first = one.items[0] if last is None else first
            last = one.items[-1]
        elif last is not None:
            below[one.fingerprint] = last
    return [below.get(one.fingerprint, first - 1) for one in items]


def review_new(
    desk: Desk, explainer: Explainer, new: Mapping[str, Sequence[Found]], closed: Sequence[str]
) -> list[dict[str, str]]:
    """Return the entries for review: of what is new, and of lists that take no lines.

    What such a list lacks is new each time; its entry is there once.
    """
    entries = []
    for key, listed in new.items():
        for one in listed:
            reasons = [desk.say("new-review")]
            if key == "glossary" and one.text("id") and not one.text("description"):
                reasons.append(desk.say("undescribed", terms=one.part.words))
            entries.append(review_of(one.part, *reasons))
    known = [(entry.about, entry.reason) for entry in explainer.review]
    waiting = [review(key, desk.say("closed", list=key)) for key in closed]
    return entries + [entry for entry in waiting if tuple(entry.values()) not in known]


def insert_reviews(
    desk: Desk, entries: Sequence[dict[str, str]], layout: Layout
) -> Iterator[Insertion]:
    """Yield the entries for review, and where they are put in."""
    if not entries:
        return
    if "review" in layout.lists:
        into = layout.lists["review"]
        yield into.after[-1], "".join(write_item(entry, into.indent) for entry in entries)
    else:
        yield _new_key("review", write_review(desk, entries), layout)


def _new_key(key: str, lines: str, layout: Layout) -> Insertion:
    """Return the lines of a key that the file does not have, and where they are put in."""
    before = [one for one in ORDER[: ORDER.index(key)] if one in layout.after]
    offset = layout.after[before[-1]]
    return offset, _blank(layout, offset) + indent(lines, " " * (layout.indent or 0))


def _blank(layout: Layout, offset: int) -> str:
    """Return the blank line that parts what is put in from what stands above."""
    return "" if offset in layout.glued else "\n"


def insert_offered(
    desk: Desk,
    found: Mapping[str, Sequence[Found]],
    new: Mapping[str, Sequence[Found]],
    text: str,
    layout: Layout,
    offered: frozenset[str],
) -> Iterator[Insertion]:
    """Yield the lines that remember what the page has got, or had already."""
    known = {one.fingerprint for one in chain.from_iterable(new.values())}
    more = [
        one.fingerprint
        for one in chain.from_iterable(found[key] for key in LISTS[1:])
        if one.fingerprint not in offered and (one.items or one.fingerprint in known)
    ]
    if not more:
        return
    end = end_of_offered(text)
    if end is None:
        yield len(text), _blank(layout, len(text)) + remember(desk, more)
    else:
        yield end, write_offered(more)
