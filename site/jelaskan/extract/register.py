"""The register of an article: its people and bodies, and where each is mentioned."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from jelaskan.extract.bodies import Body, find_acronyms, find_institutions
from jelaskan.extract.capitals import can_be_person, find_runs
from jelaskan.extract.entries import Entries, Entry
from jelaskan.extract.evidence import weigh
from jelaskan.extract.layout import Layout
from jelaskan.extract.name_starts import Run
from jelaskan.extract.name_words import NameTokens, read_name_words
from jelaskan.extract.naming import Naming, compile_naming
from jelaskan.extract.noun_phrases import role_after, role_before
from jelaskan.extract.offices import find_offices
from jelaskan.languages.pack import LanguagePack

ENOUGH = 2
ROLE = 2
"""How much must speak for a run of capitals being a person."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place at which a person is named. Numbers are those of tokens."""

    first: int
    last: int
    """One past the last word of the name."""
    person: int
    """The number of the person in the register."""
    phrase: int
    """Where the noun phrase begins, role and title included."""
    subject: bool
    """Whether the person may be what the sentence is about."""


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """People and bodies of an article, in the order of their first mention."""

    people: tuple[Entry, ...]
    bodies: tuple[Body, ...]
    named: tuple[Named, ...]
    """In text order."""
    tokens: NameTokens
    naming: Naming
    entries: Entries
    owned: Mapping[str, tuple[int, int]]
    """Where a noun that others own first stands with its owner: manajemen Astra."""
    known_bodies: Mapping[str, str]
    """By acronym and long form, lower case: the long form with its acronym."""
    firsts: tuple[int, ...] = field(repr=False)
    """The first token of each of `named`, to search in."""

    def named_between(self, first: int, last: int) -> tuple[Named, ...]:
        """Return who is named by the tokens from `first` up to `last`."""
        low = bisect_left(self.firsts, first)
        high = bisect_left(self.firsts, last)
        return self.named[low:high]


def find_register(layout: Layout, pack: LanguagePack) -> Register:
    """Return every person and body of an article and where each is named."""
    naming = compile_naming(pack)
    text = layout.article.text
    tokens = read_name_words(layout, naming)
    runs = list(find_runs(tokens, naming))
    acronyms = tuple(find_acronyms(text, tokens, naming))
    taken = {number for body in acronyms for number in range(body.first, body.last)}
    entries = Entries(text, tokens, naming)
    found = _find_people(tokens, naming, runs, acronyms, entries)
    bodies = _find_bodies(text, tokens, naming, runs, acronyms, found)
    taken.update(number for body in bodies for number in range(body.first, body.last))
    named = _find_named(tokens, naming, runs, taken, entries, found)
    order = list(dict.fromkeys(one.person for one in named))
    order += sorted(set(range(len(entries.people))).difference(order))
    rank = {number: at for at, number in enumerate(order)}
    entries.reorder(order)
    renamed = tuple(
        Named(one.first, one.last, rank[one.person], one.phrase, one.subject) for one in named
    )
    return Register(
        people=tuple(entries.people),
        bodies=tuple(bodies),
        named=renamed,
        tokens=tokens,
        naming=naming,
        entries=entries,
        owned=_find_owned(tokens, naming, runs),
        known_bodies=_by_name(bodies),
        firsts=tuple(one.first for one in renamed),
    )


def _find_owned(tokens: NameTokens, naming: Naming, runs: list[Run]) -> dict[str, tuple[int, int]]:
    """Return the nouns that stand right before capitals, with them."""
    owned: dict[str, tuple[int, int]] = {}
    if naming.words.head_first:
        for run in runs:
            for first in (run.first - 1, run.first):
                if first >= 0 and tokens.lower[first] in naming.relations and run.last > first + 1:
                    owned.setdefault(tokens.lower[first], (first, run.last))
    return owned


def _by_name(bodies: list[Body]) -> dict[str, str]:
    """Return the fullest name of each body by acronym and long form, lower case."""
    names: dict[str, str] = {}
    for body in sorted(bodies, key=lambda body: not body.acronym):
        names.setdefault(body.name.split(" (")[0].lower(), body.name)
        if body.acronym:
            names.setdefault(body.acronym.lower(), body.name)
    return names


def _find_bodies(
    text: str,
    tokens: NameTokens,
    naming: Naming,
    runs: list[Run],
    acronyms: tuple[Body, ...],
    found: dict[int, int],
) -> list[Body]:
    """Return the bodies in text order, those that an acronym defines included."""
    taken = {number for body in acronyms for number in range(body.first, body.last)}
    spans = [
        (run.first, _name_start(run) if run.first in found else run.last)
        for run in runs
        if run.first not in taken
    ]
    institutions = find_institutions(text, tokens, naming, spans)
    return sorted([*acronyms, *institutions], key=lambda body: body.first)


def _name_start(run: Run) -> int:
    """Return where a name begins, its title included."""
    return run.title if run.first < run.title < run.name else run.name


def _find_people(
    tokens: NameTokens,
    naming: Naming,
    runs: list[Run],
    acronyms: tuple[Body, ...],
    entries: Entries,
) -> dict[int, int]:
    """Enter the people; return the number of each by the first token of its run."""
    alone = Counter(
        tokens.lower[run.name]
        for run in runs
        if run.end - run.name == 1 and (run.name == run.first or run.title >= 0)
    )
    weighed: list[tuple[int, int, Run]] = []
    offices = find_offices(tokens, naming, runs)
    office_words = {*offices.values(), *(body.acronym.lower() for body in acronyms)}
    taken = {number for body in acronyms for number in range(body.first, body.last)}
    for run in runs:
        if run.name in taken or not can_be_person(tokens, naming, run):
            continue
        is_office = tokens.lower[run.name] in office_words and (
            run.end - run.name == 1 or not (run.headed or role_before(tokens, naming, run))
        )
        if run.name in offices or is_office:
            continue
        weight = weigh(tokens, naming, run, alone)
        weighed.append((run.end - run.name, weight, run))
    nicknames = {run.first: entries.nickname(run) for _, _, run in weighed}
    aliases = {number for span in nicknames.values() if span for number in range(*span)}
    listed = {run.first for _, weight, run in weighed if weight >= ENOUGH}
    found: dict[int, int] = {}
    named: set[int] = set()

    def order(one: tuple[int, int, Run]) -> tuple[int, bool, int, int]:
        length, weight, run = one
        return -length, nicknames[run.first] is None, -weight, run.first

    for length, weight, run in sorted(weighed, key=order):
        known = entries.find_words(tokens.lower[run.name : run.end])
        if known is None and run.first in aliases:
            continue
        if known is None and weight == ENOUGH - 1 and length > 1:
            weight += _is_beside(tokens, run, listed)
        if known is None and _crosses(tokens, naming, run, named):
            weight -= ROLE
        if known is None and weight < ENOUGH:
            continue
        if known is None:
            known = entries.add(run)
            nickname = nicknames[run.first]
            if nickname is not None:
                entries.add_alias(known, *nickname)
        found[run.first] = known
        named.update(range(run.name, run.end))
    for _, _, run in sorted(weighed, key=lambda one: (-one[0], one[2].first)):
        if run.first in found and not _crosses(tokens, naming, run, named):
            _add_role(tokens, naming, entries, entries.people[found[run.first]], run)
    return found


def _crosses(tokens: NameTokens, naming: Naming, run: Run, named: set[int]) -> bool:
    """Return whether the role before a run reaches over another name, and so is not its own."""
    role = role_before(tokens, naming, run)
    return role is not None and not named.isdisjoint(range(*role))


def _is_beside(tokens: NameTokens, run: Run, listed: set[int]) -> int:
    """Return 1 if a run stands in a list with somebody who is surely a person."""
    before = run.first - 1
    after = run.last
    words = tokens.lower
    if after + 1 < len(words) and words[after] in (",", "&") and after + 1 in listed:
        return 1
    return int(any(run.first - 6 <= one < before for one in listed) and words[before] == ",")


def _add_role(tokens: NameTokens, naming: Naming, entries: Entries, entry: Entry, run: Run) -> None:
    """Note the role that stands beside a name, and the gender that it says."""
    span = role_before(tokens, naming, run) or role_after(tokens, naming, run)
    if span is not None:
        for number in range(*span):
            entry.gender = entry.gender or naming.roles.get(tokens.lower[number], "")
        # “eks istri Budi” tells nothing of Budi, but that somebody was his wife.
        bare = tokens.lower[span[1] - 1] in naming.relations and all(
            tokens.lower[number] in naming.role_prefixes for number in range(span[0], span[1] - 1)
        )
        if entry.role is None and not bare:
            entry.role = entries.words_between(*span)


def _find_named(
    tokens: NameTokens,
    naming: Naming,
    runs: list[Run],
    taken: set[int],
    entries: Entries,
    found: dict[int, int],
) -> list[Named]:
    """Return where the people of the register are named, in text order."""
    named: list[Named] = []
    for run in runs:
        person = found.get(run.first)
        first, last = run.name, run.end
        if person is None:
            if run.first in taken or run.name >= run.last:
                continue
            hit = entries.find_inside(run)
            if hit is None:
                continue
            person, first, last = hit
        entry = entries.people[person]
        role = role_before(tokens, naming, run) if first == run.name else None
        phrase = run.first if first == run.name else first
        if role is not None:
            phrase = min(phrase, role[0])
        entries.note(entry, run, first, last)
        apposed = run.first > phrase and tokens.words[run.first - 1] == ","
        named.append(
            Named(
                first,
                last,
                person,
                phrase,
                _is_subject(tokens, naming, phrase, last, apposed=apposed),
            )
        )
    return named


def _is_subject(
    tokens: NameTokens, naming: Naming, phrase: int, last: int, *, apposed: bool
) -> bool:
    """Return whether a noun phrase can be the subject: no preposition before, no possessor."""
    if last - 1 in tokens.possessive or tokens.quoted[last - 1]:
        return False
    at = phrase - 1
    while at >= 0 and tokens.lower[at] in naming.determiners:
        at -= 1
    if at >= 0 and at == tokens.sentence_start(phrase) and apposed:
        # “Tim kuasa hukum, Budi Karsa,”
        return True
    if at < 0 or tokens.sentence[at] != tokens.sentence[phrase]:
        return True
    before = tokens.lower[at]
    if before in naming.object_markers or before in naming.relations:
        return False
    if naming.words.head_first and before.isalpha() and before not in naming.cues_before:
        # “menegur Budi”, “kepemimpinan Budi”: after a verb or a noun it is no subject.
        return naming.is_small(before) or before in naming.coordinators
    return not tokens.is_capital(at) or before in naming.cues
