import pytest

from jelaskan.extract.furniture import find_furniture
from jelaskan.extract.layout import lay_out
from jelaskan.extract.places import find_bodies, find_places
from jelaskan.extract.register import Register, find_register
from jelaskan.extract.speakers import resolve_speakers
from jelaskan.languages import load
from jelaskan.model.article import Article
from jelaskan.model.statements import Person
from support import assert_in_proportion


def register_of(text: str, language: str) -> Register:
    pack = load(language)
    article = Article("contoh", language, text, "seeds/contoh.txt")
    return find_register(lay_out(article, pack, find_furniture(article, pack)), pack)


def people_of(text: str, language: str) -> tuple[Person, ...]:
    pack = load(language)
    article = Article("contoh", language, text, "seeds/contoh.txt")
    layout = lay_out(article, pack, find_furniture(article, pack))
    return resolve_speakers(layout, pack, (), find_register(layout, pack))[1]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param(
            "Menteri Kelautan Norlandia Ingrid Solvang mengatakan stok ikan turun.",
            "Ingrid Solvang",
            "Menteri Kelautan Norlandia",
            id="role before the name, its country unknown",
            marks=pytest.mark.xfail(strict=True, reason="an unknown country looks like a name"),
        ),
        pytest.param(
            "Menteri Kelautan Norwegia Ingrid Solvang mengatakan stok ikan turun.",
            "Ingrid Solvang",
            "Menteri Kelautan Norwegia",
            id="role before the name",
        ),
        pytest.param(
            "Kepala Dinas Kesehatan Kota Malang, Wiryo Sukandar, membenarkan hal itu.",
            "Wiryo Sukandar",
            "Kepala Dinas Kesehatan Kota Malang",
            id="role, comma, name",
        ),
        pytest.param(
            "Sekretaris Jenderal ASEAN, Thavy Sorn mengatakan, rapat ditunda.",
            "Thavy Sorn",
            "Sekretaris Jenderal ASEAN",
            id="closing comma missing",
        ),
        pytest.param(
            "Menteri Perikanan dan Irigasi (Mentanir) Lasmi Kartono menyebut panen gagal.",
            "Lasmi Kartono",
            "Menteri Perikanan dan Irigasi (Mentanir)",
            id="short form of the role in brackets before the name",
        ),
        pytest.param(
            "Pelatih sementara Lembuswana Wiryo Sukandar optimistis. “Siap,” kata Wiryo.",
            "Wiryo Sukandar",
            "Pelatih sementara Lembuswana",
            id="club before a name whose first word speaks alone",
        ),
        pytest.param(
            "Kepala Kejaksaan Negeri Mandura Wiryo Sukandar datang. Lalu Wiryo Sukandar pulang.",
            "Wiryo Sukandar",
            "Kepala Kejaksaan Negeri Mandura",
            id="place before a name that stands alone elsewhere",
        ),
        pytest.param(
            "Direktur Badan Urusan Pangan (BUP) Lasmi Kartono menyebut panen gagal.",
            "Lasmi Kartono",
            "Direktur Badan Urusan Pangan (BUP)",
            id="acronym in brackets before the name",
        ),
        pytest.param(
            "Kapolres Blitar AKBP Joko Wirawan mengatakan pelaku ditahan.",
            "Joko Wirawan",
            "Kapolres Blitar",
            id="rank between role and name",
        ),
        pytest.param(
            'Harga "stabil", kata Wiryo Sukandar, peneliti ekonomi di Universitas Bahari.',
            "Wiryo Sukandar",
            "peneliti ekonomi di Universitas Bahari",
            id="role after the name",
        ),
        pytest.param(
            "PresidenAmerika Serikat(AS)Edgar Whitlowmengatakan perang akan usai.",
            "Edgar Whitlow",
            "Presiden Amerika Serikat (AS)",
            id="words that scraping glued together",
        ),
        pytest.param(
            "Wali Kota Wiryo Sukandar meninjau pasar.",
            "Wiryo Sukandar",
            "Wali Kota",
            id="role whose last word is one of places",
        ),
        pytest.param(
            "Kasat Reskrim Polres Lembuswana AKP Joko Wirawan memeriksa saksi.",
            "Joko Wirawan",
            "Kasat Reskrim Polres Lembuswana",
            id="short rank after an unknown place",
        ),
        pytest.param(
            "Guru besar hukum Universitas Lembah Lembuswana Prof. Dr. Wiryo Sukandar hadir.",
            "Wiryo Sukandar",
            "Guru besar hukum Universitas Lembah Lembuswana",
            id="titles after the name of a university",
        ),
        pytest.param(
            "Direktur Utama PT Lembuswana Tbk. Wiryo Sukandar hadir.",
            "Wiryo Sukandar",
            "Direktur Utama PT Lembuswana Tbk.",
            id="abbreviation inside a role",
        ),
        pytest.param(
            "Ekonom Institut Nusantara (IN) Wiryo Sukandar hadir.",
            "Wiryo Sukandar",
            "Ekonom Institut Nusantara (IN)",
            id="a name that ends like a small word",
        ),
        pytest.param(
            "Bupati Lembuswana I Dewa Gede Agung Wirata hadir.",
            "I Dewa Gede Agung Wirata",
            "Bupati Lembuswana",
            id="a word of offices inside a name",
        ),
        pytest.param(
            "Kepala Dinas Kehutanan (DK) Riau, Raja Sahid Ramli, hadir.",
            "Raja Sahid Ramli",
            "Kepala Dinas Kehutanan (DK) Riau",
            id="a name that is a role elsewhere",
        ),
        pytest.param(
            "Putri Kartono mengaku senang. “Senang,” kata Putri.",
            "Putri Kartono",
            None,
            id="a given name that is a role elsewhere",
        ),
        pytest.param(
            "Wakil Menteri Irigasi (Wamenir) Prof. Dr. Lasmi Kartono hadir. “Baik,” kata Wamenir.",
            "Lasmi Kartono",
            "Wakil Menteri Irigasi (Wamenir)",
            id="titles after the short form of a role",
        ),
        pytest.param(
            "Ketua serikat itu, Edgar Whitlow, hadir.",
            "Edgar Whitlow",
            "Ketua serikat",
            id="role closed by a demonstrative",
        ),
        pytest.param(
            "Ketua Serikat Sopir, Wiryo alias Wawan Lakar, hadir. “Baik,” kata Wawan.",
            "Wiryo",
            "Ketua Serikat Sopir",
            id="nickname longer than the name",
        ),
        pytest.param(
            "Ketua Umum La Ode Mansur hadir.",
            "La Ode Mansur",
            "Ketua Umum",
            id="a small word with a capital that begins a name",
        ),
        pytest.param(
            "Seorang pedagang, Agung Wirata, hadir.",
            "Agung Wirata",
            "Seorang pedagang",
            id="a name that is a word of offices",
        ),
        pytest.param(
            "Jaksa Agung Wiryo Sukandar hadir.",
            "Wiryo Sukandar",
            "Jaksa Agung",
            id="a word of offices that is a name elsewhere",
        ),
        pytest.param(
            "Presiden terpilih Edgar Whitlow hadir.",
            "Edgar Whitlow",
            "Presiden terpilih",
            id="president elect",
        ),
        pytest.param(
            "Dubes RI untuk Turki Wiryo Sukandar hadir.",
            "Wiryo Sukandar",
            "Dubes RI untuk Turki",
            id="country to which an ambassador is sent",
        ),
        pytest.param(
            "VP Corporate Communication Lasmi Kartono hadir.",
            "Lasmi Kartono",
            "VP Corporate Communication",
            id="role in English",
        ),
        pytest.param(
            "Suaminya, Wiryo, berharap pulang.",
            "Wiryo",
            None,
            id="name of a relative between commas",
        ),
        pytest.param(
            "Dosen hukum Dr. Lasmi Kartono, SH, MH menilai aturan itu keliru.",
            "Lasmi Kartono",
            "Dosen hukum",
            id="degrees left out",
        ),
    ],
)
def test_a_person_is_found_with_the_role_in_indonesian(
    text: str, name: str, role: str | None
) -> None:
    (person,) = people_of(text, "id")

    assert (person.name, person.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param(
            "Secretary of State Walter Pruitt said talks go on.",
            "Walter Pruitt",
            "Secretary of State",
            id="capitalised role before the name",
        ),
        pytest.param(
            "Ferry union spokeswoman Edith Marlow said talks go on.",
            "Edith Marlow",
            "Ferry union spokeswoman",
            id="role in lower case before the name",
        ),
        pytest.param(
            "Edith Marlow, a spokeswoman for the harbor board, said talks go on.",
            "Edith Marlow",
            "spokeswoman for the harbor board",
            id="role after the name",
        ),
        pytest.param(
            "Texas Gov. Walter J. Pruitt Jr. said talks go on.",
            "Walter J. Pruitt",
            "Texas Gov",
            id="initial and generation",
        ),
    ],
)
def test_a_person_is_found_with_the_role_in_english(text: str, name: str, role: str) -> None:
    (person,) = people_of(text, "en")

    assert (person.name, person.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Bek Lembuswana Wiryo Sukandar absen. Kiper Lembuswana Lasmi Kartono bermain.",
            [("Wiryo Sukandar", "Bek Lembuswana"), ("Lasmi Kartono", "Kiper Lembuswana")],
            id="club before several names",
        ),
        pytest.param(
            "Bupati Wiryo Sukandar menyambut Menteri Sosial Lasmi Kartono.",
            [("Wiryo Sukandar", "Bupati"), ("Lasmi Kartono", "Menteri Sosial")],
            id="no role reaches over a verb",
        ),
        pytest.param(
            "Lasmi Kartono datang. Mantan suami Lasmi Kartono tidak.",
            [("Lasmi Kartono", None)],
            id="whose husband somebody was is no role",
        ),
        pytest.param(
            "Pencuri itu Wiryo (30), warga Desa Mandura, dan Sukandar (32), warga Desa Lawu.",
            [("Wiryo", "warga Desa Mandura"), ("Sukandar", "warga Desa Lawu")],
            id="a list of people, each with a role",
        ),
    ],
)
def test_each_has_a_role_of_their_own(text: str, people: list[tuple[str, str | None]]) -> None:
    assert [(person.name, person.role) for person in people_of(text, "id")] == people


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("It grew. Kroll said profits fell. Kroll said so twice.", "en", id="company"),
        pytest.param("The senator spoke. D-Nevada said so. D-Nevada won.", "en", id="state"),
        pytest.param("Menteri Luar Negeri AS berkunjung ke Jakarta.", "id", id="role alone"),
        pytest.param("Rapat di Universitas Budi Santoso ditunda.", "id", id="university"),
        pytest.param(
            "Kementerian Luar Negeri (Kemlani) rapat. Kemlani mengatakan panen gagal.",
            "id",
            id="acronym in small letters",
        ),
        pytest.param("Gubernur Jawa Barat hadir pada Selasa.", "id", id="place after a role"),
        pytest.param(
            "Rumah warga Mandura rusak, dan warga Mandura mengungsi.", "id", id="residents"
        ),
        pytest.param("Mantan pemain Lembuswana tersebut menang.", "id", id="description"),
        pytest.param(
            "Kata Kapolsek Mandura, warga Mandura aman.", "id", id="office without a name"
        ),
        pytest.param("New Hampshire voters will decide on Tuesday.", "en", id="place"),
        pytest.param("The Harbor Workers Union met in Boston.", "en", id="body"),
        pytest.param("Harbor Board Rejects New Ferry Plan After Long Debate.", "en", id="headline"),
    ],
)
def test_capitals_that_name_no_person_are_left_out(text: str, language: str) -> None:
    assert people_of(text, language) == ()


@pytest.mark.parametrize(
    ("text", "language", "aliases"),
    [
        pytest.param(
            "Bupati Blitar Wiryo Sukandar hadir. Wiryo mengatakan panen baik.",
            "id",
            ("Wiryo",),
            id="first name",
        ),
        pytest.param(
            "Presiden Edgar Whitlow tiba. Whitlow mengatakan ia senang.",
            "id",
            ("Whitlow",),
            id="last name",
        ),
        pytest.param(
            "Presiden Edgar Whitlow tiba. Whitlov mengatakan ia senang.",
            "id",
            ("Whitlov",),
            id="one letter misspelt",
        ),
        pytest.param(
            "Menteri Agama Lasmi Kartono (Mimi) hadir. Mimi mengatakan ia senang.",
            "id",
            ("Mimi",),
            id="nickname in brackets",
        ),
        pytest.param(
            "KABAR, Jakarta: Presiden Wiryo Sukandar (Wisuka) hadir. Wisuka senang.",
            "id",
            ("Wisuka",),
            id="nickname of two beginnings in brackets",
        ),
        pytest.param(
            "Presiden Wiryo Sukandar hadir. Menurut Wisuka, panen baik.",
            "id",
            ("Wisuka",),
            id="nickname of two beginnings",
        ),
        pytest.param(
            "Bambang Kartono Wirawan (BKW) hadir. Bambang senang.",
            "id",
            ("BKW", "Bambang"),
            id="initials of a common name in brackets",
        ),
        pytest.param("Mayor Edith Marlow left. Ms. Marlow said so.", "en", ("Marlow",), id="title"),
    ],
)
def test_short_forms_belong_to_the_full_name(
    text: str, language: str, aliases: tuple[str, ...]
) -> None:
    (person,) = people_of(text, language)

    assert person.aliases == aliases


def test_the_name_of_a_university_ends_an_apposition() -> None:
    text = "Menurut Budi Santoso, dosen ekonomi Universitas Danau Biru, harga naik."

    assert [person.name for person in people_of(text, "id")] == ["Budi Santoso"]


def test_mentions_stand_where_they_say() -> None:
    text = "Bupati Blitar Wiryo Sukandar hadir. Kata Wiryo, panen baik."

    (person,) = people_of(text, "id")

    assert [mention.text for mention in person.mentions] == ["Wiryo Sukandar", "Wiryo"]
    assert all(text[mention.start : mention.end] == mention.text for mention in person.mentions)


def test_an_acronym_and_its_long_form_are_one_body() -> None:
    pack = load("id")
    text = "Badan Pangan Laut, Sungai, dan Danau (BPLSD) menolak. BPLSD lalu rapat di Blitar."
    article = Article("contoh", "id", text, "seeds/contoh.txt")
    layout = lay_out(article, pack, ())
    register = find_register(layout, pack)

    assert find_bodies(layout, pack, register) == ("Badan Pangan Laut, Sungai, dan Danau (BPLSD)",)
    assert find_places(layout, pack, register) == ("Blitar",)


@pytest.mark.parametrize(
    ("text", "bodies", "places"),
    [
        pytest.param("Upahnya naik dari Rp2,4 juta.", (), (), id="money is no place"),
        pytest.param("Ia tinggal di Lampung Timur.", (), ("Lampung Timur",), id="direction"),
        pytest.param("Ia tiba di Istana Mandura.", (), (), id="building"),
        pytest.param("Istana membantah kabar itu.", ("Istana",), (), id="office in a building"),
        pytest.param(
            "Macet di Jalan Raya Pondok Lawu.", (), ("Jalan Raya Pondok Lawu",), id="street"
        ),
    ],
)
def test_places_are_told_from_bodies(
    text: str, bodies: tuple[str, ...], places: tuple[str, ...]
) -> None:
    pack = load("id")
    layout = lay_out(Article("contoh", "id", text, "seeds/contoh.txt"), pack, ())
    register = find_register(layout, pack)

    assert find_bodies(layout, pack, register) == bodies
    assert find_places(layout, pack, register) == places


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "piece",
    ["Ann ", "Ann Lee said, ", "A. ", "(A) ", "van Van ", "Ketua Umum ", "president of the ", "aA"],
)
def test_time_grows_with_the_length_of_the_text(piece: str, language: str) -> None:
    assert_in_proportion(lambda text: register_of(text, language), piece, length=10_000)
