"""What YAML has and our files do not: anchors, tags, merge keys, and more than anybody needs."""

from typing import NamedTuple

from jelaskan.messages import Message


class Refused(NamedTuple):
    """What to tell an editor about something that is not understood."""

    code: str
    message: Message
    hint: Message


def refuse_size(reason: Message) -> Refused:
    """Say that a file is too large, and in what way."""
    message = Message("the file is read no further than here: {reason}", reason=reason)
    hint = Message("no file of a site needs it: look for brackets that were never closed")
    return Refused("Y07", message, hint)


def refuse_anchor(anchor: str) -> Refused:
    """Say that a name for a value is not understood."""
    hint = Message("delete “&{anchor}”, or quote the text if the sign belongs to it", anchor=anchor)
    message = Message("an anchor “&{anchor}” is not understood", anchor=anchor)
    return Refused("Y05", message, hint)


def refuse_alias(anchor: str) -> Refused:
    """Say that a value that is only named is not understood."""
    hint = Message("write the value out, or quote the text if the “*” belongs to it")
    return Refused("Y05", Message("an alias “*{anchor}” is not understood", anchor=anchor), hint)


def refuse_merge() -> Refused:
    """Say that a key that stands for others is not understood."""
    hint = Message("write the keys out where they are needed")
    return Refused("Y05", Message("a merge key “<<” is not understood"), hint)


def refuse_tag(tag: str) -> Refused:
    """Say that a type that is written before a value is not understood."""
    hint = Message("delete it, or quote the text if the “!” belongs to it")
    return Refused("Y06", Message("a tag “{tag}” is not understood", tag=tag), hint)
