"""A rehearsal: the live screen on a method that is being written in an editor."""

from pathlib import Path
from typing import Final

import pytest

from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import checked
from intervisie_tui.tui.app import IntervisieApp
from intervisie_tui.tui.screens.rehearsal import RehearsalAsked
from tests.conftest import Clock
from tests.tui.rehearsing import METHOD, Rehearsed, in_folder, removed, saved, tried, written_over
from tests.tui.stage import USUAL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(METHOD, "utf-8")
    return path


# Leading it


async def test_it_opens_at_the_first_moment_with_a_group_that_suits(
    file: Path, clock: Clock
) -> None:
    async with tried(file, clock) as stage:
        assert "Tell us." in stage.said()
        assert [person.name for person in stage.session.people][:2] == ["Ann", "Bob"]
        assert len(stage.session.people) == 6
        assert stage.session.case_giver(stage.session.stop) == 1


@pytest.mark.parametrize("keys", [(), ("f2",), ("b",), ("r",), ("right", "enter"), ("f10",)])
async def test_the_sign_is_there_whatever_hangs(
    file: Path, clock: Clock, keys: tuple[str, ...]
) -> None:
    async with tried(file, clock, size=(50, 15)) as stage:
        await stage.press(*keys)
        assert stage.page().startswith(" Rehearsal: nothing is kept · 1× (F6)")


async def test_it_is_led_like_any_session_and_can_go_anywhere(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("right", "enter")
        await stage.write("What holds you?")
        await stage.press("enter", "escape", "g", "down", "enter")
        assert "Look back" in stage.page().split("\n")[2]
        await stage.press("u", "u")
        assert stage.session.stop.moment == "2"


async def test_nothing_of_it_is_on_the_disk(file: Path, tmp_path: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("right", "enter")
        await stage.write("What holds you?")
        await stage.press("enter", "escape", "f10")
    assert in_folder(tmp_path) == [file]  # the home of this test would be here too


# The time


async def test_one_key_makes_the_time_go_faster_and_as_it_is_again(
    file: Path, clock: Clock
) -> None:
    async with tried(file, clock) as stage:
        await stage.press("space")
        for speed, spent in ((1, 10), (10, 110), (60, 710), (1, 720)):
            assert f"{speed}×" in stage.sign
            await stage.pass_(seconds=10)
            assert stage.session.spent(stage.screen.clock()) == spent
            await stage.press("f6")
        assert "10×" in stage.sign


async def test_the_time_goes_faster_while_somebody_writes(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("right", "enter", "f6")
        assert "10×" in stage.sign
        assert stage.desk.writing


# The file is saved


async def test_what_is_saved_is_shown_where_the_group_is(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("right", "enter")
        await stage.write("What holds you?")
        await stage.press("enter", "escape", "space")
        first = '[[steps]]\ntitle = "Welcome them"\nminutes = 1\nspeaks = "everyone"\n\n'
        clock.pass_(seconds=30)
        saved(
            file,
            ("Ask on.", "Ask openly."),
            ('[[steps]]\ntitle = "Tell"', f'{first}[[steps]]\ntitle = "Tell"'),
        )
        assert await stage.shows("Ask openly.", "step 3 of 4", "What holds you?")
        assert stage.session.spent(stage.screen.clock()) == 30
        assert stage.session.since is not None


async def test_a_file_that_is_written_over_is_seen_too(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        written_over(file, ("Tell us.", "Tell us more."))
        assert await stage.shows("Tell us more.")


async def test_a_pen_that_writes_goes_on(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("right", "enter", *"half")
        saved(file, ("Ask on.", "Ask openly."))
        assert await stage.shows("Ask openly.")
        await stage.press(*" a", "enter")
        assert [entry.text for _, entry in stage.session.entries()] == ["half a"]


async def test_what_was_done_in_another_version_is_not_undone(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("right")
        saved(file, ("Ask on.", "Ask openly."))
        assert await stage.shows("Ask openly.")
        await stage.press("u")
        assert stage.session.stop.moment == "2"


# Something is wrong in it


WRONG: Final = ("minutes = 6", "minuts = 6")
MORE_WRONG: Final = (("minutes = 4", "minuts = 4"), WRONG, ("minutes = 2", "minuts = 2"))


async def test_what_is_wrong_hangs_over_the_version_before(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("right")
        saved(file, WRONG, ("Ask on.", "Never shown."))
        assert await stage.shows("mine.toml:13:1:", "minuts = 6", "Esc puts this away")
        assert "· 1 mistake" in stage.sign
        assert "Ask on." in stage.said()
        await stage.press("right")
        assert stage.session.stop.moment == "3"


async def test_of_much_that_is_wrong_the_first_is_told(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        saved(file, *MORE_WRONG)
        assert await stage.shows("mine.toml:7:1:", "mine.toml:13:1:", "and 1 thing more")
        assert "3 mistakes" in stage.sign


async def test_the_panel_is_put_away_and_comes_back(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        saved(file, WRONG)
        assert await stage.comes(lambda: stage.faults)
        await stage.press("escape")
        assert not stage.faults
        assert "1 mistake" in stage.sign
        saved(file, *MORE_WRONG)
        assert await stage.comes(lambda: stage.faults)


async def test_the_panel_goes_when_the_file_is_right_again(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        saved(file, WRONG)
        assert await stage.comes(lambda: stage.faults)
        saved(file)
        assert await stage.comes(lambda: not stage.faults)
        assert stage.sign == "Rehearsal: nothing is kept · 1× (F6)"


async def test_words_in_a_file_are_no_markup(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        saved(file, ("minutes = 6", 'minutes = "[red]x[/] [/]"'))
        assert await stage.shows('minutes = "[red]x[/] [/]"')


async def test_a_file_that_is_gone_is_said(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        removed(file)
        assert await stage.shows("there is no such file")
        saved(file, ("Tell us.", "Back again."))
        assert await stage.shows("Back again.")


# Leaving


@pytest.mark.parametrize("keys", [("f9",), ("f10", "enter")])
async def test_leaving_ends_the_program_without_a_question(
    file: Path, clock: Clock, keys: tuple[str, ...]
) -> None:
    async with tried(file, clock) as stage:
        await stage.press(*keys)
        assert stage.app.return_code == 0


async def test_a_rehearsal_over_another_room_goes_back_there(file: Path, clock: Clock) -> None:
    app = IntervisieApp(Home(Path("/nowhere")), clock)
    async with app.run_test(size=USUAL) as pilot:
        stage = Rehearsed(pilot, clock)
        await stage.settle()
        below = app.screen
        app.post_message(RehearsalAsked(file, checked(file)))
        assert await stage.leads()
        await stage.press("f9")
        assert app.screen is below


async def test_nobody_is_told_that_something_can_be_resumed(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        commands = [*stage.app.get_system_commands(stage.screen)]
        assert commands[-1].help == "Nothing of a rehearsal is kept"
        await stage.press("f10")
        assert "Enter: stop" in stage.said()
        assert "kept" not in stage.said().replace("nothing is kept", "")


@pytest.mark.parametrize("keys", [(), ("right",), ("right", "enter"), ("f2",)])
async def test_the_way_out_is_in_sight(file: Path, clock: Clock, keys: tuple[str, ...]) -> None:
    async with tried(file, clock) as stage:
        await stage.press(*keys)
        assert "F9 Stop" in stage.footer()
        assert stage.footer().endswith(" Keys")


# Warnings


async def test_a_warning_is_read_by_the_key_that_stands_beside_its_number(
    file: Path, clock: Clock
) -> None:
    async with tried(file, clock) as stage:
        saved(file, ('speaks = "case-giver"\n', ""))
        assert await stage.comes(lambda: "1 warning (F5)" in stage.sign)
        assert not stage.faults
        await stage.press("f5")
        assert await stage.comes(lambda: stage.faults)
        assert "mine.toml:" in stage.said()
        assert "It can be used" in stage.said()
        assert "The version before" not in stage.said()
        await stage.press("f5")
        assert not stage.faults
        await stage.press("f5", "escape")
        assert not stage.faults


async def test_all_that_is_wrong_can_be_read_where_there_is_little_room(
    file: Path, clock: Clock
) -> None:
    async with tried(file, clock, size=(50, 15)) as stage:
        saved(file, *MORE_WRONG)
        assert await stage.comes(lambda: stage.faults)
        await stage.settle()
        seen = ""
        for _ in range(9):
            await stage.press("f5")
            seen += stage.said()
            if not stage.faults:
                break
        assert all(f"mine.toml:{line}:1:" in seen for line in (7, 13, 21))
        assert not stage.faults


async def test_where_nothing_is_wrong_there_is_nothing_to_read(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("f5")
        assert not stage.faults
