"""`intervisie try` in a terminal, while its method is written in an editor beside it."""

import re
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are POSIX")

from tests.e2e.stage import SHORT, Facilitator, heading, program


def saved(file: Path, text: str) -> None:
    """Save the file as an editor does: another one takes its name."""
    other = file.with_suffix(".toml~")
    other.write_text(text, "utf-8")
    other.replace(file)


def test_a_method_is_tried_while_it_is_written(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "mine.toml"
    saved(file, SHORT)
    with program(home, "try", str(file)) as terminal:
        author = Facilitator(terminal)
        terminal.wait_for(heading("Collect"))
        author.see("Rehearsal: nothing is kept · 1× (F6)")
        author.write("what they said")
        author.press("f6", "10×")

        saved(file, SHORT.replace('"Collect"', '"Gather"'))
        terminal.wait_for(heading("Gather"))
        author.see("what they said", "10×")

        saved(file, SHORT.replace("minutes = 5", "minutes = five"))
        terminal.wait_for(r"mine\.toml:7:")
        author.see("minutes = five", "Esc puts this away")
        author.go("Sort")
        author.press("escape", heading("Sort"))
        terminal.wait_gone(re.escape("minutes = five"))

        saved(file, SHORT.replace('"Sort"', '"Put in order"'))
        terminal.wait_for(heading("Put in order"))
        terminal.press("f9")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]
