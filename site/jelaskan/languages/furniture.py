"""furniture.yaml: the words of the page around an article."""

from collections.abc import Mapping

from jelaskan.languages.section import Section


class FurnitureWords(Section):
    """furniture.yaml: the words of the page around an article.

    Phrases are written in lower case; a colon at the end of one must be there, with or
    without a space before it. Where a mapping is asked for, its keys are kinds of furniture.
    """

    teasers: tuple[str, ...] = ()
    """Labels before the headline of another article: “baca juga”."""
    interruptions: Mapping[str, tuple[str, ...]] = {}
    """Phrases that are furniture wherever they stand, glued to a sentence or not."""
    whole_lines: Mapping[str, tuple[str, ...]] = {}
    """Phrases that are furniture where they are all there is on a line."""
    line_starts: Mapping[str, tuple[str, ...]] = {}
    """Phrases that begin a line of furniture, or glued furniture behind the last full stop."""
    last_lines: Mapping[str, tuple[str, ...]] = {}
    """Phrases that make a short line furniture near the end of an article."""
    addresses: tuple[str, ...] = ()
    """Words that speak to the reader, or for the paper: your, our."""
    bylines: tuple[str, ...] = ()
    """Words or phrases that begin a line near the top which names the author: “By Ann Lee”."""
    plugs: tuple[str, ...] = ()
    """Phrases that begin furniture of several lines, up to the end of the article."""
    embeds: tuple[str, ...] = ()
    """First words of what square brackets embed: “[gambas:video]”."""
    author_roles: frozenset[str] = frozenset()
    """Nouns for those who write articles: “Ann Lee is a reporter for …” ends one."""
    abouts: tuple[str, ...] = ()
    """Words before a name that head what a press release says of its sender: “About …”."""
    releases: tuple[str, ...] = ()
    """Phrases that tell a press release: for immediate release, media contact."""
    credits: tuple[str, ...] = ()
    """Words that open the credit at the end of a caption: “(Foto: …)”."""
    credit_labels: tuple[str, ...] = ()
    """Words before the credit at the end of a caption, with a colon: “… Foto: …”."""
    stamps: tuple[str, ...] = ()
    """Words before the day or time of publication on a line of its own: published, updated."""
    contents: frozenset[str] = frozenset()
    """Whole lines that announce what the next lines are: headlines, tags, names, a caption."""
    blocks: tuple[tuple[str, str], ...] = ()
    """How the first line of a block of furniture ends, and how its last one begins; 0 for a number."""
    title_words: frozenset[str] = frozenset()
    """Words that a headline in title case leaves in lower case."""
    sentence_openers: frozenset[str] = frozenset()
    """Words that begin sentences and hardly ever stand inside a headline with a capital."""
