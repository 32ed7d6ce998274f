import json

from jelaskan.extract import as_record, extract
from jelaskan.languages import load
from jelaskan.model.article import Article

TEXT = (
    "Wali Kota Budi Karsa mengatakan jembatan itu menelan 2,5 miliar rupiah.\n\n"
    '"Jembatan itu aman," ujarnya.\n\n'
    "Jembatan itu, kata dia, belum pernah ditutup."
)


def test_a_record_is_json_and_its_offsets_lead_back_to_the_text() -> None:
    article = Article("jembatan", "id", TEXT, "seeds/jembatan.txt")
    record = as_record(article, extract(article, load("id")))

    assert json.loads(json.dumps(record)) == record
    assert record["id"] == "jembatan"
    assert record["language"] == "id"
    for found in (*record["quotes"], *record["numbers"], *record["dates"]):
        assert TEXT[found["start"] : found["end"]].strip()
    assert [TEXT[quote["start"] : quote["end"]] for quote in record["quotes"]] == [
        "jembatan itu menelan 2,5 miliar rupiah",
        "Jembatan itu aman",
        "Jembatan itu, kata dia, belum pernah ditutup",
    ]
    assert record["numbers"][0]["value"] == 2_500_000_000


def test_each_piece_of_an_english_clause_has_a_record() -> None:
    text = "The bridge, said Ann Poe, is safe and will stay open."
    article = Article("bridge", "en", text, "seeds/bridge.txt")
    record = as_record(article, extract(article, load("en")))

    assert [text[quote["start"] : quote["end"]] for quote in record["quotes"]] == [
        "The bridge",
        "is safe and will stay open",
    ]


def test_an_english_pronoun_is_repeated_and_resolved() -> None:
    text = "Ann Poe closed the bridge. “It was unsafe,” she said."
    article = Article("bridge", "en", text, "seeds/bridge.txt")
    (quote,) = as_record(article, extract(article, load("en")))["quotes"]

    assert (quote["speaker"], quote["resolved"]) == ("she", "Ann Poe")
