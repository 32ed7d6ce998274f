"""A file is written anew as a whole, and only over what was read."""

import codecs
import os
from pathlib import Path

import pytest

from jelaskan.files.replace import encode_like, replace_bytes
from jelaskan.files.text_file import read_text


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)

    assert replace_bytes(path, b"old", b"new", tmp_path) is None

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.yaml"]  # noqa: PTH208 - hidden files too


def test_a_link_keeps_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.yaml", tmp_path / "a.yaml"
    real.write_bytes(b"old")
    link.symlink_to(real)

    assert replace_bytes(link, b"old", b"new", tmp_path) is None

    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("mode", "old", "code"),
    [
        pytest.param(0o644, b"older", "F12", id="saved meanwhile"),
        pytest.param(0o444, b"old", "F11", id="read-only"),
    ],
)
def test_a_file_that_is_not_to_be_written_is_left(
    mode: int, old: bytes, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(mode)

    problem = replace_bytes(path, old, b"new", tmp_path)

    assert problem is not None
    assert str(problem).startswith(f"a.yaml:1:1: {code}: ")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.yaml"]  # noqa: PTH208 - hidden files too


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    problem = replace_bytes(tmp_path / "a.yaml", b"", b"new", tmp_path)

    assert problem is not None
    assert problem.code == "F11"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        pytest.param(b"a\xc3\xa9", b"a\xc3\xa9\xe2\x80\x9c", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + b"a", codecs.BOM_UTF8 + b"a\xe2\x80\x9c", id="with a mark"),
        pytest.param(
            codecs.BOM_UTF16_LE + b"a\0", codecs.BOM_UTF16_LE + b"a\0\x1c\x20", id="UTF-16"
        ),
        pytest.param(b"abcd\xc3\xa9\xc3\xa9\xc3\xa9 \xff", None, id="damaged"),
    ],
)
def test_new_text_is_written_as_the_old_was(
    old: bytes, expected: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(old)
    file, _ = read_text(path, tmp_path)
    assert file is not None

    assert encode_like(old, file, file.text + "“") == expected
