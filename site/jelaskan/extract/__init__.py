"""Articles become statements."""

from datetime import date

from jelaskan.extract.attributions import find_attributions
from jelaskan.extract.furniture import find_furniture
from jelaskan.extract.layout import lay_out
from jelaskan.extract.quantities import find_quantities
from jelaskan.extract.record import as_record
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Statements

__all__ = ["as_record", "extract"]


def extract(article: Article, pack: LanguagePack, as_of: date | None = None) -> Statements:
    """Return all that an article states, each kind in text order."""
    furniture = find_furniture(article, pack)
    layout = lay_out(article, pack, furniture)
    attributions = find_attributions(layout, pack)
    return Statements(
        attributions=attributions,
        quantities=find_quantities(layout, pack),
        furniture=furniture,
        sentences=tuple(article.mention(*sentence) for sentence in layout.sentences),
    )
