import asyncio
import contextlib
import http.client
import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

PROGRAM = """
import sys
import time
from pathlib import Path
from jelaskan.model.page import OutputFile
from jelaskan.messages import Message
from jelaskan.problems import Position, Problem
from jelaskan.publish.files import publish
from jelaskan.publish.preview import Rebuilt
from jelaskan.publish.serve import serve

root = Path(sys.argv[1])
PAGE = '''<!doctype html><html lang="id"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self'">
<title>Uji</title></head><body><p>%s</p></body></html>'''

def rebuild():
    text = (root / "content" / "a.yaml").read_text()
    if "berat" in text:
        time.sleep(2)
    if "salah" in text:
        position = Position("content/a.yaml", 1, 1)
        return Rebuilt((Problem(position, "X01", Message("<b>{text}</b>", text=text), Message("perbaiki")),))
    if "kutu" in text:
        raise ValueError(text)
    pages = [OutputFile(path, (PAGE % text).encode()) for path in ("index.html", "id/index.html")]
    files = {file.path: file.data for file in [*pages, OutputFile("gaya.css", b"p {}")]}
    fault = Problem(Position("content/a.yaml", 1, 9), "X02", Message("gagal: {text}", text=text))

    def find(path):
        if "templat" in text and path in ("index.html", "gaya.css"):
            return fault
        if "cacat" in text and path in files:
            raise ValueError(text)
        if "lambat" in text and path == "id/index.html":
            time.sleep(2)
        return files.get(path)

    def publish_all(stop):
        found = [find(path) for path in files]
        if fault in found:
            return (fault,)
        return publish([OutputFile(path, data) for path, data in files.items()], root / "build")

    return Rebuilt((), find, publish_all)

serve(
    root,
    target=root / "build",
    host="127.0.0.1",
    port=int(sys.argv[2]),
    rebuild=rebuild,
    report=lambda problems: print(*problems, sep="\\n", file=sys.stderr, flush=True),
    say=lambda line: print(line, flush=True),
    watch=[root / "content", root / "templates"],
    wordings=dict,
)
"""


@dataclass
class Answer:
    status: int
    headers: Message
    body: bytes


@dataclass
class Site:
    """A site under preview in a process of its own."""

    root: Path
    port: int
    process: "subprocess.Popen[str]"

    def save(self, text: str) -> None:
        """Save as editors do: a new file takes the place of the old."""
        (self.root / "content/.a.new").write_text(text)
        (self.root / "content/.a.new").replace(self.root / "content/a.yaml")

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        with contextlib.closing(connection), connection.getresponse() as response:
            return Answer(response.status, response.headers, response.read())

    def page(self, path: str = "/") -> str:
        return self.get(path).body.decode()


@contextlib.contextmanager
def previewed(root: Path, text: str, port: int = 0) -> Iterator[Site]:
    (root / "content").mkdir()
    (root / "content/a.yaml").write_text(text)
    if port == 0:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(root), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), process.stderr.read()
        yield Site(root, int(address.rstrip("/").rpartition(":")[2]), process)
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "Traceback" not in errors or "ValueError" in errors


def wait_for(path: Path) -> None:
    """Wait until the site is written, which is after it is shown."""
    until = time.monotonic() + 10
    while not path.exists():
        assert time.monotonic() < until, f"{path} was not written"
        time.sleep(0.02)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that is only looked at."""
    root = tmp_path_factory.mktemp("site")
    with previewed(root, "Halo") as site:
        wait_for(root / "build/index.html")
        (root / "rahasia.txt").write_text("rahasia")
        (root / "build/keluar.txt").symlink_to(root / "rahasia.txt")
        (root / "build/luar").symlink_to(root)
        (root / "build/putar").symlink_to("putar")
        yield site


def test_pages_have_the_reload_script_only_in_the_answer(site: Site) -> None:
    answer = site.get("/")

    page = answer.body.decode()
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert '<p>Halo</p><script src="/preview.js" nonce="' in page
    assert '<script src="/livereload.js?maxdelay=2000&amp;snipver=v' in page
    assert "script" not in (site.root / "build/index.html").read_text()
    assert site.get("/livereload.js").status == 200
    assert site.get("/preview.js").headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_a_folder_answers_its_index_below_its_own_address(site: Site) -> None:
    answer = site.get("/id")

    assert (answer.status, answer.headers["Location"]) == (302, "/id/")
    assert "Halo" in site.page("/id/")
    assert "Halo" in site.page("/id/index.html")


def test_other_files_are_answered_as_they_are(site: Site) -> None:
    answer = site.get("/gaya.css")

    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert answer.body == b"p {}"
    assert site.get("/gaya.css", "HEAD").body == b""


def test_a_missing_page_is_said_and_waits_for_its_page(site: Site) -> None:
    answer = site.get("/tidak-ada/")

    assert answer.status == 404
    assert "livereload.js" in answer.body.decode()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed_over_the_network(method: str, site: Site) -> None:
    assert site.get("/", method, Content_Length="0").status == 405


def test_nobody_can_force_a_reload(site: Site) -> None:
    assert site.get("/forcereload").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../rahasia.txt",
        "/id/../../rahasia.txt",
        "/%2e%2e/rahasia.txt",
        "/..%2frahasia.txt",
        "/%2e%2e%2frahasia.txt",
        "/%252e%252e/rahasia.txt",
        "/..%5crahasia.txt",
        "/..\\rahasia.txt",
        "/id/%2e%2e/%2e%2e/rahasia.txt",
        "//rahasia.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/keluar.txt",
        "/luar/rahasia.txt",
        "/luar",
        "/putar",
        "/putar/x",
        "/.jelaskan",
        "/index.html%00.txt",
        "/" + "a" * 5000,
    ],
)
def test_no_path_leads_out_of_the_site(path: str, site: Site) -> None:
    answer = site.get(path)

    assert answer.status == 404
    assert b"rahasia" not in answer.body.replace(path.encode(), b"")


@pytest.mark.parametrize("path", ["/", "/gaya.css", "/livereload.js", "/livereload"])
@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "127.0.0.1.evil:{port}"],
)
def test_a_foreign_host_is_refused_everywhere(path: str, host: str, site: Site) -> None:
    assert site.get(path, Host=host.format(port=site.port)).status == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Origin": "https://evil.example"}, 403, id="foreign origin"),
        pytest.param({"Origin": "null"}, 403, id="a file's origin"),
        pytest.param(
            {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}, 403, id="embed"
        ),
        pytest.param(
            {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}, 200, id="link"
        ),
        pytest.param({"Host": "localhost:{port}"}, 200, id="localhost"),
        pytest.param(
            {"Host": "localhost:{port}", "Origin": "http://localhost:{port}"}, 200, id="own"
        ),
        pytest.param(
            {"Host": "localhost:{port}", "Origin": "http://127.0.0.1:{port}"}, 403, id="mixed"
        ),
    ],
)
def test_only_its_own_pages_may_ask(headers: dict[str, str], status: int, site: Site) -> None:
    headers = {name: value.format(port=site.port) for name, value in headers.items()}

    assert site.get("/", **headers).status == status


class Viewer:
    """A page in a browser, as far as the server can tell."""

    def __init__(self, connection: WebSocketClientConnection) -> None:
        self.connection = connection

    @classmethod
    @contextlib.asynccontextmanager
    async def open(
        cls, site: Site, version: str = "", origin: str = ""
    ) -> AsyncGenerator["Viewer", None]:
        headers = {"Origin": origin or f"http://127.0.0.1:{site.port}"}
        request = HTTPRequest(f"ws://127.0.0.1:{site.port}/livereload", headers=headers)
        viewer = cls(await websocket_connect(request))
        assert viewer.connection.protocol is not None
        stream = viewer.connection.protocol.stream
        hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
        await viewer.tell(hello | ({"snipver": version} if version else {}))
        assert json.loads(await viewer.hear())["command"] == "hello"
        await viewer.tell({"command": "info", "url": "/", "plugins": {}})
        try:
            yield viewer
        finally:
            viewer.connection.close()
            while not stream.closed():
                await asyncio.sleep(0.01)

    async def tell(self, message: dict[str, object]) -> None:
        await self.connection.write_message(json.dumps(message))

    async def hear(self) -> str:
        message = await asyncio.wait_for(self.connection.read_message(), 10)
        assert isinstance(message, str)
        return message

    async def reloads(self) -> None:
        """Wait for a reload, and take those that follow it at once as one with it."""
        assert json.loads(await self.hear())["command"] == "reload"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_a_socket_from_a_foreign_page_is_refused(origin: str, site: Site) -> None:
    async def come() -> None:
        async with Viewer.open(site, origin=origin):
            pass

    with pytest.raises(HTTPClientError) as refusal:
        asyncio.run(come())

    assert refusal.value.code == 403


def test_nonsense_on_the_socket_closes_it_and_no_more(site: Site) -> None:
    async def talk(message: str | bytes) -> None:
        async with Viewer.open(site) as viewer:
            await viewer.connection.write_message(message, binary=isinstance(message, bytes))
            assert await asyncio.wait_for(viewer.connection.read_message(), 10) is None

    for message in ("{", "[]", '{"command": 1}', "[" * 9000, b"\xff", "x" * 20_000):
        asyncio.run(talk(message))

    assert site.get("/").status == 200


def test_every_save_reloads_the_page_also_within_three_seconds(tmp_path: Path) -> None:
    async def edit(site: Site) -> None:
        async with Viewer.open(site) as viewer:
            for text in ("Satu", "Dua", "Tiga"):
                site.save(text)
                await viewer.reloads()
                assert f"<p>{text}</p>" in await asyncio.to_thread(site.page)

    with previewed(tmp_path, "Halo") as site:
        asyncio.run(edit(site))


def test_a_page_that_missed_a_build_reloads_when_it_comes_back(tmp_path: Path) -> None:
    async def come_back(site: Site) -> None:
        version = (await asyncio.to_thread(site.page)).partition("snipver=")[2].partition('"')[0]
        async with Viewer.open(site, version) as first:
            site.save("Satu")
            await first.reloads()
        async with Viewer.open(site, version) as second:
            await second.reloads()

    with previewed(tmp_path, "Halo") as site:
        asyncio.run(come_back(site))


def test_a_broken_file_is_shown_over_the_last_good_page_until_it_is_mended(tmp_path: Path) -> None:
    async def edit(site: Site) -> None:
        async with Viewer.open(site) as viewer:
            for text, shown in (
                ("salah", "&lt;b&gt;salah&lt;/b&gt;"),
                ("kutu", "ValueError: kutu"),
            ):
                site.save(text)
                await viewer.reloads()
                page = await asyncio.to_thread(site.page)
                assert "<p>Halo</p>" in page
                assert shown in page
                assert 'id="jelaskan-problems"' in page
            assert ("<mark>salah</mark>" in page) == (text == "salah")
            site.save("Pulih")
            await viewer.reloads()
            page = await asyncio.to_thread(site.page)
            assert "<p>Pulih</p>" in page
            assert "jelaskan-problems" not in page

    with previewed(tmp_path, "Halo") as site:
        asyncio.run(edit(site))


def test_a_site_that_was_never_built_shows_why(tmp_path: Path) -> None:
    with previewed(tmp_path, "salah") as site:
        answer = site.get("/")

    assert answer.status == 404
    assert "This page cannot be shown yet." in answer.body.decode()
    assert "<summary>problems: 1</summary>" in answer.body.decode()


@pytest.mark.parametrize(
    ("text", "shown"), [("templat", "gagal: templat"), ("cacat", "ValueError: cacat")]
)
def test_a_page_that_cannot_be_made_is_told_over_the_last_one(
    text: str, shown: str, tmp_path: Path
) -> None:
    async def edit(site: Site) -> None:
        async with Viewer.open(site) as viewer:
            site.save(text)
            await viewer.reloads()
            page = await asyncio.to_thread(site.page)
            assert "<p>Halo</p>" in page
            assert shown in page
            assert "livereload.js" in page
            await viewer.reloads()  # once all pages were tried
            assert shown in await asyncio.to_thread(site.page, "/id/")
            assert (site.root / "build/index.html").read_text().count("Halo") == 1
            site.save("Pulih")
            await viewer.reloads()
            page = await asyncio.to_thread(site.page)
            assert "<p>Pulih</p>" in page
            assert "jelaskan-problems" not in page
            until = time.monotonic() + 10
            while "Pulih" not in (site.root / "build/index.html").read_text():
                assert time.monotonic() < until
                await asyncio.sleep(0.05)

    with previewed(tmp_path, "Halo") as site:
        wait_for(tmp_path / "build/index.html")
        asyncio.run(edit(site))


def test_a_page_that_could_never_be_made_waits_for_its_cure(tmp_path: Path) -> None:
    with previewed(tmp_path, "templat") as site:
        for path in ("/", "/gaya.css"):
            answer = site.get(path)
            assert answer.status == 500
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            for words in ("This page cannot be shown yet.", "gagal: templat", "livereload.js"):
                assert words in answer.body.decode()


def test_nobody_waits_for_a_slow_build_nor_for_a_slow_page(tmp_path: Path) -> None:
    async def ask(site: Site) -> None:
        async with Viewer.open(site) as viewer:
            for text, path in (("berat", "/"), ("lambat", "/preview.js")):
                site.save(text)
                await asyncio.sleep(0.5)  # seen, and at work
                waiting = asyncio.create_task(asyncio.to_thread(site.page, "/id/"))
                await asyncio.sleep(0.1)
                began = time.monotonic()
                assert (await asyncio.to_thread(site.get, path)).status == 200
                assert time.monotonic() - began < 1
                await viewer.reloads()
                await waiting

    with previewed(tmp_path, "Halo") as site:
        asyncio.run(ask(site))


def test_a_folder_that_is_made_later_is_watched_too(tmp_path: Path) -> None:
    async def edit(site: Site) -> None:
        async with Viewer.open(site) as viewer:
            (site.root / "templates").mkdir()
            await viewer.reloads()
            (site.root / "templates/base.html").write_text("baru")
            await viewer.reloads()

    with previewed(tmp_path, "Halo") as site:
        asyncio.run(edit(site))


def test_where_the_port_is_taken_the_next_free_one_is_used_and_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with previewed(tmp_path, "Halo", port) as site:
            assert site.port > port
            assert "Halo" in site.page()


def test_an_address_that_cannot_be_had_is_a_problem(tmp_path: Path) -> None:
    from jelaskan.publish.preview import Rebuilt
    from jelaskan.publish.serve import serve

    reported: list[str] = []
    serve(
        tmp_path,
        target=tmp_path / "build",
        host="192.0.2.1",
        port=5500,
        rebuild=lambda: Rebuilt(()),
        report=lambda problems: reported.extend(problem.code for problem in problems),
        say=reported.append,
        watch=[],
        wordings=dict,
    )

    assert reported == ["B09"]
    assert list(tmp_path.iterdir()) == []


BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or ""


@pytest.mark.browser
@pytest.mark.skipif(not BROWSER, reason="needs Chromium")
def test_a_browser_shows_what_was_saved_and_what_is_wrong(tmp_path: Path) -> None:
    messages: list[str] = []
    loads: list[str] = []
    with previewed(tmp_path, "Halo") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER)
        page = browser.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("load", lambda _: loads.append(page.url))
        with page.expect_websocket():
            page.goto(f"http://127.0.0.1:{site.port}/id/")
        expect(page.locator("body > p")).to_have_text("Halo")
        site.save("salah")
        expect(page.locator("#jelaskan-problems code")).to_have_text("content/a.yaml:1:1")
        expect(page.locator("#jelaskan-problems")).to_have_css("position", "fixed")
        expect(page.locator("body > p")).to_have_text("Halo")
        site.save("Pulih")
        expect(page.locator("body > p")).to_have_text("Pulih")
        expect(page.locator("#jelaskan-problems")).to_have_count(0)
        page.wait_for_timeout(300)
        browser.close()

    assert messages == []
    assert len(loads) == 1


LONG = (
    "<p id='a'>{}</p><p id='b'>B" + "<br>" * 60 + "</p><p id='c'>C</p>"
    "<button popovertarget='d'>?</button><div id='d' popover>D</div>"
    "<details><summary>S</summary>E</details><p>F" + "<br>" * 99 + "</p>"
)


@pytest.mark.browser
@pytest.mark.skipif(not BROWSER, reason="needs Chromium")
def test_a_save_keeps_what_the_reader_sees_and_has_opened(tmp_path: Path) -> None:
    with previewed(tmp_path, LONG.format("A")) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER)
        page = browser.new_page(viewport={"width": 800, "height": 600})
        with page.expect_websocket():
            page.goto(f"http://127.0.0.1:{site.port}/#c")
        page.locator("summary").click()
        page.locator("button").click()
        page.evaluate("scrollTo(0, document.getElementById('c').offsetTop - 100)")
        before = page.locator("#c").bounding_box()
        site.save(LONG.format("A<br>" * 20 + "Z"))
        expect(page.locator("#a")).to_contain_text("Z")

        assert before is not None
        assert page.locator("#c").bounding_box() == before
        assert page.evaluate("document.querySelector(':target').id") == "c"
        assert page.evaluate("document.querySelector('details').open")
        assert page.evaluate("document.querySelector(':popover-open').id") == "d"
        browser.close()


@pytest.mark.browser
@pytest.mark.skipif(not BROWSER, reason="needs Chromium")
def test_problems_lie_below_what_is_read_and_stay_folded_up(tmp_path: Path) -> None:
    with previewed(tmp_path, LONG.format("A")) as site, sync_playwright() as playwright:
        wait_for(tmp_path / "build/index.html")
        browser = playwright.chromium.launch(executable_path=BROWSER)
        page = browser.new_page(viewport={"width": 320, "height": 600})
        with page.expect_websocket():
            page.goto(f"http://127.0.0.1:{site.port}/")
        page.locator("summary").click()
        page.locator("button").click()
        page.evaluate("scrollTo(0, document.getElementById('c').offsetTop - 100)")
        before = page.locator("#c").bounding_box()
        site.save("salah " + "a\u200b" * 2000)
        panel = page.locator("#jelaskan-problems")
        expect(panel.locator("mark")).to_have_text("salah")

        place, popover = panel.bounding_box(), page.locator("#d").bounding_box()
        assert page.locator("#c").bounding_box() == before
        assert page.evaluate("document.querySelector('details').open")
        assert place is not None
        assert popover is not None
        assert (place["x"], place["width"], place["y"] + place["height"]) == (0, 320, 600)
        assert place["height"] <= 360
        assert popover["y"] + popover["height"] <= place["y"]
        assert panel.evaluate("panel => panel.scrollHeight > panel.clientHeight")
        panel.evaluate("panel => panel.scrollTo(0, 200)")
        site.save("salah lagi " + "a\u200b" * 2000)
        expect(panel).to_contain_text("salah lagi")
        assert panel.evaluate("panel => panel.scrollTop") == 200

        page.keyboard.press("Escape")
        panel.locator("summary").click()
        site.save("salah")
        expect(panel).not_to_contain_text("lagi")
        assert panel.locator("mark").is_hidden()
        page.evaluate("scrollTo({top: 1e6, behavior: 'instant'})")
        assert (
            page.evaluate(
                "document.querySelector('body > p:last-of-type').getBoundingClientRect().bottom"
            )
            <= (panel.bounding_box() or {})["y"]
        )
        site.save("Pulih")
        expect(panel).to_have_count(0)
        site.save("salah")
        expect(panel.locator("mark")).to_be_visible()
        browser.close()


def test_before_the_first_page_the_old_site_is_shown_and_no_link_leads_out(tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text("rahasia")
    build = tmp_path / "build"
    build.mkdir()
    (build / "index.html").write_text("<p>Lama</p>")
    (build / "keluar.txt").symlink_to(tmp_path / "rahasia.txt")
    (build / "luar").symlink_to(tmp_path)
    (build / "putar").symlink_to("putar")

    with previewed(tmp_path, "salah") as site:
        assert "<p>Lama</p>" in site.page()
        assert "X01" in site.page()
        for path in ("/keluar.txt", "/luar/rahasia.txt", "/luar", "/putar", "/putar/x"):
            assert site.get(path).status == 404, path
        assert (build / "index.html").read_text() == "<p>Lama</p>"
