"""A Markdown seed gives plain words, and every letter keeps its place in the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jelaskan import languages
from jelaskan.extract import as_record, extract
from jelaskan.read.plain import read_markdown
from jelaskan.read.seed import read_seed
from support import assert_in_proportion


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("**Budi Santoso** mengatakan", "Budi Santoso mengatakan", id="strong"),
        pytest.param("__Budi__ dan _Ani_, *Tuti*.", "Budi dan Ani, Tuti.", id="other emphasis"),
        pytest.param("***Budi*** dan **Ani *Sri* Tuti**", "Budi dan Ani Sri Tuti", id="nested"),
        pytest.param("**“Kami siap,”** kata **Budi**nya", "“Kami siap,” kata Budinya", id="marks"),
        pytest.param("kata\n**Budi\nSantoso**", "kata\nBudi\nSantoso", id="over a line break"),
        pytest.param("## Harga beras ##\nnaik", "Harga beras ##\nnaik", id="a heading"),
        pytest.param("> *Kami siap*\n> terus", "Kami siap\nterus", id="a block quotation"),
        pytest.param("[Budi](https://a.example/b_c_d) kata", "Budi kata", id="a link"),
        pytest.param("[**Budi**](https://a.example 'B') kata", "Budi kata", id="a strong link"),
        pytest.param("a ![foto **x**](a.jpg) b", "a  b", id="a picture"),
        pytest.param("`kode *a*` dan \\*bintang\\*", "kode *a* dan *bintang*", id="code, escapes"),
        pytest.param("baris\\\nberikut", "baris\nberikut", id="a hard line break"),
    ],
)
def test_marks_go_and_words_stay(text: str, words: str) -> None:
    assert read_markdown(text)[0] == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("* beras\n* gula\n- garam\n1. teh", id="lists"),
        pytest.param("5*3 dan 4*2, 2 * 3 * 4", id="sums"),
        pytest.param("Rp 5.000* per kilo\n\n* belum termasuk pajak*", id="a footnote"),
        pytest.param("nama_berkas_panjang dan __ saja", id="underscores"),
        pytest.param("**Budi\n\nSantoso**", id="never closed in its paragraph"),
        pytest.param("[sic] dan [...] (catatan)", id="brackets"),
        pytest.param("****** dan ***", id="rules"),
        pytest.param("#beras naik, kata C# dan F#", id="hash signs"),
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert read_markdown(text)[0] == text


@given(
    st.lists(st.sampled_from(["*", "**", "_", "`", "[", "](a)", "a", " ", "\n", "#", ">", "\\"]))
)
def test_every_letter_has_its_place(parts: list[str]) -> None:
    text = "".join(parts)
    words, origin = read_markdown(text)

    assert "".join(text[origin.offset(at)] for at in range(len(words))) == words


@pytest.mark.parametrize(
    "piece", ["*a ", "**a** ", "[a", "_a* ", "`a", "a*", "> ", "\\*", "*a_ b* "]
)
def test_marks_are_read_in_proportion(piece: str) -> None:
    assert_in_proportion(read_markdown, piece, length=20_000)


def test_findings_and_places_are_those_of_the_file(tmp_path: Path) -> None:
    body = "# Beras\n\n“Harga **naik**,” kata **Budi Santoso** pada *3 Mei 2024*.\n"
    (tmp_path / "beras.md").write_text(f"---\nlanguage: id\n---\n{body}", encoding="utf-8")
    article, problems = read_seed(tmp_path / "beras.md", tmp_path)
    assert article is not None, problems

    statements = extract(article, languages.load("id"))
    record = as_record(article, statements)

    (quote,), (day,) = record["quotes"], record["dates"]
    assert quote["speaker"] == "Budi Santoso"
    assert body[quote["start"] : quote["end"]] == "Harga **naik"
    assert body[day["start"] : day["end"]] == "3 Mei 2024"
    assert str(article.position(article.text.index("Budi"))) == "beras.md:6:26"
