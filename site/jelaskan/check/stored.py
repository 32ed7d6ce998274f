"""The store: people and terms that pages share."""

from collections.abc import Iterator

from jelaskan.messages import Message
from jelaskan.model.store import Store, StoredPerson, local
from jelaskan.problems import Problem

PEOPLE = "content/people.yaml"
GLOSSARY = "content/glossary.yaml"


def check_store(store: Store) -> Iterator[Problem]:
    """Yield everything that an editor should mend in people.yaml and glossary.yaml."""
    unread = {store.position(path, *key) for path, keys in store.unread.items() for key in keys}
    found = (*_check_people(store), *_check_terms(store))
    yield from (problem for problem in found if problem.position not in unread)


def _check_people(store: Store) -> Iterator[Problem]:
    """Yield each person whom another one resembles, or whose roles are in disorder."""
    names: dict[str, str] = {}
    for person_id, person in store.people.items():
        yield from _check_periods(store, person_id, person)
        name = local(person.name, "") or person_id
        if names.setdefault(name.casefold(), person_id) != person_id:
            yield Problem(
                store.position(PEOPLE, person_id, "name"),
                "S09",
                Message(
                    "{other} has this name too: {name}", other=names[name.casefold()], name=name
                ),
                Message("delete one of the two, or tell them apart in `name`"),
                severity="warning",
            )


def _check_periods(store: Store, person_id: str, person: StoredPerson) -> Iterator[Problem]:
    """Yield where a role ends before it begins, or an older one stands first."""
    newest = ""
    for number, role in enumerate(person.roles):
        begun, ended = role.since, role.until
        if begun and ended and ended < begun[: len(ended)]:
            yield Problem(
                store.position(PEOPLE, person_id, "roles", number, "until"),
                "S07",
                Message(
                    "the role of {person_id} ends on {ended}, before it begins on {begun}",
                    person_id=person_id,
                    ended=ended,
                    begun=begun,
                ),
                Message("exchange `since` and `until`, or mend one of them"),
            )
        if newest and begun and begun[: len(newest)] > newest[: len(begun)]:
            yield Problem(
                store.position(PEOPLE, person_id, "roles", number, "since"),
                "S08",
                Message(
                    "the role of {person_id} since {begun} stands below one since {newest}",
                    person_id=person_id,
                    begun=begun,
                    newest=newest,
                ),
                Message(
                    "put the newest role first: pages show the first that was held on their day"
                ),
                severity="warning",
            )
        newest = begun or newest


def _check_terms(store: Store) -> Iterator[Problem]:
    """Yield each term that another one describes already, or that no language describes."""
    names: dict[tuple[str, str], str] = {}
    for term_id, term in store.terms.items():
        if not term.text:
            yield Problem(
                store.position(GLOSSARY, term_id, "text"),
                "G07",
                Message("{term_id} is described in no language", term_id=term_id),
                Message("write `name` and `description` under a language code"),
            )
        for language, text in term.text.items():
            key = (language, text.name.casefold())
            if names.setdefault(key, term_id) != term_id:
                yield Problem(
                    store.position(GLOSSARY, term_id, "text", language, "name"),
                    "G08",
                    Message(
                        "{other} describes this term too: “{name}”",
                        other=names[key],
                        name=text.name,
                    ),
                    Message("delete one of the two"),
                    severity="warning",
                )
