"""What readers see of an explainer: every part, every claim with its proof, nothing mistaken."""

import re

import pytest

import library
from library import INDONESIAN, build, explainer_file
from markup import Document


def test_the_parts_stand_in_reading_order(document: Document) -> None:
    parts = ["short-answer", "contents", "figures", "who", "questions", "timeline", "glossary"]
    parts += ["article-perpustakaan", "about"]
    found = [each for each in document.ids if each in parts]

    assert found == parts


@pytest.mark.parametrize(
    ("updated", "expected"),
    [
        pytest.param(None, ["Terbit 12 Maret 2026"], id="published"),
        pytest.param("2026-03-12", ["Terbit 12 Maret 2026"], id="updated the same day"),
        pytest.param(
            "2026-03-13", ["Terbit 12 Maret 2026", "Diperbarui 13 Maret 2026"], id="updated later"
        ),
    ],
)
def test_the_days_of_the_page_itself_stand_below_its_headline(
    updated: str | None, expected: list[str]
) -> None:
    site = build([explainer_file({**INDONESIAN, "updated": updated})])

    page = re.sub("<[^>]+>", "", site["perpustakaan/index.html"].decode())
    assert re.findall(r"(?:Terbit|Diperbarui) \d+ \w+ \d{4}", page) == expected


def test_every_claim_leads_to_its_words_and_they_lead_back(document: Document) -> None:
    links = {each["href"] for each in document.all("a")}
    passages = [each["id"] for each in document.all("mark") if "id" in each]

    assert len(passages) == 8
    for passage in passages:
        assert f"#{passage}" in links
        assert f"#{passage.removeprefix('in-')}" in links
        assert passage.removeprefix("in-") in document.ids


def test_the_articles_words_are_untouched_by_marks_and_notes(document: Document) -> None:
    shown = "".join(
        words
        for around, words in document.words
        if {"article", "text"} <= set(around) and not {"aside", "small"} & set(around)
    )

    assert "".join(shown.split()) == "".join(library.ARTICLE.text.split())


def test_only_direct_words_are_in_a_blockquote_and_between_marks(document: Document) -> None:
    direct = document.text("blockquote")
    reported = document.text("reported")

    assert direct.strip().startswith("“Sedikitnya 40 orang")
    assert "biaya listrik" not in direct
    assert "Parafrase membantah bahwa : biaya listrik akan naik" in reported
    assert "“biaya" not in reported


def test_a_paraphrase_without_a_cue_of_its_own_says_how_it_was_meant() -> None:
    quotation = {**INDONESIAN["quotations"][1], "cue": None}  # type: ignore[index]
    site = build([explainer_file({**INDONESIAN, "quotations": [quotation]})])

    assert "membantah : biaya" in Document(site["perpustakaan/index.html"]).text("reported")


def test_a_translation_says_so_and_shows_the_original_in_its_language(english: Document) -> None:
    said = english.text("who")
    foreign = [each for each in english.all("span") if each.get("lang") == "id"]

    assert "Translated. Original:" in said
    assert "They need desks." in said
    assert "Paraphrase, translated" in said
    assert foreign[0]["dir"] == "ltr"


def test_the_role_is_the_one_held_on_the_day_of_the_page(document: Document) -> None:
    assert "kepala perpustakaan, Perpustakaan Lembah (per 12 Maret 2026)" in document.text("role")
    assert "pensiunan" not in document.text("who")


def test_a_bound_is_said_in_words_and_drawn_open(document: Document) -> None:
    figures = document.text("figures")

    assert "sedikitnya 40 orang" in figures
    assert "Ujungnya terbuka" in figures
    assert "Rp1,2 miliar" in figures


def test_years_are_drawn_as_a_line_with_what_happened_on_it(document: Document) -> None:
    assert "Garis dari tahun 1996 sampai 2026. Di antaranya: 2010." in document.text("figures")


def test_the_scale_of_a_number_is_not_part_of_its_digits(document: Document) -> None:
    digits = [words for around, words in document.words if "number" in around and "b" in around]

    assert digits == ["40", "30", "Rp1,2"]


def test_questions_are_numbered_as_the_glossary_counts_them(document: Document) -> None:
    assert "1. Siapa yang menunggu?" in document.text("questions")
    assert "2. Berapa biayanya?" in document.text("questions")


def test_a_term_names_its_day_where_it_is_not_the_day_of_the_page(document: Document) -> None:
    term = {**INDONESIAN["glossary"][1], "as_of": INDONESIAN["as_of"]}  # type: ignore[index,dict-item]
    same = explainer_file({**INDONESIAN, "glossary": ["jam-malam", term]})
    page = Document(build([same])["perpustakaan/index.html"])

    assert "Per 2026." in document.text("glossary")
    assert "Per Maret 2026." in page.text("glossary")
    assert "Per 12 Maret 2026." not in page.text("glossary")


def test_what_stands_side_by_side_is_parted_by_more_than_style(document: Document) -> None:
    def meta(part: str) -> str:
        return "".join(words for around, words in document.words if {part, "meta"} <= set(around))

    assert "Kabar Lembah\n11 Maret 2026" in meta("article")
    assert re.search(r"^\s*Oleh [^\n]+\nBerdasarkan ", meta("head"))


def test_an_inferred_date_says_so(document: Document) -> None:
    assert "Tanggal disimpulkan tahunnya dari tanggal terbit" in document.text("timeline")


def test_furniture_is_set_apart_from_the_story(document: Document) -> None:
    apart = document.text("furniture")
    paragraphs = [
        words for around, words in document.words if "text" in around and "furniture" not in around
    ]

    assert apart == f"Bukan bagian artikel {library.TEASER}"
    assert not any("BACA JUGA" in words for words in paragraphs)


def test_an_editors_note_stands_beside_its_words_and_not_in_them(document: Document) -> None:
    (note,) = document.all("aside")

    assert note["id"] == "note-1"
    assert "Artikel tidak menyebut tahunnya." in document.text("aside")


def test_a_term_is_a_button_once_in_each_section(document: Document) -> None:
    targets = [each["popovertarget"] for each in document.all("button")]
    popovers = [each["id"] for each in document.all("span") if "popover" in each]
    uses = [each for around, each in document.words if "term-jam-malam" in around or "dd" in around]

    assert targets.count("about-jam-malam") == 6
    assert targets.count("about-konsensus") == 1
    assert sorted(popovers) == ["about-jam-malam", "about-konsensus"]
    assert {"Jawaban singkat", "Pertanyaan 1", "Artikelnya"} <= set(uses)


def test_links_to_the_publisher_carry_the_words(document: Document) -> None:
    original = [each["href"] for each in document.all("a") if ":~:text=" in each["href"]]

    assert "https://kabar.example/perpustakaan-malam#:~:text=30%20tahun" in original


def test_sources_are_listed_once_and_numbered_in_page_order(document: Document) -> None:
    numbers = [int(each[7:]) for each in document.ids if re.fullmatch(r"source-\d+", each)]
    addresses = [
        each["href"] for each in document.all("a") if each["href"].startswith("https://lem")
    ]

    assert numbers == list(range(1, 8))
    assert addresses.count("https://lembah.example/antre") == 1


def test_people_and_topics_meet_in_a_table(document: Document) -> None:
    table = document.text("topics")

    assert table.split("Parafrase ")[0].split() == ["Siapa", "bicara", "soal", "apa", "Kutipan"]
    assert table.endswith("Parafrase Raras Widuri Panji Sadewa Jam buka 3 6 Biaya 5")


def test_without_topics_the_order_of_speech_is_shown() -> None:
    quotations = [{**each, "topic": None} for each in INDONESIAN["quotations"]]  # type: ignore[attr-defined]
    site = build([explainer_file({**INDONESIAN, "quotations": quotations})])
    page = Document(site["perpustakaan/index.html"])

    assert "Raras Widuri 1 kutipan langsung, 0 parafrase" in page.text("lanes")
    assert "Kapan setiap narasumber berbicara dalam artikel Kutipan Parafrase" in page.text("who")
    assert page.all("table") == []
