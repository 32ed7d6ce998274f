"""The least scores on our own sets, in floors.toml; they are raised by command, never lowered."""

import math
import tomllib
from collections.abc import Mapping

from annotated import FOLDER
from measures import Scores

FILE = FOLDER / "floors.toml"
HEADER = """\
# The least scores on our own annotated sets: F1, and for the last two a share.
# `python tests/evaluation/evaluate.py --raise-floors` moves them up, never down.
# To lower one is done by hand, with its reason in the commit.
"""
MEASURES = (
    "quotations",
    "direct",
    "indirect",
    "mixed",
    "end to end",
    "numbers",
    "dates",
    "furniture",
    "people",
    "orgs",
    "places",
)
SHARES = ("precision of undoubted", "undoubted")
HIGH_ENOUGH = {"undoubted": 0.70}
"""To doubt what is doubtful must stay possible: these floors rise no further."""


def read_floors() -> dict[str, dict[str, float]]:
    """Return the least score by language and name."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def reached(scores: Scores) -> dict[str, float]:
    """Return the scores that have a floor, without the noise of the last digits."""
    values = {name: scores.measures[name].f1 for name in MEASURES}
    values |= {name: scores.shares[name].value for name in SHARES}
    return {name: round(value, 6) for name, value in values.items()}


def raised(
    floors: Mapping[str, Mapping[str, float]], scores: Mapping[str, Scores]
) -> dict[str, dict[str, float]]:
    """Return floors at the scores of today, rounded down to hundredths, or where they were."""
    floors_now: dict[str, dict[str, float]] = {}
    for language, found in scores.items():
        before = floors.get(language, {})
        floors_now[language] = {
            name: max(before.get(name, 0.0), min(_hundredths(value), HIGH_ENOUGH.get(name, 1.0)))
            for name, value in reached(found).items()
        }
    return floors_now


def _hundredths(value: float) -> float:
    """Return a score rounded down, where 0.93 is no 0.9299999."""
    return math.floor(value * 100 + 1e-9) / 100


def write_floors(floors: Mapping[str, Mapping[str, float]]) -> None:
    """Write floors.toml anew."""
    lines = [HEADER]
    for language, least in floors.items():
        lines += [
            f"[{language}]",
            *(f'"{name}" = {value:.2f}' for name, value in least.items()),
            "",
        ]
    FILE.write_text("\n".join(lines), encoding="utf-8")
