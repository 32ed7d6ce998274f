"""The parts of a draft: what each kind of statement becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jelaskan.draft.identifiers import Identifiers
from jelaskan.draft.places import tidy
from jelaskan.draft.words import say, say_doubt
from jelaskan.draft.yaml_text import Value
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article, Mention
from jelaskan.model.statements import Doubt, Statements
from jelaskan.model.store import Store

ABOUT = 60
"""Code points of the words by which a review names what has no id."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one finding becomes in the file, and where it came from."""

    value: Value | None
    """The item of the list; None for what cannot be one and is only listed for review."""
    place: str = ""
    """Where it stands in the article."""
    origin: str = ""
    """The rule that found it."""
    words: str = ""
    """Words of the article by which it is known again."""
    mentions: tuple[Mention, ...] = ()
    """What it says of the article, wherever it is said again."""
    doubts: tuple[str, ...] = ()
    """What an editor should look at, and why."""
    is_minor: bool = False
    """Whether few pages need it: such items stand at the end of their list."""

    @property
    def about(self) -> str:
        """What a review calls it: its id, else its words."""
        if isinstance(self.value, Mapping) and "id" in self.value:
            return str(self.value["id"])
        return self.words


@dataclass(frozen=True, slots=True)
class Desk:
    """What every part is made from."""

    article: Article
    statements: Statements
    pack: LanguagePack
    """Of the article's language."""
    store: Store
    wording: LanguagePack
    """Of the page's language, in which a draft speaks to its editor."""

    def say(self, key: str, **values: str) -> str:
        """Return a wording of editor.yaml."""
        return say(self.wording, key, **values)

    def say_doubts(self, doubts: Sequence[Doubt]) -> tuple[str, ...]:
        """Return the doubts of a finding as an editor reads them."""
        return tuple(say_doubt(self.wording, doubt) for doubt in doubts)

    def place(self, offset: int) -> str:
        """Return where a finding stands."""
        return str(self.article.position(offset))

    def unproved(self, words: str, start: int) -> Part:
        """Return a finding that is only listed, for a check would not find its words."""
        return Part(None, self.place(start), words=tidy(words), doubts=(self.say("unproved"),))


def review_of(part: Part, *reasons: str) -> dict[str, str]:
    """Return the entry that lists a part for review, for some reasons and its doubts."""
    return review(part.about, "; ".join((*reasons, *part.doubts)), part.place)


def review(about: str, reason: str, place: str = "") -> dict[str, str]:
    """Return an entry of the list for review."""
    where = f" ({place})" if place else ""
    return {"about": tidy(about)[:ABOUT].strip() or "?", "reason": tidy(reason) + where}


def draft_glossary(desk: Desk) -> list[Part]:
    """Return the hard words: one of the store by its id, any other to be described."""
    identifiers = Identifiers(desk.store.terms)
    known = _known_terms(desk)
    parts, seen = [], set[str]()
    for term in desk.statements.terms:
        name = tidy(term.mention.text)
        stored = known.get(name.casefold())
        if not name or (stored or name.casefold()) in seen:
            continue
        seen.add(stored or name.casefold())
        value: Value
        if stored is not None:
            value, origin = stored, f"{term.rule} · {name}"
        else:
            value, origin = {"id": identifiers.take(name, default="term"), "name": name}, term.rule
            definition = tidy(term.definition.text) if term.definition else ""
            if definition:
                value["description"] = definition
        place = desk.place(term.mention.start)
        parts.append(Part(value, place, origin, words=name, mentions=(term.mention,)))
    return parts


def review_of_terms(desk: Desk, parts: Sequence[Part]) -> dict[str, str] | None:
    """Return the entry that lists the terms without a description."""
    names = [
        part.words
        for part in parts
        if isinstance(part.value, Mapping) and "description" not in part.value
    ]
    if not names:
        return None
    return review("glossary", desk.say("undescribed", terms=", ".join(names)))


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
            place = desk.place(furniture.mention.start)
            part = Part({"title": title}, place, furniture.rule, words=title)
            titles.setdefault(title, part)
    return list(titles.values())
