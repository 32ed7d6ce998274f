from decimal import Decimal

import pytest

from jelaskan.extract.furniture import find_furniture
from jelaskan.extract.layout import lay_out
from jelaskan.extract.quantities import find_quantities
from jelaskan.languages import load
from jelaskan.model.article import Article
from jelaskan.model.statements import Quantity
from support import assert_in_proportion


def quantities_of(text: str, language: str) -> tuple[Quantity, ...]:
    article = Article("contoh", language, text, "seeds/contoh.txt")
    pack = load(language)
    return find_quantities(lay_out(article, pack, find_furniture(article, pack)), pack)


def read(text: str, language: str) -> list[tuple[str, str | None]]:
    return [
        ("-".join(f"{value:f}" for value in quantity.value), quantity.unit)
        for quantity in quantities_of(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Harga beras naik 4,5 persen.", "4.5", "percent"),
        ("Inflasi 3% saja.", "3", "percent"),
        ("Ada 2.000 rumah rusak.", "2000", "rumah rusak"),
        ("Ada 12.345,5 ton gabah.", "12345.5", "ton"),
        ("Dana Rp 3,5 triliun cair.", "3500000000000", "IDR"),
        ("Dana Rp3 miliar cair.", "3000000000", "IDR"),
        ("Dana Rp 250 M cair.", "250000000000", "IDR"),
        ("Dana US$ 5 juta cair.", "5000000", "USD"),
        ("Dana 5 juta dolar AS cair.", "5000000", "USD"),
        ("Ada dua puluh lima orang.", "25", "orang"),
        ("Ada seratus dua puluh ribu orang.", "120000", "orang"),
        ("Ada dua belas desa.", "12", "desa"),
        ("Satu setengah juta warga pergi.", "1500000", "warga"),
        ("Sepertiga warga pergi.", "0.3333333333333333333333333333", "warga"),
        ("Dua pertiga dari warga pergi.", "0.6666666666666666666666666666", "warga"),
        ("Target 4,6-5,4% tercapai.", "4.6-5.4", "percent"),
        ("Ada 2 hingga 5 orang.", "2-5", "orang"),
        ("Ada antara 3.000 dan 5.000 orang.", "3000-5000", "orang"),
        ("Ada 2,1-2,4 juta orang.", "2100000-2400000", "orang"),
        ("Ada tiga atau empat orang.", "3-4", "orang"),
        ("Tim itu menang 3-1 atas lawannya.", "3-1", "score"),
        ("Rancangan itu memuat 87 pasal.", "87", "pasal"),
        ("Dana 20 jt rupiah cair.", "20000000", "IDR"),
        ("Ada puluhan warga.", "", "warga"),
        ("Ada 300-an warga.", "300", "warga"),
        ("Gempa magnitudo 5,2 terasa.", "5.2", "magnitudo"),
        ("Gempa M 5,2 terasa.", "5.2", "magnitudo"),
        ("Indeks turun (-0,5%).", "-0.5", "percent"),
        ("Rumah itu Rp 350 jutaan.", "350000000", "IDR"),
        ("Kecepatannya 60 km/jam.", "60", "km/jam"),
        ("Hukuman 20 tahun penjara dijatuhkan.", "20", "tahun penjara"),
    ],
)
def test_an_indonesian_number_has_its_value_and_unit(text: str, value: str, unit: str) -> None:
    assert read(text, "id") == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It takes two to three quarters.", "2-3", "quarters"),
        ("Prices rose 4.5 percent.", "4.5", "percent"),
        ("Prices rose 3%.", "3", "percent"),
        ("It cost $2.6 billion.", "2600000000", "USD"),
        ("It cost £12,000.", "12000", "GBP"),
        ("It cost $5bn.", "5000000000", "USD"),
        ("It cost NZ$5 million.", "5000000", "NZD"),
        ("It cost 200 euros.", "200", "EUR"),
        ("They saw 31\xa0500 birds.", "31500", "birds"),
        ("They saw twenty-four birds.", "24", "birds"),
        ("They saw two dozen birds.", "24", "birds"),
        ("They saw two hundred and five birds.", "205", "birds"),
        ("They saw half a million birds.", "500000", "birds"),
        ("Two-thirds of the birds left.", "0.6666666666666666666666666666", "birds"),
        ("Nine in ten birds left.", "0.9", "birds"),
        ("They saw dozens of birds.", "", "birds"),
        ("It took three to four weeks.", "3-4", "weeks"),
        ("It cost $8 to $10.", "8-10", "USD"),
        ("It cost between 16,800 and 17,300 pesos.", "16800-17300", "PHP"),
        ("They won 3-2.", "3-2", "score"),
        ("The panel voted 8 to 4.", "8-4", "score"),
        ("It was minus 15 degrees.", "-15", "degrees"),
        ("They have 71 points.", "71", "points"),
        ("They ran a 129-kilometer stage.", "129", "kilometer"),
        ("Twelve young fishermen returned.", "12", "young fishermen"),
        ("They hired five staff members.", "5", "staff members"),
        ("They flew at 65 kilometers per hour.", "65", "kilometers per hour"),
        ("Three U.S. officials left.", "3", "U.S. officials"),
        ("Nine current and former aides left.", "9", "current and former aides"),
        ("Water rose by 20 to 30 inches.", "20-30", "inches"),
        ("It has 20k fans.", "20000", "fans"),
        ("The line had 7.2 lakh riders.", "720000", "riders"),
        ("One public hearing was held.", "1", "public hearing"),
    ],
)
def test_an_english_number_has_its_value_and_unit(text: str, value: str, unit: str) -> None:
    assert read(text, "en") == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Acara mulai pukul 05.43 WIB.",
        "Aturan itu ada di Pasal 4 Ayat 1.",
        "Ini UU Nomor 8 Tahun 2019.",
        "Covid-19 menyebar sejak 2020.",
        "Ia main di Piala Dunia 2026.",
        "Budi (69) hadir.",
        "Ia tinggal di RT 02 RW 05.",
        "Ia anak ke-11.",
        "Tim U-23 berlatih.",
        "Salah satu warga pulang.",
        "Itu satu-satunya jalan.",
        "Acara digelar 24-25 Juni.",
        "Acara digelar Selasa (3/12/2024).",
        "Gol itu lahir (45+6').",
        "Hubungi 0811 555 1234.",
        "Ia ditahan 5 s.d. 24 Maret 2024.",
        "Acara Januari-April 2021 batal.",
    ],
)
def test_indonesian_digits_that_count_nothing(text: str) -> None:
    assert read(text, "id") == []


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-0142.",
        "Call 212-555-0142.",
        "He scored after half-time.",
        "He ran in a 2003 campaign.",
        "It began at 3:40 a.m.",
        "It ran from 9 a.m. and 5 p.m.",
        "People walk home at two in the morning.",
        "Supper was at 17.40, she says.",
        "It violates Section 5.",
        "The 2016 election was close.",
        "The 102nd race began.",
        "Ann Lee, 34, said so.",
        "One of them left.",
        "They left on Dec. 3.",
        "They left on 3 December 2024.",
        "They fought each other since the 1970s.",
        "They left after 9/11.",
        "The third term began.",
        "He read page 12 of it.",
        "Adults between the ages of 18 and 29 came.",
        "He played in the Famous Five.",
    ],
)
def test_english_digits_that_count_nothing(text: str) -> None:
    assert read(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "bound", "words"),
    [
        ("Sedikitnya 20 orang hadir.", "id", "at least", "Sedikitnya"),
        ("Sedikitnya ada 20 orang.", "id", "at least", "Sedikitnya"),
        ("Hampir 20 orang hadir.", "id", "less than", "Hampir"),
        ("Biaya lebih dari Rp 20 juta.", "id", "more than", "lebih dari"),
        ("Biaya maksimal 20 persen.", "id", "at most", "maksimal"),
        ("Sekitar 20 orang hadir.", "id", "about", "Sekitar"),
        ("Ada 300-an orang.", "id", "about", None),
        ("Ada 20 orang lebih.", "id", "more than", "lebih"),
        ("At least 20 people came.", "en", "at least", "At least"),
        ("As many as 20 people came.", "en", "at most", "As many as"),
        ("It cost more than $20.", "en", "more than", "more than"),
        ("Nearly 20 people came.", "en", "less than", "Nearly"),
        ("Some 20 people came.", "en", "about", "Some"),
        ("It takes 20 days or more.", "en", "at least", "or more"),
        ("20 people came.", "en", "exact", None),
    ],
)
def test_a_bound_is_kept_with_its_words(
    text: str, language: str, bound: str, words: str | None
) -> None:
    (quantity,) = quantities_of(text, language)

    assert quantity.bound == bound
    assert (quantity.bound_mention.text if quantity.bound_mention else None) == words


def test_a_number_is_given_once_with_the_bound_of_any_mention() -> None:
    text = "Desa itu meminta 20 pompa baru. Bupati berkata: sedikitnya 20 pompa harus ada."

    (quantity,) = quantities_of(text, "id")

    assert quantity.mention.start == text.index("20")
    assert quantity.bound == "at least"
    assert quantity.bound_mention is not None
    assert quantity.bound_mention.text == "sedikitnya"


def test_the_same_value_of_two_things_is_two_quantities() -> None:
    assert read("Ada 20 pompa dan 20 desa.", "id") == [("20", "pompa"), ("20", "desa")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shares fell 0.4% to $12.", [("0.4", "percent"), ("12", "USD")]),
        ("Growth fell 1% to 5%.", [("1", "percent"), ("5", "percent")]),
        ("Tickets cost from $15 to $45.", [("15", "USD"), ("45", "USD")]),
    ],
)
def test_a_change_is_two_quantities_and_no_range(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text, "en") == found


def test_nothing_is_counted_in_furniture() -> None:
    text = "Harga naik.\nBaca juga: Bupati Minta 30 Pompa Baru\nPedagang mengeluh."

    assert read(text, "id") == []


def test_a_bare_number_is_doubted() -> None:
    (first, second) = quantities_of("Nine riders fell. Three were taken away.", "en")

    assert first.doubts == ()
    assert second.unit == "riders"
    assert [doubt.reason for doubt in second.doubts] == ["nothing is named that it counts"]


def test_foreign_marks_are_doubted() -> None:
    (quantity,) = quantities_of("Ada 10,000 orang.", "id")

    assert quantity.value == (Decimal(10000),)
    assert [doubt.reason for doubt in quantity.doubts] == [
        "the marks inside the number can be read in two ways"
    ]


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1.1.", "dua ", "dua-", "Rp ", "$", "1-", "2 juta ", "("]
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    assert_in_proportion(lambda text: quantities_of(text, "id"), piece, length=20_000)
