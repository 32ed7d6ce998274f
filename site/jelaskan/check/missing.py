"""Words that stand in no article: what is there instead, and from which word on."""

import bisect
import difflib
import re
from typing import NamedTuple

from jelaskan.check.evidence import Evidence, place, shown
from jelaskan.messages import Message
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import OMISSION
from jelaskan.problems import Problem
from jelaskan.proof.claims import ClaimKind, Proof
from jelaskan.proof.nearest import find_nearest
from jelaskan.proof.passages import Passage, find_passages

LONGEST_DIFFERENCE = 8
"""How many words a difference may have to be shown on its own."""

AROUND = 12
"""How many words of a long text a message shows on each side of a difference."""


class Kind(NamedTuple):
    """A kind of claim, as problems call it."""

    letter: str
    """With which the codes of its problems begin."""
    words: Message


KINDS: dict[ClaimKind, Kind] = {
    "quotation": Kind("Q", Message("quotation")),
    "figure": Kind("K", Message("wording of a key figure")),
    "time": Kind("T", Message("wording of a date")),
    "note": Kind("C", Message("quotation in a note")),
}


def explain_missing(evidence: Evidence, proof: Proof) -> Problem:
    """Return the problem of a claim that stands nowhere."""
    claim, articles = proof.claim, evidence.based_on
    kind = KINDS[claim.kind]
    position = evidence.file.position(*claim.key)
    if claim.near is not None and (anywhere := _anywhere(articles, claim.text)):
        places = ", ".join(str(place(*first_mention(passage))) for passage in anywhere)
        return Problem(
            evidence.file.position(*claim.key[:-1], "near"),
            f"{kind.letter}05",
            Message(
                "words of `near` do not stand beside the {kind}: “{near}”",
                kind=kind.words,
                near=shown(claim.near),
            ),
            Message(
                "the {kind} stands at {places}; copy words from beside it, or delete `near`",
                kind=kind.words,
                places=places,
            ),
        )
    pieces = [piece.strip() for piece in claim.text.replace("[...]", OMISSION).split(OMISSION)]
    absent = [piece for piece in pieces if piece and not _anywhere(articles, piece)]
    if not absent and len(pieces) > 1:
        return Problem(
            position,
            f"{kind.letter}02",
            Message(
                "pieces of the {kind} do not follow one another in the article: “{text}”",
                kind=kind.words,
                text=shown(claim.text),
            ),
            Message("put the pieces in the article's order, or make two parts of them"),
        )
    piece = absent[0] if absent else claim.text
    words, before = _around_difference(piece, articles)
    hint, wrong = _nearest_hint(words, articles)
    number = len(claim.text[: claim.text.find(piece)].split()) + before + wrong
    return Problem(
        evidence.file.position_in(claim.text, _start_of_word(claim.text, number), *claim.key),
        f"{kind.letter}02",
        Message("{kind} is not in the article: “{text}”", kind=kind.words, text=shown(words)),
        hint,
    )


def _start_of_word(text: str, number: int) -> int:
    """Return where a word of a text begins, the last one if it has not so many."""
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    return starts[min(number, len(starts) - 1)]


def _around_difference(text: str, articles: tuple[Article, ...]) -> tuple[str, int]:
    """Return a text, or of a long one the words around the first that the article does not have.

    With it comes the number of words before them.
    """
    words = text.split()
    if len(words) <= 2 * AROUND:
        return text, 0
    same = bisect.bisect_left(
        range(1, len(words) + 1),
        True,
        key=lambda count: not _anywhere(articles, " ".join(words[:count])),
    )
    start = max(0, same - AROUND)
    return " ".join(words[start : same + AROUND]), start


def _nearest_hint(words: str, articles: tuple[Article, ...]) -> tuple[Message, int]:
    """Return what the article has instead of some words, and the number of the first wrong one."""
    passage = find_nearest(words, articles)
    if passage is None:
        paths = ", ".join(article.path for article in articles)
        return Message(
            "nothing like it stands in {paths}: copy the words from there, or delete this part",
            paths=paths,
        ), 0
    article, mention = first_mention(passage)
    hint = Message(
        "nearest words, {place}: “{text}”", place=place(article, mention), text=shown(mention.text)
    )
    difference, number = _difference(words, mention.text)
    if difference is not None:
        hint = Message("{hint}\n{difference}", hint=hint, difference=difference)
    return hint, number


def _difference(words: str, nearest: str) -> tuple[Message | None, int]:
    """Return the first differing words of two texts, and the number of the first of them.

    Nothing is said of texts that are all different.
    """
    ours, theirs = words.split(), nearest.split()
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    # What only one of them has at an end is where the nearest passage was cut.
    inner = [
        code for code in changes if code[1] != code[2] or (code[3] > 0 and code[4] < len(theirs))
    ]
    if not inner or len(inner) > 3 or (len(changes) == 1 and len(ours) <= 2):
        return None, 0
    _, start, end, their_start, their_end = inner[0]
    if max(end - start, their_end - their_start) > LONGEST_DIFFERENCE:
        return None, start
    here, there = " ".join(ours[start:end]), " ".join(theirs[their_start:their_end])
    if not there:
        return Message("the article does not have: “{words}”", words=here), start
    if not here:
        return Message("left out: “{words}”", words=there), start
    return Message("“{here}” is “{there}” in the article", here=here, there=there), start


def _anywhere(articles: tuple[Article, ...], text: str) -> tuple[Passage, ...]:
    """Return every passage of a text, whatever stands beside it."""
    return tuple(passage for article in articles for passage in find_passages(article, text))


def first_mention(passage: Passage) -> tuple[Article, Mention]:
    """Return the first words of a passage, and the article that has them."""
    return passage.article, passage.mentions[0]
