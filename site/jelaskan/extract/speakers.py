"""Who speaks: the source of every attribution, resolved to one of the register."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from jelaskan.extract.affiliations import find_affiliation
from jelaskan.extract.described import (
    describe,
    find_apposed,
    find_body,
    find_by_role,
    find_described,
    find_same,
    is_unclear,
    name_owner,
)
from jelaskan.extract.entries import Entry
from jelaskan.extract.focus import Focus, person_voice
from jelaskan.extract.layout import Layout
from jelaskan.extract.register import Register
from jelaskan.extract.voices import Source, Voice, find_pronoun, named_speakers, read_source
from jelaskan.languages.names import Pronoun
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Mention
from jelaskan.model.statements import Attribution, Doubt, Person

TWO_STEPS = "speaker two steps back"
UNRESOLVED = "pronoun not resolved"
OTHER = "pronoun may mean someone else"
DESCRIBED = "speaker named by a description"
UNCLEAR = "source may be no source"
BESIDE = "speaker taken from a quotation beside it"

OWNER_REACH = 3
"""How many words behind what is said the one who says it may begin."""

Found = tuple[Voice | None, tuple[Doubt, ...]]


def resolve_speakers(
    layout: Layout,
    pack: LanguagePack,
    attributions: Sequence[Attribution],
    register: Register,
) -> tuple[tuple[Attribution, ...], tuple[Person, ...]]:
    """Return the attributions with their speakers, and all people of the article.

    People are in the order of their first mention, those who do not speak included.
    """
    focus = Focus(register)
    found: list[Found] = []
    for attribution in attributions:
        voice, doubts = _resolve(register, focus, attribution)
        found.append((voice, doubts))
        if voice is not None and not _is_unresolved(doubts) and not _is_anyone(register, voice):
            focus.add(_token(register, attribution), voice)
    alone = [
        number
        for number, attribution in enumerate(attributions)
        if attribution.cue is None and found[number][0] is None
    ]
    for number in alone:
        found[number] = _beside(layout, attributions, found, number, number - 1)
    for number in reversed(alone):
        if found[number][0] is None:
            found[number] = _beside(layout, attributions, found, number, number + 1)
    people = tuple(_person(register, entry) for entry in register.people)
    resolved = tuple(
        replace(
            attribution,
            speaker=_speaker(people, voice),
            doubts=(*attribution.doubts, *doubts),
        )
        for attribution, (voice, doubts) in zip(attributions, found, strict=True)
    )
    return resolved, people


def _token(register: Register, attribution: Attribution) -> int:
    """Return the token at which an attribution names its source, or at which it begins."""
    place = attribution.source or attribution.cue or attribution.content[0]
    return bisect_left(register.tokens.starts, place.start)


def _resolve(register: Register, focus: Focus, attribution: Attribution) -> Found:
    """Return who speaks by the source of one attribution."""
    mention = attribution.source
    if mention is None:
        return None, ()
    naming = register.naming
    pronoun = find_pronoun(register, mention)
    if pronoun is not None:
        return _by_pronoun(register, focus, mention, pronoun)
    source = read_source(register, mention)
    uttered = _after_utterance(register, source, mention)
    if uttered is not None:
        pronoun = find_pronoun(register, uttered)
        if pronoun is not None:
            return _by_pronoun(register, focus, uttered, pronoun)
        source, mention = read_source(register, uttered), uttered
    tail = _pronoun_at_end(register, source)
    if tail is not None and register.tokens.lower[source.last - 2] in naming.object_markers:
        return _part_of_group(register, focus, source, mention)
    if tail is not None:
        return _by_pronoun(register, focus, *tail)
    if source.first == source.last:
        return Voice(mention.text.strip(), "anonymous"), ()
    people = named_speakers(register, source)
    if len(people) == 1:
        return person_voice(register, people[0]), ()
    if people:
        words = _and(register, source)
        name = f" {words} ".join(register.people[number].name for number in people)
        return Voice(name, "group", plural=True), ()
    for find in (find_same, find_body, find_by_role, find_described):
        voice = find(register, focus, source)
        if voice is not None:
            doubts = (Doubt(DESCRIBED, voice.name),) if find not in (find_body, find_same) else ()
            return voice, doubts
    apposed = find_apposed(register, source)
    if apposed is not None:
        return Voice(apposed, "anonymous"), ()
    doubts = (Doubt(UNCLEAR, mention.text),) if is_unclear(register, source) else ()
    text = _without_adjunct(register, source, mention)
    owner = name_owner(register, focus, source) if source.last - source.first > 1 else None
    if owner is not None:
        text = f"{owner} {text.split(maxsplit=1)[1]}"
    return describe(register, source, text), doubts


def _without_adjunct(register: Register, source: Source, mention: Mention) -> str:
    """Return the words of a source up to those that tell how or when it spoke."""
    end = register.tokens.ends[source.last - 1]
    return register.entries.text[mention.start : min(end, mention.start + len(mention.text))]


def _after_utterance(register: Register, source: Source, mention: Mention) -> Mention | None:
    """Return whose words a source is: Budi in “pernyataan Budi”, nya in “pernyataannya”."""
    tokens, naming = register.tokens, register.naming
    if source.first >= source.last or not naming.utterances:
        return None
    word = tokens.lower[source.first]
    end = mention.start + len(mention.text)
    if word in naming.utterances and source.first + 1 < source.last:
        owner = source.first + 1
        if tokens.lower[owner] in naming.relatives:
            # “pernyataan yang dikeluarkan oleh kementerian”
            agents = (
                n for n in range(owner, source.last) if tokens.lower[n] in naming.person_markers
            )
            owner = next(agents, source.last) + 1
        limit = min(source.last, owner + OWNER_REACH)
        while owner < limit and not (
            tokens.is_capital(owner)
            or tokens.lower[owner] in naming.bodies
            or tokens.lower[owner] in naming.roles
            or tokens.lower[owner] in naming.groups
            or tokens.lower[owner] in naming.persons
            or tokens.lower[owner] in naming.pronouns
        ):
            # “laporan tahunan Bank Dunia”, “peringatan dari kementerian”
            owner += 1
        if owner >= limit:
            return None
        start = tokens.starts[owner]
        return Mention(start, register.entries.text[start:end])
    for form in naming.pronouns:
        if word.endswith(form) and word.removesuffix(form) in naming.utterances:
            return Mention(tokens.ends[source.first] - len(form), form)
    return None


def _pronoun_at_end(register: Register, source: Source) -> tuple[Mention, Pronoun] | None:
    """Return the pronoun that a source ends in after words that are no part of it."""
    tokens = register.tokens
    if source.last - source.first < 2:
        return None
    last = source.last - 1
    pronoun = register.naming.pronouns.get(tokens.lower[last])
    if pronoun is None or pronoun.stands_for != "person":
        return None
    return Mention(tokens.starts[last], tokens.words[last]), pronoun


def _is_unresolved(doubts: tuple[Doubt, ...]) -> bool:
    return any(doubt.reason == UNRESOLVED for doubt in doubts)


def _part_of_group(register: Register, focus: Focus, source: Source, mention: Mention) -> Found:
    """Return “one of them” with the group that spoke before in the place of its pronoun."""
    naming = register.naming
    group = focus.last(source.first, plural=True)
    part = register.entries.words_between(source.first, source.last - 1)
    if group is None:
        return describe(register, source, mention.text), ()
    name = group.name.split(",")[0]
    if name.split()[0].lower() in naming.determiners:
        name = name[0].lower() + name[1:]
    return Voice(f"{part} {name}", "anonymous"), (Doubt(OTHER, group.name),)


def _is_anyone(register: Register, voice: Voice) -> bool:
    """Return whether a source is one word that no pronoun takes up: anyone, somebody."""
    return voice.person < 0 and voice.name.lower() in register.naming.persons


def _named_before(register: Register, token: int) -> Voice | None:
    """Return the person whose name ends right before “who” or “, who”."""
    for one in reversed(register.named_between(max(0, token - 6), token)):
        between = register.tokens.lower[one.last : token]
        if all(not word.isalnum() or word in register.naming.degrees for word in between):
            return person_voice(register, one.person)
        break
    return None


def _and(register: Register, source: Source) -> str:
    """Return the word that joins the people of a source."""
    coordinators = register.naming.coordinators
    words = register.tokens.lower[source.first : source.last]
    return next((word for word in words if word in coordinators), "&")


def _by_pronoun(register: Register, focus: Focus, mention: Mention, pronoun: Pronoun) -> Found:
    """Return whom a pronoun means."""
    token = bisect_right(register.tokens.starts, mention.start) - 1
    itself = Voice(mention.text, "anonymous", plural=pronoun.number == "plural")
    unresolved = (itself, (Doubt(UNRESOLVED, mention.text),))
    if pronoun.stands_for == "nobody":
        return unresolved
    if pronoun.stands_for == "relative":
        before = _named_before(register, token)
        return unresolved if before is None else (before, ())
    if pronoun.stands_for == "body":
        body = focus.last_body(token)
        return unresolved if body is None else (body, (Doubt(OTHER, body.name),))
    if pronoun.number == "plural":
        group = focus.last(token, plural=True) or focus.last_body(token)
        return unresolved if group is None else (group, (Doubt(OTHER, group.name),))
    candidate = focus.find(pronoun, token)
    if candidate is None:
        last = focus.last(token) or focus.last_body(token)
        if last is None or (last.person >= 0 and pronoun.gender):
            return unresolved
        return last, (Doubt(TWO_STEPS, last.name),)
    if not candidate.sure:
        return candidate.voice, (Doubt(TWO_STEPS, candidate.voice.name),)
    rival = focus.rival(pronoun, candidate.voice, token)
    if rival is not None and focus.last(token) != candidate.voice:
        return candidate.voice, (Doubt(OTHER, rival),)
    if candidate.voice.person >= 0:
        # The pronoun says what a name did not: whoever is “she” once is no “he” later.
        entry = register.people[candidate.voice.person]
        entry.gender = entry.gender or pronoun.gender
    return candidate.voice, ()


def _beside(
    layout: Layout,
    attributions: Sequence[Attribution],
    found: Sequence[Found],
    number: int,
    other: int,
) -> Found:
    """Return the speaker of a quotation without a cue: that of another one beside it."""
    if not 0 <= other < len(attributions):
        return None, ()
    voice = found[other][0]
    early, late = attributions[min(number, other)], attributions[max(number, other)]
    first = _paragraph(layout, early.content[-1])
    if voice is None or _paragraph(layout, late.content[0]) - first > 1:
        return None, ()
    return voice, (Doubt(BESIDE, voice.name),)


def _paragraph(layout: Layout, mention: Mention) -> int:
    """Return the number of the paragraph in which words stand."""
    return bisect_right(layout.paragraphs, (mention.start, len(layout.article.text) + 1)) - 1


def _person(register: Register, entry: Entry) -> Person:
    """Return somebody of the register in the form that statements have."""
    text = register.entries.text
    bodies, naming = register.known_bodies, register.naming
    return Person(
        name=entry.name,
        kind="person",
        role=entry.role,
        affiliation=find_affiliation(entry.role, bodies, naming) if entry.role else None,
        aliases=tuple(entry.aliases),
        mentions=tuple(Mention(start, text[start:end]) for start, end in entry.spans),
    )


def _speaker(people: Sequence[Person], voice: Voice | None) -> Person | None:
    if voice is None:
        return None
    if voice.person >= 0:
        return people[voice.person]
    return Person(name=voice.name, kind=voice.kind)
