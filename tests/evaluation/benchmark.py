"""Measure what extraction costs: CPU time an article, memory, and time against length.

usage: python tests/evaluation/benchmark.py SET.jsonl [--runs N] [--largest KIB]

Start-up, imports and language packs, is measured apart. The exit code is 1 where time does not
grow in proportion to length.
"""

# ruff: noqa: T201 - a command prints

import argparse
import itertools
import re
import resource
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import ascii_lowercase

from annotated import SetError, read_set
from evaluate import predict

SMALLEST = 10
"""KiB of the shortest worst-case text."""
PATIENCE = 20.0
"""Seconds after which a kind of text is not made longer."""

# One repeated piece each, what a careless pattern or a nested loop is slow on; NAME is another
# name each time.
WORST_CASES = {
    "straight marks": '"',
    "opening marks": "“",
    "single marks": "' ‘a’ ",
    "quoted letters": '"a" ',
    "marks in paragraphs": '"a\n\n',
    "digits": "1",
    "grouped digits": "1.000,",
    "dates": "3/12/2024 ",
    "amounts": "Rp 1 juta - $2 ",
    "cue words": "kata said ",
    "cues in one sentence": "Budi mengatakan bahwa Ann said that ",
    "quotations and cues": '"A," kata Budi. "B," she said. ',
    "many speakers": "NAME Lee mengatakan ya. NAME said no. ",
    "pronouns": "Budi Lee datang.\n\n“Ya,” katanya. He said no.\n\n",
    "capitals": "Aa Bb ",
    "initials": "A. ",
    "one word": "a",
    "spaces": " ",
    "line breaks": "\n",
    "commas": ", ",
    "brackets": "(",
    "teasers": "Baca juga: A ",
    "captions": "Foto: A/B\n",
    "datelines": "JAKARTA, Koran — A.\n\n",
    "broken lines": "a\nb ",
    "acronyms": "Badan NAME Jaya (BNJ) ",
    "explanations": "inflasi, yaitu harga NAME (deflasi), ",
    "places": "di Kota NAME, Provinsi NAME, ",
    "titles": "Dr. Ir. H. NAME, ",
    "appositions": "Budi, kepala dinas, ketua, ",
    "possessives": "the teachers’ Ann's ",
    "number words": "dua puluh ribu twenty-one ",
    "bounds": "sedikitnya at least hampir 5 ",
    "periods": "Januari sampai Maret 2024 dan ",
    "references": "Hal itu disampaikan Budi. ",
    "marks across brackets": 'a "b (c" d) ',
    "all together": 'Menurut A. 1,5 "b” (2/3) kata “said 10% ',
}


def cpu_of_articles(golds: Sequence[dict[str, object]], runs: int) -> float:
    """Return CPU milliseconds an article, the median of several runs over all of them."""
    costs = []
    for _ in range(runs):
        before = time.process_time()
        for gold in golds:
            predict(gold)
        costs.append(time.process_time() - before)
    return 1000 * statistics.median(costs) / len(golds)


def peak_memory() -> float:
    """Return the most memory that this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def worst_case(piece: str, length: int) -> str:
    """Return a text of repeated pieces, of so many characters."""
    repeated = piece * (length // len(piece) + 1)
    if "NAME" in piece:
        names = ("".join(letters) for letters in itertools.product(ascii_lowercase, repeat=4))
        repeated = re.sub("NAME", lambda _: next(names).title(), repeated)
    return repeated[:length]


def curve(piece: str, language: str, largest: int) -> Iterator[tuple[int, float]]:
    """Yield KiB and CPU milliseconds for each KiB of texts that grow by the factor of ten."""
    size, spent = SMALLEST, 0.0
    while size <= largest and spent < PATIENCE:
        text = worst_case(piece, size * 1024)
        before = time.process_time()
        predict({"id": "worst", "language": language, "text": text, "published": "2026-11-23"})
        spent = time.process_time() - before
        yield size, 1000 * spent / size
        size *= 10


def is_proportional(costs: Sequence[float], reached_largest: bool) -> bool:
    """Return whether the longest text costs no more than twice the cheapest for each KiB."""
    return reached_largest and costs[-1] <= 2 * max(min(costs[:-1], default=costs[-1]), 0.02)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure what extraction costs.")
    parser.add_argument("set", type=Path, help="articles as JSON lines")
    parser.add_argument("--runs", type=int, default=5, help="runs over the set, default 5")
    parser.add_argument(
        "--largest", type=int, default=1000, metavar="KIB", help="longest text, default 1000"
    )
    options = parser.parse_args(arguments)
    try:
        golds = read_set(options.set)
    except SetError as error:
        print(error, file=sys.stderr)
        return 2
    predict(golds[0])
    start_up = 1000 * time.process_time()
    words = statistics.mean(len(gold["text"].split()) for gold in golds)
    cost = cpu_of_articles(golds, options.runs)
    print(f"{len(golds)} articles of {words:.0f} words: {cost:.1f} CPU ms an article")
    print(f"start-up and the first article: {start_up:.0f} CPU ms")
    print(f"peak memory: {peak_memory():.0f} MiB")

    language = golds[0].get("language", "en")
    all_proportional = True
    print("\nworst cases, CPU ms for each KiB of text")
    for name, piece in WORST_CASES.items():
        points = list(curve(piece, language, options.largest))
        costs = [cost for _, cost in points]
        fine = is_proportional(costs, points[-1][0] * 10 > options.largest)
        all_proportional &= fine
        shown = "  ".join(f"{size:5} KiB {cost:7.3f}" for size, cost in points)
        print(f"{name:22} {shown}  {'in proportion' if fine else 'NOT IN PROPORTION'}")
    print(f"peak memory after them: {peak_memory():.0f} MiB")
    return 0 if all_proportional else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
