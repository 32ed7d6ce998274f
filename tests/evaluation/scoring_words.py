"""Scores of a set that marks attributions alone, with all names of each source.

A unit is a quotation inside one paragraph. Two units match where twice their shared words are at
least 0.8 of the words of both. The kind of a unit comes from the quotation marks of the text
alone. A speaker is right where its head word is a head word of the source or of one of its names.
Attributions of belief (`level` other than “speech”) count neither way.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from measures import Error, Measure, Record, Scores, Share

LEAST_MATCH = 0.8
KINDS = ("direct", "mixed", "indirect")
OPENING, CLOSING = "“«„‟「", "”»」"

_WORD = re.compile(r"[^\W_]+(?:['’\-.&][^\W_]+)*")
_BREAK = re.compile(r"\n[ \t]*\n\s*")


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Left off the front of a name before its last word is taken as its head.
_TITLES = _words(
    "a an the his her their our my its this that these those "
    "mr mrs ms dr prof sir lord lady judge justice king queen prince princess pope "
    "president vice senator sen representative rep governor gov congressman congresswoman "
    "secretary minister prime chief general gen col lt capt sgt rev mayor ex former then "
    "bapak ibu pak bu presiden menteri gubernur si sang"
)
_SUFFIXES = _words("jr sr ii iii iv phd md")
_PRONOUNS = _words(
    "i me you he him his himself she her hers herself it we us they them theirs themselves "
    "one who whom this that these those which some others many both "
    "saya kami kita dia ia beliau mereka ini itu"
)
_CHUNKS = re.compile(r"\s*[,;()—]\s*|\s+(?:and|dan|&)\s+")
_COMPLEMENT = re.compile(
    r"\s+(?:of|for|from|in|at|on|who|whom|whose|which|that|with|to|by|as|during|after|before|near"
    r"|among|between|about|against|under|via|dari|di|untuk|yang|pada|dalam)\s+",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s$|'$")


@dataclass(frozen=True, slots=True)
class Unit:
    """The words of a quotation in one paragraph, by their numbers in the text."""

    first: int
    after: int
    kind: str
    quote: Record


def score_words(golds: Sequence[Record], predictions: Mapping[str, Record]) -> Scores:
    """Return the scores of predictions, by article id; a missing one has found nothing."""
    count: Counter[tuple[str, str]] = Counter()
    errors: list[Error] = []
    for gold in golds:
        found = predictions.get(gold["id"], {}).get("quotes", [])
        _count_article(gold, found, count, errors)
    measures: dict[str, Measure] = {}
    for row in ("all", *KINDS):
        found_units, gold_units = count[row, "found"], count[row, "gold"]
        matched, right = count[row, "matched"], count[row, "right"]
        measures[f"{row}: span"] = Measure(matched, found_units, matched, gold_units)
        exact = count[row, "exact"]
        measures[f"{row}: exact span"] = Measure(exact, found_units, exact, gold_units)
        measures[f"{row}: end to end"] = Measure(right, found_units, right, gold_units)
        # Sources without any name in the text leave both sides of the named measure.
        named = count[row, "named right"]
        named_found = found_units - (matched - count[row, "nameable matched"])
        measures[f"{row}: named"] = Measure(named, named_found, named, count[row, "nameable"])
    shares = {
        "speaker on matched": Share(count["all", "source right"], count["all", "source"]),
        "speaker on matched, named": Share(
            count["all", "named right"], count["all", "nameable matched"]
        ),
    }
    return Scores(len(golds), measures, shares, sorted(errors))


def _count_article(
    gold: Record,
    quotes: Sequence[Record],
    count: Counter[tuple[str, str]],
    errors: list[Error],
) -> None:
    text = gold["text"]
    words = [match.span() for match in _WORD.finditer(text)]
    inside = mark_quoted(text)
    marked = _units(text, gold["quotes"], words, inside)
    speech = [unit for unit in marked if unit.quote.get("level", "speech") == "speech"]
    beliefs = [unit for unit in marked if unit.quote.get("level", "speech") != "speech"]
    found = _units(text, quotes, words, inside)
    pairs = _pair(speech, found)

    for i, unit in enumerate(speech):
        facts = Counter({"gold": 1, "nameable": int(_has_name(unit.quote))})
        if i in pairs:
            facts += _speaker_facts(gold, unit, found[pairs[i]], errors)
        else:
            errors.append(
                Error(2, gold["id"], _start(unit), f"{unit.kind} missed", _says(text, unit), "")
            )
        for name, value in facts.items():
            count["all", name] += value
            count[unit.kind, name] += value

    matched = {j: i for i, j in pairs.items()}
    for j, unit in enumerate(found):
        if j in matched:
            count["all", "found"] += 1
            count[speech[matched[j]].kind, "found"] += 1
        elif not any(_match(unit, belief) >= 0.5 or _within(unit, belief) for belief in beliefs):
            count["all", "found"] += 1
            in_mixed = unit.kind == "direct" and any(
                other.kind == "mixed" and _within(unit, other) for other in speech
            )
            count[unit.kind, "found"] += not in_mixed
            severity = 3 if unit.quote.get("doubts") else 1
            kind = f"{unit.kind} extra, rule {unit.quote.get('rule')}"
            errors.append(Error(severity, gold["id"], _start(unit), kind, "", _says(text, unit)))


def _speaker_facts(gold: Record, unit: Unit, given: Unit, errors: list[Error]) -> Counter[str]:
    right = _speaker_right(unit.quote, given.quote)
    if not right:
        severity = 3 if given.quote.get("doubts") else 0
        names = ", ".join([str(unit.quote.get("speaker")), *(unit.quote.get("names") or [])])
        found = f"{given.quote.get('speaker')} ({given.quote.get('rule')})"
        expected = f"{names}: {_says(gold['text'], unit)}"
        errors.append(Error(severity, gold["id"], _start(unit), "speaker", expected, found))
    has_source, has_name = bool(unit.quote.get("speaker")), _has_name(unit.quote)
    return Counter(
        {
            "matched": 1,
            "exact": int((unit.first, unit.after) == (given.first, given.after)),
            "right": int(right),
            "source": int(has_source),
            "source right": int(has_source and right),
            "nameable matched": int(has_name),
            "named right": int(has_name and _named_right(unit.quote, given.quote)),
        }
    )


def _start(unit: Unit) -> int:
    return int(unit.quote["start"])


def _says(text: str, unit: Unit, width: int = 90) -> str:
    words = " ".join(text[unit.quote["start"] : unit.quote["end"]].split())
    if len(words) > width:
        words = f"{words[: width // 2]} … {words[-width // 2 :]}"
    return f"[{unit.quote.get('cue')}] {words}"


def _units(
    text: str, quotes: Sequence[Record], words: Sequence[tuple[int, int]], inside: bytearray
) -> list[Unit]:
    """Return the units of quotations, each word range once, the first one kept."""
    breaks = [match.span() for match in _BREAK.finditer(text)]
    units: dict[tuple[int, int], Unit] = {}
    for quote in quotes:
        begin, finish = quote.get("start"), quote.get("end")
        if begin is None or finish is None or begin >= finish:
            continue
        edges = [begin, *(e for a, b in breaks if begin < a and b < finish for e in (a, b)), finish]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            # A span may be one character short of its words, as where a mark is cut off.
            numbers = [
                number
                for number, (a, b) in enumerate(words)
                if start - 1 <= a < end and start < b <= end + 1
            ]
            if numbers:
                first, after = numbers[0], numbers[-1] + 1
                kind = _kind([inside[words[number][0]] for number in range(first, after)])
                units.setdefault((first, after), Unit(first, after, kind, quote))
    return list(units.values())


def _kind(quoted: Sequence[int]) -> str:
    """Return the kind of a stretch from which of its words stand between marks."""
    if not any(quoted):
        return "indirect"
    return "direct" if sum(quoted) >= 0.9 * len(quoted) else "mixed"


def mark_quoted(text: str) -> bytearray:
    """Return 1 for every character between double marks, 0 for all others.

    Marks are paired inside a paragraph, and one that is never closed holds to the paragraph's
    end. A text without any double mark has its curly single marks paired instead.
    """
    inside = bytearray(len(text))
    single = "``" not in text and not any(mark in text for mark in OPENING + CLOSING + '"')
    start = 0
    for match in _BREAK.finditer(text):
        _mark_paragraph(text, start, match.start(), single, inside)
        start = match.end()
    _mark_paragraph(text, start, len(text), single, inside)
    return inside


def _mark_paragraph(text: str, start: int, end: int, single: bool, inside: bytearray) -> None:
    opened: int | None = None
    for place in range(start, end):
        role = _role(text, place, start, end, single, opened is not None)
        if role == "open":
            if opened is not None and text[place] in OPENING:
                inside[opened:place] = b"\1" * (place - opened)
            opened = place + 1
        elif role == "close" and opened is not None:
            inside[opened:place] = b"\1" * (place - opened)
            opened = None
    if opened is not None and opened < end:
        inside[opened:end] = b"\1" * (end - opened)


def _role(text: str, place: int, start: int, end: int, single: bool, is_open: bool) -> str | None:
    """Return whether a character opens or closes a quotation in its paragraph."""
    mark = text[place]
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    if mark in OPENING or (mark == after == "`"):
        return "open"
    if mark in CLOSING or (mark == after == "'"):
        return "close"
    if mark == '"':
        restarts = before.isspace() and after.isalnum()
        return "open" if not is_open or restarts else "close"
    if single and mark == "‘":
        return "open"
    if single and mark == "’" and not after.isalnum():
        return "close"
    return None


def _match(one: Unit, other: Unit) -> float:
    """Return the F1 of the words of two units."""
    shared = min(one.after, other.after) - max(one.first, other.first)
    return max(0.0, 2 * shared / (one.after - one.first + other.after - other.first))


def _within(unit: Unit, outer: Unit) -> bool:
    return outer.first <= unit.first and unit.after <= outer.after


def _pair(gold: Sequence[Unit], found: Sequence[Unit]) -> dict[int, int]:
    """Return found by gold, one to one, best first, earlier ones first."""
    matches = [
        (-_match(unit, other), i, j) for i, unit in enumerate(gold) for j, other in enumerate(found)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for negative, i, j in sorted(matches):
        if -negative >= LEAST_MATCH and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def heads(name: str | None) -> list[str]:
    """Return the head word of every part of a name: “spokesman for the mayor” gives spokesman."""
    found = []
    for part in _CHUNKS.split((name or "").replace("’", "'").strip()):
        before = _COMPLEMENT.split(f" {part} ")[0]
        words = _NAME_WORD.findall((before if before.strip() else part).lower())
        words = [_POSSESSIVE.sub("", word) for word in words]
        while len(words) > 1 and words[-1] in _SUFFIXES:
            words.pop()
        while len(words) > 1 and words[0] in _TITLES:
            words.pop(0)
        found += words[-1:]
    return found


def _is_pronoun(name: str | None) -> bool:
    return bool(name) and str(name).strip().lower() in _PRONOUNS


def _has_name(quote: Record) -> bool:
    """Return whether the article gives a name or a noun for the source."""
    source = quote.get("speaker")
    return bool(source) and (not _is_pronoun(source) or bool(quote.get("names")))


def _speaker_right(gold: Record, given: Record) -> bool:
    """Return whether the speaker is the source; where there is none, none must be given."""
    if not gold.get("speaker") or not given.get("speaker"):
        return not gold.get("speaker") and not given.get("speaker")
    names = [gold["speaker"], *(gold.get("names") or [])]
    return _head_among(given["speaker"], names)


def _named_right(gold: Record, given: Record) -> bool:
    """Return the same, where a pronoun is no answer."""
    name = given.get("resolved") or given.get("speaker")
    if not name or _is_pronoun(name):
        return False
    source = [] if _is_pronoun(gold["speaker"]) else [gold["speaker"]]
    return _head_among(name, [*source, *(gold.get("names") or [])])


def _head_among(name: str, names: Sequence[str]) -> bool:
    main = heads(name)[:1]
    return bool(main) and any(main[0] in heads(other) for other in names)
