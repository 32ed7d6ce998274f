"""Who says what is new, and the ids of what is new: those of the page are all taken."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from jelaskan.draft.found import Found
from jelaskan.draft.identifiers import Identifiers
from jelaskan.model.explainer import Explainer, Speaker
from jelaskan.model.store import Store
from jelaskan.proof.claims import time_anchors

SHORTEST_NAME = 3
"""Letters of a word by which a person can be known."""

By = tuple[str, str]
"""An article, and the id that its draft gives to a speaker."""


def name_speakers(
    quotations: Sequence[Found],
    found: Mapping[str, Sequence[Found]],
    explainer: Explainer,
    store: Store,
) -> tuple[list[Found], list[Found]]:
    """Return the speakers whom the page does not have, and the quotations with the page's ids.

    `quotations` are new ones, and `found` is everything that a draft of today would have. One
    is known by name, else by what both say, where the page gives all of it to one speaker.
    """
    ids = Identifiers([*store.people, *(speaker.id for speaker in explainer.people)])
    said: dict[By, list[str]] = defaultdict(list)
    for one in found["quotations"]:
        said[_by(one)] += [explainer.quotations[number].speaker for number in one.items]
    wanted = {_by(one) for one in quotations}
    by_name = {
        (one.slug, one.text("id")): speaker
        for one in found["people"]
        if (speaker := find_by_name(one, explainer.people)) is not None
    }
    # One who says on the page what another says today is still two people.
    others = {speaker.id for speaker in explainer.people}
    others -= {speaker.id for speaker in by_name.values()}
    named: dict[By, str] = {}
    known: dict[str, str] = {}
    people: list[Found] = []
    for one in found["people"]:
        by = (one.slug, one.text("id"))
        if by not in wanted:
            continue
        nobody = one.part.words == one.desk.say("unknown-speaker")
        same = {*said[by]} if not nobody else set[str]()
        if by in by_name:
            named[by] = by_name[by].id
        elif len(same) == 1 and same <= others:
            named[by] = same.pop()
        elif one.part.words in known:
            named[by] = known[one.part.words]
        else:
            named[by] = known[one.part.words] = ids.take(by[1], default="speaker")
            people.append(_with(one, "id", named[by]))
    return people, [
        _with(one, "speaker", named[_by(one)]) if _by(one) in named else one for one in quotations
    ]


def find_by_name(person: Found, speakers: Sequence[Speaker]) -> Speaker | None:
    """Return who of a page's speakers has the name of one, or words of it that no other has."""
    wanted = person.part.words.casefold()
    for speaker in speakers:
        if wanted in (name.casefold() for name in (speaker.name, *speaker.aliases)):
            return speaker
    words = _words(person.part.words)
    alike = [
        speaker
        for speaker in speakers
        if speaker.kind == "person" and _share(words, _words(speaker.name))
    ]
    return alike[0] if len(alike) == 1 and not person.text("kind") else None


def give_ids(
    new: Mapping[str, Sequence[Found]], explainer: Explainer, store: Store
) -> dict[str, list[Found]]:
    """Return what is new with ids that nothing on the page has."""
    terms = [term if isinstance(term, str) else term.id for term in explainer.glossary]
    figures = [figure.id for figure in explainer.key_figures]
    named = {key: list(listed) for key, listed in new.items()}
    named["key_figures"] = _give_ids(new["key_figures"], figures, "figure")
    named["timeline"] = _give_ids(new["timeline"], _ids_of_times(explainer), "time")
    named["glossary"] = _give_ids(new["glossary"], [*store.terms, *terms], "term")
    count = Counter(quotation.speaker for quotation in explainer.quotations)
    taken = {quotation.id for quotation in explainer.quotations}
    for number, one in enumerate(named["quotations"]):
        speaker = one.text("speaker")
        if not speaker:
            continue
        count[speaker] += 1
        while f"{speaker}-{count[speaker]}" in taken:
            count[speaker] += 1
        named["quotations"][number] = _with(one, "id", f"{speaker}-{count[speaker]}")
    return named


def _ids_of_times(explainer: Explainer) -> list[str]:
    """Return the ids that lead to entries of the timeline, numbers among them."""
    return [anchor.removeprefix("time-") for anchor in time_anchors(explainer)]


def _give_ids(listed: Sequence[Found], taken: Iterable[str], default: str) -> list[Found]:
    ids = Identifiers(taken)
    return [
        _with(one, "id", ids.take(one.text("id"), default=default)) if one.text("id") else one
        for one in listed
    ]


def _with(one: Found, key: str, text: str) -> Found:
    """Return a part with another text of its item."""
    value = one.part.value
    if not isinstance(value, Mapping):
        return one
    return replace(one, part=replace(one.part, value={**value, key: text}))


def _by(quotation: Found) -> By:
    return quotation.slug, quotation.text("speaker")


def _words(name: str) -> frozenset[str]:
    words = name.casefold().replace(",", " ").split()
    return frozenset(word for word in words if len(word) >= SHORTEST_NAME and "." not in word)


def _share(words: frozenset[str], others: frozenset[str]) -> bool:
    return bool(words and others) and (words <= others or others <= words)
