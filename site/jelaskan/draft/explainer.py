"""Choose and arrange: the text of a new explainer file."""

import re
from collections.abc import Iterator
from datetime import date

from jelaskan.draft.dates import draft_timeline
from jelaskan.draft.numbers import draft_figures
from jelaskan.draft.parts import Desk, Part, draft_glossary, draft_related
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
    desk = Desk(article, statements, pack, store or Store())
    headline = _headline(desk)
    people, quotations = draft_voices(desk)
    figures = draft_figures(desk)
    timeline = draft_timeline(desk)
    glossary = draft_glossary(desk)
    related = draft_related(desk)
    blocks = [
        _head(desk, headline),
        _review(desk),
        _short_answer(desk),
        _list(desk, "people", people),
        _list(desk, "key_figures", figures),
        _list(desk, "quotations", quotations),
        _comment(desk, "sections") + SECTIONS,
        _list(desk, "timeline", timeline),
        _list(desk, "glossary", glossary),
        _list(desk, "related", related),
    ]
    return "\n".join(block for block in blocks if block)


def _head(desk: Desk, headline: str) -> str:
    """Return the lines that say what the page is."""
    article = desk.article
    lines = [
        write_comment(desk.say("head", path=article.path)),
        write_comment(desk.say("head-how")),
        "\n",
        write_entry("language", article.language),
        write_entry("status", "draft"),
        write_entry("headline", headline),
    ]
    dek = tidy(article.dek or "")
    if dek:
        lines.append(write_entry("dek", dek))
    if _is_day(article.published):
        lines.append(write_entry("published", article.published or ""))
    lines.append(write_entry("based_on", [article.slug]))
    return "".join(lines)


def _headline(desk: Desk) -> str:
    """Return the article's headline, else the beginning of its first sentence."""
    headline = tidy(desk.article.headline or "")
    if headline:
        return headline
    first = next(_first_sentences(desk), "")
    desk.review("headline", desk.say("headline-from-text"))
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


def _review(desk: Desk) -> str:
    """Return the list of doubts."""
    if not desk.reviews:
        return ""
    return (
        write_comment(desk.say("review"))
        + "review:\n"
        + "".join(write_item(entry) for entry in desk.reviews.values())
    )


def _short_answer(desk: Desk) -> str:
    """Return a comment with what an editor can make a short answer of."""
    lines = [write_comment(desk.say("short-answer"))]
    for _, sentence in zip(range(RAW_SENTENCES), _first_sentences(desk), strict=False):
        lines.append(write_comment(f"- {sentence}", hang=2))
    return "".join(lines) + "# short_answer: >-\n"


def _list(desk: Desk, key: str, parts: list[Part]) -> str:
    """Return a list, each item below the place that it came from; nothing for an empty one."""
    if not parts:
        return ""
    lines = [_comment(desk, key), f"{key}:\n"]
    for part in parts:
        if part.comment:
            lines.append(write_comment(part.comment, 2))
        lines.append(write_item(part.value))
    return "".join(lines)


def _comment(desk: Desk, key: str) -> str:
    return write_comment(desk.say(key))


def _is_day(value: str | None) -> bool:
    """Return whether a value is a date as explainers write it."""
    try:
        return value is not None and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
