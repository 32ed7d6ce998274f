"""Statements as JSON: the form that `jelaskan extract` prints."""

from bisect import bisect_right
from decimal import Decimal
from typing import Any

from jelaskan.languages import load
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article, Mention
from jelaskan.model.origin import Origin
from jelaskan.model.statements import Attribution, Doubt, Person, Quantity, Statements


def as_record(article: Article, statements: Statements) -> dict[str, Any]:
    """Return what was found in an article as values that JSON can hold.

    Offsets count code points of `Article.text`; where a file has all of its letters and marks
    besides, as Markdown has, those of the file behind its head. A quotation that its cue splits gives one
    record for each stretch. `resolved` is the fullest name in the article, or else the words
    at the cue; a quotation without a source has none. `speaker` is the same, but for packs
    with `speakers_as_written`, where it is what stands at the cue.
    """
    pack = load(article.language)
    record = {
        "id": article.slug,
        "language": article.language,
        "quotes": [
            _quote(article, attribution, content, pack)
            for content, attribution in sorted(
                (
                    (content, attribution)
                    for attribution in statements.attributions
                    for content in _stretches(article, attribution, statements, pack)
                ),
                key=lambda pair: pair[0],
            )
        ],
        "numbers": [_number(quantity) for quantity in statements.quantities],
        "dates": [
            {
                "start": time.mention.start,
                "end": time.mention.end,
                "iso": time.value,
                "basis": time.basis,
                "rule": time.rule,
                "doubts": _doubts(time.doubts),
            }
            for time in statements.times
        ],
        "boilerplate": [[piece.mention.start, piece.mention.end] for piece in statements.furniture],
        "people": [
            {"name": person.name, "role": _role(person), "aliases": list(person.aliases)}
            for person in statements.people
            if person.kind == "person"
        ],
        "orgs": list(statements.bodies),
        "places": list(statements.places),
    }
    if article.origin is not None and article.origin.is_exact:
        _place_in_file(record, article.origin)
    return record


def _place_in_file(record: dict[str, Any], origin: Origin) -> None:
    """Make offsets of a text those of its file."""
    for finding in (*record["quotes"], *record["numbers"], *record["dates"]):
        finding["start"], finding["end"] = origin.span(finding["start"], finding["end"])
    record["boilerplate"] = [list(origin.span(*span)) for span in record["boilerplate"]]


def _stretches(
    article: Article, attribution: Attribution, statements: Statements, pack: LanguagePack
) -> tuple[Mention, ...]:
    """Return the stretches of an attribution that have a record of their own."""
    content, cue = attribution.content, attribution.cue
    if (
        pack.basics.joins_split_clauses
        and attribution.kind != "direct"
        and cue is not None
        and content[0].end <= cue.start
        and cue.end <= content[-1].start
    ):
        whole = article.mention(content[0].start, content[-1].end)
        gaps = statements.furniture
        after = bisect_right(gaps, whole.start, key=lambda piece: piece.mention.end)
        if after == len(gaps) or gaps[after].mention.start >= whole.end:
            return (whole,)
    return content


def _quote(
    article: Article, attribution: Attribution, content: Mention, pack: LanguagePack
) -> dict[str, Any]:
    speaker, source, cue = attribution.speaker, attribution.source, attribution.cue
    written = _written(article, attribution, pack)
    name = written if speaker is None else speaker.name
    as_written = pack.basics.speakers_as_written and written is not None
    return {
        "start": content.start,
        "end": content.end,
        "kind": attribution.kind,
        "speaker": written if as_written else name,
        "resolved": name,
        "role": None if speaker is None else _role(speaker),
        "cue": None if cue is None else cue.text,
        "source": None if source is None else source.text,
        "polarity": attribution.polarity,
        "rule": attribution.rule,
        "doubts": _doubts(attribution.doubts),
    }


def _written(article: Article, attribution: Attribution, pack: LanguagePack) -> str | None:
    """Return the words that name the speaker at the cue: a name, a pronoun, or “who”."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return None if source is None else source.text
    if cue.start < source.start < cue.end:
        return None
    between = article.text[source.end : cue.start].strip(" ,").split(" ")[0]
    return between if between.lower() in pack.cues.relatives else source.text


def _role(person: Person) -> str | None:
    """Return a role with the body in which it is held, as one would say it."""
    if person.role and person.affiliation and person.affiliation not in person.role:
        return f"{person.role} {person.affiliation}"
    return person.role


def _number(quantity: Quantity) -> dict[str, Any]:
    values = [_json_number(value) for value in quantity.value]
    return {
        "start": quantity.mention.start,
        "end": quantity.mention.end,
        "value": None if not values else values[0] if len(values) == 1 else values,
        "unit": quantity.unit,
        "bound": quantity.bound,
        "rule": quantity.rule,
        "doubts": _doubts(quantity.doubts),
    }


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _doubts(doubts: tuple[Doubt, ...]) -> list[str]:
    return [str(doubt) for doubt in doubts]
