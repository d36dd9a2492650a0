"""The program that a user writes texts with."""

import os
import signal
import sys
from pathlib import Path

import pytest

from intervisie_tui.store.editor import edit, editor
from intervisie_tui.store.machine import command_words


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"EDITOR": "nano"}, ["nano"]),
        ({"VISUAL": "code --wait", "EDITOR": "nano"}, ["code", "--wait"]),
        ({"VISUAL": "  ", "EDITOR": "nano"}, ["nano"]),
        ({"EDITOR": '"my editor" -w'}, ["my editor", "-w"]),
        ({"EDITOR": "it's"}, ["it's"]),
        ({}, []),
    ],
)
def test_the_editor_is_the_one_that_the_user_set(environ: dict[str, str], words: list[str]) -> None:
    assert [*editor(environ)] == words


def test_on_windows_a_path_keeps_its_strokes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    assert command_words(r'"C:\My\ed.exe" -w') == [r"C:\My\ed.exe", "-w"]


def test_an_editor_gets_the_file(tmp_path: Path) -> None:
    path = tmp_path / "my method.toml"
    script = "import sys, pathlib; pathlib.Path(sys.argv[2]).write_text(sys.argv[1])"
    edit(path, [sys.executable, "-c", script, "written"])
    assert path.read_text() == "written"


def test_an_editor_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        edit(tmp_path / "x.toml", ["no-such-editor"])


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_an_interrupt_in_the_editor_is_not_for_us(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    script = "import os, signal; os.kill(os.getppid(), signal.SIGINT)"
    edit(tmp_path / "x.toml", [sys.executable, "-c", script])
    assert signal.getsignal(signal.SIGINT) is before
