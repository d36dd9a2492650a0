"""Killed at any moment: what was acknowledged as saved is there when it is resumed."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are POSIX")

from bench.terminal import Terminal
from intervisie_tui.store.files import new_record
from intervisie_tui.store.records import load
from intervisie_tui.store.writer import open_writer
from tests.domain.samples import NINE
from tests.e2e.scribe import words
from tests.e2e.stage import (
    LEADS,
    PEN_IN_HAND,
    ROOT,
    heading,
    in_folder,
    program,
    record,
    records,
    short_session,
    texts,
)

AT_CHANCE = random.Random(20260105)  # noqa: S311 - chance that comes back
STEPS = AT_CHANCE.sample(range(1, 401), 12)
"""At which step of the thread that writes; a save is some forty of them."""

SAVES = AT_CHANCE.sample(range(60), 12)
"""After how many acknowledgements, at whatever the writer is doing just then."""

TYPED = [AT_CHANCE.sample(range(1, 5), 3) for _ in range(2)]
"""In the program itself: after how many lines on the disk of the four that were typed."""


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_of_a_save_loses_nothing_that_was_saved(
    tmp_path: Path, step: int
) -> None:
    path = new_record(tmp_path / "home" / "records", NINE)
    with scribe(path, step, dies=step) as writing:
        told, _ = writing.communicate(timeout=60)
    assert writing.returncode == -signal.SIGKILL
    nothing_is_lost(path, acknowledged=max(map(int, told.split()), default=0))


@pytest.mark.parametrize("saves", SAVES)
def test_a_kill_while_it_writes_loses_nothing_that_was_saved(tmp_path: Path, saves: int) -> None:
    path = new_record(tmp_path / "home" / "records", NINE)
    with scribe(path, saves) as writing:
        assert writing.stdout is not None
        told = [writing.stdout.readline() for _ in range(saves)]
        writing.kill()
        told += writing.stdout.readlines()
    assert writing.returncode == -signal.SIGKILL
    nothing_is_lost(path, acknowledged=max(map(int, told), default=0))


def scribe(path: Path, seed: int, dies: int | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.e2e.scribe", str(path), str(seed)]
    return subprocess.Popen(
        command if dies is None else [*command, str(dies)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
        stdout=subprocess.PIPE,
        text=True,
    )


def nothing_is_lost(path: Path, acknowledged: int) -> None:
    """All that was acknowledged is read, and resuming leaves nothing lying about."""
    if acknowledged or path.exists():
        found = load(path)
        lines = {entry.text for _, entry in found.session.entries()}
        assert lines == {words(number) for number in range(1, len(lines) + 1)}
        assert len(lines) >= acknowledged
        half_typed = int(found.desk.draft.partition(" ")[0] or 0)
        assert half_typed in range(acknowledged, len(lines) + 1)
    writer = open_writer(path)
    assert writer is not None
    assert writer.close(60)
    left = {each.name for each in path.parent.iterdir()}
    assert left <= {path.name, f"{path.stem}.desk.toml"}


@pytest.mark.parametrize("counts", TYPED)
def test_the_program_killed_again_and_again_resumes_with_all_that_was_saved(
    tmp_path: Path, counts: list[int]
) -> None:
    home = tmp_path / "home"
    with program(home, *short_session(home)) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("right")
        terminal.wait_for(heading("Collect"))
        saved = killed_while_typing(terminal, home, "0", counts[0])
    for turn, count in enumerate(counts[1:], 1):
        with program(home, "resume") as terminal:
            resumed_with(terminal, saved)
            saved = killed_while_typing(terminal, home, f"{turn}", count)
    with program(home, "resume") as terminal:
        resumed_with(terminal, saved)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert texts(record(home))[: len(saved)] == saved
    assert in_folder(home) == {".toml", ".desk.toml"}


def killed_while_typing(terminal: Terminal, home: Path, mark: str, count: int) -> list[str]:
    """Type four lines at once, and kill when *count* of them are on the disk: all that are."""
    if terminal.shows(LEADS):
        terminal.press("enter")
        terminal.wait_for(PEN_IN_HAND)
    terminal.wait_for(lambda: records(home))
    before = len(texts(record(home)))
    terminal.type("".join(f"line {mark}{number}\n" for number in range(4)))
    terminal.wait_for(lambda: len(texts(record(home))) >= before + count)
    saved = texts(record(home))
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL
    return saved


def resumed_with(terminal: Terminal, saved: list[str]) -> None:
    terminal.wait_for(heading("Collect"))
    terminal.wait_for(rf"^[\s│]*{len(saved)}  {saved[-1]}$")
