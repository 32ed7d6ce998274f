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
REACH = 60
"""How far back, in code points, they are looked for."""

SENTENCE = re.compile(
    r"""(?P<word>\w{0,12})(?P<mark>[.!?…])["”’')]{0,3}\s{1,4}["“‘'(]{0,3}(?P<first>\w)"""
)
"""The end of a sentence and the first letter of the next."""
PAUSE = re.compile(r"[,;:.!?…()—–\n]")
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
        yield from _check_beginning(evidence, proof, is_direct)
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
    if denial := _denial(article, after):
        return Message(
            "{omission} leaves out “{denial}”: “{words}”",
            omission=OMISSION,
            denial=denial,
            words=shown(" ".join(after)),
        )
    if starts and before and after:
        return Message(
            "{omission} joins the beginning of one sentence with the end of another",
            omission=OMISSION,
        )
    return None


def _check_beginning(evidence: Evidence, proof: Proof, is_direct: bool) -> Iterator[Problem]:
    """Yield where the words right before a quotation deny it.

    Where all that is said begins, what stands before it belongs to the reporting word.
    """
    passage = proof.passages[0]
    article, start = passage.article, passage.mentions[0].start
    contents = (found.content[0].start for found in evidence.statements_at(passage).attributions)
    if start in contents:
        return
    lead = article.mention(max(0, start - REACH), start)
    pause = max((found.end() for found in PAUSE.finditer(lead.text)), default=0)
    said = _said(article.text, article.mention(lead.start + pause, start), is_direct)
    if denial := _denial(article, said[-BEFORE:]):
        yield Problem(
            evidence.file.position(*proof.claim.key),
            "Q14",
            Message(
                "the article has “{denial}” before these words: “{text}”",
                denial=denial,
                text=shown(proof.claim.text),
            ),
            Message(
                "see {place}; begin the quotation earlier, unless the sense is the same without",
                place=place(article, passage.mentions[0]),
            ),
            severity="warning",
        )


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
    if not is_direct:
        return words_of(mention.text)
    places = range(mention.start, mention.end)
    return words_of("".join(text[at] if is_quoted(text, at) else " " for at in places))


def _denial(article: Article, words: Sequence[str]) -> str:
    """Return the last word that denies among some words of an article, or nothing."""
    pack = pack_of(article.language)
    denials = pack.cues.negations if pack else ()
    plain = [word.strip("“”\"'‘’,.;:!?()") for word in words]
    return next((word for word in reversed(plain) if word.casefold() in denials), "")
