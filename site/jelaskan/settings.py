"""content/site.yaml: what holds for the whole site."""

from jelaskan.model.explainer import Part, Text, Texts, WebAddress, WholeDate
from jelaskan.model.store import LocalText


class Publisher(Part):
    """Who answers for the site."""

    name: Text
    """The name that pages and feeds print."""
    url: WebAddress | None = None
    """Its own site."""
    email: str | None = None
    """Where readers write to."""


class Settings(Part):
    """The settings of a site; a site without site.yaml has these defaults."""

    title: LocalText = "Jelaskan"
    """The site's name, in one wording or one per language."""
    description: LocalText | None = None
    """What the site is, in a sentence."""
    address: WebAddress | None = None
    """Where the site will stand; without it no absolute address is written."""
    languages: Texts = ()
    """The first is the site's own; without it, the most frequent one."""
    publisher: Publisher | None = None
    """Who answers for the site."""
    as_of: WholeDate | None = None
    """No inferred date is later than this day."""
