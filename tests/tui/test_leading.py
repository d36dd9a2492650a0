"""Leading a session: nothing goes by itself, and nothing is lost."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.history import Change
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.locale import _
from intervisie_tui.tui.screens.base import speak
from intervisie_tui.tui.screens.leading import SMALL as TOO_SMALL
from intervisie_tui.tui.screens.session import seconds_of
from intervisie_tui.tui.widgets.chart import Chart
from tests.domain.samples import (
    FIVE,
    NINE,
    line,
    prepared,
    texts,
    under_way,
    where,
    written,
)
from tests.tui.stage import SIZES, SMALL, USUAL, Size, Stage, led

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
        for table in (
            "▶ An · Bo · Cem · Dee",
            "✓ An ▶ Bo · Cem · Dee",
            "✓ An ✓ Bo ▶ Cem · Dee",
        ):
            await stage.press("tab")
            assert table in stage.said()
        await stage.press("p")
        assert "✓ An ✓ Bo ─ Cem ▶ Dee" in stage.said()
        await stage.press("tab")
        assert "✓ An ✓ Bo ─ Cem ✓ Dee" in stage.said()
        await stage.press("2")
        assert "✓ An ▶ Bo ─ Cem ✓ Dee" in stage.said()


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
        rows = [row.strip() for row in stage.page().split("\n") if " one" in row or " two" in row]
        assert [row.split()[-1] for row in rows] == ["two", "one"]
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


# Blank, rules, look ahead, sheets


async def test_the_blank_sheet_is_empty() -> None:
    for size in SIZES:
        async with led(READING, size=size) as stage:
            await stage.press("b")
            assert stage.said() == ""


async def test_the_blank_sheet_stops_the_clock_and_is_no_verb() -> None:
    async with led(RUNNING) as stage:
        await stage.press("plus")
        with_minute = stage.session
        await stage.pass_(minutes=1)
        await stage.press("full_stop")
        assert stage.session.since is None
        await stage.pass_(minutes=20)
        await stage.press("b")
        assert stage.session.spent(stage.clock()) == 60
        await stage.pass_(minutes=1)
        assert stage.session.spent(stage.clock()) == 120
        await stage.press("u")
        assert stage.session.stop == RUNNING.stop
        assert stage.session.spent(stage.clock()) == 120
        await stage.press("y")
        assert stage.session.stop.added == with_minute.stop.added == 60
        assert stage.session.spent(stage.clock()) == 120


async def test_a_clock_that_stood_still_does_so_after_the_blank_sheet() -> None:
    async with led(READING) as stage:
        await stage.press("b")
        await stage.press("b")
        assert stage.session is READING


async def test_nothing_leads_while_the_sheet_is_blank() -> None:
    async with led(RUNNING) as stage:
        await stage.press("b")
        blank = stage.session
        for key in ("right", "space", "plus", "u", "f2", "r", "enter", "w", "question_mark", "f9"):
            await stage.press(key)
        assert stage.session is blank
        assert stage.on_top == "SessionScreen"
        assert stage.said() == ""


async def test_the_rules_hang_large_until_the_group_moves_on() -> None:
    async with led(under_way(FIVE, "explore.read"), size=SMALL) as stage:
        await stage.press("r")
        for rule in (*FIVE.rules, "No answers yet.", "Karin is silent"):
            assert rule in stage.said()
        await stage.press("right")
        assert "What is said here stays here." not in stage.said()
        await stage.press("r")
        assert "What is said here stays here." in stage.said()
        await stage.press("r")
        assert "What is said here stays here." not in stage.said()


async def test_a_look_ahead_does_not_move() -> None:
    async with led(RUNNING) as stage:
        await stage.press("l")
        assert "After this: Exploring · Reading out" in stage.said()
        assert stage.session is RUNNING
        await stage.press("l")
        assert "After this" not in stage.said()


@pytest.mark.parametrize("size", SIZES)
async def test_the_welcome_sheet_says_nothing_of_the_case(size: Size) -> None:
    session = prepared(
        group="Tuesday", question="Do I dare to say no?", due=NINE + timedelta(hours=1)
    )
    async with led(session, size=size) as stage:
        hour = f"{(NINE + timedelta(hours=1)).astimezone():%H:%M}"
        sheet = stage.said().removesuffix(" ".join(stage.footer().split())).strip()
        assert sheet == f"Welcome Five steps Tuesday until {hour}"


async def test_one_key_leads_from_the_welcome_sheet_into_the_first_moment() -> None:
    async with led(prepared()) as stage:
        await stage.press("pagedown")
        assert where(stage.session) == "3.1"
        await stage.press("u")
        assert "Welcome" in stage.said()


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_moment_leads_to_the_closing_sheet(size: Size) -> None:
    async with led(under_way(FIVE, "8.2"), size=size) as stage:
        await stage.press("right")
        assert "Thank you all" in stage.said()
        assert "Enter Close" in stage.footer()
        assert "An" not in stage.said().split()
        await stage.press("left")
        assert where(stage.session) == "8.2"


# Small screens


@pytest.mark.parametrize("size", [(49, 20), (80, 14), (20, 5)])
async def test_a_screen_that_is_too_small_says_so_and_comes_back(size: Size) -> None:
    async with led(RUNNING) as stage:
        before = stage.page()
        await stage.resize(size)
        assert " ".join(_(TOO_SMALL).split()[:3]) in stage.said()
        assert "Exploring" not in stage.said()
        await stage.resize(USUAL)
        assert stage.page() == before


async def test_nothing_leads_while_nothing_can_be_seen() -> None:
    async with led(RUNNING) as stage:
        await stage.resize((40, 10))
        await stage.press("right", "s", "delete", "enter")
        assert stage.session is RUNNING


# Wiping


async def test_a_wiped_line_is_gone_from_everything_that_can_come_back() -> None:
    async with led(READING, Desk(selected=2)) as stage:
        await stage.press("shift+up", "shift+down", "u")
        await stage.press("x")
        assert "for good" in stage.said()
        await stage.press("y", "enter")
        kept = (stage.session, *(change.session for change in all_changes(stage)))
        assert all("two" not in texts(session, "Questions") for session in kept)
        assert stage.record.all[-1][0] is stage.session
        assert stage.desk.selected != 2
        assert "two" not in stage.said()
        for key in ("u", "u", "y", "y"):
            await stage.press(key)
            assert "two" not in texts(stage.session, "Questions")


def all_changes(stage: Stage) -> tuple[Change, ...]:
    return (*stage.screen.history.past, *stage.screen.history.future)


@pytest.mark.parametrize("keys", [["n"], ["escape"], ["enter"]])
async def test_a_line_is_not_wiped_by_accident(keys: list[str]) -> None:
    async with led(READING, Desk(selected=2)) as stage:
        await stage.press("x", *keys)
        assert stage.session is READING


async def test_a_line_that_is_being_changed_can_be_wiped_too() -> None:
    async with led(READING, Desk(selected=2)) as stage:
        await stage.press("e")
        await stage.write(" and more")
        await stage.app.run_action("wipe", stage.screen)
        await stage.settle()
        await stage.press("y", "enter")
        assert texts(stage.session, "Questions") == ["one", "three"]
        assert stage.desk == replace(stage.desk, writing=False, draft="", editing=None)
        assert "two" not in repr(stage.record.all[-1])


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


@pytest.mark.parametrize("desk", [Desk(), Desk(face="regie"), Desk(rules=True), Desk(writing=True)])
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


# Words from people


async def test_words_of_people_are_neither_markup_nor_control() -> None:
    nasty = "[red]x[/] \x1b[31m\u202e [/nope] [@click=app.quit]y[/]"
    session = prepared(names=[nasty, "", "Cem"], case_giver=1, group=nasty, question=nasty)
    session = course.begin(session, NINE)
    session = room.note(wall.write_on(session, "Questions", nasty, by=1), nasty)
    session = room.show_names(course.go_to(session, 8, NINE))
    async with led(session) as stage:
        for key in ("tab", "f2", "f2", "r", "r", "g", "escape", "w", "escape", "f10"):
            await stage.press(key)
            assert not UNSEEN.search(stage.page().replace("\n", ""))
        await stage.press("left")
        assert "[@click=app.quit]y[/]" in stage.said()
