"""content/site.yaml: what holds for the whole site."""

from pydantic import Field

from jelaskan.model.explainer import Part, Text, WebAddress, WholeDate
from jelaskan.model.store import LocalText


class Publisher(Part):
    """Who answers for the site."""

    name: Text
    url: WebAddress | None = None
    email: str | None = None


class Settings(Part):
    """The settings of a site; a site without site.yaml has these defaults."""

    title: LocalText = "Jelaskan"
    description: LocalText | None = None
    address: WebAddress | None = Field(
        None, description="Where the site will stand; without it no absolute address is written."
    )
    languages: tuple[str, ...] = Field(
        (), description="The first is the site's own; without it, the most frequent one."
    )
    publisher: Publisher | None = None
    as_of: WholeDate | None = Field(None, description="No inferred date is later than this day.")
