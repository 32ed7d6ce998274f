"""How long it takes from a save to the changed page on the screen.

    python tests/publish/benchmark_preview.py [EXPLAINERS ...]

For each number of explainers (1 and 1,000 if none is given) a site of so many made-up articles
is built in a temporary folder and previewed by `jelaskan serve`. A headline is saved twenty
times; what counts is the time from the save to the frame of Chromium that has it. Exits with 1
where the median misses the bar: 200 ms, or 400 ms for more than 100 explainers.
"""

# ruff: noqa: T201 - a command prints

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

SAVES = 20
PAUSE = 1.2
"""Seconds between two saves: an editor's, not a machine's, and longer than the site's writing."""

FIRST = ["Ama", "Bram", "Cleo", "Dalia", "Edwin", "Farah", "Gita", "Hugo", "Imke", "Jonas"]
LAST = [
    "Abara",
    "Brandt",
    "Castell",
    "Dunmore",
    "Ekwall",
    "Farrow",
    "Gellert",
    "Hoxley",
    "Irvine",
    "Jessop",
]
ARTICLE = """\
---
language: en
published: 2026-03-11
headline: {place} backs night buses for a trial of one year, number {number}
---
The council of {place} voted 9-4 on Tuesday to run three bus routes through the night.

“People clean our hospital at two in the morning and walk home for an hour,” said {first}, \
a councillor who proposed the plan. “That ends in May.”

The trial will cost $1.8 million, about 2 percent of the budget. At least 14 drivers will have \
to be hired, the transit authority said.

{second}, the authority's director, said the buses would come every 40 minutes.

“It is an estimate,” {second} added. Okonjo denied that any daytime route would be cut.
"""


def main() -> int:
    """Print the median and the worst for every size of site."""
    missed = False
    for explainers in [int(size) for size in sys.argv[1:]] or [1, 1000]:
        bar = 200 if explainers <= 100 else 400
        times = sorted(measure(explainers))
        median = statistics.median(times)
        missed = missed or median > bar
        print(
            f"{explainers} explainers: median {median:.0f} ms, worst of {SAVES} "
            f"{times[-1]:.0f} ms (bar for the median: {bar} ms)",
            flush=True,
        )
    return int(missed)


def measure(explainers: int) -> list[float]:
    """Return how many milliseconds each save took."""
    with tempfile.TemporaryDirectory() as folder, previewed(Path(folder), explainers) as address:
        path = Path(folder, "content/explainers/article-0.en.yaml")
        text = path.read_text(encoding="utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium") or shutil.which("google-chrome")
            )
            page = browser.new_page()
            with page.expect_websocket():
                page.goto(f"{address}article-0/")
            page.wait_for_timeout(1000 * PAUSE)
            times = []
            for number in range(SAVES):
                headline = f"Save {chr(ord('a') + number)} of the page"
                changed = text.replace('headline: "', f'headline: "{headline} ', 1)
                began = time.perf_counter()
                path.write_text(changed, encoding="utf-8")
                page.wait_for_function(
                    "words => document.querySelector('h1').textContent.includes(words)",
                    arg=headline,
                    polling="raf",
                )
                times.append(1000 * (time.perf_counter() - began))
                page.wait_for_timeout(1000 * PAUSE)
            browser.close()
    return times


@contextmanager
def previewed(root: Path, explainers: int) -> Iterator[str]:
    """Preview a site of made-up articles; yield its address once it is built."""
    (root / "seeds").mkdir()
    names = [f"{first} {last}" for first, last in product(FIRST, LAST)]
    for number in range(explainers):
        article = ARTICLE.format(
            place=f"{LAST[number % 10]}ville",
            number=number,
            first=names[number % 100],
            second=names[(7 * number + 3) % 100],
        )
        (root / f"seeds/article-{number}.txt").write_text(article, encoding="utf-8")
    command = [sys.executable, "-c", "from jelaskan.cli import main; main()"]
    subprocess.run([*command, "build", "--root", root], check=True, stdout=subprocess.DEVNULL)
    process = subprocess.Popen(
        [*command, "serve", "--root", root, "--port", "5600"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield next(word for line in process.stdout for word in line.split() if "http:" in word)
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
