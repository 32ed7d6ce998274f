"""furniture.yaml: the words of the page around an article."""

from jelaskan.languages.section import Section


class FurnitureWords(Section):
    """furniture.yaml: the words of the page around an article."""
