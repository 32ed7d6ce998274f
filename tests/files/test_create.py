"""A new file is written whole or not at all, and never over another."""

import contextlib
import errno
import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from jelaskan.files.create import create_text


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))  # noqa: PTH208 - hidden files too


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """Let no file be longer than three bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def refuse_links(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def hardlink_to(self: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "hardlink_to", hardlink_to)


@pytest.mark.parametrize("refused", [None, errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_is_written_also_where_there_are_no_links(
    refused: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if refused is not None:
        refuse_links(refused, monkeypatch)
    path = tmp_path / "deep/er/a.txt"

    first = create_text(path, "Café\n", tmp_path)
    second = create_text(path, "other\n", tmp_path)

    assert first is None
    assert str(second) == (
        "deep/er/a.txt:1:1: F10: the file exists and is left as it is\n  hint: rename or move it"
    )
    assert path.read_text(encoding="utf-8") == "Café\n"
    assert names(path.parent) == ["a.txt"]


def test_another_refusal_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_links(errno.EIO, monkeypatch)

    problem = create_text(tmp_path / "a.txt", "a\n", tmp_path)

    assert str(problem).startswith("a.txt:1:1: F11: the file cannot be written: Input/output error")
    assert names(tmp_path) == []


def test_nothing_stays_of_a_file_that_cannot_be_written_to_its_end(tmp_path: Path) -> None:
    with full_disk():
        problem = create_text(tmp_path / "a.txt", "a long line\n", tmp_path)

    assert str(problem).startswith("a.txt:1:1: F11: the file cannot be written: File too large")
    assert names(tmp_path) == []


def test_nothing_stays_of_it_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hardlink_to(self: Path, target: Path) -> None:
        limits.enter_context(full_disk())
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(Path, "hardlink_to", hardlink_to)
    with contextlib.ExitStack() as limits:
        problem = create_text(tmp_path / "a.txt", "a long line\n", tmp_path)

    assert str(problem).startswith("a.txt:1:1: F11: the file cannot be written: File too large")
    assert names(tmp_path) == []


def test_a_file_where_a_folder_belongs_is_named(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("mine\n", encoding="utf-8")

    problem = create_text(tmp_path / "seeds/more/a.txt", "a\n", tmp_path)

    assert str(problem) == (
        "seeds/more/a.txt:1:1: F11: seeds is a file, and a folder is needed there\n"
        "  hint: rename or move it"
    )
    assert names(tmp_path) == ["seeds"]
