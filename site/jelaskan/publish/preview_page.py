"""A page as the preview answers it: with the reload script, and with what is wrong on top."""

import html
import secrets
from collections.abc import Sequence
from typing import NamedTuple

from jelaskan.publish.policy import POLICY, parse_policy

RECONNECT = 2000
"""At most so many milliseconds after the preview is back, a page that stayed open finds it."""

SCRIPT = "/preview.js"
"""Where the preview's own script is asked for."""

_STYLE = """
#jelaskan-problems, #jelaskan-problems * { all: revert; box-sizing: border-box; }
#jelaskan-problems { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh;
  overflow: auto; overscroll-behavior: contain; color-scheme: dark; background: #2b0b0e;
  color: #fff; border-top: 4px solid #ff6b6b; font: 15px/1.45 system-ui, sans-serif;
  text-align: start; }
#jelaskan-problems summary { position: sticky; top: 0; padding: .6rem 1rem; font-weight: bold;
  cursor: pointer; background: #2b0b0e; }
#jelaskan-problems summary:focus-visible { outline: 2px solid #fff; outline-offset: -4px; }
#jelaskan-problems div { padding: .6rem 1rem .8rem; border-top: 1px solid #ffffff40; }
#jelaskan-problems p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
#jelaskan-problems code, #jelaskan-problems pre { font: 14px/1.5 ui-monospace, monospace; }
#jelaskan-problems code { color: #ffb4b4; font-weight: bold; }
#jelaskan-problems small { color: #ffffffd0; font-size: 14px; flex: none; }
#jelaskan-problems pre { display: flex; gap: .75rem; margin: .4rem 0; padding: .3rem .6rem;
  background: #00000059; white-space: pre-wrap; overflow-wrap: anywhere; }
#jelaskan-problems mark { background: #b3303a; color: #fff; border-radius: 2px; }
body:has(> #jelaskan-problems) { padding-bottom: 4rem; }
body:has(> #jelaskan-problems[open]) { padding-bottom: 60vh; }
body:has(> #jelaskan-problems) [popover] { inset-block: 0 auto; }
@media print { #jelaskan-problems { display: none; } }
"""
"""The panel lies at the foot of the window, leaves room to scroll what it covers into sight, sends
the page's explanations of terms to the head, and takes nothing over from the page's own style."""
_REVIEW_STYLE = """
@media screen and (min-width: 100rem) { .draft details[open] { position: fixed;
  inset: auto 1rem 1rem auto; max-height: 70vh;
  width: min(20rem, (100vw - 70rem) / 2 - 2rem); overflow: auto; padding: .5rem 1rem;
  border: 1px solid; background: Canvas; color: CanvasText; z-index: 9; } }
"""
"""Puts the list of what a draft is unsure of beside the page, on screens that have the room."""

_EMPTY = """<!doctype html><html><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>{title}</title><style>
body {{ margin: 15vh auto; max-width: 34rem; padding: 0 1rem; font: 1.1rem/1.5 system-ui, sans-serif; }}
h1 {{ font-size: 1.5rem; line-height: 1.25; }}
</style></head><body><h1>{title}</h1><p><a href="/">{home}</a></p></body></html>"""


class ShownProblem(NamedTuple):
    """A problem in the words of the editor, and its line of the file, parted at its column."""

    place: str
    code: str
    message: str
    hint: str
    line: int
    before: str
    word: str
    """That begins at the column."""
    after: str


def message_page(title: str, home: str) -> bytes:
    """Return a page that says one thing, for where there is none to show, and leads to the first."""
    return _EMPTY.format(title=html.escape(title), home=html.escape(home)).encode()


def preview_page(
    page: bytes, host: str, version: str, problems: Sequence[ShownProblem], heading: str = ""
) -> bytes:
    """Return a page with the reload script and, if there are problems, a panel that lists them.

    `host` is the address with its port that the browser asked for; `version` is told back by the
    script, so that a page older than the build that it missed is known. The page's own policy
    stays, and lets the preview's script, socket and style through.
    """
    nonce = secrets.token_urlsafe(16)
    page = POLICY.sub(lambda found: found[1] + _open_policy(found[2], host, nonce), page)
    options = f"maxdelay={RECONNECT}&amp;snipver={version}"
    addition = f'<script src="{SCRIPT}" nonce="{nonce}"></script>'
    addition += f'<style nonce="{nonce}">{_REVIEW_STYLE}</style>'
    addition += f'<script src="/livereload.js?{options}" nonce="{nonce}"></script>'
    if problems:
        items = "".join(_item(problem) for problem in problems)
        addition += (
            f'<style nonce="{nonce}">{_STYLE}</style>'
            f'<details id="jelaskan-problems" role="alert" dir="ltr" open>'
            f"<summary>{html.escape(heading)}</summary>{items}</details>"
        )
    before, end, after = page.rpartition(b"</body>")
    return (before or after) + addition.encode() + (end + after if end else b"")


def _item(problem: ShownProblem) -> str:
    place, code, message, hint, line, before, word, after = (html.escape(str(p)) for p in problem)
    place = place.replace("/", "/<wbr>")
    item = f"<p><code>{place}</code> <small>{code}</small></p><p>{message}</p>"
    if before or word:
        item += f"<pre><small>{line}</small><span>{before}<mark>{word}</mark>{after}</span></pre>"
    return f"<div>{item}<p><small>{hint}</small></p></div>"


def _open_policy(quoted: bytes, host: str, nonce: str) -> bytes:
    """Return the policy, in its quotes, with what the preview needs besides."""
    mark, policy = quoted[:1], html.unescape(quoted[1:-1].decode("utf-8", "replace"))
    directives = parse_policy(policy)
    needs = {
        "script-src": f"'nonce-{nonce}'",
        "style-src": f"'nonce-{nonce}'",
        "connect-src": f"ws://{host}",
    }
    for name, source in needs.items():
        if name in directives or "default-src" in directives:
            present = directives.get(name, directives.get("default-src", []))
            directives[name] = [*(one for one in present if one != "'none'"), source]
    opened = "; ".join(" ".join([name, *sources]) for name, sources in directives.items())
    return mark + html.escape(opened, quote=False).replace('"', "&quot;").encode() + mark
