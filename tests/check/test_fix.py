"""`check --fix` mends what has one cure, and nothing else."""

import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jelaskan import pipeline
from jelaskan.problems import Problem
from support import Run, tree

BASE = Path(__file__).parent / "broken" / "base"
PATH = "content/explainers/tanggul.id.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site without a fault, to be broken."""
    return shutil.copytree(BASE, tmp_path / "site")


def fix(site: Path) -> tuple[tuple[pipeline.Fixed, ...], tuple[Problem, ...]]:
    """Return what was mended, and what is left."""
    files, report = pipeline.fix(site)
    return files, report.problems


def break_it(site: Path, *changes: tuple[str, str], path: str = PATH) -> str:
    """Exchange words of a file; return its text before."""
    before = text = (site / path).read_text("utf-8")
    for right, wrong in changes:
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    (site / path).write_text(text, "utf-8")
    return before


BOUND = "    bound: at least\n"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("value: 40", "value: 400", id="a value"),
        pytest.param("unit: rumah", "unit: percent", id="a unit"),
        pytest.param("bound: at least", "bound: exact", id="a bound"),
        pytest.param("bound: at least", "bound: atleast", id="a bound misspelt"),
        pytest.param("date: 2025-05-03", "date: 2025-05-04", id="a date"),
        pytest.param("kind: indirect", "kind: mixed", id="a kind"),
        pytest.param("speaker: tegar", "speaker: tagar", id="a speaker's id"),
        pytest.param("  - tanggul\n", "  - tanggull\n", id="a term's id"),
        pytest.param("[tanggul]", "[tangul]", id="an article's name"),
        pytest.param("[tanggul]", "[tanggul.txt]", id="the name of a file"),
        pytest.param("headline:", "hedline:", id="a key"),
        pytest.param("quotations:", "quotation:", id="a key with much below it"),
        pytest.param("    as_written: Sedikitnya", "    as_writen: Sedikitnya", id="a deep key"),
    ],
)
def test_what_has_one_cure_is_mended(right: str, wrong: str, site: Path) -> None:
    before = break_it(site, (right, wrong))

    files, problems = fix(site)

    assert [file.path for file in files] == [PATH]
    assert problems == ()
    assert (site / PATH).read_text("utf-8") == before
    assert fix(site) == ((), ())


def test_an_article_that_stands_without_brackets_is_mended_too(site: Path) -> None:
    before = break_it(site, ("[tanggul]", "tangul"))

    pipeline.fix(site)

    assert (site / PATH).read_text("utf-8") == before.replace("[tanggul]", "tanggul")


def test_one_term_instead_of_a_list_gets_its_brackets(site: Path) -> None:
    text = (site / PATH).read_text("utf-8")
    before, glossary, after = text.partition("glossary:\n  - tanggul\n")
    rest = after[after.index("notes:") :]
    (site / PATH).write_text(f"{before}glossary: tanggul\n{rest}", "utf-8")

    pipeline.fix(site)

    assert glossary
    assert (site / PATH).read_text("utf-8") == f"{before}glossary: [tanggul]\n{rest}"


def test_quoting_and_comments_stay(site: Path) -> None:
    before = break_it(site, ("value: 40", "value: '400'  # berapa?"))

    fix(site)

    expected = before.replace("value: 40", "value: '40'  # berapa?")
    assert (site / PATH).read_text("utf-8") == expected


def test_a_scale_that_was_lost_is_put_in(site: Path) -> None:
    whole = "as_written: 3 juta orang\n    value: 3000000\n    unit: orang\n"
    old = "as_written: Sedikitnya 40 rumah\n    value: 40\n    unit: rumah\n    bound: at least\n"
    break_it(site, (old, whole.replace("3000000", "3")))

    files, problems = fix(site)

    assert problems == ()
    assert whole in files[0].new


def test_a_bound_that_is_missing_is_put_in(site: Path) -> None:
    before = break_it(site, (BOUND, ""))

    fix(site)

    after = (site / PATH).read_text("utf-8")
    assert after == before.replace(BOUND, "").replace("value: 40\n", f"value: 40\n{BOUND}")


def test_a_timeline_is_put_in_order_unless_links_lead_to_its_numbers(site: Path) -> None:
    first = "  # satu\n  - date: 2025-05-03\n    as_written: 3 Mei 2025\n    text: Tanggul ditinggikan.\n"
    break_it(site, (first.replace("  # satu\n", ""), ""))
    last = "    text: Peredam dipasang.\n"
    break_it(site, (last, last + first))

    assert fix(site)[0] == ()
    break_it(
        site,
        ("#time-1", "#time-senin"),
        ("- date: 2025-05-05", "- id: senin\n    date: 2025-05-05"),
    )

    (file,), problems = fix(site)
    assert problems == ()
    assert file.new.index("  # satu\n  - date: 2025-05-03") < file.new.index("date: 2025-05-05")


def test_what_has_more_than_one_cure_is_left(site: Path) -> None:
    break_it(
        site,
        ("pasang berikutnya […]", "pasang besok […]"),
        ("speaker: tegar", "speaker: bowo"),
        ("polarity: denied", "polarity: affirmed"),
        ("language: id", "language: en"),
        ("timeline:", "lini_masa:"),
    )
    before = tree(site)

    files, problems = fix(site)

    assert files == ()
    assert {problem.code for problem in problems} >= {"C01", "Q02", "S02", "Q09", "Y10"}
    assert tree(site) == before


def test_the_store_is_mended_too(site: Path) -> None:
    before = break_it(site, ("  roles:", "  rols:"), path="content/people.yaml")

    files, problems = fix(site)

    assert [file.path for file in files] == ["content/people.yaml"]
    assert (site / "content/people.yaml").read_text("utf-8") == before
    assert problems == ()


def test_encoding_line_ends_and_mode_stay(site: Path) -> None:
    path = site / PATH
    text = "\ufeff" + path.read_text("utf-8").replace("\n", "\r\n")
    path.write_bytes(text.replace("value: 40", "value: 400").encode())
    path.chmod(0o640)

    fix(site)

    assert path.read_bytes() == text.encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_cannot_be_written_is_a_problem(site: Path) -> None:
    break_it(site, ("value: 40", "value: 400"))
    (site / PATH).chmod(0o440)

    files, problems = fix(site)

    assert files == ()
    assert [problem.code for problem in problems] == ["F11"]


def test_the_command_says_what_it_mended_and_what_is_left(site: Path, jelaskan: Run) -> None:
    break_it(site, ("value: 40", "value: 400"), ("pasang berikutnya […]", "pasang besok […]"))

    result = jelaskan("check", "--fix", "--root", site)

    assert result.returncode == 1
    assert result.stderr == f"mended {PATH}:17:12: K06: wrote `value: 40`\nmended: 1\n"
    assert result.stdout.startswith(f"{PATH}:24:47: Q02: ")
    assert result.stdout.splitlines()[-2] == "errors: 1, warnings: 0"


def test_a_dry_run_shows_the_difference_and_writes_nothing(site: Path, jelaskan: Run) -> None:
    break_it(site, ("value: 40", "value: 400"), ("headline:", "hedline:"))
    before = tree(site)

    result = jelaskan("check", "--fix", "--diff", "--root", site)

    assert result.returncode == 1
    assert tree(site) == before
    assert f"--- a/{PATH}\n+++ b/{PATH}\n" in result.stdout
    assert "\n-hedline: Tanggul Kali Opak ditinggikan\n+headline: " in result.stdout
    assert "\n-    value: 400\n+    value: 40\n" in result.stdout
    assert "to mend: 2\n" in result.stderr


def test_a_difference_goes_with_fix_only(site: Path, jelaskan: Run) -> None:
    assert jelaskan("check", "--diff", "--root", site).returncode == 2
    assert jelaskan("check", "--fix", "--diff", "--format", "json", "--root", site).returncode == 2


SIGNS = st.sampled_from(
    ['"', "'", ": ", "- ", "[", "]", "{", "#", "\t", "\n", "\n\n", "&", "x", "\r\n"]
)
PLACES = st.integers(0, len((BASE / PATH).read_text("utf-8")) - 1)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(PLACES, st.none() | SIGNS), min_size=1, max_size=6))
def test_however_a_file_is_damaged_fixing_makes_nothing_worse(
    damages: list[tuple[int, str | None]],
) -> None:
    """A damage puts a sign into the text, or takes a letter out."""
    with tempfile.TemporaryDirectory() as folder:
        site = shutil.copytree(BASE, Path(folder) / "site")
        text = (site / PATH).read_text("utf-8")
        for at, sign in damages:
            text = text[:at] + (sign or "") + text[at + (sign is None) :]
        (site / PATH).write_bytes(text.encode())
        before = pipeline.check(site).problems

        files, left = fix(site)

        assert left == pipeline.check(site).problems
        assert Counter(problem.code for problem in left) <= Counter(one.code for one in before)
        assert (len(left) < len(before)) == bool(files)
        assert fix(site) == ((), left)


def test_where_an_id_of_people_may_be_the_misspelt_one_both_are_left(site: Path) -> None:
    break_it(site, ("id: wening\n", "id: wenng\n"))

    assert fix(site)[0] == ()
