"""Words of offices and roles that look like the name of a person."""

from jelaskan.extract.capitals import can_be_person
from jelaskan.extract.name_starts import FAR_HEAD, Run
from jelaskan.extract.name_words import NameTokens
from jelaskan.extract.naming import Naming
from jelaskan.extract.noun_phrases import role_before


def find_offices(tokens: NameTokens, naming: Naming, runs: list[Run]) -> dict[int, str]:
    """Return the words that end a role before a comma and a name, by number of token.

    In “CEO Astra, Ann Lee,” Astra is nobody's name.
    """
    offices: dict[int, str] = {}
    for run in runs:
        if _is_short_role(tokens, naming, run):
            offices[run.first] = tokens.lower[run.first]
        if run.first < 2 or tokens.words[run.first - 1] != ",":
            continue
        if any(
            tokens.lower[n] not in naming.titles and tokens.words[n] != "."
            for n in range(run.first, run.name)
        ):
            continue
        role = role_before(tokens, naming, run)
        if role is not None and can_be_person(tokens, naming, run):
            at = role[1] - 1
            while at > role[0] and tokens.is_capital(at):
                # “Pengacara Budi, Ann Lee”: Budi may be somebody elsewhere.
                owned = tokens.lower[role[0]] in naming.relations
                offices[at] = "" if owned else tokens.lower[at]
                at -= 1
    return offices


def _is_short_role(tokens: NameTokens, naming: Naming, run: Run) -> bool:
    """Return whether a word in brackets shortens the role before them: Wakil Menteri X (Wamenx)."""
    before = run.first - 1
    if run.last - run.first > 1 or before < 1 or tokens.words[before] != "(":
        return False
    if run.last >= len(tokens.words) or tokens.words[run.last] != ")":
        return False
    start = tokens.lower[run.first][:2]
    for number in range(before - 1, max(tokens.sentence_start(before), before - FAR_HEAD) - 1, -1):
        word = tokens.lower[number]
        if word.startswith(start) and (word in naming.roles or word in naming.role_prefixes):
            return True
        if not tokens.is_capital(number) and word not in naming.coordinators:
            return False
    return False
