"""Read text in any common encoding, and say so when it is not UTF-8."""

import codecs
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from jelaskan.files.old_encodings import read_old
from jelaskan.messages import Message
from jelaskan.problems import Position, Problem

MAX_BYTES = 4_000_000
"""No article and no explainer comes near it; what does is something else."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like that of UTF-16: it has to come first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTML_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which no file can hold."""
_NAMES = {
    **{f"cp{number}": f"Windows-{number}" for number in range(1250, 1259)},
    "iso8859_2": "ISO 8859-2",
    "koi8_r": "KOI8-R",
    "mac_roman": "Mac Roman",
}


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text without its byte order mark, line ends as they are."""

    text: str
    encoding: str
    """As Python names it: `utf-8`, `utf-16-le`, `cp1252`."""
    path: str
    """Relative to the site's root, with forward slashes."""


def relative_path(path: Path, root: Path) -> str:
    """Return a path as problems show it: from the root, with forward slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def read_text(path: Path, root: Path) -> tuple[TextFile | None, tuple[Problem, ...]]:
    """Return the text of a file, and a warning where its encoding had to be guessed.

    UTF-8 and UTF-16 are recognised with or without a byte order mark, and an HTML file's own
    `<meta charset>` is believed; of anything else the letters tell.
    """
    name = relative_path(path, root)

    def problem(code: str, message: Message, hint: Message) -> tuple[None, tuple[Problem, ...]]:
        return None, (Problem(Position(name, 1, 1), code, message, hint),)

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            is_folder = stat.S_ISDIR(status.st_mode)
            message = (
                Message("{name} is a folder", name=name)
                if is_folder
                else Message("{name} is not a regular file", name=name)
            )
            return problem("F02", message, Message("give the path of a text file"))
        if status.st_size > MAX_BYTES:
            return problem(
                "F04",
                Message(
                    "the file is too large: {size:,} bytes, and {most:,} are the most",
                    size=status.st_size,
                    most=MAX_BYTES,
                ),
                Message("keep one article in a file, and leave out what is not its text"),
            )
        content = path.read_bytes()
    except FileNotFoundError:
        return problem(
            "F01",
            Message("there is no file {name}", name=name),
            Message("check the spelling of the path"),
        )
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        reason = getattr(error, "strerror", None) or str(error)
        return problem(
            "F03",
            Message("{name} cannot be read: {reason}", name=name, reason=reason),
            Message("check who may read the file and its folders"),
        )
    decoded = _decode(content)
    if decoded is None or "\0" in decoded[0]:
        return problem(
            "F05",
            Message("this is not a text file: it holds bytes that no text has"),
            Message("save the article as plain text in UTF-8"),
        )
    text, encoding = decoded
    return TextFile(text, encoding, name), _doubts(text, encoding, content, name)


def decode_text(content: bytes, charset: str | None = None) -> str | None:
    """Return the text of bytes that came with a charset, or nothing for bytes that are no text."""
    # What a server says of a page is wrong more often than what the page says.
    if charset is not None and (text := _decode_as(content, charset)) is not None:
        return text
    decoded = _decode(content)
    return None if decoded is None or "\0" in decoded[0] else decoded[0]


def _decode(content: bytes) -> tuple[str, str] | None:
    """Return text and the name of its encoding, or nothing for bytes that are no text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace"), encoding
    if (sixteen := _utf_16_without_mark(content)) is not None:
        return sixteen
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if b"\0" in content:
            return None
    return _declared(content) or _damaged_utf_8(content) or read_old(content)


def _utf_16_without_mark(content: bytes) -> tuple[str, str] | None:
    """Tell UTF-16 by the zero bytes beside Latin letters."""
    even, odd = content[:2000:2].count(0), content[1:2000:2].count(0)
    half = min(len(content), 2000) // 2
    for encoding, here, there in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(content) % 2 == 0 and here > half * 0.4 and there == 0:
            try:
                return content.decode(encoding), encoding
            except UnicodeDecodeError:
                return None
    return None


def _declared(content: bytes) -> tuple[str, str] | None:
    """Believe the charset that an HTML page gives, where its bytes agree."""
    found = _HTML_CHARSET.search(content[:4096])
    if found is None:
        return None
    encoding = found[1].decode("ascii", errors="replace")
    try:
        encoding = codecs.lookup(encoding).name
    except LookupError:
        return None
    if encoding.startswith(("utf-16", "utf-32")):
        return None  # it could not be read to say so
    # Browsers read Latin-1 as Windows-1252, and pages are written for browsers.
    encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
    text = _decode_as(content, encoding)
    return None if text is None else (text, encoding)


def _decode_as(content: bytes, encoding: str) -> str | None:
    """Return text in the encoding that somebody names, or nothing where it cannot be so."""
    try:
        text = content.decode(encoding)
    except (LookupError, ValueError):  # ValueError: codecs that are for other things than text
        return None
    return None if "\0" in text or _HALF.search(text) else text


def _damaged_utf_8(content: bytes) -> tuple[str, str] | None:
    """Keep text that is UTF-8 but for a few bytes, such as one cut in the middle of a letter."""
    text = content.decode("utf-8", errors="replace")
    whole = sum(1 for letter in text if letter > "\x7f") - text.count("\ufffd")
    return (text, "utf-8") if whole >= 2 * text.count("\ufffd") else None


def _doubts(text: str, encoding: str, content: bytes, name: str) -> tuple[Problem, ...]:
    if encoding == "utf-8":
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            at = text.find("\ufffd")
            line = text.count("\n", 0, at) + 1
            position = Position(name, line, at - text.rfind("\n", 0, at))
            message = Message("the file is UTF-8 but for some bytes, which were read as “\ufffd”")
            hint = Message("mend the letter there, and save the file as UTF-8")
            return (Problem(position, "F07", message, hint, "warning"),)
        return ()
    shown = _NAMES.get(encoding, encoding.upper())
    message = Message("the file is not UTF-8; it was read as {encoding}", encoding=shown)
    hint = Message(
        "look whether its quotation marks and accents came out right, and save it as UTF-8"
    )
    return (Problem(Position(name, 1, 1), "F06", message, hint, "warning"),)
