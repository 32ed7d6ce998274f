"""Page furniture: what stands on the page but not in the article."""

import re
from collections.abc import Iterator

from jelaskan.extract.datelines import find_datelines
from jelaskan.extract.furniture_end import find_end
from jelaskan.extract.furniture_lines import find_lines
from jelaskan.extract.furniture_phrases import compile_phrases
from jelaskan.extract.naming import compile_naming
from jelaskan.extract.teasers import find_teasers
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Furniture

TAG = re.compile(r"(?:</?[A-Za-z][^<>\n]{0,300}>)+(?:\.(?!\S))?")


def find_furniture(article: Article, pack: LanguagePack) -> tuple[Furniture, ...]:
    """Return the words of the page around the article, in text order, none inside another.

    Teasers for other articles, datelines, notices of players and advertising, sign-offs,
    credits, plugs, tags, author notes and copyright lines.
    """
    lowered = lower(article.text)
    lines = list(find_lines(article, lowered, pack))
    starts = frozenset(line.mention.start for line in lines)
    captions = frozenset(line.mention.start for line in lines if line.kind != "sign-off")
    found = [
        *find_datelines(article, compile_naming(pack), captions),
        *find_teasers(article, lowered, pack),
        *_find_interruptions(article, lowered, pack),
        *lines,
        *find_end(article, lowered, pack, starts),
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


def _find_interruptions(article: Article, lowered: str, pack: LanguagePack) -> Iterator[Furniture]:
    """Yield notices that stand inside paragraphs, embeds and tags."""
    text = article.text
    phrases = compile_phrases(pack)
    for phrase, kind in phrases.interruptions:
        at = lowered.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if text[at].isupper() and not (text[end : end + 1].islower()):
                end += text[end : end + 1] in (".", "…")
                yield Furniture(article.mention(at, end), kind, "interruption")
            at = lowered.find(phrase, end)
    for notice in phrases.notices.finditer(text):
        yield Furniture(article.mention(*notice.span()), "advertisement", "notice")
    if "[" in text:
        for embed in phrases.embed.finditer(lowered):
            yield Furniture(article.mention(*embed.span()), "embed", "embed")
    if "<" in text:
        for tag in TAG.finditer(text):
            yield Furniture(article.mention(*tag.span()), "embed", "tag")
