"""An entry of the timeline has a date of the article, or says how it is known."""

import pytest

from checked import problems_of, said

TEXT = (
    "Jembatan dibuka 8-12 Mei 2025. Pada Juni 2025 air surut. Kapal tiba Senin (5/5). Dermaga "
    "dibangun pada 1998. Pada Senin (5/5) juga hujan. Sejak Lebaran pasar ramai. Pabrik itu tutup kemarin."
)


def problems_of_entry(entry: str) -> list[str]:
    part = f"timeline:\n  - {{text: A, {entry}}}"
    return said(problems_of(part, text=TEXT, article="id", page="id"))


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("date: 2025-05-08, end: 2025-05-12, as_written: 8-12 Mei 2025", id="period"),
        pytest.param("date: 2025-05-12, as_written: 8-12 Mei 2025", id="the end of a period"),
        pytest.param("date: 2025-05, as_written: 8-12 Mei 2025", id="less than is written"),
        pytest.param("date: 2025-06, as_written: Juni 2025", id="a month"),
        pytest.param("date: 1998, as_written: dibangun pada 1998", id="a year"),
        pytest.param("date: 2025-06-17, as_written: Juni 2025, inferred: Hari pasar.", id="known"),
        pytest.param(
            "date: 2025-06-17, as_written: Juni 2025, source: [https://example.org/a]", id="sourced"
        ),
        pytest.param("date: 2025-05-05, as_written: Pada Senin (5/5), inferred: A.", id="again"),
        pytest.param(
            "date: 2025-03-31, as_written: Lebaran, inferred: Idulfitri 1446.", id="feast"
        ),
    ],
)
def test_a_date_that_is_known_is_right(entry: str) -> None:
    assert problems_of_entry(entry) == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param("date: 2025-06-17, as_written: Juni 2025", "T09 error", id="a day too exact"),
        pytest.param("date: 1998-05, as_written: pada 1998", "T09 error", id="a month too exact"),
        pytest.param("date: 2025-05-10, as_written: 8-12 Mei 2025", "T09 error", id="between"),
        pytest.param(
            "date: 2025-05-05, as_written: Kapal tiba Senin (5/5)", "T09 warning", id="year"
        ),
        pytest.param(
            "date: 2024-05-05, as_written: Kapal tiba Senin (5/5), inferred: A.",
            "T06 warning",
            id="other year",
        ),
        pytest.param(
            "date: 2025-04-05, as_written: Kapal tiba Senin (5/5), inferred: A.",
            "T06 error",
            id="other month",
        ),
        pytest.param(
            "date: 2025-05-08, end: 2025-05-30, as_written: 8-12 Mei 2025",
            "T06 error",
            id="other end",
        ),
        pytest.param(
            "date: 2025-06, end: 2025-07, as_written: Juni 2025", "T06 error", id="no end"
        ),
        pytest.param("date: 2025-03-31, as_written: Lebaran", "T12 error", id="no date"),
        pytest.param("date: 2025-04-30, as_written: tutup kemarin", "T12 warning", id="yesterday"),
    ],
)
def test_a_date_out_of_nowhere_is_not(entry: str, expected: str) -> None:
    assert problems_of_entry(entry) == [expected]
