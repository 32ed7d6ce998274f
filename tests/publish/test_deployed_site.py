"""A site as its readers get it: cloned from its branch, from disk and from a web server."""

import grp
import os
import pwd
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, sync_playwright

from support import Run, tree

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or ""
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin") or ""
needs_nginx = pytest.mark.skipif(not NGINX, reason="needs nginx")
needs_chromium = pytest.mark.skipif(not BROWSER, reason="needs Chromium")


@pytest.fixture
def deployed(tmp_path: Path, small_site: Path, jelaskan: Run) -> Path:
    """A clone of the branch to which a site in two languages was deployed."""
    remote, clone = tmp_path / "remote.git", tmp_path / "salinan situs"
    names = {"GIT_AUTHOR_NAME": "Ed Itor", "GIT_AUTHOR_EMAIL": "ed@example.org"}
    names |= {"GIT_COMMITTER_NAME": "Ed Itor", "GIT_COMMITTER_EMAIL": "ed@example.org"}
    subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)
    assert jelaskan("draft", "--root", small_site).returncode == 0
    result = jelaskan("deploy", "--git", remote, "--drafts", "--root", small_site, **names)
    assert result.returncode == 0, result.stderr
    subprocess.run(["git", "clone", "--quiet", "--branch=gh-pages", remote, clone], check=True)
    return clone


@contextmanager
def nginx(folder: Path, site: Path) -> Iterator[str]:
    """Serve a site under a sub-folder by nginx; yield its address."""
    # Another user could not enter the folders of pytest, which shuts them whenever it starts.
    user = f"{pwd.getpwuid(os.getuid()).pw_name} {grp.getgrgid(os.getgid()).gr_name}"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = folder / "nginx.conf"
    config.write_text(
        f"user {user}; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};\n"
        f"fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};\n"
        f"types {{ text/html html; }} server {{ listen 127.0.0.1:{port};\n"
        f'location /sub/folder/ {{ alias "{site}/"; error_page 404 /sub/folder/404.html; }} }} }}\n',
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [NGINX, "-c", config, "-p", folder, "-e", folder / "error.log"],
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/sub/folder/"
    finally:
        process.terminate()
        process.wait()


@needs_nginx
def test_a_plain_web_server_shows_it_below_a_folder(tmp_path: Path, deployed: Path) -> None:
    pages = [path for path in tree(deployed) if path.endswith("/index.html")]
    with nginx(tmp_path, deployed) as address:
        for path in pages:
            with urllib.request.urlopen(address + path.removesuffix("index.html")) as answer:
                assert answer.read() == (deployed / path).read_bytes()
        with pytest.raises(urllib.error.HTTPError, match="404") as refused:
            urllib.request.urlopen(address + "nowhere/")
        assert refused.value.read() == (deployed / "404.html").read_bytes()
        refused.value.close()

    assert len(pages) >= 6


@pytest.fixture
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield launched
        launched.close()


def walk(browser: Browser, site: str) -> tuple[set[str], list[str]]:
    """Follow every link within a site; return the paths of its files, and what went wrong."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: wrong.append(f"{page.url}: {request.url}"))
    todo, links = [f"{site}index.html", f"{site}404.html"], set[str]()
    ids: dict[str, set[str]] = {}
    while todo:
        address = todo.pop()
        if not address.endswith(".html"):  # a folder would be a list of files from disk
            with urllib.request.urlopen(address) as answer:
                ids[address] = {""} if answer.read() else set()
            continue
        page.goto(address)
        ids[address] = {"", *page.evaluate("[...document.querySelectorAll('[id]')].map(x => x.id)")}
        linked = page.evaluate("[...document.querySelectorAll('[href]')].map(x => x.href)")
        inside = {link for link in linked if link.startswith(site)}
        todo += {urldefrag(link).url for link in inside} - {*ids, *todo}
        links |= inside
    dead = [link for link in links if unquote(urldefrag(link)[1]) not in ids[urldefrag(link).url]]
    return {unquote(address.removeprefix(site)) for address in ids}, wrong + sorted(dead)


def pages_of(site: Path) -> set[str]:
    return {path for path in tree(site) if path.endswith(".html")}


@pytest.mark.browser
@needs_chromium
def test_a_clone_opens_from_disk_in_silence(deployed: Path, chromium: Browser) -> None:
    found, wrong = walk(chromium, f"{deployed.as_uri()}/")

    assert wrong == []
    assert found >= pages_of(deployed)


@pytest.mark.browser
@needs_chromium
@needs_nginx
def test_a_clone_opens_below_a_folder_of_a_server_in_silence(
    tmp_path: Path, deployed: Path, chromium: Browser
) -> None:
    with nginx(tmp_path, deployed) as address:
        found, wrong = walk(chromium, address)

    assert wrong == []
    assert found >= pages_of(deployed)
