"""Where the claims of a page stand in its articles: numbers, links and marked text."""

from collections.abc import Iterator, Sequence

from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer, Quotation
from jelaskan.model.statements import Furniture, QuotationKind
from jelaskan.proof.claims import Proof, passage_anchor
from jelaskan.proof.nearby import Nearby
from jelaskan.render.links import at_words
from jelaskan.render.marks import (
    Claimed,
    MarkStyle,
    Stripe,
    find_stripes,
    mark_passage,
)
from jelaskan.render.sources import SourceList
from jelaskan.render.terms import TermMarker
from jelaskan.render.views import Block, NoteView, ProofView, Stretch

QUOTATION_MARKS = ("“”", '""', "„“", "«»", "‘’", "''")


class Evidence:
    """The proofs of one page. A claim stands where its first passage does."""

    def __init__(
        self,
        proofs: Sequence[Proof],
        articles: Sequence[Article],
        explainer: Explainer,
    ) -> None:
        """Number the claims as their words follow one another in the articles."""
        self._notes = explainer.notes
        self._direct = {
            f"quotation-{each.id}" for each in explainer.quotations if each.kind == "direct"
        }
        self._starts: dict[str, int] = {}
        self._length = 0
        for article in articles:
            self._starts[article.slug] = self._length
            self._length += len(article.text)
        found = [
            proof
            for proof in proofs
            if proof.passages and proof.passages[0].article.slug in self._starts
        ]
        found.sort(key=lambda proof: (self._place(proof), proof.claim.anchor))
        self._numbered = {proof.claim.anchor: (n, proof) for n, proof in enumerate(found, 1)}

    def _place(self, proof: Proof) -> tuple[int, int]:
        passage = proof.passages[0]
        mention = passage.mentions[0]
        return self._starts[passage.article.slug] + mention.start, -mention.end

    def proof(self, anchor: str) -> ProofView | None:
        """Return where a part of the page stands, if its words were found."""
        if anchor not in self._numbered:
            return None
        number, proof = self._numbered[anchor]
        passage = proof.passages[0]
        url = passage.article.url
        original = at_words(url, passage.mentions[0].text) if url else None
        return ProofView(number, passage_anchor(anchor), original)

    def language(self, anchor: str) -> str | None:
        """Return the language of a claim's words, if they were found."""
        if anchor not in self._numbered:
            return None
        return self._numbered[anchor][1].passages[0].article.language

    def lane(self, quotations: Sequence[Quotation]) -> tuple[Stretch, ...]:
        """Return where the statements of a speaker stand, in thousandths of the articles."""
        stretches = []
        for quotation in quotations:
            _, proof = self._numbered.get(f"quotation-{quotation.id}", (0, None))
            if proof is None:
                continue
            offset = self._starts[proof.passages[0].article.slug]
            for mention in proof.passages[0].mentions:
                start = 1000 * (offset + mention.start) // self._length
                width = max(4, 1000 * len(mention.text) // self._length)
                stretches.append(Stretch(start, width, quotation.kind == "direct"))
        return tuple(stretches)

    def blocks(
        self,
        article: Article,
        furniture: Sequence[Furniture],
        *,
        marker: TermMarker | None,
        sources: SourceList,
    ) -> tuple[Block, ...]:
        """Return an article's paragraphs with claims marked, and the notes on their words."""
        claims = Nearby((claimed, (claimed.mention,)) for claimed in self._claims_of(article))
        blocks = []
        for stripe in find_stripes(article.text, furniture):
            here = claims.at([(stripe.start, stripe.end)])
            text = mark_passage(article, stripe, here, None if stripe.furniture else marker)
            notes = tuple(self._notes_in(stripe, here, sources))
            blocks.append(Block(stripe.furniture, text, notes))
        return tuple(blocks)

    def _notes_in(
        self, stripe: Stripe, claims: Sequence[Claimed], sources: SourceList
    ) -> Iterator[NoteView]:
        """Yield the notes whose words begin in a paragraph, as their words follow one another."""
        for claimed in sorted(claims, key=lambda claimed: claimed.number):
            begins = claimed.first and stripe.start <= claimed.mention.start < stripe.end
            place = self.proof(claimed.anchor)
            if claimed.style == "note" and begins and place is not None:
                note = self._notes[int(claimed.anchor.removeprefix("note-")) - 1]
                yield NoteView(claimed.anchor, note.text, sources.add(note.source), place)

    def _claims_of(self, article: Article) -> list[Claimed]:
        return [
            Claimed(
                mention,
                anchor,
                number,
                style=self._style(proof),
                first=mention is proof.passages[0].mentions[0],
            )
            for anchor, (number, proof) in self._numbered.items()
            if proof.passages[0].article.slug == article.slug
            for mention in proof.passages[0].mentions
        ]

    def _style(self, proof: Proof) -> MarkStyle:
        kind = proof.claim.kind
        if kind != "quotation":
            return kind
        return "direct" if proof.claim.anchor in self._direct else "reported"


def without_marks(text: str, kind: QuotationKind) -> str:
    """Return a direct quotation without the marks around it: the page prints its own."""
    text = text.strip()
    if kind == "direct" and len(text) > 2:
        inside = text[1:-1]
        if text[0] + text[-1] in QUOTATION_MARKS and text[-1] not in inside:
            return inside
    return text
