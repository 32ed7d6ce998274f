"""JSON-LD after schema.org: the page as a background article that is based on others."""

from collections.abc import Mapping, Sequence
from typing import Any

from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer
from jelaskan.model.statements import PersonKind
from jelaskan.render.links import address
from jelaskan.render.plan import Plan
from jelaskan.render.views import PersonView, SpeakerView, TermView

CONTEXT = "https://schema.org"


def describe_explainer(
    explainer: Explainer, context: Mapping[str, Any], url: str | None, plan: Plan
) -> dict[str, Any]:
    """Return a page's headline, what it is based on, its direct quotations and its terms.

    Parts are named by their fragments. A paraphrase is no Quotation and is left out.
    """
    return _without_empty(
        {
            "@context": CONTEXT,
            "@type": "BackgroundNewsArticle",
            "url": url,
            "headline": explainer.headline,
            "description": context["description"],
            "inLanguage": explainer.language,
            "datePublished": explainer.published,
            "dateModified": explainer.updated or explainer.published,
            "author": [{"@type": "Person", "name": name} for name in explainer.byline],
            "publisher": _publisher(plan),
            "isBasedOn": [_article(article) for article in context["based_on"]],
            "hasPart": [part for speaker in context["speakers"] for part in _quotations(speaker)],
            "mentions": _terms(context["terms"]),
        }
    )


def describe_site(language: str, plan: Plan) -> dict[str, Any]:
    """Return a site's index."""
    return _without_empty(
        {
            "@context": CONTEXT,
            "@type": "WebSite",
            "name": plan.title(language),
            "url": plan.absolute(plan.path(language)),
            "inLanguage": language,
            "publisher": _publisher(plan),
        }
    )


def describe_glossary(terms: Sequence[TermView]) -> dict[str, Any] | None:
    """Return the terms of a glossary page."""
    found = _terms(terms)
    return None if found is None else {"@context": CONTEXT, **found}


def describe_person(speaker: PersonView) -> dict[str, Any]:
    """Return who a speaker's page is about."""
    return {
        "@context": CONTEXT,
        "@type": "ProfilePage",
        "mainEntity": _without_empty(
            {
                "@type": _type_of(speaker.kind),
                "name": speaker.name,
                "description": speaker.about,
            }
        ),
    }


def _publisher(plan: Plan) -> dict[str, Any] | None:
    publisher = plan.settings.publisher
    if publisher is None:
        return None
    return _without_empty(
        {
            "@type": "Organization",
            "name": publisher.name,
            "url": publisher.url and address(publisher.url),
        }
    )


def _type_of(kind: PersonKind) -> str:
    return "Organization" if kind in ("body", "group") else "Person"


def _article(article: Article) -> dict[str, Any]:
    return _without_empty(
        {
            "@type": "NewsArticle",
            "headline": article.headline,
            "url": article.url and address(article.url),
            "inLanguage": article.language,
            "datePublished": article.published,
            "publisher": article.publisher and {"@type": "Organization", "name": article.publisher},
        }
    )


def _quotations(speaker: SpeakerView) -> list[dict[str, Any]]:
    kind = _type_of(speaker.kind)
    role = speaker.role if kind == "Person" else None
    creator = _without_empty({"@type": kind, "name": speaker.name, "jobTitle": role})
    return [
        _without_empty(
            {
                "@type": "Quotation",
                "@id": f"#{quotation.anchor}",
                "text": quotation.words,
                "inLanguage": quotation.language,
                "creator": creator,
            }
        )
        for quotation in speaker.quotations
        if quotation.kind == "direct"
    ]


def _terms(terms: Sequence[TermView]) -> dict[str, Any] | None:
    defined = [
        {
            "@type": "DefinedTerm",
            "@id": f"#{term.anchor}",
            "name": term.name,
            "description": term.description,
        }
        for term in terms
        if term.description
    ]
    if not defined:
        return None
    return {
        "@type": "DefinedTermSet",
        "@id": "#glossary",
        "hasDefinedTerm": defined,
    }


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    """Return what is known: no null and no empty list."""
    return {key: each for key, each in value.items() if each not in (None, [], "")}
