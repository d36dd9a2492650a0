"""Sheets that hang instead of the flap: blank, rules, welcome, closing, and a plea for room."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from intervisie_tui.domain import course
from intervisie_tui.domain.method import Questions
from intervisie_tui.locale import _
from intervisie_tui.tui.screens.leading import SMALL as TOO_SMALL
from tests.domain.samples import (
    FIVE,
    NINE,
    prepared,
    under_way,
    where,
    written,
)
from tests.domain.samples import SMALL as METHOD
from tests.tui.stage import SIZES, SMALL, USUAL, Size, led

RUNNING: Final = course.start(under_way(FIVE, "explore.write"), NINE)
READING: Final = written("explore.read", "one", "two", "three")

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


MANY_QUESTIONS: Final = under_way(
    replace(
        METHOD,
        questions=tuple(
            Questions(title=f"Kind {n}", examples=(f"What of {n}?", f"Who of {n}?"))
            for n in range(1, 6)
        ),
    )
)


async def test_a_rule_of_the_method_that_holds_in_this_moment_hangs_once() -> None:
    rules = ("Let each other finish.", "What is said stays here.")
    first = replace(METHOD.steps[0], remember=rules[:1])
    async with led(under_way(replace(METHOD, rules=rules, steps=(first,)))) as stage:
        await stage.press("r")
        assert [stage.said().count(rule) for rule in rules] == [1, 1]


async def test_open_questions_hang_large_and_can_all_be_read_on_a_small_screen() -> None:
    async with led(MANY_QUESTIONS, size=(50, 15)) as stage:
        await stage.press("v")
        seen = stage.said()
        assert "Kind 1 What of 1? Who of 1?" in seen
        await stage.press("down", "down")
        assert "Who of 5?" in stage.said()
        await stage.press("up", "up")
        assert "Kind 1" in stage.said()
        await stage.press("v")
        assert "Kind" not in stage.said()
        assert stage.session is MANY_QUESTIONS


@pytest.mark.parametrize("size", SIZES)
async def test_a_large_sheet_says_how_to_put_it_away(size: Size) -> None:
    async with led(MANY_QUESTIONS, size=size) as stage:
        for key in ("r", "v"):
            assert "Esc" not in stage.footer()
            await stage.press(key)
            assert "Esc Put away" in stage.footer()
            await stage.press("escape")
            assert stage.desk.large is None


async def test_the_questions_of_this_moment_come_before_those_of_the_method() -> None:
    method = MANY_QUESTIONS.methods["sample"]
    first = replace(method.steps[0], examples=("Who was there?",))
    session = under_way(replace(method, steps=(first, *method.steps[1:])))
    async with led(session) as stage:
        await stage.press("v")
        assert "You could ask Who was there?" in stage.said()
        assert "Kind 1" not in stage.said()
        await stage.press("v", "f2")
        assert "? Who was there?" in stage.said()
