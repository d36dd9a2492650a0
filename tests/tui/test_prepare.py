"""Preparing a session: good as it is, and refused clearly where it cannot be."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import TextArea

from intervisie_tui.domain.session import Session
from intervisie_tui.tui.screens.prepare import PrepareScreen
from intervisie_tui.tui.screens.prepare_form import about_end, about_names
from intervisie_tui.tui.screens.shelf import shelf_of
from intervisie_tui.tui.widgets.choice import Choice
from intervisie_tui.tui.widgets.end_line import EndLine
from intervisie_tui.tui.widgets.line import Line
from tests.conftest import Clock
from tests.tui.home_of import empty_home
from tests.tui.host import UNSET, Host, marked, page

__all__ = ["marked"]


def preparing(clock: Clock) -> Host:
    return Host(PrepareScreen(shelf_of(empty_home()), clock))


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Paste into the names."""
    area = pilot.app.screen.query_one(TextArea)
    area.focus()
    area.post_message(Paste(text))
    await pilot.pause()


async def answer(pilot: Pilot[Any]) -> Session:
    """What F5 makes of the form."""
    await pilot.press("f5")
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, Host)
    assert isinstance(app.answer, Session), page(app)
    return app.answer


async def refused(pilot: Pilot[Any]) -> str:
    """What the form says when F5 makes nothing of it."""
    await pilot.press("f5")
    await pilot.pause()
    assert isinstance(pilot.app, Host)
    assert pilot.app.answer is UNSET
    return page(pilot.app)


async def test_one_key_prepares_a_session_without_a_word_typed(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await answer(pilot)
        assert session.stage == "welcome"
        assert session.made == clock.now
        assert [person.name for person in session.people] == [""] * 6
        assert session.case_giver(0) is None
        assert list(session.methods) == ["vijf-stappen"]
        assert (session.due, session.group, session.first_meeting) == (None, "", False)
        assert session.question(0) is None


async def test_everything_can_be_filled_in_by_keyboard(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "right", "tab", *"An, Bo", "enter", *"Cem")
        await pilot.press("tab", "right", "right", "tab", *"How now?")
        await pilot.press("tab", "right", "tab", *"1630", "tab", *"North")
        session = await answer(pilot)
        assert [person.name for person in session.people] == ["An", "Bo", "Cem", "", "", "", ""]
        assert session.case_giver(0) == 2
        question = session.question(0)
        assert question is not None
        assert question.text == "How now?"
        assert session.first_meeting
        assert session.group == "North"
        assert session.due is not None
        assert session.due.astimezone().time() == time(16, 30)
        assert timedelta() < session.due - clock.now <= timedelta(days=1)


async def test_arrows_go_through_every_field_and_back(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        order = ["method", "method", "people", "names", "giver", "question", "first", "end"]
        order += ["group", "go"]
        seen = []
        for _ in order:
            assert app.screen.focused is not None
            seen.append(app.screen.focused.id)
            await pilot.press("down")
        assert seen == order
        for _ in range(8):
            await pilot.press("up")
        assert app.screen.focused is not None
        assert app.screen.focused.id == "people"


async def test_enter_goes_on_and_at_last_prepares(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "tab", "enter", "enter", "enter", "enter", "enter")
        assert app.screen.focused is not None
        assert app.screen.focused.id == "go"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.answer, Session)


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
        assert app.answer.case_giver(0) == 1


async def test_nothing_is_prepared_when_it_is_put_away(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test() as pilot:
        await pilot.press("tab", "right", "escape")
        await pilot.pause()
        assert app.answer is None


# Seats and names


async def test_a_group_too_large_for_the_method_is_noticed_and_allowed(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *["right"] * 9)
        assert "! This method suits 4–8 people." in page(app)
        assert len((await answer(pilot)).people) == 12


async def test_whoever_is_named_has_a_seat(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, "An\r\nBo\nCem\nDee\nEva\nFay\nGus\n\n")
        assert "As many as there are names." in page(app)
        app.screen.query_one("#people").focus()
        await pilot.press(*["left"] * 5)
        assert len((await answer(pilot)).people) == 7


async def test_a_case_giver_whose_seat_goes_is_not_known_again(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        giver = app.screen.query_one("#giver", Choice)
        giver.at = 6
        app.screen.query_one("#people").focus()
        await pilot.press("left")
        assert (await answer(pilot)).case_giver(0) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("An, Bo, an", "! Two people are called an: add a letter."),
        ("[/], [/]", "! Two people are called [/]: add a letter."),
        (",".join(map(str, range(13))), "! 13 names, and there is room for 12"),
    ],
)
async def test_names_that_cannot_be_are_refused_and_shown(
    typed: str, said: str, clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, typed)
        await pilot.press("shift+tab")
        assert said in await refused(pilot)
        assert app.screen.focused is not None
        assert app.screen.focused.id == "names"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" ,;,\n, ", ""),
        ("[red]An[/red]", "[red]An[/red]"),
        ("[/]", "[/]"),
        ("\x1b]52;c;aGk=\x1b\\An\x9b2J", "]52"),
        ("👩‍👩‍👧 Zoë ❤️", "👩‍👩‍👧 Zoë ❤️"),
        ("שלום \u202eAn", "שלום An"),
        ("x" * 200, "x" * 60),
        ("\ud800An", "An"),
    ],
)
async def test_any_name_is_taken_clean(typed: str, kept: str, clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(50, 15)) as pilot:
        app.screen.query_one(TextArea).text = typed
        await pilot.pause()
        page(app)
        assert (await answer(pilot)).people[0].name == kept


def test_a_long_name_is_said_to_be_cut() -> None:
    assert about_names(("x" * 61,)).loud
    assert not about_names(("x" * 60,)).loud


# The other fields


async def test_a_question_of_several_lines_comes_in_whole(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        line = app.screen.query_one("#question", Line)
        line.focus()
        line.post_message(Paste("How do I\nsay [b]no[/]?\x1b"))
        await pilot.pause()
        question = (await answer(pilot)).question(0)
        assert question is not None
        assert question.text == "How do I say [b]no[/]?"


async def test_the_end_is_turned_to_in_steps_of_five_minutes(clock: Clock) -> None:
    app = preparing(clock)
    clock.now = datetime.combine(datetime.now(UTC).date(), time(9, 2)).astimezone(UTC)
    async with app.run_test(size=(80, 24)) as pilot:
        end = app.screen.query_one(EndLine)
        end.focus()
        await pilot.press("right")
        assert end.value == "09:55"
        await pilot.press("right")
        assert end.value == "10:00"
        await pilot.press("left", "left", "left")
        assert end.value == "09:45"
        await pilot.press("backspace", *"7", "right")
        assert end.value == "09:50"


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("16:30", time(16, 30)), ("16.30", time(16, 30)), ("1630", time(16, 30)), ("9", time(9))],
)
async def test_the_end_can_be_typed_in_many_ways(typed: str, hour: time, clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(EndLine).value = typed
        due = (await answer(pilot)).due
        assert due is not None
        assert due.astimezone().time() == hour


@pytest.mark.parametrize("typed", ["25:00", "16:99", "soon", "1", "163"])
def test_what_is_no_time_of_day_stands_in_the_way(typed: str) -> None:
    assert about_end(typed).stop is (typed != "1")


async def test_an_end_that_is_no_time_is_refused_and_shown(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(EndLine).value = "25:00"
        assert "! That is no time of day" in await refused(pilot)
        assert app.screen.focused is app.screen.query_one(EndLine)


# The method


async def test_another_method_brings_its_own_words(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "The case" in page(app)
        await pilot.press("down")
        assert "De casus" in page(app)
        (method,) = (await answer(pilot)).methods.values()
        assert method.language == "nl"


@pytest.mark.parametrize("size", [(50, 15), (80, 24), (120, 40)], ids=str)
async def test_the_check_list_is_read_to_its_end(size: tuple[int, int], clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        seen = ""
        for _ in range(20):
            seen += page(app)
            await pilot.press("pagedown")
        assert "pen and paper" in seen
        assert "Sit where one glance takes in" in seen
        await pilot.press(*["pageup"] * 20)
        assert "Five steps" in page(app)


async def test_without_a_method_that_works_it_says_so(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = empty_home()
    monkeypatch.setattr("intervisie_tui.store.methods.builtin_methods", lambda: home.root / "none")
    app = Host(PrepareScreen(shelf_of(home), clock))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "There is no method that can be read" in await refused(pilot)


async def test_a_method_that_breaks_meanwhile_is_said(clock: Clock) -> None:
    home = empty_home()
    mine = home.methods / "mine.toml"
    mine.write_text('format = 1\ntitle = "[/]"\nlanguage = "en"\n')
    app = Host(PrepareScreen(shelf_of(home), clock, mine))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "! mine.toml:1:1: " in await refused(pilot)
        assert str(home.root) not in page(app)
        await pilot.press("up")
        await answer(pilot)


@pytest.mark.usefixtures("marked")
async def test_the_form_keeps_what_was_filled_in_when_the_language_changes(clock: Clock) -> None:
    from intervisie_tui.tui.screens.base import speak

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
