"""The phrases of page furniture, and the sentences of an article that begin like them."""

import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jelaskan.extract.line_shapes import digits_evened
from jelaskan.extract.naming import Naming, compile_naming
from jelaskan.languages.pack import LanguagePack

WORD = re.compile(r"[^\W\d_]+")
FIRST_WORD = re.compile(r"[^\s:]+")
SPACES = re.compile(r"\s+")
LONGEST_NOTE = 400
"""The longest line, in code points, that a phrase makes furniture."""
LONGEST_WHOLE = 60
"""The longest line, in code points, that is furniture as a whole."""
SHORTEST_NOTICE = 8
"""Shorter notices in capitals may be words of a sentence."""
REPORTED_WORDS = 6
"""How many words between commas name a speaker and a cue."""
SENTENCE_WORDS = 5
"""A line of fewer words is no sentence behind the label that it begins with."""
SIGNED = frozenset({"sign-off", "credit", "copyright", "source note"})
"""Kinds whose phrases stand before a name."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of a pack in the form that lines are looked up in."""

    whole: Mapping[str, str]
    starts: Mapping[str, Sequence[tuple[str, str]]]
    """By first word, longest phrase first; with its kind."""
    interruptions: Sequence[tuple[str, str]]
    notices: re.Pattern[str]
    """Whole lines in capitals, which may stand between two sentences as well."""
    last: Sequence[tuple[str, re.Pattern[str]]]
    """By kind."""
    embed: re.Pattern[str]
    addresses: frozenset[str]
    author_roles: frozenset[str]
    predicates: frozenset[str]
    """Words that say what somebody is: is, adalah."""
    naming: Naming


@functools.cache
def compile_phrases(pack: LanguagePack) -> Phrases:
    """Return the phrases of a pack, ready for use."""
    words = pack.furniture
    starts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, phrases in words.line_starts.items():
        for phrase in phrases:
            starts[phrase.split()[0].removesuffix(":")].append((phrase, kind))
    for listed in starts.values():
        listed.sort(key=lambda pair: -len(pair[0]))
    notices = [
        phrase.upper()
        for phrase in words.whole_lines.get("advertisement", ())
        if len(phrase) >= SHORTEST_NOTICE and phrase.isalpha()
    ]
    return Phrases(
        whole={phrase: kind for kind, listed in words.whole_lines.items() for phrase in listed},
        starts=starts,
        interruptions=sorted(
            ((phrase, kind) for kind, listed in words.interruptions.items() for phrase in listed),
            key=lambda pair: -len(pair[0]),
        ),
        notices=re.compile(rf"(?<=[.?!\"”)\]]\s)(?:{_either(notices)})(?=\s|$)"),
        last=[
            (kind, re.compile("|".join(map(_whole_words, listed)) or "(?!)"))
            for kind, listed in words.last_lines.items()
        ],
        embed=re.compile(rf"\[{{1,2}}(?:{_either(words.embeds)})\b[^\[\]\n]{{0,200}}\]{{1,2}}"),
        addresses=frozenset(words.addresses),
        author_roles=words.author_roles,
        predicates=frozenset(pack.cues.predicates),
        naming=compile_naming(pack),
    )


def _either(phrases: Sequence[str]) -> str:
    return "|".join(map(re.escape, phrases)) or "(?!)"


def _whole_words(phrase: str) -> str:
    """Return the pattern of a phrase that begins and ends with its words: not “pad” in “ipad”."""
    first = r"(?<!\w)" if phrase[0].isalnum() else ""
    return first + re.escape(phrase) + (r"(?!\w)" if phrase[-1].isalnum() else "")


def whole_kind(phrases: Phrases, lowered: str, start: int, end: int) -> str | None:
    """Return the kind of a line that is a phrase and nothing else."""
    if end - start > LONGEST_WHOLE:
        return None
    line = digits_evened(SPACES.sub(" ", lowered[start:end]))
    return phrases.whole.get(line) or phrases.whole.get(line.strip(" .:…-–—|[]<>»!"))


def start_kind(phrases: Phrases, lowered: str, start: int) -> tuple[str, int] | None:
    """Return the kind of the phrase that begins at `start`, and where the phrase ends."""
    word = FIRST_WORD.match(lowered, start, start + 40)
    for phrase, kind in phrases.starts.get(word.group(), ()) if word else ():
        if lowered.startswith(phrase, start):
            return kind, start + len(phrase)
        words = phrase.removesuffix(":")
        end = start + len(words)
        spaced_colon = words != phrase and lowered[end : end + 3].lstrip()[:1] == ":"
        if spaced_colon and lowered.startswith(words, start):
            return kind, lowered.index(":", end) + 1
    return None


def label_kind(phrases: Phrases, lowered: str, start: int) -> tuple[str, int] | None:
    """Return the kind of a label with a colon, the only ones that need no capital."""
    word = FIRST_WORD.match(lowered, start, start + 40)
    listed = phrases.starts.get(word.group(), ()) if word else ()
    if not any(phrase.endswith(":") for phrase, _ in listed):
        return None
    return start_kind(phrases, lowered, start) if ":" in lowered[start : start + 40] else None


def is_sentence(line: str, length: int, kind: str, phrases: Phrases) -> bool:
    """Return whether a line that begins like furniture is a sentence of the article.

    So is what somebody says, “Click here, the letter said, and …”, what no name follows,
    “Penulis: begitulah …”, and what is known already, “Laporan wartawan itu …”.
    `length` is that of the phrase.
    """
    if line[-1] not in '.”"':
        return False
    rest = line[length:].lstrip(" :")
    words = rest.split()
    lowered = line.lower()
    if not words:
        return False
    is_label = line[:length].endswith(":") and kind in SIGNED
    return (
        words[0].lower() in phrases.naming.demonstratives
        or (is_label and rest[0].islower() and len(words) >= SENTENCE_WORDS and "/" not in rest)
        or _is_reported(lowered, length, phrases)
    )


def addresses_reader(line: str, phrases: Phrases) -> bool:
    """Return whether a line in lower case speaks to the reader: your inbox, our newsletter."""
    return not phrases.addresses.isdisjoint(WORD.findall(line))


def _is_reported(line: str, length: int, phrases: Phrases) -> bool:
    """Return whether a cue stands beside a few words between commas: “…, the judge said”."""
    cues = phrases.naming.cues
    to_reader = addresses_reader(line[length:], phrases)
    for piece in line.split(",")[1:]:
        words = piece.strip(' .”"').split()
        if 2 <= len(words) <= REPORTED_WORDS and not cues.isdisjoint(words):
            at_end = words[0] in cues or words[-1] in cues
            if at_end or not to_reader:
                return True
    return False
