"""Pages of the web are read as servers really send them, or it is said why not."""

import contextlib
import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from jelaskan.read import web
from jelaskan.read.incoming import read_address
from jelaskan.read.web import fetch, is_address

PAGE = (
    "<html><body><p>“Nobody crosses in this,” said Ada Finch, the harbour master.</p></body></html>"
)
BARE = zlib.compressobj(wbits=-zlib.MAX_WBITS)
LINES = "The ferry stays\n\nThe ferry stays in port, Ada Finch said on Thursday.\n"

Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}


def packed(encoding: str, body: bytes) -> Answer:
    return 200, {**HTML, "Content-Encoding": encoding}, body


def leading(to: str) -> Answer:
    return 302, {"Location": to}, b""


def of_kind(kind: str, body: bytes) -> Answer:
    return 200, {"Content-Type": kind}, body


CHUNKS = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode())
ANSWERS: dict[str, Answer] = {
    "/page": (200, HTML, PAGE.encode()),
    "/a%20caf%C3%A9?q=%E7%B1%B3": (200, HTML, PAGE.encode()),
    "/no-kind": (200, {}, PAGE.encode()),
    "/chunks": (200, {**HTML, "Transfer-Encoding": "chunked"}, CHUNKS),
    "/gzip": packed("gzip", gzip.compress(PAGE.encode())),
    "/no-gzip": packed("gzip", PAGE.encode()),
    "/deflate": packed("deflate", zlib.compress(PAGE.encode())),
    "/bare": packed("Deflate", BARE.compress(PAGE.encode()) + BARE.flush()),
    "/there": leading("/page"),
    "/charset": of_kind("text/html; charset=undefined", PAGE.encode()),
    "/half": of_kind("text/html; charset=unicode_escape", PAGE.encode() + b"\\ud800"),
    "/text": of_kind("text/plain; charset=utf-8", LINES.encode()),
    "/brotli": packed("br", b"\x0b\x02\x80abc\x03"),
    "/bomb": packed("gzip", gzip.compress(b"a" * 5_000_000)),
    "/cut-gzip": packed("gzip", gzip.compress(PAGE.encode())[:-20]),
    "/damaged": packed("gzip", b"\x1f\x8b damaged"),
    "/cut": (200, {**HTML, "Content-Length": "9999"}, PAGE.encode()),
    "/cut-chunks": (200, {**HTML, "Transfer-Encoding": "chunked"}, CHUNKS[:40]),
    "/large": (200, HTML, b"a" * 5_000_000),
    "/bytes": (200, HTML, b"\0\1\2" * 20),
    "/loop": leading("/loop"),
    "/nowhere": (302, {}, b""),
    "/file": leading("file:///etc/passwd"),
    "/ftp": leading("ftp://127.0.0.1/"),
    "/broken": leading("http://[::1"),
    "/password": leading("http://ada:secret@127.0.0.1/"),
    "/many": (200, {f"X-{number}": "" for number in range(200)}, b""),
    "/pdf": of_kind("application/pdf", b"%PDF-1.7"),
    "/json": of_kind("application/json", b"{}"),
    "/forbidden": (403, {}, b""),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the library's name
            if self.path == "/silent":
                time.sleep(1)
            if self.path == "/slow":
                self.send_response(200)
                self.end_headers()
                with contextlib.suppress(OSError):  # the other side has had enough
                    for _ in range(10):
                        self.wfile.write(b"<p>")
                        time.sleep(0.1)
                return
            code, headers, body = ANSWERS.get(self.path, (404, {}, b""))
            self.send_response(code)
            if not headers.keys() & {"Content-Length", "Transfer-Encoding"}:
                self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "path",
    ["page", "no-kind", "chunks", "gzip", "no-gzip", "deflate", "bare", "there", "charset", "half"],
)
def test_a_page_is_fetched(path: str, server: str) -> None:
    fetched, problem = fetch(f"{server}/{path}")

    assert problem is None
    assert fetched is not None
    assert fetched.text.startswith(PAGE)
    assert fetched.is_page


def test_an_address_may_have_spaces_and_any_letters(server: str) -> None:
    fetched, problem = fetch(f" {server.upper()}/a café?q=米#there ")

    assert problem is None
    assert fetched is not None
    assert fetched.url == f"{server}/a%20caf%C3%A9?q=%E7%B1%B3"
    assert is_address(server.upper())


def test_a_plain_text_on_the_web_is_read_as_one(server: str) -> None:
    incoming, _ = read_address(f"{server}/text")

    assert incoming is not None
    assert incoming.head == {"headline": "The ferry stays", "url": f"{server}/text"}
    assert incoming.text == "The ferry stays in port, Ada Finch said on Thursday.\n"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/cut", "it breaks off in the midst"),
        ("/cut-gzip", "it breaks off in the midst"),
        ("/cut-chunks", "the server’s answer is broken"),
        ("/damaged", "it breaks off in the midst"),
        ("/brotli", "it is compressed in an unknown way: br"),
        ("/bomb", "it is larger than 4,000,000 bytes"),
        ("/large", "it is larger than 4,000,000 bytes"),
        ("/bytes", "it is no text"),
        ("/many", "the server’s answer is broken"),
        ("/forbidden", "the server answers 403 Forbidden"),
        ("/loop", "the server sends from address to address, and to no page"),
        ("/nowhere", "the server sends from address to address, and to no page"),
        ("/file", "the server sends from address to address, and to no page"),
        ("/ftp", "there is no such address on the web"),
        ("/broken", "there is no such address on the web"),
        ("/password", "there is no such address on the web"),
        (":abc/", "there is no such address on the web"),
    ],
)
def test_a_page_that_cannot_be_read_is_a_problem(path: str, reason: str, server: str) -> None:
    fetched, problem = fetch(server + path)

    assert fetched is None
    assert str(problem) == (
        f"{server}{path}:1:1: N01: the page cannot be read: {reason}\n"
        "  hint: open the page in a browser, save it, and give the saved file"
    )


@pytest.mark.parametrize("address", ["http://[::1/x", "http://", "https://a..b/", "http://\udcff/"])
def test_what_is_no_address_is_a_problem(address: str) -> None:
    _, problem = fetch(address)

    assert problem is not None
    assert problem.code == "N01"
    assert "there is no such address on the web" in problem.message


def test_a_password_is_neither_sent_nor_shown(server: str) -> None:
    _, problem = fetch(server.replace("//", "//ada:secret@") + "/page")

    assert problem is not None
    assert str(problem).startswith(f"{server}/page:1:1: N01: the address has a name or a password")
    assert "secret" not in str(problem)


@pytest.mark.parametrize("kind", ["pdf", "json"])
def test_another_kind_than_a_page_is_named(kind: str, server: str) -> None:
    _, problem = fetch(f"{server}/{kind}")

    assert str(problem) == (
        f"{server}/{kind}:1:1: N02: the address leads to application/{kind}, which cannot be read\n"
        "  hint: save the article’s text in a .txt file, and give that"
    )


def test_a_server_is_not_waited_for_without_end(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "TIMEOUT", 0.5)
    monkeypatch.setattr(web, "LONGEST", 0.3)

    _, silent = fetch(f"{server}/silent")
    _, slow = fetch(f"{server}/slow")

    assert "the server is silent for 0 seconds" in str(silent)
    assert "it takes longer than 0 seconds" in str(slow)
