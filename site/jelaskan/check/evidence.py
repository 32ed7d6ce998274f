"""What a check looks at: an explainer and all that it is compared with."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jelaskan import languages
from jelaskan.languages.pack import LanguagePack
from jelaskan.messages import Message
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import Explainer, Key, Part
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store
from jelaskan.problems import Position, Way, Write, find_meant
from jelaskan.proof.claims import ClaimKind, Proof
from jelaskan.proof.nearby import Nearby
from jelaskan.proof.passages import Passage

SHOWN = 300
"""How many code points of a text a message repeats."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One explainer, the articles and the store that it rests on, and its proofs."""

    file: ExplainerFile
    articles: Mapping[str, Article]
    statements: Mapping[str, Statements]
    store: Store
    proofs: tuple[Proof, ...]
    languages: frozenset[str] = frozenset()
    """The codes of all language packs; empty where nobody said."""
    faulty: frozenset[str] = frozenset()
    """The slugs of articles that are there and cannot be read: their own faults are told."""
    _nearby: dict[str, dict[str, Nearby[Any]]] = field(default_factory=dict, init=False)
    """What was found in each article, by kind and place, once it was asked for."""

    @property
    def explainer(self) -> Explainer:
        """Return what the file says."""
        return self.file.explainer

    @property
    def based_on(self) -> tuple[Article, ...]:
        """Return the articles of the explainer that there are."""
        return tuple(
            self.articles[slug]
            for slug in dict.fromkeys(self.explainer.based_on)
            if slug in self.articles
        )

    @property
    def has_pack(self) -> bool:
        """Return whether the page's language is one of those that there are."""
        return not self.languages or self.explainer.language in self.languages

    @property
    def day(self) -> str | None:
        """Return the day that the page describes: its own, else that of its first article."""
        days = (self.explainer.as_of, *(article.published for article in self.based_on))
        return next((day for day in days if day), self.explainer.published)

    def statements_at(self, passage: Passage) -> Statements:
        """Return what was found in the words of a passage, and nothing else of its article."""
        slug = passage.article.slug
        if slug not in self._nearby:
            self._nearby[slug] = _by_place(self.statements.get(slug, Statements()))
        spans = [(mention.start, mention.end) for mention in passage.mentions]
        return Statements(
            **{kind: tuple(nearby.at(spans)) for kind, nearby in self._nearby[slug].items()}
        )

    def proofs_of(self, kind: ClaimKind) -> Iterator[tuple[int, Proof]]:
        """Yield the proofs of one kind that have a passage, with their number in the file."""
        for proof in self.proofs:
            if proof.claim.kind == kind and proof.passages:
                number = proof.claim.key[1]
                assert isinstance(number, int)
                yield number, proof


def _by_place(statements: Statements) -> dict[str, Nearby[Any]]:
    """Return what stands in words that a claim can have, by kind."""
    numbers = (
        (found, (found.mention, found.bound_mention, *found.again))
        for found in statements.quantities
    )
    return {
        "attributions": Nearby((found, found.content) for found in statements.attributions),
        "quantities": Nearby((found, filter(None, mentions)) for found, mentions in numbers),
        "times": Nearby((found, (found.mention, *found.again)) for found in statements.times),
        "furniture": Nearby((found, (found.mention,)) for found in statements.furniture),
    }


def pack_of(language: str) -> LanguagePack | None:
    """Return what is known of a language, if it has a pack."""
    return languages.load(language) if language in languages.available() else None


def overlap(mention: Mention, other: Mention) -> int:
    """Return how many code points two mentions share."""
    return max(0, min(mention.end, other.end) - max(mention.start, other.start))


def place(article: Article, mention: Mention) -> Position:
    """Return where words stand in the seed file."""
    return article.position(mention.start)


def shown(text: str) -> str:
    """Return a text as a message repeats it: on one line, and not for ever."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"


def suggest(word: str, choices: Collection[str]) -> Message:
    """Return a hint that names the choice most like a word, or all of a few, or nothing."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    ordered = sorted(choices)
    found = process.extractOne(word, ordered, scorer=ratio, score_cutoff=60)
    if found is not None:
        return Message("did you mean “{word}”?", word=found[0])
    if 0 < len(ordered) <= 12:
        return Message("there are: {choices}", choices=", ".join(ordered))
    return Message()


def write_meant(way: Way, word: str, choices: Collection[str]) -> Write | None:
    """Return the cure of a misspelt id, where it can mean one thing only."""
    meant = find_meant(word, choices)
    return Write(way, meant) if meant else None


def find_texts(value: object, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Yield every text inside a value of an explainer, with its key, in the order of the model."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from find_texts(item, (*key, number))
    elif isinstance(value, Part):
        for name, item in value:
            yield from find_texts(item, (*key, name))
