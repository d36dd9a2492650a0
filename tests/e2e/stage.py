"""The real program in a terminal of its own: led by its keys, and read back from the disk."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
import tomli

pytest.importorskip("termios", reason="pseudo-terminals are POSIX")

from bench.terminal import Terminal

ROOT: Final = Path(__file__).parents[2]
PROGRAM: Final = (sys.executable, "-m", "intervisie_tui")
GROUP: Final = ("--people", "An,Bo,Cem,Dee,Karin", "--case-giver", "Karin")
FIVE_STEPS: Final = ("start", "vijf-stappen", *GROUP)

LEADS: Final = r"^(Tab .+ )?→ "
"""The footer while plain keys lead; on the closing sheet there is nothing to go on to."""

PEN_IN_HAND: Final = r"^(Tab .+ )?PageDown \S"
"""The footer while plain keys write."""


def environ(home: Path, language: str = "en") -> dict[str, str]:
    """What the program reads from its environment."""
    return {
        "INTERVISIE_HOME": str(home),
        "INTERVISIE_LANG": language,
        "PYTHONPATH": str(ROOT / "src"),
        "TEXTUAL_FPS": "20",
    }


def program(
    home: Path,
    *arguments: str,
    language: str = "en",
    size: tuple[int, int] = (80, 24),
    command: Sequence[str] = PROGRAM,
    kitty: bool = False,
) -> Terminal:
    """The program in a terminal of *size*; on a machine that is busy it may take a while."""
    columns, rows = size
    return Terminal(
        (*command, *arguments),
        columns,
        rows,
        env=environ(home, language),
        kitty=kitty,
        patience=60,
    )


def asked(
    home: Path, *arguments: str, language: str = "en", **env: str
) -> subprocess.CompletedProcess[str]:
    """What a command answers that needs no terminal."""
    return subprocess.run(
        (*PROGRAM, *arguments),
        env={**os.environ, **environ(home, language), **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


SHORT: Final = """\
format = 1
title = "In short"
language = "en"

[[steps]]
title = "Collect"
minutes = 5
speaks = "everyone"
in-turn = true
chart = "Ideas"

[[steps]]
title = "Sort"
minutes = 5
speaks = "case-giver"
chart = "Ideas"
do = "judge"

[[steps]]
title = "Talk"
minutes = 5
speaks = "everyone"

[charts.Ideas]
labels = ["now", "later"]
"""
"""A method of three moments, for what does not need a whole meeting."""


def short_session(home: Path, *more: str) -> tuple[str, ...]:
    """The arguments that begin a session of that method."""
    file = home / "methods" / "in-short.toml"
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.write_text(SHORT, "utf-8")
    return "start", "in-short", *GROUP, *more


class Facilitator:
    """Who leads: each key is pressed when the screen shows what the one before it did."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.pressed: list[str] = []
        """Every key, in order; typed text is not among them."""

    def press(self, key: str, then: str) -> None:
        """Press a key, and wait for what it brings on the screen."""
        self.pressed.append(key)
        self.terminal.press(key)
        self.terminal.wait_for(then)

    def see(self, *words: str) -> None:
        """Wait until the screen shows all of it, as it stands there."""
        for each in words:
            self.terminal.wait_for(re.escape(each))

    def go(self, moment: str, key: str = "right") -> None:
        """Go to a moment, by its heading."""
        self.press(key, heading(moment))

    def write(self, *lines: str) -> None:
        """Write lines on the chart, and lead again."""
        self.press("enter", PEN_IN_HAND)
        for line in lines:
            self.terminal.type(f"{line}\n")
        self.press("escape", LEADS)

    def cards(self, number: int, shows: str) -> None:
        """Press Enter on so many empty lines: each hangs a numbered card."""
        self.press("enter", PEN_IN_HAND)
        for _ in range(number):
            self.terminal.press("enter")
        self.terminal.wait_for(shows)
        self.press("escape", LEADS)


def heading(moment: str) -> str:
    """The first line of the flap, as a pattern: what is done, and which step that is in."""
    return rf"^\s*{re.escape(moment)}\s+(step|stap) \d+ (of|van) \d+$"


def method_file(language: str) -> dict[str, Any]:
    """Vijf stappen, as its author wrote it in that language."""
    text = (ROOT / "methods" / language / "vijf-stappen.toml").read_text("utf-8")
    return tomli.loads(text)


def moments(language: str) -> list[str]:
    """The heading of each moment that a group which knows each other does."""
    found = []
    for step in method_file(language)["steps"]:
        if step.get("phase") == "prepare" or step.get("when") == "first-meeting":
            continue
        for part in step.get("moments", [step]):
            own = "" if part is step else f" · {part['title']}"
            found.append(step["title"] + own)
    return found


# What is on the disk


def record(home: Path) -> Path:
    """The one record there is."""
    (path,) = records(home)
    return path


def records(home: Path) -> list[Path]:
    """All records, without what lies beside them."""
    return [p for p in (home / "records").glob("*.toml") if not p.name.endswith(".desk.toml")]


def read(path: Path) -> dict[str, Any]:
    """A record or a desk, by another reader than the program's."""
    return tomli.loads(path.read_text("utf-8"))


def desk(home: Path) -> dict[str, Any]:
    """What lies on the desk, as it is on the disk; an empty one if there is none."""
    path = record(home)
    path = path.with_name(f"{path.stem}.desk.toml")
    return dict(read(path)["desk"]) if path.exists() else {}


def lines(path: Path, chart: str | None = None) -> list[dict[str, Any]]:
    """The lines of one chart, or of all, without their ids."""
    return [
        {key: value for key, value in entry.items() if key != "id"}
        for sheet in read(path).get("sheets", [])
        if chart in (None, sheet["chart"])
        for entry in sheet.get("entries", [])
    ]


def texts(path: Path) -> list[str]:
    """The words of every line on the wall."""
    return [line.get("text", "") for line in lines(path)]


def in_folder(home: Path) -> set[str]:
    """What is in the folder of records: the ends of all names, after that of the record."""
    stem = record(home).stem
    return {path.name.replace(stem, "") for path in (home / "records").iterdir()}
