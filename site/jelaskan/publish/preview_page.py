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
#jelaskan-problems { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 80vh;
  overflow: auto; background: #2b0b0e; color: #fff; border-top: 4px solid #ff6b6b; margin: 0;
  font: 15px/1.5 ui-monospace, monospace; text-align: left; }
#jelaskan-problems summary { padding: .75rem 1rem; font-weight: bold; cursor: pointer; }
#jelaskan-problems pre { margin: 0; padding: .5rem 1rem; white-space: pre-wrap;
  overflow-wrap: anywhere; font: inherit; border-top: 1px solid #ffffff40; }
#jelaskan-problems samp { font: inherit; color: #ffffffa6; }
#jelaskan-problems mark { background: #7a1f26; color: #fff; }
"""
_REVIEW_STYLE = """
@media screen and (min-width: 100rem) { .draft details[open] { position: fixed;
  inset: auto 1rem 1rem auto; max-height: 70vh;
  width: min(20rem, (100vw - 70rem) / 2 - 2rem); overflow: auto; padding: .5rem 1rem;
  border: 1px solid; background: Canvas; color: CanvasText; z-index: 9; } }
"""
"""Puts the list of what a draft is unsure of beside the page, on screens that have the room."""

_EMPTY = (
    '<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><p>{title}</p></body></html>"
)


class ShownProblem(NamedTuple):
    """A problem as printed, and its line of the file, parted at its column."""

    text: str
    before: str
    after: str


def message_page(title: str) -> bytes:
    """Return a page that says one thing, for where there is none to show."""
    return _EMPTY.format(title=html.escape(title)).encode()


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
            f'<details id="jelaskan-problems" role="alert" open>'
            f"<summary>{html.escape(heading)}</summary>{items}</details>"
        )
    before, end, after = page.rpartition(b"</body>")
    return (before or after) + addition.encode() + (end + after if end else b"")


def _item(problem: ShownProblem) -> str:
    text, before, after = (html.escape(part) for part in problem)
    line = f"\n<samp>{before}<mark>{after}</mark></samp>" if before or after else ""
    return f"<pre>{text}{line}</pre>"


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
