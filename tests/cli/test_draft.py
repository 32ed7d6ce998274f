"""`jelaskan draft`: first drafts, and what is new in an article later."""

import re
import subprocess
from pathlib import Path

import pytest

from support import Run, tree

ENGLISH = "content/explainers/night-buses.en.yaml"


@pytest.fixture
def drafted_site(small_site: Path, jelaskan: Run) -> Path:
    assert jelaskan("draft", "--root", small_site).returncode == 0
    return small_site


def change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


def add_to_the_article(root: Path) -> None:
    seed = root / "seeds/night-buses.txt"
    change(
        seed,
        "The council will review",
        "“We will see,” Per Lindqvist said.\n\nThe council will review",
    )


def test_only_what_is_named_is_drafted(small_site: Path, jelaskan: Run) -> None:
    result = jelaskan("draft", "--root", small_site, "night-buses")

    assert result.stdout == f"drafted {ENGLISH}\n"
    assert result.returncode == 0
    assert [path.name for path in (small_site / "content/explainers").iterdir()] == [
        "night-buses.en.yaml"
    ]


@pytest.mark.parametrize(
    "name",
    ["2024.12.03 Night.txt", "seeds/2024.12.03 Night.txt", "2024.12.03 Night", "2024-12-03-night"],
)
def test_an_article_is_named_by_its_file_or_its_slug(
    name: str, small_site: Path, jelaskan: Run
) -> None:
    (small_site / "seeds/night-buses.txt").rename(small_site / "seeds/2024.12.03 Night.txt")
    path = "content/explainers/2024-12-03-night.en.yaml"

    drafted = jelaskan("draft", "--root", small_site, name)
    updated = jelaskan("draft", "--root", small_site, "--update", path)

    assert (drafted.stdout, drafted.stderr) == (f"drafted {path}\n", "")
    assert (updated.stdout, updated.returncode) == (f"{path}: nothing new\n", 0)


@pytest.mark.parametrize("names", [(), ("night-buses",)], ids=["all", "one"])
def test_a_faulty_seed_keeps_no_other_from_being_drafted(
    names: tuple[str, ...], small_site: Path, jelaskan: Run
) -> None:
    (small_site / "seeds/bad.txt").write_text("---\nheadline: a: b\n---\nThe bridge opens.\n")

    result = jelaskan("draft", "--root", small_site, *names)

    assert f"drafted {ENGLISH}\n" in result.stdout
    assert "seeds/bad.txt:2:12: Y01: " in result.stderr
    assert "nothing was drafted" not in result.stderr
    assert result.returncode == 1
    assert not list(small_site.glob("content/explainers/bad.*"))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("content/people.yaml", "a: b\n", id="people"),
        pytest.param("content/explainers/buses.en.yaml", "based_on: a: b\n", id="an explainer"),
    ],
)
def test_where_it_is_not_known_what_to_draft_that_is_said(
    path: str, text: str, small_site: Path, jelaskan: Run
) -> None:
    (small_site / path).parent.mkdir(parents=True)
    (small_site / path).write_text(text)
    before = tree(small_site)

    result = jelaskan("draft", "--root", small_site)

    assert result.returncode == 1
    assert result.stderr.endswith("nothing was drafted\n")
    assert tree(small_site) == before


def test_a_fault_elsewhere_in_an_explainer_keeps_nothing_from_being_drafted(
    small_site: Path, jelaskan: Run
) -> None:
    assert jelaskan("draft", "--root", small_site, "banjir-kiriman").returncode == 0
    change(
        small_site / "content/explainers/banjir-kiriman.id.yaml", "status: draft", "status: dratf"
    )

    result = jelaskan("draft", "--root", small_site)

    assert f"drafted {ENGLISH}\n" in result.stdout
    assert "Y14" in result.stderr


def test_an_explainer_that_exists_is_left_and_said(drafted_site: Path, jelaskan: Run) -> None:
    before = tree(drafted_site)

    named = jelaskan("draft", "--root", drafted_site, "seeds/night-buses.txt")
    all_of_them = jelaskan("draft", "--root", drafted_site)

    assert named.returncode == 1
    assert f"{ENGLISH}:1:1: U07: night-buses has an explainer" in named.stderr
    assert "`jelaskan draft --update night-buses`" in named.stderr
    assert all_of_them.returncode == 0
    assert "--update brings in what is new" in all_of_them.stdout
    assert tree(drafted_site) == before


@pytest.mark.parametrize("options", [(), ("--update",)], ids=["draft", "update"])
def test_a_name_that_nothing_has_is_a_problem(
    options: tuple[str, ...], drafted_site: Path, jelaskan: Run
) -> None:
    result = jelaskan("draft", "--root", drafted_site, *options, "nite-buses")

    assert result.returncode == 1
    assert "U08: no article and no explainer is named nite-buses" in result.stderr
    assert "did you mean `night-buses`?" in result.stderr


def test_a_dry_run_shows_a_difference_and_writes_nothing(small_site: Path, jelaskan: Run) -> None:
    before = tree(small_site)

    new = jelaskan("draft", "--root", small_site, "--dry-run", "night-buses")

    assert tree(small_site) == before
    assert new.stdout.startswith(f"--- /dev/null\n+++ b/{ENGLISH}\n@@ -0,0 +1,")

    jelaskan("draft", "--root", small_site)
    add_to_the_article(small_site)
    before = tree(small_site)
    difference = jelaskan("draft", "--root", small_site, "--update", "--dry-run").stdout
    assert tree(small_site) == before

    subprocess.run(["git", "apply", "-"], input=difference, text=True, cwd=small_site, check=True)
    by_patch = tree(small_site)
    for path, content in before.items():
        (small_site / path).write_bytes(content)
    result = jelaskan("draft", "--root", small_site, "--update")
    assert result.returncode == 0, result.stderr
    assert tree(small_site) == by_patch


def test_a_dry_run_says_where_nothing_is_new(drafted_site: Path, jelaskan: Run) -> None:
    result = jelaskan("draft", "--root", drafted_site, "--update", "--dry-run")

    assert result.stdout == (
        f"content/explainers/banjir-kiriman.id.yaml: nothing new\n{ENGLISH}: nothing new\n"
    )


def test_an_update_says_which_article_has_no_page(drafted_site: Path, jelaskan: Run) -> None:
    (drafted_site / "seeds/third.txt").write_text("The bus came late.\n", encoding="utf-8")

    result = jelaskan("draft", "--root", drafted_site, "--update", "third")

    assert result.returncode == 1
    assert "seeds/third.txt:1:1: U08: third has no explainer yet" in result.stderr


def test_an_update_says_what_came_in(drafted_site: Path, jelaskan: Run) -> None:
    add_to_the_article(drafted_site)

    first = jelaskan("draft", "--root", drafted_site, "--update")
    before = tree(drafted_site)
    second = jelaskan("draft", "--root", drafted_site, "--update")

    assert first.stdout == (
        "content/explainers/banjir-kiriman.id.yaml: nothing new\n"
        f"updated {ENGLISH}: quotations +1, review +1\n"
    )
    assert f"{ENGLISH}: nothing new\n" in second.stdout
    assert tree(drafted_site) == before


def test_a_page_whose_review_is_empty_waits_for_what_is_new(
    drafted_site: Path, jelaskan: Run
) -> None:
    path = drafted_site / ENGLISH
    path.write_text(
        re.sub(r"review:\n(?:  .*\n)+", "review: []\n", path.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    change(path, "status: draft", "status: ready")
    add_to_the_article(drafted_site)

    updated = jelaskan("draft", "--root", drafted_site, "--update", "night-buses")
    checked = jelaskan("check", "--root", drafted_site)

    assert updated.stdout == f"updated {ENGLISH}: quotations +1, review +1\n"
    assert [*re.findall(r": (U\d\d): ", updated.stderr)] == ["U06"]
    assert checked.stdout.count(": C09: ") == 1


def test_words_that_the_article_changed_are_shown_in_both_wordings(
    drafted_site: Path, jelaskan: Run
) -> None:
    change(drafted_site / "seeds/night-buses.txt", "At least 14 drivers", "At least 16 drivers")
    path = drafted_site / ENGLISH
    before = path.read_bytes()

    result = jelaskan("draft", "--root", drafted_site, "--update", "night-buses")

    assert result.returncode == 1
    assert "the page has “At least 14 drivers”" in result.stderr
    assert "the article, seeds/night-buses.txt:13:74: “At least 16 drivers”" in result.stderr
    # Only the memory of what was shown may grow.
    assert path.read_bytes().startswith(before)
    assert all(
        line.startswith(b"# offered: ") for line in path.read_bytes()[len(before) :].splitlines()
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("kind: direct", "kind: direct: said", "Y01", id="syntax"),
        pytest.param(
            "status: draft", "status: draft\nstatus: draft", "Y04", id="key written twice"
        ),
        pytest.param("status: draft", "statsu: draft", "Y10", id="unknown key"),
        pytest.param("based_on: [night-buses]", "based_on: [no-buses]", "U09", id="no article"),
    ],
)
def test_a_file_with_a_fault_is_left(
    old: str, new: str, code: str, drafted_site: Path, jelaskan: Run
) -> None:
    path = drafted_site / ENGLISH
    change(path, old, new)
    add_to_the_article(drafted_site)
    before = path.read_bytes()

    result = jelaskan("draft", "--root", drafted_site, "--update")

    assert result.returncode == 1
    assert f": {code}: " in result.stderr
    assert path.read_bytes() == before
    assert "banjir-kiriman.id.yaml: nothing new" in result.stdout


def test_bytes_around_what_is_new_are_kept(drafted_site: Path, jelaskan: Run) -> None:
    path = drafted_site / ENGLISH
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o600)
    add_to_the_article(drafted_site)
    before = path.read_bytes()

    jelaskan("draft", "--root", drafted_site, "--update")

    lines = iter(path.read_bytes().split(b"\n"))
    assert path.read_bytes() != before
    assert all(line in lines for line in before.split(b"\n"))
    assert path.stat().st_mode & 0o777 == 0o600
