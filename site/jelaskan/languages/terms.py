"""terms.yaml: what tells words that some readers will not know."""

from jelaskan.languages.section import Section


class TermWords(Section):
    """terms.yaml. Words in lower case, but for acronyms."""

    known_acronyms: tuple[str, ...] = ()
    """Acronyms that everybody knows, and those that are no terms."""
    bodies: tuple[str, ...] = ()
    """Words in the names of bodies with powers of their own: badan, commission."""
    documents: tuple[str, ...] = ()
    """Words in the names of laws, treaties and court orders: perjanjian, act."""
    head_first: bool = False
    """Whether such a word begins the name: Perjanjian Lisbon, not Lisbon Treaty."""
    links: tuple[str, ...] = ()
    """Small words inside such names: of, dan."""
    explained_by: tuple[str, ...] = ()
    """Words behind a term and its comma that begin its explanation: yaitu, which is."""
    named_by: tuple[str, ...] = ()
    """Words between what is explained and its term: dikenal sebagai, known as."""
    jargon: tuple[str, ...] = ()
    """Words of law, economy, science and war that many readers do not know."""
