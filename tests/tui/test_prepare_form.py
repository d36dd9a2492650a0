"""The fields of a session to prepare: any answer is taken clean, or refused clearly."""

from datetime import UTC, datetime, time

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from intervisie_tui.tui.screens.prepare_notes import about_end, about_names
from intervisie_tui.tui.widgets.choice import Choice
from intervisie_tui.tui.widgets.end_line import EndLine
from tests.conftest import Clock
from tests.tui.host import page
from tests.tui.preparing import answer, paste, preparing, refused

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
        assert (session := await answer(pilot)).case_giver(session.stop) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("An, Bo, an", "! Two people are called an: add a letter."),
        ("[/], [/]", "! Two people are called [/]: add a letter."),
        (",".join(map(str, range(13))), "! 13 names, and there is room for 12"),
    ],
)
@pytest.mark.parametrize(
    ("size", "keys"),
    [((50, 15), []), ((80, 24), []), ((80, 24), ["shift+tab"]), ((50, 15), ["tab"] * 5)],
    ids=str,
)
async def test_names_that_cannot_be_are_refused_and_shown(
    typed: str, said: str, size: tuple[int, int], keys: list[str], clock: Clock
) -> None:
    app = preparing(clock)
    async with app.run_test(size=size) as pilot:
        await paste(pilot, typed)
        await pilot.press(*keys)
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
        app.screen.query_one("#question").focus()
        app.post_message(Paste("How do I\nsay [b]no[/]?\x1b"))
        await pilot.pause()
        session = await answer(pilot)
        question = session.question(session.stop)
        assert question is not None
        assert question.text == "How do I say [b]no[/]?"


async def test_the_end_is_turned_to_in_steps_of_five_minutes(clock: Clock) -> None:
    app = preparing(clock)
    clock.now = datetime.combine(datetime.now(UTC).date(), time(9, 2)).astimezone(UTC)
    async with app.run_test(size=(80, 24)) as pilot:
        end = app.screen.query_one("#end", EndLine)
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
        app.screen.query_one("#end", EndLine).value = typed
        due = (await answer(pilot)).due
        assert due is not None
        assert due.astimezone().time() == hour


@pytest.mark.parametrize("typed", ["25:00", "16:99", "soon", "1", "163"])
def test_what_is_no_time_of_day_stands_in_the_way(typed: str) -> None:
    assert about_end(typed).stop is (typed != "1")


async def test_an_end_that_is_no_time_is_refused_and_shown(clock: Clock) -> None:
    app = preparing(clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#end", EndLine).value = "25:00"
        assert "! That is no time of day" in await refused(pilot)
        assert app.screen.focused is app.screen.query_one("#end", EndLine)
