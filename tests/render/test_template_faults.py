"""A slip in a site's own template is a problem at its line, with a way out."""

from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import UndefinedError

import library
from jelaskan.problems import Problem
from jelaskan.render.environment import load_templates, render_page

HEAD = '{% extends "packaged/explainer.html" %}\n{% block short_answer %}\n'
PAGES = [page for page in library.make_pages() if page.path.startswith("perpustakaan/")]
END = "\n{% endblock %}\n"
CLOSE = "\n  hint: Jinja reads what stands in {{ … }}, {% … %} and {# … #}: close each"
THEMING = "\n  hint: docs/theming.md says what templates may use"


def problems_of(root: Path, name: str, text: str | bytes) -> set[str]:
    """Return what is wrong with a page of the made-up site for a template of its own."""
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    templates = load_templates(root)
    rendered = [render_page(page, templates) for page in PAGES]
    return {str(each) for each in rendered if isinstance(each, Problem)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{HEAD}  <p>{{{{ headlin }}}}</p>{END}",
            "3:9: H03: nothing here has this name: headlin\n  hint: did you mean “heading”?",
            id="a name of the page",
        ),
        pytest.param(
            f"{HEAD}{{{{ t.short_answr }}}}{END}",
            "3:6: H03: nothing here has this name: short_answr"
            "\n  hint: did you mean “short_answer”?",
            id="a label",
        ),
        pytest.param(
            f"{HEAD}{{% for each in speakers %}}{{{{ each.quotatons }}}}{{% endfor %}}{END}",
            "3:35: H03: nothing here has this name: quotatons\n  hint: did you mean “quotations”?",
            id="a part of a speaker",
        ),
        pytest.param(
            '{% extends "packaged/explainer.html" %}{% block head %}{{ x }}{% endblock %}',
            f"1:59: H03: nothing here has this name: x{THEMING}",
            id="a name that is part of a word",
        ),
        pytest.param(
            f"{HEAD}{{{{ zebra }}}}{END}",
            f"3:4: H03: nothing here has this name: zebra{THEMING}",
            id="a name like no other",
        ),
        pytest.param(
            f"{HEAD}{{{{ heading }}{END}",
            f"3:12: H01: the template is not understood: unexpected '}}'{CLOSE}",
            id="a mark half closed",
        ),
        pytest.param(
            f"{HEAD}a{{{{ heading | uper }}}}{END}",
            "3:15: H01: the template is not understood: no filter named 'uper'"
            "\n  hint: did you mean “upper”?",
            id="a filter",
        ),
        pytest.param(
            '{% extends "packaged/explaner.html" %}',
            "1:13: H02: there is no template of this name: packaged/explaner.html"
            "\n  hint: did you mean “packaged/explainer.html”?",
            id="a template that is not there",
        ),
        pytest.param(
            '{% extends "explainer.html" %}',
            "1:1: H04: the template takes itself in, without end"
            "\n  hint: extend the packaged one: `packaged/explainer.html`",
            id="itself",
        ),
        pytest.param(
            f"{HEAD}\n  {{{{ 1 / 0 }}}}{END}",
            f"4:3: H05: the template fails: ZeroDivisionError: division by zero{THEMING}",
            id="an error of its own",
        ),
        pytest.param(
            f"{HEAD}{{{{ t.role_then | fill(day=1) }}}}{END}",
            f"3:1: H05: the template fails: KeyError: 'date'{THEMING}",
            id="a place of a label",
        ),
        pytest.param(
            HEAD.encode() + b"caf\xe9" + END.encode(),
            "3:1: H01: the template cannot be read: it is not in UTF-8"
            "\n  hint: save it as text in UTF-8 that you may read",
            id="another encoding",
        ),
    ],
)
def test_a_slip_is_a_problem_at_its_line(text: str | bytes, expected: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, "explainer.html", text) == {f"templates/explainer.html:{expected}"}


def test_in_a_style_sheet_a_brace_may_not_touch_a_hash(tmp_path: Path) -> None:
    text = "p { color: red }\n@media print {#main { color: red } }\n"
    reason = "the template is not understood: missing end of comment tag"
    hint = "write a space between “{” and a “#” or “%” behind it"

    assert problems_of(tmp_path, "style/theme.css", text) == {
        f"templates/style/theme.css:2:1: H01: {reason}\n  hint: {hint}"
    }


def test_where_a_packaged_template_misses_something_the_site_s_own_is_named(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "parts/macros.html", "{% macro quoted() %}{% endmacro %}")

    assert len(found) == 1
    for problem in found:
        assert problem.startswith(
            "templates/parts/macros.html:1:1: H06: a packaged template fails with the site's own: "
            "the template 'parts/macros.html' (imported on line "
        )


def test_a_fault_of_ours_is_no_problem_of_the_site_s(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/.DS_Store").write_bytes(b"\0")

    with pytest.raises(UndefinedError):
        render_page(replace(PAGES[0], context={}), load_templates(tmp_path))
