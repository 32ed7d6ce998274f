"""Markdown as plain words: its marks go, and every letter keeps its place in the file."""

import re
from collections.abc import Iterator

from jelaskan.model.origin import Origin, join_pieces, line_starts

_KEPT = "\1"
"""Stands for a letter that a backslash or backticks keep from being a mark."""
_GONE = "\0"
"""Stands for a mark that was found."""
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]|\\(?=\r?\n)")
_CODE = re.compile(r"(?<!`)(`{1,2})(?=[^`\s])([^`\n]{1,300})(\1)(?!`)")
_LINK = re.compile(r"(!?\[)([^\[\]\n]{1,300})(\]\([^\s()][^()\n]{0,600}\))|!\[\]\([^()\n]{1,600}\)")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+", re.MULTILINE)
_BLOCK_QUOTATION = re.compile(r"^ {0,3}(?:>[ \t]?){1,9}", re.MULTILINE)
_RUN = re.compile(r"\*{1,9}|_{1,9}|\n[ \t\0]*\r?\n")
_LONGEST_RUN = 3
"""Stars or lines in a row that can be emphasis; of more of them a form is made."""


def read_markdown(text: str) -> tuple[str, Origin]:
    """Return the words of a Markdown text, and where they stand in it.

    Emphasis, headings, links, code and escapes lose their marks, and pictures go with their
    words. Lists and all line breaks stay, and so does a mark that has no partner.
    """
    marked = list(text)
    for start, end in _find_simple(text, marked):
        marked[start:end] = _GONE * (end - start)
    for start, end in _find_emphasis("".join(marked)):
        marked[start:end] = _GONE * (end - start)
    kept = [offset for offset, letter in enumerate(marked) if letter != _GONE]
    words = "".join(text[offset] for offset in kept)
    return words, Origin(join_pieces(kept), line_starts(text), is_exact=True)


def _find_simple(text: str, marked: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the marks that are known by themselves; letters that they protect are `marked`."""
    for escape in _ESCAPE.finditer(text):
        yield escape.start(), escape.start() + 1
        if escape.end() > escape.start() + 1:
            marked[escape.start() + 1] = _KEPT
    for code in _CODE.finditer("".join(marked)):
        yield code.span(1)
        yield code.span(3)
        marked[code.start(2) : code.end(2)] = _KEPT * len(code[2])
    for link in _LINK.finditer("".join(marked)):
        if link[1] == "[":
            yield link.span(1)
            yield link.span(3)
        else:
            yield link.span()
    for pattern in (_BLOCK_QUOTATION, _HEADING):
        for found in pattern.finditer("".join(marked).replace(_GONE, " ")):
            yield found.span()


def _find_emphasis(marked: str) -> Iterator[tuple[int, int]]:
    """Yield the stars and underscores that stand around words of a paragraph.

    After CommonMark's rules for what opens and what closes; a star between two letters or
    digits, as in a sum, does neither.
    """
    open_: dict[str, list[tuple[int, int]]] = {"*": [], "_": []}
    for run in _RUN.finditer(marked):
        if run[0][0] == "\n":
            open_ = {"*": [], "_": []}
            continue
        start, end, mark = run.start(), run.end(), run[0][0]
        opens, closes = _flanks(marked, start, end)
        while closes and open_[mark] and start < end:
            began, until = open_[mark].pop()
            width = min(until - began, end - start)
            yield until - width, until
            yield start, start + width
            start += width
            if until - width > began:
                open_[mark].append((began, until - width))
        if opens and start < end:
            open_[mark].append((start, end))


def _flanks(marked: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether a run of marks can open and whether it can close emphasis."""
    before = marked[max(0, start - 40) : start].rstrip(_GONE)[-1:] or " "
    after = marked[end : end + 40].lstrip(_GONE)[:1] or " "
    if end - start > _LONGEST_RUN or (end - start == 1 and before.isalnum() and after.isalnum()):
        return False, False
    left = not after.isspace() and (_is_word(after) or not _is_word(before) or before.isspace())
    right = not before.isspace() and (_is_word(before) or not _is_word(after) or after.isspace())
    if marked[start] == "_":
        return left and not _is_word(before), right and not _is_word(after)
    return left, right


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == _KEPT
