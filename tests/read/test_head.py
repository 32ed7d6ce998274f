import pytest

from jelaskan.files.text_file import TextFile
from jelaskan.model.article import Article
from jelaskan.read.seed import parse_parts, parse_seed

TEXT = "Harga beras yang naik itu akan turun pada bulan depan.\n"


def read(text: str, name: str = "beras.txt") -> tuple[Article | None, list[str]]:
    """Return what can be read of a seed, and its problems."""
    article, problems = parse_parts(TextFile(text, "utf-8", name))
    return article, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("between", "problem"),
    [
        pytest.param(
            "",
            "beras.txt:4:1: R14: the head fields are not closed: a line of three hyphens is missing "
            "here\n  hint: write `---` on a line of its own between the last field and the text",
            id="nothing",
        ),
        pytest.param(
            "\n",
            "beras.txt:4:1: R14: the head fields are not closed: a line of three hyphens is missing "
            "here\n  hint: write `---` on a line of its own between the last field and the text",
            id="an empty line",
        ),
        pytest.param(
            "—\n",
            "beras.txt:4:1: R14: the head fields end with a line of three hyphens, not with “—”\n"
            "  hint: write `---` here",
            id="a dash",
        ),
        pytest.param(
            "----\n",
            "beras.txt:4:1: R14: the head fields end with a line of three hyphens, not with “----”\n"
            "  hint: write `---` here",
            id="four hyphens",
        ),
    ],
)
def test_a_head_without_its_last_line_is_told_where_it_seems_to_end(
    between: str, problem: str
) -> None:
    text = f"---\nheadline: Beras\npublished: 2026-03-02\n{between}{TEXT}"

    article, problems = read(text)

    assert problems == [problem]
    assert article is not None
    assert (article.headline, article.published) == ("Beras", "2026-03-02")
    assert article.text.strip() == TEXT.strip()
    place = article.position(article.text.index("Harga"))
    assert place.line == text[: text.index("Harga")].count("\n") + 1


def test_a_rule_in_the_text_does_not_close_a_head_that_a_dash_has_closed() -> None:
    article, problems = read(f"---\nheadline: Beras\n——\n{TEXT}---\n{TEXT}")

    assert [problem[:19] for problem in problems] == ["beras.txt:3:1: R14:"]
    assert article is not None
    assert article.text == f"{TEXT}---\n{TEXT}"


def test_a_misspelt_first_field_opens_a_head_too() -> None:
    _, problems = read(f"---\nheadlin: Beras\n{TEXT}")

    assert [problem.split(": ")[1] for problem in problems] == ["Y10", "R14"]


def test_a_head_of_nothing_but_fields_is_not_closed_and_has_no_text() -> None:
    _, problems = read("---\nheadline: Beras")

    assert [problem.split(": ")[:2] for problem in problems] == [
        ["beras.txt:1:1", "R04"],
        ["beras.txt:3:1", "R14"],
    ]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("publishd: 2026-03-02", id="a misspelt key"),
        pytest.param("headline: a: b\npublished: 2026-03-02", id="a headline with a colon"),
        pytest.param("url: koran\npublished: 2026-03-02", id="no address"),
    ],
)
def test_a_fault_of_the_head_leaves_an_article_that_can_be_compared(head: str) -> None:
    text = f"---\n{head}\n---\n{TEXT}"

    article, problems = read(text)

    assert len(problems) == 1
    assert article is not None
    assert (article.text, article.published) == (TEXT, "2026-03-02")
    assert parse_seed(TextFile(text, "utf-8", "beras.txt"))[0] is None


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("published: 2026", id="no day"),
        pytest.param("publisd: a: b", id="a broken field that may be the day"),
        pytest.param("date: 2026-03-02", id="an unknown field that may be the day"),
        pytest.param("language: xx", id="no language"),
    ],
)
def test_an_article_whose_day_or_language_is_unsure_is_not_compared(head: str) -> None:
    article, problems = read(f"---\n{head}\n---\n{TEXT}")

    assert len(problems) == 1
    assert article is None
