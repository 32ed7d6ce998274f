"""Bodies and places: where the name of each ends, and in which body a role is held."""

import pytest

from jelaskan.extract import extract
from jelaskan.languages import load
from jelaskan.model.article import Article
from jelaskan.model.statements import Statements


def read(text: str, language: str) -> Statements:
    return extract(Article("contoh", language, text, "seeds/contoh.txt"), load(language))


@pytest.mark.parametrize(
    ("text", "language", "bodies"),
    [
        ("Dinas Kebun dan Kehutanan Garut hadir.", "id", ("Dinas Kebun dan Kehutanan Garut",)),
        (
            "Badan Pangan Daerah (BPD) Kabupaten Garut hadir.",
            "id",
            ("Badan Pangan Daerah (BPD) Kabupaten Garut",),
        ),
        ("Ia bertemu Pemerintah Bolivia.", "id", ()),
        ("Rancangan Anggaran Jalan (RAJ) dibahas.", "id", ()),
        ("Ketua Partai Nusantara hadir.", "id", ("Partai Nusantara",)),
        ("Ia hadir di Pengadilan Negeri Garut, Selasa lalu.", "id", ("Pengadilan Negeri Garut",)),
        ("The Office of Roads and Bridges paid.", "en", ("Office of Roads and Bridges",)),
        (
            "The Senate Energy and Roads Committee met.",
            "en",
            ("Senate Energy and Roads Committee",),
        ),
        (
            "The Bank of Norland and the Harbour Trust met.",
            "en",
            ("Bank of Norland", "Harbour Trust"),
        ),
        ("He told the Westford Bulletin.", "en", ("Westford Bulletin",)),
    ],
)
def test_a_body_has_its_whole_name(text: str, language: str, bodies: tuple[str, ...]) -> None:
    assert read(text, language).bodies == bodies


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Ia pindah ke Kabupaten Garut.", "id", ("Kabupaten Garut",)),
        ("Ia pindah ke Kota Garut.", "id", ("Garut",)),
        ("Polres Garut memeriksa warga.", "id", ("Garut",)),
        ("Timnas Indonesia menang.", "id", ()),
        ("Amerika Serikat (AS) setuju; AS membayar.", "id", ("Amerika Serikat",)),
        ("Arab Saudi setuju; Saudi membayar.", "id", ("Arab Saudi",)),
        ("She lives in Westford.", "en", ("Westford",)),
        ("It closed in Nov. and reopened.", "en", ()),
        ("The Mullet River rose.", "en", ("Mullet River",)),
    ],
)
def test_a_place_has_its_name_once(text: str, language: str, places: tuple[str, ...]) -> None:
    assert read(text, language).places == places


@pytest.mark.parametrize(
    ("text", "language", "affiliation"),
    [
        ("Kepala Badan Pangan Laut (BPL) Siti Rahma hadir.", "id", "Badan Pangan Laut (BPL)"),
        ("Ketua Umum PBNU Siti Rahma hadir.", "id", "PBNU"),
        ("Menteri Pertanian Siti Rahma hadir.", "id", None),
        ("Ann Lee, director of the Harbour Trust, said it was late.", "en", "Harbour Trust"),
        ("Harbour Trust director Ann Lee said it was late.", "en", "Harbour Trust"),
        ("Mayor Ann Lee said it was late.", "en", None),
    ],
)
def test_a_role_tells_the_body_in_which_it_is_held(
    text: str, language: str, affiliation: str | None
) -> None:
    (person,) = (one for one in read(text, language).people if one.kind == "person")

    assert person.affiliation == affiliation
