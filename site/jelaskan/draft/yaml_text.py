"""YAML as an editor likes to find it: plain where that is safe, and every letter kept."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain

WIDTH = 96
"""Code points of a line, its indentation included."""

Value = str | int | float | Sequence["Value"] | Mapping[str, "Value"]

_PLAIN = re.compile(r"(?:\d[\d.]* )?[^\W\d_](?:[^\W_]|[ ,.()'/’–—-](?=[^\W_(]))*[.)]?")
_OTHER_TYPES = frozenset(
    ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf")
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SEEN = re.compile("[\x20-\x7e\xa1-\xac\xae-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_UNSEEN = re.compile("[\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufff0-\ufffb]")


def write_scalar(value: str | float) -> str:
    """Return a value on one line: plain if YAML can read it as nothing else, else quoted."""
    if not isinstance(value, str):
        return _number(value)
    return value if _is_plain(value) else _quoted(value)


def write_entry(key: str, value: Value, indent: int = 0) -> str:
    """Return the lines of `key: value`, each with its line end.

    A long text is folded where single spaces part its words, so that a reader of the
    YAML gets it back letter for letter.
    """
    lead = " " * indent
    if isinstance(value, Mapping):
        inner = "".join(write_entry(name, item, indent + 2) for name, item in value.items())
        return f"{lead}{key}:\n{inner}"
    if isinstance(value, str):
        line = f"{lead}{key}: {write_scalar(value)}\n"
        if len(line) <= WIDTH + 1 or not _is_foldable(value):
            return line
        return f"{lead}{key}: >-\n{_folded(value, indent + 2)}"
    if isinstance(value, Sequence):
        if all(isinstance(item, str | int | float) for item in value):
            line = ", ".join(write_scalar(item) for item in value)  # type: ignore[arg-type]
            line = f"{lead}{key}: [{line}]\n"
            if len(line) <= WIDTH + 1 and not any(_has_comma(item) for item in value):
                return line
        return f"{lead}{key}:\n" + "".join(write_item(item, indent + 2) for item in value)
    return f"{lead}{key}: {write_scalar(value)}\n"


def write_item(value: Value, indent: int = 2) -> str:
    """Return the lines of one item of a list, `- ` included."""
    lead = " " * indent
    if isinstance(value, Mapping):
        inner = "".join(write_entry(name, item, indent + 2) for name, item in value.items())
        return f"{lead}- {inner[indent + 2 :]}"
    if isinstance(value, str | int | float):
        return f"{lead}- {write_scalar(value)}\n"
    raise TypeError("a list in a list is no part of an explainer")


def write_comment(text: str, indent: int = 0, *, hang: int = 0) -> str:
    """Return a comment, folded; what no reader could see in it becomes a space.

    Lines after the first stand `hang` further in, which keeps places and words apart.
    """
    words = "".join(letter if _is_seen(letter) else " " for letter in text).split()
    lines: list[str] = []
    line = ""
    for word in words:
        room = WIDTH - indent - 2 - (hang if lines else 0)
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    lead = " " * indent
    return "".join(
        f"{lead}# {' ' * hang if number else ''}{line}".rstrip() + "\n"
        for number, line in enumerate(lines)
    )


def _number(value: float) -> str:
    """Return a number without an exponent where it is whole."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        return str(int(value))
    return repr(value)


def _is_plain(text: str) -> bool:
    """Return whether text needs no quotation marks, in any YAML."""
    return _PLAIN.fullmatch(text) is not None and text.casefold() not in _OTHER_TYPES


def _has_comma(item: Value) -> bool:
    """Return whether a plain text would end at its comma inside brackets."""
    return isinstance(item, str) and _is_plain(item) and "," in item


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(letter) or _letter(letter) for letter in text) + '"'


def _letter(letter: str) -> str:
    if _is_seen(letter):
        return letter
    code = ord(letter)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _is_seen(letter: str) -> bool:
    """Return whether a letter may stand in YAML and can be seen there."""
    return _SEEN.match(letter) is not None and _UNSEEN.match(letter) is None


def _is_foldable(text: str) -> bool:
    """Return whether a folded block can hold a text."""
    return text == text.strip() and bool(text) and all(map(_is_seen, text))


def _folded(text: str, indent: int) -> str:
    """Return the lines of a folded block: a line break there is one space."""
    lines, start = [], 0
    while start < len(text):
        end = _break(text, start, start + WIDTH - indent)
        lines.append(text[start:end])
        start = end + 1
    lead = " " * indent
    return "".join(f"{lead}{line}\n" for line in lines)


def _break(text: str, start: int, limit: int) -> int:
    """Return the last single space up to `limit`, else the first one after it, else the end."""
    if len(text) <= limit:
        return len(text)
    for at in chain(range(limit, start, -1), range(limit + 1, len(text))):
        if text[at] == " " and text[at - 1] != " " and text[at + 1] != " ":
            return at
    return len(text)
