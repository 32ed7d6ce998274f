"""The parts of a draft: what each kind of statement becomes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from jelaskan.draft.identifiers import Identifiers
from jelaskan.draft.places import tidy
from jelaskan.draft.words import say, say_doubt, say_place
from jelaskan.draft.yaml_text import Value
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Doubt, Statements
from jelaskan.model.store import Store

ABOUT = 60
"""Code points of the words by which a review names what has no id."""


@dataclass(frozen=True, slots=True)
class Part:
    """One item of a list in the file, and where it came from."""

    value: Value
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every part is made from, and the list of what an editor should look at."""

    article: Article
    statements: Statements
    pack: LanguagePack
    store: Store
    reviews: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def say(self, key: str, **values: str) -> str:
        """Return a wording of editor.yaml."""
        return say(self.pack, key, **values)

    def place(self, offset: int, rule: str = "") -> str:
        """Return where a finding stands and its rule."""
        return say_place(self.article, offset, rule)

    def review(self, about: str, reason: str, offset: int | None = None) -> None:
        """List something that the program is not sure of."""
        where = "" if offset is None else f" ({self.place(offset)})"
        entry = {"about": tidy(about)[:ABOUT].strip() or "?", "reason": tidy(reason) + where}
        self.reviews.setdefault((entry["about"], entry["reason"]), entry)

    def review_doubts(self, about: str, doubts: Sequence[Doubt], offset: int) -> None:
        """List the doubts of a finding."""
        for doubt in doubts:
            self.review(about, say_doubt(self.pack, doubt), offset)

    def review_unproved(self, words: str, offset: int) -> None:
        """List a finding that is left out, for a check would not find its words."""
        self.review(words, self.say("unproved"), offset)


def draft_glossary(desk: Desk) -> list[Part]:
    """Return the hard words: one of the store by its id, any other to be described."""
    identifiers = Identifiers(desk.store.terms)
    known = _known_terms(desk)
    parts, undescribed, seen = [], [], set[str]()
    for term in desk.statements.terms:
        name = tidy(term.mention.text)
        comment = desk.place(term.mention.start, term.rule)
        stored = known.get(name.casefold())
        if not name or (stored or name.casefold()) in seen:
            continue
        seen.add(stored or name.casefold())
        if stored is not None:
            parts.append(Part(stored, f"{comment} · {name}"))
            continue
        value = {"id": identifiers.take(name, default="term"), "name": name}
        definition = tidy(term.definition.text) if term.definition else ""
        if definition:
            value["description"] = definition
        else:
            undescribed.append(name)
        parts.append(Part(value, comment))
    if undescribed:
        desk.review("glossary", desk.say("undescribed", terms=", ".join(undescribed)))
    return parts


def _known_terms(desk: Desk) -> dict[str, str]:
    """Return the ids of the store's terms, by each of their names in the article's language."""
    known: dict[str, str] = {}
    for term_id, stored in desk.store.terms.items():
        text = stored.text.get(desk.article.language)
        if text is not None:
            for name in (text.name, *text.alternate_names):
                known.setdefault(name.casefold(), term_id)
    return known


def draft_related(desk: Desk) -> list[Part]:
    """Return the headlines that teasers of the page name."""
    titles: dict[str, Part] = {}
    for furniture in desk.statements.furniture:
        title = tidy(furniture.title.text) if furniture.title else ""
        if title:
            comment = desk.place(furniture.mention.start, furniture.rule)
            titles.setdefault(title, Part({"title": title}, comment))
    return list(titles.values())
