"""A made-up site with every part of a page filled: one article, its explainer in two languages."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jelaskan import languages
from jelaskan.languages.pack import Basics, LanguagePack
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.page import OutputFile, Page
from jelaskan.model.statements import Furniture, Statements
from jelaskan.model.store import Store, StoredPerson, StoredTerm
from jelaskan.proof.claims import prove
from jelaskan.render.environment import load_templates, render_page
from jelaskan.render.pages import render_site
from jelaskan.settings import Settings

ARTICLE = Article(
    slug="perpustakaan",
    language="id",
    path="seeds/perpustakaan.txt",
    url="https://kabar.example/perpustakaan-malam",
    publisher="Kabar Lembah",
    headline="Perpustakaan Lembah buka sampai tengah malam",
    byline=("Wening Laksita",),
    published="2026-03-11",
    text=(
        "Perpustakaan Lembah akan buka sampai tengah malam mulai Senin (16/3), kata kepala "
        "perpustakaan, Raras Widuri.\n"
        "“Sedikitnya 40 orang menunggu di tangga setiap sore,” kata Raras. “Mereka butuh meja, "
        "bukan izin,”\n"
        "ujarnya.\n"
        "BACA JUGA: Taman kota ditutupWali Kota Lembah, Panji Sadewa membantah bahwa biaya "
        "listrik akan naik. Ia menyebut 30 tahun tanpa jam malam sebagai “masa yang hilang”.\n"
        "Dewan menyetujui anggaran Rp 1,2 miliar pada 12 Maret 2026."
    ),
)
TEASER = "BACA JUGA: Taman kota ditutup"
STATEMENTS = Statements(
    furniture=(Furniture(Mention(ARTICLE.text.index(TEASER), TEASER), "teaser", "rule"),)
)

STORE = Store(
    people={
        "raras-widuri": StoredPerson.model_validate(
            {
                "name": "Raras Widuri",
                "roles": [
                    {"role": {"id": "pensiunan", "en": "retired"}, "since": "2026-09"},
                    {
                        "role": {"id": "kepala perpustakaan", "en": "head librarian"},
                        "affiliation": "Perpustakaan Lembah",
                        "since": "2019",
                        "until": "2026-08",
                    },
                ],
                "about": {"id": "Pustakawan sejak 1998.", "en": "A librarian since 1998."},
                "source": ["https://lembah.example/raras"],
                "as_of": "2026-03-11",
            }
        )
    },
    terms={
        "jam-malam": StoredTerm.model_validate(
            {
                "text": {
                    "id": {"name": "jam malam", "description": "Larangan keluar malam."},
                    "en": {"name": "curfew", "description": "A ban on going out at night."},
                },
                "source": [{"url": "https://kamus.example/jam-malam", "title": "Kamus"}],
                "as_of": "2026-03",
            }
        )
    },
)

INDONESIAN = {
    "language": "id",
    "status": "ready",
    "kicker": "Kota",
    "headline": "Mengapa perpustakaan buka sampai malam?",
    "dek": "Perpustakaan Lembah menambah jam buka, dan biayanya diperdebatkan.",
    "byline": ["Meja Penjelasan"],
    "published": "2026-03-12",
    "updated": "2026-03-13",
    "as_of": "2026-03-12",
    "based_on": ["perpustakaan"],
    "short_answer": "Karena *banyak* orang menunggu. Tidak ada **jam malam** lagi, [kata](#who) kota.",
    "people": [
        {
            "id": "panji",
            "name": "Panji Sadewa",
            "role": "Wali Kota",
            "affiliation": "Kota Lembah",
            "source": ["https://lembah.example/panji"],
        }
    ],
    "key_figures": [
        {
            "id": "antre",
            "as_written": "Sedikitnya 40 orang",
            "value": 40,
            "unit": "orang",
            "bound": "at least",
            "label": "Menunggu setiap sore",
            "meaning": "Mereka menunggu meja, juga saat jam malam.",
            "source": ["https://lembah.example/antre"],
        },
        {
            "id": "tahun",
            "as_written": "30 tahun",
            "value": 30,
            "unit": "tahun",
            "label": "Tanpa jam malam",
        },
        {
            "id": "biaya",
            "as_written": "Rp 1,2 miliar",
            "value": 1.2e9,
            "unit": "IDR",
            "label": "Anggaran",
        },
    ],
    "quotations": [
        {
            "id": "raras-1",
            "text": "Sedikitnya 40 orang menunggu di tangga setiap sore […] Mereka butuh meja, "
            "bukan izin",
            "speaker": "raras-widuri",
            "cue": "kata",
            "topic": "Jam buka",
        },
        {
            "id": "panji-1",
            "text": "biaya listrik akan naik",
            "speaker": "panji",
            "kind": "indirect",
            "polarity": "denied",
            "cue": "membantah bahwa",
            "topic": "Biaya",
        },
        {
            "id": "panji-2",
            "text": "30 tahun tanpa jam malam sebagai “masa yang hilang”",
            "speaker": "panji",
            "kind": "mixed",
            "topic": "Jam buka",
        },
    ],
    "sections": [
        {
            "heading": "Siapa yang menunggu?",
            "body": "Para pelajar.\n\n- pagi\n- sore, saat jam malam berlaku\n\nLihat [kota]"
            "(https://lembah.example/).",
            "source": ["https://lembah.example/antre"],
        },
        {"heading": "Berapa biayanya?", "body": "Dewan menyetujuinya. Konsensus perlu."},
    ],
    "timeline": [
        {"date": "1996", "text": "Jam malam dicabut.", "source": ["https://lembah.example/96"]},
        {"date": "2010-05", "text": "Gedung baru.", "source": ["https://lembah.example/10"]},
        {
            "date": "2026-03-16",
            "text": "Perpustakaan buka sampai malam.",
            "as_written": "Senin (16/3)",
            "inferred": "tahunnya dari tanggal terbit",
        },
    ],
    "glossary": [
        "jam-malam",
        {
            "id": "konsensus",
            "name": "konsensus",
            "description": "Keputusan yang diterima semua.",
            "as_of": "2026",
        },
        {"id": "dewan", "name": "Dewan"},
    ],
    "notes": [
        {
            "quote": "Senin (16/3), kata kepala perpustakaan",
            "text": "Artikel tidak menyebut tahunnya.",
            "source": ["https://lembah.example/kalender"],
        }
    ],
    "related": [{"title": "Taman kota ditutup"}],
    "changes": [{"date": "2026-03-13", "text": "Angka antrean diperbaiki."}],
}

ENGLISH = {
    **INDONESIAN,
    "language": "en",
    "headline": "Why is the library open until midnight?",
    "dek": "The library of Lembah adds hours, and its cost is disputed.",
    "short_answer": "Because *many* people wait. There is no **curfew** any more.",
    "quotations": [
        {
            **quotation,
            "translation": translation,
            "cue": None,
        }
        for quotation, translation in zip(
            INDONESIAN["quotations"],  # type: ignore[call-overload]
            (
                "At least 40 people wait on the stairs every afternoon […] They need desks.",
                "the cost of power would rise",
                "30 years without a curfew as “lost time”",
            ),
            strict=True,
        )
    ],
    "sections": [{"heading": "Who waits?", "body": "Pupils, after the curfew."}],
}


def explainer_file(value: Mapping[str, object], slug: str = "perpustakaan") -> ExplainerFile:
    """Return an explainer file from what its YAML would hold."""
    explainer = Explainer.model_validate_json(json.dumps(value))
    name = f"content/explainers/{slug}.{explainer.language}.yaml"
    return ExplainerFile(name, slug, explainer, {})


def packs(**more: LanguagePack) -> dict[str, LanguagePack]:
    """Return the packs at hand, and some more."""
    return {code: languages.load(code) for code in languages.available()} | more


def right_to_left_pack() -> LanguagePack:
    """Return a pack that reads from right to left, with English labels."""
    return dataclasses.replace(
        languages.load("en"), code="ar", basics=Basics(name="العربية", direction="rtl")
    )


def make_pages(
    explainers: Sequence[ExplainerFile] | None = None,
    *,
    articles: Sequence[Article] = (ARTICLE,),
    settings: Settings | None = None,
    known: Mapping[str, LanguagePack] | None = None,
    store: Store = STORE,
) -> list[Page]:
    """Return the pages of a site, of the made-up one if no explainers are given."""
    if explainers is None:
        explainers = (explainer_file(INDONESIAN), explainer_file(ENGLISH))
    by_slug = {article.slug: article for article in articles}
    pages = render_site(
        explainers,
        articles=by_slug,
        statements={ARTICLE.slug: STATEMENTS} if ARTICLE in articles else {},
        proofs={file.path: prove(file.explainer, by_slug) for file in explainers},
        store=store,
        settings=settings or Settings(languages=("id", "en")),
        packs=known or packs(),
    )
    return list(pages)


def build(
    explainers: Sequence[ExplainerFile] | None = None,
    *,
    root: Path = Path("/nonexistent"),
    **more: Any,
) -> dict[str, bytes]:
    """Return the files of a site by path; `make_pages` says of which."""
    templates = load_templates(root)
    rendered = [render_page(page, templates) for page in make_pages(explainers, **more)]
    files = [file for file in rendered if isinstance(file, OutputFile)]
    assert len(files) == len(rendered), rendered
    assert len({file.path for file in files}) == len(files)
    return {file.path: file.data for file in files}
