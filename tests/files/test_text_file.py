import codecs
import os
from pathlib import Path

import pytest

from jelaskan.files.text_file import MAX_BYTES, decode_text, read_text

TEXT = "“Harga naik,” kata Budi.\r\nNaïve – café.\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param(TEXT.encode(), "utf-8", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), "utf-8", id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", id="UTF-16 LE"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", id="UTF-16 BE"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", id="UTF-16 LE without a mark"),
        pytest.param(TEXT.encode("utf-16-be"), "utf-16-be", id="UTF-16 BE without a mark"),
        pytest.param(TEXT.encode("cp1252"), "cp1252", id="Windows-1252"),
    ],
)
def test_text_comes_back_with_its_line_ends_and_without_its_mark(
    content: bytes, encoding: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(content)

    file, problems = read_text(tmp_path / "a.txt", tmp_path)

    assert file is not None
    assert (file.text, file.encoding, file.path) == (TEXT, encoding, "a.txt")
    assert [problem.code for problem in problems] == ([] if encoding == "utf-8" else ["F06"])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("He said “no” — it’s naïve.", "cp1252", id="a short English text"),
        pytest.param("Menurut Budi, harga “naik” Rp 5.000.", "cp1252", id="two marks alone"),
        pytest.param(
            "Привет, мир. Это статья о ценах на хлеб в Москве и области.", "cp1251", id="Russian"
        ),
        pytest.param("Příliš žluťoučký kůň úpěl ďábelské ódy. Ceny rostou.", "cp1250", id="Czech"),
        pytest.param("今日は米の価格が上がった。", "cp932", id="Japanese"),
    ],
)
def test_a_legacy_encoding_is_told_and_named(text: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))

    file, problems = read_text(tmp_path / "a.txt", tmp_path)

    assert file is not None
    assert file.text == text
    (problem,) = problems
    assert problem.severity == "warning"
    assert "not UTF-8" in problem.message


ENGLISH = """“We had £27,400 set aside for the roof,” the warden said – “and it’s gone.” The
council’s report, published on Tuesday, didn’t say who had signed the order for £3m.
"""
LEGACY = {
    "Indonesian": ("cp1252", "“Kami belum tahu,” kata Kepala Dinas – yang baru dilantik – Jum’at."),
    "English": ("cp1252", ENGLISH),
    "English with a sum": (
        "cp1252",
        "The council set £27,400 aside, and agreed to spend £400 – it did.",
    ),
    "English with names": (
        "cp1252",
        "Zoë Hartwell, Søren Kjær, Begoña Ibáñez, Åsa Björk, Jördis Weiß and Þórdís paid £27,400.",
    ),
    "French": (
        "cp1252",
        (
            "« Nous n’avons reçu aucune réponse », a déclaré la maire à l’issue du conseil. Une sœur "
            "du propriétaire a déposé plainte : 3 000 € manqueraient. La fête de l’été n’aura pas lieu."
        ),
    ),
    "German": (
        "cp1252",
        (
            "„Wir können die Brücke nicht länger öffnen“, sagte Jördis Weiß. Größere Lastwagen müssen "
            "über Süden fahren – die Straße bleibt gesperrt."
        ),
    ),
    "Spanish": (
        "cp1252",
        (
            "«No vamos a esperar más», afirmó Begoña Ibáñez el miércoles. ¿Quién pagará la reparación? "
            "¡Ni un día más!, dijo un señor de la asociación."
        ),
    ),
    "Portuguese": (
        "cp1252",
        (
            "“Não vamos aceitar mais atrasos”, disse a presidente da câmara, Inês Guimarães. A obra "
            "começou em março e não tem conclusão à vista. Os moradores pedem soluções."
        ),
    ),
    "Polish": (
        "cp1250",
        (
            "„Nie będziemy dłużej czekać” – powiedziała wójt gminy Żabieniec, Grażyna Świątek. Most "
            "zostanie zamknięty, a koszty naprawy sięgną dwóch milionów złotych."
        ),
    ),
    "Polish after ISO": (
        "iso8859_2",
        (
            "Nie będziemy dłużej czekać, powiedziała wójt gminy Żabieniec, Grażyna Świątek. Most "
            "zostanie zamknięty, a koszty naprawy sięgną dwóch milionów złotych."
        ),
    ),
    "Hungarian": (
        "cp1250",
        (
            "„Nem várhatunk tovább” – mondta a község polgármestere. A híd őszig zárva marad, a "
            "felújítás költsége kétmillió forint. A kerülőút túl hosszú, és az új busz sem elég sűrű."
        ),
    ),
    "Russian": ("cp1251", "«Мы не можем ждать», — заявила глава посёлка. Мост закроют до осени."),
    "Russian from Unix": ("koi8_r", "Мы больше не можем ждать, заявила в среду глава посёлка."),
    "Turkish": (
        "cp1254",
        (
            "“Daha fazla bekleyemeyiz” dedi Belediye Başkanı Gülşah Yıldız. Köprü kapalı kalacak; "
            "onarım iki milyon liraya mal olacak. Mahalle sakinleri şikâyetçi, yağışlar sürüyor."
        ),
    ),
    "from an old Macintosh": ("mac_roman", ENGLISH),
}


@pytest.mark.parametrize("times", [1, 20], ids=["short", "long"])
@pytest.mark.parametrize(("encoding", "text"), LEGACY.values(), ids=LEGACY)
def test_windows_1252_counts_unless_another_reads_better(
    encoding: str, text: str, times: int, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes((text * times).encode(encoding))

    file, problems = read_text(tmp_path / "a.txt", tmp_path)

    assert file is not None
    assert file.text == text * times
    assert file.encoding == encoding
    assert [problem.code for problem in problems] == ["F06"]


def test_a_page_in_another_script_is_told_between_its_tags(tmp_path: Path) -> None:
    page = "<div class='article-text'><p class='paragraph'>Мост закроют до осени.</p></div>" * 9
    (tmp_path / "a.html").write_bytes(page.encode("cp1251"))

    file, _ = read_text(tmp_path / "a.html", tmp_path)

    assert file is not None
    assert file.text == page


def test_a_page_is_read_as_its_own_charset_says(tmp_path: Path) -> None:
    page = '<meta charset="ISO-8859-1"><p>Caf\xe9 \x93Senja\x94'
    (tmp_path / "a.html").write_bytes(page.encode("latin-1"))

    file, _ = read_text(tmp_path / "a.html", tmp_path)

    assert file is not None
    assert file.text.endswith("Café “Senja”")


def test_one_broken_letter_does_not_cost_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“Satu”\n“Dua”".encode()[:-1])

    file, problems = read_text(tmp_path / "a.txt", tmp_path)

    assert file is not None
    assert file.text == "“Satu”\n“Dua\ufffd"
    assert [str(problem).splitlines()[0] for problem in problems] == [
        "a.txt:2:5: F07: warning: the file is UTF-8 but for some bytes, which were read as “\ufffd”"
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("missing.txt", "F01", id="no such file"),
        pytest.param("folder", "F02", id="a folder"),
        pytest.param("pipe", "F02", id="a pipe, which would block"),
        pytest.param("large.txt", "F04", id="too large"),
        pytest.param("zeros.txt", "F05", id="a zero byte"),
        pytest.param("picture.txt", "F05", id="a picture"),
        pytest.param("packed.txt", "F05", id="bytes without a zero"),
        pytest.param("nul\0name", "F03", id="a name that no file has"),
        pytest.param("a.txt/b.txt", "F03", id="a file taken for a folder"),
    ],
)
def test_what_is_no_text_is_a_problem(name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    (tmp_path / "zeros.txt").write_bytes(b"abc\0def")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe")

    (tmp_path / "packed.txt").write_bytes(bytes(range(1, 256)) * 9)

    file, problems = read_text(tmp_path / name, tmp_path)

    assert file is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].hint


@pytest.mark.parametrize("charset", ["undefined", "unicode_escape", "hex", "utf-16"])
def test_a_charset_that_a_page_cannot_have_is_not_believed(charset: str) -> None:
    page = f"<meta charset={charset}>Caf\\ud800 ".encode() + b"\xe9"

    assert decode_text(page) == page.decode("cp1252")
    assert decode_text(page + b"!") == (page + b"!").decode("cp1252")
