import pytest

from jelaskan.extract.furniture import find_furniture
from jelaskan.languages import load
from jelaskan.model.article import Article
from support import assert_in_proportion

LABELS = {"en": "Related topics", "id": "Berita Terkait"}
ARTICLES = {
    "en": ("The old bridge was shut on Monday.", "The town will decide on Thursday."),
    "id": ("Jembatan lama ditutup pada Senin.", "Dewan kota memutuskan pada Kamis."),
}


def left_of(text: str, language: str) -> str:
    """Return an article without its furniture, each line that is left on a line of its own."""
    article = Article("contoh", language, text, "seeds/contoh.txt")
    for piece in reversed(find_furniture(article, load(language))):
        text = text[: piece.mention.start] + text[piece.mention.end :]
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "Subscribe to it or not, the mayor said, it will be built.", id="said"),
        pytest.param("en", "Click here, the letter told them, and most did.", id="a letter tells"),
        pytest.param(
            "en", "Copyright law is older than the state.", id="a word with another sense"
        ),
        pytest.param("en", "Her newsletter was the first to report the sale.", id="newsletter"),
        pytest.param("en", "The privacy policy of the app was changed in May.", id="policy"),
        pytest.param("en", "He can be reached at any hour if a cow is ill.", id="reached"),
        pytest.param("en", "She is the author of three books on rivers.", id="a pronoun"),
        pytest.param("id", "Tentang Rina\nRina lahir di Solo dan menulis sejak kecil.", id="about"),
        pytest.param("id", "Laporan wartawan itu memicu penyelidikan.", id="itu"),
        pytest.param("id", "Penulis: begitulah ia ingin disebut oleh tetangganya.", id="penulis"),
        pytest.param("id", "Daftar di sini, kata petugas, paling lambat Jumat.", id="kata"),
        pytest.param("id", "Saluran WhatsApp milik dinas itu diikuti 3.000 warga.", id="saluran"),
        pytest.param("id", "Copyright lagu itu dipegang keluarganya.", id="copyright"),
        pytest.param("id", "Gabung ke partai itu pada 2019, ia kini ketuanya.", id="gabung"),
    ],
)
def test_a_sentence_that_begins_like_furniture_is_kept(language: str, sentence: str) -> None:
    first, last = ARTICLES[language]
    text = f"{first}\n{sentence}\n{last}"

    assert left_of(text, language) == text


@pytest.mark.parametrize(
    ("language", "page"),
    [
        pytest.param("en", "Related topics\nWestford\nTransport", id="topics"),
        pytest.param("en", "Trending stories:\nDog finds way home after years", id="headlines"),
        pytest.param(
            "en", "Read more from Kabar News:\nHospital to cut 300 jobs", id="named label"
        ),
        pytest.param("en", "Image caption,\nThe bridge, shut since Monday", id="caption"),
        pytest.param(
            "en",
            "skip past newsletter promotion\nFirst Edition\nOur email tells you why it matters."
            "\nafter newsletter promotion",
            id="block",
        ),
        pytest.param("en", "12\nshares", id="number of shares"),
        pytest.param("en", "Published On 3 Mar 2025", id="stamp"),
        pytest.param("en", "Westford | Updated: May 12, 2025 10:20 IST", id="stamp with a place"),
        pytest.param(
            "en", "A train waits on Tuesday. Photograph: Carl Moss/The Kabar", id="photograph"
        ),
        pytest.param("en", "[View the post]", id="embedded post"),
        pytest.param("en", "FOR IMMEDIATE RELEASE", id="press release"),
        pytest.param("id", "Artikel Terkait\nBatik cap kian diminati", id="artikel terkait"),
        pytest.param(
            "id", "Lewati Terpopuler dan terus membaca\nGempa\nAkhir dari Terpopuler", id="bbc"
        ),
        pytest.param("id", "Diperbarui: Senin, 3 Maret 2025 10:20 WIB", id="diperbarui"),
        pytest.param("id", "Warga menonton.(KABAR.com/RINA SARI)", id="photographer"),
        pytest.param("id", "(kabar-medan.com)", id="hyphened site"),
    ],
)
def test_what_stands_between_paragraphs_of_a_page(language: str, page: str) -> None:
    first, last = ARTICLES[language]

    assert left_of(f"{first}\n{page}\n{last}", language) == f"{first}\n{last}"


@pytest.mark.parametrize(
    ("language", "page"),
    [
        pytest.param("en", "Ann Lee is a health reporter for Kabar News.", id="author"),
        pytest.param("en", "Reach reporter Ann Lee at 555-0142.", id="telephone"),
        pytest.param(
            "en",
            "Media contact: Jo Bell\nAbout Westford Foods\nWestford Foods makes drinks and has 300 employees.",
            id="sender",
        ),
        pytest.param("en", "Media contact: Jo Bell, press@kabar.example", id="contact"),
        pytest.param(
            "id", "Tinggalkan Balasan\nAlamat email Anda tidak akan dipublikasikan.", id="form"
        ),
        pytest.param("id", "(*/dra)", id="initials"),
    ],
)
def test_what_stands_below_an_article(language: str, page: str) -> None:
    first, last = ARTICLES[language]

    assert left_of(f"{first}\n{last}\n{page}", language) == f"{first}\n{last}"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        pytest.param("en", "Contact\nwith the ship was lost, the coast guard said.", id="label"),
        pytest.param(
            "en", "The report of the\nagency\nsays the bridges are unsafe.", id="below one"
        ),
        pytest.param("id", "Terkait\nkasus itu, polisi memeriksa lima saksi.", id="terkait"),
    ],
)
def test_a_sentence_that_is_broken_over_lines_is_kept(language: str, lines: str) -> None:
    first, last = ARTICLES[language]
    text = f"{first}\n{LABELS[language]}\n{lines}\n{last}"

    assert left_of(text, language).endswith(f"{lines}\n{last}")


def test_a_note_on_an_author_ends_the_article() -> None:
    text = "The bridge is shut.\nAnn Lee is a reporter for Kabar News.\nShe was hurt.\nIt rained."

    assert left_of(text, "en") == text


def test_a_headline_ends_at_its_label_and_a_notice_parts_sentences() -> None:
    text = (
        "Pasar dibuka. ADVERTISEMENT Bupati hadir. Baca juga: Pasar Lama Dibongkar Bulan Depan "
        'Seorang pedagang, Tono, mengaku senang. "Bersih," ujarnya. (*/abc)'
    )

    assert left_of(text, "id") == (
        'Pasar dibuka.  Bupati hadir.  Seorang pedagang, Tono, mengaku senang. "Bersih," ujarnya.'
    )


def test_a_picture_above_the_dateline_does_not_hide_it() -> None:
    text = "FILE - Ann Lee speaks in Westford. (AP Photo/Dan Crewe)\nWESTFORD (AP) — It rained."

    assert left_of(text, "en") == "It rained."


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("Related topics\nWestford\n", id="labels"),
        pytest.param("list of 4 items\nskip past newsletter promotion\n", id="open blocks"),
        pytest.param("Ann Lee is a reporter for Kabar News.\n", id="author notes"),
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    assert_in_proportion(
        lambda text: find_furniture(Article("x", "en", text, "x"), load("en")), piece, length=50_000
    )
