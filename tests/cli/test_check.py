"""`jelaskan check`: which pages it looks at, and what it says of those that are not finished."""

import json
from pathlib import Path

import pytest

from support import Run, tree

ENGLISH = "content/explainers/night-buses.en.yaml"
INDONESIAN = "content/explainers/banjir-kiriman.id.yaml"


@pytest.fixture
def drafted_site(small_site: Path, jelaskan: Run) -> Path:
    assert jelaskan("draft", "--root", small_site).returncode == 0
    return small_site


def misspell(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\nquotations:" in text
    path.write_text(text.replace("\nquotations:", "\nquotatoins:"), encoding="utf-8")


@pytest.fixture
def broken_site(drafted_site: Path) -> Path:
    """Both pages and the site's people have a misspelt key."""
    misspell(drafted_site / ENGLISH)
    misspell(drafted_site / INDONESIAN)
    (drafted_site / "content/people.yaml").write_text("lia:\n  nmae: Lia\n", encoding="utf-8")
    return drafted_site


def test_what_waits_for_an_editor_is_counted_and_is_no_problem(
    drafted_site: Path, jelaskan: Run
) -> None:
    pages = [(drafted_site / path).read_text(encoding="utf-8") for path in (ENGLISH, INDONESIAN)]
    reviews = sum(page.count("\n  - about: ") for page in pages)

    said = jelaskan("check", "--root", drafted_site)
    quiet = jelaskan("check", "--root", drafted_site, "--quiet")
    found = json.loads(jelaskan("check", "--root", drafted_site, "--json").stdout)

    assert reviews > 2
    assert said.returncode == 0
    assert said.stdout == f"nothing to mend\ndrafts: 2, entries to review: {reviews}\n"
    assert "drafts" not in quiet.stdout
    assert (found["drafts"], found["reviews"]) == (2, reviews)


def test_nothing_is_counted_where_nothing_waits(tmp_path: Path, jelaskan: Run) -> None:
    jelaskan("init", tmp_path / "site", "--language", "en")

    assert jelaskan("check", "--root", tmp_path / "site").stdout == "nothing to mend\n"


@pytest.mark.parametrize("name", ["night-buses", ENGLISH, "seeds/night-buses.txt"])
def test_only_what_is_named_is_checked_and_what_all_share(
    name: str, broken_site: Path, jelaskan: Run
) -> None:
    result = jelaskan("check", "--root", broken_site, name, "--json")

    found = json.loads(result.stdout)
    assert {one["path"] for one in found["problems"]} == {ENGLISH, "content/people.yaml"}
    assert found["drafts"] == 1


def test_only_what_is_named_is_mended(broken_site: Path, jelaskan: Run) -> None:
    before = tree(broken_site)

    jelaskan("check", "--root", broken_site, "--fix", "night-buses")

    after = tree(broken_site)
    assert {path for path in before if before[path] != after[path]} == {
        ENGLISH,
        "content/people.yaml",
    }


def test_a_fault_of_another_article_is_left_out(drafted_site: Path, jelaskan: Run) -> None:
    (drafted_site / "seeds/third.txt").write_text("", encoding="utf-8")

    assert jelaskan("check", "--root", drafted_site).returncode == 1
    assert jelaskan("check", "--root", drafted_site, "night-buses").returncode == 0


def test_a_name_without_a_page_is_a_problem(drafted_site: Path, jelaskan: Run) -> None:
    (drafted_site / "seeds/third.txt").write_text("The bus came late.\n", encoding="utf-8")

    unknown = jelaskan("check", "--root", drafted_site, "nite-buses", "night-buses").stdout
    undrafted = jelaskan("check", "--root", drafted_site, "third").stdout

    assert "U08: no article and no explainer is named nite-buses" in unknown
    assert "did you mean `night-buses`?" in unknown
    assert "seeds/third.txt:1:1: U08: third has no explainer yet" in undrafted
    assert "`jelaskan draft third` writes one" in undrafted
