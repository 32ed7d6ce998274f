"""What `check` takes for a part of a page is one, and no part of a page is unknown to it."""

import re
from collections.abc import Mapping

import pytest

import embankment
import library
from jelaskan.check.evidence import Evidence
from jelaskan.check.links import find_anchors
from jelaskan.model.store import Store
from jelaskan.proof.claims import prove
from jelaskan.settings import Settings
from markup import Document

OUR_OWN = re.compile(r"source-\d+|about-.+|lanes")
"""What no editor should link to: see `find_anchors`."""
TIMES = [
    {"date": "1999", "text": "Lama.", "source": ["https://example.org/1999"]},
    {"id": "buka", "date": "2001", "text": "Buka.", "source": ["https://example.org/2001"]},
    {"date": "2003", "text": "Tutup.", "source": ["https://example.org/2003"]},
]
BARE = {"language": "id", "headline": "Hanya judul", "based_on": ["perpustakaan"]}


@pytest.mark.parametrize(
    ("explainer", "store"),
    [
        pytest.param(library.INDONESIAN, library.STORE, id="every part"),
        pytest.param(library.ENGLISH, library.STORE, id="some parts"),
        pytest.param(BARE, library.STORE, id="no part"),
        pytest.param({**BARE, "timeline": TIMES}, library.STORE, id="named and counted times"),
        pytest.param({**BARE, "glossary": ["tanggul"]}, embankment.STORE, id="a stored term"),
        pytest.param({**BARE, "glossary": ["dike"]}, embankment.STORE, id="a foreign term"),
    ],
)
def test_check_knows_every_part_of_a_page(explainer: Mapping[str, object], store: Store) -> None:
    file = library.explainer_file(explainer)
    articles = {library.ARTICLE.slug: library.ARTICLE}
    site = library.build([file], settings=Settings(), store=store)
    page = Document(site[library.ARTICLE.slug + "/index.html"])
    evidence = Evidence(file, articles, {}, store, prove(file.explainer, articles))

    assert {each for each in page.ids if not OUR_OWN.fullmatch(each)} == {*find_anchors(evidence)}
