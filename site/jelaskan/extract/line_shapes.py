"""Lines that are furniture by their shape: initials, credits, dates, page counts, headlines."""

import functools
import re
from dataclasses import dataclass

from jelaskan.extract.naming import Naming, compile_naming
from jelaskan.languages.pack import LanguagePack

LONGEST_CAPTION = 260
"""The longest caption, in code points, that its credit makes furniture."""
LONGEST_CREDIT = 130
ENDS = '.?!"”'
CREDIT_MARK = re.compile(r"[/|—:…]|\.{3}|\bvia\b", re.IGNORECASE)
SHORTEST_HEADLINE = 6
"""A line of so many words, all in capitals, is the headline of another article."""
LONGEST_HEADLINE = 25
TOP_LINES = 3
"""How many lines at the top may be the article's own headline."""
CODE = re.compile(
    r"[\[(](?:[A-Za-z]{2,6}(?:[/,&;-] ?[A-Za-z0-9*]{1,12}){0,4}|[A-Z]-\d{1,2}|\*{1,3}"
    r"|[\w.-]{3,30}\.(?:com|id|tv|net)(?:[/ -][^()\[\]\n]{1,60})?)[\])]\.?"
)
INITIALS = re.compile(
    r"[a-z]{2,5}(?:/[a-z]{2,5}){1,3}(?:,? ?\([^()\n]{2,60}\))?|[a-z]{2,4} \([^()\n]{2,60}\)"
)
AUTHORS = re.compile(r"[A-Z][A-Z.'’ -]{2,40}(?: \| [A-Z][A-Z.'’ -]{1,40}){1,4}")
WEB_SITE = r"[A-Za-z][\w-]{1,30}\.(?:com|id|co\.id|tv|net|org)"
WEB_NAME = re.compile(WEB_SITE)
MARKS = re.compile(r"_{3,}|\+\d{1,3}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[a-z]{2,6}){1,2}|@\w{2,30}")
BRACKETED = re.compile(r"\[[A-Z“\"‘'][^\[\]\n ]{0,30} [^\[\]\n]{2,180}\]")
CREDIT_FIRST = re.compile(
    r"(?:[A-Z][\w-]{1,30}\.(?:com|id|co\.id)|ANTARA|REUTERS|AFP|EPA|DOK\.?|Dok\.?)/[A-Z][\w'’]+ ?[A-Z(]"
)
CONTACT = re.compile(
    r"(?:[A-Z]\S{1,20} ){1,4}(?:\S{1,12} ){0,3}[\w.+-]{1,40}@[\w.-]{2,60}(?: .{0,80})?"
)
CREDIT_ONLY = re.compile(
    r"(?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w.'’-]{1,20} ?(?:/|\||via) ?[A-Z][\w.'’&-]{1,20}"
    r"(?: [A-Z][\w.'’&-]{1,20}){0,3}"
)
LINKED = re.compile(r"[A-Z][^.!?\n]{3,120}[ :]https?://\S{3,160}")
EXCHANGE = re.compile(r"\([^()\n]{0,4}1 ?= ?[\d.,]+ [^()\n]{2,60}\)")
"""“($1 = 0.88 euros)”: what an agency counts with."""
LONGEST_STAMP = 120
SEPARATORS = re.compile(r"[/|,&\s]+")
DIGITS = re.compile(r"\d{1,6}")
CLOCK = r"(?:,|\||-|–|at)?\s*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?"


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The shapes that words of a pack are part of."""

    stamp: re.Pattern[str]
    """A day, with or without a time."""
    credit: re.Pattern[str]
    """The brackets, or the words, that end a caption."""
    naming: Naming


@functools.cache
def _shapes(pack: LanguagePack) -> _Shapes:
    stamps = "|".join(map(re.escape, sorted(pack.furniture.stamps, key=len, reverse=True)))
    labels = "|".join(map(re.escape, pack.furniture.credit_labels)) or "(?!)"
    months = "|".join(map(re.escape, sorted(pack.times.months, key=len, reverse=True)))
    days = "|".join(map(re.escape, sorted(pack.times.weekdays, key=len, reverse=True)))
    opened = "|".join(map(re.escape, pack.furniture.credits)) or "(?!)"
    date = (
        rf"(?:(?:{days})\.?,?\s*)?(?:\d{{1,2}}\s+(?:{months})\.?,?\s+\d{{4}}"
        rf"|(?:{months})\.?\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})"
    )
    return _Shapes(
        re.compile(
            rf"(?:[A-Z][\w ,]{{2,30}} \| ?)?(?:(?:{stamps or '(?!)'})\s?:?\s?)?{date}(?:\s*{CLOCK})?"
            rf"(?:{date}|\s*\|.{{0,60}})?",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\((?:[^()\n]{{1,40}}[/:;] ?)?(?:{opened})(?![a-z])[^()\n]{{0,80}}\)?\.?$"
            rf"|[^()\n/|]{{2,40}} ?(?:[/|]|—|\bvia) ?(?:{opened})$"
            rf"|(?<![.!?”\"] )\((?:{WEB_SITE})/[^()\n]{{2,60}}\)$"
            rf"|\b(?:Credit|Photo)(?:\.{{3}}|…|: ?| )(?=[A-Z])[^()\n]{{3,60}}/ ?[A-Z][\w .]{{2,40}}$"
            rf"|(?:^|[.!?”\"] )(?:{labels})(?:\.{{3}}|…| ?: ?)[A-Z][^()\n.]{{2,80}}$",
            re.IGNORECASE,
        ),
        compile_naming(pack),
    )


def digits_evened(line: str) -> str:
    """Return a line with 0 for every number: pages are counted, “0 dari 0”."""
    return DIGITS.sub("0", line)


def shape_kind(line: str, number: int, pack: LanguagePack) -> str | None:
    """Return the kind of furniture that a line is by its shape alone.

    `number` counts lines from the top, from 0.
    """
    shapes = _shapes(pack)
    if CODE.fullmatch(line) or INITIALS.fullmatch(line) or AUTHORS.fullmatch(line):
        return "sign-off"
    if MARKS.fullmatch(line) or WEB_NAME.fullmatch(line):
        return "sign-off"
    if DIGITS.search(line) and len(line) <= LONGEST_STAMP and shapes.stamp.fullmatch(line):
        return "time stamp"
    if "@" in line and CONTACT.fullmatch(line):
        return "sign-off"
    if EXCHANGE.fullmatch(line):
        return "source note"
    if "://" in line and LINKED.fullmatch(line):
        return "plug"
    if BRACKETED.fullmatch(line) and line[-2] not in '.”"':
        return "teaser"
    if _is_outlets(line, shapes.naming):
        return "sign-off"
    if len(line) > LONGEST_CAPTION:
        return None
    if CREDIT_FIRST.match(line) or CREDIT_ONLY.fullmatch(line) or _has_credit(line, shapes):
        return "credit"
    if number >= TOP_LINES and line.isupper():
        words = line.split()
        plain = line[-1] not in '.?!:,”"' and line[0].isalpha()
        if plain and SHORTEST_HEADLINE <= len(words) <= LONGEST_HEADLINE:
            return "teaser"
    return None


def _has_credit(line: str, shapes: _Shapes) -> bool:
    """Return whether a line ends in the credit of a caption."""
    tail = line[-LONGEST_CREDIT:]
    if "(" not in tail and (line[-1] in ENDS or not CREDIT_MARK.search(tail)):
        return False
    return bool(shapes.credit.search(line, max(0, len(line) - LONGEST_CREDIT)))


def _is_outlets(line: str, naming: Naming) -> bool:
    """Return whether a line holds names of outlets and nothing else: VOA/AFP."""
    if len(line) > 40 or not line[0].isupper():
        return False
    return all(piece in naming.outlets for piece in SEPARATORS.split(line.lower()) if piece)
