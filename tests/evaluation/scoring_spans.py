"""Scores of a set that marks every kind of statement by its characters.

Quotations match where the shared characters are at least half of all characters of the two
(loose) or nine tenths (strict). Numbers count once for each value and thing counted, dates once
for each value, page furniture by characters, people by name or alias.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from measures import Error, Measure, Record, Scores, Share
from speakers import FULL, PARTIAL, WRONG, match_speaker, plain

LOOSE, STRICT = 0.5, 0.9
KINDS = ("direct", "indirect", "mixed")
OUTER = ' ,.;:\n\t\u00a0"“”'


def score_spans(golds: Sequence[Record], predictions: Mapping[str, Record]) -> Scores:
    """Return the scores of predictions, by article id; a missing one has found nothing."""
    count: Counter[str] = Counter()
    errors: list[Error] = []
    for gold in golds:
        predicted = predictions.get(gold["id"], {})
        _count_quotations(gold, predicted.get("quotes", []), count, errors)
        _count_numbers(gold, predicted.get("numbers", []), count, errors)
        _count_dates(gold, predicted.get("dates", []), count, errors)
        _count_furniture(gold, predicted.get("boilerplate", []), count, errors)
        _count_people(gold, predicted.get("people", []), count, errors)
        for key in ("orgs", "places"):
            _count_names(gold, key, predicted.get(key, []), count, errors)
    return Scores(len(golds), _measures(count), _shares(count), sorted(errors))


def _measures(count: Counter[str]) -> dict[str, Measure]:
    found, gold = count["quotes found"], count["quotes gold"]
    loose, full, partial = count["loose"], count["speaker full"], count["speaker any"]
    measures = {
        "quotations": Measure(loose, found, loose, gold),
        "quotations strict": Measure(count["strict"], found, count["strict"], gold),
    }
    for kind in KINDS:
        measures[kind] = Measure(
            count[f"{kind} found right"],
            count[f"{kind} found"],
            count[f"{kind} gold right"],
            count[f"{kind} gold"],
        )
    measures["end to end, any name"] = Measure(partial, found, partial, gold)
    measures["end to end"] = Measure(full, found, full, gold)
    for name in ("numbers", "dates", "furniture", "people", "orgs", "places"):
        measures[name] = Measure(
            count[f"{name} found right"],
            count[f"{name} found"],
            count[f"{name} gold right"],
            count[f"{name} gold"],
        )
    return measures


def _shares(count: Counter[str]) -> dict[str, Share]:
    return {
        "speaker, full name": Share(count["speaker full"], count["loose"]),
        "speaker, any name": Share(count["speaker any"], count["loose"]),
        "polarity": Share(count["polarity"], count["loose"]),
        "bound of a number": Share(count["bound"], count["numbers bound"]),
    }


def _count_quotations(
    gold: Record, found: Sequence[Record], count: Counter[str], errors: list[Error]
) -> None:
    text, expected = gold["text"], gold["quotes"]
    overlaps = _overlaps(text, expected, found)
    loose = _pair(overlaps, LOOSE)
    count["quotes gold"] += len(expected)
    count["quotes found"] += len(found)
    count["loose"] += len(loose)
    count["strict"] += len(_pair(overlaps, STRICT))
    for quote in expected:
        count[f"{quote['kind']} gold"] += 1
    for quote in found:
        count[f"{quote.get('kind')} found"] += 1
    for i, j in loose.items():
        right, given = expected[i], found[j]
        count[f"{right['kind']} gold right"] += 1
        count[f"{given.get('kind')} found right"] += 1
        match = match_speaker(_name(given), right["speaker"], gold["people"])
        count["speaker full"] += match == FULL
        count["speaker any"] += match > WRONG
        polarity = right.get("polarity", "affirmed"), given.get("polarity") or "affirmed"
        count["polarity"] += polarity[0] == polarity[1]
        if match < FULL or polarity[0] != polarity[1]:
            errors.append(_speaker_error(gold, right, given, match, polarity))
    for i, quote in enumerate(expected):
        if i not in loose:
            errors.append(
                Error(
                    2, gold["id"], quote["start"], f"{quote['kind']} missed", _says(text, quote), ""
                )
            )
    for j, quote in enumerate(found):
        if j not in loose.values():
            kind = f"{quote.get('kind')} extra, rule {quote.get('rule')}"
            severity = 3 if quote.get("doubts") else 1
            errors.append(Error(severity, gold["id"], quote["start"], kind, "", _says(text, quote)))


def _name(quote: Record) -> str | None:
    """Return the speaker's name; a record may repeat a pronoun in `speaker` and resolve it."""
    name: str | None = quote.get("resolved") or quote.get("speaker")
    return name


def _speaker_error(
    gold: Record, right: Record, given: Record, match: int, polarity: tuple[str, str]
) -> Error:
    kind = "polarity" if match == FULL else "speaker in part" if match else "speaker"
    severity = 4 if match == PARTIAL else 3 if given.get("doubts") else 0
    says = _says(gold["text"], right)
    expected, found = f"{right['speaker']}: {says}", str(_name(given))
    if kind == "polarity":
        expected, found = f"{polarity[0]}: {says}", polarity[1]
    return Error(
        severity, gold["id"], right["start"], kind, expected, f"{found} ({given.get('rule')})"
    )


def _says(text: str, quote: Record, width: int = 90) -> str:
    words = " ".join(text[quote["start"] : quote["end"]].split())
    if len(words) > width:
        words = f"{words[: width // 2]} … {words[-width // 2 :]}"
    return f"[{quote.get('cue')}] {words}"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the marks, commas, stops and spaces at its ends."""
    while start < end and text[start] in OUTER:
        start += 1
    while start < end and text[end - 1] in OUTER:
        end -= 1
    return start, end


def _overlaps(
    text: str, gold: Sequence[Record], found: Sequence[Record]
) -> list[tuple[float, int, int]]:
    """Return shared over all characters with both numbers, best first, later ones first."""
    golds = [_trim(text, quote["start"], quote["end"]) for quote in gold]
    founds = [_trim(text, quote["start"], quote["end"]) for quote in found]
    overlaps = []
    for i, (start, end) in enumerate(golds):
        for j, (begin, finish) in enumerate(founds):
            shared = min(end, finish) - max(start, begin)
            if shared > 0:
                overlaps.append((shared / (max(end, finish) - min(start, begin)), i, j))
    return sorted(overlaps, reverse=True)


def _pair(overlaps: Sequence[tuple[float, int, int]], least: float) -> dict[int, int]:
    """Return found by gold, one to one, best first."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for overlap, i, j in overlaps:
        if overlap >= least and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _count_numbers(
    gold: Record, found: Sequence[Record], count: Counter[str], errors: list[Error]
) -> None:
    expected, kept = _distinct(gold["numbers"]), _distinct(found)
    used: set[int] = set()
    for number in kept:
        for i, right in enumerate(expected):
            if i not in used and _same_number(number, right):
                used.add(i)
                if "bound" in right:
                    count["numbers bound"] += 1
                    count["bound"] += right["bound"] == number.get("bound", "exact")
                break
        else:
            errors.append(
                _plain_error(gold, "number extra", "", _number(gold, number), number["start"])
            )
    for i, right in enumerate(expected):
        if i not in used:
            errors.append(
                _plain_error(gold, "number missed", _number(gold, right), "", right["start"])
            )
    count["numbers gold"] += len(expected)
    count["numbers found"] += len(kept)
    count["numbers found right"] += len(used)
    count["numbers gold right"] += len(used)


def _distinct(numbers: Sequence[Record]) -> list[Record]:
    """Return the numbers that differ in value or in the first word of what is counted."""
    kept: list[Record] = []
    for number in numbers:
        if not any(_same_value(number, other) and _unit(number) == _unit(other) for other in kept):
            kept.append(number)
    return kept


def _unit(number: Record) -> str:
    return next(iter(plain(number.get("unit")).split()), "")


def _same_number(found: Record, gold: Record) -> bool:
    if not _same_value(found, gold):
        return False
    overlap = found["start"] < gold["end"] and gold["start"] < found["end"]
    return overlap or _unit(found) == _unit(gold) != ""


def _same_value(first: Record, second: Record) -> bool:
    """Return whether two values are equal up to a millionth; no value equals only no value."""
    one, other = first.get("value"), second.get("value")
    if one is None or other is None:
        return one is other
    ones, others = (value if isinstance(value, list) else [value] for value in (one, other))
    return len(ones) == len(others) and all(
        abs(a - b) <= 1e-6 * max(1, abs(b)) for a, b in zip(ones, others, strict=True)
    )


def _number(gold: Record, number: Record) -> str:
    words = gold["text"][number["start"] : number["end"]]
    return f"{number.get('value')} {number.get('unit')} “{words}” {number.get('rule', '')}".strip()


def _plain_error(gold: Record, kind: str, expected: str, found: str, start: int = 0) -> Error:
    return Error(
        5 if "number" in kind or "date" in kind else 6, gold["id"], start, kind, expected, found
    )


def _count_dates(
    gold: Record, found: Sequence[Record], count: Counter[str], errors: list[Error]
) -> None:
    expected = {date["iso"]: date for date in gold["dates"]}
    given = {date["iso"]: date for date in found if date.get("iso") is not None}
    _count_sets(count, "dates", set(expected), set(given))
    for iso in expected.keys() - given.keys():
        words, start = _date_words(gold, expected[iso])
        errors.append(_plain_error(gold, "date missed", f"{iso} “{words}”", "", start))
    for iso in given.keys() - expected.keys():
        words, start = _date_words(gold, given[iso])
        errors.append(_plain_error(gold, "date extra", "", f"{iso} “{words}”", start))


def _date_words(gold: Record, date: Record) -> tuple[str, int]:
    return gold["text"][date["start"] : date["end"]], date["start"]


def _count_furniture(
    gold: Record, found: Sequence[Sequence[int]], count: Counter[str], errors: list[Error]
) -> None:
    text = gold["text"]
    expected = {place for start, end in gold["boilerplate"] for place in range(start, end)}
    given = {place for start, end in found for place in range(start, end)}
    _count_sets(count, "furniture", expected, given)
    for kind, spans, covered in (
        ("furniture missed", gold["boilerplate"], given),
        ("furniture extra", found, expected),
    ):
        for start, end in spans:
            wrong = sum(place not in covered for place in range(start, end))
            if 2 * wrong > end - start:
                words = " ".join(text[start:end].split())[:90]
                sides = (words, "") if "missed" in kind else ("", words)
                errors.append(_plain_error(gold, kind, *sides, start))


def _count_people(
    gold: Record, found: Sequence[Record], count: Counter[str], errors: list[Error]
) -> None:
    people = gold["people"]

    def fits(given: Record, person: Record) -> bool:
        return match_speaker(given.get("name"), person["name"], [person]) > WRONG

    recalled = {
        plain(person["name"]) for person in people if any(fits(given, person) for given in found)
    }
    right = [given for given in found if any(fits(given, person) for person in people)]
    count["people gold"] += len(people)
    count["people found"] += len(found)
    count["people gold right"] += len(recalled)
    count["people found right"] += len(right)
    for person in people:
        if plain(person["name"]) not in recalled:
            errors.append(_plain_error(gold, "person missed", person["name"], ""))
    for given in found:
        if given not in right:
            errors.append(_plain_error(gold, "person extra", "", str(given.get("name"))))


def _count_names(
    gold: Record, key: str, found: Sequence[str], count: Counter[str], errors: list[Error]
) -> None:
    expected, given = {plain(name) for name in gold[key]}, {plain(name) for name in found}
    _count_sets(count, key, expected, given)
    errors += [_plain_error(gold, f"{key} missed", name, "") for name in expected - given]
    errors += [_plain_error(gold, f"{key} extra", "", name) for name in given - expected]


def _count_sets(
    count: Counter[str], name: str, expected: set[str] | set[int], given: set[str] | set[int]
) -> None:
    both = len(expected & given)
    count[f"{name} gold"] += len(expected)
    count[f"{name} found"] += len(given)
    count[f"{name} gold right"] += both
    count[f"{name} found right"] += both
