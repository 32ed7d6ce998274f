"""The live preview: the site on a local address, built and shown again after every save."""

import asyncio
import contextlib
import errno
import socket
import webbrowser
from collections.abc import AsyncGenerator, Callable, Sequence
from pathlib import Path
from threading import Event

from tornado.httpserver import HTTPServer
from watchfiles import awatch

from jelaskan.messages import Message, Wordings
from jelaskan.problems import Problem
from jelaskan.publish.preview import (
    PLACE,
    Application,
    Preview,
    Publish,
    Rebuilt,
    describe_bug,
)

PORTS_TRIED = 100
GATHER = 200
"""How long, in milliseconds, saves that follow one another are taken for one, at most."""
PAUSE = 20
"""The pause, in milliseconds, after which they are taken for done."""
LOOK_AGAIN = 1000
"""After how many milliseconds a look is taken at whether a watched folder has come or gone."""

REST = 0.3
"""After how many seconds without a save the site's folder is written."""

Rebuild = Callable[[], Rebuilt]
Report = Callable[[tuple[Problem, ...]], None]
Say = Callable[[str], None]


def serve(
    root: Path,
    *,
    target: Path,
    host: str,
    port: int,
    rebuild: Rebuild,
    report: Report,
    say: Say,
    watch: Sequence[Path],
    wordings: Callable[[], Wordings],
    open_browser: bool = False,
) -> bool:
    """Build, show `target` in a browser, and build again after every save below `watch`.

    Returns when it is interrupted; or False at once, when there is no port to listen on. Whatever
    a build finds goes to `report`; errors also lie over the last good page until they are mended,
    each with its line of the file below `root`. `say` gets the address, whose port is the next
    free one where `port` is taken. The browser shows problems in the words that `wordings` returns.
    """
    listening = _listen(host, port)
    if isinstance(listening, Problem):
        report((listening,))
        return False
    preview = Preview(root, target, host, listening.getsockname()[1], wordings)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(
            _run(preview, listening, watch, rebuild, report, say, open_browser=open_browser)
        )
    return True


def _listen(host: str, port: int) -> socket.socket | Problem:
    """Return a socket on the first free port from `port` on, or why there is none."""
    reason: str = Message("no port is free")
    for candidate in range(max(port, 0), min(port + PORTS_TRIED, 65536)):
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            listening = socket.create_server((host, candidate), family=family, backlog=128)
            listening.setblocking(False)
            return listening
        except OSError as error:
            reason = error.strerror or str(error)
            if error.errno != errno.EADDRINUSE:
                break
    message = Message(
        "nothing can be served on {host}, port {port}: {reason}",
        host=host,
        port=port,
        reason=reason,
    )
    hint = Message("give another address with --host, or another port with --port")
    return Problem(PLACE, "B09", message, hint)


async def _run(
    preview: Preview,
    listening: socket.socket,
    watch: Sequence[Path],
    rebuild: Rebuild,
    report: Report,
    say: Say,
    *,
    open_browser: bool,
) -> None:
    """Serve until cancelled."""
    stop = Event()

    async def build() -> None:
        nonlocal stop
        stop.set()
        rebuilt = await asyncio.to_thread(_build, rebuild)
        report(rebuilt.problems)
        preview.find = rebuilt.find or preview.find
        preview.show(rebuilt.problems)
        stop = Event()
        if rebuilt.publish is not None:
            publishing.add(task := asyncio.create_task(publish(rebuilt.publish, stop)))
            task.add_done_callback(publishing.discard)

    async def publish(write: Publish, stop: Event) -> None:
        """Write the site once nothing has been saved for a while; the page is shown before."""
        await asyncio.sleep(REST)
        if stop.is_set():
            return
        problems = await asyncio.to_thread(_publish, write, stop)
        if problems and not stop.is_set():  # a later build has told its own
            report(problems)
            preview.show(problems)

    publishing: set[asyncio.Task[None]] = set()

    changes = _changes(watch)
    change = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)  # the watch begins: what is saved during the build counts too
    server = HTTPServer(Application(preview))
    try:
        await build()
        server.add_socket(listening)
        say(preview.address)
        if open_browser:
            await asyncio.to_thread(webbrowser.open, preview.address)
        while True:
            await change
            change = asyncio.ensure_future(anext(changes))
            await build()
    finally:
        server.stop()
        stop.set()
        change.cancel()
        await asyncio.gather(change, *publishing, return_exceptions=True)
        await changes.aclose()


def _build(rebuild: Rebuild) -> Rebuilt:
    """Build; a bug must not cost the editor the preview, so it is shown like a problem."""
    try:
        return rebuild()
    except Exception:  # noqa: BLE001  # whatever it is, it is printed whole
        return Rebuilt((describe_bug(),))


def _publish(write: Publish, stop: Event) -> tuple[Problem, ...]:
    """Write the site; a bug in the making of a page shows here too."""
    try:
        return write(stop)
    except Exception:  # noqa: BLE001  # see above
        return (describe_bug(),)


async def _changes(watch: Sequence[Path]) -> AsyncGenerator[None, None]:
    """Yield after every change below the watched paths, also of those that are made later."""
    is_fresh = False
    while True:
        present = _present(watch)
        changes = awatch(
            *present, debounce=GATHER, step=PAUSE, rust_timeout=LOOK_AGAIN, yield_on_timeout=True
        )
        async with contextlib.aclosing(changes):
            async for change in changes:
                if change or is_fresh:
                    is_fresh = False
                    yield
                if _present(watch) != present:
                    # What is saved before a new folder is watched counts at the next look.
                    is_fresh = True
                    break


def _present(watch: Sequence[Path]) -> dict[Path, int]:
    """Return the watched paths that are there; one that was made anew has another number."""
    present = {}
    for path in watch:
        with contextlib.suppress(OSError):
            present[path] = path.stat().st_ino
    return present
