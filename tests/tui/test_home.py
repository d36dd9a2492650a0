"""Home: what can be gone on with, and what can be begun."""

import subprocess
import sys
import threading
from datetime import datetime
from typing import Any

import pytest

from intervisie_tui.store.home import Home, open_home
from intervisie_tui.tui.screens import home as home_screen
from intervisie_tui.tui.screens.advice import AdviceScreen
from intervisie_tui.tui.screens.groups import GroupsScreen
from intervisie_tui.tui.screens.home import HomeScreen
from intervisie_tui.tui.screens.methods import MethodsScreen
from intervisie_tui.tui.screens.prepare import PrepareScreen
from intervisie_tui.tui.screens.records import RecordsScreen
from intervisie_tui.tui.widgets.rows import Rows
from tests.conftest import Clock
from tests.tui.at_home import AtHome, days_ago
from tests.tui.home_of import NAMES, QUESTION, begun, closed, empty_home, prepared, put
from tests.tui.host import page, settle

SIZES = [(50, 15), (80, 24), (120, 40)]
EVERY = pytest.mark.parametrize("size", SIZES, ids=str)


# What is shown


def test_nothing_slow_is_imported_before_the_first_paint() -> None:
    asked = "import sys, intervisie_tui.tui.screens.home; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


async def test_the_menu_is_there_before_any_record_is_read(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = empty_home()
    put(home, prepared(clock.now, "North"))
    read, gate = home_screen._waiting, threading.Event()

    def slowly(home: Home, now: datetime) -> Any:  # noqa: ANN401 - what is read
        assert gate.wait(20)
        return read(home, now)

    monkeypatch.setattr(home_screen, "_waiting", slowly)
    app = AtHome(home, clock)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Prepare a session" in page(app)
        assert "North" not in page(app)
        # No row has a number yet, because it would be another one in a moment.
        await pilot.press("1")
        assert isinstance(app.screen, HomeScreen)
        gate.set()
        await settle(pilot)
        assert "1  Five steps · North" in page(app)
        await pilot.press("1")
        assert len(app.resumed) == 1


@EVERY
async def test_every_row_can_be_reached_at_every_size(size: tuple[int, int], clock: Clock) -> None:
    home = empty_home()
    for days in range(3):
        put(home, begun(days_ago(clock, days), f"Group {days}"))
    app = AtHome(home, clock)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        seen = set()
        for _ in range(app.screen.query_one(Rows).option_count):
            seen |= {line.strip() for line in page(app).splitlines()}
            await pilot.press("down")
        assert {"9  Nederlands", "Quit", "3  Five steps · Group 2"} <= seen
        assert max(len(line) for line in page(app).splitlines()) <= size[0]


async def test_who_takes_part_and_what_was_said_is_not_on_it(clock: Clock) -> None:
    home = empty_home()
    put(home, prepared(clock.now, "North"))
    put(home, begun(days_ago(clock, 1)))
    put(home, begun(days_ago(clock, 40)))
    put(home, closed(days_ago(clock, 90), days_ago(clock, 3)))
    app = AtHome(home, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = page(app)
        assert seen.count("Five steps") == 3
        assert QUESTION not in seen
        assert not [name for name in NAMES if name in seen]


async def test_a_name_of_a_group_stays_as_it_was_given(clock: Clock) -> None:
    home = empty_home()
    put(home, prepared(clock.now, "[/] [red]East[/red] \x1b]52;c;aGk=\x07"))
    app = AtHome(home, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "[/] [red]East[/red]" in page(app)
        assert "\x1b" not in page(app)


async def test_problems_of_the_folders_are_said(clock: Clock) -> None:
    home = empty_home()
    (home.root / "config.toml").write_text("draft-days = 'many'\n")
    home = open_home({"INTERVISIE_HOME": str(home.root)})
    app = AtHome(home, clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert home.problems
        await pilot.press("n")
        await pilot.pause()
        assert "draft-days" in page(app)


# Going on


async def test_a_prepared_session_is_one_key_away_from_its_welcome_sheet(clock: Clock) -> None:
    home = empty_home()
    path = put(home, prepared(clock.now, "North"))
    app = AtHome(home, clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Enter opens the welcome sheet." in page(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.resumed == [(path, False)]


async def test_a_draft_is_gone_on_with(clock: Clock) -> None:
    home = empty_home()
    path = put(home, begun(days_ago(clock, home.settings.draft_days - 1)))
    app = AtHome(home, clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Enter goes on where you were." in page(app)
        await pilot.press("1")
        await pilot.pause()
        assert app.resumed == [(path, False)]


async def test_an_old_draft_is_offered_only_to_close(clock: Clock) -> None:
    home = empty_home()
    path = put(home, begun(days_ago(clock, home.settings.draft_days + 1)))
    app = AtHome(home, clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "to be closed" in page(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.resumed == [(path, True)]


async def test_a_click_on_a_row_opens_it(clock: Clock) -> None:
    home = empty_home()
    put(home, prepared(clock.now))
    app = AtHome(home, clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.click(Rows, offset=(5, 1))
        await pilot.pause()
        assert len(app.resumed) == 1


async def test_what_was_done_meanwhile_is_seen_on_coming_back(clock: Clock) -> None:
    home = empty_home()
    app = AtHome(home, clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        put(home, prepared(clock.now, "North"))
        await pilot.press("escape")
        await settle(pilot)
        assert "1  Five steps · North" in page(app)


# The rooms beside it


@pytest.mark.parametrize(
    ("key", "room"),
    [
        ("p", PrepareScreen),
        ("1", PrepareScreen),
        ("a", AdviceScreen),
        ("2", AdviceScreen),
        ("m", MethodsScreen),
        ("3", MethodsScreen),
        ("g", GroupsScreen),
        ("4", GroupsScreen),
        ("r", RecordsScreen),
        ("5", RecordsScreen),
    ],
)
async def test_each_room_has_a_letter_and_a_number(key: str, room: type[Any], clock: Clock) -> None:
    app = AtHome(empty_home(), clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, room)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_what_is_prepared_is_handed_to_the_app(clock: Clock) -> None:
    app = AtHome(empty_home(), clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("p", "f5")
        await settle(pilot)
        (session,) = app.begun
        assert session.stage == "welcome"
        assert len(session.people) == 6


async def test_a_method_is_read_and_then_prepared(clock: Clock) -> None:
    app = AtHome(empty_home(), clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("m", "down", "enter")
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert isinstance(app.screen, PrepareScreen)
        await pilot.press("f5")
        await settle(pilot)
        (session,) = app.begun
        assert session.methods.keys() == {"casusbespreking"}


async def test_a_method_is_advised_and_then_prepared(clock: Clock) -> None:
    app = AtHome(empty_home(), clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        # A fundamental question.
        await pilot.press("a", "down", "down", "right", "right", "down", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, PrepareScreen)
        await pilot.press("f5")
        await settle(pilot)
        (session,) = app.begun
        assert session.methods.keys() == {"socratisch"}


@pytest.mark.parametrize("key", ["q", "7"])
async def test_leaving_takes_one_key(key: str, clock: Clock) -> None:
    app = AtHome(empty_home(), clock)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running
