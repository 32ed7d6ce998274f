"""What the template of an explainer may see."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer, KeyFigure, Quotation
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.proof.claims import Proof, time_anchors
from jelaskan.render.evidence import Evidence, without_marks
from jelaskan.render.figures import choose_picture
from jelaskan.render.formatting import format_amount, format_date, format_period
from jelaskan.render.glossary import resolve_terms
from jelaskan.render.links import address, relative
from jelaskan.render.markdown import plain_text, render_markdown
from jelaskan.render.plan import Plan
from jelaskan.render.sources import SourceList
from jelaskan.render.speakers import ResolvedSpeaker, resolve_speaker
from jelaskan.render.terms import Term, TermMarker
from jelaskan.render.views import (
    ArticleView,
    EventView,
    FigureView,
    Link,
    QuotationView,
    SectionView,
    SpeakerView,
    TermView,
    TopicRow,
)

DESCRIPTION_LENGTH = 160
"""In code points: what a search result shows."""

MOST_COLUMNS = 6
"""More speakers than this do not fit into a table of who spoke about what."""


class ExplainerContext:
    """Builds the context of one explainer's page, its parts in the order of the page.

    The order matters: a term is marked at its first use, and a source numbered at its first.
    """

    def __init__(
        self,
        file: ExplainerFile,
        path: str,
        *,
        articles: Mapping[str, Article],
        statements: Mapping[str, Statements],
        proofs: Sequence[Proof],
        plan: Plan,
    ) -> None:
        """Prepare for a page at `path`."""
        self.file, self.path, self.plan = file, path, plan
        self.explainer = file.explainer
        self.language = file.explainer.language
        self.pack = plan.pack(self.language)
        self.labels = self.pack.labels
        self.articles = tuple(
            articles[slug] for slug in file.explainer.based_on if slug in articles
        )
        self.statements = statements
        self.evidence = Evidence(proofs, self.articles, file.explainer)
        self.date = page_date(file.explainer, self.articles)
        self.sources = SourceList()
        self.terms = resolve_terms(file.explainer, plan.store)
        self.marker = TermMarker(
            [
                Term(term.id, (term.name, *term.alternate_names), term.description)
                for term in self.terms
                if term.description
            ],
            self.labels,
        )

    def build(self) -> dict[str, Any]:
        """Return the context, without what every page has."""
        explainer = self.explainer
        context: dict[str, Any] = {
            "explainer": explainer,
            "heading": explainer.headline,
            "description": describe(explainer),
            "as_of": self.date and format_date(self.date, self.labels),
            "published": explainer.published and format_date(explainer.published, self.labels),
            "updated": explainer.updated and format_date(explainer.updated, self.labels),
            "based_on": self.articles,
            "short_answer": self._short_answer(),
            "figures": self._figures(),
            "figure_popovers": self.marker.take(),
            "speakers": self._speakers(),
            "sections": self._sections(),
            "events": self._events(),
            "event_popovers": self.marker.take(),
            "articles": self._articles(),
        }
        context["topics"] = topic_rows(context["speakers"])
        context["terms"] = self._terms()
        context["sources"] = self.sources.all()
        context["changes"] = tuple(
            (change.date, format_date(change.date, self.labels), change.text)
            for change in explainer.changes
        )
        context["reviews"] = self._reviews()
        return context

    def _begin(self, anchor: str, text: str) -> None:
        self.marker.begin(Link(f"#{anchor}", text))

    def _short_answer(self) -> Markup | None:
        if self.explainer.short_answer is None:
            return None
        self._begin("short-answer", self.labels["short_answer"])
        return render_markdown(self.explainer.short_answer, self.marker) + self.marker.take()

    def _figures(self) -> tuple[FigureView, ...]:
        self._begin("figures", self.labels["key_figures"])
        return tuple(self._figure(figure) for figure in self.explainer.key_figures)

    def _figure(self, figure: KeyFigure) -> FigureView:
        bound, number, unit = self._amount(figure)
        words = " ".join(filter(None, (bound, number, unit)))
        picture = choose_picture(
            figure,
            words=words[0].upper() + words[1:],
            compared=self._compared(figure),
            years=[int(entry.date[:4]) for entry in self.explainer.timeline],
            until=int(self.date[:4]) if self.date else None,
            labels=self.labels,
        )
        return FigureView(
            anchor=f"figure-{figure.id}",
            bound=bound,
            number=number if number.count(" ") > 1 else number.partition(" ")[0],
            scale="" if number.count(" ") > 1 else number.partition(" ")[2],
            unit=unit,
            label=figure.label,
            meaning=self.marker.mark(figure.meaning) if figure.meaning else None,
            picture=picture,
            sources=self.sources.add(figure.source),
            proof=self.evidence.proof(f"figure-{figure.id}"),
        )

    def _amount(self, figure: KeyFigure) -> tuple[str, str, str]:
        """Return how a figure is bound, its number, and its unit, in the page's words."""
        number, unit = format_amount(figure, self.pack.basics, self.labels)
        return self.labels[f"bound_{figure.bound.replace(' ', '_')}"], number, unit

    def _compared(self, figure: KeyFigure) -> tuple[float, str] | None:
        """Return the value and the words of the figure that another is compared with."""
        for other in self.explainer.key_figures:
            if other.id == figure.compare and not isinstance(other.value, tuple):
                words = " ".join(filter(None, self._amount(other)))
                return other.value, f"{words} ({other.label})"
        return None

    def _speakers(self) -> tuple[SpeakerView, ...]:
        """Return a card for each speaker, in the order in which they first speak."""
        self._begin("who", self.labels["who_said_what"])
        by_speaker: dict[str, list[Quotation]] = {}
        for quotation in self.explainer.quotations:
            by_speaker.setdefault(quotation.speaker, []).append(quotation)
        return tuple(
            self._speaker(self.resolve(speaker), speaker, quotations)
            for speaker, quotations in by_speaker.items()
        )

    def resolve(self, speaker: str) -> ResolvedSpeaker:
        """Return who a speaker id means on the day of this page."""
        return resolve_speaker(
            speaker,
            slug=self.file.slug,
            explainer=self.explainer,
            store=self.plan.store,
            date=self.date,
        )

    def _speaker(
        self, speaker: ResolvedSpeaker, anchor: str, quotations: Sequence[Quotation]
    ) -> SpeakerView:
        page = self.plan.path(self.language, f"people/{speaker.key}")
        return SpeakerView(
            anchor=f"speaker-{anchor}",
            name=speaker.name,
            kind=speaker.kind,
            role=speaker.role,
            affiliation=speaker.affiliation,
            about=speaker.about,
            as_of=speaker.as_of and format_date(speaker.as_of, self.labels),
            sources=self.sources.add(speaker.source),
            page=relative(self.path, page),
            quotations=tuple(self.quotation(each, self.marker) for each in quotations),
            lane=self.evidence.lane(quotations),
            direct=sum(quotation.kind == "direct" for quotation in quotations),
            popovers=self.marker.take(),
        )

    def quotation(self, quotation: Quotation, marker: TermMarker | None) -> QuotationView:
        """Return a quotation, with terms marked in what is in the page's language."""
        anchor = f"quotation-{quotation.id}"
        language = self.evidence.language(anchor) or self.language
        foreign = language != self.language
        text = without_marks(quotation.text, quotation.kind)
        translation = None
        if quotation.translation is not None:
            translation = _mark(without_marks(quotation.translation, quotation.kind), marker)
        return QuotationView(
            anchor=anchor,
            kind=quotation.kind,
            polarity=quotation.polarity,
            text=_mark(text, None if foreign else marker),
            words=text,
            language=language if foreign else None,
            direction=self.plan.direction(language),
            translation=translation,
            cue=quotation.cue,
            topic=quotation.topic,
            proof=self.evidence.proof(anchor),
        )

    def _sections(self) -> tuple[SectionView, ...]:
        views = []
        for number, section in enumerate(self.explainer.sections, 1):
            self._begin(f"question-{number}", f"{self.labels['question']} {number}")
            body = render_markdown(section.body, self.marker) + self.marker.take()
            sources = self.sources.add(section.source)
            views.append(SectionView(f"question-{number}", section.heading, body, sources))
        return tuple(views)

    def _events(self) -> tuple[EventView, ...]:
        self._begin("timeline", self.labels["timeline"])
        return tuple(
            EventView(
                anchor=anchor,
                date=entry.date,
                words=format_period(entry.date, entry.end, self.labels),
                text=self.marker.mark(entry.text),
                inferred=entry.inferred,
                sources=self.sources.add(entry.source),
                proof=self.evidence.proof(anchor),
            )
            for anchor, entry in zip(
                time_anchors(self.explainer), self.explainer.timeline, strict=True
            )
        )

    def _terms(self) -> tuple[TermView, ...]:
        return tuple(
            TermView(
                anchor=f"term-{term.id}",
                name=term.name,
                alternate_names=term.alternate_names,
                description=term.description,
                as_of=term.as_of and format_date(term.as_of, self.labels),
                sources=self.sources.add(term.source),
                uses=tuple(self.marker.uses.get(term.id, ())),
            )
            for term in self.terms
        )

    def _articles(self) -> tuple[ArticleView, ...]:
        views = []
        for article in self.articles:
            self._begin(f"article-{article.slug}", self.labels["article"])
            found = self.statements.get(article.slug, Statements())
            foreign = article.language != self.language
            blocks = self.evidence.blocks(
                article,
                found.furniture,
                marker=None if foreign else self.marker,
                sources=self.sources,
            )
            views.append(
                ArticleView(
                    anchor=f"article-{article.slug}",
                    headline=article.headline,
                    publisher=article.publisher,
                    byline=article.byline,
                    published=article.published,
                    date=article.published and format_date(article.published, self.labels),
                    url=article.url and address(article.url),
                    language=article.language,
                    direction=self.plan.direction(article.language),
                    foreign=foreign,
                    blocks=blocks,
                    popovers=self.marker.take(),
                )
            )
        return tuple(views)

    def _reviews(self) -> tuple[tuple[Link, str], ...]:
        """Return what the draft was unsure of, with a way to the part where there is one."""
        explainer = self.explainer
        parts = {
            **{quotation.id: f"#quotation-{quotation.id}" for quotation in explainer.quotations},
            **{figure.id: f"#figure-{figure.id}" for figure in explainer.key_figures},
            **{term.id: f"#term-{term.id}" for term in self.terms},
            **{each.speaker: f"#speaker-{each.speaker}" for each in explainer.quotations},
        }
        return tuple(
            (Link(parts.get(review.about, ""), review.about), review.reason)
            for review in explainer.review
        )


def _mark(text: str, marker: TermMarker | None) -> Markup:
    return Markup.escape(text) if marker is None else marker.mark(text)


def page_date(explainer: Explainer, articles: Sequence[Article]) -> str | None:
    """Return the day that a page describes: its own, else that of its first dated article."""
    dates = (explainer.as_of, *(article.published for article in articles), explainer.published)
    return next((date for date in dates if date), None)


def describe(explainer: Explainer) -> str:
    """Return what a page is about in the length of a search result."""
    text = explainer.dek or plain_text(explainer.short_answer or "") or explainer.headline
    text = " ".join(text.split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"


def topic_rows(speakers: Sequence[SpeakerView]) -> tuple[TopicRow, ...]:
    """Return who spoke about what, if there are several topics and few speakers."""
    topics = dict.fromkeys(
        quotation.topic
        for speaker in speakers
        for quotation in speaker.quotations
        if quotation.topic
    )
    if len(topics) < 2 or len(speakers) > MOST_COLUMNS:
        return ()
    return tuple(
        TopicRow(
            topic,
            tuple(
                tuple(each for each in speaker.quotations if each.topic == topic)
                for speaker in speakers
            ),
        )
        for topic in topics
    )
