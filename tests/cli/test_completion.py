"""What a shell completes, and the version."""

import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from jelaskan.cli import main
from support import Run, install_command

SCRIPT = """
eval "$(_JELASKAN_COMPLETE=bash_source jelaskan)"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_jelaskan_completion jelaskan
printf '%s\\n' "${COMPREPLY[@]}"
"""


def completed(folder: Path, *words: str) -> list[str]:
    """Return what bash offers for the last of the words that were typed in a folder."""
    result = subprocess.run(
        ["bash", "-c", SCRIPT, "bash", *words],
        cwd=folder,
        env=install_command(folder / "bin"),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return result.stdout.split()


def test_bash_completes_commands(tmp_path: Path) -> None:
    assert completed(tmp_path, "jelaskan", "") == sorted(main.commands)


def test_bash_completes_options(tmp_path: Path) -> None:
    assert completed(tmp_path, "jelaskan", "build", "--ver") == ["--verbose"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(("",), ["2024-12-03-bridge", "market", "rice"], id="all"),
        pytest.param(("--update", "ma"), ["market"], id="begun"),
        pytest.param(("market", ""), ["2024-12-03-bridge", "rice"], id="not twice"),
        pytest.param(("--root", "elsewhere", ""), ["tram"], id="of another site"),
    ],
)
def test_bash_completes_slugs(tmp_path: Path, typed: tuple[str, ...], expected: list[str]) -> None:
    for path in (
        "rice.md",
        "market.txt",
        "2024.12.03 Bridge.HTML",
        "notes.pdf",
        ".hidden.txt",
        "../elsewhere/seeds/tram.txt",
    ):
        seed = tmp_path / "seeds" / path
        seed.parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "elsewhere" / "seeds").mkdir(parents=True, exist_ok=True)
        seed.touch()
    (tmp_path / "seeds" / "picture_files").mkdir()

    assert completed(tmp_path, "jelaskan", "draft", *typed) == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str, tmp_path: Path) -> None:
    result = subprocess.run(
        ["jelaskan"],
        env=install_command(tmp_path / "bin") | {"_JELASKAN_COMPLETE": f"{shell}_source"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert f"_JELASKAN_COMPLETE={shell}_complete" in result.stdout


def test_the_version_is_the_package_s(jelaskan: Run) -> None:
    result = jelaskan("--version")

    assert result.returncode == 0
    assert result.stdout.rstrip().endswith(f"version {version('jelaskan')}")
