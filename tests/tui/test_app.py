"""The program as a whole: from room to room, what is kept on the way, and the settings."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from rich.segment import ControlType, Segment
from textual.color import Color

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.store.files import new_record
from intervisie_tui.store.home import Settings
from intervisie_tui.store.records import Record, load
from intervisie_tui.store.writer import Writer, open_writer
from intervisie_tui.tui.app import IntervisieApp
from intervisie_tui.tui.screens.home import HomeScreen
from intervisie_tui.tui.screens.session import SessionScreen
from intervisie_tui.tui.unseen import Unseen
from tests.conftest import Clock
from tests.domain.samples import FIVE, NINE, prepared, texts, under_way, where, written
from tests.tui.stage import Stage, led, opened

READING: Final = written("explore.read", "one")


def records(home: Path) -> list[Path]:
    return [path for path in (home / "records").glob("*.toml") if "desk" not in path.name]


def on_disk(home: Path, session: Session, desk: Desk | None = None) -> Record:
    """A record of that session, as it was left."""
    path = new_record(home / "records", session.made)
    writer = open_writer(path, settle=0)
    assert writer is not None
    writer.put(session, desk or Desk())
    assert writer.close(10)
    return load(path)


def writer_of(stage: Stage) -> Writer:
    """Who writes the record of the session that is led."""
    assert isinstance(stage.app, IntervisieApp)
    assert stage.app._writer is not None
    return stage.app._writer


# From room to room


async def test_it_opens_at_home(clock: Clock) -> None:
    async with opened(clock) as stage:
        assert stage.on_top == "HomeScreen"


async def test_a_session_that_is_begun_hangs_on_its_welcome_sheet(clock: Clock, home: Path) -> None:
    async with opened(clock, prepared()) as stage:
        assert "Welcome" in stage.said()
        await stage.press("right")
        await stage.press("right", "enter", "h", "i")
        session, desk = stage.session, stage.desk
    (record,) = records(home)
    assert load(record).session == session
    assert load(record).desk == desk


async def test_home_begins_what_was_prepared(clock: Clock) -> None:
    async with opened(clock) as stage:
        stage.app.screen.post_message(HomeScreen.Begin(prepared()))
        assert await stage.leads()
        await stage.settle()
        assert "Welcome" in stage.said()


async def test_resume_is_exact(clock: Clock, home: Path) -> None:
    desk = Desk(selected=1, writing=True, draft="half a lin", caret=4)
    record = on_disk(home, READING, desk)
    async with opened(clock, record) as stage:
        assert stage.session == READING
        assert stage.desk == desk
        assert "half a lin" in stage.said()


async def test_a_session_is_resumed_on_the_face_of_the_group(clock: Clock, home: Path) -> None:
    record = on_disk(home, room.note(READING, "Bo is quiet."), Desk(face="regie"))
    async with opened(clock, record) as stage:
        assert "Bo is quiet." not in stage.said()
        assert "one" in stage.said()
        assert stage.desk == Desk()


async def test_a_lent_keyboard_is_back_when_a_session_is_resumed(clock: Clock, home: Path) -> None:
    record = on_disk(home, READING, Desk(lent=True, writing=True, draft="half a li", caret=9))
    async with opened(clock, record) as stage:
        assert stage.desk == replace(record.desk, lent=False)
        await stage.press("escape", "right")
        assert stage.session.at != READING.at


async def test_a_blank_sheet_stays_blank_until_it_is_taken_down(clock: Clock, home: Path) -> None:
    record = on_disk(home, READING, Desk(blank=True, face="regie"))
    async with opened(clock, record) as stage:
        assert "Questions" not in stage.said()
        await stage.press("b")
        assert "Questions" in stage.said()


async def test_a_clock_stops_when_everybody_left(clock: Clock, home: Path) -> None:
    record = on_disk(home, course.start(READING, NINE))
    away = replace(record, seen=NINE + timedelta(minutes=2))
    clock.pass_(days=1)
    async with opened(clock, away) as stage:
        assert stage.session.since is None
        assert stage.session.stop.spent == 120


async def test_a_clock_runs_on_through_a_short_absence(clock: Clock, home: Path) -> None:
    record = on_disk(home, course.start(READING, NINE))
    clock.pass_(minutes=3)
    async with opened(clock, replace(record, seen=NINE + timedelta(minutes=2))) as stage:
        assert stage.session.spent(clock()) == 180


async def test_a_session_can_be_left_as_it_is_and_resumed_from_home(
    clock: Clock, home: Path
) -> None:
    async with opened(clock, READING) as stage:
        await stage.press("tab")
        left = stage.session
        await stage.press("f9")
        assert await stage.comes(lambda: stage.on_top == "HomeScreen")
        await stage.app.workers.wait_for_complete()
        (record,) = records(home)
        assert load(record).session == left
        stage.app.screen.post_message(HomeScreen.Resume(record))
        assert await stage.leads()
        screen = stage.app.screen
        assert isinstance(screen, SessionScreen)
        assert screen.session == left


async def test_what_is_too_long_ago_can_only_be_closed(clock: Clock, home: Path) -> None:
    record = on_disk(home, READING)
    async with opened(clock) as stage:
        stage.app.screen.post_message(HomeScreen.Resume(record.path, only_close=True))
        assert await stage.leads()
        await stage.settle()
        assert "Thank you all" in stage.said()


async def test_a_record_that_cannot_be_read_is_said_and_left_alone(
    clock: Clock, home: Path
) -> None:
    record = on_disk(home, READING)
    record.path.write_text("[red]no[/] = = toml")
    async with opened(clock) as stage:
        stage.app.screen.post_message(HomeScreen.Resume(record.path))
        assert await stage.comes(lambda: stage.app._notifications)
        assert stage.on_top == "HomeScreen"
    assert record.path.read_text() == "[red]no[/] = = toml"


async def test_who_opens_a_record_second_may_only_read(clock: Clock, home: Path) -> None:
    record = on_disk(home, READING)
    writer = open_writer(record.path)
    assert writer is not None
    try:
        async with opened(clock, record) as stage:
            assert stage.on_top == "RegieScreen"
            assert await stage.comes(lambda: "here it can only be read" in stage.said())
            await stage.press("escape")
            assert await stage.comes(lambda: stage.on_top == "HomeScreen")
    finally:
        writer.close(10)
    assert load(record.path).session == READING


# The record


async def test_a_disk_that_refuses_is_said_until_it_works_again(
    clock: Clock, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_writer: Writer, _session: Session, _desk: Desk | None) -> None:
        raise OSError(28, "No space left on device")

    async with opened(clock, READING) as stage:
        with monkeypatch.context() as patched:
            patched.setattr(Writer, "_save", full)
            await stage.press("g")
            stage.screen.session = wall.write(stage.session, "two")
            assert not writer_of(stage).flush(10)
            await stage.press("escape")
            assert await stage.comes(lambda: "the disk is full" in stage.said())
            await stage.press("tab")
            assert stage.session.stop.turns is not None
        assert writer_of(stage).flush(10)
        assert await stage.comes(lambda: "the disk is full" not in stage.said())
    (record,) = records(home)
    assert texts(load(record).session, "Questions") == ["one", "two"]


async def test_what_is_wiped_is_in_no_file(clock: Clock, home: Path) -> None:
    session = wall.write(READING, "Do not keep this")
    async with opened(clock, session) as stage:
        assert writer_of(stage).flush(10)
        assert held(home, b"Do not keep this")
        await stage.press("down", "down", "e")
        await stage.press("escape", "x")
        await stage.press("y", "enter")
        await stage.press("u", "y")
    assert not held(home, b"Do not keep this")


def held(home: Path, words: bytes) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file() and words in path.read_bytes()]


async def test_a_chart_that_keeps_nothing_is_in_no_file(clock: Clock, home: Path) -> None:
    async with opened(clock, under_way(FIVE, "6.2")) as stage:
        await stage.press("enter")
        await stage.write("For me alone")
        await stage.press("enter")
        await stage.write("And this")
        assert writer_of(stage).flush(10)
        assert "For me alone" in stage.said()
        assert not held(home, b"For me alone")
        assert not held(home, b"And this")


# Settings


async def test_keys_can_be_moved() -> None:
    moved = Settings(keys={"session.next": "f5", "session.skip": "k"})
    async with led(READING, settings=moved) as stage:
        await stage.press("right", "s")
        assert where(stage.session) == "explore.read"
        assert "F5 Next" in stage.footer()
        assert "k Skip" in " ".join(stage.help())
        await stage.press("f5")
        assert where(stage.session) == "explore.3"
        await stage.press("k")
        assert where(stage.session) == "explore.rank"
        await stage.press("u", "u")
        assert stage.session == READING


async def test_a_moved_key_leads_on_while_writing() -> None:
    async with led(
        READING, Desk(writing=True), settings=Settings(keys={"session.next": "f5"})
    ) as stage:
        await stage.press("k", "f5")
        assert where(stage.session) == "explore.3"


async def test_a_letter_that_leads_still_writes_while_writing() -> None:
    async with led(
        READING, Desk(writing=True), settings=Settings(keys={"session.next": "k"})
    ) as stage:
        await stage.press("k", "enter")
        assert texts(stage.session, "Questions") == ["one", "k"]


@pytest.mark.parametrize("keys", [{"session.nothing": "f5"}, {"session.next": "", "x": "y"}])
async def test_settings_that_mean_nothing_do_no_harm(keys: dict[str, str]) -> None:
    async with led(READING, settings=Settings(keys=keys)) as stage:
        await stage.press("pageup")
        assert "Exploring" in stage.said()


# The second lock


def test_no_character_that_a_terminal_obeys_passes() -> None:
    words = "a\x1b[31m\x07\x9b\u202eb\u2066"
    segments = [Segment(words), Segment("\x1b[2J", None, [(ControlType.CLEAR,)]), Segment("fine")]
    shown = Unseen().apply(segments, Color(0, 0, 0))
    assert [segment.text for segment in shown] == ["a[31mb", "\x1b[2J", "fine"]
    assert not UNSEEN.search(shown[0].text)


async def test_leaving_the_program_says_how(clock: Clock) -> None:
    async with opened(clock) as stage:
        await stage.press("ctrl+c")
        assert "ctrl+q" in stage.said().lower()
        await stage.pilot.press("ctrl+q")
    assert stage.app.return_code == 0
