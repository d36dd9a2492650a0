"""`intervisie regie` in a second terminal: it follows the session, and only reads."""

from pathlib import Path

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are POSIX")

from bench.terminal import Terminal
from tests.e2e.stage import Facilitator, heading, lines, program, record, records, short_session

EVERY_KEY = ("right", "pagedown", "left", "space", "tab", "enter", "x", "1", "u", "f2", "b", "r",
             "f8", "f10", "delete", "a", "+", "s", "d", "m", "n", "w", "g", "t")  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def led_and_followed(home: Path, leader: Terminal, reader: Terminal) -> Facilitator:
    """Both at the first moment."""
    facilitator = Facilitator(leader)
    leader.wait_for("Welcome")
    facilitator.press("right", heading("Collect"))
    reader.wait_for(r"▶ .*Collect")
    assert record(home).exists()
    return facilitator


def test_the_regie_follows_whatever_is_done(home: Path) -> None:
    with (
        program(home, *short_session(home)) as leader,
        regie(home, leader) as reader,
    ):
        facilitator = led_and_followed(home, leader, reader)
        reader.wait_for("stands still")
        facilitator.press("space", r"^\s*● [─▇]")
        reader.wait_for("● running")
        facilitator.press("+", "6 min left")
        reader.wait_for("running · 6 min")
        reader.wait_for("1 min behind")
        for moment in ("Sort", "Talk", "Sort"):
            facilitator.press("left" if leader.shows("step 3") else "right", heading(moment))
            reader.wait_for(rf"▶ .*{moment}")
            reader.wait_for("stands still")
        facilitator.press("u", "Undone")
        reader.wait_for("▶ .*Talk")
        facilitator.press("f2", "▶ .*Talk")
        leader.press("n")
        leader.wait_for("A note for yourself")
        leader.type("watch Bo\n")
        reader.wait_for("watch Bo")
        facilitator.press("f2", heading("Talk"))
        assert not leader.shows("watch Bo")


def test_no_key_in_the_regie_changes_the_record(home: Path) -> None:
    with (
        program(home, *short_session(home)) as leader,
        regie(home, leader) as reader,
    ):
        facilitator = led_and_followed(home, leader, reader)
        facilitator.write("what they said")
        leader.wait_for(lambda: lines(record(home)) == [{"text": "what they said", "by": 1}])
        before = record(home).read_bytes()
        reader.press(*EVERY_KEY)
        reader.press("q")
        assert reader.wait_exit() == 0
        assert reader.left_behind() == []
        assert record(home).read_bytes() == before
        facilitator.go("Sort")


def test_the_regie_tells_that_the_session_was_closed(home: Path) -> None:
    with (
        program(home, *short_session(home)) as leader,
        regie(home, leader) as reader,
    ):
        facilitator = led_and_followed(home, leader, reader)
        facilitator.press("f10", "Thank you all")
        facilitator.press("enter", "What do we keep")
        facilitator.press("1", "Erase everything")
        leader.press("y", "enter")
        leader.wait_for(r"Everything is erased\.")
        assert records(home) == []
        reader.wait_for("The record is gone: the session was closed")
        reader.press("escape")
        assert reader.wait_exit() == 0


def regie(home: Path, leader: Terminal) -> Terminal:
    """The second terminal, opened as soon as there is something to read."""
    leader.wait_for(lambda: records(home))
    return program(home, "regie", size=(100, 30))
