"""Roles beside names: “Foreign Minister Ann Lee”, “Ann Lee, foreign minister of …”."""

from jelaskan.extract.name_starts import Run
from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming

LONGEST_ROLE = 16
NEAREST_HEAD = 7
"""How many words into an apposition its role may come."""
LONG_PARTICIPLE = 5
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
        if end - 1 > floor and tokens.lower[end - 1] in naming.demonstratives:
            # “ketua serikat itu, Ann Lee”
            end -= 1
    if end > floor and tokens.lower[end - 1] in naming.coordinators:
        return None
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
            before = tokens.lower[at - 1] if at > floor else ""
            if before not in naming.bodies or before in naming.relations:
                start = at
            # “serikat pekerja” is nobody's role
        elif word in naming.coordinators or word == ",":
            # “Badan Meteorologi, Klimatologi, dan Geofisika”: a comma before a capital.
            after = at + 1
            if start is not None or not (
                tokens.is_capital(after) or tokens.lower[after] in naming.coordinators
            ):
                break
        elif (
            (word in CLOSERS and word != ".")
            or (
                word in naming.stops
                and word not in naming.place_prepositions
                and not (word in naming.object_markers and tokens.lower[at + 1] in naming.countries)
                and word not in naming.office
            )
            or (word in naming.cues and not tokens.is_capital(at))
            or (naming.is_verb(word) and not tokens.is_capital(at))
            or tokens.quoted[at] != tokens.quoted[end - 1]
        ):
            break
    return start


def _head_last_start(tokens: NameTokens, naming: Naming, end: int, floor: int) -> int | None:
    """Return where a role begins whose head comes last: Senate majority leader."""
    head = end - 1
    if head < floor:
        return None
    if tokens.words[head] == ".":
        head -= 1
    elif tokens.lower[head] in naming.object_markers or tokens.lower[head] in naming.determiners:
        return None
    nearest = max(floor, head - NEAREST_HEAD)
    while head >= nearest and tokens.lower[head] not in naming.roles:
        if not _joins_capitals(tokens, naming, head):
            return None
        head -= 1
    if head < nearest:
        return None
    start = head
    while start > floor and not _ends_role(tokens, naming, start - 1):
        start -= 1
    return start


def _joins_capitals(tokens: NameTokens, naming: Naming, at: int) -> bool:
    """Return whether a word can stand between a role and a name: “Secretary of State”."""
    word = tokens.lower[at]
    if word in naming.coordinators:
        return at > 0 and tokens.lower[at - 1] in naming.office
    return tokens.is_capital(at) or word in naming.joiners or word in naming.determiners


def _ends_role(tokens: NameTokens, naming: Naming, at: int) -> bool:
    """Return whether a word before a role is no part of it."""
    word = tokens.lower[at]
    if not word[0].isalnum() or word in naming.determiners or word in naming.object_markers:
        return True
    if tokens.is_capital(at) and at > tokens.sentence_start(at):
        return False
    return (
        word in naming.stops
        or (word in naming.cues and word not in naming.office)
        or (len(word) > LONG_PARTICIPLE and word.endswith(naming.participle_endings))
    )


def _opens_clause(tokens: NameTokens, naming: Naming, start: int) -> bool:
    """Return whether a role before a comma is the whole of its phrase: “The mayor, Ann Lee,”."""
    return start > 0 and tokens.lower[start - 1] in naming.words.role_openers


def role_after(tokens: NameTokens, naming: Naming, run: Run) -> tuple[int, int] | None:
    """Return the first word of an apposition with a role after a name, and the one after it."""
    limit = tokens.sentence_end(run.first)
    at = _after_comma(tokens, naming, run.last, limit)
    if at is None or tokens.quoted[at] != tokens.quoted[run.first]:
        return None
    while at < limit and (
        tokens.lower[at] in naming.articles or tokens.lower[at] in naming.determiners
    ):
        at += 1
    start = at
    head = None
    while at < min(limit, start + LONGEST_ROLE):
        word = tokens.lower[at]
        is_stop = word in "," or (word in CLOSERS and not _is_abbreviation(tokens, naming, at))
        is_cue = word in naming.cues and not tokens.is_capital(at)
        if head is not None:
            if is_stop or is_cue or word in naming.relatives:
                break
        elif word in naming.roles or word in naming.persons:
            head = at
        elif (
            is_stop
            or is_cue
            or word in naming.object_markers
            or (word in naming.stops and not tokens.is_capital(at))
            or at - start >= NEAREST_HEAD
        ):
            return None
        at += 1
    if head is None or (naming.words.head_first and head != start):
        return None
    return start, at


def _after_comma(tokens: NameTokens, naming: Naming, at: int, limit: int) -> int | None:
    """Return the word after the comma that follows a name, its brackets and its degrees."""
    words = tokens.words
    while at < limit and words[at] == "(":
        close = _close(tokens, at, limit)
        if close is None:
            return None
        at = close + 1
    while at + 1 < limit and words[at] == ",":
        at += 1
        if tokens.lower[at] not in naming.degrees:
            return at
        while at < limit and (tokens.lower[at] in naming.degrees or words[at] == "."):
            at += 1
    return None


def _is_abbreviation(tokens: NameTokens, naming: Naming, at: int) -> bool:
    """Return whether a full stop belongs to the word before it: Mr., U.S."""
    before = tokens.lower[at - 1]
    return tokens.words[at] == "." and (before in naming.titles or "." in before)


def _close(tokens: NameTokens, at: int, limit: int) -> int | None:
    """Return the bracket that closes the one at `at`."""
    for number in range(at + 1, min(limit, at + LONGEST_ROLE)):
        if tokens.words[number] == ")":
            return number
    return None
