"""What signs an article off: initials, credits, author notes, plugs, tags."""

import re
from collections.abc import Collection, Iterator, Sequence

from jelaskan.extract.furniture_phrases import (
    LONGEST_NOTE,
    Phrases,
    addresses_reader,
    compile_phrases,
    start_kind,
)
from jelaskan.extract.sentences import Span
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture

LAST_LINES = 6
"""How many lines from the end count as the end of an article."""
TAIL = 600
"""How far from the end, in code points, glued sign-offs are looked for."""
TAG_WORDS = 8
NAME_WORDS = 5
"""How many words at most stand before “is a columnist”."""
NOTE_WORDS = 7
"""How many words from the verb on say what an author is."""
SIGNED_OFF = "sign-off"
PLUG = "plug"
AUTHOR_NOTE = "author note"
SIGN_OFF = re.compile(
    r"[\[(](?:(?:\*{1,3}[/,])?[A-Za-z]{2,5}(?:[/,&-][A-Za-z0-9*]{1,12}){0,4}|\*{1,3}"
    r"|[\w.]{3,30}\.(?:com|id|co\.id)"
    r"(?:/[^()\[\]\n]{1,60})?|ant(?:ara)?(?:/[^()\[\]\n]{1,40})?)[\])]\s*$"
)
HASHTAGS = re.compile(r"(?:#\w{1,60}[\s,]{0,3}){2,40}")
HANDLE = re.compile(r"@\w|\d{3}")


def find_end(
    article: Article, lowered: str, pack: LanguagePack, lines_found: Collection[int]
) -> Iterator[Furniture]:
    """Yield what signs an article off.

    `lines_found` has the offsets at which lines begin that are known for furniture.
    """
    text = article.text
    tail = max(0, len(text.rstrip()) - TAIL)
    lines = _last_lines(text)
    phrases = compile_phrases(pack)
    tags = list(_find_tags(article, lowered, lines, phrases))
    passed = {*lines_found, *(tag.mention.start for tag in tags)}
    for number in reversed(range(len(lines))):
        line = lines[number]
        below = [later for later in lines[number + 1 :] if later.start not in passed]
        above = number > 0 and lines[number - 1].start in passed
        kind = _last_kind(text, lowered, line, phrases, closes=not below, above=above)
        if kind is not None and line.start > 0:
            passed.add(line.start)
            yield Furniture(article.mention(*line), kind, "last line")
            continue
        sign_off = SIGN_OFF.search(text, max(line.start, line.end - 120), line.end)
        coded = sign_off and _is_coded(text, sign_off)
        if sign_off and (
            coded or all(start_kind(phrases, lowered, later.start) for later in below)
        ):
            end = sign_off.start() + len(sign_off.group().rstrip())
            yield Furniture(article.mention(sign_off.start(), end), "sign-off", "sign-off")
        hashtags = HASHTAGS.match(text, line.start, line.end)
        if hashtags and hashtags.end() == line.end:
            passed.add(line.start)
            yield Furniture(article.mention(*line), "tags", "tags")
    yield from tags
    yield from _find_glued(article, lowered, tail, pack)
    flowing = lowered[tail:].replace("\n", " ")
    for plug in pack.furniture.plugs:
        at = flowing.find(plug)
        if at >= 0:
            start, end = tail + at, len(text.rstrip())
            yield Furniture(article.mention(start, end), "plug", "plug")


def _last_kind(
    text: str, lowered: str, line: Span, phrases: Phrases, *, closes: bool, above: bool
) -> str | None:
    """Return the kind of a line near the end that a phrase anywhere in it makes furniture.

    A plug speaks to the reader. A note on the author names the author first, and below it
    stands nothing of the article (`closes`).
    """
    if line.end - line.start > LONGEST_NOTE or text[line.start] in "“\"'‘<":
        return None
    words = lowered[line.start : line.end]
    if closes and _presents_author(text[line.start : line.end], phrases):
        return AUTHOR_NOTE
    is_sentence = words[-1] in '.”"'
    for kind, pattern in phrases.last:
        found = pattern.search(words)
        if found is None:
            continue
        if kind == PLUG and is_sentence and not addresses_reader(words, phrases):
            continue
        if kind == AUTHOR_NOTE and not (
            closes and (above or _names(text[line.start : line.end], phrases))
        ):
            continue
        follows = words[found.end() : found.end() + 2].strip()
        directs = (
            kind == SIGNED_OFF and found.group().endswith((" at", " on")) and follows[:1].isalpha()
        )
        if directs and not HANDLE.search(words):
            continue
        return kind
    return None


def _presents_author(line: str, phrases: Phrases) -> bool:
    """Return whether a line says what an author is: “Ann Lee is a health reporter for …”."""
    words = line.split()
    verb = _names(line, phrases)
    if verb < 2 or verb == len(words):
        return False
    described = [word.lower().strip(",.") for word in words[verb : verb + NOTE_WORDS]]
    return described[0] in phrases.predicates and not phrases.author_roles.isdisjoint(described)


def _names(line: str, phrases: Phrases) -> int:
    """Return how many words of a name a line begins with: “*Ann Lee* is a columnist”, 0 if none."""
    words = line.split()
    length = 0
    while length < len(words) and (
        words[length][0].isupper() or words[length] in phrases.naming.connectors
    ):
        length += 1
    is_name = words[0].lower() not in phrases.naming.pronouns
    return length if length <= NAME_WORDS and is_name else 0


def _is_coded(text: str, sign_off: re.Match[str]) -> bool:
    """Return whether initials stand behind the stop of a sentence: “katanya. (ab/cd)”."""
    before = text[max(0, sign_off.start() - 3) : sign_off.start()].rstrip()
    return before[-1:] in '.!?”"' and bool(re.search(r"[a-z]{2}|/", sign_off.group()))


def _last_lines(text: str) -> list[Span]:
    """Return the last lines that are not blank, without outer spaces."""
    lines: list[Span] = []
    end = len(text)
    while end > 0 and len(lines) < LAST_LINES:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            lines.append(Span(first, start + len(line.rstrip())))
        end = start - 1
    return lines[::-1]


def _find_tags(
    article: Article, lowered: str, lines: Sequence[Span], phrases: Phrases
) -> Iterator[Furniture]:
    """Yield the lines after the last sentence that hold a few words in lower case each."""
    tags: list[Span] = []
    for line in reversed(lines):
        words = article.text[line.start : line.end]
        if not words[0].islower() or words[-1] in '.!?”":;)' or "," in words[:-1]:
            break
        if len(words.split()) > TAG_WORDS:
            break
        tags.append(line)
    if not tags or len(tags) == len(lines):
        return
    above = lines[len(lines) - len(tags) - 1]
    signed = SIGN_OFF.search(article.text, max(above.start, above.end - 120), above.end)
    if len(tags) > 1 or signed or start_kind(phrases, lowered, above.start):
        for line in reversed(tags):
            yield Furniture(article.mention(*line), "tags", "tags")


def _find_glued(
    article: Article, lowered: str, tail: int, pack: LanguagePack
) -> Iterator[Furniture]:
    """Yield labels of sign-offs that lost their line break: “…,” katanya.,Reporter: Ani."""
    phrases = compile_phrases(pack)
    for listed in phrases.starts.values():
        for phrase, kind in listed:
            if not phrase.endswith(":"):
                continue
            at = lowered.find(phrase, tail)
            if at > 0 and article.text[at].isupper() and article.text[at - 1] in '.,”")':
                end = len(article.text.rstrip())
                yield Furniture(article.mention(at, end), kind, "glued label")
