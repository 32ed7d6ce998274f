"""Where a part of a file could not be read, nothing is said that may be wrong for want of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from jelaskan.model.explainer import Key
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.problems import Arrange, Problem

_LINKED = frozenset(("key_figures", "quotations", "timeline", "glossary", "notes"))
_PROSE = _LINKED | {"headline", "dek", "kicker", "short_answer", "sections"}
NEEDS: Mapping[str, frozenset[str]] = {
    "S02": frozenset(("people",)),
    "S03": frozenset(("quotations",)),
    "C08": frozenset(("dek", "short_answer")),
    "C11": _LINKED,
    "C14": _PROSE,
    "C18": _PROSE,
    "C19": frozenset(("timeline",)),
    "G05": _PROSE,
    "K09": _PROSE,
}
"""Problems that say that something is nowhere, and the parts in which it might stand."""

_NAMING = frozenset(("id", "speaker"))


def leave_out_unread(file: ExplainerFile, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that do not come of a part that could not be read."""
    if not file.unread:
        yield from problems
        return
    places = {file.position(*way) for way in (*file.unread, *_wholes(file.unread))}
    for problem in problems:
        needs = NEEDS.get(problem.code, frozenset())
        if problem.position not in places and not any(
            way[0] in needs and _is_missed(way, problem.code) for way in file.unread if way
        ):
            cure = problem.cure
            if isinstance(cure, Arrange) and any(way[:1] == cure.way for way in file.unread):
                problem = replace(problem, cure=None)
            yield problem


def _wholes(unread: Iterable[Key]) -> Iterator[Key]:
    """Yield the values of which only a part could not be read: `[1, x]`."""
    for way in unread:
        if len(way) > 2 and isinstance(way[-1], int):
            yield way[:-1]


def _is_missed(way: Key, code: str) -> bool:
    """Return whether what could not be read may be what a problem says is nowhere."""
    return len(way) <= 2 or way[-1] in _NAMING or NEEDS[code] == _PROSE
