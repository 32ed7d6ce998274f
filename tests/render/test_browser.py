"""Pages in a real browser: from disk, by keyboard, on paper, on a small screen."""

import http.server
import re
import shutil
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import library
from jelaskan.model.article import Article
from jelaskan.render import environment
from jelaskan.settings import Settings
from library import build, explainer_file

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's Chromium; in a container it runs without its sandbox."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Stand in for a plugin's fixture that the next pytest will refuse."""


@pytest.fixture(scope="session")
def folder(site: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up site on disk."""
    return written(site, tmp_path_factory.mktemp("site"))


def written(site: Mapping[str, bytes], folder: Path) -> Path:
    for path, data in site.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def asked(page: Any, folder: Path) -> Iterator[list[str]]:
    """Everything that a test's page asked for, and what it said on the console."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    page.on("console", lambda message: found.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    yield found
    allowed = re.compile(r"(file|http)://(127\.0\.0\.1:\d+)?/[^?]*\.html(#.*)?$|data:")
    outside = [each for each in found if not allowed.match(each)]
    assert outside == []


def unminified(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, bytes]:
    """The made-up site as the templates write it."""
    monkeypatch.setattr(environment, "minify_html", lambda html: html)
    return build()


@pytest.mark.usefixtures("asked")
def test_a_browser_reads_a_shortened_page_as_it_was_written(
    page: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_written = written(unminified(monkeypatch), tmp_path)
    tree = r"""(function list(node) {
        if (node.nodeType === 3) return node.data.replace(/\s+/g, ' ').trim();
        const attributes = [...(node.attributes ?? [])].map(each => `${each.name}=${each.value}`);
        return [node.nodeName, attributes, [...node.childNodes].map(list).filter(each => each !== '')];
    })(document.body)"""
    for path in ("perpustakaan/index.html", "en/perpustakaan/index.html", "glossary/index.html"):
        short = opened(page, folder, path).evaluate(tree)

        assert opened(page, as_written, path).evaluate(tree) == short


def opened(page: Any, folder: Path, path: str = "perpustakaan/index.html") -> Any:
    page.goto((folder / path).as_uri())
    return page


def overflow(page: Any) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.usefixtures("asked")
def test_every_page_opens_from_disk_in_silence(
    page: Any, folder: Path, site: Mapping[str, bytes]
) -> None:
    for path in site:
        if path.endswith(".html"):
            opened(page, folder, path)

            assert page.locator("h1").is_visible(), path


def test_every_page_opens_below_a_folder_of_a_host(
    page: Any, folder: Path, asked: list[str]
) -> None:
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Quiet, directory=folder.parent)
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page.goto(f"http://127.0.0.1:{server.server_port}/{folder.name}/index.html")
        page.get_by_role("link", name="Mengapa perpustakaan").click()
        page.get_by_role("link", name="English").click()
        page.get_by_role("link", name="Everything by Panji Sadewa").click()

        assert page.locator("h1").inner_text() == "Panji Sadewa"
        assert not [each for each in asked if each.startswith("console")]
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.mark.usefixtures("asked")
def test_a_popover_opens_and_closes_by_keyboard(page: Any, folder: Path) -> None:
    opened(page, folder)
    button = page.locator("#short-answer button")
    popover = page.locator("#about-jam-malam")

    assert not popover.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert popover.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#term-jam-malam"
    page.keyboard.press("Escape")
    assert not popover.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"


@pytest.mark.usefixtures("asked")
def test_a_claim_leads_to_its_highlighted_words_and_back(page: Any, folder: Path) -> None:
    opened(page, folder)
    passage = page.locator("#in-quotation-raras-1")
    before = passage.evaluate("each => getComputedStyle(each).backgroundColor")

    page.locator("#quotation-raras-1 a.proof").first.click()
    assert passage.evaluate("each => each.matches(':target')")
    assert passage.evaluate("each => getComputedStyle(each).backgroundColor") != before
    assert page.evaluate("scrollY") > 500
    passage.locator("> a").click()
    assert page.locator("#quotation-raras-1").evaluate("each => each.matches(':target')")


@pytest.mark.usefixtures("asked")
def test_a_part_that_the_contents_lead_to_keeps_its_colours(page: Any, folder: Path) -> None:
    opened(page, folder)
    colours = """['#article-perpustakaan', 'mark.direct', '.text'].map(
        each => getComputedStyle(document.querySelector(each)).background)"""
    before = page.evaluate(colours)
    page.get_by_role("navigation", name="Isi halaman").get_by_text("Artikelnya").click()

    assert page.evaluate(colours) == before


@pytest.mark.usefixtures("asked")
def test_a_small_screen_shows_everything_without_sideways_scroll(
    page: Any, folder: Path, site: Mapping[str, bytes]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in site:
        if path.endswith(".html"):
            opened(page, folder, path)

            assert overflow(page) <= 0, path


@pytest.mark.usefixtures("asked")
def test_everything_that_is_pressed_is_large_enough(
    page: Any, folder: Path, site: Mapping[str, bytes]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    # Links inside a sentence may be smaller, as WCAG 2.5.8 says: those with other words beside them.
    small = """[...document.querySelectorAll('a, button, summary')].filter(each => {
            const box = each.getBoundingClientRect();
            const beside = each.parentElement.innerText.trim() !== each.innerText.trim();
            const alone = !beside || each.matches('nav *, .proof, .topics *, .lanes *, mark *');
            return box.width && Math.min(box.width, box.height) < 24 && alone;
        }).map(each => each.outerHTML + JSON.stringify(each.getBoundingClientRect()))"""
    for path in site:
        if path.endswith(".html"):
            opened(page, folder, path)

            assert page.evaluate(small) == [], path


@pytest.mark.usefixtures("asked")
def test_dark_is_dark_and_print_is_light(page: Any, folder: Path) -> None:
    opened(page, folder)
    ground = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"

    page.emulate_media(color_scheme="dark")
    assert max(page.evaluate(ground)) < 64
    page.emulate_media(color_scheme="dark", media="print")
    assert min(page.evaluate(ground)) > 192


@pytest.mark.usefixtures("asked")
def test_paper_has_every_word_but_the_contents(page: Any, folder: Path) -> None:
    opened(page, folder)
    on_screen = page.locator("main").inner_text().split()
    page.emulate_media(media="print")
    on_paper = page.locator("main").inner_text().split()

    assert set(on_screen) - set(on_paper) <= {"Isi", "halaman"}
    address = page.locator("#source-1 a").evaluate(
        "each => getComputedStyle(each, '::after').content"
    )
    assert "https://" in str(address) or "attr(href)" in str(address)


@pytest.mark.usefixtures("asked")
def test_the_contents_follow_on_a_wide_screen(page: Any, folder: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    opened(page, folder)
    page.evaluate("document.getElementById('timeline').scrollIntoView()")

    assert page.get_by_role("navigation", name="Isi halaman").bounding_box()["y"] >= 0


@pytest.mark.usefixtures("asked")
def test_a_page_from_right_to_left_is_mirrored(page: Any, tmp_path: Path) -> None:
    article = Article(
        slug="maktaba",
        language="ar",
        path="seeds/maktaba.txt",
        text="قالت سلمى: «المكتبة مفتوحة حتى منتصف الليل». وينتظر 40 شخصا كل مساء.",
    )
    value = {
        "language": "ar",
        "status": "ready",
        "headline": "لماذا تبقى المكتبة مفتوحة؟",
        "based_on": ["maktaba"],
        "short_answer": "لأن الناس ينتظرون.",
        "people": [{"id": "salma", "name": "سلمى"}],
        "quotations": [
            {"id": "salma-1", "text": "المكتبة مفتوحة حتى منتصف الليل", "speaker": "salma"}
        ],
        "timeline": [{"date": "2026", "text": "تفتح المكتبة.", "as_written": "منتصف الليل"}],
    }
    site = build(
        [explainer_file(value, "maktaba")],
        articles=[article],
        settings=Settings(),
        known=library.packs(ar=library.right_to_left_pack()),
    )
    page.goto((written(site, tmp_path) / "maktaba/index.html").as_uri())
    quotation = page.locator("blockquote")
    sides = quotation.evaluate(
        "each => [getComputedStyle(each).borderRightWidth, getComputedStyle(each).borderLeftWidth]"
    )

    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert sides == ["4px", "0px"]
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        assert overflow(page) <= 0
