"""A rehearsal of a whole meeting, while its file is being written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest

from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import checked
from intervisie_tui.store.rehearsal import rehearsed
from intervisie_tui.tui.app import IntervisieApp
from intervisie_tui.tui.screens.rehearsal import RehearsalAsked, RehearsalScreen
from tests.conftest import Clock
from tests.tui.rehearsing import METHOD, Rehearsed, in_folder
from tests.tui.stage import USUAL

NOWHERE: Final = Home(Path("/nowhere"))

MEETING: Final = """\
format = 1
title = "Our evening"
language = "en"
kind = "meeting"
people = 4
minutes = "170-190"

[[blocks]]
use = "terugblik"
when = "later-meeting"
minutes = 5

[[blocks]]
title = "Arriving"
minutes = 6
speaks = "everyone"
say = "How are you?"
chart = "Hopes"

[[blocks]]
use = "vier-fasen"
cases = 2
minutes = 39

[[blocks]]
title = "Break"
break = true
minutes = 15

[[blocks]]
use = "vier-fasen"
cases = "rest"
minutes = 39
"""

COFFEE: Final = '[[blocks]]\ntitle = "Coffee"\nminutes = 7\nspeaks = "everyone"\n\n'
ARRIVING: Final = '[[blocks]]\ntitle = "Arriving"'
ONE_MORE: Final = (ARRIVING, COFFEE + ARRIVING)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ours.toml"
    path.write_text(MEETING, "utf-8")
    return path


def saved(path: Path, *changes: tuple[str, str]) -> None:
    """Save the meeting with other words in it."""
    text = MEETING
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    put(path, text)


def put(path: Path, text: str) -> None:
    """Save that text as many editors do: another file takes its name."""
    other = path.with_suffix(".new")
    other.write_text(text, "utf-8")
    other.replace(path)


@asynccontextmanager
async def tried(path: Path, clock: Clock, *changes: tuple[str, str]) -> AsyncIterator[Rehearsed]:
    """The program as `intervisie try` opens it; *changes* are saved before it looks."""
    session = rehearsed(NOWHERE, path, checked(path), clock())
    if changes:
        saved(path, *changes)
    app = IntervisieApp(NOWHERE, clock, trying=(path, session))
    async with app.run_test(size=USUAL, notifications=True) as pilot:
        stage = Rehearsed(pilot, clock)
        assert await stage.leads()
        assert isinstance(app.screen, RehearsalScreen)
        stage.screen = app.screen
        yield stage


async def go_to(stage: Rehearsed, title: str, *, case: int = 0) -> None:
    """Go on until that moment or break; of a case, in the case of that seat."""
    for _stop in stage.session.plan:
        here = stage.session.stop
        moment = stage.session.moment_of(here)
        if moment.title == title and case in {0, stage.session.case_giver(here)}:
            return
        await stage.tap("right")
    raise AssertionError(title)


def titles(stage: Rehearsed) -> list[str]:
    return [method.title for method in stage.session.methods.values()]


# Leading it


async def test_it_opens_with_what_somebody_intended(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        assert "1 Ask one question before I Ann" in stage.said()
        assert stage.session.meeting == "Our evening"


async def test_everybody_brings_a_case_and_there_is_a_break(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        for seat, name in enumerate(["Ann", "Bob", "Cleo", "Dan"], 1):
            await go_to(stage, "Telling", case=seat)
            await stage.settle()
            assert f"{name} speaks" in stage.said()
            assert f"Case {seat} · " in stage.said()
        await stage.press("f10", "enter")
        assert stage.app.return_code == 0


async def test_it_can_be_gone_anywhere_in_it(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("g", "end", "enter")
        assert stage.session.case_giver(stage.session.stop) == 4
        await stage.press("g", "home", "enter")
        assert stage.session.stop == stage.session.plan[0]


async def test_nothing_of_it_is_on_the_disk(file: Path, tmp_path: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await go_to(stage, "Arriving")
        await stage.press("enter", *"hope", "enter", "escape", "f10")
    assert in_folder(tmp_path) == [file]


# The file is saved


async def test_a_file_that_is_saved_as_it_was_changes_nothing(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await stage.press("right")
        assert await stage.comes(lambda: stage.screen._version is not None)
        seen = stage.screen._version
        saved(file)
        assert await stage.comes(lambda: stage.screen._version is not seen)
        await stage.settle()
        assert "read again" not in stage.said()
        await stage.press("u")
        assert stage.session.stop == stage.session.plan[0]


async def test_one_block_more_does_not_move_the_group(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await go_to(stage, "Arriving")
        await stage.press("enter", *"a hope", "enter", "escape", "space")
        clock.pass_(seconds=30)
        saved(file, ONE_MORE, ("How are you?", "How is it?"))
        assert await stage.shows("How is it?", "a hope", "The file was read again")
        assert stage.session.spent(stage.screen.clock()) == 30
        await stage.press("left")
        assert "Coffee" in stage.said()


async def test_in_a_case_the_group_stays_in_that_case(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await go_to(stage, "The situation", case=2)
        saved(file, ONE_MORE, ("cases = 2\nminutes = 39", "cases = 1\nminutes = 39"))
        assert await stage.comes(lambda: len(stage.session.blocks) == 8)
        assert stage.session.moment_of(stage.session.stop).title == "The situation"
        assert stage.session.case_giver(stage.session.stop) == 2
        await stage.settle()
        assert "Case 2 · " in stage.said()


async def test_a_longer_break_is_longer_at_once_and_nobody_late(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await go_to(stage, "Break")
        before = stage.session.due
        saved(file, ("minutes = 15", "minutes = 25"))
        assert await stage.comes(lambda: stage.session.stop.length == 25 * 60)
        assert before is not None
        assert stage.session.due is not None
        assert (stage.session.due - before).total_seconds() == 600


async def test_what_was_saved_before_the_first_look_is_seen(file: Path, clock: Clock) -> None:
    async with tried(file, clock, ONE_MORE) as stage:
        assert await stage.comes(lambda: "Coffee" in titles(stage))


async def test_a_meeting_may_become_a_method_and_a_meeting_again(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        put(file, METHOD)
        assert await stage.comes(lambda: titles(stage) == ["In wording"])
        assert stage.session.meeting == ""
        saved(file)
        assert await stage.comes(lambda: stage.session.meeting == "Our evening")
        assert len(stage.session.blocks) == 7


# Something is wrong in it


async def test_what_is_wrong_hangs_over_the_version_before(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        await go_to(stage, "Arriving")
        saved(file, ("minutes = 6", "minuts = 6"), ("How are you?", "Never shown."))
        assert await stage.shows("ours.toml:15:1:", "minuts = 6", "Esc puts this away")
        assert "How are you?" in stage.said()
        saved(file, ("minutes = 6", "minutes = 5"))
        assert await stage.comes(lambda: stage.session.stop.length == 300)
        assert not stage.faults


async def test_a_method_that_is_not_there_is_told_where_it_is_named(
    file: Path, clock: Clock
) -> None:
    async with tried(file, clock) as stage:
        saved(file, ('"vier-fasen"\ncases = 2', '"vier-faasen"\ncases = 2'))
        assert await stage.shows("ours.toml:21:7:", "did you mean “vier-fasen”?")


async def test_that_its_time_does_not_add_up_is_a_warning(file: Path, clock: Clock) -> None:
    async with tried(file, clock) as stage:
        saved(file, ("170-190", "30-40"))
        assert await stage.comes(lambda: "1 warning (F5)" in stage.sign)


# From the list


async def test_a_meeting_is_tried_over_the_room_that_is_open(file: Path, clock: Clock) -> None:
    app = IntervisieApp(NOWHERE, clock)
    async with app.run_test(size=USUAL) as pilot:
        stage = Rehearsed(pilot, clock)
        await stage.settle()
        below = app.screen
        app.post_message(RehearsalAsked(file, checked(file)))
        assert await stage.leads()
        await stage.press("f9")
        assert app.screen is below


async def test_a_meeting_that_uses_what_is_not_there_is_not_tried(file: Path, clock: Clock) -> None:
    saved(file, ('"vier-fasen"\ncases = 2', '"vier-faasen"\ncases = 2'))
    app = IntervisieApp(NOWHERE, clock)
    async with app.run_test(size=USUAL, notifications=True) as pilot:
        stage = Rehearsed(pilot, clock)
        await stage.settle()
        app.post_message(RehearsalAsked(file, checked(file)))
        assert await stage.shows("did you mean", "“vier-fasen”?")
        assert not isinstance(app.screen, RehearsalScreen)
