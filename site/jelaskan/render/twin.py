"""index.json: an explainer's page for other programs."""

from collections.abc import Sequence
from typing import Any

from jelaskan.model.article import Article
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.proof.claims import Proof
from jelaskan.render.context import ExplainerContext


def make_twin(
    file: ExplainerFile, context: ExplainerContext, proofs: Sequence[Proof]
) -> dict[str, Any]:
    """Return the explainer with its speakers and terms resolved, and where each claim stands.

    Offsets count code points of the article's text from 0; the passages of a claim are all
    the places that have its words, the one that the page shows first.
    """
    explainer = file.explainer
    speakers = dict.fromkeys(quotation.speaker for quotation in explainer.quotations)
    data = explainer.model_dump(mode="json", exclude_none=True, exclude={"people", "glossary"})
    return {
        "slug": file.slug,
        **data,
        "people": [_speaker(context, speaker) for speaker in speakers],
        "glossary": [term.model_dump(mode="json", exclude_none=True) for term in context.terms],
        "articles": [_article(article) for article in context.articles],
        "claims": [
            {
                "part": proof.claim.anchor,
                "kind": proof.claim.kind,
                "passages": [
                    {
                        "article": passage.article.slug,
                        "spans": [[mention.start, mention.end] for mention in passage.mentions],
                    }
                    for passage in proof.passages
                ],
            }
            for proof in proofs
        ],
    }


def _speaker(context: ExplainerContext, speaker: str) -> dict[str, Any]:
    resolved = context.resolve(speaker)
    return {
        "id": speaker,
        "name": resolved.name,
        "kind": resolved.kind,
        "role": resolved.role,
        "affiliation": resolved.affiliation,
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "slug": article.slug,
        "language": article.language,
        "headline": article.headline,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "text": article.text,
    }
