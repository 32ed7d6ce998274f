"""times.yaml: months, weekdays, relative expressions and day order."""

from jelaskan.languages.section import Section


class Times(Section):
    """times.yaml: months, weekdays, relative expressions and day order."""
