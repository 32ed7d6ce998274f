"""Scores of an annotated set: which form it has, and what is not doubted."""

from collections.abc import Sequence

from measures import Record, Scores, Share, undoubted
from scoring_spans import score_spans
from scoring_words import score_words


def marks_attributions_alone(golds: Sequence[Record]) -> bool:
    """Return whether the quotations of a set carry levels and names of their sources."""
    return any("level" in quote or "names" in quote for gold in golds for quote in gold["quotes"])


def score(golds: Sequence[Record], predictions: Sequence[Record]) -> Scores:
    """Return all scores of a set, with those of the quotations that are not doubted.

    Predictions are matched by `id`; an article without one has found nothing.
    """
    by_words = marks_attributions_alone(golds)
    score_set = score_words if by_words else score_spans
    measure = "all: end to end" if by_words else "end to end"

    scores = score_set(golds, {record["id"]: record for record in predictions})
    kept = undoubted(predictions)
    certain = score_set(golds, {record["id"]: record for record in kept}).measures[measure]
    every = scores.measures[measure]
    scores.shares["precision of all"] = Share(every.found_right, every.found)
    scores.shares["precision of undoubted"] = Share(certain.found_right, certain.found)
    scores.shares["undoubted"] = Share(
        sum(len(record["quotes"]) for record in kept),
        sum(len(record["quotes"]) for record in predictions),
    )
    return scores
