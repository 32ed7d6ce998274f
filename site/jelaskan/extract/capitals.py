"""Runs of capitalised words, and which of them can be the name of a person."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from jelaskan.extract.name_starts import Run, before_name, has_inner_capital
from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming
from jelaskan.extract.owners import Owners, after_owner, find_owners

LONGEST_NAME = 6
TITLE_CASE_WORDS = 5
TITLE_CASE_SLIPS = 12
"""One word in so many may be without a capital in a headline."""
HEAD_REACH = 3
APPOSITION = 7
"""How many words before a body say what somebody is there."""
BRACKETS = {"(": ")", '"': '"', "“": "”", "'": "'", "‘": "’", "[": "]"}


def find_runs(tokens: NameTokens, naming: Naming) -> Iterator[Run]:
    """Yield the runs of capitalised words in text order, outside of title-case sentences."""
    lowered = set(tokens.lower).intersection(tokens.words)
    sentences = range(len(tokens.first) - 1)
    headlines = {
        number
        for number in sentences
        if _is_title_case(tokens, naming, tokens.first[number], tokens.first[number + 1])
    }
    owners = find_owners(tokens, naming, headlines)
    for number in sentences:
        if number in headlines:
            continue
        first, last = tokens.first[number], tokens.first[number + 1]
        at = first
        while at < last:
            if not tokens.is_capital(at):
                at += 1
                continue
            end = _run_end(tokens, naming, at, last)
            run = Run(at, end, at, end)
            yield _strip(tokens, naming, lowered, owners, run, at == first)
            at = end


def _is_title_case(tokens: NameTokens, naming: Naming, first: int, last: int) -> bool:
    """Return whether a sentence is a headline in which every word but small ones has a capital."""
    words = [
        number
        for number in range(first, last)
        if tokens.words[number][0].isalpha()
        and tokens.lower[number] not in naming.object_markers
        and tokens.lower[number] not in naming.determiners
        and tokens.lower[number] not in naming.stops
    ]
    capitals = sum(tokens.is_capital(number) for number in words)
    if len(words) < TITLE_CASE_WORDS:
        return capitals == len(words) == TITLE_CASE_WORDS - 1 and last - first > TITLE_CASE_WORDS
    return len(words) - capitals <= len(words) // TITLE_CASE_SLIPS


def _run_end(tokens: NameTokens, naming: Naming, first: int, limit: int) -> int:
    """Return the number after the last word of the run that begins at `first`."""
    at = first + 1
    words, lower = tokens.words, tokens.lower
    while at < limit:
        word = words[at]
        if (
            (at - 1) in tokens.possessive
            and lower[at] not in naming.bodies
            and word not in naming.words.possessive_endings
        ):
            break
        if word[0].isupper():
            at += 1
        elif (at - 1) in tokens.possessive and word in naming.words.possessive_endings:
            # “the Grain Traders’ Association”
            if at + 1 == limit or lower[at + 1] not in naming.bodies or words[at + 1].islower():
                break
            at += 2
        elif word == "." and _is_abbreviated(tokens, naming, at - 1) and at + 1 < limit:
            if not (words[at + 1][0].isupper() and tokens.starts[at + 1] - tokens.ends[at] < 2):
                break
            at += 1
        elif lower[at] in naming.connectors and at + 1 < limit and words[at + 1][0].isupper():
            if tokens.lower[at] in naming.place_prepositions:
                break
            at += 2
        elif word in ('"', "“", "(") and (nickname := _nickname_end(tokens, at, limit)):
            at = nickname
        else:
            break
    return at


def _nickname_end(tokens: NameTokens, at: int, limit: int) -> int:
    """Return the number after a nickname in marks between two names: Robert "Bobby" Scott."""
    if tokens.words[at] == "(":
        return 0
    close = BRACKETS[tokens.words[at]]
    for end in (at + 2, at + 3):
        if end + 1 < limit and tokens.words[end] == close:
            inside = tokens.words[at + 1 : end]
            if all(word[0].isupper() for word in inside) and tokens.words[end + 1][0].isupper():
                return end + 1
    return 0


def _is_abbreviated(tokens: NameTokens, naming: Naming, number: int) -> bool:
    """Return whether the full stop after a word is part of it: J., Sen., H."""
    word = tokens.words[number]
    return len(word) == 1 or tokens.lower[number] in naming.titles or "." in word


def _strip(
    tokens: NameTokens,
    naming: Naming,
    lowered: AbstractSet[str],
    owners: Owners,
    run: Run,
    opens: bool,
) -> Run:
    """Set where the name in a run begins and ends, roles, offices and titles left out."""
    lower = tokens.lower
    at = run.first
    run.headed = _is_headed(tokens, naming, run.first)
    while at < run.last:
        length = before_name(tokens, naming, run, at)
        word = lower[at]
        if not length and opens and at == run.first:
            length = word in lowered or word in naming.stops or word in naming.cues
            # “Builder Barry Tull”: a given name that comes second is the first of the name.
            named = run.last - at > 2 and lower[at + 1] in naming.given
            length = length or (named and word not in naming.given)
        if not length:
            break
        at += length
    run.name = min(at, run.last)
    if run.headed or (run.first and tokens.words[run.first - 1] == ")"):
        run.name = after_owner(tokens, naming, run.name, run.last, owners)
    run.end = run.last
    while run.end > at + 1 and (
        lower[run.end - 1] in naming.degrees
        or (
            lower[run.end - 1] in naming.not_names and (run.end - at > 2 or naming.words.head_first)
        )
    ):
        run.end -= 1
    return run


def _is_headed(tokens: NameTokens, naming: Naming, first: int) -> bool:
    """Return whether a role in lower case stands right before a run: aktivis iklim Ann Lee."""
    floor = tokens.sentence_start(first)
    for at in range(first - 1, max(floor, first - HEAD_REACH) - 1, -1):
        word = tokens.lower[at]
        if word in naming.residents:
            return False
        if word in naming.roles:
            return naming.words.head_first or at == first - 1
        is_stop = word in naming.stops and word not in naming.office
        if not word.isalpha() or is_stop or word in naming.object_markers:
            return False
    return False


def can_be_person(tokens: NameTokens, naming: Naming, run: Run) -> bool:
    """Return whether no word of the name in a run tells of a body, an office or a place."""
    length = run.end - run.name
    if not 0 < length <= LONGEST_NAME:
        return False
    lower = tokens.lower[run.name : run.end]
    words = tokens.words[run.name : run.end]
    if _ends_role(tokens, naming, run):
        return False
    if run.name > run.first and tokens.lower[run.name - 1] in naming.place_words:
        office = f"{tokens.lower[run.name - 2]} {tokens.lower[run.name - 1]}"
        if run.name - 1 == run.first or office not in naming.place_roles:
            return False
    if (
        run.first > 1
        and tokens.lower[run.first - 1] in naming.joiners
        and tokens.is_capital(run.first - 2)
        and tokens.lower[run.first - 2] in naming.bodies
    ):
        return False
    if has_inner_capital(words[0]) or (length == 1 and lower[0] in naming.groups):
        return False
    if " ".join(lower) in naming.places or lower[0] in naming.outlets:
        return False
    if length == 1 and (words[0].isupper() or len(words[0]) < 3 or not words[0].isalpha()):
        # "Sen. Ann Lee, D-Nevada"
        hyphened = words[0].find("-") > 1
        return len(words[0]) > 2 and hyphened and not words[0].isupper()
    if any(any(character.isdigit() for character in word) for word in words):
        return False
    named = lower[0] in naming.given and length > 1
    for number, word in enumerate(lower):
        # Indonesians are called Putra and Putri: a role is one before the name only.
        is_role = word in naming.roles and number > 0 and naming.words.head_first
        is_role = is_role or word in naming.name_roles
        is_role = is_role and word not in naming.place_roles
        if word in naming.bodies or (naming.is_common(word) and not named and not is_role):
            return False
        if len(word) > 2 and words[number].isupper():
            return False
    return True


def _closes_apposition(tokens: NameTokens, naming: Naming, run: Run) -> bool:
    """Return whether a run ends what somebody is: Ann Lee, dosen Universitas Negeri *Lawu*."""
    lower = tokens.lower
    held = any(lower[number] in naming.holders for number in range(run.first, run.name))
    if not held or run.end - run.name != 1 or run.last >= len(lower):
        return False
    if tokens.words[run.last] not in (",", ".", ")"):
        return False
    at = run.first - 1
    floor = max(tokens.sentence_start(run.first), run.first - APPOSITION)
    while at > floor and tokens.words[at].islower():
        at -= 1
    named = at > floor and tokens.words[at] == "," and tokens.is_capital(at - 1)
    return named and not naming.is_common(lower[at - 1])


def _ends_role(tokens: NameTokens, naming: Naming, run: Run) -> bool:
    """Return whether the words of a run belong to a role, or to where somebody lives.

    So they do in “Menteri Koperasi dan Informatika (Menkoinfo) Ann Lee”, in “warga Lawu”
    and in “mantan pemain Garuda tersebut”.
    """
    if not naming.words.head_first:
        return False
    if run.first > 0 and tokens.lower[run.first - 1] in naming.residents and not run.headed:
        return run.name == run.first or tokens.lower[run.first] in naming.place_words
    at = run.last
    if _closes_apposition(tokens, naming, run):
        return True
    if at < len(tokens.lower) and tokens.lower[at] in naming.demonstratives:
        return run.headed and run.name == run.first and run.end - run.name == 1
    return (
        run.headed
        and at + 3 < tokens.sentence_end(run.first)
        and tokens.words[at] == "("
        and tokens.words[at + 1].isalpha()
        and tokens.words[at + 2] == ")"
        and tokens.is_capital(at + 3)
        and tokens.lower[at + 3] not in naming.roles
    )
