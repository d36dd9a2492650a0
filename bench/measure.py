"""One figure at a time, taken from outside at the moment that bytes are read from the terminal."""

import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Final

from bench.spawn import environment
from bench.subjects import ROOT, TRY, Subject, at, open_in, records
from bench.terminal import NotShownError, Terminal

SENTINEL: Final = "zqx"
"""Typed first, so that what follows it stands nowhere else on the screen."""
LETTERS: Final = "watzoujijhierwillen"
"""Typed over and over, cleared in between; short enough to stay on one row."""
PAUSE: Final = 0.03, 0.02
"""Seconds between two keys, and how much longer it may be: no rhythm that a timer could share."""
REST: Final = 0.4
"""Seconds without output after which nothing is left to be saved."""
LOOK: Final = 0.001
"""Seconds between two looks into the record."""
TITLE: Final = "What we agree on"
"""The moment that a rehearsal of five steps opens with."""


def started(home: Path, command: tuple[str, ...], there: str) -> float:
    """Return the milliseconds from the start of a command to its words on the screen."""
    with open_in(home, command) as terminal:
        terminal.wait_for(there)
        return (terminal.seen_at - terminal.started_at) * 1e3


def ready_to_write(subject: Subject, home: Path, *, crowded: bool) -> Terminal:
    """Return a terminal where letters can be typed."""
    terminal = open_in(home, subject.crowded if crowded else subject.welcome)
    try:
        terminal.wait_for(subject.crowded_there if crowded else subject.welcome_there)
        subject.to_writing(terminal)
        terminal.quiet()
    except BaseException:
        terminal.close()
        raise
    return terminal


def keys_to_paint(terminal: Terminal, count: int) -> list[float]:
    """Type letters; return for each the milliseconds until all that it changed was written."""
    times: list[float] = []
    chance = random.Random(0)  # noqa: S311 - a rhythm is no secret
    while len(times) < count:
        typed = SENTINEL
        terminal.type(typed)
        terminal.wait_for(typed)
        for letter in LETTERS[: count - len(times)]:
            terminal.read_on(PAUSE[0] + chance.random() * PAUSE[1])
            typed += letter
            terminal.press(letter)
            terminal.wait_for(typed)
            times.append((terminal.reads[-1][0] - terminal.sent_at) * 1e3)
        terminal.press("ctrl+u")
        terminal.wait_gone(typed)
    return times


def lines_to_disk(terminal: Terminal, home: Path, count: int) -> list[float]:
    """Add lines; return for each the milliseconds from its paint until it is in the record."""
    times = []
    for number in range(count):
        line = f"line {number} for the disk"
        terminal.type(line)
        terminal.wait_for(line)
        terminal.quiet(REST)  # the half-typed line is on the desk by now
        terminal.press("enter")
        terminal.wait_painted()
        painted = terminal.reads[-1][0]
        end = painted + terminal.patience
        while line not in records(home):
            if time.monotonic() > end:
                raise NotShownError(f"{line!r} did not come in a record under {home}")
            terminal.read_on(LOOK)
        times.append((time.monotonic() - painted) * 1e3)
    return times


def many(count: int, folder: Path) -> list[Path]:
    """Make so many method files in a folder: copies of ours under other ids; return their paths."""
    made = []
    sources = sorted((ROOT / "methods").glob("[en][nl]/*.toml"))
    for number, source in zip(range(count), cycle(sources), strict=False):
        path = folder / source.parent.name / f"{source.stem}-{number}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        made.append(Path(shutil.copy(source, path)))
    return made


def checked(files: Sequence[Path]) -> float:
    """Return the seconds that one call takes to check all these files; they must be right."""
    command = [sys.executable, "-m", "intervisie_tui", "check", *map(str, files)]
    begun = time.monotonic()
    subprocess.run(command, env=environment({}), stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - begun


def told(home: Path, *asked: str) -> float:
    """Return the milliseconds that a command takes to say all that it says."""
    command = [sys.executable, "-m", "intervisie_tui", *asked]
    begun = time.monotonic()
    subprocess.run(command, env=environment(at(home)), stdout=subprocess.DEVNULL, check=True)
    return (time.monotonic() - begun) * 1e3


def saves_to_paint(folder: Path, count: int) -> list[float]:
    """Save a method that is rehearsed; return for each the milliseconds until its new words."""
    method, draft = folder / "rehearsed.toml", folder / "rehearsed.new"
    text = (ROOT / "methods" / "en" / "vijf-stappen.toml").read_text(encoding="utf-8")
    method.write_text(text, encoding="utf-8")
    times = []
    chance = random.Random(0)  # noqa: S311 - as above
    with open_in(folder / "rehearsal", (*TRY, str(method))) as terminal:
        terminal.wait_for(TITLE)
        for number in range(count):
            terminal.quiet()
            terminal.read_on(chance.random() * REST)
            words = f"Agreement {number}"
            draft.write_text(text.replace(TITLE, words), encoding="utf-8")
            saved = time.monotonic()
            draft.replace(method)
            terminal.wait_for(words)
            times.append((terminal.seen_at - saved) * 1e3)
    return times


def at_rest(terminal: Terminal, seconds: float) -> tuple[float, float]:
    """Return the bytes a second and the percentage of one processor without any input."""
    cpu, size, begun = processor(terminal.pid), len(terminal.raw), time.monotonic()
    terminal.read_on(seconds)
    took = time.monotonic() - begun
    return (len(terminal.raw) - size) / took, (processor(terminal.pid) - cpu) / took * 100


def processor(pid: int) -> float:
    """Return the seconds of processor time that a running process has used; Linux only."""
    return time.clock_gettime((~pid << 3) | 2)  # as clock_getcpuclockid(3) makes it


def memory(pid: int) -> float:
    """Return the megabytes that a process holds (resident set); Linux only."""
    pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize() / 1e6
