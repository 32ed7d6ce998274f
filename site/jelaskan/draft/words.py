"""What a draft says to its editor, in the article's language."""

from jelaskan import languages
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.statements import Doubt

DEFAULT = "en"
"""The pack that has every wording: a new language can begin without its own."""


def say(pack: LanguagePack, key: str, **values: str) -> str:
    """Return the wording of editor.yaml with `{values}` filled in."""
    wording = pack.editor.get(key) or languages.load(DEFAULT).editor[key]
    return wording.format_map(values)


def say_doubt(pack: LanguagePack, doubt: Doubt) -> str:
    """Return a doubt as an editor reads it: worded by the pack, else as the finder put it."""
    reason = pack.editor.get(f"doubt: {doubt.reason}", doubt.reason)
    return f"{reason}: {doubt.detail}" if doubt.detail else reason
