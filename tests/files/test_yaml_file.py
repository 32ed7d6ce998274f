import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from jelaskan.files.yaml_file import validate, validate_parts
from jelaskan.files.yaml_reader import YamlFile, parse_yaml
from jelaskan.model.explainer import UNREAD, Explainer, Identifier, Quotation
from jelaskan.model.store import StoredPerson


def parsed(text: str) -> YamlFile:
    file, problems = parse_yaml(text, "f.yaml")
    assert file is not None
    assert problems == ()
    return file


def lines(text: str, type_: object = Explainer) -> list[str]:
    value, problems = validate(parsed(text), TypeAdapter(type_))
    assert (value is None) == bool(problems)
    assert all(problem.hint for problem in problems)
    return [str(problem).removeprefix("f.yaml:") for problem in problems]


HEAD = "language: id\nheadline: Beras\nbased_on: [beras]\n"


def test_text_becomes_what_the_type_wants() -> None:
    explainer, problems = validate(
        parsed(
            HEAD
            + "key_figures:\n"
            + "- {id: a, as_written: '20', value: 20, label: no}\n"
            + "- {id: b, as_written: 20-30, value: [20, 1e3], label: l}\n"
            + "glossary: [beras, {id: b, name: n, as_of: 2024}]\n"
        ),
        Explainer,
    )

    assert problems == ()
    assert explainer is not None
    assert [figure.value for figure in explainer.key_figures] == [20.0, (20.0, 1000.0)]
    assert explainer.key_figures[0].label == "no"
    assert explainer.glossary[0] == "beras"


def test_a_misspelt_key_is_not_missed_under_its_right_name() -> None:
    assert lines("language: id\nhedline: Beras\nbased_on: [beras]\nqqq: 1\n") == [
        "2:1: Y10: unknown key `hedline`\n  hint: did you mean `headline`?",
        (
            "4:1: Y10: unknown key `qqq`\n  hint: the keys here are `language`, `status`, `kicker`, "
            "`headline`, `dek`, `byline`, `published`, `updated`, `as_of`, `based_on`, `short_answer`, "
            "`people`, `key_figures`, `quotations`, `sections`, `timeline`, `glossary`, `notes`, "
            "`related`, `changes`, `review`"
        ),
    ]


def test_a_missing_key_is_reported_where_its_mapping_stands() -> None:
    assert lines(HEAD + "sections:\n- heading: Apa?\n- body: Isi\n  heading: Siapa?\n") == [
        (
            "5:3: Y11: `body` is missing in item 1 of `sections`\n"
            "  hint: add `body: …`: The answer, in Markdown without raw HTML."
        )
    ]


def test_every_fault_of_a_file_is_shown_in_file_order() -> None:
    text = HEAD + (
        "status: redy\n"
        "byline:\n"
        "published: 2024-13-01\n"
        "quotations: x\n"
        "key_figures:\n"
        "- {id: A b, as_written: x, value: abc, label: l, bound: atleast}\n"
        "- {id: a, as_written: x, value: {a: b}, label: [l]}\n"
        "sections: [Apa?]\n"
        "glossary: [BERAS, {id: b, nam: n}, {id: c}]\n"
    )

    assert [line.splitlines()[0] for line in lines(text)] == [
        "4:9: Y14: `status` cannot be “redy”",
        "5:8: Y12: `byline` has no value",
        "6:12: Y15: `published`: no calendar has this date: “2024-13-01”",
        "7:13: Y13: `quotations` should be a list, and is “x”",
        "9:8: Y15: `id`: this is no id: “A b”",
        "9:35: Y15: `value`: this is not a number: “abc”",
        "9:57: Y14: `bound` cannot be “atleast”",
        "10:33: Y13: `value` should be a number or a list, and is a mapping",
        "10:48: Y13: `label` should be a text, and is a list",
        "11:12: Y13: item 1 of `sections` should be a mapping, and is “Apa?”",
        "12:12: Y15: item 1 of `glossary`: this is no id: “BERAS”",
        "12:27: Y10: unknown key `nam`",
        "12:36: Y11: `name` is missing in item 3 of `glossary`",
    ]


def test_a_number_too_large_to_be_one_is_none() -> None:
    text = HEAD + "key_figures: [{id: a, as_written: x, value: [1, 1e400], label: l}]\n"

    assert [line.splitlines()[0] for line in lines(text)] == [
        "4:49: Y15: item 2 of `value`: this is not a number: “1e400”"
    ]


def test_of_a_union_only_the_branch_that_was_meant_is_reported() -> None:
    assert [line.splitlines()[0] for line in lines(
        HEAD
        + "key_figures: [{id: a, as_written: x, value: [1, x], label: l}]\n"
        + "notes: [{quote: a, text: b, source: [x, {url: http://a b, titel: c}]}]\n"
    )] == [
        "4:49: Y15: item 2 of `value`: this is not a number: “x”",
        ("5:38: Y15: item 1 of `source`: an address begins with https:// or http:// "
        "and has no spaces: “x”"),
        ("5:47: Y15: `url`: an address begins with https:// or http:// and has no spaces: "
        "“http://a b”"),
        "5:59: Y10: unknown key `titel`",
    ]  # fmt: skip


def test_a_choice_is_suggested_or_all_are_named() -> None:
    assert [
        line.splitlines()[1] for line in lines(HEAD + "status: redy\n") + lines(HEAD + "status: x")
    ] == ["  hint: did you mean `ready`?", "  hint: choose one of `draft`, `ready`"]


def test_a_key_that_is_itself_wrong_is_reported_at_the_key() -> None:
    people = dict[Identifier, StoredPerson]

    assert lines("budi: {name: {id: ''}}\nBudi S: {name: x}\n", people) == [
        "1:19: Y15: `id`: the text is empty: “”\n  hint: write it, or delete the key",
        (
            "2:1: Y15: `Budi S` cannot be a key here: this is no id\n"
            "  hint: write lower-case letters a–z and digits, with single hyphens between: budi-s"
        ),
    ]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("beras.txt", "beras"),
        ("seeds/Harga Beras.md", "harga-beras"),
        ("Łódź", "odz"),
        ("米", "mark-rutte"),
    ],
)
def test_the_id_that_a_name_makes_is_named(wrong: str, meant: str) -> None:
    (problem,) = lines(HEAD.replace("[beras]", f"[{wrong}]"))

    assert problem.endswith(f"with single hyphens between: {meant}")


@pytest.mark.parametrize("key", ["byline", "based_on"])
def test_a_text_alone_counts_as_a_list_of_one(key: str) -> None:
    head = HEAD.replace("based_on: [beras]", "based_on: beras")
    file = parsed(f"{head}byline: beras\n")

    explainer, problems = validate(file, Explainer)

    assert problems == ()
    assert explainer is not None
    assert getattr(explainer, key) == ("beras",)
    assert lines(f"{HEAD}people:\n  - {{id: a, name: A, source: b}}\n") == [
        (
            "5:30: Y15: `source`: an address begins with https:// or http:// and has no spaces: “b”\n"
            "  hint: write it in that form"
        )
    ]


def test_an_empty_file_and_a_list_are_not_an_explainer() -> None:
    assert lines("") == ["1:1: Y12: the file is empty\n  hint: write its keys"]
    assert lines("- a\n")[0].startswith("1:1: Y13: the file should be a mapping, and is a list")


def parts(text: str) -> tuple[Explainer, list[str], set[str]]:
    found = validate_parts(parsed(text), Explainer)
    assert found.value is not None
    shown = [str(problem).splitlines()[0].removeprefix("f.yaml:") for problem in found.problems]
    return found.value, shown, {".".join(map(str, way)) for way in found.unread}


def test_what_fits_is_there_beside_what_does_not() -> None:
    explainer, problems, unread = parts(
        HEAD
        + "status: redy\n"
        + "dek: [a, b]\n"
        + "key_figures:\n"
        + "- {id: a, as_written: '20', value: dua, label: L}\n"
        + "- {id: B b, as_written: '30', value: 30, label: M}\n"
        + "quotations:\n"
        + "- {id: c, text: Satu, kind: direkt, cue: {x: y}}\n"
        + "- apa\n"
        + "- {id: d, text: Dua, speaker: budi}\n"
        + "timeline: [{date: besok, text: T}]\n"
        + "related: [{title: T, url: koran}]\n"
    )

    assert [problem.split(":")[2].strip() for problem in problems] == [
        "Y14", "Y13", "Y15", "Y15", "Y11", "Y14", "Y13", "Y13", "Y15", "Y15"
    ]  # fmt: skip
    assert explainer.status == "ready"
    assert [figure.as_written for figure in explainer.key_figures] == ["20", "30"]
    assert [quotation.text for quotation in explainer.quotations] == ["Satu", UNREAD, "Dua"]
    assert explainer.quotations[0].kind == "direct"
    assert [entry.text for entry in explainer.timeline] == ["T"]
    assert unread >= {"dek", "key_figures.0.value", "quotations.0.speaker", "quotations.1"}
    assert "quotations.0.text" not in unread


def test_what_stands_under_a_misspelt_key_is_looked_at_too() -> None:
    explainer, problems, _ = parts(HEAD + "quotatons:\n- {id: a, texxt: Satu, speaker: B b}\n")

    assert [problem.partition(" `")[0] for problem in problems] == [
        "4:1: Y10: unknown key", "5:11: Y10: unknown key", "5:33: Y15:"
    ]  # fmt: skip
    assert explainer.quotations[0].text == "Satu"


def test_a_key_is_not_taken_for_one_that_is_there() -> None:
    explainer, problems, _ = parts(HEAD + "headlin: Lain\n")

    assert problems == ["4:1: Y10: unknown key `headlin`"]
    assert explainer.headline == "Beras"


def test_a_stand_in_can_be_given() -> None:
    found = validate_parts(
        parsed("headline: Beras\nbased_on: [beras]\n"), Explainer, stand_ins={("language",): "id"}
    )

    assert found.value is not None
    assert found.value.language == "id"
    assert ("language",) in found.unread


YAML_VALUES = st.recursive(
    st.none() | st.text("ab 1-", max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*Explainer.model_fields, *Quotation.model_fields, "x"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from([*Explainer.model_fields, "x"]), YAML_VALUES))
def test_whatever_a_mapping_holds_an_explainer_is_made_of_it(value: dict[str, object]) -> None:
    file = parsed(json.dumps(value))

    found = validate_parts(file, Explainer)

    assert found.value is not None
    assert found.problems or found.value == Explainer.model_validate(file.value)
