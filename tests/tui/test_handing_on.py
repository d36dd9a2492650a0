"""A method from a file and to one, and the guide for whoever writes it."""

import os
from pathlib import Path

import pytest

from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.methods import checked
from intervisie_tui.tui.screens.checked import Checked
from intervisie_tui.tui.screens.guide import GuidePage
from intervisie_tui.tui.screens.methods import MethodsScreen
from intervisie_tui.tui.widgets.line import Line
from tests.tui.authors import (
    GOOD,
    WRONG,
    Authoring,
    comes,
    editor,
    here,
    mine,
    no_editor,
)
from tests.tui.host import page, settle

__all__ = ["editor", "here", "mine", "no_editor"]

pytestmark = pytest.mark.usefixtures("here")


# From a file and to one


async def test_a_file_is_checked_and_taken_in(mine: Home, here: Path) -> None:
    (here / "theirs.toml").write_text(GOOD.replace("Mine", "Theirs"))
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"theirs.toml", "enter")
        assert await comes(pilot, "Theirs  4–8 people", "Nothing is wrong with it.")
        await pilot.press("enter")
        assert await comes(pilot, "Theirs  4–8 people · yours")
        assert app.chosen == mine.methods / "theirs.toml"


async def test_what_is_wrong_in_a_file_is_said_before_it_is_taken_in(
    mine: Home, here: Path
) -> None:
    (here / "theirs.toml").write_text(WRONG)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"theirs.toml", "enter")
        assert await comes(pilot, "1 thing is wrong", "theirs.toml:7:1:", "mend it then")
        await pilot.press("escape")
        await settle(pilot)
        assert [*mine.methods.iterdir()] == []


@pytest.mark.parametrize("said", ["nothing.toml", "."])
async def test_a_file_that_cannot_be_read_is_asked_for_again(said: str, mine: Home) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        app.screen.query_one(Line).value = said
        await pilot.press("enter")
        assert await comes(pilot, ": t", "Which file do you want to take in?")
        assert app.screen.query_one(Line).value == said


async def test_a_file_whose_name_is_mistyped_is_answered_with_the_nearest(
    mine: Home, here: Path
) -> None:
    (here / "given.toml").write_text(GOOD)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        assert await comes(pilot, "Which file")
        app.screen.query_one(Line).value = "givn.toml"
        await pilot.press("enter")
        assert await comes(pilot, "givn.toml: there is no such file; did you mean “given.toml”?")


async def test_a_name_that_is_there_already_is_answered_with_a_free_one(
    mine: Home, here: Path
) -> None:
    (mine.methods / "theirs.toml").write_text(GOOD)
    (here / "theirs.toml").write_text(GOOD)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"theirs.toml", "enter")
        assert await comes(pilot, "theirs-2")
        app.screen.query_one(Line).value = "theirs"
        await pilot.press("enter")
        assert await comes(pilot, "of that name already", "theirs-2")
        await pilot.press("enter")
        assert await comes(pilot, "Mine (copy)  4–8 people")
        assert (mine.methods / "theirs.toml").read_text() == GOOD
        assert checked(mine.methods / "theirs-2.toml").title == "Mine (copy)"


async def test_a_method_is_handed_on_as_a_file(mine: Home, here: Path) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("h")
        assert await comes(pilot, "vijf-stappen.toml")
        await pilot.press("enter")
        assert await comes(pilot, "Written:")
        ours = builtin_methods() / "en" / "vijf-stappen.toml"
        assert (here / "vijf-stappen.toml").read_bytes() == ours.read_bytes()


async def test_handing_on_writes_nothing_over(mine: Home, here: Path) -> None:
    (here / "mine.toml").write_text("mine")
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h")
        assert await comes(pilot, "vijf-stappen.toml")
        app.screen.query_one(Line).value = "mine.toml"
        await pilot.press("enter")
        assert await comes(pilot, "stays as it is", "mine-2.toml")
        await pilot.press("enter")
        await settle(pilot)
        assert (here / "mine.toml").read_text() == "mine"
        assert checked(here / "mine-2.toml").title == "Five steps"


async def test_a_folder_that_is_not_there_is_said(mine: Home) -> None:
    app = Authoring(mine)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("h")
        assert await comes(pilot, "vijf-stappen.toml")
        app.screen.query_one(Line).value = f"no{os.sep}mine.toml"
        await pilot.press("enter")
        assert await comes(pilot, "This could not be done: there is no")


# The guide


@pytest.mark.parametrize("size", [(50, 15), (80, 24), (120, 40)], ids=str)
async def test_the_guide_is_read_inside_the_program(size: tuple[int, int], mine: Home) -> None:
    app = Authoring(mine)
    async with app.run_test(size=size) as pilot:
        await pilot.press("g")
        await settle(pilot)
        assert isinstance(app.screen, GuidePage)
        assert "Writing a method" in page(app)
        await pilot.press("right")
        await pilot.pause()
        assert page(app).splitlines()[0].strip(" ▁▂▃▄▅▆▇") == "In ten minutes"
        await pilot.press("right", "left")
        await pilot.pause()
        assert page(app).splitlines()[0].strip(" ▁▂▃▄▅▆▇") == "In ten minutes"
        await pilot.press("end")
        await pilot.pause()
        assert "quota = 2" in page(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, MethodsScreen)


@pytest.mark.usefixtures("no_editor")
async def test_the_guide_is_beside_the_check_too(mine: Home) -> None:
    (mine.methods / "mine.toml").write_text(WRONG)
    app = Authoring(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "enter")
        assert await comes(pilot, "1 thing is wrong")
        await pilot.press("g")
        await settle(pilot)
        assert isinstance(app.screen, GuidePage)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Checked)
