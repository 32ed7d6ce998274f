"""The made-up site, made once."""

from collections.abc import Mapping

import pytest

import library
from markup import Document

PAGE = "perpustakaan/index.html"


@pytest.fixture(scope="session")
def site() -> Mapping[str, bytes]:
    """The made-up site in two languages, without an address."""
    return library.build()


@pytest.fixture(scope="session")
def document(site: Mapping[str, bytes]) -> Document:
    """Its explainer in Indonesian."""
    return Document(site[PAGE])


@pytest.fixture(scope="session")
def english(site: Mapping[str, bytes]) -> Document:
    """Its explainer in English."""
    return Document(site[f"en/{PAGE}"])
