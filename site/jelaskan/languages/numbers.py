"""numbers.yaml: number words, scales, currencies, units and bounds."""

from jelaskan.languages.section import Section


class Numbers(Section):
    """numbers.yaml: number words, scales, currencies, units and bounds."""
