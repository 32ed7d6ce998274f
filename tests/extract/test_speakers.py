import re

import pytest

from jelaskan.extract.layout import lay_out
from jelaskan.extract.register import find_register
from jelaskan.extract.speakers import resolve_speakers
from jelaskan.languages import load
from jelaskan.model.article import Article, Mention
from jelaskan.model.statements import Attribution

SOURCE = re.compile(r"\[\[(.*?)\]\]")


def attributions_of(marked: str, language: str) -> tuple[Attribution, ...]:
    """Resolve attributions whose sources stand between [[ and ]]; [[]] is a missing source."""
    pack = load(language)
    attributions = []
    text = ""
    at = 0
    for match in SOURCE.finditer(marked):
        text += marked[at : match.start()]
        words = match.group(1)
        source = Mention(len(text), words) if words else None
        cue = Mention(len(text), "") if words else None
        content = Mention(len(text), "") if source is None else source
        text += words
        at = match.end()
        attributions.append(Attribution((content,), "indirect", cue, source, None, "test"))
    article = Article("contoh", language, text + marked[at:], "seeds/contoh.txt")
    layout = lay_out(article, pack, ())
    return resolve_speakers(layout, pack, attributions, find_register(layout, pack))[0]


def speakers_of(marked: str, language: str) -> list[str | None]:
    return [
        None if attribution.speaker is None else attribution.speaker.name
        for attribution in attributions_of(marked, language)
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "[[Bupati Blitar, Wiryo Sukandar]] mengatakan panen baik. “Baik,” ujar[[nya]].",
            ["Wiryo Sukandar", "Wiryo Sukandar"],
            id="clitic",
        ),
        pytest.param(
            "Menteri Perikanan dan Irigasi (Mentanir) Lasmi Kartono hadir. Menurut [[Mentanir]], baik.",
            ["Lasmi Kartono"],
            id="short form of a role",
        ),
        pytest.param(
            "Bupati Wiryo Sukandar hadir. Hadirin mengutip [[pernyataannya]] yang menyebut panen baik.",
            ["Wiryo Sukandar"],
            id="what somebody says, with a clitic",
        ),
        pytest.param(
            "Bupati Wiryo Sukandar hadir. Menurut [[keterangan Wiryo]], panen baik.",
            ["Wiryo Sukandar"],
            id="what somebody says",
        ),
        pytest.param(
            "“Panen baik,” kata [[pernyataan yang dikeluarkan oleh Dinas Pangan]].",
            ["Dinas Pangan"],
            id="what a body gives out",
        ),
        pytest.param(
            "[[Wiryo]] mengatakan panen baik. Bupati Blitar Wiryo Sukandar lalu pulang.",
            ["Wiryo Sukandar"],
            id="introduced after speaking",
        ),
        pytest.param(
            "[[Bupati Blitar Wiryo Sukandar]] bicara. [[Kementerian Kelautan]] menyebut stok "
            "turun. “Itu benar,” kata[[nya]].",
            ["Wiryo Sukandar", "Kementerian Kelautan", "Wiryo Sukandar"],
            id="a body spoke in between",
        ),
        pytest.param(
            "[[Bupati Blitar Wiryo Sukandar]] bicara. Camat Lasmi Kartono mengkritik rencana "
            "itu. “Itu keliru,” ucap[[nya]].",
            ["Wiryo Sukandar", "Lasmi Kartono"],
            id="last human subject",
        ),
        pytest.param(
            "[[Bupati Blitar Wiryo Sukandar]] bicara. [[Pihaknya]] akan membantu.",
            ["Wiryo Sukandar", "Wiryo Sukandar"],
            id="speaker and institution",
        ),
        pytest.param(
            "[[Pelatih Timnas Malaysia Edgar Whitlow]] bicara. “Kami kalah,” kata "
            "[[eks pelatih Kroasia tersebut]].",
            ["Edgar Whitlow", "Edgar Whitlow"],
            id="description",
        ),
        pytest.param(
            "Menteri Agama Lasmi Kartono hadir. [[Menag]] mengatakan dana cair.",
            ["Lasmi Kartono"],
            id="role in one word",
        ),
        pytest.param(
            "[[Warga, Lasmi (54)]] bicara. Wiryo Sukandar, petani, kecewa. “Habis,” keluh "
            "[[bapak tiga anak itu]].",
            ["Lasmi", "Wiryo Sukandar"],
            id="description of who was spoken of last",
        ),
        pytest.param(
            "[[Pelatih Edgar Whitlow]] bicara. Pelatih asal Kroasia itu juga memuji lini tanpa "
            "bek senior Wiryo Sukandar. Menurut [[dia]], baik.",
            ["Edgar Whitlow", "Edgar Whitlow"],
            id="pronoun after a subject that is a description",
        ),
        pytest.param(
            "[[Camat Lasmi Kartono]] bicara. Rapat mengecam kepemimpinan Wiryo Sukandar. "
            "“Keliru,” ucap[[nya]].",
            ["Lasmi Kartono", "Lasmi Kartono"],
            id="a name that is only an object in between",
        ),
        pytest.param(
            "Bupati Blitar Wiryo Sukandar hadir. “Bagus,” kata [[Wiryo bangga]].",
            ["Wiryo Sukandar"],
            id="adjective after a name",
        ),
        pytest.param(
            "Camat Theodorus Sukandar hadir. “Baik,” kata [[Theo]].",
            ["Theodorus Sukandar"],
            id="beginning of a given name",
        ),
        pytest.param(
            "Bupati Blitar, Wiryo Sukandar, hadir. “Bagus,” kata [[Pak Bupati]].",
            ["Wiryo Sukandar"],
            id="title before a role alone",
        ),
        pytest.param(
            "Menurut [[laporan tahunan Badan Urusan Pangan]], panen turun.",
            ["Badan Urusan Pangan"],
            id="whose report it is",
        ),
        pytest.param(
            "[[Serikat pekerja Jerman, IG Lembuswana]], menyebut upah turun.",
            ["IG Lembuswana"],
            id="proper name of a body after its noun",
        ),
        pytest.param(
            "Ibunda Lasmi Kartono, Retno Kartono, hadir. Menurut [[Retno]], baik.",
            ["Retno Kartono"],
            id="a relative of the same surname",
        ),
        pytest.param(
            "Menurut [[peronda malam, Maya]], sepi.",
            ["Maya"],
            id="one name after a description",
        ),
        pytest.param(
            "[[PT Lembuswana lewat akun resminya]] menulis pesan.",
            ["PT Lembuswana"],
            id="how a body spoke",
        ),
        pytest.param(
            "[[Wiryo Sukandar (45), sopir truk]], bicara. Pengacara Wiryo, Edgar Whitlow, hadir.",
            ["Wiryo Sukandar"],
            id="whose lawyer somebody else is",
        ),
        pytest.param(
            "[[Camat Lasmi Kartono]] bicara. Tim pengacara, Edgar Whitlow, datang. “Siap,” "
            "ucap[[nya]].",
            ["Lasmi Kartono", "Edgar Whitlow"],
            id="last human subject, in a team",
        ),
        pytest.param(
            "Badan Urusan Pangan (BUP) rapat. [[BUP]] menyatakan stok aman.",
            ["Badan Urusan Pangan (BUP)"],
            id="acronym",
        ),
        pytest.param(
            "Presiden Edgar Whitlow tiba. Menurut [[kantor Whitlow]], ia sehat.",
            ["kantor Whitlow"],
            id="office of a person",
        ),
        pytest.param(
            "[[para diplomat yang berbicara dengan syarat anonim]] mengatakan itu.",
            ["para diplomat yang berbicara dengan syarat anonim"],
            id="unnamed sources",
        ),
        pytest.param("[[Iran]] membantah hal itu.", ["Iran"], id="country"),
        pytest.param(
            "“Kami kalah.”[[]]\n“Kami akan belajar,” kata [[pelatih Edgar Whitlow]].",
            ["Edgar Whitlow", "Edgar Whitlow"],
            id="quotation beside another",
        ),
        pytest.param("Mungkin hujan turun.[[]]", [None], id="nobody"),
        pytest.param(
            "[[Wali Kota Rina Fitri]] mengatakan hal itu usai salat Idul Fitri.",
            ["Rina Fitri"],
            id="a name that is also that of a feast",
        ),
    ],
)
def test_the_speaker_is_named_in_indonesian(text: str, speakers: list[str | None]) -> None:
    assert speakers_of(text, "id") == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "Mayor Edith Marlow met Walter Pruitt. [[She]] said it rained, and [[he]] agreed.",
            ["Edith Marlow", "Walter Pruitt"],
            id="a woman and a man",
        ),
        pytest.param(
            "Walter Pruitt spoke first. Edith Marlow followed. [[He]] said it rained.",
            ["Walter Pruitt"],
            id="gender of the given name",
        ),
        pytest.param(
            "[[Walter Pruitt's lawyer]] said it rained.",
            ["Walter Pruitt's lawyer"],
            id="somebody else's lawyer",
        ),
        pytest.param(
            "Walter Pruitt left. [[A spokesman for Mr. Pruitt]] said it rained.",
            ["A spokesman for Mr. Pruitt"],
            id="a spokesman for somebody",
        ),
        pytest.param(
            "[[Pruitt campaign officials]] said it rained.",
            ["Pruitt campaign officials"],
            id="a campaign",
        ),
        pytest.param(
            "Edith Marlow and Walter Pruitt met. [[Ms. Marlow and Mr. Pruitt]] said it rained.",
            ["Edith Marlow and Walter Pruitt"],
            id="two people",
        ),
        pytest.param(
            "[[two officials familiar with the talks]] said it rained.",
            ["two officials familiar with the talks"],
            id="unnamed sources",
        ),
        pytest.param(
            "[[The mayor, Edith Marlow,]] said it rained.", ["Edith Marlow"], id="apposition"
        ),
        pytest.param(
            "Edith Marlow, [[who]] said it rained, left.", ["Edith Marlow"], id="relative"
        ),
        pytest.param(
            "[[Edith Marlow]] spoke. [[Her campaign]] said it rained.",
            ["Edith Marlow", "Edith Marlow's campaign"],
            id="what a pronoun owns",
        ),
        pytest.param(
            "[[Walter Pruitt]] spoke. [[His many critics]] said it rained.",
            ["Walter Pruitt", "Walter Pruitt's many critics"],
            id="a group that a pronoun owns",
        ),
        pytest.param(
            "Gov. Walter Pruitt spoke. [[The council]] said it rained.",
            ["the council"],
            id="a body with its article",
        ),
        pytest.param(
            "[[A senior ferry official]] spoke. [[The official]] said it rained.",
            ["A senior ferry official", "A senior ferry official"],
            id="an unnamed source taken up",
        ),
        pytest.param(
            "[[Two officials on the board]] spoke. [[One of them]] said it rained.",
            ["Two officials on the board", "One of two officials on the board"],
            id="part of a group",
        ),
        pytest.param(
            "[[Edith Marlow]] denied that [[anyone]] told her. It rained, [[she]] said.",
            ["Edith Marlow", "anyone", "Edith Marlow"],
            id="nobody in particular",
        ),
        pytest.param(
            "Walter Pruitt asked. [[Quarrie Benholt]] spoke, and [[she]] was calm. [[He]] said so.",
            ["Quarrie Benholt", "Quarrie Benholt", "Walter Pruitt"],
            id="a gender learned from a pronoun",
        ),
        pytest.param(
            "Gov. Walter Pruitt met Sen. Edith Marlow. [[The governor]] said it rained.",
            ["Walter Pruitt"],
            id="the long form of a title",
        ),
        pytest.param(
            "[[Jonas Wright, a fishmonger]], said the pier would close. [[He]] said so twice.",
            ["Jonas Wright", "Jonas Wright"],
            id="a description that no list has",
        ),
    ],
)
def test_the_speaker_is_named_in_english(text: str, speakers: list[str | None]) -> None:
    assert speakers_of(text, "en") == speakers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Edith Marlow left. [[Marlow]] said so.", "person", id="person"),
        pytest.param("[[The Harbor Board]] said so.", "body", id="body"),
        pytest.param("[[Local fishermen and residents]] said so.", "group", id="residents"),
        pytest.param("[[Critics]] said so.", "group", id="group"),
        pytest.param("[[A person familiar with it]] said so.", "anonymous", id="familiar"),
    ],
)
def test_a_speaker_has_a_kind(text: str, kind: str) -> None:
    (attribution,) = attributions_of(text, "en")

    assert attribution.speaker is not None
    assert attribution.speaker.kind == kind


def test_a_pronoun_without_anybody_before_it_is_doubted() -> None:
    (attribution,) = attributions_of("[[She]] said it rained.", "en")

    assert [str(doubt) for doubt in attribution.doubts] == ["pronoun not resolved: She"]


def test_a_speaker_has_the_role_that_comes_later() -> None:
    text = "“Baik,” kata [[Wiryo]]. Bupati Blitar Wiryo Sukandar lalu pulang."

    (attribution,) = attributions_of(text, "id")

    assert attribution.speaker is not None
    assert attribution.speaker.role == "Bupati Blitar"
