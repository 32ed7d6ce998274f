"""Everything that the program says is said in the language of the site."""

import ast
import json
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import jelaskan
from jelaskan import languages, pipeline
from jelaskan.messages import Message
from jelaskan.problems import PackError, Position, Problem
from jelaskan.schema import FILES, make_schema
from support import Run

PACKAGE = Path(jelaskan.__file__).parent
DYNAMIC = {"messages.py", "files/yaml_words.py"}
"""Where a message is made of another text than one written there: a wording, a description."""
TRANSLATED = [
    code for code in languages.available() if (languages.FOLDER / code / "messages.yaml").exists()
]


def messages(path: Path) -> Iterator[ast.expr]:
    """Yield the first argument of every message in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) == "Message":
            yield node.args[0]


def wordings() -> set[str]:
    """Return the English wording of every message that has words."""
    found = {
        argument.value
        for path in PACKAGE.rglob("*.py")
        for argument in messages(path)
        if isinstance(argument, ast.Constant)
    }
    return {wording for wording in found if has_words(wording)}


def has_words(wording: str) -> bool:
    return any(
        letter.isalpha() for literal, *_ in string.Formatter().parse(wording) for letter in literal
    )


def descriptions(node: object) -> Iterator[str]:
    """Yield what a schema says of each key."""
    if isinstance(node, list):
        for item in node:
            yield from descriptions(item)
    elif isinstance(node, dict):
        if isinstance(about := node.get("description"), str):
            yield about
        for item in node.values():
            yield from descriptions(item)


def described() -> set[str]:
    return {about for name in FILES for about in descriptions(make_schema(name, {}))}


def test_a_message_is_its_english_text_and_can_be_said_otherwise() -> None:
    kind = Message("link")
    message = Message("{kind} has no text: {address:>3}", kind=kind, address="a{b}")

    assert message == "link has no text: a{b}"
    assert message.said_in({}) == message
    assert message.said_in({"{kind} has no text: {address:>3}": "{address}: {kind} kosong"}) == (
        "a{b}: link kosong"
    )
    assert message.said_in({"link": "tautan"}) == "tautan has no text: a{b}"


def test_a_problem_is_said_with_its_hint() -> None:
    place = Position("a.yaml", 1, 2)
    problem = Problem(place, "Q01", Message("two"), Message("a\nb"), severity="warning")
    words = {"two": "dua", "a\nb": "satu\nlagi", "warning": "peringatan", "hint": "saran"}

    assert str(problem) == "a.yaml:1:2: Q01: warning: two\n  hint: a\n  hint: b"
    assert problem.in_lines(words) == (
        "a.yaml:1:2: Q01: peringatan: dua\n  saran: satu\n  saran: lagi"
    )


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_a_wording_is_written_where_the_message_is_made(path: Path) -> None:
    made = [ast.unparse(one) for one in messages(path) if not isinstance(one, ast.Constant)]

    assert not made or path.relative_to(PACKAGE).as_posix() in DYNAMIC


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_language_says_every_message_and_nothing_else(code: str) -> None:
    own = yaml.safe_load((languages.FOLDER / code / "messages.yaml").read_text(encoding="utf-8"))

    assert languages.load_wordings(code) == own
    assert wordings() | described() == set(own)


def test_indonesian_is_translated() -> None:
    assert "id" in TRANSLATED


@pytest.mark.parametrize("about", sorted(described()))
def test_a_description_can_be_a_message(about: str) -> None:
    assert Message(about) == about


def test_a_wording_with_other_fields_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    for name in ("available", "_read_own"):
        monkeypatch.setattr(languages, name, getattr(languages, name).__wrapped__)
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx/pack.yaml").write_text("name: X\n", encoding="utf-8")
    for wording in ("tak ada {nama}", "tak ada {", "tak ada"):
        text = f'"wrote":\n  "x"\n"no {{name}}":\n  "{wording}"\n'
        (tmp_path / "xx/messages.yaml").write_text(text, encoding="utf-8")

        with pytest.raises(PackError) as error:
            languages.load_wordings("xx")

        assert (error.value.problem.code, error.value.problem.position.line) == ("L01", 3)


BROKEN = "language: {language}\nheadline: A\nbased_on: [x]\nquotatons: []\n"


def site(root: Path, languages_of_explainers: str, settings: str = "", seed: str = "") -> Path:
    explainers = root / "content/explainers"
    explainers.mkdir(parents=True)
    for number, language in enumerate(languages_of_explainers.split()):
        text = BROKEN.format(language=language)
        (explainers / f"{number}.{language}.yaml").write_text(text, encoding="utf-8")
    if settings:
        (root / "content/site.yaml").write_text(settings, encoding="utf-8")
    if seed:
        (root / "seeds").mkdir()
        (root / "seeds/a.txt").write_text(seed, encoding="utf-8")
    return root


INDONESIAN = "Jembatan itu dibuka kemarin oleh wali kota, dan banyak warga yang datang ke sana."


@pytest.mark.parametrize(
    ("explainers", "settings", "seed", "expected"),
    [
        pytest.param("en id", "languages: [id, en]\n", "", "id", id="the first of site.yaml"),
        pytest.param("id", "languages: [en]\n", "", "en", id="site.yaml before the explainers"),
        pytest.param("id en id", "", "", "id", id="that of most explainers"),
        pytest.param("id en", "", "", "en", id="as many of two"),
        pytest.param("en", "languages: [xx, id]\n", "", "id", id="the first that has a pack"),
        pytest.param("en", "languages: id\n", "", "id", id="one without a list"),
        pytest.param("id", "languages: [", "", "id", id="a site.yaml that is no YAML"),
        pytest.param("", "", INDONESIAN, "id", id="that of an article"),
        pytest.param("xx", "", "", "en", id="a language without a pack"),
        pytest.param("", "", "", "en", id="an empty site"),
    ],
)
def test_the_language_of_a_site(
    explainers: str, settings: str, seed: str, expected: str, tmp_path: Path
) -> None:
    root = site(tmp_path, explainers, settings, seed)

    assert pipeline.read_wordings(root) == languages.load_wordings(expected)


def test_a_folder_that_is_not_there_is_spoken_to_in_english(tmp_path: Path) -> None:
    assert pipeline.read_wordings(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"JELASKAN_LANGUAGE": ""}, ["kunci `quotatons` tidak dikenal", "saran: ", "kesalahan: "]),
        ({"JELASKAN_LANGUAGE": "en"}, ["unknown key `quotatons`", "hint: ", "errors: "]),
    ],
)
def test_commands_speak_the_language_of_the_site(
    environment: dict[str, str], expected: list[str], tmp_path: Path, jelaskan: Run
) -> None:
    root = site(tmp_path, "id")

    checked = jelaskan("check", "--root", root, **environment)
    built = jelaskan("build", "--root", root, **environment)

    assert all(words in checked.stdout for words in expected)
    assert all(words in built.stderr for words in expected)


@pytest.mark.parametrize("form", [["--json"], ["--format", "json"], ["--format", "sarif"]])
def test_programs_get_the_same_words(form: list[str], tmp_path: Path, jelaskan: Run) -> None:
    result = jelaskan("check", *form, "--root", site(tmp_path, "id"), JELASKAN_LANGUAGE="")

    assert json.loads(result.stdout)
    assert "tidak dikenal" in result.stdout
    assert "Y10" in result.stdout


def test_a_new_site_and_its_schemas_speak_the_language_that_was_chosen(
    tmp_path: Path, jelaskan: Run
) -> None:
    result = jelaskan("init", "--language", "id", tmp_path / "situs", JELASKAN_LANGUAGE="")

    schema = json.loads((tmp_path / "situs/.schemas/explainer.json").read_text(encoding="utf-8"))
    assert result.stdout.startswith("ditulis: ")
    assert schema["properties"]["quotations"]["description"].startswith("Siapa")
