import pytest

from jelaskan.extract.furniture import find_furniture
from jelaskan.languages import load
from jelaskan.model.article import Article
from support import assert_in_proportion


def found_in(text: str, language: str = "id") -> list[tuple[str, str]]:
    article = Article("contoh", language, text, "seeds/contoh.txt")
    pieces = find_furniture(article, load(language))
    for piece in pieces:
        assert text[piece.mention.start : piece.mention.end] == piece.mention.text
    return [(piece.kind, piece.mention.text) for piece in pieces]


def titles_in(text: str, language: str = "id") -> list[str | None]:
    article = Article("contoh", language, text, "seeds/contoh.txt")
    return [
        piece.title.text if piece.title else None
        for piece in find_furniture(article, load(language))
        if piece.kind == "teaser"
    ]


LEAD = "Harga cabai naik lagi di pasar.\n"
NEXT = "\nPedagang mengeluh karena pembeli berkurang."


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            f"{LEAD}Baca juga: Harga Beras Turun di Lima Kota{NEXT}",
            ["Harga Beras Turun di Lima Kota"],
            id="on the same line",
        ),
        pytest.param(
            f"{LEAD}Baca juga:\nHarga Beras Turun di Lima Kota{NEXT}",
            ["Harga Beras Turun di Lima Kota"],
            id="on the next line",
        ),
        pytest.param(
            f"{LEAD}Baca Juga\nHarga Beras Turun di Lima Kota\nPasar Induk Tutup Dua Hari{NEXT}",
            ["Harga Beras Turun di Lima Kota", "Pasar Induk Tutup Dua Hari"],
            id="several below one label",
        ),
        pytest.param(f"{LEAD}Baca Juga{NEXT}", [None], id="none"),
        pytest.param(
            f"{LEAD}BACA JUGA: Harga Beras Turun di Lima KotaSementara pedagang cabai mengeluh "
            "karena pembeli berkurang.",
            ["Harga Beras Turun di Lima Kota"],
            id="glued to the next sentence",
        ),
        pytest.param(
            f"{LEAD}BACA JUGA: Harga Beras Turun di Lima KotaPedagang cabai mengeluh karena "
            "pembeli berkurang.",
            ["Harga Beras Turun di Lima Kota"],
            id="glued to a sentence without a connective",
        ),
        pytest.param(
            "Harga naik. Baca Juga: Harga Beras Turun di Lima Kota Dengan naiknya harga cabai, "
            "pedagang mulai mengeluh.",
            ["Harga Beras Turun di Lima Kota"],
            id="a space where the break was, and a connective",
        ),
        pytest.param(
            f"{LEAD}Baca juga: Cara Memakai WhatsApp di Dua Ponsel{NEXT}",
            ["Cara Memakai WhatsApp di Dua Ponsel"],
            id="a capital inside a name is no break",
        ),
        pytest.param(
            f'{LEAD}Baca juga: "Kami Tidak Takut!" Kata Pedagang{NEXT}',
            ['"Kami Tidak Takut!" Kata Pedagang'],
            id="a headline with marks",
        ),
    ],
)
def test_a_teaser_ends_with_its_headline(text: str, titles: list[str | None]) -> None:
    assert titles_in(text) == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            "Prices rose.\n\nRead more: Rice Gets Cheaper in Five Towns\n\nSellers complain.",
            ["Rice Gets Cheaper in Five Towns"],
            id="on the same line",
        ),
        pytest.param(
            "Prices rose.\nRELATED: Rice Gets Cheaper in Five TownsThe sellers now complain about "
            "missing buyers.",
            ["Rice Gets Cheaper in Five Towns"],
            id="glued",
        ),
        pytest.param(
            "Prices rose.\nThe cheap rice and related goods were sold.", [], id="not a label"
        ),
    ],
)
def test_english_teasers_too(text: str, titles: list[str | None]) -> None:
    assert titles_in(text, "en") == titles


@pytest.mark.parametrize(
    ("text", "language", "dateline"),
    [
        ("JAKARTA, KABAR.com - Harga naik.", "id", "JAKARTA, KABAR.com -"),
        ("JAKARTA, KABAR.com\n- Harga naik.", "id", "JAKARTA, KABAR.com\n-"),
        ("KABAR.CO,Bandung-Harga cabai naik.", "id", "KABAR.CO,Bandung-"),
        ("BANDUNG-Harga cabai naik.", "id", "BANDUNG-"),
        ("KPK-Polri sepakat soal cabai.", "id", None),
        ("KABAR.CO.ID - BANDUNG. Harga cabai naik.", "id", "KABAR.CO.ID - BANDUNG."),
        ("BANDUNG, (KB).- Harga cabai naik.", "id", "BANDUNG, (KB).-"),
        ("Radio, Bandung: Harga cabai naik.", "id", "Radio, Bandung:"),
        ("Indonesia: Harga cabai naik.", "id", None),
        ("Bandung, Selasa (3/12/2024) – Harga cabai naik.", "id", "Bandung, Selasa (3/12/2024) –"),
        ("Bandung, 3 Desember 2024 – Harga cabai naik.", "id", "Bandung, 3 Desember 2024 –"),
        ("LONDON (Reuters) _ Prices rose.", "en", "LONDON (Reuters) _"),
        ("(Reuters) - Prices rose.", "en", "(Reuters) -"),
        ("London (Reuters) Prices rose.", "en", "London (Reuters)"),
        ("London (Museum) Prices rose.", "en", None),
        ("KABAR.CO,Bandung- Harga cabai naik.", "id", "KABAR.CO,Bandung-"),
        ("Kabar6.com, Bandung Harga cabai naik.", "id", "Kabar6.com, Bandung"),
        ("Kabar6.com, BandungHarga cabai naik.", "id", "Kabar6.com, Bandung"),
        ("Bandung (ANTARA) - Harga cabai naik.", "id", "Bandung (ANTARA) -"),
        ("Bandung - Harga cabai naik.", "id", "Bandung -"),
        ("SPRINGFIELD, Ill., May 4 (UPI) — Prices rose.", "en", "SPRINGFIELD, Ill., May 4 (UPI) —"),
        ("Prices rise.\n\nNew Town (AFP) – Prices rose.", "en", "New Town (AFP) –"),
        ("SPRINGFIELD — Prices rose.", "en", "SPRINGFIELD —"),
        ("The mayor — a former teacher — resigned.", "en", None),
        ("Prices rose — again.", "en", None),
        ("Ekspor Januari–Oktober 2024 naik.", "id", None),
        ("Self-made millionaires paid.", "en", None),
    ],
)
def test_a_dateline_ends_with_its_dash(text: str, language: str, dateline: str | None) -> None:
    assert found_in(text, language) == ([("dateline", dateline)] if dateline else [])


@pytest.mark.parametrize(
    ("text", "language", "piece"),
    [
        ("SCROLL TO CONTINUE WITH CONTENT", "id", "advertisement"),
        ("Advertisement", "id", "advertisement"),
        ("Your browser doesn’t support HTML5", "id", "player notice"),
        ("Your browser does not support the video tag.", "en", "player notice"),
        ("[Gambas:Video 30detik]", "id", "embed"),
        ("Simak Video 'Cabai Mahal, Pedagang Mengeluh':", "id", "video teaser"),
        ("Lihat juga Video 'Panen Raya':", "id", "video teaser"),
        ("Halaman selanjutnya:", "id", "continuation"),
        ("Foto: Ani/Kabar", "id", "credit"),
        ("Warga membeli cabai di pasar. (Foto: Ani)", "id", "credit"),
        ("KABAR.com/ANI LESTARI Warga membeli cabai.", "id", "credit"),
        ("Sumber gambar, Getty Images", "id", "credit"),
        ("Halaman 2 dari 3", "id", "continuation"),
        ("(ani/bud)", "id", "sign-off"),
        ("VOA/AFP", "id", "sign-off"),
        ("ANI LESTARI | ANTARA", "id", "sign-off"),
        ("Selasa, 3 Desember 2024 | 10:20 WIB", "id", "time stamp"),
        ("12/03/2024 05:00 AM EST", "en", "time stamp"),
        ("Ann Lee/The Daily Example", "en", "credit"),
        ("The mayor at the market. Credit Ann Lee/The Daily Example", "en", "credit"),
        ("[Chili prices rise for third year]", "en", "teaser"),
        ("Contact Ann Lee at alee@paper.example", "en", "sign-off"),
        ("Read the report here: https://paper.example/chili", "en", "plug"),
        ("Sign up for our newsletter", "en", "plug"),
        ("Watch the full interview below:", "en", "video teaser"),
        ("Photo: Ann Lee/Pool", "en", "credit"),
        ("Getty.", "en", "credit"),
        ("Copyright 2024 The Daily Example. All rights reserved.", "en", "copyright"),
    ],
)
def test_a_notice_between_paragraphs(text: str, language: str, piece: str) -> None:
    around = f"Harga naik lagi di pasar.\n{text}\nPedagang mengeluh tentang hal itu hari ini."

    assert found_in(around, language) == [(piece, text)]


@pytest.mark.parametrize(
    ("text", "language", "piece"),
    [
        ("[ab/cd]", "id", "sign-off"),
        ("(abc/def)", "id", "sign-off"),
        ("(*)", "id", "sign-off"),
        ("(abc/*)", "id", "sign-off"),
        ("(Kabarnews.com/Ani Lestari)", "id", "sign-off"),
        ("\nEditor: Ani Lestari", "id", "sign-off"),
        ("\nsumber : Kabar", "id", "source note"),
        ("\nArtikel ini telah tayang di Kabar.com dengan judul Harga Naik", "id", "source note"),
        ("\nIkuti Whatsapp Channel Kabar", "id", "plug"),
        ("\n#cabai #harga #pasar", "id", "tags"),
        ("\nFollow Ann Lee on Twitter @annlee.", "en", "sign-off"),
        ("\nAnn Lee is a columnist for the Daily Example.", "en", "author note"),
        ("\n(Reporting by Ann Lee; Editing by Bo Dean)", "en", "sign-off"),
        ("\nLee reported from Springfield.", "en", "sign-off"),
    ],
)
def test_what_signs_an_article_off(text: str, language: str, piece: str) -> None:
    article = f"Harga naik lagi.\nPedagang mengeluh.\nPembeli berkurang. {text}"

    assert found_in(article, language) == [(piece, text.strip())]


def test_initials_behind_a_sentence_sign_it_off_wherever_they_stand() -> None:
    text = "Harga naik,” katanya. (ani/kb)\n\nSemua warga pulang ke rumah."

    assert found_in(text) == [("sign-off", "(ani/kb)")]


def test_a_plug_of_several_lines_goes_to_the_end() -> None:
    plug = "Simak\nbreaking news\ndan\nberita pilihan\nkami di ponselmu. Pilih saluran :\n. Pasang."

    assert found_in(f"Harga naik.\n{plug}") == [("plug", plug)]


def test_tags_below_the_last_sentence() -> None:
    assert found_in("Harga naik.\nPedagang mengeluh.\nharga cabai\npasar") == [
        ("tags", "harga cabai"),
        ("tags", "pasar"),
    ]


def test_a_glued_player_notice_ends_before_the_next_sentence() -> None:
    text = "Harga naik.\nYour browser doesn’t support HTML5Pedagang mengeluh."

    assert found_in(text) == [("player notice", "Your browser doesn’t support HTML5")]


@pytest.mark.parametrize(
    "text",
    [
        "Ia meminta warga membaca juga aturan itu.",
        "Saya kata dia (ani) sudah pergi.\nSemua warga pulang.",
        "Ia menyimak video pidato itu. Foto itu hilang.",
        "Sumber di kementerian membenarkan kabar itu.",
        "Harga naik.\n\nJangan lewatkan kesempatan ini, kata Ani.",
        "Harga naik.\nIa menulis di\nKabar.com\nbahwa harga naik.",
        "Rapat digelar di Bandung, Selasa (3/12/2024)",
        "Harga naik.\n\nPedagang pindah (BPS).\n\nSemua warga pulang.",
    ],
)
def test_ordinary_sentences_are_no_furniture(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    "piece",
    [
        "BACA JUGA: A b",
        "Baca Juga\n",
        "[Gambas:",
        "<a ",
        "JAKARTA, ",
        "Baca juga: Kota Baru a b c ",
        "(",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    assert_in_proportion(
        lambda text: find_furniture(Article("x", "id", text, "x"), load("id")), piece, length=50_000
    )
