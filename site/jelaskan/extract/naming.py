"""The words of names, compiled once for each pack."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from jelaskan.languages.names import ByGender, Gender, NameWords, Pronoun
from jelaskan.languages.pack import LanguagePack

SHORTEST_NOUN = 7
"""Words with fewer letters are not judged by their affixes."""
SHORTEST_VERB = 6
"""Shorter words are not taken for verbs by their prefix."""
SHORTEST_CUE = 6
"""Shorter reporting words are not cut from words that scraping glued together."""


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """The words of names.yaml as sets, and the reporting words of cues.yaml."""

    words: NameWords
    pronouns: dict[str, Pronoun]
    titles: dict[str, Gender]
    given: dict[str, Gender]
    roles: dict[str, Gender]
    persons: dict[str, Gender]
    degrees: frozenset[str]
    connectors: frozenset[str]
    role_prefixes: frozenset[str]
    place_roles: frozenset[str]
    name_roles: frozenset[str]
    office: frozenset[str]
    bodies: frozenset[str]
    proper_bodies: frozenset[str]
    no_bodies: frozenset[str]
    """First words of what has an acronym or a head, and is listed as no body."""
    joiners: frozenset[str]
    subordinators: frozenset[str]
    holders: frozenset[str]
    """Words of bodies and places that a proper name follows: universitas."""
    outlets: frozenset[str]
    relations: frozenset[str]
    utterances: frozenset[str]
    groups: frozenset[str]
    anonymous: frozenset[str]
    demonstratives: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    countries: frozenset[str]
    places: frozenset[str]
    """Countries too; of several words, with spaces between."""
    place_words: frozenset[str]
    place_labels: frozenset[str]
    directions: frozenset[str]
    residents: frozenset[str]
    place_prepositions: frozenset[str]
    adjuncts: frozenset[str]
    object_markers: frozenset[str]
    person_markers: frozenset[str]
    months: frozenset[str]
    """Months and weekdays, in every spelling."""
    not_names: frozenset[str]
    particles: frozenset[str]
    stops: frozenset[str]
    """Words that no role reaches over."""
    adverbs: frozenset[str]
    """Words that may stand between a source and its cue."""
    coordinators: frozenset[str]
    relatives: frozenset[str]
    articles: frozenset[str]
    """Words that open an apposition and are no part of the role: a, the, seorang."""
    participle_endings: tuple[str, ...]
    verb_prefixes: tuple[str, ...]
    not_verbs: frozenset[str]
    clitic: str
    cues: frozenset[str]
    """First words of reporting words, in every form."""
    cues_before: frozenset[str]
    """Those with the source after them."""
    cues_after: frozenset[str]

    def is_noun(self, word: str) -> bool:
        """Return whether a lower-case word is no name by its affixes: kesehatan, election."""
        if len(word) < SHORTEST_NOUN:
            return False
        return word.endswith(self.words.noun_endings) or any(
            word.startswith(affix.split("-")[0]) and word.endswith(affix.split("-")[1])
            for affix in self.words.noun_affixes
        )

    def is_verb(self, word: str) -> bool:
        """Return whether a lower-case word is a verb by its prefix: membela."""
        return (
            len(word) >= SHORTEST_VERB
            and bool(self.verb_prefixes)
            and word.startswith(self.verb_prefixes)
            and word not in self.not_verbs
            and word not in self.roles
        )

    def is_small(self, word: str) -> bool:
        """Return whether a lower-case word is neither a noun nor a name."""
        return word in self.stops or word in self.adverbs or word in self.not_names

    def is_common(self, word: str) -> bool:
        """Return whether a lower-case word is known to be no part of a person's name."""
        return (
            word in self.not_names
            or word in self.office
            or word in self.bodies
            or word in self.place_words
            or word in self.roles
            or self.is_noun(word)
        )


@functools.cache
def compile_naming(pack: LanguagePack) -> Naming:
    """Return the words of names of a pack, ready for use."""
    names = pack.names
    before: set[str] = set()
    after: set[str] = set()
    for group in pack.cues.groups:
        for verb in group.forms:
            for form in verb.split(", "):
                word = form.split()[0]
                if group.source != "before":
                    before.add(word)
                if group.source != "after":
                    after.add(word)
    places = frozenset(names.places) | frozenset(names.countries)
    pronouns = {form: pronoun for pronoun in names.pronouns for form in pronoun.forms}
    cues = pack.cues
    stops = (
        pack.stop_words.union(cues.subordinators, cues.auxiliaries, cues.adverbs, cues.relatives)
        | pronouns.keys()
    )
    return Naming(
        words=names,
        pronouns=pronouns,
        titles=_by_word(names.titles),
        given=_by_word(names.given_names),
        roles=_heads(names),
        persons=_by_word(names.persons),
        degrees=frozenset(names.degrees),
        connectors=frozenset(names.connectors),
        role_prefixes=frozenset(names.role_prefixes),
        place_roles=frozenset(names.place_roles),
        name_roles=frozenset(names.name_roles),
        office=frozenset(names.office_words),
        bodies=frozenset(names.bodies),
        proper_bodies=frozenset(names.proper_bodies),
        no_bodies=frozenset(names.no_bodies),
        joiners=frozenset(names.joiners),
        subordinators=frozenset(cues.subordinators),
        holders=frozenset(names.holders),
        outlets=frozenset(names.outlets),
        relations=frozenset(names.relations),
        utterances=frozenset(names.utterances),
        groups=frozenset(names.groups),
        anonymous=frozenset(names.anonymous),
        demonstratives=frozenset(names.demonstratives),
        indefinite=frozenset(names.indefinite),
        determiners=frozenset(names.determiners),
        countries=frozenset(names.countries),
        places=places,
        place_words=frozenset(names.place_words),
        place_labels=frozenset(names.place_labels),
        directions=frozenset(names.directions),
        residents=frozenset(names.residents),
        place_prepositions=frozenset(names.place_prepositions),
        adjuncts=frozenset(names.adjuncts),
        object_markers=frozenset(names.object_markers),
        person_markers=frozenset(names.person_markers),
        months=frozenset(pack.times.months) | frozenset(pack.times.weekdays),
        not_names=frozenset(names.not_names),
        particles=frozenset(names.particles),
        stops=stops,
        adverbs=frozenset(cues.adverbs) | frozenset(cues.auxiliaries),
        coordinators=frozenset(cues.coordinators),
        relatives=frozenset(cues.relatives),
        articles=frozenset(names.articles),
        participle_endings=cues.participle_endings,
        verb_prefixes=cues.verb_prefixes,
        not_verbs=frozenset(cues.not_verbs),
        clitic=cues.clitic,
        cues=frozenset(before | after),
        cues_before=frozenset(before),
        cues_after=frozenset(after),
    )


def _by_word(words: ByGender) -> dict[str, Gender]:
    """Return the gender that each word says; a word in two lists says none."""
    genders: dict[str, Gender] = {}
    for gender, listed in _lists(words):
        for word in listed:
            genders[word] = gender if genders.get(word, gender) == gender else ""
    return genders


def _heads(names: NameWords) -> dict[str, Gender]:
    """Return the head noun of every role: the first word or the last, as the language has it."""
    heads: dict[str, Gender] = {}
    for gender, listed in _lists(names.roles):
        for role in listed:
            heads[role.split()[0 if names.head_first else -1]] = gender
    return heads


def _lists(words: ByGender) -> Iterable[tuple[Gender, tuple[str, ...]]]:
    return (
        ("", words.neutral),
        ("feminine", words.feminine),
        ("masculine", words.masculine),
    )
