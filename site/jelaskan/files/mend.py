"""Do every cure of a YAML text that is safe, one after the other."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from jelaskan.files.yaml_edit import edit
from jelaskan.problems import Cure, Problem

MOST = 500
"""Cures of one file; each is followed by a check of it."""


class Mended(NamedTuple):
    """A text after its cures."""

    text: str
    cured: tuple[Problem, ...]
    """Each at the place where it stood when it was cured."""


def mend(text: str, path: str, find: Callable[[str], tuple[Problem, ...]]) -> Mended:
    """Return a text after every cure that leaves fewer problems and makes none.

    `find` returns the problems of a text of this file.
    """
    problems = find(text)
    cured: list[Problem] = []
    refused: set[Cure] = set()
    while len(cured) < MOST:
        problem = next((one for one in problems if one.cure and one.cure not in refused), None)
        if problem is None or problem.cure is None:
            break
        edited = edit(text, path, problem.cure)
        found = find(edited) if edited is not None else ()
        if edited is None or not _is_better(problems, found):
            refused.add(problem.cure)
            continue
        text, problems = edited, found
        cured.append(problem)
    return Mended(text, tuple(cured))


def _is_better(before: tuple[Problem, ...], after: tuple[Problem, ...]) -> bool:
    """Return whether there are fewer problems, and of no kind more than there were."""
    had, has = Counter(map(_kind, before)), Counter(map(_kind, after))
    return has <= had and has != had


def _kind(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.severity
