"""Which items of a page already speak of which findings, and which items lost their words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jelaskan.messages import Message
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import OMISSION, Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.problems import Problem
from jelaskan.proof.claims import Proof, prove
from jelaskan.proof.nearby import Nearby
from jelaskan.proof.nearest import find_nearest, likeness
from jelaskan.proof.passages import Passage, find_passages

ALIKE = 75.0
"""Of 100: so alike are words of a page and of its changed article if they are the same finding."""


@dataclass(slots=True)
class Standing:
    """What is known of a page's items."""

    passages: dict[tuple[str, str], Nearby[int]] = field(default_factory=dict)
    """The numbers of items by their passages, for each list and article."""
    lost: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The numbers of items whose words stand nowhere."""
    problems: list[Problem] = field(default_factory=list)

    def items_at(self, key: str, slug: str, mentions: Sequence[Mention]) -> list[int]:
        """Return the numbers of the items of a list that speak of words of an article."""
        nearby = self.passages.get((key, slug))
        spans = [(mention.start, mention.end) for mention in mentions]
        return nearby.at(spans) if nearby is not None else []


def find_standing(file: ExplainerFile, articles: Mapping[str, Article]) -> Standing:
    """Return where each item of a page stands in its articles, and report those that do not.

    Words that the article has changed stand where it has words much like them.
    """
    standing = Standing()
    based_on = [articles[slug] for slug in dict.fromkeys(file.explainer.based_on)]
    found: dict[tuple[str, str], list[tuple[int, tuple[Mention, ...]]]] = defaultdict(list)
    for proof in prove(file.explainer, articles):
        key, number = str(proof.claim.key[0]), int(proof.claim.key[1])
        passages = _passages(proof, based_on)
        if not passages:
            standing.lost[key].add(number)
            words, nearest = _lost_words(proof.claim.text, based_on)
            standing.problems.append(_lost(file, proof, words, nearest))
            passages = tuple(_standing_pieces(proof.claim.text, based_on))
            if nearest is not None and likeness(words, nearest.mentions[0].text) >= ALIKE:
                passages += (nearest,)
        for passage in passages:
            found[key, passage.article.slug].append((number, passage.mentions))
    standing.passages = {where: Nearby(items) for where, items in found.items()}
    return standing


def _passages(proof: Proof, articles: Sequence[Article]) -> tuple[Passage, ...]:
    """Return the passage that a claim means in each article.

    Where the words of `near` have gone, the first passage is meant; a check says so.
    """
    passages = proof.passages or tuple(
        passage for article in articles for passage in find_passages(article, proof.claim.text)
    )
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(passage.article.slug, passage)
    return tuple(first.values())


def _pieces(text: str) -> list[str]:
    pieces = text.replace("[...]", OMISSION).split(OMISSION)
    return [piece.strip() for piece in pieces if piece.strip()]


def _standing_pieces(text: str, articles: Sequence[Article]) -> Iterator[Passage]:
    """Yield the first passage of each piece of a text that an article has."""
    for piece in _pieces(text):
        found = [passage for article in articles for passage in find_passages(article, piece)]
        yield from found[:1]


def _lost_words(text: str, articles: Sequence[Article]) -> tuple[str, Passage | None]:
    """Return the first piece of a text that no article has, and what comes nearest to it."""
    pieces = _pieces(text)
    absent = [one for one in pieces if not any(find_passages(two, one) for two in articles)]
    words = " ".join((absent[0] if absent and len(pieces) > 1 else text).split())
    return words, find_nearest(words, articles)


def _lost(file: ExplainerFile, proof: Proof, text: str, nearest: Passage | None) -> Problem:
    """Return the problem of words that the article does not have, or no longer."""
    claim = proof.claim
    name = _name(file.explainer, str(claim.key[0]), int(claim.key[1]))
    position = file.position(*claim.key)
    if nearest is None:
        return Problem(
            position,
            "U02",
            Message(
                "{name} is not in the article any more, nor anything like it: “{text}”",
                name=name,
                text=text,
            ),
            Message("nothing was changed here: delete it, or mend its words"),
        )
    mention = nearest.mentions[0]
    words = " ".join(mention.text.split())
    return Problem(
        position,
        "U01",
        Message("{name} and the article differ: the page has “{text}”", name=name, text=text),
        Message(
            "the article, {place}: “{words}”\nnothing was changed here: take the "
            "article's words, or delete it",
            place=nearest.article.position(mention.start),
            words=words,
        ),
    )


def _name(explainer: Explainer, key: str, number: int) -> str | Message:
    """Return how a message calls an item."""
    identifier = getattr(getattr(explainer, key)[number], "id", None)
    if identifier:
        return f"`{identifier}`"
    return Message("item {number} of `{key}`", number=number + 1, key=key)


def words_of_items(explainer: Explainer) -> dict[str, list[tuple[str, str]]]:
    """Return the date, if it has one, and the words of each item, by which a draft would know it."""
    return {
        "key_figures": [("", figure.as_written) for figure in explainer.key_figures],
        "quotations": [("", quotation.text) for quotation in explainer.quotations],
        "timeline": [(entry.date, entry.as_written or "") for entry in explainer.timeline],
        "glossary": [
            ("", term if isinstance(term, str) else term.name) for term in explainer.glossary
        ],
        "related": [("", related.title) for related in explainer.related],
    }
