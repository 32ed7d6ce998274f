"""Bring what is new in an article into a file that an editor has written in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from textwrap import indent
from typing import Any

from jelaskan import languages
from jelaskan.draft.explainer import remember, write_list, write_part, write_review
from jelaskan.draft.found import LISTS, Found, find_all
from jelaskan.draft.newcomers import give_ids, name_speakers
from jelaskan.draft.offered import end_of_offered, fingerprint, read_offered, write_offered
from jelaskan.draft.parts import Desk, review_of
from jelaskan.draft.standing import Standing, find_standing, words_of_items
from jelaskan.draft.yaml_text import write_item
from jelaskan.files.yaml_layout import Layout, insert_lines, moved_lines, read_layout
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.messages import Message
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store
from jelaskan.problems import Problem

HEAD = ("language", "headline", "dek", "published", "based_on")
ORDER = (*HEAD, "review", "short_answer", *LISTS[:3], "sections", *LISTS[3:])
"""A list that the file does not have comes below what stands before it here."""

New = dict[str, list[Found]]
"""What is new for each list."""


@dataclass(frozen=True, slots=True)
class Updated:
    """A file with what is new in it."""

    text: str
    added: Mapping[str, int]
    """How many items each list got."""
    problems: tuple[Problem, ...]
    """In file order, each at its place in the text before."""
    remembers: bool
    """Whether the file knew what earlier drafts have offered."""
    lines: Mapping[int, int]
    """For each line of the text before, its number in the text after."""

    def moved(self) -> tuple[Problem, ...]:
        """Return the problems at their places in the text after."""
        return tuple(
            replace(
                problem, position=replace(problem.position, line=self.lines[problem.position.line])
            )
            for problem in self.problems
        )


def update(
    text: str,
    file: ExplainerFile,
    articles: Mapping[str, Article],
    statements: Mapping[str, Statements],
    store: Store,
) -> Updated:
    """Return the text of an explainer file with the findings that it has never been offered.

    `file` is what the text says; all articles that it is based on are among `articles`.
    What an editor wrote stays to the letter: lines are only put in between. New items stand
    below the one that comes before them in the article, each marked by a comment and listed
    for review. Problems are words that the article does not have any more, findings that the
    program no longer makes, and what cannot be put in.
    """
    explainer = file.explainer
    layout, offered = read_layout(text), read_offered(text)
    standing = find_standing(file, articles)
    desks = list(_desks(explainer, articles, statements, store))
    found = find_all(explainer, desks, standing, store)
    new, problems = _find_new(file, found, layout, offered, store)
    problems += [*standing.problems, *_find_vanished(file, found, standing, offered)]
    insertions = [
        *_insert_reviews(desks[0], new, layout),
        *chain.from_iterable(
            _insert(key, desks[0], explainer, found, new, layout) for key in LISTS
        ),
        *_insert_offered(desks[0], found, new, text, layout, offered),
    ]
    updated = insert_lines(text, insertions)
    added = {key: sum(one.part.value is not None for one in new[key]) for key in LISTS}
    if insertions and not _keeps_everything(text, updated, file.path):
        hint = Message(
            "end its last line with a line break, and write each item on lines of its own"
        )
        message = Message(
            "lines cannot be put into this file without changing what is written in it"
        )
        problems.append(Problem(file.position(), "U05", message, hint))
        updated, added, insertions = text, dict.fromkeys(LISTS, 0), []
    elif explainer.status == "ready" and any(new.values()):
        problems.append(
            Problem(
                file.position("status"),
                "U06",
                Message(
                    "the page is `ready`, and cannot be built before what is new has been reviewed"
                ),
                Message(
                    "compare each new entry of `review` with the article, and delete the entry"
                ),
                "warning",
            )
        )
    ordered = tuple(sorted(set(problems)))
    return Updated(updated, added, ordered, bool(offered), moved_lines(text, insertions))


def _desks(
    explainer: Explainer,
    articles: Mapping[str, Article],
    statements: Mapping[str, Statements],
    store: Store,
) -> Iterator[Desk]:
    """Yield a desk for each article of a page, which speaks the page's language."""
    for slug in dict.fromkeys(explainer.based_on):
        pack = languages.load(articles[slug].language)
        is_known = explainer.language in languages.available()
        wording = languages.load(explainer.language) if is_known else pack
        yield Desk(articles[slug], statements[slug], pack, store, wording)


def _find_new(
    file: ExplainerFile,
    found: Mapping[str, Sequence[Found]],
    layout: Layout,
    offered: frozenset[str],
    store: Store,
) -> tuple[New, list[Problem]]:
    """Return what the page has never been offered, and why some of it cannot be put in."""
    new: New = {key: [] for key in LISTS}
    problems: list[Problem] = []
    for key in LISTS[1:]:
        new[key] = [one for one in found[key] if not one.items and one.fingerprint not in offered]
        items = [one for one in new[key] if one.part.value is not None]
        if items and not _is_open(layout, key):
            new[key] = [one for one in new[key] if one.part.value is None]
            problems.append(_closed(file, layout, key, len(items)))
    new["people"], quotations = name_speakers(new["quotations"], found, file.explainer, store)
    if new["people"] and not _is_open(layout, "people"):
        problems.append(_closed(file, layout, "people", len(new["people"])))
        without = {one.text("id") for one in new["people"]}
        quotations = [one for one in quotations if one.text("speaker") not in without]
        new["people"] = []
    new["quotations"] = quotations
    count = sum(map(len, new.values()))
    if count and not _is_open(layout, "review"):
        problems.append(_closed(file, layout, "review", count))
    return give_ids(new, file.explainer, store), problems


def _is_open(layout: Layout, key: str) -> bool:
    """Return whether lines can be put into a list of the file, or else the list into the file."""
    return key in layout.lists or (layout.indent is not None and key not in layout.after)


def _closed(file: ExplainerFile, layout: Layout, key: str, count: int) -> Problem:
    """Return the problem of a list that takes no lines."""
    if layout.indent is None:
        name: str | Message = Message("the file")
        hint = Message("write each key on a line of its own, without the braces")
    else:
        name = f"`{key}`"
        hint = Message(
            "write each item on lines of its own that begin with “- ”; delete an empty `[]`"
        )
    things = Message("entry") if count == 1 else Message("entries")
    message = Message(
        "{name} stands between brackets: {count} new {things} of `{key}` cannot come in",
        name=name,
        count=count,
        things=things,
        key=key,
    )
    return Problem(file.position(key), "U04", message, hint, "warning")


def _find_vanished(
    file: ExplainerFile,
    found: Mapping[str, Sequence[Found]],
    standing: Standing,
    offered: frozenset[str],
) -> Iterator[Problem]:
    """Yield items that a draft has offered and that none would offer today."""
    for key, items in words_of_items(file.explainer).items():
        spoken_of = set(chain.from_iterable(one.items for one in found[key]))
        count = Counter[tuple[str, str]]()
        for number, (date, words) in enumerate(items):
            count[date, words] += 1
            if number in spoken_of or number in standing.lost[key]:
                continue
            if fingerprint(key, date, words, count[date, words]) in offered:
                yield Problem(
                    file.position(key, number),
                    "U03",
                    Message(
                        "the program does not find this in the article any more: “{words}”",
                        words=words,
                    ),
                    Message("compare it with the article; it stays as it is, and may be right"),
                    "warning",
                )


def _insert(
    key: str,
    desk: Desk,
    explainer: Explainer,
    found: Mapping[str, Sequence[Found]],
    new: New,
    layout: Layout,
) -> Iterator[tuple[int, str]]:
    """Yield the new items of a list, and where they are put in."""
    items = [one for one in new[key] if one.part.value is not None]
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
        places = _by_neighbour(found[key], items, len(into.after))
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


def _insert_reviews(desk: Desk, new: New, layout: Layout) -> Iterator[tuple[int, str]]:
    """Yield the list of what is new and to be looked at, and where it is put in."""
    entries = []
    for key, listed in new.items():
        for one in listed:
            reasons = [desk.say("new-review")]
            if key == "glossary" and one.text("id") and not one.text("description"):
                reasons.append(desk.say("undescribed", terms=one.part.words))
            entries.append(review_of(one.part, *reasons))
    if not entries or not _is_open(layout, "review"):
        return
    if "review" in layout.lists:
        into = layout.lists["review"]
        yield into.after[-1], "".join(write_item(entry, into.indent) for entry in entries)
    else:
        yield _new_key("review", write_review(desk, entries), layout)


def _new_key(key: str, lines: str, layout: Layout) -> tuple[int, str]:
    """Return the lines of a key that the file does not have, and where they are put in."""
    before = [one for one in ORDER[: ORDER.index(key)] if one in layout.after]
    offset = layout.after[before[-1]]
    return offset, _blank(layout, offset) + indent(lines, " " * (layout.indent or 0))


def _blank(layout: Layout, offset: int) -> str:
    """Return the blank line that parts what is put in from what stands above."""
    return "" if offset in layout.glued else "\n"


def _insert_offered(
    desk: Desk,
    found: Mapping[str, Sequence[Found]],
    new: New,
    text: str,
    layout: Layout,
    offered: frozenset[str],
) -> Iterator[tuple[int, str]]:
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


def _keeps_everything(text: str, updated: str, path: str) -> bool:
    """Return whether YAML says all that it said before, in the same order."""
    before, _ = parse_yaml(text, path)
    after, problems = parse_yaml(updated, path)
    if before is None or after is None or problems:
        return False
    return all(
        key in after.value
        and (
            _is_part(value, after.value[key])
            if isinstance(value, list)
            else value == after.value[key]
        )
        for key, value in before.value.items()
    )


def _is_part(items: list[Any], longer: list[Any]) -> bool:
    """Return whether a longer list has all items in their order."""
    rest = iter(longer)
    return all(any(item == other for other in rest) for item in items)
