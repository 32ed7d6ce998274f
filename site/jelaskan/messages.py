"""Sentences for people, which can be said in the language of the site."""

from collections.abc import Mapping
from typing import Self

Wordings = Mapping[str, str]
"""How a language says what the code says in English; what is not in it stays English."""


class Message(str):
    """A sentence in English that knows its wording and its values, to be said in other words.

    Wherever a text is wanted it is its English text. The values stand in braces, as
    `str.format` has them; those that are messages themselves are said in the same language.

    >>> Message("another quotation has this id: {id}", id="rutte-1")
    'another quotation has this id: rutte-1'
    """

    __slots__ = ("values", "wording")

    wording: str
    values: Mapping[str, object]

    def __new__(cls, wording: str = "", /, **values: object) -> Self:
        """Make the English text."""
        message = super().__new__(cls, wording.format_map(values))
        message.wording = wording
        message.values = values
        return message

    def said_in(self, wordings: Wordings) -> "Message":
        """Return the same message in the words of a language."""
        values = {
            name: value.said_in(wordings) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return Message(wordings.get(self.wording, self.wording), **values)
