"""Run the extractor over an annotated set and print every score and the worst errors.

usage: python tests/evaluation/evaluate.py SET.jsonl [--errors N] [--split tune|held] [--json]
       python tests/evaluation/evaluate.py --raise-floors
"""

# ruff: noqa: T201 - a command prints

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotated import OWN_SETS, SetError, read_exactly, read_set
from floors import raised, read_floors, write_floors
from measures import Record, Scores
from scoring import score

from jelaskan import languages
from jelaskan.extract import as_record, extract
from jelaskan.model.article import Article


def predict(record: Record) -> dict[str, Any]:
    """Return what the extractor finds in an article, given what a reader of it would have."""
    text = record["text"]
    article = Article(
        slug=record["id"],
        language=record.get("language") or languages.detect(text) or "en",
        text=text,
        path=record["id"],
        url=record.get("url"),
        headline=record.get("headline"),
        published=record.get("published"),
    )
    statements = extract(article, languages.load(article.language))
    return {**as_record(article, statements), "id": record["id"]}


def evaluate(golds: Sequence[Record]) -> Scores:
    """Return the scores of the extractor on annotated articles."""
    return score(golds, [predict(gold) for gold in golds])


def table(scores: Scores) -> str:
    """Return the scores as lines of text, in hundredths."""
    lines = [f"{scores.articles} articles", f"{'':28}  right  found   gold      P      R     F1"]
    for name, measure in scores.measures.items():
        values = (100 * measure.precision, 100 * measure.recall, 100 * measure.f1)
        counts = f"{measure.gold_right:6} {measure.found:6} {measure.gold:6}"
        lines.append(f"{name:28} {counts} " + " ".join(f"{value:6.1f}" for value in values))
    for name, share in scores.shares.items():
        if share.whole:
            lines.append(f"{name:28} {share.part:6} of {share.whole:5}  {100 * share.value:6.1f}")
    return "\n".join(lines)


def as_json(scores: Scores, worst: int) -> str:
    """Return the scores and the worst errors as JSON."""
    result = {
        "articles": scores.articles,
        "measures": {
            name: {"precision": measure.precision, "recall": measure.recall, "f1": measure.f1}
            for name, measure in scores.measures.items()
        },
        "shares": {name: share.value for name, share in scores.shares.items()},
        "errors": [
            {"id": e.article, "kind": e.kind, "expected": e.expected, "found": e.found}
            for e in scores.errors[:worst]
        ],
    }
    return json.dumps(result, ensure_ascii=False, indent=1)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Score the extractor on an annotated set.")
    parser.add_argument("set", type=Path, nargs="?", help="annotated articles as JSON lines")
    parser.add_argument("--errors", type=int, default=10, metavar="N", help="print the N worst")
    parser.add_argument("--split", help="only the articles of this split: tune or held")
    parser.add_argument("--text", type=Path, help="the text of a set that has offsets alone")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--raise-floors", action="store_true", help="move the floors of our own sets up"
    )
    options = parser.parse_args(arguments)
    if options.raise_floors:
        own = {language: evaluate(read_set(path)) for language, path in OWN_SETS.items()}
        write_floors(raised(read_floors(), own))
        return 0
    if options.set is None:
        parser.error("which set? tests/evaluation/id.jsonl, for one")
    try:
        text = read_exactly(options.text) if options.text else None
        golds = read_set(options.set, options.split, text)
    except SetError as error:
        print(error, file=sys.stderr)
        return 2
    scores = evaluate(golds)
    if options.json:
        print(as_json(scores, options.errors))
        return 0
    print(table(scores))
    for worst in scores.errors[: options.errors]:
        print(worst)
    return 0


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends it without a traceback
    sys.exit(main(sys.argv[1:]))
