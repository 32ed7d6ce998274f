"""Pages of the web, fetched by their addresses."""

import time
import zlib
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse, InvalidURL
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from jelaskan.files.text_file import MAX_BYTES, decode_text
from jelaskan.messages import Message
from jelaskan.problems import Position, Problem

TIMEOUT = 20.0
"""How many seconds a server may be silent."""
LONGEST = 60.0
"""How many seconds a page may take."""

AGENT = "Mozilla/5.0 (compatible; jelaskan)"

_PAGES = ("text/html", "application/xhtml+xml")
_TEXTS = ("text/plain", "text/markdown")
_PIECE = 65_536
_MARKS = "!#$%&'()*+,/:;=?@[]~"
"""What stands in an address as it is, besides letters and digits."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered."""

    text: str
    is_page: bool
    """Whether it is HTML, not a plain text."""
    url: str
    """The address as it is sent, where a letter or a space in it has its code."""


class _RefusedError(Exception):
    """An answer that is no page, with the reason for people."""


def is_address(source: str) -> bool:
    """Return whether a source is a page of the web, not a file."""
    return source.strip().lower().startswith(("https://", "http://"))


def fetch(url: str) -> tuple[Fetched | None, Problem | None]:
    """Return the text of a page or of a plain text on the web, or why it cannot be had."""
    url = url.strip()
    place = Position(url, 1, 1)
    try:
        parts = urlsplit(url)
        if parts.username is not None:
            shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
            message = Message("the address has a name or a password in it")
            hint = Message("give the address without them, or the page as a saved file")
            return None, Problem(Position(shown, 1, 1), "N01", message, hint)
        request = Request(_as_sent(parts), headers={"User-Agent": AGENT})
        with _opener().open(request, timeout=TIMEOUT) as answer:
            kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
            if kind and kind not in (*_PAGES, *_TEXTS):
                message = Message("the address leads to {kind}, which cannot be read", kind=kind)
                hint = Message("save the article’s text in a .txt file, and give that")
                return None, Problem(place, "N02", message, hint)
            content = _unpack(_read(answer), answer.headers.get("Content-Encoding", ""))
            text = decode_text(content, answer.headers.get_content_charset())
            if text is None:
                raise _RefusedError(Message("it is no text"))
            return Fetched(text, kind not in _TEXTS, request.full_url), None
    except (OSError, ValueError, HTTPException, _RefusedError) as error:
        message = Message("the page cannot be read: {reason}", reason=_explain(error))
        hint = Message("open the page in a browser, save it, and give the saved file")
        return None, Problem(place, "N01", message, hint)


def _as_sent(parts: SplitResult) -> str:
    """Return an address in ASCII, without the part that says where on the page one begins."""
    path, query = (quote(part, safe=_MARKS) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, parts.netloc.encode("idna").decode(), path, query, ""))


def _explain(error: Exception) -> str | Message:
    """Return why a page cannot be read."""
    if isinstance(error, HTTPError):
        if 300 <= error.code < 400:
            return Message("the server sends from address to address, and to no page")
        return Message("the server answers {code} {reason}", code=error.code, reason=error.reason)
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, _RefusedError):
        reason: Message = cause.args[0]
        return reason
    if isinstance(cause, TimeoutError):
        return Message("the server is silent for {seconds:.0f} seconds", seconds=TIMEOUT)
    if isinstance(cause, str | ValueError | InvalidURL):
        return Message("there is no such address on the web")
    if isinstance(cause, HTTPException) and not isinstance(cause, OSError):
        return Message("the server’s answer is broken")
    return getattr(cause, "strerror", None) or str(cause)


def _opener() -> OpenerDirector:
    """Return what opens addresses, and goes where they lead, on the web alone."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler,
        HTTPHandler,
        HTTPSHandler,
        HTTPDefaultErrorHandler,
        HTTPErrorProcessor,
        HTTPRedirectHandler,
        UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener


def _read(answer: HTTPResponse) -> bytes:
    """Return the whole body of an answer.

    Raises:
        _RefusedError: it is too large, takes too long, or breaks off.
    """
    expected = answer.length
    until = time.monotonic() + LONGEST
    content = bytearray()
    while expected is None or len(content) < expected:
        if time.monotonic() > until:
            raise _RefusedError(
                Message("it takes longer than {seconds:.0f} seconds", seconds=LONGEST)
            )
        piece = answer.read1(_PIECE)
        if not piece:
            break
        content += piece
        if len(content) > MAX_BYTES:
            raise _too_large()
    if expected is not None and len(content) < expected:
        raise _broken_off()
    return bytes(content)


def _unpack(content: bytes, encoding: str) -> bytes:
    """Return content that may be compressed, although that was not asked for.

    Raises:
        _RefusedError: it cannot be unpacked, or breaks off.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return content
    if encoding not in ("gzip", "x-gzip", "deflate"):
        message = Message("it is compressed in an unknown way: {encoding}", encoding=encoding)
        raise _RefusedError(message)
    if encoding != "deflate" and not content.startswith(b"\x1f\x8b"):
        return content  # servers say so of what is not
    is_bare = encoding == "deflate" and content[:1] and content[0] & 15 != zlib.DEFLATED
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS if is_bare else zlib.MAX_WBITS | 32)
    try:
        unpacked = unpacker.decompress(content, MAX_BYTES + 1)
    except zlib.error:
        raise _broken_off() from None
    if len(unpacked) > MAX_BYTES:
        raise _too_large()
    if not unpacker.eof:
        raise _broken_off()
    return unpacked


def _too_large() -> _RefusedError:
    return _RefusedError(Message("it is larger than {most:,} bytes", most=MAX_BYTES))


def _broken_off() -> _RefusedError:
    return _RefusedError(Message("it breaks off in the midst"))
