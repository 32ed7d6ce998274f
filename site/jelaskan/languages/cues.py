"""cues.yaml: the words that report speech, and the frames that each takes."""

from jelaskan.languages.section import Section


class Cues(Section):
    """cues.yaml: the words that report speech, and the frames that each takes."""
