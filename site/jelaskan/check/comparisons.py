"""Key figures that are drawn beside one another can be compared."""

from collections.abc import Iterator

from jelaskan.check.evidence import Evidence, suggest, write_meant
from jelaskan.messages import Message
from jelaskan.problems import Problem


def check_comparisons(evidence: Evidence) -> Iterator[Problem]:
    """Yield where a figure is compared with none, or with one that counts something else."""
    figures = {figure.id: figure for figure in evidence.explainer.key_figures}
    for number, figure in enumerate(evidence.explainer.key_figures):
        if figure.compare is None:
            continue
        way = ("key_figures", number, "compare")
        position = evidence.file.position(*way)
        others = figures.keys() - {figure.id}
        other = figures.get(figure.compare) if figure.compare in others else None
        if other is None:
            yield Problem(
                position,
                "K12",
                Message("no other key figure has this id: {id}", id=figure.compare),
                suggest(figure.compare, others) or Message("delete this line"),
                cure=write_meant(way, figure.compare, others),
            )
        elif (
            figure.unit != other.unit
            or isinstance(figure.value, tuple)
            or isinstance(other.value, tuple)
        ):
            yield Problem(
                position,
                "K13",
                Message("no bar can compare this figure with {id}", id=other.id),
                Message("compare single numbers in one unit, or delete this line"),
            )
