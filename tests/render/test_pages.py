"""Which pages a site has, and that every link between them leads somewhere."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

import library
from jelaskan.model.article import Article
from jelaskan.render.plan import find_places
from jelaskan.settings import Settings
from library import ENGLISH, INDONESIAN, build, explainer_file
from markup import Document, dead_links

ROOT = Path(__file__).parents[2]
ADDRESS = "https://jelaskan.example/berita"


def pages_of(site: Mapping[str, bytes]) -> set[str]:
    return {path for path in site if path.endswith(".html")}


def test_the_first_language_stands_at_the_root_and_the_others_in_folders(
    site: Mapping[str, bytes],
) -> None:
    at_the_root = {
        "index.html",
        "glossary/index.html",
        "people/panji-sadewa/index.html",
        "people/raras-widuri/index.html",
        "perpustakaan/index.html",
    }

    assert pages_of(site) == at_the_root | {f"en/{path}" for path in at_the_root} | {"404.html"}


def test_it_is_known_before_pages_are_made_where_they_will_stand(
    site: Mapping[str, bytes],
) -> None:
    files = [explainer_file(INDONESIAN), explainer_file(ENGLISH)]
    places = find_places(files, Settings(languages=("id", "en")), ["id"])

    paths = [place.path for place in places]
    assert sorted(paths) == sorted(path for path in pages_of(site) if "people/" not in path)


def test_without_settings_the_most_frequent_language_is_first() -> None:
    files = [explainer_file(ENGLISH), explainer_file({**ENGLISH}, "second")]
    site = build([explainer_file(INDONESIAN), *files], settings=Settings())

    assert {"second/index.html", "perpustakaan/index.html", "id/perpustakaan/index.html"} <= set(
        site
    )


def test_a_site_without_explainers_still_has_an_index_and_a_glossary() -> None:
    site = build([])

    assert "Belum ada penjelasan." in Document(site["index.html"]).text("main")
    assert "en/glossary/index.html" in site
    assert list(dead_links(site)) == []


@pytest.mark.parametrize("address", [None, ADDRESS])
def test_every_link_leads_to_a_file_and_a_fragment_that_exist(address: str | None) -> None:
    settings = Settings(languages=("id", "en"), address=address)

    assert list(dead_links(build(settings=settings))) == []


def test_no_page_gives_one_id_twice(site: Mapping[str, bytes]) -> None:
    twice = {
        path: repeated
        for path in pages_of(site)
        if (ids := Document(site[path]).ids)
        and (repeated := [each for each in ids if ids.count(each) > 1])
    }

    assert twice == {}


def test_every_tag_is_closed(site: Mapping[str, bytes]) -> None:
    unmatched = {path: Document(site[path]).unmatched for path in pages_of(site)}

    assert not any(unmatched.values()), unmatched


def test_the_same_input_gives_the_same_bytes(site: Mapping[str, bytes]) -> None:
    assert build() == site


def test_a_whole_page_is_as_it_was(
    site: Mapping[str, bytes], golden: Callable[[str, bytes], None]
) -> None:
    # One element a line, so that a difference is read where it is; no style, which has its own.
    page = re.sub(rb"<style>.*?</style>|style-src '[^']*'; ", b"", site["perpustakaan/index.html"])

    golden("perpustakaan/page.html", re.sub(rb"(?<=>)(?=<(?!/))", b"\n", page))


def test_editions_link_to_each_other_in_their_own_language(document: Document) -> None:
    (link,) = [each for each in document.all("a") if "hreflang" in each]

    assert link["href"] == "../en/perpustakaan/index.html"
    assert (link["hreflang"], link["lang"]) == ("en", "en")


def test_without_an_address_nothing_absolute_of_the_site_is_written(
    site: Mapping[str, bytes], document: Document
) -> None:
    assert not [path for path in site if path.endswith((".xml", ".txt"))]
    assert [each["rel"] for each in document.all("link")] == ["icon"]
    assert b"og:url" not in site["perpustakaan/index.html"]


def test_with_an_address_pages_name_it_and_machines_find_them() -> None:
    site = build(settings=Settings(languages=("id", "en"), address=f"{ADDRESS}/"))
    links = {
        (each["rel"], each.get("hreflang", "")): each["href"]
        for each in Document(site["en/perpustakaan/index.html"]).all("link")
    }
    sitemap = [each.text for each in ElementTree.fromstring(site["sitemap.xml"]).iter()]
    feed = ElementTree.fromstring(site["en/feed.xml"])

    assert links["canonical", ""] == f"{ADDRESS}/en/perpustakaan/"
    assert links["alternate", "id"] == f"{ADDRESS}/perpustakaan/"
    assert f"{ADDRESS}/people/panji-sadewa/" in sitemap
    assert feed.findtext("{*}entry/{*}id") == f"{ADDRESS}/en/perpustakaan/"
    assert feed.findtext("{*}updated") == "2026-03-13T00:00:00Z"
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in site["robots.txt"].decode()


def test_the_page_for_lost_addresses_leads_home_from_any_depth() -> None:
    site = build(settings=Settings(languages=("id", "en"), address=ADDRESS))

    assert {each["href"] for each in Document(site["404.html"]).all("a")} == {
        "#main",
        f"{ADDRESS}/",
        f"{ADDRESS}/glossary/",
    }


def test_a_draft_says_so_on_its_page_and_in_the_index() -> None:
    review = [{"about": "panji-1", "reason": "kutipan tanpa penutup"}]
    draft = explainer_file({**INDONESIAN, "status": "draft", "review": review})
    site = build([draft], settings=Settings(address=ADDRESS))
    page = Document(site["perpustakaan/index.html"])

    assert "belum diperiksa redaktur" in page.text("draft")
    assert "panji-1 : kutipan tanpa penutup" in page.text("draft")
    assert "Draf" in Document(site["index.html"]).text("entries")
    assert b"<entry>" not in site["feed.xml"]


def test_a_speakers_page_has_all_explainers_newest_first() -> None:
    later = {
        **INDONESIAN,
        "headline": "Kabar kedua",
        "updated": "2026-10-02",
        "as_of": "2026-10-01",
    }
    site = build([explainer_file(INDONESIAN), explainer_file(later, "kedua")])
    person = Document(site["people/raras-widuri/index.html"]).text("main")

    assert person.index("Kabar kedua") < person.index("Mengapa perpustakaan buka")
    assert person.index("pensiunan") < person.index("kepala perpustakaan")


def test_a_term_that_only_one_of_two_drafts_describes_is_listed_once() -> None:
    named = {"id": "jam-malam", "name": "jam malam"}
    first = {**INDONESIAN, "glossary": [named]}
    second = {**INDONESIAN, "glossary": [{**named, "description": "Larangan keluar rumah."}]}
    site = build([explainer_file(first), explainer_file(second, "kedua")])
    glossary = Document(site["glossary/index.html"]).text("main")

    assert glossary.count("Larangan keluar rumah.") == 1


def test_two_people_with_one_surname_are_never_taken_for_one() -> None:
    quotations = [{"id": "satu", "text": "biaya listrik akan naik", "speaker": "sadewa"}]
    panji, bima = (
        {**INDONESIAN, "people": [{"id": "sadewa", "name": name}], "quotations": quotations}
        for name in ("Panji Sadewa", "Bima Sadewa")
    )
    site = build([explainer_file(panji), explainer_file(bima, "kedua")])

    assert {"people/panji-sadewa/index.html", "people/bima-sadewa/index.html"} <= set(site)


def test_unnamed_sources_of_two_explainers_are_never_taken_for_one() -> None:
    people = [{"id": "warga", "name": "seorang warga", "kind": "anonymous"}]
    quotations = [{"id": "satu", "text": "biaya listrik akan naik", "speaker": "warga"}]
    value = {**INDONESIAN, "people": people, "quotations": quotations}
    site = build([explainer_file(value), explainer_file(value, "kedua")])

    assert {"people/perpustakaan-warga/index.html", "people/kedua-warga/index.html"} <= set(site)


def test_the_twin_says_where_every_claim_stands(site: Mapping[str, bytes]) -> None:
    twin = json.loads(site["en/perpustakaan/index.json"])
    (article,) = twin["articles"]
    claims = {claim["part"]: claim["passages"][0]["spans"] for claim in twin["claims"]}

    assert [article["text"][start:end] for start, end in claims["quotation-raras-1"]] == [
        "Sedikitnya 40 orang menunggu di tangga setiap sore",
        "Mereka butuh meja, bukan izin",
    ]
    assert twin["people"][0]["role"] == "head librarian"


def test_linked_data_parses_and_names_the_direct_quotations_only(
    site: Mapping[str, bytes],
) -> None:
    blocks = {
        path: json.loads(found[1])
        for path in pages_of(site)
        if (found := re.search(rb'<script type="application/ld\+json">(.*?)</script>', site[path]))
    }
    linked = blocks["perpustakaan/index.html"]

    assert linked["@type"] == "BackgroundNewsArticle"
    assert linked["isBasedOn"][0]["url"] == library.ARTICLE.url
    assert [part["creator"]["name"] for part in linked["hasPart"]] == ["Raras Widuri"]
    assert {term["name"] for term in linked["mentions"]["hasDefinedTerm"]} == {
        "jam malam",
        "konsensus",
    }
    assert set(blocks) == pages_of(site) - {"404.html"}


def nodes(value: object) -> Iterator[dict[str, object]]:
    """Yield every node of linked data."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


REQUIRED = {
    "BackgroundNewsArticle": {"headline", "description", "inLanguage", "isBasedOn"},
    "NewsArticle": {"headline", "inLanguage"},
    "Quotation": {"@id", "text", "creator"},
    "DefinedTermSet": {"@id", "hasDefinedTerm"},
    "DefinedTerm": {"@id", "name", "description"},
    "ProfilePage": {"mainEntity"},
    "WebSite": {"name", "inLanguage"},
    "Person": {"name"},
    "Organization": {"name"},
}


@pytest.mark.parametrize("address", [None, ADDRESS])
def test_linked_data_is_of_types_and_places_that_exist(address: str | None) -> None:
    site = build(settings=Settings(languages=("id", "en"), address=address))
    for path in pages_of(site) - {"404.html"}:
        (block,) = re.findall(rb"<script[^>]*>(.*?)</script>", site[path])
        ids = {f"#{each}" for each in Document(site[path]).ids}
        for node in nodes(json.loads(block)):
            assert REQUIRED[str(node["@type"])] <= set(node), path
            assert node.get("@id") in {None, "#glossary"} | ids, path
            assert str(node.get("url", "https://")).startswith("https://"), path
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(node.get("datePublished", "2026-01-01")))


def test_a_sites_own_templates_come_first(tmp_path: Path) -> None:
    (tmp_path / "templates/style").mkdir(parents=True)
    (tmp_path / "templates/style/theme.css").write_text(":root { --link: #006633; }")
    (tmp_path / "templates/404.html").write_text(
        '{% extends "base.html" %}{% block main %}<h1>Nihil</h1>{% endblock %}'
    )
    site = build(root=tmp_path)

    assert b":root{--link:#006633}" in site["index.html"]
    assert Document(site["404.html"]).text("h1") == "Nihil"


def test_a_site_changes_one_block_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/explainer.html").write_text(
        '{% extends "packaged/explainer.html" %}'
        "{% block short_answer %}{{ super() }}<p>Tanya kami</p>{% endblock %}"
    )
    main = Document(build(root=tmp_path)["perpustakaan/index.html"]).text("main")

    assert main.index("Jawaban singkat") < main.index("Tanya kami") < main.index("Angka kunci")


def test_the_theming_guide_names_every_block_and_property() -> None:
    guide = (ROOT / "docs/theming.md").read_text(encoding="utf-8")
    templates = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "templates").glob("*.html")
    )
    style = (ROOT / "templates/style/page.css").read_text(encoding="utf-8")

    assert {
        name for name in re.findall(r"{% block (\w+)", templates) if f"`{name}`" not in guide
    } == set()
    assert {
        name for name in re.findall(r"^  (--\w+):", style, re.MULTILINE) if f"`{name}`" not in guide
    } == set()


def test_the_examples_of_the_theming_guide_work_as_they_stand(tmp_path: Path) -> None:
    guide = (ROOT / "docs/theming.md").read_text(encoding="utf-8")
    (css,) = re.findall(r"```css\n(.*?)```", guide, re.DOTALL)
    (jinja,) = re.findall(r"```jinja\n(.*?)```", guide, re.DOTALL)
    (tmp_path / "templates/style").mkdir(parents=True)
    (tmp_path / "templates/style/theme.css").write_text(css)
    (tmp_path / "templates/explainer.html").write_text(jinja)
    page = build(root=tmp_path)["perpustakaan/index.html"]

    assert page.rindex(b"--link:#1d5c38") > page.rindex(b"--link:#0b5a66")
    assert "Tanya redaksi" in Document(page).text("main")
    assert "Angka kunci" in Document(page).text("main")


def test_a_page_in_a_language_without_a_pack_has_its_direction_and_english_labels() -> None:
    article = Article(slug="makala", language="ar", path="seeds/makala.txt", text="قال سامي: نعم.")
    value = {"language": "ar", "headline": "لماذا؟", "based_on": ["makala"]}
    site = build([explainer_file(value, "makala")], articles=[article], settings=Settings())
    (html,) = Document(site["makala/index.html"]).all("html")

    assert html == {"lang": "ar", "dir": "rtl"}
    assert "The article" in Document(site["makala/index.html"]).text("main")
