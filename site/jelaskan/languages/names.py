"""names.yaml: titles, roles, pronouns, and the words that tell people, bodies and places apart."""

from collections.abc import Mapping
from typing import Literal

from jelaskan.languages.section import Section

Gender = Literal["", "feminine", "masculine"]


class Pronoun(Section):
    """Words that stand for one who was named before."""

    forms: tuple[str, ...]
    gender: Gender = ""
    number: Literal["singular", "plural"] = "singular"
    stands_for: Literal["person", "body", "relative", "nobody"] = "person"
    """“relative” stands for the noun before it: who. “nobody” is never resolved: I, you."""


class ByGender(Section):
    """Words that say the gender of a person, and those that do not. Lower case."""

    neutral: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    masculine: tuple[str, ...] = ()

    def words(self) -> tuple[str, ...]:
        """Return all of them."""
        return self.neutral + self.feminine + self.masculine


class NameWords(Section):
    """names.yaml. All words are in lower case, and lists need no order."""

    pronouns: tuple[Pronoun, ...] = ()
    possessive_endings: tuple[str, ...] = ()
    """Endings that make a name a possessor: 's."""
    titles: ByGender = ByGender()
    """Stand before a name and are no part of it: Mr, Pak, Dr, Kombes."""
    given_names: ByGender = ByGender()
    """Common given names: they tell a person from a place, and the gender of some."""
    degrees: tuple[str, ...] = ()
    """Stand after a name and are no part of it, dots left out: sh, phd."""
    connectors: tuple[str, ...] = ()
    """Small words inside names: van, bin, de."""
    roles: ByGender = ByGender()
    """Head nouns of roles: menteri, spokesman."""
    role_prefixes: tuple[str, ...] = ()
    """Words before a role that belong to it: former, wakil."""
    role_openers: tuple[str, ...] = ()
    """Words that open an apposition with a role: a, the, seorang."""
    articles: tuple[str, ...] = ()
    """Words that open an apposition and are no part of the role: a, the, seorang."""
    place_roles: tuple[str, ...] = ()
    """Roles that are followed by the name of a place: bupati, kapolres."""
    name_roles: tuple[str, ...] = ()
    """Roles that begin a name where they follow another role, or are given names: Raja, Putri."""
    office_words: tuple[str, ...] = ()
    """Words of offices that are capitalised beside names and are no names: luar, majority."""
    noun_affixes: tuple[str, ...] = ()
    """Beginning and end of words that are never names: “ke-an” for kesehatan."""
    noun_endings: tuple[str, ...] = ()
    short_roles: Mapping[str, str] = {}
    """Roles in one word, and their long form: menlu, menteri luar negeri."""
    relations: tuple[str, ...] = ()
    """Nouns that a name after them (or before them) owns: kantor Budi, Budi's lawyer."""
    utterances: tuple[str, ...] = ()
    """Nouns for what somebody says, whom the name after them names: pernyataan Budi."""
    head_first: bool = False
    """Whether the noun comes before what describes it: “kantor Budi”, not “Budi's office”."""
    bodies: tuple[str, ...] = ()
    """Words in the names of bodies: kementerian, university."""
    proper_bodies: tuple[str, ...] = ()
    """Well-known bodies that no other word tells of: nato, gedung putih."""
    no_bodies: tuple[str, ...] = ()
    """First words of what is no body of its own, though it has an acronym or a head: rancangan."""
    joiners: tuple[str, ...] = ()
    """Words that join a body's noun and its name: the “of” of University of Malaya."""
    holders: tuple[str, ...] = ()
    """Words of bodies or places that a name follows that is no person's: universitas, masjid."""
    outlets: tuple[str, ...] = ()
    """Carriers of news that are no people, though their name may look so."""
    persons: ByGender = ByGender()
    """Nouns for one unnamed person: pria, woman."""
    groups: tuple[str, ...] = ()
    """Plural nouns for people, and words that make a noun plural: officials, para."""
    anonymous: tuple[str, ...] = ()
    """Words of sources that keep their name back: anonim, sources."""
    demonstratives: tuple[str, ...] = ()
    """Words that mark a description of somebody known: tersebut, itu."""
    indefinite: tuple[str, ...] = ()
    """Determiners of somebody not named before: a, seorang."""
    determiners: tuple[str, ...] = ()
    nickname_openers: tuple[str, ...] = ()
    """Words between a name and a nickname: alias, known as."""
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Well-known places other than countries."""
    place_words: tuple[str, ...] = ()
    """Words in the names of places: kabupaten, river."""
    place_labels: tuple[str, ...] = ()
    """Those that are no part of the name before a well-known place: kota."""
    directions: tuple[str, ...] = ()
    """Words that follow a well-known place and belong to its name: timur, selatan."""
    residents: tuple[str, ...] = ()
    """Nouns for people right before the place they live in: warga."""
    place_prepositions: tuple[str, ...] = ()
    adjuncts: tuple[str, ...] = ()
    """Words that tell how or when a source spoke, and are no part of it: lewat, usai."""
    object_markers: tuple[str, ...] = ()
    """Words before a noun that is no subject: kepada, against."""
    person_markers: tuple[str, ...] = ()
    """Words before a noun that is rather a person than a thing: bersama."""
    not_names: tuple[str, ...] = ()
    """Capitalised words that are no part of a name: days, months, parties, peoples."""
    particles: tuple[str, ...] = ()
    """Small words that scraping glues to names: di, terhadap."""
