"""Ended from outside, opened twice, or on a disk that refuses: nothing is lost or in the way."""

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are POSIX")

import resource

from bench.terminal import Terminal
from tests.e2e.stage import (
    LEADS,
    PEN_IN_HAND,
    PROGRAM,
    Facilitator,
    desk,
    heading,
    in_folder,
    lines,
    program,
    read,
    record,
    records,
    short_session,
    texts,
)

TOLD_APART = ("sh", "-c", 'trap "" HUP; "$@"; exit $?', "sh", *PROGRAM)
"""Under a shell that alone is told of the closing of its window, and does not mind."""

NOT_TOLD = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh", *PROGRAM)
"""As under `nohup`."""

ENDS: dict[str, tuple[tuple[str, ...], Callable[[Terminal], None]]] = {
    "asked to end": (PROGRAM, lambda terminal: terminal.signal(signal.SIGTERM)),
    "hung up": (PROGRAM, lambda terminal: terminal.signal(signal.SIGHUP)),
    "window closed": (PROGRAM, Terminal.hang_up),
    "window closed, under nohup": (NOT_TOLD, Terminal.hang_up),
    "window closed, nobody told": (TOLD_APART, Terminal.hang_up),
}


@contextmanager
def folder_away(_: Terminal, home: Path) -> Iterator[None]:
    """Where the folder of records was, there is a file."""
    folder, away = home / "records", home / "away"
    folder.rename(away)
    folder.touch()
    try:
        yield
    finally:
        folder.unlink()
        away.rename(folder)


@contextmanager
def full_disk(terminal: Terminal, home: Path) -> Iterator[None]:
    """No file takes more than some bytes, so that a write stops halfway."""
    before = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (1000, before[1]))
    whole = record(home).read_bytes()
    try:
        yield
        assert record(home).read_bytes() == whole
    finally:
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, before)


Refusal = Callable[[Terminal, Path], AbstractContextManager[None]]
TROUBLES: dict[str, tuple[Refusal, str]] = {
    "no folder": (folder_away, r"Saving does not work now \(a file stands")
}
if hasattr(resource, "prlimit"):  # Linux: the limits of another process
    TROUBLES["full"] = full_disk, r"Saving does not work now \(it is too large"


@pytest.mark.parametrize("end", ENDS)
def test_ended_from_outside_all_is_kept_to_the_caret_in_a_half_typed_line(
    tmp_path: Path, end: str
) -> None:
    home, (command, ending) = tmp_path / "home", ENDS[end]
    with program(home, *short_session(home), command=command) as terminal:
        half_typed(terminal, home)
        ending(terminal)
        assert terminal.wait_exit() == 0
        if "closed" not in end:
            assert terminal.left_behind() == []
            assert terminal.text().strip() == ""

    assert texts(record(home)) == ["the first line", ""]
    assert "since" in read(record(home))["session"]
    assert in_folder(home) == {".toml", ".desk.toml"}
    left = desk(home)
    assert (left["writing"], left["draft"], left["caret"]) == (True, "What do you see?", 12)


def half_typed(terminal: Terminal, home: Path) -> None:
    """A running clock, a line, a card, and words with the caret somewhere in them."""
    facilitator = Facilitator(terminal)
    terminal.wait_for("Welcome")
    facilitator.press("right", heading("Collect"))
    facilitator.press("space", r"^\s*● [─▇]")
    facilitator.press("enter", PEN_IN_HAND)
    terminal.type("the first line\n\nWhat see?")
    terminal.wait_for(r"^\s+What see\?")
    terminal.press("left", "left", "left", "left")
    terminal.wait_for(lambda: desk(home).get("caret") == len("What "))
    terminal.type("do you ")
    terminal.wait_for(r"^\s+What do you see\?")


def test_resumed_it_goes_on_at_the_caret(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with program(home, *short_session(home)) as terminal:
        half_typed(terminal, home)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 0
    with program(home, "resume", record(home).stem) as terminal:
        terminal.wait_for(r"^\s+What do you see\?")
        terminal.wait_for(heading("Collect"))
        terminal.wait_for(r"^\s*● [─▇]")
        terminal.type("really ")
        terminal.wait_for(r"^\s+What do you really see\?")
        terminal.press("enter")
        terminal.wait_for(r"^\s+3  What do you really see\?$")
        terminal.press("escape")
        terminal.wait_for(LEADS)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert texts(record(home)) == ["the first line", "", "What do you really see?"]


def test_opened_twice_the_second_is_told_and_only_reads(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with program(home, *short_session(home)) as first, ExitStack() as later:
        first.wait_for("Welcome")
        leader = Facilitator(first)
        leader.press("right", heading("Collect"))
        leader.write("what they said")
        first.wait_for(lambda: records(home) and texts(record(home)) == ["what they said"])

        second = later.enter_context(program(home, size=(100, 30)))
        second.wait_for(r"1  .*In short")
        second.press("1")
        second.wait_for("led in another window; here it can only be read")
        for key in ("right", "space", "tab", "enter", "x", "1", "u", "f10", "delete"):
            second.press(key)
        leader.press("right", heading("Sort"))
        second.wait_for(r"▶ .*Sort")
        assert lines(record(home)) == [{"text": "what they said", "by": 1}]
        assert not {"since", "ended"} & set(read(record(home))["session"])

        second.press("escape")
        second.wait_for("Prepare a session")
        delete_from_records(second)
        second.wait_for("is open, so it")
        assert record(home).exists()
        second.press("escape")
        second.wait_for("Prepare a session")

        leader.press("left", heading("Collect"))
        leader.write("and this")
        first.press("ctrl+q")
        assert first.wait_exit() == 0
        second.press("1")
        second.wait_for(heading("Collect"))
        second.wait_for(LEADS)
        second.wait_for("2  and this")


def delete_from_records(terminal: Terminal) -> None:
    """From home: ask to delete the record that is listed first."""
    terminal.press("r")
    terminal.wait_for(r"^\s*Records$")
    terminal.wait_for("In short")
    terminal.press("delete")
    terminal.wait_for("Delete this record")
    terminal.press("y", "enter")


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_disk_that_refuses_is_told_and_tried_until_it_takes_it(
    tmp_path: Path, trouble: str
) -> None:
    home = tmp_path / "home"
    refuses, reason = TROUBLES[trouble]
    with program(home, *short_session(home)) as terminal:
        facilitator = Facilitator(terminal)
        terminal.wait_for("Welcome")
        facilitator.press("right", heading("Collect"))
        facilitator.write("before it")
        terminal.wait_for(lambda: texts(record(home)) == ["before it"])
        path = record(home)

        with refuses(terminal, home):
            facilitator.write("while it refuses")
            terminal.wait_for(reason)
            facilitator.go("Sort")
            facilitator.press("1", r"^[\s│]*●\s+1  ")
            terminal.wait_for(reason)
        terminal.wait_gone(reason)
        terminal.wait_for(lambda: lines(path) == TAKEN)
        facilitator.go("Talk")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert lines(path) == TAKEN
    assert in_folder(home) == {".toml", ".desk.toml"}


TAKEN = [
    {"text": "before it", "by": 1, "label": "now"},
    {"text": "while it refuses", "by": 1},
]
