"""A made-up article about an embankment, what is found in it, and an explainer without a fault."""

from decimal import Decimal

from jelaskan.check import check
from jelaskan.files.yaml_file import validate
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import (
    Attribution,
    Furniture,
    Person,
    Quantity,
    Statements,
    TermCandidate,
    TimeExpression,
)
from jelaskan.model.store import HeldRole, Store, StoredPerson, StoredTerm, TermText
from jelaskan.problems import Problem
from jelaskan.proof.claims import prove

PATH = "content/explainers/tanggul.id.yaml"

TEXT = """\
Bupati Rawa Jingga, Wening Larasati mengatakan, tanggul Kali Opak akan ditinggikan pada 3 Mei 2025.
“Kami tidak akan menunggu air pasang berikutnya,” kata Wening. “Warga sudah terlalu lama cemas.”
BACA JUGA: Setelah 7 Tahun, Pasar Rawa Jingga Dibuka Lagi
Sedikitnya 40 rumah di tepi kali akan dipindahkan, ujar Kepala Dinas Air Tegar Sanjaya.
Wening membantah bahwa warga dipaksa pindah. Ia menyebut pekerjaan itu “jauh lebih murah” daripada
menanggung banjir. Biayanya Rp2,5 miliar, atau 12 persen dari anggaran desa.
Menurut Tegar, peredam pasang dipasang pada Senin (5/5). Peredam pasang adalah tembok berlubang.
“Kami siap,” kata Tegar. Petugas juga berkata: “Kami siap.”
"""

EXPLAINER = """\
language: id
status: draft
headline: Tanggul Kali Opak ditinggikan
dek: Sedikitnya 40 rumah dipindahkan.
published: 2025-05-01
based_on: [tanggul]
short_answer: >-
  Tanggul ditinggikan, [kata bupati](#quotation-wening-1).
people:
  - id: wening
    name: Wening Larasati
    role: Bupati
    affiliation: Rawa Jingga
key_figures:
  - id: rumah
    as_written: Sedikitnya 40 rumah
    value: 40
    unit: rumah
    bound: at least
    label: Rumah yang dipindahkan
quotations:
  - id: wening-1
    speaker: wening
    text: Kami tidak akan menunggu air pasang berikutnya […] Warga sudah terlalu lama cemas
  - id: wening-2
    speaker: wening
    kind: indirect
    polarity: denied
    text: warga dipaksa pindah
  - id: tegar-1
    speaker: tegar
    text: Kami siap
    near: kata Tegar. Petugas
sections:
  - heading: Mengapa sekarang?
    body: Karena [biayanya](https://example.org/biaya) kecil. Lihat [tanggalnya](#time-1).
timeline:
  - date: 2025-05-03
    as_written: 3 Mei 2025
    text: Tanggul ditinggikan.
  - date: 2025-05-05
    as_written: Senin (5/5)
    inferred: Tahun dari tanggal terbit.
    text: Peredam dipasang.
glossary:
  - tanggul
  - id: peredam-pasang
    name: peredam pasang
    description: Tembok berlubang.
notes:
  - quote: jauh lebih murah
    text: Artikel tidak menyebut pembandingnya.
"""


def mention(words: str, *, after: str = "") -> Mention:
    """Return words of the article, the first ones after others."""
    start = TEXT.index(words, TEXT.index(after))
    return Mention(start, words)


WENING = Person("Wening Larasati", "person", role="Bupati Rawa Jingga", aliases=("Wening",))
TEGAR = Person("Tegar Sanjaya", "person", role="Kepala Dinas Air", aliases=("Tegar",))

STATEMENTS = Statements(
    attributions=(
        Attribution(
            (mention("Kami tidak akan menunggu air pasang berikutnya"),),
            "direct",
            mention("kata"),
            mention("Wening", after="kata"),
            WENING,
            "made-up",
        ),
        Attribution(
            (mention("warga dipaksa pindah"),),
            "indirect",
            mention("membantah"),
            None,
            WENING,
            "made-up",
            polarity="denied",
        ),
        Attribution(
            (mention("Kami siap"),), "direct", mention("kata", after="siap"), None, TEGAR, "made-up"
        ),
    ),
    quantities=(
        Quantity(
            mention("40 rumah"),
            (Decimal(40),),
            "rumah",
            "at least",
            "made-up",
            bound_mention=mention("Sedikitnya"),
        ),
        Quantity(mention("Rp2,5 miliar"), (Decimal(2_500_000_000),), "IDR", "exact", "made-up"),
        Quantity(mention("12 persen"), (Decimal(12),), "percent", "exact", "made-up"),
    ),
    times=(
        TimeExpression(mention("3 Mei 2025"), "2025-05-03", "explicit", "made-up"),
        TimeExpression(mention("Senin (5/5)"), "2025-05-05", "daymonth", "made-up"),
    ),
    people=(WENING, TEGAR),
    furniture=(
        Furniture(
            mention("BACA JUGA: Setelah 7 Tahun, Pasar Rawa Jingga Dibuka Lagi"),
            "teaser",
            "made-up",
            mention("Setelah 7 Tahun, Pasar Rawa Jingga Dibuka Lagi"),
        ),
    ),
    terms=(
        TermCandidate(mention("tanggul"), 1, None, "made-up"),
        TermCandidate(
            mention("peredam pasang"),
            2,
            mention("Peredam pasang adalah tembok berlubang"),
            "made-up",
        ),
        TermCandidate(mention("air pasang"), 1, None, "made-up"),
    ),
    sentences=tuple(
        mention(words)
        for words in (
            TEXT.splitlines()[0],
            TEXT.splitlines()[3],
            "Menurut Tegar, peredam pasang dipasang pada Senin (5/5).",
        )
    ),
)

STORE = Store(
    people={
        "tegar": StoredPerson(
            name="Tegar Sanjaya",
            roles=(HeldRole(role={"id": "Kepala Dinas Air"}, since="2023"),),
        )
    },
    terms={
        "tanggul": StoredTerm(
            text={"id": TermText(name="tanggul", description="Tembok tanah di tepi air.")}
        ),
        "dike": StoredTerm(
            text={"en": TermText(name="dike", description="A wall of earth beside water.")}
        ),
    },
)

ARTICLE = Article("tanggul", "id", TEXT, "seeds/tanggul.txt", published="2025-05-01")


def problems_of(
    text: str,
    *,
    article: Article = ARTICLE,
    statements: Statements = STATEMENTS,
    store: Store = STORE,
) -> list[Problem]:
    """Return what a check finds in the text of an explainer file, in file order."""
    yaml_file, problems = parse_yaml(text, PATH)
    assert yaml_file is not None, problems
    assert problems == ()
    explainer, problems = validate(yaml_file, Explainer)
    assert explainer is not None, problems
    file = ExplainerFile(yaml_file.path, article.slug, explainer, yaml_file.places, text=text)
    articles = {article.slug: article}
    proofs = prove(explainer, articles)
    found = check(file, articles, {article.slug: statements}, store, proofs, languages=("id", "en"))
    return sorted(set(found))


def exchange(*changes: tuple[str, str]) -> str:
    """Return the explainer without a fault after words of it were exchanged."""
    text = EXPLAINER
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
