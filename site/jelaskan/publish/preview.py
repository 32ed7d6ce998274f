"""What the live preview answers, and to whom.

The reload script and its protocol are livereload's. Its server is not used: that one takes a
socket from any page of the web, answers to any host name, lets anybody force a reload, drops
one that comes within three seconds of the last, and polls for changes.
"""

import asyncio
import contextlib
import json
import mimetypes
import os
import re
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple
from urllib.parse import quote

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import httputil, web

from jelaskan.files.text_file import read_text
from jelaskan.messages import Message, Wordings
from jelaskan.problems import HINT, WARNING, Position, Problem, has_errors
from jelaskan.publish.preview_page import SCRIPT, ShownProblem, message_page, preview_page

PLACE = Position("preview", 1, 1)
"""Of problems that no file has."""

CONTEXT = 120
"""How many characters of a line are shown on each side of a problem."""
WORD = re.compile(r"\w+|\S")
"""What is marked in a line."""


Find = Callable[[str], bytes | Problem | None]
"""From the path of a page to its bytes, or what keeps it from being made, if there is such a page.

It is called in threads, also while the next site is being made."""


Publish = Callable[[Event], tuple[Problem, ...]]
"""Writes the site into its folder, unless the event is set meanwhile."""


class Found(NamedTuple):
    """A page that the preview can answer."""

    content: bytes | None
    """The last that was made, if ever one was."""
    problem: Problem | None = None
    """Why it could not be made anew."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a build for the preview gives."""

    problems: tuple[Problem, ...]
    find: Find | None = None
    """None where an error kept the pages from being made."""
    publish: Publish | None = None


@dataclass
class Preview:
    """A running preview: what it shows, under which address, and who looks at it."""

    root: Path
    target: Path
    host: str
    port: int
    wordings: Callable[[], Wordings]
    """Returns how problems are said."""
    find: Find | None = None
    """The pages of the last build without an error; before the first, those of `target` count."""
    problems: tuple[Problem, ...] = ()
    """Those of the last build, if one of them is an error."""
    version: str = ""
    """Changes with every build, so that a page that was answered before is known."""
    viewers: set["Socket"] = field(default_factory=set)

    @property
    def address(self) -> str:
        """Where the site's first page is."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    def show(self, problems: tuple[Problem, ...]) -> None:
        """Have every viewer load its page again, with these problems on top if they are errors."""
        self.problems = tuple(sorted(problems)) if has_errors(problems) else ()
        # With a letter in it: the script makes a number of what looks like one.
        self.version = f"v{time.monotonic_ns()}"
        for viewer in self.viewers:
            viewer.reload()

    def find_page(self, path: str) -> "Found | None":
        """Return a page, or what kept it from being made and an older one, if there is any."""
        if self.find is None:
            published = self._find_published(path)
            return None if published is None else Found(published)
        try:
            found = self.find(path)
        except Exception:  # noqa: BLE001  # a bug must not cost the editor the preview
            found = describe_bug()
        if isinstance(found, Problem):
            return Found(self._find_published(path), found)
        return None if found is None else Found(found)

    def _find_published(self, path: str) -> bytes | None:
        """Return a file of the site's folder. No link leads out of it."""
        site = os.path.realpath(self.target)
        found = Path(os.path.realpath(Path(site, path)))
        with contextlib.suppress(OSError):  # a file that cannot be read is as good as none
            if found.is_relative_to(site) and found.is_file():
                return found.read_bytes()
        return None

    def in_words(self, problems: Sequence[Problem]) -> tuple[ShownProblem, ...]:
        """Return problems in the words of the editor, each with its line of the file."""
        words = self.wordings() if problems else {}
        lines: dict[str, list[str]] = {}
        for path in {problem.position.path for problem in problems}:
            file, _ = read_text(self.root / path, self.root)
            lines[path] = file.text.split("\n") if file is not None else []
        return tuple(_show(problem, lines[problem.position.path], words) for problem in problems)

    def refuses(self, request: httputil.HTTPServerRequest) -> bool:
        """Return whether a request comes by another name, or from another page, than its own.

        A page on the web can have a browser ask a local address, also under a name of its own;
        what it must not get is the site of an editor who has not published it.
        """
        hosts = request.headers.get_list("Host")
        if len(hosts) != 1 or not self._is_own(hosts[0]):
            return True
        if any(origin != f"http://{hosts[0]}" for origin in request.headers.get_list("Origin")):
            return True
        is_foreign = request.headers.get("Sec-Fetch-Site") == "cross-site"
        return is_foreign and request.headers.get("Sec-Fetch-Mode") != "navigate"

    def _is_own(self, host: str) -> bool:
        """Return whether a Host header names this preview."""
        name, _, port = host.rpartition(":")
        if port != str(self.port):
            return False
        name = name.lower().strip("[]")
        if name in ("127.0.0.1", "localhost", "::1", self.host.lower()):
            return True
        try:
            # Listening on every address, it is asked for by any; never by a foreign name.
            return ip_address(self.host).is_unspecified and bool(ip_address(name))
        except ValueError:
            return False


def _show(problem: Problem, lines: Sequence[str], words: Wordings) -> ShownProblem:
    """Return a problem in words, with its line, of which the word at its column is marked."""
    said, position = problem.said_in(words), problem.position
    kind = "" if problem.severity == "error" else f"{WARNING.said_in(words)}: "
    hint = f"{HINT.said_in(words)}: {said.hint}" if said.hint else ""
    line = lines[position.line - 1] if position.line <= len(lines) else ""
    at = position.column - 1
    before, rest = line[max(0, at - CONTEXT) : at].lstrip(), line[at : at + CONTEXT].rstrip()
    word = WORD.match(rest)
    end = word.end() if word else len(rest)
    return ShownProblem(
        str(position),
        problem.code,
        f"{kind}{said.message}",
        hint,
        position.line,
        before,
        rest[:end],
        rest[end:],
    )


def describe_bug() -> Problem:
    """Return a problem for the exception that is being handled, printed whole."""
    hint = Message("please report it, with these lines:\n{trace}", trace=traceback.format_exc())
    message = Message("Jelaskan itself failed: this is a bug in it")
    return Problem(PLACE, "B10", message, hint)


class Application(web.Application):
    """The handlers, behind one check that no request gets around."""

    def __init__(self, preview: Preview) -> None:
        """Answer for a preview."""
        self.preview = preview
        handlers: list[Any] = [
            (r"/livereload", Socket, {"preview": preview}),
            (r"/livereload\.js", LiveReloadJSHandler),
            (re.escape(SCRIPT), Script),
            (r"/(.*)", Files, {"preview": preview}),
        ]
        super().__init__(handlers, log_function=lambda _: None, websocket_max_message_size=10_000)

    def find_handler(self, request: httputil.HTTPServerRequest, **kwargs: Any) -> Any:
        """Refuse a request from elsewhere before any handler sees it."""
        if self.preview.refuses(request):
            return self.get_handler_delegate(request, web.ErrorHandler, {"status_code": 403})
        return super().find_handler(request, **kwargs)


class Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The socket of the reload script; whether it may be opened, the application has checked."""

    def initialize(self, preview: Preview) -> None:
        """Take the preview that is shown."""
        self.preview = preview
        self.seen = ""

    def on_message(self, message: str | bytes) -> None:
        """Answer the script, and reload at once a page that is older than the last build."""
        try:
            content = json.loads(message)
        except (ValueError, RecursionError):
            content = None
        if not isinstance(content, dict) or not isinstance(content.get("command"), str):
            self.close(1003, "not the livereload protocol")
            return
        super().on_message(message)
        if content["command"] == "hello":
            self.seen = content.get("snipver", "")
        elif content["command"] == "info":
            self.preview.viewers.add(self)
            if self.seen and self.seen != self.preview.version:
                self.reload()

    def on_close(self) -> None:
        """Forget a page that is gone."""
        super().on_close()
        self.preview.viewers.discard(self)

    def reload(self) -> None:
        """Have the page load itself again."""
        self.send_message({"command": "reload", "path": "*", "liveCSS": False, "liveImg": False})


class Script(web.RequestHandler):
    """The preview's own script."""

    def get(self) -> None:
        """Answer the script."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(Path(__file__).with_name("preview.js").read_bytes())


class Files(web.RequestHandler):
    """The published files, pages with the reload script in them."""

    def initialize(self, preview: Preview) -> None:
        """Take the preview that is shown."""
        self.preview = preview

    def set_default_headers(self) -> None:
        """Keep every answer out of caches, and out of pages from elsewhere."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")

    async def get(self, path: str) -> None:
        """Answer a file; a folder answers its index.html."""
        # Of the build before the page is found: a build that ends meanwhile has it load again.
        version, problems = self.preview.version, self.preview.problems
        names = path.split("/")
        names[-1] = names[-1] or "index.html"
        found = None
        if not any(not name or name[0] == "." or "\\" in name or "\0" in name for name in names):
            found = await self._find(names)
            if found is None and await self._find([*names, "index.html"]) is not None:
                self.redirect(f"/{quote(path)}/")
                return
        kind = mimetypes.guess_type(names[-1])[0] or "application/octet-stream"
        content = found.content if found is not None else None
        if found is not None and found.problem is not None:
            problems = tuple(sorted({*problems, found.problem}))
            content = content if kind == "text/html" else None
        heading = Message(
            "problems: {count}; behind this is the last page without one", count=len(problems)
        )
        if content is None:
            self.set_status(404 if found is None else 500)
            kind, content = "text/html", self._say_why(found)
            heading = Message("problems: {count}", count=len(problems))
        if kind == "text/html":
            shown = self.preview.in_words(problems)
            said = heading.said_in(self.preview.wordings())
            content = preview_page(content, self.request.host, version, shown, said)
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if "text/" in kind else kind)
        self.finish(content)

    head = get

    async def _find(self, names: Sequence[str]) -> Found | None:
        """Return a page. One that is made only now must not keep others waiting."""
        return await asyncio.to_thread(self.preview.find_page, "/".join(names))

    def _say_why(self, found: Found | None) -> bytes:
        """Return a page for where there is none."""
        message = Message("There is no page at this address.")
        if found is not None or self.preview.find is None:
            message = Message("This page cannot be shown yet.")
        words = self.preview.wordings()
        home = Message("To the first page of the site")
        return message_page(message.said_in(words), home.said_in(words))
