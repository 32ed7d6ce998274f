"""Articles as people have them become seeds, asking for nothing that can be found."""

import os
import pty
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from docx import Document

from jelaskan.read.incoming import read_file
from support import Run

PAGE = """<!doctype html><html lang="en"><head><title>Ferry stays in port</title>
<meta property="og:site_name" content="The Quay Post">
<meta property="article:published_time" content="2026-01-09T08:00:00Z"></head>
<body><nav>Home</nav><article><h1>Ferry stays in port</h1>
<p>The ferry to Orsay will stay in port until Friday, the harbour master said on Thursday, because
a storm from the north has torn two of the ropes that hold the quay's floating bridge.</p>
<p>“Nobody crosses in this,” said Ada Finch, the harbour master. “Not even the seals.” She said
about 40 travellers were waiting in the hall of the old customs house.</p></article></body></html>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/seeds").mkdir(parents=True)
    return tmp_path / "site"


def seed(site: Path, name: str) -> str:
    return (site / "seeds" / name).read_text(encoding="utf-8")


@pytest.fixture
def address() -> Iterator[str]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the library's name
            self.send_response(200 if self.path == "/ferry" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_text_gets_its_first_line_as_headline_and_its_language(
    tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    text = "Bandara baru dibuka\n\nMenteri Budi mengatakan bandara itu dibuka pada Senin.\n"
    (tmp_path / "berita.txt").write_text(text, encoding="utf-8")

    result = jelaskan("new", tmp_path / "berita.txt", "--root", site, "--published", "2026-02-01")

    assert result.returncode == 0, result.stderr
    assert seed(site, "bandara-baru-dibuka.txt") == (
        '---\nheadline: Bandara baru dibuka\npublished: "2026-02-01"\nlanguage: id\n---\n'
        "Menteri Budi mengatakan bandara itu dibuka pada Senin.\n"
    )


def test_a_page_of_the_web_says_who_published_it_and_when(
    site: Path, address: str, jelaskan: Run
) -> None:
    result = jelaskan("new", f"{address}/ferry", "--root", site)

    assert result.returncode == 0, result.stderr
    text = seed(site, "ferry-stays-in-port.txt")
    assert text.startswith("---\nheadline: Ferry stays in port\npublisher: The Quay Post\n")
    assert f'url: "{address}/ferry"\npublished: "2026-01-09"\nlanguage: en\n---\n' in text
    assert "“Nobody crosses in this,” said Ada Finch" in text
    assert "Home" not in text


def test_a_saved_page_is_read_like_one_on_the_web(
    tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")

    assert jelaskan("new", tmp_path / "page.html", "--root", site).returncode == 0
    assert "publisher: The Quay Post" in seed(site, "ferry-stays-in-port.txt")


def test_a_page_that_is_not_there_is_a_problem(site: Path, address: str, jelaskan: Run) -> None:
    result = jelaskan("new", f"{address}/other", "--root", site)

    assert result.returncode == 1
    assert f"{address}/other:1:1: N01: the page cannot be read: the server answers 404" in (
        result.stderr
    )
    assert list((site / "seeds").iterdir()) == []


def test_a_word_file_gives_its_title_and_paragraphs(
    tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    document = Document()
    document.add_heading("Ferry stays in port", 0)
    document.add_paragraph("The ferry will stay in port, Ada Finch said on Thursday.")
    document.add_paragraph("“Nobody crosses in this,” she said.")
    document.save(str(tmp_path / "ferry.docx"))

    assert jelaskan("new", tmp_path / "ferry.docx", "--root", site).returncode == 0
    assert seed(site, "ferry-stays-in-port.txt") == (
        "---\nheadline: Ferry stays in port\nlanguage: en\n---\n"
        "The ferry will stay in port, Ada Finch said on Thursday.\n\n"
        "“Nobody crosses in this,” she said.\n"
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"plain text"])
def test_a_damaged_word_file_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cut.docx").write_bytes(content)

    incoming, (problem,) = read_file(tmp_path / "cut.docx")

    assert incoming is None
    assert problem.code == "N02"


@pytest.mark.parametrize("damaged", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
@pytest.mark.parametrize("content", [None, b"", b"<a/>", b"<w:cut"])
def test_a_word_file_with_a_damaged_part_is_a_problem(
    damaged: str, content: bytes | None, tmp_path: Path
) -> None:
    document = Document()
    document.add_paragraph("The ferry will stay in port.")
    document.save(str(tmp_path / "whole.docx"))
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    with zipfile.ZipFile(tmp_path / "damaged.docx", "w") as archive:
        for name, part in parts.items():
            if name != damaged:
                archive.writestr(name, part)
            elif content is not None:
                archive.writestr(name, content)

    incoming, problems = read_file(tmp_path / "damaged.docx")

    assert incoming is None
    assert [problem.code for problem in problems] == ["N02"]


def test_a_file_of_another_kind_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7")

    incoming, (problem,) = read_file(tmp_path / "page.pdf")

    assert incoming is None
    assert str(problem) == (
        "page.pdf:1:1: N02: page.pdf is of a kind that cannot be read\n"
        "  hint: save the article as one of .txt, .md, .html, .htm, .docx"
    )


def test_a_first_sentence_is_no_headline(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.\n\nIt fell all day.\n", encoding="utf-8")

    incoming, _ = read_file(tmp_path / "a.txt")

    assert incoming is not None
    assert "headline" not in incoming.head
    assert incoming.text == "Rain fell.\n\nIt fell all day.\n"


def test_a_seed_is_never_written_over(tmp_path: Path, site: Path, jelaskan: Run) -> None:
    (tmp_path / "a.md").write_text("# Rain\n\nRain fell, **Ann Lee** said.\n", encoding="utf-8")
    jelaskan("new", tmp_path / "a.md", "--root", site)
    before = seed(site, "rain.md")

    again = jelaskan("new", tmp_path / "a.md", "--root", site)
    other = jelaskan("new", tmp_path / "a.md", "--root", site, "--slug", "rain-again")

    assert again.returncode == 1
    assert "seeds/rain.md:1:1: F10: seeds/ has an article of this name: rain.md" in again.stderr
    assert seed(site, "rain.md") == before
    assert other.returncode == 0


def test_a_seed_is_told_by_its_slug_and_not_by_its_file(
    tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    (tmp_path / "a.txt").write_text(
        "Rain/Snow: who wins?/\n\nRain fell all of the day, Ann Lee said.\n", encoding="utf-8"
    )
    (site / "seeds/Heavy Rain.html").write_text(PAGE, encoding="utf-8")

    taken = jelaskan("new", tmp_path / "a.txt", "--root", site, "--slug", "heavy-rain")
    other = jelaskan("new", tmp_path / "a.txt", "--root", site)

    assert "seeds/ has an article of this name: Heavy Rain.html" in taken.stderr
    assert taken.returncode == 1
    assert other.stdout.startswith("wrote seeds/rain-snow-who-wins.txt\n")


@pytest.mark.parametrize(
    ("option", "value", "problem"),
    [
        pytest.param(
            "--published",
            "yesterday",
            "--published:1:1: Y15: --published: a whole date is written 2024-12-03",
            id="no day",
        ),
        pytest.param(
            "--published",
            "2026-02-30",
            "--published:1:1: Y15: --published: no calendar has this date: “2026-02-30”",
            id="a day that no calendar has",
        ),
        pytest.param("--url", "a.example", "--url:1:1: Y15: --url: an address", id="no address"),
        pytest.param(
            "--language", "xx", "a.txt:1:1: R03: there is no language pack “xx”", id="no language"
        ),
    ],
)
def test_an_option_that_cannot_be_so_is_a_problem_and_nothing_is_written(
    option: str, value: str, problem: str, tmp_path: Path, site: Path, jelaskan: Run
) -> None:
    (tmp_path / "a.txt").write_text("Rain\n\nRain fell, Ann Lee said.\n", encoding="utf-8")

    result = jelaskan("new", tmp_path / "a.txt", "--root", site, option, value)

    assert result.returncode == 1
    assert result.stderr.startswith(problem)
    assert list((site / "seeds").iterdir()) == []


def test_what_nobody_knows_of_an_article_is_told(tmp_path: Path, site: Path, jelaskan: Run) -> None:
    (tmp_path / "a.txt").write_text("Rain\n\nRain fell, Ann Lee said.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "Hail\n\nThursday, June 12, 2025\n\nHail fell on Monday, Ann Lee said.\n", encoding="utf-8"
    )

    first = jelaskan("new", tmp_path / "a.txt", "--root", site)
    second = jelaskan("new", tmp_path / "b.txt", "--root", site, "--publisher", "The Quay Post")
    third = jelaskan("new", tmp_path / "a.txt", "--root", site, "--published", "2026-02-18")

    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stderr.startswith(
        "seeds/rain.txt:1:1: R15: warning: the head has no `publisher`, `published`\n"
        "  hint: write `published: 2026-02-18` into it: without the day, “Monday” and dates"
    )
    assert second.stderr.startswith(
        "seeds/hail.txt:1:1: R15: warning: the head has no `published`\n"
        "  hint: write `published: 2025-06-12` into it, if “Thursday, June 12, 2025” is its day\n"
    )
    assert "R15" not in third.stderr


def test_a_wrong_answer_is_asked_for_again_and_costs_no_other(tmp_path: Path, site: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Rain fell on Monday, Ann Lee said.\n\nThursday, June 12, 2025\n", encoding="utf-8"
    )

    shown, code = answer(
        ["Rain at last", "The Quay Post", "last week", "2025-02-30", ""],
        ["new", str(tmp_path / "a.txt"), "--root", str(site)],
    )

    assert code == 0, shown
    assert seed(site, "rain-at-last.txt").startswith(
        '---\nheadline: Rain at last\npublisher: The Quay Post\npublished: "2025-06-12"\n'
    )
    assert shown.count("[2025-06-12]: ") == 3
    assert "a whole date is written 2024-12-03" in shown
    assert "no calendar has this date" in shown


def answer(answers: list[str], arguments: list[str]) -> tuple[str, int]:
    """Return what a command shows on a terminal, each question answered, and its exit code."""
    ours, its = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "jelaskan", *arguments],
        stdin=its,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "JELASKAN_LANGUAGE": "en"},
    ) as process:
        os.close(its)
        os.write(ours, "".join(f"{one}\n" for one in answers).encode())
        shown, _ = process.communicate(timeout=60)
    os.close(ours)
    return shown.decode(), process.returncode
