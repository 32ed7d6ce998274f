"""Articles become statements."""

from jelaskan.extract.attributions import find_attributions
from jelaskan.extract.furniture import find_furniture
from jelaskan.extract.layout import lay_out
from jelaskan.extract.places import find_bodies, find_places
from jelaskan.extract.quantities import find_quantities
from jelaskan.extract.record import as_record
from jelaskan.extract.register import find_register
from jelaskan.extract.speakers import resolve_speakers
from jelaskan.extract.stamps import Stamp, find_stamp
from jelaskan.extract.terms import find_terms
from jelaskan.extract.times import find_times
from jelaskan.extract.tokens import forget_words
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Statements

__all__ = ["Stamp", "as_record", "extract", "find_published"]


def find_published(article: Article, pack: LanguagePack) -> Stamp | None:
    """Return the day that the lines around an article name as the day of its publication."""
    return find_stamp(article, find_furniture(article, pack), pack)


def extract(article: Article, pack: LanguagePack, as_of: str | None = None) -> Statements:
    """Return all that an article states, each kind in text order.

    `as_of` is an ISO date; no inferred date is later.
    """
    furniture = find_furniture(article, pack)
    layout = lay_out(article, pack, furniture)
    register = find_register(layout, pack)
    attributions, people = resolve_speakers(layout, pack, find_attributions(layout, pack), register)
    statements = Statements(
        attributions=attributions,
        quantities=find_quantities(layout, pack),
        times=find_times(layout, pack, as_of),
        people=people,
        bodies=find_bodies(layout, pack, register),
        places=find_places(layout, pack, register),
        terms=find_terms(layout, pack, people),
        furniture=furniture,
        sentences=tuple(article.mention(*sentence) for sentence in layout.sentences),
    )
    forget_words()
    return statements
