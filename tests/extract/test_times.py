import pytest

from jelaskan.extract.furniture import find_furniture
from jelaskan.extract.layout import lay_out
from jelaskan.extract.times import find_times
from jelaskan.languages import load
from jelaskan.model.article import Article
from jelaskan.model.statements import TimeExpression
from support import assert_in_proportion


def times_of(
    text: str, language: str, published: str | None = None, as_of: str | None = None
) -> tuple[TimeExpression, ...]:
    article = Article("contoh", language, text, "seeds/contoh.txt", published=published)
    pack = load(language)
    found = find_times(lay_out(article, pack, find_furniture(article, pack)), pack, as_of)
    for expression in found:
        mention = expression.mention
        assert text[mention.start : mention.end] == mention.text
    return found


def values(text: str, language: str, published: str | None = None) -> list[tuple[str, str]]:
    return [(found.value, found.basis) for found in times_of(text, language, published)]


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("Laba semester I 2023 naik.", "2023-01/2023-06", "explicit"),
        ("Laba semester kedua tahun 2023 naik.", "2023-07/2023-12", "explicit"),
        ("Hingga Sabtu, 87 orang dirawat.", "2024-06-15", "relative"),
        ("Ia datang Rabu (19/6/2024).", "2024-06-19", "explicit"),
        ("Ia datang Rabu pagi (19/6/2024).", "2024-06-19", "explicit"),
        ("Ia datang Rabu, 19 Juni 2024.", "2024-06-19", "explicit"),
        ("Ia datang Rabu, (19/6/2024).", "2024-06-19", "explicit"),
        ("Ia datang 19 Juni 2024.", "2024-06-19", "explicit"),
        ("Ia datang Rabu (19/6).", "2024-06-19", "daymonth"),
        ("Ia datang pada 19 Juni.", "2024-06-19", "daymonth"),
        ("Acara 24-25 Juni itu ramai.", "2024-06-24/2024-06-25", "daymonth"),
        ("Acara 30 Juni-2 Juli itu ramai.", "2024-06-30/2024-07-02", "daymonth"),
        ("Ia ditahan 5 s.d. 24 Maret 2024.", "2024-03-05/2024-03-24", "explicit"),
        ("Acara Januari–April 2021 batal.", "2021-01/2021-04", "explicit"),
        ("Laba Q3 2023 naik.", "2023-Q3", "explicit"),
        ("Kewajiban itu berlaku paling lambat 2030.", "2030", "explicit"),
        ("Rapat disiapkan untuk Sabtu.", "2024-06-22", "relative"),
        ("Acara Januari-April 2021 batal.", "2021-01/2021-04", "explicit"),
        ("Ia menjabat pada 2014-2019.", "2014/2019", "explicit"),
        ("Ia lahir tahun 1629.", "1629", "explicit"),
        ("Ia datang Rabu/19 Juni 2024.", "2024-06-19", "explicit"),
        ("Ia datang akhir Mei 2023.", "2023-05", "explicit"),
        ("Ia datang pada tahun 2018.", "2018", "explicit"),
        ("Ia datang pada 2018.", "2018", "explicit"),
        ("Laba kuartal ketiga 2023 naik.", "2023-Q3", "explicit"),
        ("Laba kuartal II tahun ini naik.", "2024-Q2", "relative"),
        ("Ia datang pada Senin.", "2024-06-17", "relative"),
        ("Ia datang Kamis lalu.", "2024-06-13", "relative"),
        ("Ia datang Jumat pekan lalu.", "2024-06-14", "relative"),
        ("Ia akan datang Jumat.", "2024-06-21", "relative"),
        ("Sekolah libur sampai Jumat.", "2024-06-21", "relative"),
        ("Ia datang Maret lalu.", "2024-03", "relative"),
        ("Ia datang Oktober mendatang.", "2024-10", "relative"),
        ("Ia datang akhir bulan ini.", "2024-06", "relative"),
        ("Ia datang awal tahun depan.", "2025", "relative"),
        ("Data hingga Mei sudah ada.", "2024-05", "relative"),
    ],
)
def test_an_indonesian_date_has_its_value(text: str, value: str, basis: str) -> None:
    assert values(text, "id", "2024-06-19") == [(value, basis)]


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("He said so in a 2003 interview.", "2003", "explicit"),
        ("The county would pay by the end of July.", "2024-07", "relative"),
        ("An offer would be tabled on Friday.", "2024-06-21", "relative"),
        ("She faces an election in November.", "2024-11", "relative"),
        ("He came on Wednesday, June 19, 2024.", "2024-06-19", "explicit"),
        ("He came on 19 June 2024.", "2024-06-19", "explicit"),
        ("He came on June 19.", "2024-06-19", "daymonth"),
        ("He came on Jun. 19.", "2024-06-19", "daymonth"),
        ("He came on the 19th of June.", "2024-06-19", "daymonth"),
        ("The fair of June 24-25 was full.", "2024-06-24/2024-06-25", "daymonth"),
        ("He came on 6/19/2024.", "2024-06-19", "explicit"),
        ("He came on 2024-06-19.", "2024-06-19", "explicit"),
        ("He came in early 2023.", "2023", "explicit"),
        ("He came late last month.", "2024-05", "relative"),
        ("He came last March.", "2024-03", "relative"),
        ("He came in January.", "2024-01", "relative"),
        ("He will return in November.", "2024-11", "relative"),
        ("He came on Monday.", "2024-06-17", "relative"),
        ("He came last Wednesday.", "2024-06-12", "relative"),
        ("He stays until Friday.", "2024-06-21", "relative"),
        ("He comes next Tuesday.", "2024-06-25", "relative"),
        ("Profit rose in the second quarter of 2023.", "2023-Q2", "explicit"),
        ("He has been here since 2018.", "2018", "explicit"),
        ("It opens in mid-August.", "2024-08", "relative"),
        ("By mid-2025 it opens.", "2025", "explicit"),
        ("Sales fell in Q3 2023.", "2023-Q3", "explicit"),
        ("Sales fell in fiscal 2022.", "2022", "explicit"),
        ("She left in spring 2022.", "2022", "explicit"),
    ],
)
def test_an_english_date_has_its_value(text: str, value: str, basis: str) -> None:
    assert values(text, "en", "2024-06-19") == [(value, basis)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ia datang kemarin.", "id"),
        ("Ia datang pekan lalu.", "id"),
        ("UU Nomor 8 Tahun 2019 berlaku.", "id"),
        ("Ia main di Piala Dunia 2026.", "id"),
        ("Ia datang tiga minggu kemudian.", "id"),
        ("Ia datang setiap Senin.", "id"),
        ("He came yesterday.", "en"),
        ("He came last week.", "en"),
        ("The 2016 election was close.", "en"),
        ("He may march.", "en"),
        ("He comes every Monday.", "en"),
        ("In the 1990s he came.", "en"),
        ("He read the Sunday Times.", "en"),
    ],
)
def test_what_names_no_day_is_left_out(text: str, language: str) -> None:
    assert values(text, language, "2024-06-19") == []


def test_dates_of_a_list_share_month_and_year() -> None:
    assert values("Rapat digelar 13 dan 14 Juni.", "id", "2024-06-19") == [
        ("2024-06-13", "daymonth"),
        ("2024-06-14", "daymonth"),
    ]
    assert values("Bunga turun pada Januari dan Mei 2023.", "id", "2024-06-19") == [
        ("2023-01", "relative"),
        ("2023-05", "explicit"),
    ]
    assert values("Itu terjadi tahun 2015, 2016 dan 2019.", "id") == [
        ("2015", "explicit"),
        ("2016", "explicit"),
        ("2019", "explicit"),
    ]


def test_a_day_with_its_own_month_takes_none_from_the_next() -> None:
    assert values("It rained on June 30 and July 1.", "en", "2024-08-01") == [
        ("2024-06-30", "daymonth"),
        ("2024-07-01", "daymonth"),
    ]


def test_each_value_is_given_once() -> None:
    assert len(times_of("Ia datang Rabu (19/6). Ia pergi pada Rabu.", "id", "2024-06-19")) == 1


def test_a_year_is_taken_from_another_full_date() -> None:
    first, second = times_of("Ia datang 3 Juni. Ia pergi Rabu (19/6/2024).", "id")

    assert (first.value, second.value) == ("2024-06-03", "2024-06-19")
    assert [str(doubt) for doubt in first.doubts] == ["year inferred from another date: 2024-06-19"]
    assert second.doubts == ()


STAMPED = "Jembatan ditutup\n\n{line}\n\nJembatan ditutup sejak Senin, dan dibuka pada 20 Juni."


@pytest.mark.parametrize(
    "line",
    [
        "Kamis, 12 Juni 2025 | 08.30 WIB",
        "12/06/2025 08:30",
        "Oleh Budi Hartono, 12 Juni 2025",
        "Diterbitkan 12 Juni 2025, 08.30 WIB",
    ],
)
def test_a_time_stamp_tells_the_day_where_nobody_else_does(line: str) -> None:
    text = STAMPED.format(line=line)

    found = times_of(text, "id")

    assert [time.value for time in found] == ["2025-06-09", "2025-06-20"]
    assert all("2025-06-12" in str(time.doubts[0]) for time in found)
    assert values(text, "id", "2024-06-13")[0] == ("2024-06-10", "relative")


def test_a_line_below_the_article_is_no_time_stamp_of_it() -> None:
    text = "Jembatan dibuka pada 20 Juni.\n" * 9 + "\nKamis, 12 Juni 2025 | 08.30 WIB\n"

    assert times_of(text, "id") == ()


def test_without_any_year_the_weekday_tells_it_and_the_others_are_named() -> None:
    (found,) = times_of("Ia datang Rabu (19/6).", "id", as_of="2025-01-01")

    assert (found.value, found.basis) == ("2024-06-19", "daymonth")
    assert [str(doubt) for doubt in found.doubts] == ["year inferred from the weekday: 2019"]


def test_the_newest_year_is_not_after_as_of() -> None:
    (found,) = times_of("Ia datang Rabu (19/6).", "id", as_of="2024-06-18")

    assert found.value == "2019-06-19"


def test_a_date_that_nothing_dates_is_left_out() -> None:
    assert values("Ia datang pada 19 Juni.", "id") == []


def test_a_weekday_that_contradicts_its_date_is_doubted() -> None:
    (found,) = times_of("Ia datang Senin (19/6/2024).", "id", "2024-06-20")

    assert found.value == "2024-06-19"
    assert [doubt.reason for doubt in found.doubts] == ["the weekday contradicts the date"]


@pytest.mark.parametrize("written", ["Rabu (19/5)", "Rabu (19/5/2024)", "Rabu (19/6/2023)"])
def test_a_misprint_beside_publication_is_corrected_and_doubted(written: str) -> None:
    (found,) = times_of(f"Ia datang {written}.", "id", "2024-06-20")

    assert found.value == "2024-06-19"
    assert [doubt.reason for doubt in found.doubts] == ["misprint corrected by the weekday"]


def test_a_day_that_does_not_exist_leaves_its_month() -> None:
    (found,) = times_of("Ia datang 31 Juni 2024.", "id")

    assert found.value == "2024-06"
    assert [doubt.reason for doubt in found.doubts] == ["there is no such day"]


@pytest.mark.parametrize(
    "piece", ["1/", "2024-", "Rabu (", "Juni ", "awal ", "3 Juni ", "2024 dan ", "Selasa, ", "1-"]
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    assert_in_proportion(lambda text: times_of(text, "id", "2024-06-19"), piece, length=20_000)


@pytest.mark.parametrize(
    ("text", "value", "reasons"),
    [
        ("He was paid in August.", "2023-08", ["the year of the month is inferred"]),
        ("The vote in August matters.", "2024-08", []),
        ("In August, the council voted.", "2023-08", ["the year of the month is inferred"]),
        ("He will be paid in April.", "2025-04", []),
        ("The vote in January matters.", "2024-01", ["the year of the month is inferred"]),
    ],
)
def test_a_bare_month_is_the_nearest_unless_the_words_tell(
    text: str, value: str, reasons: list[str]
) -> None:
    (found,) = times_of(text, "en", "2024-06-19")

    assert found.value == value
    assert [doubt.reason for doubt in found.doubts] == reasons
