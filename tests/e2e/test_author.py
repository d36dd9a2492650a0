"""An author in the program: the terminal goes to an editor, and comes back with the check."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are POSIX")

from bench.terminal import Terminal
from tests.e2e.stage import PROGRAM, Facilitator, environ

EDITOR = """\
import pathlib, sys

file = pathlib.Path(sys.argv[-1])
print("in the editor:", file.name, flush=True)
if line := input():
    with file.open("a", encoding="utf-8") as text:
        text.write(line + "\\n")
"""


def test_a_copy_of_ours_is_changed_in_the_editor(tmp_path: Path) -> None:
    home, script = tmp_path / "home", tmp_path / "editor.py"
    script.write_text(EDITOR, "utf-8")
    env = {**environ(home), "VISUAL": f"'{sys.executable}' '{script}' --wait"}
    with Terminal(PROGRAM, 80, 24, env=env, patience=60) as terminal:
        author = Facilitator(terminal)
        terminal.wait_for(r"1 +Prepare a session")
        author.press("m", "Five steps")
        author.press("e", r"Five steps \(copy\)")
        author.press("enter", "in the editor: five-steps-copy.toml")
        terminal.type("minuts = 4\n")
        author.see("1 thing is wrong", "“minuts”", "minuts = 4")
        # The keys are for the program again, and for the editor the next time.
        author.press("e", "in the editor: five-steps-copy.toml")
        terminal.type("\n")
        author.see("1 thing is wrong")
        author.press("escape", r"five-steps-copy\.toml +! broken")
        terminal.press("escape")
        terminal.wait_for(r"1 +Prepare a session")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == []
    file = home / "methods" / "five-steps-copy.toml"
    assert file.read_text("utf-8").endswith("minuts = 4\n")
