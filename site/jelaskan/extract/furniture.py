"""Page furniture: what stands on the page but not in the article."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jelaskan.extract.datelines import find_datelines
from jelaskan.extract.line_shapes import digits_evened, shape_kind
from jelaskan.extract.naming import compile_naming
from jelaskan.extract.sentences import Span
from jelaskan.extract.teasers import find_teasers
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture

LINE = re.compile(r"[^\r\n]+")
FIRST_WORD = re.compile(r"[^\s:]+")
LEAD = re.compile(r"[\s*•·>–—_-]*")
SPACES = re.compile(r"\s+")
LAST_LINES = 6
"""How many lines from the end count as the end of an article."""
TAIL = 600
"""How far from the end, in code points, glued sign-offs are looked for."""
LONGEST_NOTE = 400
"""The longest line, in code points, that a phrase near the end makes furniture."""
REPORTED_WORDS = 5
"""How many words behind the last comma name a speaker."""
TAG_WORDS = 8
BYLINE_LINES = 8
"""How many lines from the top may name the author."""
BYLINE_LENGTH = 100
SIGN_OFF = re.compile(
    r"[\[(](?:[A-Za-z]{2,5}(?:[/,&-][A-Za-z0-9*]{1,12}){0,4}|\*{1,3}|[\w.]{3,30}\.(?:com|id|co\.id)"
    r"(?:/[^()\[\]\n]{1,60})?|ant(?:ara)?(?:/[^()\[\]\n]{1,40})?)[\])]\s*$"
)
TAG = re.compile(r"(?:</?[A-Za-z][^<>\n]{0,300}>)+(?:\.(?!\S))?")
LINK = re.compile(r"(?:https?://|www\.)\S{1,300}")
HASHTAGS = re.compile(r"(?:#\w{1,60}[\s,]{0,3}){2,40}")


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases of a pack in the form that lines are looked up in."""

    whole: Mapping[str, str]
    starts: Mapping[str, Sequence[tuple[str, str]]]
    """By first word, longest phrase first; with its kind."""
    interruptions: Sequence[tuple[str, str]]
    last: Sequence[tuple[str, str]]
    embed: re.Pattern[str]


def find_furniture(article: Article, pack: LanguagePack) -> tuple[Furniture, ...]:
    """Return the words of the page around the article, in text order, none inside another.

    Teasers for other articles, datelines, notices of players and advertising, sign-offs,
    credits, plugs, tags, author notes and copyright lines.
    """
    lowered = lower(article.text)
    found = [
        *find_datelines(article, compile_naming(pack)),
        *find_teasers(article, lowered, pack),
        *_find_interruptions(article, lowered, pack),
        *_find_lines(article, lowered, pack),
        *_find_end(article, lowered, pack),
    ]
    found.sort(key=lambda piece: (piece.mention.start, -piece.mention.end))
    kept: list[Furniture] = []
    for piece in found:
        if not piece.mention.text.strip():
            continue
        if not kept or piece.mention.start >= kept[-1].mention.end:
            kept.append(piece)
    return tuple(kept)


def lower(text: str) -> str:
    """Return a text in lower case, code point for code point, apostrophes and spaces plain."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered.replace("’", "'").replace("‘", "'").replace("\xa0", " ")


@functools.cache
def _phrases(pack: LanguagePack) -> _Phrases:
    words = pack.furniture
    starts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, phrases in words.line_starts.items():
        for phrase in phrases:
            starts[phrase.split()[0].removesuffix(":")].append((phrase, kind))
    for listed in starts.values():
        listed.sort(key=lambda pair: -len(pair[0]))
    return _Phrases(
        whole={phrase: kind for kind, listed in words.whole_lines.items() for phrase in listed},
        starts=starts,
        interruptions=sorted(
            ((phrase, kind) for kind, listed in words.interruptions.items() for phrase in listed),
            key=lambda pair: -len(pair[0]),
        ),
        last=[(phrase, kind) for kind, listed in words.last_lines.items() for phrase in listed],
        embed=re.compile(
            rf"\[{{1,2}}(?:{'|'.join(map(re.escape, words.embeds)) or '(?!)'})\b[^\[\]\n]{{0,200}}\]{{1,2}}"
        ),
    )


def _find_interruptions(article: Article, lowered: str, pack: LanguagePack) -> Iterator[Furniture]:
    """Yield notices that stand inside paragraphs, embeds and tags."""
    text = article.text
    phrases = _phrases(pack)
    for phrase, kind in phrases.interruptions:
        at = lowered.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if text[at].isupper() and not (text[end : end + 1].islower()):
                end += text[end : end + 1] in (".", "…")
                yield Furniture(article.mention(at, end), kind, "interruption")
            at = lowered.find(phrase, end)
    if "[" in text:
        for embed in phrases.embed.finditer(lowered):
            yield Furniture(article.mention(*embed.span()), "embed", "embed")
    if "<" in text:
        for tag in TAG.finditer(text):
            yield Furniture(article.mention(*tag.span()), "embed", "tag")


def _find_lines(article: Article, lowered: str, pack: LanguagePack) -> Iterator[Furniture]:
    """Yield the lines that are furniture by how they begin, or as a whole."""
    phrases = _phrases(pack)
    for number, line in enumerate(LINE.finditer(lowered)):
        lead = LEAD.match(lowered, line.start(), line.end())
        assert lead is not None
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        end = line.start() + len(line.group().rstrip())
        if start >= end:
            continue
        kind = _whole_kind(phrases, lowered, start, end)
        if kind is None and LINK.fullmatch(lowered, start, end):
            kind = "link"
        if kind is None and article.text[lead.end() : lead.end() + 1].islower():
            kind = _colon_kind(phrases, lowered, lead.end())
        elif kind is None:
            kind = _start_kind(phrases, lowered, lead.end())
            if kind is not None and _is_reported(lowered[start:end], pack):
                kind = None
        if kind is None and not _is_inside_sentence(article.text, start, end):
            kind = shape_kind(article.text[start:end], number, pack)
        if kind is None and number < BYLINE_LINES and end - start <= BYLINE_LENGTH:
            kind = _byline_kind(article.text[start:end], pack)
        if kind is not None and end - start <= LONGEST_NOTE:
            yield Furniture(article.mention(start, end), kind, "line")


def _is_reported(line: str, pack: LanguagePack) -> bool:
    """Return whether a line ends as a sentence that somebody says: “Klik …, kata Ani”."""
    rest = line.rpartition(",")[2].split()
    cues = compile_naming(pack).cues
    return (
        line[-1] == "."
        and "," in line
        and 2 <= len(rest) <= REPORTED_WORDS
        and any(word in cues for word in (rest[0], rest[-1].rstrip(".")))
    )


def _is_inside_sentence(text: str, start: int, end: int) -> bool:
    """Return whether a line is a piece of a sentence that was broken at its links."""
    if text[start] in "([":
        return False
    before = text[max(0, start - 4) : start].rstrip()[-1:]
    after = text[end : end + 4].lstrip()[:1]
    return before not in ("", *'.!?”")]') and (after.islower() or after in (*",;", ""))


def _byline_kind(line: str, pack: LanguagePack) -> str | None:
    """Return the kind of a line that names the author: “By Ann Lee, Politics Editor”."""
    words = line.rstrip(".").split()
    if len(words) < 3 or words[0].lower() not in pack.furniture.bylines:
        return None
    named = words[1][0].isupper() and words[2][0].isupper()
    plain = sum(word[0].islower() for word in words[1:])
    return "byline" if named and plain <= 2 and "." not in line[:-1] else None


def _whole_kind(phrases: _Phrases, lowered: str, start: int, end: int) -> str | None:
    if end - start > 60:
        return None
    line = digits_evened(SPACES.sub(" ", lowered[start:end]))
    return phrases.whole.get(line) or phrases.whole.get(line.strip(" .:…-–—|[]<>»"))


def _start_kind(phrases: _Phrases, lowered: str, start: int) -> str | None:
    """Return the kind of the phrase that begins at `start`."""
    word = FIRST_WORD.match(lowered, start, start + 40)
    for phrase, kind in phrases.starts.get(word.group(), ()) if word else ():
        if lowered.startswith(phrase, start):
            return kind
        words = phrase.removesuffix(":")
        end = start + len(words)
        spaced_colon = words != phrase and lowered[end : end + 3].lstrip()[:1] == ":"
        if spaced_colon and lowered.startswith(words, start):
            return kind
    return None


def _colon_kind(phrases: _Phrases, lowered: str, start: int) -> str | None:
    """Return the kind of a label with a colon, the only ones that need no capital."""
    word = FIRST_WORD.match(lowered, start, start + 40)
    listed = phrases.starts.get(word.group(), ()) if word else ()
    if not any(phrase.endswith(":") for phrase, _ in listed):
        return None
    return _start_kind(phrases, lowered, start) if ":" in lowered[start : start + 40] else None


def _find_end(article: Article, lowered: str, pack: LanguagePack) -> Iterator[Furniture]:
    """Yield what signs an article off: initials, notes, plugs, tags."""
    text = article.text
    tail = max(0, len(text.rstrip()) - TAIL)
    lines = _last_lines(text)
    phrases = _phrases(pack)
    tags = list(_find_tags(article, lowered, lines, phrases))
    tagged = {tag.mention.start for tag in tags}
    for number, line in enumerate(lines):
        words = lowered[line.start : line.end]
        if line.end - line.start <= LONGEST_NOTE and text[line.start] not in "“\"'‘<":
            kind = next((kind for phrase, kind in phrases.last if phrase in words), None)
            if kind is not None and line.start > 0:
                yield Furniture(article.mention(*line), kind, "last line")
                continue
        sign_off = SIGN_OFF.search(text, max(line.start, line.end - 120), line.end)
        below = [later for later in lines[number + 1 :] if later.start not in tagged]
        coded = sign_off and _is_coded(text, sign_off)
        if sign_off and (
            coded or all(_start_kind(phrases, lowered, later.start) for later in below)
        ):
            end = sign_off.start() + len(sign_off.group().rstrip())
            yield Furniture(article.mention(sign_off.start(), end), "sign-off", "sign-off")
        hashtags = HASHTAGS.match(text, line.start, line.end)
        if hashtags and hashtags.end() == line.end:
            yield Furniture(article.mention(*line), "tags", "tags")
    yield from tags
    yield from _find_glued(article, lowered, tail, pack)
    flowing = lowered[tail:].replace("\n", " ")
    for plug in pack.furniture.plugs:
        at = flowing.find(plug)
        if at >= 0:
            start, end = tail + at, len(text.rstrip())
            yield Furniture(article.mention(start, end), "plug", "plug")


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
    article: Article, lowered: str, lines: Sequence[Span], phrases: _Phrases
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
    if len(tags) > 1 or signed or _start_kind(phrases, lowered, above.start):
        for line in reversed(tags):
            yield Furniture(article.mention(*line), "tags", "tags")


def _find_glued(
    article: Article, lowered: str, tail: int, pack: LanguagePack
) -> Iterator[Furniture]:
    """Yield labels of sign-offs that lost their line break: “…,” katanya.,Reporter: Ani."""
    phrases = _phrases(pack)
    for listed in phrases.starts.values():
        for phrase, kind in listed:
            if not phrase.endswith(":"):
                continue
            at = lowered.find(phrase, tail)
            if at > 0 and article.text[at].isupper() and article.text[at - 1] in '.,”")':
                end = len(article.text.rstrip())
                yield Furniture(article.mention(at, end), kind, "glued label")
