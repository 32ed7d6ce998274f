"""The language of a text is told from its words, and a text in none of them is noticed."""

import pytest

from jelaskan import languages

OTHERS = {
    "French": (
        "Le maire de Valbrune a annoncé mardi que la bibliothèque municipale rouvrira en "
        "septembre, après deux ans de travaux. « Nous avons tenu parole », a déclaré Élise "
        "Marchand devant les habitants. Selon la mairie, le chantier a coûté 3,2 millions "
        "d'euros. Des associations regrettent toutefois que l'accès des personnes handicapées"
        " ne soit pas encore achevé."
    ),
    "Spanish": (
        "El alcalde de Valverde anunció el martes que la biblioteca municipal volverá a abrir"
        " en septiembre, tras dos años de obras. «Hemos cumplido nuestra palabra», dijo Elisa"
        " Marchán ante los vecinos. Según el ayuntamiento, las obras costaron 3,2 millones de"
        " euros. Varias asociaciones lamentan, sin embargo, que el acceso para personas con "
        "discapacidad no esté terminado."
    ),
    "German": (
        "Die Bürgermeisterin von Talheim hat am Dienstag angekündigt, dass die "
        "Stadtbibliothek nach zwei Jahren im September wieder öffnet. „Wir haben Wort "
        "gehalten“, sagte Elise Markmann vor den Einwohnern. Nach Angaben der Stadt kosteten "
        "die Arbeiten 3,2 Millionen Euro. Vereine bedauern jedoch, dass der Zugang für "
        "Menschen mit Behinderung noch nicht fertig ist."
    ),
    "Arabic": (
        "أعلنت رئيسة بلدية وادي النخيل يوم "
        "الثلاثاء أن المكتبة العامة ستفتح أبوابها"
        " من جديد في سبتمبر بعد عامين من الأعمال."
        " وقالت أمام السكان إن البلدية وفت "
        "بوعدها. وبحسب البلدية كلفت الأعمال ثلاثة"
        " ملايين. وتأسف جمعيات لأن مدخل ذوي "
        "الإعاقة لم يكتمل بعد، وتطالب المجلس "
        "بتحديد موعد لذلك قبل الشتاء المقبل."
    ),
    "Chinese": (
        "柳谷市市长周二宣布，市图书馆经过两年的施工，将于九月重新开放。“我们兑现了承诺，"
        "”她对居民说。据市政府称，工程耗资三百二十万元。然而，一些协会对残疾人通道尚未完"
        "工表示遗憾，并要求市议会在冬季之前确定日期。市长回答说，工程队将在下个月返回工地"
        "，届时会公布新的时间表和费用。居民们则表示，他们希望图书馆的开放时间可以延长到晚"
        "上，以便下班以后也能借书。市政府没有立即回应这一要求，但表示会在明年的预算中加以"
        "考虑。"
    ),
    "Javanese": (
        "Bupati Wonosari ngandharake yen perpustakaan kutha bakal dibukak maneh ing wulan "
        "September, sawise rong taun didandani. “Kita wis netepi janji,” ujare Bu Sri marang "
        "para warga. Miturut pamarentah kabupaten, garapan iku ngentekake telung milyar "
        "rupiah. Nanging sawetara paguyuban gela amarga dalan kanggo wong sing nganggo kursi "
        "rodha durung rampung, lan njaluk supaya enggal digarap dening dinas."
    ),
}
MALAY = (
    "Perpustakaan bandar itu dibuka semula pada hari Khamis selepas dua tahun. Pengarahnya berkata "
    "kerja itu menelan belanja RM3 juta dan sebanyak 20 peratus daripadanya datang dari penduduk."
)
INDONESIAN = (
    "Perpustakaan kota itu dibuka lagi pada hari Kamis setelah dua tahun. Kepalanya mengatakan "
    "pekerjaan itu menelan biaya Rp 3 miliar dan sebanyak 20 persen darinya datang dari warga."
)


@pytest.mark.parametrize("name", OTHERS)
def test_an_article_in_another_language_is_in_none(name: str) -> None:
    assert languages.detect(" ".join([OTHERS[name]] * 2)) is None


@pytest.mark.parametrize("name", [name for name in OTHERS if name != "Javanese"])
def test_so_is_a_paragraph(name: str) -> None:
    assert languages.detect(OTHERS[name]) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Council backs night buses", "en", id="a headline without a frequent word"),
        pytest.param("Harga beras naik lagi", "id", id="an Indonesian headline"),
        pytest.param("", "en", id="no text"),
        pytest.param("42 — 17", "en", id="no letters"),
        pytest.param("€ Øre Ål", "en", id="a few letters of others"),
    ],
)
def test_what_is_too_short_to_tell_is_taken_for_the_likeliest(text: str, code: str) -> None:
    assert languages.detect(text) == code


def test_a_list_of_names_is_no_other_language() -> None:
    names = ("Ann Quill", "Tor Vane", "Bea Holm", "Cal Inge", "Dot Marsh", "Eli Tarn", "Fay Wick")

    assert languages.detect("Members: " + ", ".join(2 * names)) is not None


@pytest.mark.parametrize(("text", "code"), [(MALAY, "ms"), (INDONESIAN, "id")])
def test_near_relatives_are_told_apart_by_more_than_a_word(text: str, code: str) -> None:
    """Each sentence alone is enough."""
    first, _, second = text.partition(". ")

    assert {languages.detect(part) for part in (text, first, second)} == {code}
