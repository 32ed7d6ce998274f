"""What is left out of a quotation does not turn its sense around."""

import itertools
import re
from collections.abc import Iterator, Sequence

from jelaskan.check.evidence import Evidence, pack_of, place, shown
from jelaskan.check.marks import is_quoted, words_of, words_outside_marks
from jelaskan.messages import Message
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import OMISSION
from jelaskan.problems import Problem
from jelaskan.proof.claims import Proof

FEW_WORDS = 3
"""An omission of so many words of the speaker may turn the sense around, whatever they are."""
BEFORE = 2
"""How many words before a quotation may be those that deny it: “not be”."""
REACH = 200
"""How far from a quotation, in code points, such words are looked for."""
MARKS = 3
"""How many marks may stand between the end of a quotation and that of what is said."""

QUOTING = "“”\"'‘’,.;:!?()"
SENTENCE = re.compile(
    r"""(?P<word>\w{0,12})(?P<mark>[.!?…])["”’')]{0,3}\s{1,4}["“‘'(]{0,3}(?P<first>\w)"""
)
"""The end of a sentence and the first letter of the next."""
STOP = re.compile(r"[.!?…\n](?!\w)")
PAUSE = re.compile(r"[,;:()—–]")
CLAUSE = re.compile(r"(?<!^)[,;:()—–.!?…\n]")
"""Where a clause behind a quotation ends; a comma may stand before it."""
ASKED = re.compile(r"[\"”’'»\s]{0,3}\?")
"""What follows words that were a question."""


def check_senses(evidence: Evidence) -> Iterator[Problem]:
    """Yield where the words around a quotation, or inside its omissions, say another thing."""
    for number, proof in evidence.proofs_of("quotation"):
        is_direct = evidence.explainer.quotations[number].kind == "direct"
        passage = proof.passages[0]
        if evidence.statements_at(passage).furniture:
            continue  # no part of what anybody says
        for piece, following in itertools.pairwise(passage.mentions):
            between = passage.article.mention(piece.end, following.start)
            message = _say_omission(passage.article, piece, following, is_direct)
            if message:
                yield Problem(
                    evidence.file.position(*proof.claim.key),
                    "Q11",
                    message,
                    Message(
                        "see {place}; write them, unless the sense is the same without",
                        place=place(passage.article, between),
                    ),
                    severity="warning",
                )
        yield from _check_ends(evidence, proof, is_direct)
        yield from _check_question(evidence, proof)


def _say_omission(
    article: Article, piece: Mention, following: Mention, is_direct: bool
) -> Message | None:
    """Return why an omission may turn the sense: few words, a denial, parts of two sentences."""
    text = article.text
    between = article.mention(piece.end, following.start)
    starts = _sentence_starts(article, piece, following)
    first = article.mention(between.start, starts[0]) if starts else between
    last = article.mention(starts[-1], between.end) if starts else between
    words = words_of(between.text)
    before, after = (_said(text, part, is_direct) for part in (first, last))
    if is_direct and 0 < len(words) <= FEW_WORDS and not words_outside_marks(text, between):
        return Message(
            "{omission} stands for a few words of the speaker: “{words}”",
            omission=OMISSION,
            words=shown(between.text),
        )
    clause = words_of(PAUSE.split(_as_said(text, last, is_direct))[-1])
    if denial := _denial(article, clause):
        return Message(
            "{omission} leaves out “{denial}”: “{words}”",
            omission=OMISSION,
            denial=denial,
            words=shown(" ".join(clause)),
        )
    if starts and before and after:
        return Message(
            "{omission} joins the beginning of one sentence with the end of another",
            omission=OMISSION,
        )
    return None


def _check_ends(evidence: Evidence, proof: Proof, is_direct: bool) -> Iterator[Problem]:
    """Yield where the words right before a quotation deny it, or a condition stands beside it.

    Where all that is said begins or ends, what stands beside it belongs to the reporting word.
    """
    passage = proof.passages[0]
    article, start, end = passage.article, passage.mentions[0].start, passage.mentions[-1].end
    contents = [found.content for found in evidence.statements_at(passage).attributions]
    begins = any(content[0].start == start for content in contents)
    ends = any(end <= content[-1].end <= end + MARKS for content in contents)
    lead = "" if begins else _lead(article, start, is_direct)
    clauses = PAUSE.split(lead)
    words = ""
    if denial := _denial(article, words_of(clauses[-1])[-BEFORE:]):
        words = denial
    elif len(clauses) > 1 and not words_of(clauses[-1]):
        words = next(filter(None, (_condition(article, clause) for clause in clauses)), "")
    if not words and not ends:
        behind = article.mention(end, min(end + REACH, len(article.text)))
        words = _condition(article, CLAUSE.split(_as_said(article.text, behind, is_direct))[0])
    if words:
        yield Problem(
            evidence.file.position(*proof.claim.key),
            "Q14",
            Message(
                "the article has “{words}” beside these words: “{text}”",
                words=shown(words),
                text=shown(proof.claim.text),
            ),
            Message(
                "see {place}; write the whole clause, unless the sense is the same without",
                place=place(article, passage.mentions[0]),
            ),
            severity="warning",
        )


def _lead(article: Article, start: int, is_direct: bool) -> str:
    """Return what is said before an offset, from the beginning of its sentence."""
    lead = article.mention(max(0, start - REACH), start)
    return STOP.split(_as_said(article.text, lead, is_direct))[-1]


def _condition(article: Article, clause: str) -> str:
    """Return a clause that begins with “if”, or nothing."""
    pack = pack_of(article.language)
    words = words_of(clause)
    first = words[0].strip(QUOTING).casefold() if words else ""
    return " ".join(words) if pack and first in pack.cues.conditions else ""


def _check_question(evidence: Evidence, proof: Proof) -> Iterator[Problem]:
    """Yield where a question was made a statement."""
    passage = proof.passages[0]
    article, last = passage.article, passage.mentions[-1]
    asked = proof.claim.text.rstrip("\"”’'») ").endswith("?")
    if ASKED.match(article.text, last.end) and not asked:
        yield Problem(
            evidence.file.position(*proof.claim.key),
            "Q15",
            Message("the article has a question: “{text}?”", text=shown(proof.claim.text)),
            Message("see {place}; write the question mark", place=place(article, last)),
            severity="warning",
        )


def _sentence_starts(article: Article, piece: Mention, following: Mention) -> list[int]:
    """Return where sentences begin behind a piece, up to the beginning of the next one."""
    pack = pack_of(article.language)
    abbreviations = pack.basics.abbreviations if pack else ()
    return [
        found.start("first")
        for found in SENTENCE.finditer(article.text, piece.start, following.start + 1)
        if found["first"].isupper()
        and found.start("first") > piece.end
        and (
            found["mark"] != "." or (len(found["word"]) > 1 and found["word"] not in abbreviations)
        )
    ]


def _said(text: str, mention: Mention, is_direct: bool) -> tuple[str, ...]:
    """Return some words, or of direct speech only what stands between quotation marks."""
    return words_of(_as_said(text, mention, is_direct))


def _as_said(text: str, mention: Mention, is_direct: bool) -> str:
    """Return the same as one text, in which a full stop stands for what is not said."""
    if not is_direct:
        return mention.text
    places = range(mention.start, mention.end)
    return "".join(text[at] if is_quoted(text, at) else ". " for at in places)


def _denial(article: Article, words: Sequence[str]) -> str:
    """Return the last word that denies among some words of an article, or nothing."""
    pack = pack_of(article.language)
    denials = pack.cues.negations if pack else ()
    plain = [word.strip(QUOTING) for word in words]
    return next((word for word in reversed(plain) if word.casefold() in denials), "")
