"""cues.yaml: the words that report speech, and the frames that each takes."""

from typing import Literal

from jelaskan.languages.section import Section
from jelaskan.model.statements import Polarity

Frame = Literal[
    "quotation",  # words between marks, before or after the cue
    "that",  # a clause after a complementizer: said that prices rise
    "clause",  # a clause right after the cue: said prices rise
    "predication",  # the same, if it has a predicate: menilai harga naik, not menilai harga
    "question",  # asked whether, explained why
    "infinitive",  # vowed to fight
    "request",  # urged the two sides to talk
    "object",  # announced a ban, called it a mistake
    "accusation",  # accused him of lying
    "parenthesis",  # Prices, she said, rise. Prices rise, she said.
    "back",  # Hal itu disampaikan X: the sentence before
]


class CueGroup(Section):
    """Reporting words that behave alike."""

    forms: tuple[str, ...]
    """All forms of one word, comma between them: base, present, past, participle; `-` for none."""
    frames: tuple[Frame, ...]
    source: Literal["before", "after", "either"] = "before"
    """Where the source stands; “either” takes a source after the cue only beside a quotation
    or a clause before it."""
    addressee: bool = False
    """Whether it may be said to somebody before it is said: told reporters that."""
    polarity: Polarity = "affirmed"
    clitic: bool = False
    """Whether the source may be the pack's clitic at the end of the cue."""


class Cues(Section):
    """cues.yaml: the words that report speech, and the frames that each takes."""

    groups: tuple[CueGroup, ...] = ()
    nouns: frozenset[str] = frozenset()
    """Forms that are also nouns or adjectives: claims, reported."""
    predicates: frozenset[str] = frozenset()
    """Words that make a clause of the words around them: adalah, akan, tidak."""
    clitic: str = ""
    """A pronoun written onto the cue: the “nya” of “ujarnya”."""
    loose_apposition: bool = False
    """Whether “Role, Name said” is common, without the closing comma."""
    comma_before_clause: bool = False
    """Whether a comma may part a cue from its clause: “Budi mengatakan, harga naik”."""
    objects: frozenset[str] = frozenset()
    """Pronouns that are objects: him, them."""
    complementizers: frozenset[str] = frozenset()
    """Words between a cue and its clause that are no part of it: that, bahwa."""
    statements: frozenset[str] = frozenset()
    """Nouns for what is said that may stand before a complementizer: tudingan bahwa."""
    infinitives: frozenset[str] = frozenset()
    """Words that open the clause of “request” and “infinitive”: to, untuk."""
    questions: frozenset[str] = frozenset()
    accusations: frozenset[str] = frozenset()
    """Words between the accused and the deed: of."""
    determiners: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    """Words that close a noun phrase: kata pria berusia 50 tahun itu."""
    agents: frozenset[str] = frozenset()
    """Words between a passive cue and its source: disampaikan oleh."""
    subjects: frozenset[str] = frozenset()
    """Pronouns that can only be subjects: a clause begins with them."""
    prepositions: frozenset[str] = frozenset()
    inner_prepositions: frozenset[str] = frozenset()
    """Prepositions that join nouns into one source: spokesman for the party."""
    relatives: frozenset[str] = frozenset()
    nonrestrictive: frozenset[str] = frozenset()
    """Relatives that after a comma begin the paper's own remark: which."""
    contrasts: frozenset[str] = frozenset()
    """Words that after a comma and before a pronoun begin the paper's own remark: but."""
    comparisons: frozenset[str] = frozenset()
    """Words that open a parenthesis: as she said."""
    approximations: frozenset[str] = frozenset()
    quantifiers: frozenset[str] = frozenset()
    """Words that follow an approximation where it belongs to the source: at least, about half."""
    subordinators: frozenset[str] = frozenset()
    inner_subordinators: frozenset[str] = frozenset()
    """Those that may stand inside a description of a source: yang anonim karena takut."""
    coordinators: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    """Words that may stand between a source and its cue, or open a sentence."""
    adverb_endings: tuple[str, ...] = ()
    not_adverbs: frozenset[str] = frozenset()
    """Words that end like adverbs and are none."""
    past_endings: tuple[str, ...] = ()
    """Endings of verbs: what ends so after a quotation and a name reports it."""
    participle_endings: tuple[str, ...] = ()
    """Endings of a verb form that has no subject of its own: speaking, adding."""
    auxiliaries: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    """Auxiliaries that make the past form of a cue passive: was said to be."""
    negations: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    """Words with which a condition begins: if, kalau."""
    times: frozenset[str] = frozenset()
    """Words that begin a time: Monday, kemarin."""
    openers: frozenset[str] = frozenset()
    """Further words that open an introduction before the source: Speaking, Ditanya."""
    verb_prefixes: tuple[str, ...] = ()
    """Beginnings that tell a verb from a noun."""
    not_verbs: frozenset[str] = frozenset()
    """Words that begin like verbs and are none."""
    back_references: frozenset[str] = frozenset()
    """What stands for the sentence before: hal itu, pernyataan tersebut."""
    carriers: frozenset[str] = frozenset()
    """Words that name who passed it on: dilansir, melansir."""
    closers: frozenset[str] = frozenset()
    """Words that hand what stands before them to the source after them: demikian Budi."""
    recipients: frozenset[str] = frozenset()
    """Prepositions before those who are told something: kepada."""
    not_cues: frozenset[str] = frozenset()
    """Phrases in which a reporting word reports nothing: menurut jenis, that is to say."""
