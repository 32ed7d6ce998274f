"""A draft has what the article says, in its own words, and lists what is doubtful."""

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jelaskan
from embankment import ARTICLE, STATEMENTS, STORE, TEXT, mention, problems_of
from jelaskan import languages
from jelaskan.draft import draft
from jelaskan.files.yaml_file import validate
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import DefinedTerm, Explainer
from jelaskan.model.statements import (
    Attribution,
    Doubt,
    Person,
    Quantity,
    Statements,
    TermCandidate,
    TimeExpression,
)
from jelaskan.model.store import Store
from jelaskan.proof.passages import find_passages

INDONESIAN = languages.load("id")
ENGLISH = languages.load("en")


def drafted(
    statements: Statements = STATEMENTS, *, article: Article = ARTICLE, store: Store | None = None
) -> Explainer:
    """Return the explainer that a draft's text is read as."""
    text = draft(article, statements, INDONESIAN, store=store)
    yaml_file, problems = parse_yaml(text, "content/explainers/tanggul.id.yaml")
    assert yaml_file is not None, problems
    assert problems == ()
    explainer, problems = validate(yaml_file, Explainer)
    assert explainer is not None, problems
    return explainer


def test_the_head_says_what_the_page_is() -> None:
    explainer = drafted(article=replace(ARTICLE, headline="Tanggul naik", dek="Mulai 3 Mei."))

    assert explainer.status == "draft"
    assert explainer.language == "id"
    assert explainer.headline == "Tanggul naik"
    assert explainer.dek == "Mulai 3 Mei."
    assert explainer.published is None, "that is the page's own day, which an editor writes"
    assert explainer.based_on == ("tanggul",)
    assert explainer.short_answer is None


def test_without_a_headline_the_first_sentence_is_cut_short_and_listed() -> None:
    explainer = drafted()

    assert explainer.headline == (
        "Bupati Rawa Jingga, Wening Larasati mengatakan, tanggul Kali Opak akan ditinggikan pada 3 …"
    )
    assert explainer.review[0].about == "headline"


def test_quotations_stand_word_for_word_with_their_speakers() -> None:
    explainer = drafted()

    assert [(one.id, one.speaker, one.kind, one.polarity) for one in explainer.quotations] == [
        ("wening-1", "wening", "direct", "affirmed"),
        ("wening-2", "wening", "indirect", "denied"),
        ("tegar-1", "tegar", "direct", "affirmed"),
    ]
    assert [one.cue for one in explainer.quotations] == ["kata", "membantah", "kata"]
    assert [(one.name, one.role, one.aliases) for one in explainer.people] == [
        ("Wening Larasati", "Bupati Rawa Jingga", ("Wening",)),
        ("Tegar Sanjaya", "Kepala Dinas Air", ("Tegar",)),
    ]


def test_a_cue_is_printed_without_the_pronoun_at_its_end() -> None:
    article = replace(ARTICLE, text="“Kami siap,” ujarnya.")
    said = Attribution(
        (Mention(1, "Kami siap"),), "direct", Mention(13, "ujarnya"), Mention(17, "nya"), None, "m"
    )

    assert drafted(Statements(attributions=(said,)), article=article).quotations[0].cue == "ujar"


def test_words_that_stand_twice_get_words_beside_them() -> None:
    explainer = drafted()
    near = [one.near for one in explainer.quotations]

    assert near[:2] == [None, None]
    (passage,) = find_passages(ARTICLE, "Kami siap", near[2])
    assert passage.mentions[0].start == TEXT.index("Kami siap")


def test_pieces_of_a_quotation_are_joined_by_an_omission() -> None:
    pieces = (
        mention("Kami tidak akan menunggu air pasang berikutnya"),
        mention("Warga sudah terlalu lama cemas"),
    )
    explainer = drafted(
        Statements(attributions=(replace(STATEMENTS.attributions[0], content=pieces),))
    )

    assert explainer.quotations[0].text == (
        "Kami tidak akan menunggu air pasang berikutnya […] Warga sudah terlalu lama cemas"
    )


def test_a_speaker_of_the_store_is_named_by_id_alone() -> None:
    explainer = drafted(store=STORE)

    assert [one.id for one in explainer.people] == ["wening"]
    assert explainer.quotations[2].speaker == "tegar"


def test_an_id_that_the_store_gives_to_another_is_not_taken() -> None:
    other = Store(people={"wening": STORE.people["tegar"]})

    assert drafted(store=other).people[0].id == "larasati"


def test_a_quotation_of_nobody_is_kept_and_listed() -> None:
    statements = Statements(attributions=(replace(STATEMENTS.attributions[0], speaker=None),))
    explainer = drafted(statements)

    assert [one.name for one in explainer.people] == ["Penutur belum diketahui"]
    assert explainer.quotations[0].speaker == "belum-diketahui"
    assert [(one.about, one.reason) for one in explainer.review[1:]] == [
        (
            "belum-diketahui-1",
            "program tidak tahu siapa yang mengatakan ini (seeds/tanggul.txt:2:2)",
        )
    ]


def test_a_figure_has_the_words_of_its_bound() -> None:
    figures = drafted().key_figures

    assert [(one.as_written, one.value, one.unit, one.bound) for one in figures] == [
        ("Sedikitnya 40 rumah", 40, "rumah", "at least"),
        ("Rp2,5 miliar", 2_500_000_000, "IDR", "exact"),
        ("12 persen", 12, "percent", "exact"),
    ]
    assert all(find_passages(ARTICLE, one.label) for one in figures)


@pytest.mark.parametrize(
    ("text", "number", "unit", "label"),
    [
        pytest.param(
            "Ada 40 rumah di tepi kali yang akan pindah.",
            "40 rumah",
            "rumah",
            "rumah di tepi kali",
            id="what is counted, with the words behind it",
        ),
        pytest.param(
            "Tinggi air mencapai 3,4 meter pada Senin.",
            "3,4 meter",
            "meter",
            "Tinggi air mencapai",
            id="what is measured, before the measure",
        ),
        pytest.param(
            "Naik 60 meter di atas batas siaga.",
            "60 meter",
            "meter",
            "meter di atas batas siaga",
            id="behind it, where there is too little before",
        ),
        pytest.param(
            "Ada 12 persen dari anggaran dan 1.500 lagi.",
            "12 persen",
            "percent",
            "anggaran",
            id="up to the next number",
        ),
    ],
)
def test_a_label_is_made_of_words_that_stand_together(
    text: str, number: str, unit: str, label: str
) -> None:
    quantity = Quantity(
        Mention(text.index(number), number), (Decimal(1000),), unit, "exact", "made-up"
    )
    article = replace(ARTICLE, text=text)
    (figure,) = drafted(Statements(quantities=(quantity,)), article=article).key_figures

    assert figure.label == label
    assert find_passages(article, label)


def test_small_numbers_in_words_come_last_below_a_comment() -> None:
    article = replace(ARTICLE, text="Dua hari 40 rumah satu rumah.")
    found = [("Dua hari", 2, "hari"), ("40 rumah", 40, "rumah"), ("satu rumah", 1, "rumah")]
    quantities = tuple(
        Quantity(Mention(article.text.index(words), words), (Decimal(value),), unit, "exact", "m")
        for words, value, unit in found
    )
    text = draft(article, Statements(quantities=quantities), INDONESIAN)

    assert re.findall("as_written: (.*)", text) == ["40 rumah", "Dua hari", "satu rumah"]
    assert text.count("Bilangan kecil") == 1
    assert (
        text.index("40 rumah") < text.index("Bilangan kecil") < text.index("as_written: Dua hari")
    )


@pytest.mark.parametrize(
    ("described", "name", "about"),
    [
        pytest.param("pengurus, yang tidak mau disebut", "pengurus", True, id="a clause about one"),
        pytest.param("Kantor Air, Jalan dan Jembatan", None, False, id="a name with a comma"),
        pytest.param("ia", "Penutur belum diketahui", False, id="a pronoun"),
    ],
)
def test_the_unnamed_have_a_short_name(described: str, name: str | None, about: bool) -> None:
    article = replace(ARTICLE, text=f"“Kami siap,” kata {described}.")
    person = Person(described, "anonymous")
    said = Attribution((Mention(1, "Kami siap"),), "direct", None, None, person, "m")
    statements = Statements(attributions=(said,))
    (speaker,) = drafted(statements, article=article).people

    assert speaker.name == (name or described)
    assert speaker.about == (described if about else None)
    text = draft(article, statements, INDONESIAN)
    assert problems_of(text, article=article, statements=statements) == []


def test_a_bound_that_a_later_mention_has_comes_with_its_words() -> None:
    article = replace(
        ARTICLE, text="Ada 40 rumah. Yang pindah sedikitnya 40 rumah tua di tepi kali."
    )
    number, bound = Mention(4, "40 rumah"), Mention(26, "sedikitnya")
    quantity = replace(STATEMENTS.quantities[0], mention=number, bound_mention=bound)
    (figure,) = drafted(Statements(quantities=(quantity,)), article=article).key_figures

    assert (figure.as_written, figure.bound) == ("sedikitnya 40 rumah tua", "at least")
    text = draft(article, Statements(quantities=(quantity,)), INDONESIAN).replace("40\n", "41\n")
    assert "K06" in [
        problem.code
        for problem in problems_of(
            text, article=article, statements=Statements(quantities=(quantity,))
        )
    ]


def test_a_range_is_two_numbers_and_a_number_without_a_digit_is_listed() -> None:
    house = STATEMENTS.quantities[0]
    explainer = drafted(
        Statements(
            quantities=(
                replace(house, value=(Decimal(40), Decimal(45))),
                replace(house, mention=mention("12 persen"), value=(), bound_mention=None),
            )
        )
    )

    assert [one.value for one in explainer.key_figures] == [(40, 45)]
    assert [one.about for one in explainer.review] == ["headline", "12 persen"]


def test_the_timeline_is_in_order_and_says_what_is_inferred() -> None:
    timeline = drafted(replace(STATEMENTS, times=STATEMENTS.times[::-1])).timeline

    assert [(one.date, one.as_written) for one in timeline] == [
        ("2025-05-03", "3 Mei 2025"),
        ("2025-05-05", "Senin (5/5)"),
    ]
    assert timeline[0].text == TEXT.splitlines()[0]
    assert [one.inferred for one in timeline] == [
        None,
        "Artikel menulis “Senin (5/5)”; tahunnya disimpulkan dari tanggal terbitnya, 2025-05-01.",
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("2025", [("2025", None)], id="a year"),
        pytest.param("2025-05/2025-07", [("2025-05", "2025-07")], id="a period"),
        pytest.param("2025-Q2", [("2025-04", "2025-06")], id="a quarter"),
        pytest.param("P30Y", [], id="a duration"),
        pytest.param("2025-13", [], id="no month"),
        pytest.param("2025-W10", [], id="a week"),
    ],
)
def test_only_what_has_a_day_is_in_the_timeline(
    value: str, expected: list[tuple[str, str | None]]
) -> None:
    statements = Statements(times=(replace(STATEMENTS.times[0], value=value),))

    assert [(one.date, one.end) for one in drafted(statements).timeline] == expected


def test_terms_come_from_the_store_or_the_article_or_are_left_to_the_editor() -> None:
    explainer = drafted(store=STORE)

    assert explainer.glossary == (
        "tanggul",
        DefinedTerm(
            id="peredam-pasang",
            name="peredam pasang",
            description="Peredam pasang adalah tembok berlubang",
        ),
        DefinedTerm(id="air-pasang", name="air pasang"),
    )
    assert explainer.review[-1].reason == "perlu dijelaskan: air pasang"


def test_a_teasers_headline_is_further_reading_and_nothing_else() -> None:
    explainer = drafted()

    assert [one.title for one in explainer.related] == [
        "Setelah 7 Tahun, Pasar Rawa Jingga Dibuka Lagi"
    ]
    assert "7" not in [one.as_written for one in explainer.key_figures]


def test_a_doubt_is_listed_with_its_place() -> None:
    doubtful = replace(STATEMENTS.attributions[0], doubts=(Doubt("reason of ours", "Tegar"),))

    assert drafted(Statements(attributions=(doubtful,))).review[-1].reason == (
        "reason of ours: Tegar (seeds/tanggul.txt:2:2)"
    )


def test_a_doubt_speaks_the_articles_language() -> None:
    doubtful = replace(STATEMENTS.quantities[0], doubts=(Doubt("nothing is named that it counts"),))

    assert drafted(Statements(quantities=(doubtful,))).review[-1].reason == (
        "tidak disebut apa yang dihitung (seeds/tanggul.txt:4:12)"
    )


def doubts_of_extraction() -> set[str]:
    """Return every reason that a finder gives, also by the name of a constant."""
    folder = Path(jelaskan.__file__).parent / "extract"
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.py"))]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    constants = {
        node.targets[0].id: node.value.value
        for node in nodes
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    reasons = [
        node.args[0]
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Doubt"
    ]
    return {
        str(constants[reason.id] if isinstance(reason, ast.Name) else ast.literal_eval(reason))
        for reason in reasons
    }


@pytest.mark.parametrize("pack", [INDONESIAN, ENGLISH], ids=lambda pack: pack.code)
def test_every_doubt_of_extraction_is_worded(pack: LanguagePack) -> None:
    assert doubts_of_extraction()
    assert {f"doubt: {reason}" for reason in doubts_of_extraction()} <= set(pack.editor)


def test_words_that_cannot_be_found_again_are_listed_and_left_out() -> None:
    article = replace(ARTICLE, text="Kata bupati: “siap”laksanakan.")
    cut = Attribution((Mention(14, "siap"),), "direct", None, None, None, "made-up")
    explainer = drafted(Statements(attributions=(cut,)), article=article)

    assert explainer.quotations == ()
    assert explainer.review[-1].about == "siap"
    assert explainer.review[-1].reason.startswith("tidak dimuat")


def test_every_part_says_where_it_came_from() -> None:
    text = draft(ARTICLE, STATEMENTS, INDONESIAN)

    assert "  # seeds/tanggul.txt:2:2 · made-up\n  - id: wening-1\n" in text
    assert "  # seeds/tanggul.txt:4:12 · made-up\n  - id: " in text


def test_a_draft_speaks_the_articles_language() -> None:
    english = draft(replace(ARTICLE, language="en"), STATEMENTS, ENGLISH)

    assert english.startswith("# A draft made from seeds/tanggul.txt.")
    assert draft(ARTICLE, STATEMENTS, INDONESIAN).startswith("# Draf dari seeds/tanggul.txt.")


def test_a_draft_has_no_problem() -> None:
    assert problems_of(draft(ARTICLE, STATEMENTS, INDONESIAN, store=STORE)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Hujan.", id="one sentence"),
        pytest.param("x" * 5_000, id="one long word"),
        pytest.param("…\n\n—", id="no words"),
    ],
)
def test_an_article_in_which_nothing_is_found_is_drafted(text: str) -> None:
    explainer = drafted(Statements(), article=replace(ARTICLE, text=text))

    assert 0 < len(explainer.headline) <= 100
    assert explainer.quotations == ()


WORDS = st.sampled_from(
    [
        *"“”\"',.:;()—\n#-",
        "[…]",
        "kata",
        "Wening",
        "tidak",
        "40",
        "rumah",
        "3 Mei",
        "é",
        "\x07",
        " ",
        " ",
        " ",
    ]
)


@st.composite
def made_up(draw: Callable[..., object]) -> tuple[Article, Statements]:
    """An article of any words, and findings anywhere in it."""
    text = "".join(draw(st.lists(WORDS, min_size=1, max_size=60)))  # type: ignore[arg-type]

    def mentions(count: int) -> tuple[Mention, ...]:
        ends = st.lists(st.integers(0, len(text)), min_size=2 * count, max_size=2 * count)
        at = sorted(draw(ends))  # type: ignore[call-overload]
        spans = zip(at[::2], at[1::2], strict=True)
        return tuple(Mention(start, text[start:end]) for start, end in spans)

    person = Person("Wening Larasati", "person", aliases=("Wening",))
    attributions = tuple(
        Attribution(
            mentions(draw(st.integers(1, 2))),  # type: ignore[arg-type]
            draw(st.sampled_from(["direct", "indirect", "mixed"])),  # type: ignore[arg-type]
            None,
            None,
            draw(st.sampled_from([person, None])),  # type: ignore[arg-type]
            "made-up",
        )
        for _ in range(3)
    )
    value = (Decimal(draw(st.integers(0, 10**15))),)  # type: ignore[call-overload]
    return replace(ARTICLE, text=text), Statements(
        attributions=attributions,
        quantities=tuple(
            Quantity(
                one, value, draw(st.sampled_from([None, "rumah", "percent"])), "exact", "made-up"
            )  # type: ignore[arg-type]
            for one in mentions(2)
        ),
        times=tuple(
            TimeExpression(one, "2025-05-03", "relative", "made-up") for one in mentions(2)
        ),
        terms=tuple(TermCandidate(one, 1, None, "made-up") for one in mentions(1)),
    )


@settings(max_examples=300, deadline=None)
@given(made_up())
def test_every_part_of_any_draft_passes_the_check(case: tuple[Article, Statements]) -> None:
    article, statements = case
    text = draft(article, statements, INDONESIAN)
    problems = problems_of(text, article=article, statements=statements, store=Store())

    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert draft(article, statements, INDONESIAN) == text


def test_both_packs_have_the_same_words_with_the_same_gaps() -> None:
    def gaps(editor: object) -> dict[str, list[str]]:
        return {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in dict(editor).items()}  # type: ignore[call-overload]

    assert gaps(INDONESIAN.editor) == gaps(ENGLISH.editor)


def test_a_whole_draft(golden: Callable[[str, bytes], None]) -> None:
    golden("tanggul/draft.yaml", draft(ARTICLE, STATEMENTS, INDONESIAN, store=STORE).encode())
