"""HTML and CSS without what a browser does not need: a page should cost its reader little."""

import functools
import re

from markupsafe import Markup

KEPT = r"(?P<kept><(?P<tag>pre|style|script)\b.*?</(?P=tag)>)"
BLOCKS = (
    "html head meta title link style script body header main footer nav section div h1 h2 h3 h4 p"
    " ul ol li dl dt dd blockquote figure figcaption table caption thead tbody tr th td aside"
    " details summary svg path circle text"
)
BREAK = rf"\n\s*(?P<block>(?=</?(?:{BLOCKS.replace(' ', '|')})\b))?"
"""A line break and indentation. Before these elements it means nothing, elsewhere a space."""

SUPERFLUOUS = re.compile(f"{KEPT}|{BREAK}", re.DOTALL)

FLOW = "p|div|[uod]l|blockquote|section|table|figure|h[1-6]|header|pre|aside|details|nav"
IMPLIED = "|".join(
    (
        "</li>(?=<li|</[uo]l>)",
        "</d[td]>(?=<d[td])",
        "</dd>(?=</d(?:l|iv)>)",
        "</t[dh]>(?=<t[dh]|</tr>)",
        "</tr>(?=<tr|</t(?:body|head)>)",
        "</thead>(?=<tbody)",
        "</tbody>(?=</table>)",
        rf"</p>(?=<(?:{FLOW})\b|</(?:li|dd|td|div|section|blockquote|figcaption|aside|header)>)",
    )
)
"""End tags that HTML lets a writer leave out, where what follows ends the element."""

WORDY = re.compile(rf"{KEPT}|(?P<tag_open><[a-z][^<>]*[^/<>]>)|(?:{IMPLIED})", re.DOTALL)
PLAIN_VALUE = re.compile(r'="([\w.:#,;%+-]+(?:/[\w.:#,;%+-]+)*)"(?=[\s>])', re.ASCII)
"""An attribute's value that needs no quotation marks; one that ends in a slash keeps them."""

STRING = re.compile(r'("(?:[^"\\\n]|\\.)*")')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def minify_html(html: str) -> str:
    """Return a page without white space, end tags and quotation marks that mean nothing.

    `pre`, `style` and `script` elements stay as they are.
    """
    return WORDY.sub(_terse, SUPERFLUOUS.sub(_shorter, html))


def _shorter(match: re.Match[str]) -> str:
    if match["kept"] is not None:
        return match["kept"]
    return "\n" if match["block"] is None else ""


def _terse(match: re.Match[str]) -> str:
    if match["kept"] is not None:
        return match["kept"]
    return PLAIN_VALUE.sub(r"=\1", match["tag_open"] or "")


@functools.lru_cache(maxsize=64)
def minify_css(css: str) -> Markup:
    """Return a style sheet without comments and white space that mean nothing.

    Strings keep theirs. `</` cannot end the element early.
    """
    pieces = STRING.split(COMMENT.sub("", css))
    for number in range(0, len(pieces), 2):
        piece = re.sub(r"\s+", " ", pieces[number])
        piece = re.sub(r" ?([{};,>]) ?", r"\1", piece)
        pieces[number] = re.sub(r"(?<=[{;(])([\w-]+): ", r"\1:", piece).replace(";}", "}")
    return Markup("".join(pieces).strip().replace("</", r"<\/"))
