"""Choose and arrange: the text of a new explainer file."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from jelaskan.draft.dates import draft_timeline
from jelaskan.draft.numbers import draft_figures
from jelaskan.draft.offered import fingerprints, write_offered
from jelaskan.draft.parts import (
    Desk,
    Part,
    draft_glossary,
    draft_related,
    review,
    review_of,
    review_of_terms,
)
from jelaskan.draft.places import tidy
from jelaskan.draft.voices import draft_voices
from jelaskan.draft.yaml_text import write_comment, write_entry, write_item
from jelaskan.languages.pack import LanguagePack
from jelaskan.model.article import Article
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store

LONGEST_HEADLINE = 90
SHORTEST_HEADLINE = 60
"""Code points that a sentence keeps, at the least, where it is cut at a comma."""
RAW_SENTENCES = 3
"""How many sentences of the article are shown as raw material of the short answer."""
SECTIONS = "# sections:\n#   - heading: …\n#     body: >-\n#       …\n"

_CLAUSE_END = re.compile(r"[,;:] | [—–-] ")


def draft(
    article: Article, statements: Statements, pack: LanguagePack, *, store: Store | None = None
) -> str:
    """Return the YAML of a new explainer, in the article's language, for an editor to finish.

    Every text in it stands in the article, and a check finds it there again. Comments say
    where a part stands and which rule found it; `review` lists what is doubtful. Speakers
    and terms that the store describes are named by their ids alone.
    """
    desk = Desk(article, statements, pack, store or Store(), wording=pack)
    parts = find_parts(desk)
    offered = fingerprints(parts)
    blocks = [
        _head(desk),
        _review(desk, parts),
        _short_answer(desk),
        write_list(desk, "people", parts["people"]),
        write_list(desk, "key_figures", parts["key_figures"]),
        write_list(desk, "quotations", parts["quotations"]),
        _comment(desk, "sections") + SECTIONS,
        write_list(desk, "timeline", parts["timeline"]),
        write_list(desk, "glossary", parts["glossary"]),
        write_list(desk, "related", parts["related"]),
        remember(desk, chain.from_iterable(offered.values())),
    ]
    return "\n".join(block for block in blocks if block)


def find_parts(desk: Desk) -> dict[str, list[Part]]:
    """Return the parts of each list that a draft has, in the order of the file."""
    people, quotations = draft_voices(desk)
    return {
        "people": people,
        "key_figures": draft_figures(desk),
        "quotations": quotations,
        "timeline": draft_timeline(desk),
        "glossary": draft_glossary(desk),
        "related": draft_related(desk),
    }


def write_list(desk: Desk, key: str, parts: Sequence[Part], *marks: str) -> str:
    """Return a list, each item below its marks and where it came from; nothing for an empty one."""
    items = [write_part(part, *marks) for part in parts]
    first = next((number for number, part in enumerate(parts) if part.is_minor), 0)
    if first:
        items.insert(first, "\n" + write_comment(desk.say("minor"), 2))
    return f"{_comment(desk, key)}{key}:\n{''.join(items)}" if any(items) else ""


def write_part(part: Part, *marks: str, indent: int = 2) -> str:
    """Return an item of a list below its comment; nothing for what is only listed for review."""
    if part.value is None:
        return ""
    comment = " · ".join(filter(None, (*marks, part.place, part.origin)))
    return (write_comment(comment, indent) if comment else "") + write_item(part.value, indent)


def write_review(desk: Desk, entries: Iterable[Mapping[str, str]]) -> str:
    """Return the list of what an editor should look at; nothing for an empty one."""
    items = "".join(write_item(entry) for entry in entries)
    return f"{_comment(desk, 'review')}review:\n{items}" if items else ""


def remember(desk: Desk, offered: Iterable[str]) -> str:
    """Return the comment that keeps what an editor deletes from coming back."""
    lines = write_offered(offered)
    return _comment(desk, "offered") + lines if lines else ""


def _head(desk: Desk) -> str:
    """Return the lines that say what the page is."""
    article = desk.article
    lines = [
        write_comment(desk.say("head", path=article.path)),
        write_comment(desk.say("head-how")),
        "\n",
        write_entry("language", article.language),
        write_entry("status", "draft"),
        write_entry("headline", _headline(desk)),
    ]
    dek = tidy(article.dek or "")
    if dek:
        lines.append(write_entry("dek", dek))
    lines += [
        write_comment(desk.say("published")),
        "# published: …\n",
        write_entry("based_on", [article.slug]),
    ]
    return "".join(lines)


def _headline(desk: Desk) -> str:
    """Return the article's headline, else the beginning of its first sentence."""
    headline = tidy(desk.article.headline or "")
    if headline:
        return headline
    first = next(_first_sentences(desk), "")
    return _shorten(first.removesuffix(".")) or desk.article.slug


def _shorten(sentence: str) -> str:
    """Return a sentence, or as many of its clauses, else words, as a headline holds."""
    if len(sentence) <= LONGEST_HEADLINE:
        return sentence
    ends = [match.start() for match in _CLAUSE_END.finditer(sentence)]
    fitting = [end for end in ends if SHORTEST_HEADLINE <= end <= LONGEST_HEADLINE]
    if fitting:
        return f"{sentence[: fitting[-1]]} …"
    words = sentence[:LONGEST_HEADLINE].rpartition(" ")[0]
    return f"{words or sentence[:LONGEST_HEADLINE]} …"


def _first_sentences(desk: Desk) -> Iterator[str]:
    """Yield the article's sentences, else its lines, from the first."""
    texts = [sentence.text for sentence in desk.statements.sentences]
    for text in texts or desk.article.text.splitlines():
        if tidy(text):
            yield tidy(text)


def _review(desk: Desk, parts: Mapping[str, Sequence[Part]]) -> str:
    """Return the list of doubts, in the order of the file."""
    entries = (
        []
        if tidy(desk.article.headline or "")
        else [review("headline", desk.say("headline-from-text"))]
    )
    entries += [review_of(part) for part in chain(*parts.values()) if part.doubts]
    terms = review_of_terms(desk, parts["glossary"])
    unlike = {tuple(entry.values()): entry for entry in (*entries, *([terms] if terms else ()))}
    return write_review(desk, unlike.values())


def _short_answer(desk: Desk) -> str:
    """Return a comment with what an editor can make a short answer of."""
    lines = [write_comment(desk.say("short-answer"))]
    for _, sentence in zip(range(RAW_SENTENCES), _first_sentences(desk), strict=False):
        lines.append(write_comment(f"- {sentence}", hang=2))
    return "".join(lines) + "# short_answer: >-\n"


def _comment(desk: Desk, key: str) -> str:
    return write_comment(desk.say(key))
