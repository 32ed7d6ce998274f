"""Which encoding a text has that is not Unicode.

Detectors of encodings weigh dozens of them alike, and take “£27,400” for a word in a DOS code
page. What is met is Windows-1252; so another one counts only where it reads clearly better.
"""

import re
import unicodedata

WESTERN = "cp1252"
IN_WORDS = 0.5
"""From this share of bytes beyond ASCII in a row on, a text is not in Latin letters."""
CLEARLY = 0.05
"""By how much another encoding must read better than Windows-1252."""
WHOLLY = 0.95
"""How well it must read: names of many languages are read wholly by none."""
FEW = 8
"""Fewer letters beyond ASCII are names, and tell nothing."""
MOST = 200_000
"""How many code points are looked at."""

_WEST = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüß",  # German
    "áéíñóúüçàèòï",  # Spanish, Catalan
    "àáâãçéêíóôõúü",  # Portuguese
    "àèéìíîòóùú",  # Italian
    "ëïéèêöüáíóú",  # Dutch
    "åäöéæø",  # Scandinavian, Finnish
    "áðéíóúýþæö",  # Icelandic
)
_EAST = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţ",  # Romanian
    "čćđšž",  # Croatian, Slovene
)
_ALPHABETS = {
    WESTERN: _WEST,
    "cp1250": _EAST,
    "cp1257": ("āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž"),  # Latvian, Lithuanian, Estonian
    "cp1254": ("çğıöşüâîû",),  # Turkish
    "iso8859_2": _EAST,
    "mac_roman": _WEST,
}
"""What the languages of an encoding write beyond ASCII; of equals, the first encoding counts."""
_ROW = re.compile(rb"[\x80-\xff]{3,}")
"""In Latin letters, hardly three of them stand together."""
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1f\x7f]")
_MARKS = frozenset("€‚„…‘’“”•–—\xa0£§©«°´·»".encode(WESTERN))
_BEYOND = re.compile("[^\0-\x7f]")
_BESIDE_LETTERS = frozenset(("Pd", "Zs", "Pi", "Pf", "Cf"))
"""Categories of what may stand between two letters of a word: ’, -, a soft hyphen."""


def read_old(content: bytes) -> tuple[str, str] | None:
    """Return text and the name of its encoding, or nothing for bytes that are no text."""
    beyond = [byte for byte in content if byte >= 0x80]
    if len(_CONTROL.findall(content)) > len(content) / 100:
        return None
    if sum(len(row) for row in _ROW.findall(content)) > IN_WORDS * len(beyond):
        return _detected(content)
    letters = sum(byte not in _MARKS for byte in beyond)
    readings = {encoding: text for encoding in _ALPHABETS if (text := _decode(content, encoding))}
    if not readings:
        return _detected(content)
    likeness = {encoding: _likeness(text, encoding) for encoding, text in readings.items()}
    best = max(likeness, key=lambda encoding: likeness[encoding])
    is_western = WESTERN in readings and (
        letters < FEW or likeness[best] < WHOLLY or likeness[best] - likeness[WESTERN] < CLEARLY
    )
    encoding = WESTERN if is_western else best
    return readings[encoding], encoding


def _detected(content: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    return None if best is None else (str(best), best.encoding)


def _decode(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likeness(text: str, encoding: str) -> float:
    """Return which share of the letters beyond ASCII one language has, at most.

    A sign inside a word counts as a letter of no language, and so does a capital there.
    """
    telling = []
    for found in _BEYOND.finditer(text[:MOST]):
        letter, at = found[0], found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if letter.isalpha():
            is_inside = letter.isupper() and before.islower()
            telling.append("" if is_inside else letter.lower())
        elif unicodedata.category(letter) == "Cc" or (
            before.isalpha()
            and after.isalpha()
            and unicodedata.category(letter) not in _BESIDE_LETTERS
        ):
            telling.append("")
    if not telling:
        return 1.0
    return max(
        sum(letter != "" and letter in alphabet for letter in telling) / len(telling)
        for alphabet in _ALPHABETS[encoding]
    )
