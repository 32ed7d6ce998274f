import re

import pytest

from jelaskan.publish.preview_page import ShownProblem, message_page, preview_page

PAGE = (
    b'<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="%s">'
    b"<title>Uji</title></head><body><p>Isi</p></body></html>"
)
PROBLEM = ShownProblem(
    "content/a.yaml:3:3", "Y10", "unknown key `<b>`", "hint: & so", 3, "- ", "<b>", ": <x>"
)


def policy(page: bytes) -> str:
    found = re.search(rb'content="([^"]*)"', page)
    assert found is not None
    nonce = re.search(rb'nonce="([^"]*)"', page)
    assert nonce is not None
    return found[1].decode().replace(nonce[1].decode(), "N")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            b"default-src 'none'; style-src 'sha256-x='; base-uri 'none'",
            "default-src 'none'; style-src 'sha256-x=' 'nonce-N'; base-uri 'none'; "
            "script-src 'nonce-N'; connect-src ws://127.0.0.1:5500",
            id="what is missing is added",
        ),
        pytest.param(
            b"default-src 'self'; script-src 'none'; connect-src 'self'",
            "default-src 'self'; script-src 'nonce-N'; connect-src 'self' ws://127.0.0.1:5500; "
            "style-src 'self' 'nonce-N'",
            id="what is forbidden is allowed, and defaults stay",
        ),
        pytest.param(b"img-src 'self'", "img-src 'self'", id="what is not forbidden stays so"),
    ],
)
def test_the_page_s_policy_lets_the_preview_through_and_no_more(before: bytes, after: str) -> None:
    page = preview_page(PAGE % before, "127.0.0.1:5500", "7", [])

    assert policy(page) == after


def test_the_script_and_the_problems_come_last_in_the_page() -> None:
    page = preview_page(PAGE % b"", "127.0.0.1:5500", "7", [PROBLEM], "ada <1>").decode()

    assert "<p>Isi</p><script src=" in page
    assert page.endswith("</details></body></html>")
    assert "<summary>ada &lt;1&gt;</summary>" in page
    assert "<code>content/<wbr>a.yaml:3:3</code> <small>Y10</small>" in page
    assert "<p>unknown key `&lt;b&gt;`</p>" in page
    assert "<small>3</small><span>- <mark>&lt;b&gt;</mark>: &lt;x&gt;</span></pre>" in page
    assert "<p><small>hint: &amp; so</small></p>" in page


def test_a_page_without_an_end_gets_the_script_too() -> None:
    assert preview_page(b"<p>Isi", "h:1", "7", []).startswith(b"<p>Isi<script src=")


def test_a_message_is_a_page_that_waits_for_a_better_one() -> None:
    page = preview_page(message_page("Tidak <ada>", "Ke <awal>"), "h:1", "7", [])

    assert b"<h1>Tidak &lt;ada&gt;</h1>" in page
    assert b'<a href="/">Ke &lt;awal&gt;</a></p><script src=' in page


def test_no_page_makes_the_search_for_a_policy_slow() -> None:
    for part in (b"<meta " * 20_000, b'<meta http-equiv="Content-Security-Policy" ' * 5_000):
        assert part in preview_page(part, "h:1", "7", [])
