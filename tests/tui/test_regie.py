"""The facilitator's face: all that helps, and the same in a second terminal."""

from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store.writer import open_writer
from intervisie_tui.tui.screens.regie import RegieScreen
from intervisie_tui.tui.widgets import wording
from tests.conftest import Clock
from tests.domain.samples import FIVE, NINE, prepared, under_way, where
from tests.tui.host import UNSET, Host, page
from tests.tui.stage import LARGE, USUAL, Size, led

REGIE: Final = Desk(face="regie")


def busy() -> Session:
    """A meeting that is late, in a round, with a note."""
    session = course.begin(prepared(due=NINE + timedelta(minutes=12)), NINE)
    session = course.start(course.go_to(course.next_stop(session, NINE), 7, NINE), NINE)
    return room.next_turn(room.note(session, "Bo is quiet."), NINE)


@pytest.mark.parametrize("size", [USUAL, LARGE])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_that_helps_is_on_the_regie(size: Size, language: Language) -> None:
    set_language(language)
    async with led(busy(), REGIE, size=size) as stage:
        await stage.pass_(seconds=70)
        said, shown = stage.said(), view(stage.session, stage.clock())
        assert shown.behind == 17 * 60
        for words in (
            wording.behind(shown.behind),
            f"{(NINE + timedelta(minutes=12)).astimezone():%H:%M}",
            f"{(NINE + timedelta(minutes=29)).astimezone():%H:%M}",
            _("running"),
            _("turn: {name}").format(name="An · -0:40"),
            "Watch the group.",
            "Two questions each.",
            "Bo is quiet.",
            wording.after_this(shown),
        ):
            assert words in said
        assert {"✓", "▶", "·"} <= set(said)


async def test_the_clock_on_the_regie_goes_by_the_second() -> None:
    async with led(course.start(under_way(FIVE, "explore.write"), NINE), REGIE) as stage:
        before = stage.page()
        await stage.pass_(seconds=1)
        assert stage.page() != before


async def test_one_key_goes_to_the_regie_and_back() -> None:
    async with led(busy()) as stage:
        flap = stage.page()
        await stage.press("f2")
        assert "Watch the group." in stage.said()
        await stage.press("f2")
        assert stage.page() == flap


async def test_leading_goes_on_from_the_regie() -> None:
    async with led(busy(), REGIE) as stage:
        await stage.press("right")
        assert where(stage.session) == "explore.3"
        assert "Sinking in" in stage.said()
        await stage.press("u")
        assert "Undone: Next" in stage.said()


async def test_a_private_note_stays_on_the_regie() -> None:
    async with led(busy(), REGIE) as stage:
        await stage.press("n")
        await stage.press(*"Ask Dee", "enter")
        assert [note.text for note in stage.session.notes] == ["Bo is quiet.", "Ask Dee"]
        assert "Ask Dee" in stage.said()
        await stage.press("f2")
        assert "Ask Dee" not in stage.said()
        await stage.press("u")
        assert len(stage.session.notes) == 1


async def test_a_note_that_is_put_away_is_not_made() -> None:
    async with led(busy(), REGIE) as stage:
        await stage.press("n", "x", "escape")
        assert stage.on_top == "SessionScreen"
        assert len(stage.session.notes) == 1


# In a second terminal


def kept(path: Path, session: Session) -> None:
    """Have the record written, as whoever leads it does."""
    writer = open_writer(path, settle=0)
    assert writer is not None
    writer.put(session, Desk())
    assert writer.close(10)


async def follows(pilot: Pilot[Any], words: str) -> bool:
    """Whether the words come, as soon as the screen looks at the record."""
    screen = pilot.app.screen
    assert isinstance(screen, RegieScreen)
    for _look in range(50):
        screen.look()
        await pilot.app.workers.wait_for_complete()
        screen._show()
        await pilot.pause()
        if words in " ".join(page(pilot.app).split()):
            return True
    return False


async def test_a_second_terminal_follows_the_record(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    session = busy()
    kept(path, session)
    async with Host(RegieScreen(path, clock)).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "Watch the group.")
        kept(path, wall.write(course.next_stop(session, NINE), "new"))
        assert await follows(pilot, "After this: Exploring · Ranking")


async def test_its_clock_goes_on_between_two_records(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    kept(path, busy())
    async with Host(RegieScreen(path, clock)).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "turn: An · 0:30")
        clock.pass_(seconds=20)
        assert await follows(pilot, "turn: An · 0:10")


async def test_a_record_that_goes_is_said(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    kept(path, busy())
    async with Host(RegieScreen(path, clock)).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "Watch the group.")
        path.unlink()
        assert await follows(pilot, "The record is gone: the session was closed.")


async def test_a_record_that_cannot_be_read_says_why(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    path.write_text("[red]no[/] = = toml")
    async with Host(RegieScreen(path, clock)).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "Mend it in a text editor")


async def test_who_came_second_is_told_so_and_may_only_read(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.toml"
    session = busy()
    kept(path, session)
    before = path.read_bytes()
    screen = RegieScreen(path, clock, led_elsewhere=True)
    async with Host(screen).run_test(size=(80, 24)) as pilot:
        assert await follows(pilot, "here it can only be read")
        await pilot.press("right", "enter", "x", "s", "space", "delete")
        assert screen.session == session
        assert path.read_bytes() == before


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_it_is_put_away_with_a_key(tmp_path: Path, clock: Clock, key: str) -> None:
    path = tmp_path / "record.toml"
    kept(path, busy())
    app = Host(RegieScreen(path, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
    assert app.return_code == 0
    assert app.answer is UNSET
