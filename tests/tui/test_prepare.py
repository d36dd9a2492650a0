"""Preparing a session: it is good as it is, by keyboard, by mouse and at every size."""

from datetime import time, timedelta

import pytest

from intervisie_tui.domain.session import Session
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.prepare import PrepareScreen
from intervisie_tui.tui.screens.shelf import shelf_of
from tests.conftest import Clock
from tests.tui.home_of import empty_home
from tests.tui.host import Host, marked, page
from tests.tui.preparing import SIZES, answer, focused, made_at_once, preparing, refused

__all__ = ["marked"]


async def test_one_key_prepares_a_session_without_a_word_typed(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await answer(pilot)
        assert session.stage == "welcome"
        assert session.made == clock.now
        assert [person.name for person in session.people] == [""] * 6
        assert session.case_giver(session.stop) is None
        assert list(session.methods) == ["vijf-stappen"]
        assert (session.due, session.group, session.first_meeting) == (None, "", False)
        assert session.question(session.stop) is None


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_that_ends_it_is_called_what_it_does(
    size: tuple[int, int], clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "f5 Hang the welcome" in page(app)


async def test_everything_can_be_filled_in_by_keyboard(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "right", "tab", *"An, Bo", "enter", *"Cem")
        await pilot.press("tab", "right", "right", "tab", *"How now?")
        await pilot.press("tab", "right", "tab", *"1630", "tab", *"North")
        session = await answer(pilot)
        assert [person.name for person in session.people] == ["An", "Bo", "Cem", "", "", "", ""]
        assert session.case_giver(session.stop) == 2
        question = session.question(session.stop)
        assert question is not None
        assert question.text == "How now?"
        assert session.first_meeting
        assert session.group == "North"
        assert session.due is not None
        assert session.due.astimezone().time() == time(16, 30)
        assert timedelta() < session.due - clock.now <= timedelta(days=1)


ORDER = ["method", "people", "names", "giver", "question", "first", "end", "group", "checklist"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_arrows_go_through_every_field_and_back(size: tuple[int, int], clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        for way, order in (("down", [*ORDER, "go"]), ("up", ["go", *reversed(ORDER)])):
            for key in order:
                assert focused(app) == key
                if key != order[-1]:
                    await pilot.press(way)
        assert isinstance(await answer(pilot), Session)


async def test_arrows_change_nothing_on_their_way(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["down"] * 9, *["up"] * 9)
        assert await answer(pilot) == made_at_once(clock)


async def test_enter_goes_on_and_at_last_prepares(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "enter", "tab", *["enter"] * 5)
        assert focused(app) == "checklist"
        await pilot.press("enter", "escape")
        assert focused(app) == "go"
        await pilot.press("enter")
        await pilot.pause()
        assert app.answer == made_at_once(clock)


async def test_it_can_be_filled_in_by_mouse(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#people", offset=(8, 0))
        await pilot.click("#people", offset=(1, 0))
        await pilot.click("#giver", offset=(8, 0))
        await pilot.click("#go")
        await pilot.pause()
        assert isinstance(app.answer, Session)
        assert len(app.answer.people) == 6
        assert app.answer.case_giver(app.answer.stop) == 1


async def test_nothing_is_prepared_when_it_is_put_away(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test() as pilot:
        await pilot.press("tab", "right", "escape")
        await pilot.pause()
        assert app.answer is None


async def test_without_a_method_that_works_it_says_so(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = empty_home()
    monkeypatch.setattr("intervisie_tui.store.methods.builtin_methods", lambda: home.root / "none")
    app = Host(PrepareScreen(home, shelf_of(home), clock))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "There is no method that can be read" in await refused(pilot)


async def test_a_method_that_breaks_meanwhile_is_said(clock: Clock) -> None:
    home = empty_home()
    mine = home.methods / "mine.toml"
    mine.write_text('format = 1\ntitle = "[/]"\nlanguage = "en"\n')
    app = Host(PrepareScreen(home, shelf_of(home), clock, mine))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "! mine.toml:1:1: " in await refused(pilot)
        assert str(home.root) not in page(app)
        await pilot.press("left")
        await answer(pilot)


@pytest.mark.usefixtures("marked")
async def test_the_form_keeps_what_was_filled_in_when_the_language_changes(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "right", "tab", *"An")
        speak(app, "nl")
        await pilot.pause()
        assert "«Prepare a session»" in page(app)
        assert "«Case giver»" in page(app)
        assert "«not known yet»" in page(app)
        session = await answer(pilot)
        assert len(session.people) == 7
        assert session.people[0].name == "An"
