"""The store: people and terms that pages share."""

from jelaskan.check import check_store
from jelaskan.model.store import HeldRole, Store, StoredPerson, StoredTerm, TermText

PLACES = {
    "content/people.yaml": {
        ("tegar", "roles", 0, "until"): (5, 14),
        ("tegar", "roles", 1, "since"): (7, 14),
        ("sanjaya", "name"): (9, 9),
    },
    "content/glossary.yaml": {
        ("bronjong", "text"): (2, 9),
        ("embung", "text", "id", "name"): (12, 13),
    },
}


def printed(store: Store) -> list[str]:
    return [str(problem) for problem in check_store(store)]


def test_a_store_without_a_fault_has_no_problem() -> None:
    roles = (HeldRole(role="Camat", since="2024-03"), HeldRole(role="Lurah", until="2024-03"))
    store = Store(people={"tegar": StoredPerson(name="Tegar Sanjaya", roles=roles)})

    assert printed(store) == []


def test_a_role_does_not_end_before_it_begins() -> None:
    role = HeldRole(role="Camat", since="2024-03", until="2023")
    store = Store(
        people={"tegar": StoredPerson(name="Tegar Sanjaya", roles=(role,))}, places=PLACES
    )

    assert printed(store) == [
        (
            "content/people.yaml:5:14: S07: the role of tegar ends on 2023, before it begins on "
            "2024-03\n  hint: exchange `since` and `until`, or mend one of them"
        )
    ]


def test_the_newest_role_stands_first() -> None:
    roles = (HeldRole(role="Lurah", since="2019"), HeldRole(role="Camat", since="2024-03"))
    store = Store(people={"tegar": StoredPerson(name="Tegar Sanjaya", roles=roles)}, places=PLACES)

    assert printed(store) == [
        (
            "content/people.yaml:7:14: S08: warning: the role of tegar since 2024-03 stands below one "
            "since 2019\n  hint: put the newest role first: pages show the first that was held on "
            "their day"
        )
    ]


def test_two_people_have_two_names() -> None:
    person = StoredPerson(name="Tegar Sanjaya")
    store = Store(people={"tegar": person, "sanjaya": person}, places=PLACES)

    assert printed(store) == [
        (
            "content/people.yaml:9:9: S09: warning: tegar has this name too: Tegar Sanjaya\n"
            "  hint: delete one of the two, or tell them apart in `name`"
        )
    ]


def test_a_term_is_described_once_in_a_language() -> None:
    text = {"id": TermText(name="Bronjong", description="Kawat berisi batu.")}
    terms = {
        "bronjong": StoredTerm(text={}),
        "kawat": StoredTerm(text=text),
        "embung": StoredTerm(text=text),
    }

    assert printed(Store(terms=terms, places=PLACES)) == [
        (
            "content/glossary.yaml:2:9: G07: bronjong is described in no language\n"
            "  hint: write `name` and `description` under a language code"
        ),
        (
            "content/glossary.yaml:12:13: G08: warning: kawat describes this term too: “Bronjong”\n"
            "  hint: delete one of the two"
        ),
    ]
