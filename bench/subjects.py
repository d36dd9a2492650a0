"""What is measured, and how each is brought where it is measured.

The words waited for are those of the English edition.
"""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench import bare
from bench.terminal import Terminal

HOME: Final = r"Prepare"
"""Home is there."""
LISTED: Final = r"1 +Prepare"
"""Home is there, and has read what there is: its rows are numbered."""
WELCOME: Final = r"Welcome"
"""The welcome sheet of a prepared session is there."""
AT_THE_CHART: Final = r"Reading out"
"""The moment with the chart that gets most lines is there."""
WRITING: Final = r"Enter alone"
"""What is typed goes to the chart."""
LEAD: Final = "right"
WRITE: Final = "enter"
STOP_WRITING: Final = "escape"
CLOCK: Final = "space"
REGIE: Final = "f2"
QUIT: Final = "ctrl+q"

START: Final = (
    *("start", "vijf-stappen", "--people", "An,Bo,Cem,Dee,Karin", "--case-giver", "Karin"),
)
RESUME: Final = ("resume",)
TRY: Final = (sys.executable, "-m", "intervisie_tui", "try")
"""The command that rehearses the file after it."""

MOST_MOMENTS: Final = 40
"""Moments to pass before what is looked for must have come."""
CROWD: Final = 500
"""Lines on a crowded chart."""
FILES: Final = 1000
"""Method files that are checked in one call."""

ROOT: Final = Path(__file__).parents[1]
SIZE: Final = (120, 40)


@dataclass(frozen=True)
class Subject:
    """A program to measure: its commands, and the way to where one types."""

    name: str
    home: tuple[str, ...]
    """The command that opens what it opens with."""
    home_there: str
    welcome: tuple[str, ...]
    """The command that opens a prepared session."""
    welcome_there: str
    crowded: tuple[str, ...]
    """The command that opens what `crowded_home` left."""
    crowded_there: str
    to_writing: Callable[[Terminal], None]
    """From the welcome sheet, or from what was resumed, to where letters are typed."""
    to_clock: Callable[[Terminal], None]
    """From writing to a running clock and no input."""


def open_in(home: Path, command: tuple[str, ...]) -> Terminal:
    """Start a command with `home` as the folder for its files."""
    return Terminal(command, *SIZE, env=at(home), kitty=True)


def at(home: Path) -> dict[str, str]:
    """Return what a program is to know of where it is."""
    return {
        "INTERVISIE_HOME": str(home),
        "INTERVISIE_LANG": "en",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
    }


def records(home: Path) -> str:
    """Return all that is written in the records under `home`, the desks left out."""
    files = [file for file in (home / "records").glob("*.toml") if ".desk" not in file.suffixes]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def crowded_home(home: Path) -> None:
    """Make a home with one session in it that has `CROWD` lines on a chart."""
    lines = [f"Question {number}: what would you like to keep of it?" for number in range(CROWD)]
    with open_in(home, PROGRAM.welcome) as terminal:
        terminal.wait_for(WELCOME)
        PROGRAM.to_writing(terminal)
        terminal.paste("\n".join(lines))
        terminal.press(WRITE)
        terminal.wait_for(lambda: all(line in records(home) for line in lines))
        terminal.press(STOP_WRITING, QUIT)
        terminal.wait_exit()


def copied(home: Path, to: Path) -> Path:
    """Copy a home, so that it can be measured more than once."""
    return Path(shutil.copytree(home, to))


def lead_to(terminal: Terminal, pattern: str) -> None:
    """Go on from moment to moment until the screen shows a pattern."""
    for _ in range(MOST_MOMENTS):
        terminal.quiet()
        if terminal.shows(pattern):
            break
        terminal.press(LEAD)
        terminal.wait_painted()
    terminal.wait_for(pattern)


def _to_writing(terminal: Terminal) -> None:
    lead_to(terminal, AT_THE_CHART)
    terminal.press(WRITE)
    terminal.wait_for(WRITING)


def _to_the_clock(terminal: Terminal) -> None:
    terminal.press(STOP_WRITING, CLOCK)
    terminal.quiet()


def _nowhere(terminal: Terminal) -> None:
    terminal.quiet()


PROGRAM: Final = Subject(
    "intervisie",
    home=(sys.executable, "-m", "intervisie_tui"),
    home_there=HOME,
    welcome=(sys.executable, "-m", "intervisie_tui", *START),
    welcome_there=WELCOME,
    crowded=(sys.executable, "-m", "intervisie_tui", *RESUME),
    crowded_there=AT_THE_CHART,
    to_writing=_to_writing,
    to_clock=_to_the_clock,
)
BARE: Final = Subject(
    "bare app",
    home=(sys.executable, "-m", "bench.bare"),
    home_there=bare.READY,
    welcome=(sys.executable, "-m", "bench.bare"),
    welcome_there=bare.READY,
    crowded=(sys.executable, "-m", "bench.bare"),
    crowded_there=bare.READY,
    to_writing=_nowhere,
    to_clock=_nowhere,
)
