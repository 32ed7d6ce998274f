"""Roles beside names: “Foreign Minister Ann Lee”, “Ann Lee, foreign minister of …”."""

from jelaskan.extract.capitals import Run
from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming

LONGEST_ROLE = 16
NEAREST_HEAD = 7
"""How many words into an apposition its role may come."""
CLOSERS = frozenset('.;:!?…"“”–—')


def role_before(tokens: NameTokens, naming: Naming, run: Run) -> tuple[int, int] | None:
    """Return the first word of the role before a name and the one after its last.

    The role stands right before the name, or before a comma and the name. Titles between
    the two are left out.
    """
    end = run.name
    while end > 0 and (
        (tokens.lower[end - 1] in naming.titles and tokens.lower[end - 1] not in naming.roles)
        or (tokens.words[end - 1] == "." and end > 1 and tokens.lower[end - 2] in naming.titles)
    ):
        end -= 1
    floor = max(tokens.sentence_start(run.first), end - LONGEST_ROLE)
    comma = end - 1 > floor and tokens.words[end - 1] == ","
    if comma:
        end -= 1
    if naming.words.head_first:
        start = _head_first_start(tokens, naming, end, floor)
    elif comma:
        start = _head_last_start(tokens, naming, end, floor) if end > floor else None
        if start is not None and not _opens_clause(tokens, naming, start):
            start = None
    else:
        start = _head_last_start(tokens, naming, end, floor)
    return None if start is None else (start, end)


def _head_first_start(tokens: NameTokens, naming: Naming, end: int, floor: int) -> int | None:
    """Return where a role begins whose head comes first: Ketua Umum Partai X."""
    start = None
    depth = 0
    at = end
    while at > floor:
        at -= 1
        word = tokens.lower[at]
        if word == ")":
            depth += 1
        elif word == "(":
            depth -= 1
        elif depth:
            continue
        elif word in naming.roles or (word in naming.role_prefixes and start == at + 1):
            start = at
        elif word in naming.coordinators or word == ",":
            # “Badan Meteorologi, Klimatologi, dan Geofisika”: a comma before a capital.
            after = at + 1
            if start is not None or not (
                tokens.is_capital(after) or tokens.lower[after] in naming.coordinators
            ):
                break
        elif (
            word in CLOSERS
            or (word in naming.stops and word not in naming.place_prepositions)
            or (word in naming.cues and not tokens.is_capital(at))
            or tokens.quoted[at] != tokens.quoted[end - 1]
        ):
            break
    return start


def _head_last_start(tokens: NameTokens, naming: Naming, end: int, floor: int) -> int | None:
    """Return where a role begins whose head comes last: Senate majority leader."""
    at = end - 1
    if at < floor:
        return None
    head = at
    if tokens.lower[at] == ".":
        head -= 1
    elif tokens.lower[at] in naming.object_markers or tokens.lower[at] in naming.determiners:
        return None
    steps = 0
    while head >= floor and tokens.lower[head] not in naming.roles and steps < NEAREST_HEAD:
        # “Secretary of State”, “chairman of the Joint Chiefs”: capitals after a small word.
        if not (tokens.is_capital(head) or tokens.lower[head] in ("of", "the", "for", "and")):
            return None
        head -= 1
        steps += 1
    if head < floor or tokens.lower[head] not in naming.roles or steps == NEAREST_HEAD:
        return None
    start = head
    while start - 1 >= floor:
        word = tokens.lower[start - 1]
        if not (word[0].isalnum()) or word in naming.stops or word in naming.determiners:
            break
        if word in naming.object_markers or (word in naming.cues and word not in naming.office):
            break
        start -= 1
    return start


def _opens_clause(tokens: NameTokens, naming: Naming, start: int) -> bool:
    """Return whether a role before a comma is the whole of its phrase: “The mayor, Ann Lee,”."""
    return start > 0 and tokens.lower[start - 1] in naming.words.role_openers


def role_after(tokens: NameTokens, naming: Naming, run: Run) -> tuple[int, int] | None:
    """Return the first word of an apposition with a role after a name, and the one after it."""
    at = run.last
    limit = tokens.sentence_end(run.first)
    while at < limit and tokens.words[at] == "(":
        close = _close(tokens, at, limit)
        if close is None:
            return None
        at = close + 1
    if at < limit and tokens.words[at] == "," and at + 1 < limit:
        if tokens.lower[at + 1] in naming.degrees:
            at += 2
            while at < limit and (tokens.lower[at] in naming.degrees or tokens.words[at] in ".,"):
                at += 1
            at -= 1
        at += 1
    else:
        return None
    if at >= limit or tokens.quoted[at] != tokens.quoted[run.first]:
        return None
    start = at
    while at < limit and tokens.lower[at] in ("a", "an", "the", "seorang", "selaku", "yang"):
        at += 1
    start = at
    head = None
    while at < limit and at - start < LONGEST_ROLE:
        word = tokens.lower[at]
        if head is None and word in naming.roles and at - start < NEAREST_HEAD:
            head = at
        if word in ",;:." and not (word == "." and at and len(tokens.words[at - 1]) < 4):
            break
        if head is None and (
            word in naming.object_markers
            or word in naming.stops
            or (word in naming.cues and word not in naming.roles)
            or at - start >= NEAREST_HEAD
        ):
            return None
        if head is not None and (
            word in ("who", "whose", "yang", "which")
            or word in naming.words.possessive_endings
            or word in CLOSERS
            or (word in naming.cues and not tokens.is_capital(at) and at > head)
        ):
            break
        at += 1
    if head is None or (naming.words.head_first and head != start):
        return None
    return start, at


def _close(tokens: NameTokens, at: int, limit: int) -> int | None:
    """Return the bracket that closes the one at `at`."""
    for number in range(at + 1, min(limit, at + LONGEST_ROLE)):
        if tokens.words[number] == ")":
            return number
    return None
