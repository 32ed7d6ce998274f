"""Which words of an article stand outside of quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jelaskan.check.marks import words_outside_marks
from jelaskan.model.article import Mention


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        pytest.param("“We wait,” she said.", "she said.", id="curly"),
        pytest.param('"We wait," she said.', "she said.", id="straight"),
        pytest.param("„Wir warten“, sagte sie.", "sagte sie.", id="low and high"),
        pytest.param("«On attend», dit-elle.", "dit-elle.", id="angled"),
        pytest.param("‘We don’t wait,’ she said.", "she said.", id="single, with an apostrophe"),
        pytest.param(
            "She's here. 'We wait,' he said.", "She's here. he said.", id="straight single"
        ),
        pytest.param('“We wait," she said.', "she said.", id="a pair of two kinds"),
        pytest.param('“We wait.”"And hope," she said.', "she said.", id="without a space"),
        pytest.param("“We wait,\nshe said.\n“No.”", "she said.", id="never closed"),
        pytest.param("She said “we wait\nand hope” again.", "She said again.", id="over a line"),
        pytest.param("‚Wir warten‘, sagte sie.", "sagte sie.", id="low and high, single"),
        pytest.param("‹On attend›, dit-elle.", "dit-elle.", id="angled, single"),
        pytest.param('A 5" pipe bursts', 'A 5" pipe bursts', id="inches"),
        pytest.param('We wait," she said.', 'We wait," she said.', id="never opened"),
        pytest.param('She said:" We wait."', 'She said:"', id="opened before a space"),
        pytest.param("The '90s were calm", "The '90s were calm", id="a decade"),
        pytest.param(
            "'Tis over\nfor workers'", "'Tis over for workers'", id="an apostrophe before"
        ),
        pytest.param("Jose\u0301's wait", "Jose\u0301's wait", id="an apostrophe behind an accent"),
        pytest.param("No marks at all", "No marks at all", id="none"),
    ],
)
def test_words_are_inside_or_outside(text: str, outside: str) -> None:
    assert " ".join(words_outside_marks(text, Mention(0, text))) == outside


@given(st.text("ab “”\"'‘’«»„\n.", max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    outside = words_outside_marks(text, Mention(0, text))

    assert len(outside) <= len(text.split())
