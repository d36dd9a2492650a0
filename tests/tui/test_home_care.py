"""Home: what is past its date, what is broken, and the other language."""

import pytest

from intervisie_tui.locale import language
from intervisie_tui.store.files import desk_of
from intervisie_tui.tui.screens.confirm import Confirm
from tests.conftest import Clock
from tests.tui.at_home import AtHome, days_ago
from tests.tui.home_of import closed, empty_home, prepared, put
from tests.tui.host import marked, page, settle

__all__ = ["marked"]


# What is past its date


async def test_what_is_past_its_date_is_deleted_after_a_question(clock: Clock) -> None:
    home = empty_home()
    past = put(home, closed(days_ago(clock, 90), days_ago(clock, 1)))
    still = put(home, closed(days_ago(clock, 90), clock.now))
    app = AtHome(home, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "1 record is past the day it was kept until" in page(app)
        await pilot.press("d")
        await pilot.pause()
        assert "backup" in page(app)
        await pilot.press("y", "enter")
        await settle(pilot)
        assert not past.exists()
        assert not desk_of(past).exists()
        assert still.exists()
        assert "past the day" not in page(app)
        assert "home.expired" not in {a.binding.id for a in app.screen.active_bindings.values()}


async def test_what_is_past_its_date_stays_until_somebody_says_so(clock: Clock) -> None:
    home = empty_home()
    past = put(home, closed(days_ago(clock, 90), days_ago(clock, 1)))
    app = AtHome(home, clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, Confirm)
        await pilot.press("enter")
        await settle(pilot)
        assert past.exists()
        assert "past the day" in page(app)


# What is broken


async def test_a_record_that_cannot_be_read_is_said_and_left_alone(clock: Clock) -> None:
    home = empty_home()
    put(home, prepared(clock.now, "North"))
    newer = home.records / "2026-01-02-0900-newer2.toml"
    torn = home.records / "2026-01-03-0900-torn22.toml"
    newer.write_text("format = 99\n")
    torn.write_text("format = 1\n[head")
    app = AtHome(home, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "! 2 records cannot be read" in page(app)
        assert "1  Five steps · North" in page(app)
    assert (newer.read_text(), torn.read_text()) == ("format = 99\n", "format = 1\n[head")


async def test_a_broken_method_is_said_and_the_others_work(clock: Clock) -> None:
    home = empty_home()
    (home.methods / "mine.toml").write_text('format = 1\ntitle = "Mine"\nlanguage = "en"\nx = 1\n')
    (home.methods / "bytes.toml").write_bytes(b"\xff\xfe")
    (home.methods / "folder.toml").mkdir()
    app = AtHome(home, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "! mine.toml:1:1: " in page(app)
        await pilot.press("n")
        await pilot.pause()
        assert "bytes.toml:" in page(app)
        assert "folder.toml:" in page(app)
        await pilot.press("escape", "p")
        await pilot.pause()
        assert "Five steps" in page(app)
        assert "Mine" not in page(app)


async def test_many_notices_leave_room_for_the_rows(clock: Clock) -> None:
    home = empty_home()
    for number in range(6):
        (home.methods / f"m{number}.toml").write_text("format = ")
    app = AtHome(home, clock)
    async with app.run_test(size=(50, 15)) as pilot:
        await settle(pilot)
        assert "! 5 more: n shows them all" in page(app)
        assert "7  Quit" in page(app)


# The language


@pytest.mark.usefixtures("marked")
async def test_another_language_is_spoken_at_once(clock: Clock) -> None:
    home = empty_home()
    put(home, prepared(clock.now, "North"))
    app = AtHome(home, clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "«" not in page(app)
        await pilot.press("l")
        await settle(pilot)
        assert language() == "nl"
        assert "4  «Methods»" in page(app)
        assert "p «Prepare»" in page(app)
        assert "«Enter opens the welcome sheet.»" in page(app)
        await pilot.press("l")
        await settle(pilot)
        assert language() == "en"
