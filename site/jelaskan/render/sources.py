"""The public pages that a page's statements rest on, numbered as they are first named."""

from jelaskan.model.explainer import Source, Sources
from jelaskan.render.links import address, host
from jelaskan.render.views import SourceView


class SourceList:
    """The sources of one page, in page order."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_url: dict[str, SourceView] = {}

    def add(self, sources: Sources) -> tuple[SourceView, ...]:
        """Return each source with its number; one that was named before keeps its number."""
        return tuple(self._add(source) for source in sources)

    def _add(self, source: str | Source) -> SourceView:
        url, title = (source, None) if isinstance(source, str) else (source.url, source.title)
        known = self._by_url.get(url)
        if known is None:
            known = SourceView(len(self._by_url) + 1, address(url), host(url), title)
            self._by_url[url] = known
        return known

    def all(self) -> tuple[SourceView, ...]:
        """Return every source that was added."""
        return tuple(self._by_url.values())
