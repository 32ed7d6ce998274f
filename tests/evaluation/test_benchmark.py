"""The benchmark says what extraction costs, and whether time grows with length alone."""

from pathlib import Path

import pytest
from annotated import OWN_SETS
from benchmark import WORST_CASES, is_proportional, main, worst_case


@pytest.mark.parametrize(
    ("costs", "proportional"),
    [
        pytest.param([0.9, 0.5, 0.6], True, id="the same for each KiB"),
        pytest.param([0.5, 0.6, 5.9], False, id="ten times as much when it is ten times longer"),
        pytest.param([0.001, 0.001, 0.03], True, id="too little to measure"),
    ],
)
def test_time_is_in_proportion_where_each_kib_costs_the_same(
    costs: list[float], proportional: bool
) -> None:
    assert is_proportional(costs, True) == proportional


def test_a_text_too_slow_to_make_longer_is_out_of_proportion() -> None:
    assert not is_proportional([0.5], False)


def test_a_worst_case_can_have_another_name_each_time() -> None:
    assert worst_case("NAME said. ", 22) == "Aaaa said. Aaab said. "


def test_the_benchmark_prints_cost_memory_and_every_worst_case(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exit_code = main([str(OWN_SETS["id"]), "--runs", "1", "--largest", "10"])

    printed = capsys.readouterr().out
    assert exit_code == 0
    assert "CPU ms an article" in printed
    assert "MiB" in printed
    assert [name for name in WORST_CASES if name not in printed] == []


def test_a_set_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code = main([str(tmp_path / "none.jsonl")])

    assert exit_code == 2
    assert "none.jsonl: cannot be read" in capsys.readouterr().err
