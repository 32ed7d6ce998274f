"""Datelines: the place, the outlet and the date before the first sentence."""

import re
from collections.abc import Collection, Iterator

from jelaskan.extract.naming import Naming
from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture

LONGEST = 90
"""The longest dateline, in code points."""
PARAGRAPHS = 6
"""How many paragraphs from the top may open with a dateline: headline and dek come first."""
MOST_PLAIN_WORDS = 3
PARAGRAPH = re.compile(r"[^\n]+(?:\n[-–—―][^\n]{0,200})?")
DASH = re.compile(r"[ \t\n]{0,3}\.?[-–—―]{1,3}|[ \t]_(?=[ \t])")
WORD = re.compile(r"[^\s,()|]+")
PLAIN_WORD = re.compile(r"(?:[A-ZÀ-Þ][\w.'’/&-]*|\d{1,2}|\d{4}|of|the|di|de|da|del|al|dan|and)$")
BRACKETED = re.compile(r"\((?:[A-ZÀ-Þ]|\d{1,2}/\d)[^()\n]{0,40}\)")
WIRE = re.compile(r"\s/[A-Z][\w ]{2,30}/")
"""“March 3 /KABARWIRE/ --”: who sends a press release out."""
GLUED = re.compile(r"(?P<head>[A-ZÀ-Þ]{3}[^\n]{0,60}?)-(?=[A-ZÀ-Þ][a-zà-þ]{2})")
"""“JAKARTA-Menteri”: a hyphen without a space."""
LAST_STOP = re.compile(r"[ \t]?[A-ZÀ-Þ][A-Za-zÀ-ÿ ]{2,24}\.(?=\s+[A-ZÀ-Þ“\"])")
"""“KABAR.CO.ID - JAKARTA.”: the place comes last and ends with a stop."""
COLON = re.compile(r"[A-ZÀ-Þ][^:\n]{2,30}:(?=\s)")
WEB_NAME = r"[A-Za-z][\w-]{1,30}(?:\.[A-Za-z]{2,6}){1,2}"
WEB_WORD = re.compile(WEB_NAME)
CAPITALS = re.compile(r"[A-ZÀ-Þ]{3}")
WITHOUT_DASH = re.compile(
    rf"{WEB_NAME},[ \t]?(?:(?:[A-ZÀ-Þ][a-zà-þ]+[ \t])?[A-ZÀ-Þ][a-zà-þ]+(?=[A-ZÀ-Þ“\"])"
    r"|[A-ZÀ-Þ][a-zà-þ]+(?=\s+[A-ZÀ-Þ“\"]))"
)


def find_datelines(
    article: Article, naming: Naming, lines_found: Collection[int]
) -> Iterator[Furniture]:
    """Yield the dateline, “JAKARTA, KABAR.com -”, up to its dash.

    `lines_found` has the offsets at which lines begin that are other furniture.
    """
    text = article.text
    number = -1
    for paragraph in PARAGRAPH.finditer(text):
        start = paragraph.start() + len(paragraph.group()) - len(paragraph.group().lstrip())
        if start in lines_found:
            continue
        number += 1
        if number == PARAGRAPHS:
            return
        limit = min(paragraph.end(), start + LONGEST)
        end = _dateline_end(text, start, limit, number == 0, naming)
        if end is not None:
            yield Furniture(article.mention(start, end), "dateline", "dateline")
            return


def _dateline_end(text: str, start: int, limit: int, first: bool, naming: Naming) -> int | None:
    """Return the offset after a dateline that begins at `start`."""
    end = _without_spaced_dash(text, start, limit, naming)
    if end is not None:
        return end
    for dash in DASH.finditer(text, start, limit):
        spaced = dash.group()[0].isspace() or text[dash.end() : dash.end() + 1].isspace()
        if not spaced and len(dash.group()) == 1 and dash.group() == "-":
            continue
        if text[dash.end() : dash.end() + 30].lstrip()[:1].islower():
            return None
        head = text[start : dash.start()]
        if not spaced and not (CAPITALS.match(head) or WEB_WORD.search(head)):
            return None
        if _is_dateline(head, first, naming):
            stop = LAST_STOP.match(text, dash.end(), limit) if WEB_WORD.fullmatch(head) else None
            return stop.end() if stop else dash.end()
        return None
    without = WITHOUT_DASH.match(text, start, limit + 2)
    return without.end() if without else None


def _without_spaced_dash(text: str, start: int, limit: int, naming: Naming) -> int | None:
    """Return the offset after a dateline without a dash, or with one that touches both words."""
    glued = GLUED.match(text, start, limit)
    if glued is not None:
        head = glued["head"]
        if head.isupper() and head.lower() in naming.places:
            return glued.end()
        if WEB_WORD.search(head) and _is_dateline(head, True, naming):
            return glued.end()
    closed = text.find(")", start, limit) + 1
    opened = text.find("(", start, limit)
    if 0 <= opened < closed and text[opened + 1 : closed - 1].lower() in naming.outlets:
        place = text[start:opened].strip()
        rest = text[closed : closed + 12].lstrip()
        known = not place or place.isupper() or place.split(",")[0].lower() in naming.places
        if known and rest[:1] in ("-", "–", "—", "_") and opened == start:
            return (
                closed
                + text[closed : closed + 12].index(rest[0])
                + len(rest)
                - len(rest.lstrip("-–—_"))
            )
        if known and rest[:1].isupper():
            return closed
    colon = COLON.match(text, start, limit)
    if colon is not None:
        parts = [part.strip().lower() for part in colon.group()[:-1].split(",")]
        if parts[-1] in naming.places and parts[-1] not in naming.countries and len(parts) <= 2:
            return colon.end()
    return None


def _is_dateline(head: str, first: bool, naming: Naming) -> bool:
    """Return whether the words before a dash are place, outlet or date and nothing else."""
    head = WIRE.sub(" ", head)
    bracketed = BRACKETED.search(head)
    words = WORD.findall(BRACKETED.sub(" ", head))
    if not words or not all(PLAIN_WORD.match(word) or WEB_WORD.fullmatch(word) for word in words):
        return False
    if bracketed and bracketed.end() == len(head.rstrip()):
        return True
    if any(WEB_WORD.fullmatch(word) for word in words) or CAPITALS.search(words[0]):
        return True
    if head.split(",")[0].lower() in naming.places and "," in head:
        return first
    return (first and len(words) <= MOST_PLAIN_WORDS) or bool(CAPITALS.search(words[-1]) and first)
