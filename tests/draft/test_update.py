"""An update brings in what is new, and leaves what an editor wrote as it is."""

import re
from dataclasses import replace

import pytest

from embankment import ARTICLE, PATH, STATEMENTS, STORE, TEXT, WENING
from jelaskan import languages
from jelaskan.draft import Updated, draft, update
from jelaskan.files.yaml_file import validate
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.model.article import Article, Mention
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Attribution, Person, Statements, TimeExpression
from jelaskan.model.store import Store
from jelaskan.proof.claims import time_anchors

INDONESIAN = languages.load("id")
ALL = draft(ARTICLE, STATEMENTS, INDONESIAN)
FEWER = replace(
    STATEMENTS,
    attributions=STATEMENTS.attributions[:1],
    quantities=STATEMENTS.quantities[::2],
    times=STATEMENTS.times[1:],
    terms=STATEMENTS.terms[:1],
    furniture=(),
)
EARLIER = draft(ARTICLE, FEWER, INDONESIAN)


def parse(text: str) -> tuple[Explainer, ExplainerFile]:
    yaml_file, problems = parse_yaml(text, PATH)
    assert yaml_file is not None, problems
    assert problems == ()
    explainer, problems = validate(yaml_file, Explainer)
    assert explainer is not None, problems
    return explainer, ExplainerFile(PATH, "tanggul", explainer, yaml_file.places)


def updated(
    text: str,
    *,
    article: Article = ARTICLE,
    statements: Statements = STATEMENTS,
    store: Store | None = None,
) -> Updated:
    file = parse(text)[1]
    return update(text, file, {"tanggul": article}, {"tanggul": statements}, store or Store())


def lines_added(before: str, after: str) -> list[str]:
    """Return the lines that came in; all others are those of before, in order."""
    rest, added = before.split("\n"), []
    for line in after.split("\n"):
        if rest and line == rest[0]:
            rest.pop(0)
        else:
            added.append(line)
    assert rest == []
    return added


def exchange(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def cut(text: str, start: str, end: str) -> str:
    """Return text without what stands from some words up to others."""
    before, _, rest = text.partition(start)
    return before + end + rest.partition(end)[2]


def messages(result: Updated) -> list[str]:
    return [str(problem) for problem in result.problems]


def test_a_draft_is_up_to_date() -> None:
    result = updated(ALL)

    assert result.text == ALL
    assert result.problems == ()
    assert set(result.added.values()) == {0}


def test_new_findings_come_in_at_their_place_marked_and_listed() -> None:
    result = updated(EARLIER)

    explainer = parse(result.text)[0]
    whole = parse(ALL)[0]
    assert explainer.quotations == whole.quotations
    assert explainer.timeline == whole.timeline
    assert explainer.glossary == whole.glossary
    assert explainer.related == whole.related
    assert explainer.people == whole.people
    assert [figure.as_written for figure in explainer.key_figures] == [
        figure.as_written for figure in whole.key_figures
    ]
    assert "  # baru · seeds/tanggul.txt:5:24 · made-up\n  - id: wening-2\n" in result.text
    assert ("wening-2", "baru dalam artikel, atau baru ditemukan (seeds/tanggul.txt:5:24)") in [
        (one.about, one.reason) for one in explainer.review
    ]
    assert result.added == {
        "people": 1,
        "key_figures": 1,
        "quotations": 2,
        "timeline": 1,
        "glossary": 2,
        "related": 1,
        "review": 8,
    }


def test_a_second_update_changes_nothing() -> None:
    once = updated(EARLIER).text

    assert updated(once).text == once


def test_what_an_editor_deleted_stays_away() -> None:
    text = cut(ALL, "  # seeds/tanggul.txt:5:24", "  # seeds/tanggul.txt:8:2")
    text = cut(text, "# Judul yang disebut", "# Yang sudah ditawarkan")

    assert updated(text).text == text


def test_what_is_offered_can_be_offered_again() -> None:
    text = cut(ALL, "  # seeds/tanggul.txt:5:24", "  # seeds/tanggul.txt:8:2")
    forgetful = re.sub("# offered.*\n", "", text)

    result = updated(forgetful)

    assert parse(result.text)[0].quotations == parse(ALL)[0].quotations
    assert not result.remembers


def test_what_an_editor_shortened_or_wrote_is_not_new() -> None:
    text = exchange(
        EARLIER,
        "text: Kami tidak akan menunggu air pasang berikutnya\n",
        "text: 'akan menunggu air' # kurang\n"
        "  - {id: saya, speaker: wening, kind: indirect, text: dipaksa pindah}\n",
    )

    quotations = parse(updated(text).text)[0].quotations

    assert [one.id for one in quotations] == ["wening-1", "saya", "tegar-1"]


def test_order_quoting_comments_blank_lines_and_line_ends_are_kept() -> None:
    text = (
        "---   # mulai\r\nlanguage:   'id'\r\nheadline: \"Judul\"\r\nbased_on: [ tanggul ]\r\n"
        "quotations:\r\n\r\n\r\n    - text:  Kami siap   # betul?\r\n      near: kata Tegar. Petugas\r\n"
        "      speaker: tegar\r\n      id: akhir\r\n      # masih tentang akhir\r\n\r\n"
        "    # pembuka\r\n    - {id: awal, speaker: wening, text: Kami tidak akan menunggu}\r\n"
        "people:\r\n- id: wening\r\n  name: Wening Larasati\r\n- id: tegar\r\n  name: Tegar\r\n"
        "...\r\n# habis"
    )

    result = updated(text)

    assert lines_added(text.replace("\r\n", "\n"), result.text.replace("\r\n", "\n"))
    assert "\n" not in result.text.replace("\r\n", "")
    assert [one.id for one in parse(result.text)[0].quotations] == ["akhir", "awal", "wening-2"]
    assert "\r\n    - id: wening-2\r\n      speaker: wening\r\n" in result.text


def test_links_to_the_timeline_lead_where_they_led() -> None:
    """Also those of a page whose entries have no ids yet, and are counted."""
    own = "timeline:\n- {date: 2025-05-05, as_written: Senin (5/5), text: Peredam.}\n"
    text = re.sub(r"timeline:\n(?:  .*\n)+", own, EARLIER)

    explainer = parse(updated(text).text)[0]

    assert [entry.date for entry in explainer.timeline] == ["2025-05-03", "2025-05-05"]
    assert time_anchors(explainer) == ("time-3-mei-2025", "time-1")


def test_a_new_entry_of_the_timeline_has_an_id_that_leads_to_no_other() -> None:
    own = "timeline:\n" + 12 * "- {date: 2024, text: Rapat., source: [https://example.org]}\n"
    own += '- {date: 2025-05-05, id: "3-mei-2025", as_written: Senin (5/5), text: Peredam.}\n'
    text = re.sub(r"timeline:\n(?:  .*\n)+", own, EARLIER)
    twelve = TimeExpression(Mention(TEXT.index("12"), "12"), "2012", "explicit", "made-up")
    statements = replace(STATEMENTS, times=(*STATEMENTS.times, twelve))

    explainer = parse(updated(text, statements=statements).text)[0]

    anchors = time_anchors(explainer)
    assert anchors[:2] == ("time-12-2", "time-1")
    assert anchors[-3:] == ("time-12", "time-3-mei-2025-2", "time-3-mei-2025")


def test_words_that_changed_in_the_article_are_shown_and_left() -> None:
    article = replace(ARTICLE, text=TEXT.replace("12 persen", "15 persen"))
    percent = replace(
        STATEMENTS.quantities[2], mention=Mention(article.text.index("15 persen"), "15 persen")
    )
    statements = replace(STATEMENTS, quantities=(*STATEMENTS.quantities[:2], percent))

    result = updated(ALL, article=article, statements=statements)

    (problem,) = messages(result)
    assert re.fullmatch(
        r"content/explainers/tanggul.id.yaml:\d+:17: U01: `desa` and the article differ: "
        r"the page has “12 persen”\n"
        r"  hint: the article, seeds/tanggul.txt:6:48: “15 persen”\n"
        r"  hint: nothing was changed here: take the article's words, or delete it",
        re.sub("`.*?`", "`desa`", problem),
    )
    assert parse(result.text)[0].key_figures == parse(ALL)[0].key_figures
    assert updated(result.text, article=article, statements=statements).text == result.text


def test_of_a_quotation_in_pieces_the_piece_that_changed_is_shown() -> None:
    text = exchange(
        ALL,
        "text: Kami tidak akan menunggu air pasang berikutnya\n",
        "text: Kami tidak akan menunggu air pasang […] Warga sudah terlalu lama marah\n",
    )

    (problem,) = updated(text).problems

    assert problem.message == (
        "`wening-1` and the article differ: the page has “Warga sudah terlalu lama marah”"
    )


def test_words_that_vanished_from_the_article_are_reported_and_left() -> None:
    article = replace(ARTICLE, text="Kali Opak tenang.")

    result = updated(ALL, article=article, statements=Statements())

    assert result.text == ALL
    assert "U02" in {problem.code for problem in result.problems}
    assert all(problem.position.line > 1 for problem in result.problems)


def test_a_finding_that_is_made_no_longer_is_reported_and_left() -> None:
    statements = replace(STATEMENTS, attributions=STATEMENTS.attributions[1:])

    result = updated(ALL, statements=statements)

    (problem,) = result.problems
    assert (problem.code, problem.severity) == ("U03", "warning")
    assert problem.message == (
        "the program does not find this in the article any more: "
        "“Kami tidak akan menunggu air pasang berikutnya”"
    )
    assert result.text == ALL


def test_problems_have_their_places_in_the_new_text() -> None:
    text = exchange(EARLIER, "as_written: 12 persen", "as_written: 12 per cent")

    result = updated(text)

    (before,), (after,) = result.problems, result.moved()
    assert text.split("\n")[before.position.line - 1].endswith("12 per cent")
    assert result.text.split("\n")[after.position.line - 1].endswith("12 per cent")
    assert after.position.line > before.position.line


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        pytest.param("Wening Larasati", "bupati", id="whole name"),
        pytest.param("Dr. Wening Larasati, M.Si.", "bupati", id="with titles"),
        pytest.param("Bupati", "bupati", id="by what was said"),
    ],
)
def test_a_new_quotation_gets_the_speaker_of_the_page(name: str, speaker: str) -> None:
    text = EARLIER.replace("id: wening\n", "id: bupati\n").replace(
        "speaker: wening", "speaker: bupati"
    )
    text = text.replace("name: Wening Larasati", f'name: "{name}"').replace(
        "    aliases: [Wening]\n", ""
    )

    explainer = parse(updated(text).text)[0]

    assert [one.speaker for one in explainer.quotations] == [speaker, speaker, "tegar"]
    assert explainer.quotations[1].id == "bupati-2"


def test_nobody_is_taken_for_another_of_whom_the_page_speaks() -> None:
    """The page gave words of one to another; that does not make them one."""
    other = Person("Sekar Wibisana", "person")
    said = Attribution(
        (Mention(TEXT.index("jauh lebih murah"), "jauh lebih murah"),),
        "mixed",
        None,
        None,
        other,
        "m",
    )
    first = replace(STATEMENTS.attributions[0], speaker=other)
    statements = replace(STATEMENTS, attributions=(first, *STATEMENTS.attributions[1:], said))
    page = draft(ARTICLE, replace(STATEMENTS, attributions=STATEMENTS.attributions[:2]), INDONESIAN)

    explainer = parse(updated(page, statements=statements).text)[0]

    assert {one.id: one.speaker for one in explainer.quotations} == {
        "wening-1": "wening",
        "wening-2": "wening",
        "wibisana-1": "wibisana",
        "tegar-1": "tegar",
    }


def test_a_speaker_of_the_store_needs_no_entry() -> None:
    result = updated(EARLIER, store=STORE)

    assert [one.id for one in parse(result.text)[0].people] == ["wening"]


@pytest.mark.parametrize("key", ["review", "people", "quotations", "timeline", "glossary"])
@pytest.mark.parametrize("brackets", [" []", "   [ ]", "\n    []"])
def test_an_empty_list_takes_lines(key: str, brackets: str) -> None:
    text = re.sub(rf"{key}:\n(?:  .*\n)+", f"{key}:{brackets}  # tidak ada\n", EARLIER)

    result = updated(text)

    below = brackets.count("\n") * "\n"
    assert f"{key}:{below}  # tidak ada\n  " in result.text
    assert result.problems == ()
    assert "baru dalam artikel, atau baru ditemukan (seeds/tanggul.txt:5:24)" in [
        one.reason for one in parse(result.text)[0].review
    ]
    assert updated(result.text).text == result.text


def test_an_empty_list_stays_where_nothing_is_new() -> None:
    text = re.sub(r"review:\n(?:  .*\n)+", "review: []\n", ALL)

    assert updated(text).text == text


def test_a_list_between_brackets_is_left_and_waits_in_review() -> None:
    """What is new comes in once the list can take it, also after several updates."""
    text = re.sub(r"glossary:\n(?:  .*\n)+", "glossary: [tanggul]  # cukup\n", EARLIER)

    result = updated(text, store=STORE)

    (problem,) = result.problems
    assert problem.message == "`glossary` stands between brackets: 2 new entries cannot come in"
    assert "glossary: [tanggul]  # cukup\n" in result.text
    assert parse(result.text)[0].review[-1].about == "glossary"
    again = updated(result.text, store=STORE)
    assert again.text == result.text
    assert [one.code for one in again.problems] == ["U04"]
    opened = again.text.replace(" [tanggul]  # cukup", "\n  - tanggul")
    assert [one.id for one in parse(updated(opened).text)[0].glossary[1:]] == [
        "peredam-pasang",
        "air-pasang",
    ]


def test_nothing_comes_into_a_page_whose_review_takes_no_lines() -> None:
    """It could not say what is new, and a page that is ready would be published with it."""
    text = re.sub(r"review:\n(?:  .*\n)+", "review: [{about: saya, reason: baca lagi}]\n", EARLIER)

    result = updated(exchange(text, "status: draft", "status: ready"))

    (problem,) = result.problems
    assert (problem.code, problem.severity) == ("U04", "error")
    assert problem.message == (
        "`review` stands between brackets, so nothing comes into the file: 7 new entries"
    )
    assert set(result.added.values()) == {0}
    again = updated(result.text)
    assert again.text == result.text
    assert [one.code for one in again.problems] == ["U04"]


def test_quotations_wait_for_their_speakers() -> None:
    text = re.sub(
        r"people:\n(?:  .*\n)+", "people: [{id: wening, name: Wening Larasati}]\n", EARLIER
    )

    result = updated(text)

    assert [one.id for one in parse(result.text)[0].quotations] == ["wening-1", "wening-2"]
    assert [one.code for one in result.problems] == ["U04"]


def test_a_file_between_braces_is_left() -> None:
    text = "{language: id, headline: Judul, based_on: [tanggul]}\n"

    result = updated(text)

    assert {one.code for one in result.problems} == {"U04"}
    assert result.text.startswith(text)
    assert all(line.startswith("#") for line in lines_added(text, result.text) if line)


def test_a_page_that_is_ready_says_why_it_waits() -> None:
    text = exchange(EARLIER, "status: draft", "status: ready")

    assert "U06" in {problem.code for problem in updated(text).problems}
    assert updated(exchange(ALL, "status: draft", "status: ready")).problems == ()


def test_a_page_in_another_language_speaks_it_to_its_editor() -> None:
    text = "language: en\nheadline: The embankment\nbased_on: [tanggul]\n"

    result = updated(text)

    assert "# new · seeds/tanggul.txt:2:2 · made-up" in result.text
    assert "# What the program is not sure of." in result.text


def test_findings_of_two_articles_come_together() -> None:
    second = Article("kali", "id", "“Kali ini dalam,” kata Wening Larasati.", "seeds/kali.txt")
    said = Attribution((Mention(1, "Kali ini dalam"),), "direct", None, None, WENING, "made-up")
    text = exchange(ALL, "based_on: [tanggul]", "based_on: [tanggul, kali]")
    file = parse(text)[1]

    result = update(
        text,
        file,
        {"tanggul": ARTICLE, "kali": second},
        {"tanggul": STATEMENTS, "kali": Statements(attributions=(said,))},
        Store(),
    )

    explainer = parse(result.text)[0]
    assert [one.id for one in explainer.quotations] == [
        "wening-1",
        "wening-2",
        "tegar-1",
        "wening-3",
    ]
    assert [one.id for one in explainer.people] == ["wening", "tegar"]
    assert result.added["quotations"] == 1
