"""Who speaks, and what they say."""

from collections import Counter
from itertools import chain

from jelaskan.draft.identifiers import Identifiers
from jelaskan.draft.parts import Desk, Part
from jelaskan.draft.places import Located, locate, tidy
from jelaskan.draft.yaml_text import Value
from jelaskan.model.statements import Attribution, Person

WORDS_OF_ID = 4
SHORTEST_NAME = 3
"""Letters of a word that can stand for a person: “Rutte”, but not “Jr”."""


def draft_voices(desk: Desk) -> tuple[list[Part], list[Part]]:
    """Return the speakers that the store does not know, and all quotations, in text order."""
    speaker_ids = Identifiers(desk.store.people)
    quotation_ids = Identifiers()
    speakers: dict[str, str] = {}
    people: list[Part] = []
    quotations: list[Part] = []
    count = Counter[str]()
    for attribution in sorted(desk.statements.attributions, key=_start):
        start = _start(attribution)
        located = locate(desk.article, attribution.content)
        if located is None:
            words = " ".join(piece.text for piece in attribution.content)
            quotations.append(desk.unproved(words, start))
            continue
        name = _name(desk, attribution.speaker)
        if name not in speakers:
            stored = _find_stored(desk, attribution.speaker)
            speakers[name] = stored or _add_person(desk, speaker_ids, attribution, name, people)
        speaker = speakers[name]
        count[speaker] += 1
        quotation_id = quotation_ids.take(f"{speaker}-{count[speaker]}", default="quotation")
        value = _quotation(quotation_id, speaker, attribution, located)
        unknown = () if name else (desk.say("no-speaker"),)
        quotations.append(
            Part(
                value,
                desk.place(start),
                attribution.rule,
                words=located.text,
                mentions=attribution.content,
                doubts=(*unknown, *desk.say_doubts(attribution.doubts)),
            )
        )
    return people, quotations


def _name(desk: Desk, person: Person | None) -> str:
    """Return the name under which a speaker stands on the page; empty for nobody.

    A description ends where it goes on about the one described, “a union official | , who
    spoke on …”, and a pronoun names nobody.
    """
    name = tidy(person.name) if person else ""
    if person is None or person.kind == "person":
        return name
    stop = desk.pack.stop_words
    described, _, more = name.partition(", ")
    if more.split(" ", 1)[0].casefold() in stop:
        name = described
    return "" if all(word.casefold() in stop for word in name.split()) else name


def _quotation(
    quotation_id: str, speaker: str, attribution: Attribution, located: Located
) -> dict[str, Value]:
    """Return the keys of a quotation, those that are needed to read it first."""
    value: dict[str, Value] = {
        "id": quotation_id,
        "speaker": speaker,
        "kind": attribution.kind,
    }
    cue = _cue(attribution)
    if cue:
        value["cue"] = cue
    if attribution.polarity != "affirmed":
        value["polarity"] = attribution.polarity
    value["text"] = located.text
    if located.near is not None:
        value["near"] = located.near
    return value


def _start(attribution: Attribution) -> int:
    return attribution.content[0].start if attribution.content else 0


def _cue(attribution: Attribution) -> str:
    """Return the reporting word as it stands beside a name: “ujar” of “ujarnya”."""
    cue, source = attribution.cue, attribution.source
    if cue is None:
        return ""
    words = cue.text
    if source is not None and cue.start < source.start < cue.end == source.end:
        words = words[: source.start - cue.start]
    words = tidy(words)
    return words[:1].lower() + words[1:]


def _add_person(
    desk: Desk, identifiers: Identifiers, attribution: Attribution, name: str, people: list[Part]
) -> str:
    """Add a speaker to `people` and return the id; for nobody, one that says so."""
    person = attribution.speaker
    if person is None or not name:
        speaker_id = identifiers.take(desk.say("unknown-speaker-id"), default="unknown")
        unknown: Value = {
            "id": speaker_id,
            "name": desk.say("unknown-speaker"),
            "kind": "anonymous",
        }
        people.append(Part(unknown, words=desk.say("unknown-speaker")))
        return speaker_id
    speaker_id = identifiers.take(*_id_wishes(desk, person, name), default="speaker")
    value: dict[str, Value] = {"id": speaker_id, "name": name}
    if person.kind != "person":
        value["kind"] = person.kind
    whole = tidy(person.name)
    if whole != name:
        value["about"] = whole
    for key in ("role", "affiliation"):
        words = tidy(getattr(person, key) or "")
        if words:
            value[key] = words
    aliases = dict.fromkeys(tidy(alias) for alias in person.aliases)
    others = [alias for alias in aliases if alias and alias != name]
    if others:
        value["aliases"] = others
    named = person.mentions[0] if person.mentions else attribution.source
    people.append(Part(value, "" if named is None else desk.place(named.start), words=name))
    return speaker_id


def _id_wishes(desk: Desk, person: Person, name: str) -> tuple[str, ...]:
    """Return words for an id: the last name if the article uses it alone, else another one."""
    words = name.split()
    if person.kind != "person":
        hard = [word for word in words if word.casefold() not in desk.pack.stop_words]
        return (" ".join((hard or words)[:WORDS_OF_ID]), person.name)
    last = [word for word in words if len(word) >= SHORTEST_NAME and "." not in word][-1:]
    short = [alias for alias in person.aliases if alias in words and alias not in last]
    if last and last[0] in person.aliases:
        return (*last, *short[:1], person.name)
    return (*short[:1], *last, person.name)


def _find_stored(desk: Desk, person: Person | None) -> str | None:
    """Return the id of the one in the store that has a speaker's full name."""
    if person is None:
        return None
    wanted = tidy(person.name).casefold()
    for person_id, stored in desk.store.people.items():
        names = (stored.name,) if isinstance(stored.name, str) else stored.name.values()
        if any(name.casefold() == wanted for name in chain(names, stored.aliases)):
            return person_id
    return None
