import sys
from pathlib import Path

import pytest

from jelaskan.model.article import Article
from jelaskan.problems import Problem
from jelaskan.read.html import SavedPage
from jelaskan.read.seed import read_seed, read_seeds

PAGE = """<!doctype html><html lang="id"><head><title>Beras mahal - Koran Kita</title>
<meta property="og:site_name" content="Koran Kita">
<meta property="article:published_time" content="2026-03-02T23:00:00+07:00">
<meta name="author" content="Budi Santoso; Ani Lestari">
<link rel="canonical" href="https://koran.example/beras"></head>
<body><nav>Beranda Politik Olahraga</nav><article><h1>Beras mahal</h1>
<p>Harga beras di pasar induk naik pekan ini, kata pedagang kepada wartawan di Semarang.</p>
<p>“Kami menunggu pasokan baru dari petani,” kata Budi Santoso, ketua himpunan pedagang.</p>
<p>Kenaikan itu terjadi setelah panen di beberapa daerah terlambat karena hujan.</p></article>
<footer>Hak cipta Koran Kita</footer></body></html>"""


def seed(folder: Path, text: str, name: str = "beras.txt") -> tuple[Article | None, list[str]]:
    (folder / name).write_bytes(text.encode())
    article, problems = read_seed(folder / name, folder)
    return article, shown(problems)


def shown(problems: tuple[Problem, ...]) -> list[str]:
    assert all(problem.hint for problem in problems)
    return [str(problem).splitlines()[0] for problem in problems]


def test_head_fields_are_read_and_the_text_stays_as_published(tmp_path: Path) -> None:
    article, problems = seed(
        tmp_path,
        "\ufeff---\r\nheadline: 'Beras: mahal'\r\nbyline: [Ani, Budi]\r\nlanguage: id-ID\r\n"
        "published: 2026-03-02\r\n---\r\n\r\nHarga  naik.\r\n---\r\nSelesai\u00a0.",
    )

    assert problems == []
    assert article is not None
    assert article.text == "\r\nHarga  naik.\r\n---\r\nSelesai\u00a0."
    assert (article.slug, article.language, article.path) == ("beras", "id", "beras.txt")
    assert (article.headline, article.byline) == ("Beras: mahal", ("Ani", "Budi"))
    assert article.published == "2026-03-02"
    assert str(article.position(article.text.index("naik"))) == "beras.txt:8:8"


def test_a_text_without_head_fields_is_all_text(tmp_path: Path) -> None:
    text = "Menteri itu mengatakan bahwa harga beras akan turun pada bulan depan.\n"

    article, problems = seed(tmp_path, text)

    assert problems == []
    assert article is not None
    assert (article.text, article.language, article.first_line) == (text, "id", 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\nHarga beras yang naik itu akan turun.\n", id="never closed"),
        pytest.param("---\nHarga beras yang naik itu akan turun.\n---\nIsi\n", id="prose between"),
        pytest.param("--- \nKata ahli: harga beras yang naik itu.\n", id="a colon in the text"),
        pytest.param("----\nlanguage: id\n----\nHarga beras yang naik itu.\n", id="four hyphens"),
    ],
)
def test_a_text_that_begins_with_a_rule_is_text(text: str, tmp_path: Path) -> None:
    article, problems = seed(tmp_path, text)

    assert problems == []
    assert article is not None
    assert article.text == text


def test_markdown_gives_its_words(tmp_path: Path) -> None:
    article, _ = seed(tmp_path, "---\nlanguage: id\n---\n# Beras\n\n*Harga* naik.\n", "beras.md")

    assert article is not None
    assert article.text == "Beras\n\nHarga naik.\n"


def test_faults_of_the_head_are_shown_together_at_their_places(tmp_path: Path) -> None:
    article, problems = seed(
        tmp_path, "---\nlanguage: xx\npublshed: 2026\nurl: koran\n---\nHarga\ufffdnaik\n"
    )

    assert article is None
    assert problems == [
        "beras.txt:2:11: R03: there is no language pack “xx”",
        "beras.txt:3:1: Y10: unknown key `publshed`",
        "beras.txt:3:11: Y15: `published`: a whole date is written 2024-12-03: “2026”",
        (
            "beras.txt:4:6: Y15: `url`: an address begins with https:// or http:// "
            "and has no spaces: “koran”"
        ),
        "beras.txt:6:6: R06: warning: a letter is lost, shown as “\ufffd”: “Harga\ufffdnaik”",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "1:1: R04: the seed has no text", id="an empty file"),
        pytest.param("---\nlanguage: id\n---\n \n", "1:1: R04: the seed has no text", id="no text"),
        pytest.param("Harga\nnaik\x01 lagi", "2:5: R05: a control character", id="control"),
        pytest.param("Harga\0naik", "1:1: F05: this is not a text file", id="zero byte"),
    ],
)
def test_a_text_that_cannot_be_used_is_an_error(text: str, expected: str, tmp_path: Path) -> None:
    article, problems = seed(tmp_path, text)

    assert article is None
    assert problems[0].startswith(f"beras.txt:{expected}")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Harga \ufffdnaik\ufffd.", "R06", id="lost letters"),
        pytest.param("â€œHarga naikâ€\x9d", "R07", id="quotation marks garbled"),
        pytest.param("Ia naÃ¯ve sekali.", "R07", id="accents garbled"),
        pytest.param("Harga \x93naik\x94.", "R07", id="marks read as Latin-1"),
    ],
)
def test_damage_is_named_and_never_mended(text: str, code: str, tmp_path: Path) -> None:
    article, problems = seed(tmp_path, f"---\nlanguage: id\n---\n{text}")

    assert article is not None
    assert article.text == text
    assert [problem.split(": ")[1:3] for problem in problems] == [[code, "warning"]]


def test_a_saved_page_gives_its_article_and_its_head(tmp_path: Path) -> None:
    article, problems = seed(tmp_path, PAGE, "Beras Mahal.html")

    assert problems == []
    assert article is not None
    assert article.slug == "beras-mahal"
    assert article.text == (
        "Harga beras di pasar induk naik pekan ini, kata pedagang kepada wartawan di Semarang.\n\n"
        "“Kami menunggu pasokan baru dari petani,” kata Budi Santoso, ketua himpunan pedagang.\n\n"
        "Kenaikan itu terjadi setelah panen di beberapa daerah terlambat karena hujan.\n"
    )
    assert (article.headline, article.publisher) == ("Beras mahal", "Koran Kita")
    assert (article.published, article.url) == ("2026-03-02", "https://koran.example/beras")
    assert article.byline == ("Budi Santoso", "Ani Lestari")


def test_places_in_a_page_are_those_of_its_file(tmp_path: Path) -> None:
    page = PAGE.replace("pedagang kepada", "<a href='x'>pedagang</a>\n   kepada")
    page = page.replace("</article>", "<ul><li>Beras ketan</li><li>Gula</li></ul></article>")
    page = page.replace("kata Budi", "ka\u00adta&nbsp;Bud&#105;")
    (tmp_path / "beras.html").write_text(f"---\nlanguage: id\n---\n{page}", encoding="utf-8")
    article, problems = read_seed(tmp_path / "beras.html", tmp_path)
    lines = (tmp_path / "beras.html").read_text(encoding="utf-8").split("\n")

    assert problems == ()
    assert article is not None
    for words, source in [
        ("pedagang kepada", "pedagang</a>"),
        ("kepada wartawan", "kepada wartawan"),
        ("i Santoso", "&#105; Santoso"),
        ("Kenaikan", "Kenaikan itu"),
        ("ketan", "ketan<"),
    ]:
        place = article.position(article.text.index(words))
        assert lines[place.line - 1][place.column - 1 :].startswith(source)


def test_a_line_that_the_page_writes_otherwise_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Kenaikan itu terjadi setelah panen.\n\nHarga beras di pasar induk naik\n"
    monkeypatch.setattr("jelaskan.read.seed.read_page", lambda *_: (SavedPage(text, {}), ()))
    article, problems = seed(tmp_path, PAGE, "beras.html")

    assert article is not None
    assert str(article.position(text.index("Kenaikan"))) == "beras.html:1:1"
    assert str(article.position(text.index("pasar"))) == "beras.html:7:19"
    (problem,) = problems
    assert problem == (
        "beras.html:1:1: R13: warning: the page's source writes some lines otherwise, the first: "
        "“Kenaikan itu terjadi setelah panen. Har”"
    )


def test_written_head_fields_come_before_those_of_the_page(tmp_path: Path) -> None:
    head = "---\nheadline: Beras\nlanguage: id\n---\n"

    article, problems = seed(tmp_path, head + PAGE, "beras.html")

    assert problems == []
    assert article is not None
    assert (article.headline, article.publisher) == ("Beras", "Koran Kita")


def test_a_page_without_an_article_is_a_problem(tmp_path: Path) -> None:
    article, problems = seed(tmp_path, "<html><body></body></html>", "beras.html")

    assert article is None
    assert problems == ["beras.html:1:1: R09: no article was found in this page"]


def test_without_trafilatura_the_install_command_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "beras.html").write_text(PAGE)

    article, problems = read_seed(tmp_path / "beras.html", tmp_path)

    assert article is None
    assert problems[0].code == "R08"
    assert 'pip install "jelaskan[web]"' in problems[0].hint


def test_a_folder_gives_its_articles_by_slug_and_all_problems(tmp_path: Path) -> None:
    for name in ("Beras.md", "beras.txt", "zaitun.txt", "apel.txt"):
        (tmp_path / name).write_text("---\nlanguage: id\n---\nHarga naik.\n")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    (tmp_path / "zaitun_files").mkdir()

    articles, problems = read_seeds(tmp_path, tmp_path)

    assert [article.slug for article in articles] == ["apel", "zaitun"]
    assert shown(problems) == [
        "beras.txt:1:1: R02: two seeds have the slug “beras”: Beras.md, beras.txt",
        "foto.jpg:1:1: R01: warning: foto.jpg is no seed, and is left out",
    ]


def test_a_folder_that_is_not_there_has_no_seeds(tmp_path: Path) -> None:
    assert read_seeds(tmp_path / "seeds", tmp_path) == ((), ())


def test_an_article_without_a_pack_is_a_problem_and_no_article(tmp_path: Path) -> None:
    text = "Le maire a annoncé que la bibliothèque rouvrira bientôt, après deux ans de travaux.\n"

    article, problems = seed(tmp_path, f"---\nheadline: Le maire\n---\n{text * 5}")

    assert article is None
    assert problems == ["beras.txt:4:1: R12: no language pack for this article; packs: en, id, ms"]


@pytest.mark.parametrize("written", ["id", "ID", "id-ID", "id_ID"])
def test_a_language_in_the_head_is_believed(written: str, tmp_path: Path) -> None:
    article, problems = seed(
        tmp_path, f"---\nlanguage: {written}\n---\n" + "Le maire est ici. " * 40
    )

    assert problems == []
    assert article is not None
    assert article.language == "id"
