"""Saved pages are read whatever is in them, and their words keep their places."""

import pytest

from jelaskan.files.text_file import TextFile
from jelaskan.read.html_places import find_places
from jelaskan.read.seed import parse_seed
from support import assert_in_proportion

ARTICLE = "".join(
    f"<p>The ferry to pier {number} will stay in port until Friday, the harbour master said on "
    "Thursday, because a storm has torn two of the ropes that hold the floating bridge.</p>"
    for number in range(6)
)
PAGE = (
    f"---\nlanguage: en\n---\n<html><body><article><h1>Ferry stays in port</h1>{ARTICLE}</article>"
)


def read(html: str) -> None:
    article, problems = parse_seed(TextFile(html, "utf-8", "seeds/ferry.html"))
    assert article is not None, problems


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p class='a>b' id=c>", id="a bracket in an attribute"),
        pytest.param("<p title=it's>", id="a quotation mark in a bare attribute"),
        pytest.param("<br/><p>", id="a tag that closes itself"),
        pytest.param("<title/>", id="a title of a drawing"),
        pytest.param("<!-- <p> Sea -->", id="a comment"),
        pytest.param("<!-->", id="an empty comment"),
        pytest.param("<![CDATA[x]><![C y><!><?a?>", id="broken declarations"),
        pytest.param("</ p></>", id="broken end tags"),
        pytest.param("<SCRIPT>if (a<b) 'Sea'</Script >", id="a script"),
        pytest.param("<script>'</scripts>Sea'</script>", id="a script with the end of another tag"),
    ],
)
def test_words_are_found_behind_markup(html: str) -> None:
    page = f"{html}Sea &eacute;&#233;&am; AT&T <b"

    origin, missing = find_places("Sea éé&am; AT&T\n", page)

    assert missing is None
    assert origin.offset(0) == len(html)
    assert origin.offset(10) == page.index("; A")
    assert origin.offset(14) == page.index("T <b")


def test_what_is_never_closed_hides_the_rest() -> None:
    for opened in ("<!--", "<p class='", "<script>", "<a b=c"):
        assert find_places("Sea\n", f"{opened} Sea")[1] == 0


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<a b='",
        "<a b=\"'> ",
        "</a",
        "<!-- ",
        "-/><!--",
        "<![CDATA[",
        "<![C ",
        "<!",
        "<? ",
        "&am",
        "&#",
        "<script>",
        "<template>",
        "<div>",
        "<table><tr><td>",
        "<p>Sea</p>",
        "<li>- a</li>",
        "<p>&eacute;</p>",
        "<h2>Sea</h2>",
        "<meta name=author content=Ada>",
        "<script type='application/ld+json'>{[</script>",
    ],
)
def test_reading_a_page_grows_in_proportion(piece: str) -> None:
    assert_in_proportion(lambda text: read(PAGE + text), piece, length=10_000)


def test_lines_that_the_page_does_not_have_are_given_up() -> None:
    def find(text: str) -> None:
        assert find_places(text, text.replace("a", "<i>-</i>a"))[1] == 0

    assert_in_proportion(find, "The sea is as high as the quay.\n", length=60_000)
