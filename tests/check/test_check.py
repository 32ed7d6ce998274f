"""Every fault of an explainer is found, at its place, with its cure."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embankment import ARTICLE, EXPLAINER, PATH, STATEMENTS, exchange, mention, problems_of
from jelaskan.model.article import Mention
from jelaskan.model.statements import Doubt, Statements

QUOTATION = "Kami tidak akan menunggu air pasang berikutnya"


def printed(*changes: tuple[str, str]) -> str:
    return "\n".join(str(problem) for problem in problems_of(exchange(*changes)))


def test_an_explainer_without_a_fault_has_no_problem() -> None:
    assert problems_of(EXPLAINER) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([("air pasang berikutnya", "air pasang besok")], ["24:47: Q02"], id="a word"),
        pytest.param([("Kami tidak akan", "Kami akan")], ["24:16: Q02"], id="a word left out"),
        pytest.param(
            [("berikutnya […] Warga", "berikutnya,” kata Wening. “Warga")],
            ["24:11: Q06"],
            id="the reporter's words in a direct quotation",
        ),
        pytest.param(
            [
                (
                    f"{QUOTATION} […] Warga sudah terlalu lama cemas",
                    f"Warga sudah terlalu lama cemas […] {QUOTATION}",
                )
            ],
            ["24:11: Q02"],
            id="pieces in another order",
        ),
        pytest.param(
            [("Kami tidak akan", "Kami […] akan")],
            ["24:11: Q11"],
            id="an omission that turns the sense around",
        ),
        pytest.param(
            [("text: warga dipaksa pindah", "text: Pasar Rawa Jingga Dibuka Lagi")],
            ["29:11: Q03"],
            id="a quotation from a teaser",
        ),
        pytest.param(
            [("\n    near: kata Tegar. Petugas", "")], ["32:11: Q04"], id="words that stand twice"
        ),
        pytest.param(
            [("near: kata Tegar. Petugas", "near: kata bupati")],
            ["33:11: Q05"],
            id="near stands elsewhere",
        ),
        pytest.param(
            [("    kind: indirect\n", "")], ["28:11: Q06"], id="a paraphrase as direct speech"
        ),
        pytest.param(
            [("text: Kami siap\n", "kind: indirect\n    text: Kami siap\n")],
            ["32:11: Q07"],
            id="direct speech as a paraphrase",
        ),
        pytest.param([("kind: indirect", "kind: mixed")], ["27:11: Q07"], id="mixed of nothing"),
        pytest.param([("id: wening-2", "id: wening-1")], ["25:9: Q01"], id="an id twice"),
        pytest.param([("speaker: tegar", "speaker: wening")], ["31:14: Q08"], id="who says it"),
        pytest.param(
            [("polarity: denied", "polarity: affirmed")], ["28:15: Q09"], id="a denial affirmed"
        ),
        pytest.param([("speaker: tegar", "speaker: tagar")], ["31:14: S02"], id="nobody"),
        pytest.param(
            [("people:", "people:\n  - {id: jaka, name: Jaka}")],
            ["10:10: S03", "10:22: S10"],
            id="silent",
        ),
        pytest.param(
            [("people:", "people:\n  - {id: tegar, name: Tegar Sanjaya}")],
            ["10:10: S04"],
            id="in the store too",
        ),
        pytest.param(
            [("name: Wening Larasati", "name: Wenig Larasti")], ["11:11: S10"], id="misspelt"
        ),
        pytest.param(
            [("published: 2025-05-01", "published: 2025-05-01\nas_of: 2021-05-01")],
            ["32:14: S05"],
            id="before any role",
        ),
        pytest.param(
            [("people:", "people:\n  - {id: tegar, name: Tegar Sanjaya, role: Camat}")],
            ["10:10: S04", "10:44: S06"],
            id="another role than the store's",
        ),
        pytest.param(
            [("people:", "people:\n  - {id: wening, name: Wening Larasati}")],
            ["11:9: S01"],
            id="a person twice",
        ),
        pytest.param(
            [("40 rumah\n    value", "45 rumah\n    value")], ["16:28: K02"], id="wording"
        ),
        pytest.param([("value: 40", "value: 400")], ["17:12: K06"], id="a nought too many"),
        pytest.param([("unit: rumah", "unit: percent")], ["18:11: K07"], id="another unit"),
        pytest.param([("bound: at least", "bound: exact")], ["19:12: K08"], id="a lost bound"),
        pytest.param(
            [("value: 40", "value: [60, 40]")],
            ["17:12: K06"],
            id="a range upside down",
        ),
        pytest.param([("dek: Sedikitnya 40", "dek: Ada 50")], ["4:10: K09"], id="a number on top"),
        pytest.param(
            [
                (
                    "\nquotations:\n",
                    "\n  - {id: rumah, as_written: 12 persen, value: 12, label: A}\nquotations:\n",
                )
            ],
            ["21:5: K07", "21:10: K01"],
            id="a figure's id twice, its unit lost",
        ),
        pytest.param([("2025-05-03", "2025-05-13")], ["38:11: T06", "41:11: T01"], id="a date"),
        pytest.param(
            [("as_written: 3 Mei 2025", "as_written: 3 Mei 2024")],
            ["39:23: T02"],
            id="wording of a date",
        ),
        pytest.param(
            [("    as_written: 3 Mei 2025\n", "")], ["38:5: T07"], id="a date out of nowhere"
        ),
        pytest.param(
            [("date: 2025-05-05", "date: 2025-05-05\n    end: 2025-05-01")],
            ["42:10: T08"],
            id="an end before its beginning",
        ),
        pytest.param(
            [("    inferred: Tahun dari tanggal terbit.\n", "")],
            ["42:17: T09"],
            id="a year inferred",
        ),
        pytest.param(
            [("published: 2025-05-01", "published: 2025-05-01\nupdated: 2025-04-30")],
            ["6:10: T10"],
            id="updated before published",
        ),
        pytest.param([("- tanggul\n", "- tanggull\n")], ["46:5: G02"], id="an unknown term"),
        pytest.param([("- tanggul\n", "- dike\n")], ["46:5: G03"], id="a term in another language"),
        pytest.param(
            [("- tanggul\n", "- tanggul\n  - tanggul\n")], ["47:5: G01"], id="a term twice"
        ),
        pytest.param(
            [("- tanggul\n", "- {id: embung, name: Tanggul, description: Tembok.}\n  - tanggul\n")],
            ["47:5: G01"],
            id="a term under two ids",
        ),
        pytest.param(
            [("status: draft", "status: ready"), ("    description: Tembok berlubang.\n", "")],
            ["47:5: G04"],
            id="ready without a description",
        ),
        pytest.param([("name: peredam pasang", "name: bronjong")], ["47:5: G05"], id="never used"),
        pytest.param(
            [("- tanggul\n", "- {id: tanggul, name: tanggul, description: Tembok.}\n")],
            ["46:10: G06"],
            id="described in the store too",
        ),
        pytest.param(
            [("quote: jauh lebih murah", "quote: jauh lebih mahal")], ["51:23: C02"], id="a note"
        ),
        pytest.param(
            [("based_on: [tanggul]", "based_on: [tangul]")], ["6:12: C06"], id="no article"
        ),
        pytest.param(
            [("based_on: [tanggul]", "based_on: [tanggul, tanggul]")],
            ["6:21: C13"],
            id="an article twice",
        ),
        pytest.param(
            [("status: draft", "status: ready"), ("dek: Sedikitnya 40 rumah dipindahkan.\n", "")],
            ["2:9: C08"],
            id="ready without a dek",
        ),
        pytest.param(
            [
                ("status: draft", "status: ready"),
                ("notes:", "review: [{about: a, reason: b}]\nnotes:"),
            ],
            ["50:10: C09"],
            id="ready with something to review",
        ),
        pytest.param(
            [("https://example.org/biaya", "javascript:alert(1)")], ["36:29: C10"], id="a script"
        ),
        pytest.param([("https://example.org/biaya", "../biaya.html")], ["36:29: C10"], id="a file"),
        pytest.param([("#time-1", "#time-9")], ["36:82: C11"], id="a link to nowhere"),
        pytest.param([("#time-1", "#short-answer")], [], id="a link to a section"),
        pytest.param([("#time-1", "#in-quotation-tegar-1")], [], id="a link into the article"),
        pytest.param([("label: Rumah yang dipindahkan", "label: ' '")], ["20:12: C12"], id="blank"),
        pytest.param(
            [
                (
                    "near: kata Tegar. Petugas",
                    "near: kata Tegar. Petugas\n  - {id: lagi, speaker: tegar, text: Kami siap, near: kata Tegar. Petugas}",
                )
            ],
            ["34:38: Q12"],
            id="the same words twice",
        ),
        pytest.param([("[biayanya]", "[]")], ["36:21: C16"], id="a link without text"),
        pytest.param([("[biayanya]", "![]")], ["36:22: C16"], id="a picture without text"),
        pytest.param([("[biayanya]", "![biayanya]")], ["36:18: C17"], id="a picture"),
        pytest.param([("[biayanya]", "[*biayanya*]")], [], id="a link with emphasis"),
    ],
)
def test_a_fault_is_found_at_its_place(changes: list[tuple[str, str]], expected: list[str]) -> None:
    found = problems_of(exchange(*changes))

    assert [
        f"{problem.position.line}:{problem.position.column}: {problem.code}" for problem in found
    ] == expected


def test_a_changed_word_is_shown_with_the_articles_own() -> None:
    assert printed(("air pasang berikutnya", "air pasang besok")) == (
        f"{PATH}:24:47: Q02: quotation is not in the article: "
        "“Kami tidak akan menunggu air pasang besok”\n"
        f"  hint: nearest words, seeds/tanggul.txt:2:2: “{QUOTATION}”\n"
        "  hint: “besok” is “berikutnya” in the article"
    )


def test_a_word_left_out_is_named() -> None:
    assert printed(("Kami tidak akan", "Kami akan")).endswith("  hint: left out: “tidak”")


def test_of_a_long_quotation_the_words_around_the_difference_are_shown() -> None:
    words = [f"kata{number}" for number in range(400)]
    article = replace(ARTICLE, text=f"“{' '.join(words)},” ujar Wening.")
    words[300] = "lain"
    text = (
        "language: id\nheadline: H\nbased_on: [tanggul]\npeople: [{id: wening, name: Wening}]\n"
        f"quotations: [{{id: satu, speaker: wening, text: {' '.join(words)}}}]\n"
    )

    (problem,) = problems_of(text, article=article, statements=Statements())
    assert problem.message.startswith("quotation is not in the article: “kata288 kata289")
    assert problem.message.endswith("kata311”")
    assert problem.hint.endswith("“lain” is “kata300” in the article")


def test_words_that_the_article_does_not_have_are_named() -> None:
    assert printed(("air pasang berikutnya", "air pasang tinggi berikutnya")).endswith(
        "  hint: the article does not have: “tinggi”"
    )


def test_nothing_near_is_said_to_be_nothing() -> None:
    assert printed(("quote: jauh lebih murah", "quote: zzzz xxxx")) == (
        f"{PATH}:51:12: C02: quotation in a note is not in the article: “zzzz xxxx”\n"
        "  hint: nothing like it stands in seeds/tanggul.txt: copy the words from there, "
        "or delete this part"
    )


def test_the_articles_speaker_is_named() -> None:
    assert printed(("speaker: tegar", "speaker: wening")) == (
        f"{PATH}:31:14: Q08: warning: speaker is Wening Larasati, and the article has "
        "Tegar Sanjaya: “Kami siap”\n"
        "  hint: see seeds/tanggul.txt:8:2; write the id of Tegar Sanjaya, "
        "unless the article is wrong"
    )


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        pytest.param(mention("Tegar", after="siap,” kata"), ["Q08"], id="named"),
        pytest.param(None, [], id="only inferred"),
    ],
)
def test_a_doubtful_speaker_counts_where_the_article_names_him(
    source: Mention | None, codes: list[str]
) -> None:
    doubtful = replace(STATEMENTS.attributions[2], source=source, doubts=(Doubt("of ours"),))
    statements = replace(STATEMENTS, attributions=(doubtful,))
    found = problems_of(exchange(("speaker: tegar", "speaker: wening")), statements=statements)

    assert [problem.code for problem in found] == codes


def test_the_articles_bound_is_named() -> None:
    assert printed(("bound: at least", "bound: exact")) == (
        f"{PATH}:19:12: K08: bound is `exact`, and the article says `at least`: "
        "“Sedikitnya”\n"
        "  hint: see seeds/tanggul.txt:4:1; write `bound: at least`, "
        "and let `as_written` have the words that say so"
    )


def test_the_articles_date_is_named() -> None:
    assert printed(("date: 2025-05-03", "date: 2025-05-04")) == (
        f"{PATH}:38:11: T06: date is 2025-05-04, and the article says 2025-05-03: “3 Mei 2025”\n"
        "  hint: see seeds/tanggul.txt:1:89; write `date: 2025-05-03`, "
        "or let `as_written` have the words of the date that you mean"
    )


def test_an_id_is_suggested() -> None:
    assert printed(("speaker: tegar", "speaker: tagar")) == (
        f"{PATH}:31:14: S02: nobody has this id, in `people` or content/people.yaml: tagar\n"
        "  hint: did you mean “tegar”?"
    )


def test_ten_faults_are_ten_problems() -> None:
    found = problems_of(
        exchange(
            ("dek: Sedikitnya 40", "dek: Ada 77"),
            ("#quotation-wening-1", "#quotation-wening-7"),
            ("value: 40", "value: 41"),
            ("air pasang berikutnya", "air pasang besok"),
            ("id: wening-2", "id: wening-1"),
            ("polarity: denied", "polarity: affirmed"),
            ("speaker: tegar", "speaker: tagar"),
            ("date: 2025-05-03", "date: 2025-05-04"),
            ("- tanggul\n", "- tanggull\n"),
            ("quote: jauh lebih murah", "quote: jauh lebih mahal"),
        )
    )

    codes = ["K09", "C11", "K06", "Q02", "Q01", "Q09", "S02", "T06", "G02", "C02"]
    assert [problem.code for problem in found] == codes


def test_an_edition_in_another_language_needs_translations() -> None:
    text = exchange(("language: id", "language: en"), ("  - tanggul\n", ""))

    codes = [(problem.code, problem.severity) for problem in problems_of(text)]
    assert codes == [("Q10", "warning")] * 3
    ready = problems_of(text.replace("status: draft", "status: ready"))
    assert [(problem.code, problem.severity) for problem in ready] == [("Q10", "error")] * 3


def test_a_language_without_a_pack_is_an_error() -> None:
    codes = [problem.code for problem in problems_of(exchange(("language: id", "language: idn")))]

    assert codes[0] == "C07"


def test_a_page_of_nothing_says_so() -> None:
    text = "language: id\nheadline: Tanggul\nbased_on: [tanggul]\n"

    assert [problem.code for problem in problems_of(text)] == ["C14"]
    assert [problem.code for problem in problems_of(text.replace("[tanggul]", "[]"))] == [
        "C14",
        "C06",
    ]


WORDS = [match.span() for match in re.finditer(r"\w+", QUOTATION)]


@given(st.sampled_from(WORDS), st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9))
def test_any_other_word_in_a_quotation_is_an_error(span: tuple[int, int], word: str) -> None:
    changed = f"{QUOTATION[: span[0]]}{word}{QUOTATION[span[1] :]}"
    found = problems_of(exchange((QUOTATION, changed)))

    if changed != QUOTATION:
        assert [(problem.code, problem.severity) for problem in found] == [("Q02", "error")]
    else:
        assert found == []


@given(st.sampled_from(WORDS))
def test_any_word_left_out_of_a_quotation_is_a_problem(span: tuple[int, int]) -> None:
    """At an end, a shorter quotation is still word for word."""
    without = f"{QUOTATION[: span[0]]}{QUOTATION[span[1] :]}"
    inner = span not in (WORDS[0], WORDS[-1])

    assert bool(problems_of(exchange((QUOTATION, without)))) == inner


def test_statements_that_were_not_made_are_not_missed() -> None:
    """Words are compared also where nothing was extracted from the article."""
    text = exchange(("air pasang berikutnya", "air pasang besok"))
    found = problems_of(text, statements=Statements())

    assert [problem.code for problem in found] == ["Q02"]


@pytest.mark.parametrize(
    ("changes", "code", "severity"),
    [
        pytest.param([("speaker: tegar", "speaker: wening")], "Q08", "warning", id="a speaker"),
        pytest.param(
            [("berikutnya […] Warga sudah terlalu lama cemas", "berikutnya […] Kami siap")],
            "Q08",
            "error",
            id="words of two speakers in one quotation",
        ),
        pytest.param(
            [("dek: Sedikitnya", "dek: “Kami akan pindah besok,” kata bupati. Sedikitnya")],
            "C18",
            "error",
            id="a quotation of the editor's own",
        ),
    ],
)
def test_what_has_a_safe_way_out_is_an_error(
    changes: list[tuple[str, str]], code: str, severity: str
) -> None:
    found = {problem.code: problem.severity for problem in problems_of(exchange(*changes))}

    assert found[code] == severity
