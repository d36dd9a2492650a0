"""Leading a session: nothing goes by itself, and nothing is lost."""

from typing import Final

import pytest

from intervisie_tui.domain import course, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.session import seconds_of
from intervisie_tui.tui.widgets.chart import Chart
from intervisie_tui.tui.widgets.flap import TURN
from tests.domain.samples import (
    FIVE,
    NINE,
    line,
    prepared,
    texts,
    under_way,
    written,
)
from tests.tui.stage import Stage, led

RUNNING: Final = course.start(under_way(FIVE, "explore.write"), NINE)
READING: Final = written("explore.read", "one", "two", "three")
JUDGING: Final = written("explore.rank", "one", "two", "three")


def answering() -> Session:
    session = written("explore.answer", "one", "two", "three")
    for entry, label in ((1, "neutral"), (2, "helpful"), (3, "not helpful")):
        session = wall.judge(session, entry, label)
    return session


# Time


async def test_nothing_advances_by_itself() -> None:
    async with led(RUNNING) as stage:
        put = len(stage.record.all)
        await stage.pass_(hours=1)
        assert stage.session is RUNNING
        assert len(stage.record.all) == put


async def test_the_clock_starts_when_that_is_asked() -> None:
    async with led(under_way(FIVE, "explore.write")) as stage:
        await stage.pass_(minutes=1)
        assert stage.session.since is None
        await stage.press("space")
        await stage.pass_(minutes=1)
        assert "2 min left" in stage.said()
        await stage.press("space")
        await stage.pass_(minutes=10)
        assert "2 min left · clock stands still" in stage.said()


async def test_leaving_a_moment_stops_its_clock() -> None:
    async with led(RUNNING) as stage:
        await stage.pass_(minutes=2)
        await stage.press("right")
        assert stage.session.since is None
        assert stage.session.plan[stage.session.index(RUNNING.at)].spent == 120


async def test_undo_is_as_if_the_verb_was_never_given_for_the_clock_too() -> None:
    async with led(RUNNING) as stage:
        await stage.pass_(minutes=1)
        await stage.press("right")
        await stage.pass_(minutes=1)
        await stage.press("u")
        assert stage.session == RUNNING
        assert stage.session.spent(stage.clock()) == 120


# Undo


async def test_undo_and_redo_say_what_they_did() -> None:
    async with led(RUNNING) as stage:
        await stage.press("plus", "u")
        assert "Undone: A minute more" in stage.said()
        await stage.press("y")
        assert "Done again: A minute more" in stage.said()
        await stage.press("right")
        assert "Done again" not in stage.said()


async def test_undo_points_at_the_line_it_brought_back() -> None:
    async with led(READING, Desk(selected=1)) as stage:
        await stage.press("delete")
        assert stage.desk.selected is None
        await stage.press("u")
        assert stage.desk.selected == 1


async def test_every_verb_is_undone_in_the_order_of_doing() -> None:
    async with led(READING) as stage:
        was = [stage.session]
        for key in ("plus", "tab", "down", "shift+down", "delete", "right", "s", "left", "f10"):
            await stage.press(key)
            was += [stage.session] if stage.session != was[-1] else []
        assert len(was) == 9
        for before in reversed(was[:-1]):
            await stage.press("u")
            assert stage.session == before
        for after in was[1:]:
            await stage.press("y")
            assert stage.session == after


async def test_who_does_something_else_cannot_redo_any_more() -> None:
    async with led(RUNNING) as stage:
        await stage.press("plus", "u", "minus", "y")
        assert stage.session.stop.added == -60


# Turns, labels, answers


async def test_tab_goes_round_the_table() -> None:
    async with led(under_way(FIVE, "explore.read")) as stage:
        for signs in ("▶···", "✓▶··", "✓✓▶·"):
            await stage.press("tab")
            assert round_of(stage) == signs
        await stage.press("p")
        assert round_of(stage) == "✓✓─▶"
        await stage.press("tab")
        assert round_of(stage) == "✓✓─✓"
        await stage.press("2")
        assert round_of(stage) == "✓▶─✓"
        await stage.press("shift+tab")
        assert round_of(stage) == "✓·─▶"


def round_of(stage: Stage) -> str:
    """The signs in the row with the round, in the order of the seats."""
    row = next(row for row in stage.page().split("\n") if "An" in row and "Dee" in row)
    return "".join(sign for sign in row if sign in TURN.values())


async def test_digits_judge_one_line_after_another() -> None:
    async with led(JUDGING, Desk(selected=1)) as stage:
        await stage.press("1", "3", "2")
        judged = [entry.label for _sheet, entry in stage.session.entries()]
        assert judged == ["helpful", "not helpful", "neutral"]
        await stage.press("u", "u")
        assert [entry.label for _sheet, entry in stage.session.entries()][1:] == [None, None]


async def test_a_moment_starts_at_the_line_that_asks_for_something() -> None:
    ready = answering()
    async with led(course.go_to(ready, ready.at - 1, NINE)) as stage:
        await stage.press("right")
        assert stage.desk.selected == 2


async def test_the_answering_pass_begins_with_the_helpful_questions() -> None:
    async with led(answering()) as stage:
        last = [row.split()[-1] for row in stage.page().split("\n") if row.strip()]
        assert [word for word in last if word in {"one", "two"}] == ["two", "one"]
        assert "three" not in stage.said()
        await stage.press("tab")
        assert line(stage.session, 2).answered
        assert stage.desk.selected == 1
        await stage.press("a")
        assert line(stage.session, 1).answered


async def test_a_digit_chooses_a_line() -> None:
    async with led(written("7.2", "one", "two")) as stage:
        await stage.press("2")
        assert line(stage.session, 2).picked
        await stage.press("2")
        assert not line(stage.session, 2).picked


async def test_a_digit_puts_a_line_on_the_scale() -> None:
    async with led(written("7.3", "Karin"), Desk(selected=1)) as stage:
        await stage.press("3")
        assert line(stage.session).label == "3"


async def test_what_cannot_be_seen_is_not_changed() -> None:
    async with led(READING, Desk(selected=1, face="regie")) as stage:
        await stage.press("delete", "shift+down", "down")
        assert stage.session is READING
        assert stage.desk.selected == 1


# With the mouse


async def test_the_mouse_asks_for_the_same_verbs() -> None:
    async with led(READING) as stage:
        chart = stage.screen.query_one("#chart", Chart)
        for message, order in (
            (Chart.Selected(2), ["one", "two", "three"]),
            (Chart.Moved(1, 2), ["two", "three", "one"]),
            (Chart.Removed(3), ["two", "one"]),
        ):
            chart.post_message(message)
            await stage.pilot.pause()
            assert texts(stage.session, "Questions") == order
        assert stage.desk.selected == 2
        await stage.press("u", "u")
        assert stage.session == READING


@pytest.mark.parametrize(
    ("session", "message", "field", "value"),
    [
        (JUDGING, Chart.Judged(1, "neutral"), "label", "neutral"),
        (answering(), Chart.Answered(2), "answered", True),
        (written("7.2", "one", "two"), Chart.Picked(2), "picked", True),
        (written("7.1", "one", "two"), Chart.Placed(2, "think over"), "column", "think over"),
        (written("7.4", "one", "two"), Chart.Agreed(2), "agreed", True),
    ],
)
async def test_a_click_on_a_sign_is_a_verb_too(
    session: Session, message: Chart.Selected, field: str, value: object
) -> None:
    async with led(session) as stage:
        stage.screen.query_one("#chart", Chart).post_message(message)
        await stage.pilot.pause()
        assert getattr(line(stage.session, message.entry), field) == value
        await stage.press("u")
        assert stage.session == session
        assert "Undone" in stage.said()


async def test_a_click_on_a_line_selects_it() -> None:
    async with led(READING) as stage:
        row = next(y for y, row in enumerate(stage.page().split("\n")) if "two" in row)
        await stage.pilot.click(offset=(14, row))
        assert stage.desk.selected == 2


# Language


@pytest.mark.parametrize(
    "desk", [Desk(), Desk(face="regie"), Desk(large="rules"), Desk(writing=True)]
)
async def test_every_word_follows_the_language(desk: Desk) -> None:
    for session in (prepared(), written("explore.read", "", "two"), course.finish(READING, NINE)):
        async with led(session, desk) as stage:
            speak(stage.app, "nl")
            await stage.settle()
            live = stage.page()
            await stage.open(session, desk)
            await stage.settle()
            assert live == stage.page()


# Setting the time


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("4", 240),
        ("4:30", 270),
        ("2,5", 150),
        (" 2.5 ", 150),
        ("0", 0),
        ("1:75", None),
        ("x", None),
    ],
)
def test_minutes_are_read_as_people_write_them(said: str, seconds: float | None) -> None:
    assert seconds_of(said) == seconds


async def test_the_time_can_be_set() -> None:
    async with led(RUNNING) as stage:
        await stage.pass_(minutes=1)
        await stage.press("t", "7", "enter")
        assert "7 min left" in stage.said()
        await stage.press("u")
        assert "2 min left" in stage.said()
