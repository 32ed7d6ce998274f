"""From articles to a site, run as a user runs it."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from support import Run, tree


class Links(HTMLParser):
    """The links and the ids of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in {"a", "link"} and values.get("href"):
            self.links.append(values["href"] or "")
        if values.get("id"):
            self.ids.add(values["id"] or "")


def test_articles_in_an_empty_site_become_pages(small_site: Path, jelaskan: Run) -> None:
    result = jelaskan("build", "--root", small_site)

    assert result.returncode == 0, result.stderr
    assert (small_site / "content/explainers/banjir-kiriman.id.yaml").exists()
    assert (small_site / "content/explainers/night-buses.en.yaml").exists()
    pages = tree(small_site / "build")
    assert "Perahu kami cuma dua" in pages["id/banjir-kiriman/index.html"].decode()
    assert "I would rather be wrong on the low side" in pages["night-buses/index.html"].decode()


@pytest.mark.parametrize("command", ["build", "draft", "check", "serve"])
def test_a_folder_without_a_site_says_what_was_looked_for(
    command: str, tmp_path: Path, jelaskan: Run
) -> None:
    result = jelaskan(command, "--root", tmp_path)

    assert result.returncode == 1
    printed = result.stdout + result.stderr
    assert (
        f"seeds:1:1: R10: no site is here: {tmp_path} has neither seeds/"
        in result.stdout + result.stderr
    )
    assert "hint: begin one with `jelaskan init`" in printed
    assert not (tmp_path / "build").exists()


def test_a_site_near_the_wrong_folder_is_named(small_site: Path, jelaskan: Run) -> None:
    (small_site / "notes").mkdir()
    for wrong in (small_site / "notes", small_site.parent):
        result = jelaskan("build", "--root", wrong)

        assert f"there is a site in {small_site}: go there" in result.stderr
        assert f"`--root '{small_site}'`" in result.stderr


@pytest.mark.parametrize("wrong", ["content/explainers", "."], ids=["in a site", "above a site"])
def test_an_article_does_not_begin_a_site_near_another(
    wrong: str, small_site: Path, jelaskan: Run
) -> None:
    (small_site / "content/explainers").mkdir(parents=True)
    article = small_site / "seeds/night-buses.txt"
    root = small_site.parent if wrong == "." else small_site / wrong

    before = tree(root)
    result = jelaskan("new", article, "--root", root, "--slug", "buses")

    assert result.returncode == 1
    assert f"R10: no site is here: {root}" in result.stderr
    assert tree(root) == before


def test_an_article_begins_a_site_where_none_is_near(small_site: Path, jelaskan: Run) -> None:
    (small_site / "seeds").rename(small_site / "articles")
    root = small_site / "new"
    root.mkdir()

    result = jelaskan("new", small_site / "articles/night-buses.txt", "--root", root)

    assert result.returncode == 0, result.stderr
    assert len(tree(root)) == 1


def test_a_site_with_nothing_to_show_says_so(tmp_path: Path, jelaskan: Run) -> None:
    (tmp_path / "seeds").mkdir()

    result = jelaskan("build", "--root", tmp_path)

    assert result.returncode == 0
    assert "seeds:1:1: R11: warning: no article is in seeds/" in result.stderr


def test_a_draft_passes_the_check_without_an_error(small_site: Path, jelaskan: Run) -> None:
    jelaskan("draft", "--root", small_site)

    result = jelaskan("check", "--root", small_site)

    assert result.returncode == 0, result.stderr


def test_a_file_of_the_editor_is_never_overwritten(small_site: Path, jelaskan: Run) -> None:
    jelaskan("draft", "--root", small_site)
    explainer = small_site / "content/explainers/night-buses.en.yaml"
    explainer.write_text(explainer.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    mine = explainer.read_bytes()

    jelaskan("draft", "--root", small_site)
    jelaskan("build", "--root", small_site)

    assert explainer.read_bytes() == mine


def test_hidden_files_of_editors_and_systems_are_left_alone(
    small_site: Path, jelaskan: Run
) -> None:
    jelaskan("draft", "--root", small_site)
    explainers, templates = small_site / "content/explainers", small_site / "templates"
    templates.mkdir()
    (explainers / "._night-buses.en.yaml").write_bytes(b"\0\5\26\7\0\2\0\0Mac OS X")
    (explainers / "night-buses.en.yaml~").write_text("an older one", encoding="utf-8")
    for lock in (explainers / ".#night-buses.en.yaml", templates / ".#base.html"):
        lock.symlink_to("editor@desk.4711:1")

    result = jelaskan("build", "--root", small_site)

    assert result.returncode == 0, result.stderr
    assert "content/explainers/." not in result.stderr


def test_a_slip_in_a_template_stops_the_build_and_leaves_the_site(
    small_site: Path, jelaskan: Run
) -> None:
    jelaskan("build", "--root", small_site)
    before = tree(small_site / "build")
    template = small_site / "templates/base.html"
    template.parent.mkdir()
    template.write_text(
        '{% extends "packaged/base.html" %}{% block foot %}{{ titel }}{% endblock %}'
    )

    result = jelaskan("build", "--root", small_site)

    assert result.returncode == 1
    assert "templates/base.html:1:54: H03: nothing here has this name: titel\n" in result.stderr
    assert "hint: did you mean “title”?" in result.stderr
    assert "errors: 1, " in result.stderr
    assert tree(small_site / "build") == before


def test_a_language_of_the_site_without_a_pack_stops_the_build(
    small_site: Path, jelaskan: Run
) -> None:
    (small_site / "content").mkdir()
    settings = small_site / "content/site.yaml"
    settings.write_text("languages:\n  - xx\n  - idn\n  - en\n  -\n", encoding="utf-8")

    result = jelaskan("build", "--root", small_site)

    assert result.returncode == 1
    assert [line for line in result.stderr.splitlines() if "|" not in line] == [
        "content/site.yaml:2:5: C07: no language pack has this code: xx",
        "  hint: there are: en, id, ms",
        "content/site.yaml:3:5: C07: no language pack has this code: idn",
        "  hint: did you mean “id”?",
        "content/site.yaml:5:4: Y12: item 4 of `languages` has no value",
        "  hint: write one after the colon, or delete the key",
        "errors: 3, warnings: 0",
        "build/ is as it was",
    ]
    assert not (small_site / "build").exists()


def test_one_language_alone_needs_a_pack_too(small_site: Path, jelaskan: Run) -> None:
    (small_site / "content").mkdir()
    (small_site / "content/site.yaml").write_text("languages: xx\n", encoding="utf-8")

    result = jelaskan("build", "--root", small_site)

    assert result.returncode == 1
    assert "content/site.yaml:1:12: C07: no language pack has this code: xx\n" in result.stderr


def test_one_changed_word_stops_the_build_and_leaves_the_site(
    small_site: Path, jelaskan: Run
) -> None:
    jelaskan("build", "--root", small_site)
    before = tree(small_site / "build")
    explainer = small_site / "content/explainers/banjir-kiriman.id.yaml"
    text = explainer.read_text(encoding="utf-8")
    explainer.write_text(text.replace("Perahu kami cuma dua", "Perahu kami cuma tiga"), "utf-8")

    result = jelaskan("build", "--root", small_site)

    assert result.returncode == 1
    place = re.search(
        r"^content/explainers/banjir-kiriman\.id\.yaml:(\d+):(\d+): Q\d+: .*Perahu kami cuma tiga",
        result.stderr,
        re.MULTILINE,
    )
    assert place, result.stderr
    line = explainer.read_text(encoding="utf-8").splitlines()[int(place[1]) - 1]
    assert "Perahu kami cuma tiga" in line
    assert re.search(
        r"hint: .*seeds/banjir-kiriman\.txt:\d+:\d+: .*Perahu kami cuma dua", result.stderr
    ), result.stderr
    assert "Traceback" not in result.stderr
    assert tree(small_site / "build") == before


def test_builds_are_the_same_wherever_and_whenever(
    small_site: Path, tmp_path: Path, jelaskan: Run
) -> None:
    other = tmp_path / "elsewhere" / "s"
    shutil.copytree(small_site, other)

    jelaskan("build", "--root", small_site, TZ="Asia/Jakarta", LC_ALL="C", PYTHONHASHSEED="1")
    jelaskan("build", "--root", other, TZ="America/New_York", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")

    assert tree(small_site / "content") == tree(other / "content")
    assert tree(small_site / "build") == tree(other / "build")
    assert len(tree(other / "build")) >= 2


def test_every_link_leads_to_something(small_site: Path, jelaskan: Run) -> None:
    jelaskan("build", "--root", small_site)
    build = small_site / "build"
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in build.rglob("*.html")}

    dead = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            known = pages[target].ids | {""} if target in pages else {parts.fragment}
            if not target.is_file() or unquote(parts.fragment) not in known:
                dead.append(f"{path.relative_to(build)} -> {link}")

    assert len(pages) >= 4
    assert dead == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_killed_build_leaves_a_whole_site(small_site: Path, jelaskan: Run) -> None:
    """Every page carries the site's title: a mixture of two builds would show two of them."""
    settings = small_site / "content/site.yaml"
    jelaskan("build", "--root", small_site)
    whole = []
    for title in ("Pertama", "Kedua"):
        settings.write_text(f"title: {title}\n", "utf-8")
        jelaskan("build", "--root", small_site)
        whole.append(tree(small_site / "build"))
    assert whole[0] != whole[1]
    chance = random.Random(20241203)
    command = [sys.executable, "-c", "from jelaskan.cli import main; main()", "build"]
    started = time.monotonic()
    subprocess.run([*command, "--root", small_site], check=True, capture_output=True)
    lasts = time.monotonic() - started

    for number in range(50):
        settings.write_text(f"title: {'Pertama' if number % 2 else 'Kedua'}\n", "utf-8")
        build = subprocess.Popen(
            [*command, "--root", small_site], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0, lasts * 1.1))
        os.kill(build.pid, signal.SIGKILL)
        build.wait()

        assert tree(small_site / "build") in whole, f"kill number {number}"
