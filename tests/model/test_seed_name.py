"""Seeds are known by slugs, however they are named."""

from pathlib import Path

import pytest

from jelaskan.model.seed_name import named_slug, path_slug, slugify


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Harga Beras Naik (2).txt", "harga-beras-naik-2"),
        ("Łódź_ÖRE–straße.md", "lodz-ore-strasse"),
        ("beras.id.txt", "beras-id"),
        ("a" * 90 + ".txt", "a" * 80),
        ("kata " * 20 + ".txt", "-".join(["kata"] * 16)),
        ("米.txt", "article-fc5a62f8"),
    ],
)
def test_a_slug_is_readable_ascii(name: str, slug: str) -> None:
    assert path_slug(Path(name)) == slug


def test_a_slug_is_made_of_all_words_of_a_headline() -> None:
    assert slugify("Who wins: Larasati/Sanjaya?/") == "who-wins-larasati-sanjaya"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("harga-beras", "harga-beras"),
        ("Harga Beras", "harga-beras"),
        ("seeds/Harga Beras.TXT", "harga-beras"),
        ("2024.12.03-banjir", "2024-12-03-banjir"),
        ("seeds/2024.12.03-banjir.txt", "2024-12-03-banjir"),
        ("./content/explainers/harga-beras.id.yaml", "harga-beras"),
        ("harga-beras.yml", "harga-beras"),
    ],
)
def test_a_name_means_a_slug(name: str, slug: str) -> None:
    assert named_slug(name) == slug
