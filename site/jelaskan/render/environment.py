"""Jinja: a site's own templates before ours, everything escaped, nothing undefined."""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)
from markupsafe import Markup

from jelaskan.model.page import OutputFile, Page
from jelaskan.problems import Problem
from jelaskan.render.links import address
from jelaskan.render.minify import minify_css, minify_html
from jelaskan.render.template_faults import OwnTemplates, find_fault

PACKAGE = Path(__file__).parent.parent

UNPRINTABLE = re.compile(
    # Controls that are no white space, and code points that HTML forbids.
    "[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the words around them; pages say directions with `dir`."""


def template_folders(root: Path) -> tuple[Path, Path]:
    """Return where templates are looked for: a site's own, then the packaged ones."""
    packaged = PACKAGE / "templates"
    if not packaged.is_dir():  # an editable install: beside site/
        packaged = PACKAGE.parent.parent / "templates"
    return root / "templates", packaged


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of a site, as they stand in its folder now."""

    root: Path
    environment: Environment


def load_templates(root: Path) -> Templates:
    """Return the templates of a site: its own `templates/` first, then the packaged ones.

    A site's file extends the packaged one that it stands before as `packaged/explainer.html`.
    """
    own, packaged = template_folders(root)
    environment = Environment(
        loader=ChoiceLoader(
            [
                OwnTemplates(own),
                FileSystemLoader(packaged),
                PrefixLoader({"packaged": FileSystemLoader(packaged)}),
            ]
        ),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=printable,
    )
    environment.filters.update(
        address=address,
        fill=fill,
        minify=minify_css,
        sha256=sha256,
        json=as_json,
        ld_json=as_linked_data,
    )
    return Templates(root, environment)


def render_page(page: Page, templates: Templates) -> OutputFile | Problem:
    """Return what a page's template makes of its context, as UTF-8.

    Where a template of the site's own fails, that is the problem of those who wrote it.
    """
    environment = templates.environment
    try:
        text = environment.get_template(page.template).render(page.context)
    except Exception as error:  # whatever a template does
        fault = find_fault(error, page, environment, templates.root)
        if fault is None:
            raise
        return fault
    if page.path.endswith(".html"):
        text = minify_html(text)
    return OutputFile(page.path, text.strip().encode() + b"\n", page.origin)


def printable(value: Any) -> Any:
    """Return what is printed of a value: nothing of None, and of text what may stand in HTML.

    A control character becomes U+FFFD; characters that reorder text go.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    if UNPRINTABLE.search(value) or REORDERING.search(value):
        return type(value)(REORDERING.sub("", UNPRINTABLE.sub("\ufffd", value)))
    return value


def fill(label: str, /, **words: Any) -> Markup:
    """Return a label with words in its places; markup among the words stays markup."""
    return Markup.escape(label).format(**words)


def sha256(text: str) -> str:
    """Return the hash by which a policy allows an element with this text."""
    digest = hashlib.sha256(str(printable(text)).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def as_json(value: Any) -> Markup:
    """Return JSON for a file of its own."""
    return Markup(json.dumps(value, ensure_ascii=False, indent=1))


def as_linked_data(value: Any) -> Markup:
    """Return JSON that no text in it can break out of its script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)
