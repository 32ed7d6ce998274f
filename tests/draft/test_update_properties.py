"""No value, comment or order of an editor's is ever lost, whatever was edited."""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from embankment import ARTICLE, PATH, STATEMENTS, STORE, problems_of
from jelaskan import languages
from jelaskan.draft import Updated, draft, update
from jelaskan.draft.offered import read_offered
from jelaskan.files.yaml_file import validate
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.proof.claims import time_anchors

LINE_END = re.compile("\r\n|\r|\n")
EMPTY = re.compile(r": \[\]")
"""An empty list, which loses its brackets when it gets an item."""
LISTS = ("people", "key_figures", "quotations", "timeline", "glossary", "related", "review")
OWN = {
    "people": '- {id: sekar, name: "Sekar: warga"} # milik saya',
    "key_figures": "- id: tujuh\n  as_written: >-\n    12\n    persen\n  value: 12\n  label: 'x'\n",
    "quotations": "- id: own\n  # mengapa?\n  speaker: tegar\n  kind: mixed\n  text: |+\n    jauh lebih murah\n\n\n",
    "timeline": "- date: 1999\n  text: Lama.\n  source:\n  - https://example.org/1999\n",
    "glossary": "-\n  id: kali\n  name: Kali Opak\n  description: >+\n    Sungai.\n\n",
    "related": "- title: |-\n    Judul\n\n    sendiri\n",
    "review": '- about: saya\n  reason: "baca\n    lagi"   # nanti\n',
}
COMMENTS = st.sampled_from(
    ["# catatan", "#", "    # dalam", "        # lebih dalam", "  # dua", "", "   "]
)
WORDS = st.sampled_from(["Ganti", "40", "ya", "a: b", "# bukan komentar", "“kutip”", "x'y", "é 🙂"])


def explainer_of(text: str) -> tuple[Explainer, dict[Any, tuple[int, int]]] | None:
    yaml_file, problems = parse_yaml(text, PATH)
    if yaml_file is None or problems:
        return None
    explainer, problems = validate(yaml_file, Explainer)
    return None if explainer is None else (explainer, dict(yaml_file.places))


def updated(text: str, article: Article, statements: Statements) -> Updated:
    found = explainer_of(text)
    assert found is not None
    file = ExplainerFile(PATH, article.slug, *found)
    return update(text, file, {article.slug: article}, {article.slug: statements}, STORE)


@st.composite
def some_statements(draw: Callable[..., Any]) -> Statements:
    """Fewer findings than there are: what an earlier article or program had."""

    def some(found: tuple[Any, ...]) -> tuple[Any, ...]:
        kept = draw(st.sets(st.sampled_from(range(len(found)))))
        return tuple(one for number, one in enumerate(found) if number in kept)

    return replace(
        STATEMENTS,
        attributions=some(STATEMENTS.attributions),
        quantities=some(STATEMENTS.quantities),
        times=some(STATEMENTS.times),
        terms=some(STATEMENTS.terms),
        furniture=some(STATEMENTS.furniture),
    )


def blocks_of(lines: list[str], key: str) -> list[tuple[int, int]]:
    """Return the first line of each item of a list, with the line after its last."""
    if f"{key}:" not in lines:
        return []
    start = lines.index(f"{key}:") + 1
    end = next((at for at in range(start, len(lines)) if lines[at][:1].strip(" -#")), len(lines))
    starts = [at for at in range(start, end) if re.match(r" *- ?", lines[at])]
    column = min((len(lines[at]) - len(lines[at].lstrip()) for at in starts), default=0)
    starts = [at for at in starts if lines[at].startswith(f"{' ' * column}-")]
    return list(zip(starts, [*starts[1:], end], strict=False))


@st.composite
def edited(draw: Callable[..., Any]) -> str:
    """A draft after an editor has worked on it."""
    lines = draft(ARTICLE, draw(some_statements()), languages.load("id"), store=STORE).split("\n")
    for edit in draw(st.lists(st.sampled_from(EDITS), max_size=8)):
        tried = edit(draw, list(lines))
        if explainer_of("\n".join(tried)) is not None:
            lines = tried
    text = "\n".join(lines)
    text = text.rstrip("\n") if draw(st.booleans()) else text
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))


def add_comment(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    lines.insert(draw(st.integers(0, len(lines))), draw(COMMENTS))
    return lines


def add_comment_to_a_line(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    lines[draw(st.integers(0, len(lines) - 1))] += "  # di sini"
    return lines


def change_value(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    keys = r"(name|label|role|text|as_written|description|title|reason|inferred|headline)"
    at = [n for n, line in enumerate(lines) if re.match(rf" *(- )?{keys}: [^>]", line)]
    if not at:
        return lines
    number = draw(st.sampled_from(at))
    lines[number] = f"{lines[number].partition(': ')[0]}: {json.dumps(draw(WORDS))}"
    return lines


def quote_otherwise(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    at = [n for n, line in enumerate(lines) if re.match(r" *(- )?\w+: [\w ]+$", line)]
    if not at:
        return lines
    number = draw(st.sampled_from(at))
    key, _, value = lines[number].partition(": ")
    lines[number] = draw(
        st.sampled_from([f"{key}: '{value}'", f"{key}:    {value}   ", f'{key}: "{value}"'])
    )
    return lines


def fold_otherwise(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    at = [n for n, line in enumerate(lines) if line.endswith(": >-")]
    if at:
        number = draw(st.sampled_from(at))
        lines[number] = lines[number][:-2] + draw(
            st.sampled_from(["|", "|+", "|-", ">", ">+", "|2-"])
        )
    return lines


def delete_item(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    blocks = blocks_of(lines, draw(st.sampled_from(LISTS)))
    if len(blocks) > 1:
        start, end = draw(st.sampled_from(blocks))
        del lines[start:end]
    return lines


def delete_list(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    key = draw(st.sampled_from(LISTS))
    blocks = blocks_of(lines, key)
    if blocks:
        del lines[lines.index(f"{key}:") : blocks[-1][1]]
    return lines


def exchange_items(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    blocks = blocks_of(lines, draw(st.sampled_from(LISTS)))
    if len(blocks) > 1:
        number = draw(st.integers(0, len(blocks) - 2))
        (start, middle), (_, end) = blocks[number], blocks[number + 1]
        lines[start:end] = lines[middle:end] + lines[start:middle]
    return lines


def add_own_item(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    key = draw(st.sampled_from(LISTS))
    blocks = blocks_of(lines, key)
    if not blocks:
        return [*lines, f"{key}:", *OWN[key].split("\n")]
    at = draw(st.sampled_from([start for start, _ in blocks] + [blocks[-1][1]]))
    column = len(lines[blocks[0][0]]) - len(lines[blocks[0][0]].lstrip())
    lines[at:at] = [" " * column + line if line else "" for line in OWN[key].split("\n")]
    return lines


def indent_otherwise(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    key = draw(st.sampled_from(LISTS))
    blocks = blocks_of(lines, key)
    if blocks:
        start, end = lines.index(f"{key}:") + 1, blocks[-1][1]
        change = draw(st.sampled_from([lambda line: line[2:], lambda line: "   " + line]))
        lines[start:end] = [change(line) if line.strip() else line for line in lines[start:end]]
    return lines


def put_between_brackets(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    key = draw(st.sampled_from(LISTS))
    blocks = blocks_of(lines, key)
    parsed, _ = parse_yaml("\n".join(lines), PATH)
    if not blocks or parsed is None:
        return lines
    items = parsed.value[key]
    if draw(st.booleans()):  # one item
        number = draw(st.integers(0, len(blocks) - 1))
        start, end = blocks[number]
        column = len(lines[start]) - len(lines[start].lstrip())
        item = json.dumps(items[number], ensure_ascii=False)
        lines[start:end] = [f"{' ' * column}- {item}"]
    else:  # the whole list
        end = blocks[-1][1]
        written = json.dumps(draw(st.sampled_from([items, []])), ensure_ascii=False)
        written = written.replace("}, {", draw(st.sampled_from(["}, {", "},\n  {", "} , # x\n {"])))
        lines[lines.index(f"{key}:") : end] = f"{key}: {written}".split("\n")
    return lines


def forget(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    return [line for line in lines if not line.startswith("# offered") or draw(st.booleans())]


def mark_the_document(draw: Callable[..., Any], lines: list[str]) -> list[str]:
    return ["---", *lines] if draw(st.booleans()) else [*lines, "...", ""]


EDITS = [
    add_comment,
    add_comment,
    add_comment_to_a_line,
    change_value,
    quote_otherwise,
    fold_otherwise,
    delete_item,
    delete_list,
    exchange_items,
    add_own_item,
    add_own_item,
    indent_otherwise,
    put_between_brackets,
    forget,
    mark_the_document,
]

ARTICLES = st.sampled_from(
    [
        ARTICLE,
        replace(ARTICLE, text=ARTICLE.text.replace("air pasang", "banjir")),
        replace(ARTICLE, text="Baru.\n" + ARTICLE.text.replace("40", "45")),
    ]
)


def statements_in(article: Article) -> Statements:
    """Return what a program would find in a changed article: what has the same words, moved."""

    def moved(found: Any) -> Any:
        """Return a finding with its mentions where the article has them now."""
        if isinstance(found, tuple):
            return tuple(new for one in found if (new := moved(one)) is not None)
        changes = {}
        for name in ("mention", "bound_mention", "cue", "source", "title", "definition"):
            one = getattr(found, name, None)
            if one is not None and hasattr(one, "start"):
                start = article.text.find(one.text)
                if start < 0:
                    return None
                changes[name] = article.mention(start, start + len(one.text))
        if hasattr(found, "content"):
            starts = [article.text.find(piece.text) for piece in found.content]
            if min(starts) < 0:
                return None
            changes["content"] = tuple(
                article.mention(start, start + len(piece.text))
                for start, piece in zip(starts, found.content, strict=True)
            )
        return replace(found, **changes)

    if article.text == ARTICLE.text:
        return STATEMENTS
    return Statements(
        attributions=moved(STATEMENTS.attributions),
        quantities=moved(STATEMENTS.quantities),
        times=moved(STATEMENTS.times),
        terms=moved(STATEMENTS.terms),
        furniture=moved(STATEMENTS.furniture),
    )


def is_in_order(items: list[Any], longer: list[Any]) -> bool:
    rest = iter(longer)
    return all(any(item == other for other in rest) for item in items)


def all_offered(article: Article, statements: Statements) -> frozenset[str]:
    """Return what remembers everything that a draft of today offers."""
    return read_offered(draft(article, statements, languages.load("id"), store=STORE))


def errors_of(text: str, article: Article, statements: Statements) -> Counter[tuple[str, str]]:
    """Return what a check finds; where it is said in a message, lines do not count."""
    return Counter(
        (problem.code, re.sub(r"\d+", "", problem.message))
        for problem in problems_of(text, article=article, statements=statements)
        if problem.severity == "error"
    )


def led_to(explainer: Explainer) -> dict[str, str]:
    """Return the entry of the timeline to which each link leads."""
    entries = map(repr, explainer.timeline)
    return dict(zip(time_anchors(explainer), entries, strict=True))


@settings(max_examples=150, deadline=None)
@given(text=edited(), article=ARTICLES)
def test_nothing_of_an_editors_is_lost(text: str, article: Article) -> None:
    statements = statements_in(article)

    result = updated(text, article, statements)

    assert is_in_order(*(LINE_END.split(EMPTY.sub(":", one)) for one in (text, result.text)))
    assert set(LINE_END.findall(result.text)) == set(LINE_END.findall(text))
    old, new = parse_yaml(text, PATH)[0], parse_yaml(result.text, PATH)[0]
    assert old is not None
    assert new is not None
    for key, value in old.value.items():
        if isinstance(value, list):
            assert is_in_order(value, new.value[key])
        else:
            assert new.value[key] == value
    before, after = explainer_of(text), explainer_of(result.text)
    assert before is not None
    assert after is not None
    assert led_to(before[0]).items() <= led_to(after[0]).items()
    assert updated(result.text, article, statements).text == result.text
    codes = {problem.code for problem in result.problems}
    if "U05" in codes:  # a text without the line break at its end would get one
        assert not text.endswith(("\n", "\r"))
    elif "U04" not in codes:
        every = all_offered(article, statements)
        assert every <= read_offered(result.text)
    assert errors_of(result.text, article, statements) <= errors_of(text, article, statements)
