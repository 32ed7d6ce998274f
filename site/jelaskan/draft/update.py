"""Bring what is new in an article into a file that an editor has written in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from jelaskan import languages
from jelaskan.draft.found import LISTS, Found, find_all
from jelaskan.draft.insertions import (
    find_cuts,
    insert_items,
    insert_offered,
    insert_reviews,
    is_open,
    review_new,
)
from jelaskan.draft.newcomers import give_ids, name_speakers
from jelaskan.draft.offered import fingerprint, read_offered
from jelaskan.draft.parts import Desk
from jelaskan.draft.standing import Standing, find_standing, words_of_items
from jelaskan.files.yaml_layout import Layout, insert_lines, moved_lines, read_layout
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.messages import Message
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store
from jelaskan.problems import Problem

New = dict[str, list[Found]]
"""What is new for each list."""


@dataclass(frozen=True, slots=True)
class Updated:
    """A file with what is new in it."""

    text: str
    added: Mapping[str, int]
    """How many items each list got, `review` among them."""
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
    new, closed, problems = _find_new(file, found, layout, offered, store)
    problems += [*standing.problems, *_find_vanished(file, found, standing, offered)]
    reviews = review_new(desks[0], explainer, new, closed)
    insertions = [
        *insert_reviews(desks[0], reviews, layout),
        *chain.from_iterable(
            insert_items(key, desks[0], explainer, found[key], new[key], layout) for key in LISTS
        ),
        *insert_offered(desks[0], found, new, text, layout, offered),
    ]
    added = {key: sum(one.part.value is not None for one in new[key]) for key in LISTS}
    added["review"] = len(reviews)
    cuts = find_cuts(layout, [key for key, count in added.items() if count])
    updated = insert_lines(text, insertions, cuts)
    if insertions and not _keeps_everything(text, updated, file.path):
        hint = Message(
            "end its last line with a line break, and write each item on lines of its own"
        )
        message = Message(
            "lines cannot be put into this file without changing what is written in it"
        )
        problems.append(Problem(file.position(), "U05", message, hint))
        updated, added, insertions = text, dict.fromkeys(added, 0), []
    elif explainer.status == "ready" and reviews:
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
) -> tuple[New, list[str], list[Problem]]:
    """Return what the page gets, the lists that take no lines, and the problems of these.

    Nothing comes in without its entry for review.
    """
    new: New = {key: [] for key in LISTS}
    for key in LISTS[1:]:
        new[key] = [one for one in found[key] if not one.items and one.fingerprint not in offered]
    count = sum(map(len, new.values()))
    if count and not is_open(layout, "review"):
        return {key: [] for key in LISTS}, [], [_shut(file, layout, count)]
    closed: dict[str, int] = {}
    for key in LISTS[1:]:
        items = [one for one in new[key] if one.part.value is not None]
        if items and not is_open(layout, key):
            new[key] = [one for one in new[key] if one.part.value is None]
            closed[key] = len(items)
    new["people"], quotations = name_speakers(new["quotations"], found, file.explainer, store)
    if new["people"] and not is_open(layout, "people"):
        closed["people"] = len(new["people"])
        without = {one.text("id") for one in new["people"]}
        quotations = [one for one in quotations if one.text("speaker") not in without]
        new["people"] = []
    new["quotations"] = quotations
    problems = [_closed(file, key, number) for key, number in closed.items()]
    return give_ids(new, file.explainer, store), list(closed), problems


def _closed(file: ExplainerFile, key: str, count: int) -> Problem:
    """Return the problem of a list that takes no lines."""
    message = Message(
        "`{key}` stands between brackets: {count} new {things} cannot come in",
        key=key,
        count=count,
        things=Message("entry") if count == 1 else Message("entries"),
    )
    hint = Message("write each item on lines of its own that begin with “- ”; delete an empty `[]`")
    return Problem(file.position(key), "U04", message, hint, "warning")


def _shut(file: ExplainerFile, layout: Layout, count: int) -> Problem:
    """Return the problem of a file into which nothing can come, for it could not be reviewed."""
    if layout.indent is None:
        name: str | Message = Message("the file")
        hint = Message("write each key on a line of its own, without the braces")
    else:
        name = "`review`"
        hint = Message(
            "write each item on lines of its own that begin with “- ”; delete an empty `[]`"
        )
    message = Message(
        "{name} stands between brackets, so nothing comes into the file: {count} new {things}",
        name=name,
        count=count,
        things=Message("entry") if count == 1 else Message("entries"),
    )
    return Problem(file.position("review"), "U04", message, hint)


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
