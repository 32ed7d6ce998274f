"""names.yaml: titles, roles, honorifics and pronouns."""

from jelaskan.languages.section import Section


class NameWords(Section):
    """names.yaml: titles, roles, honorifics and pronouns."""
