"""Where to go, and who is there: two lists to walk."""

from typing import Final

import pytest
from textual import events

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from tests.domain.samples import FIVE, NINE, SMALL, prepared, under_way, where
from tests.tui.stage import SIZES, Size, led
from tests.tui.stage import SMALL as SMALL_SCREEN

ASKING: Final = under_way(SMALL, "2")
READING: Final = room.next_turn(under_way(FIVE, "explore.read"), NINE)


def presences(session: Session) -> list[str]:
    return [person.presence for person in session.people]


# The way


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_there(size: Size) -> None:
    async with led(ASKING, size=size) as stage:
        await stage.press("g")
        assert "▶ Ask" in stage.said()
        await stage.press("down", "enter")
        assert where(stage.session) == "3"
        await stage.press("u")
        assert stage.session == ASKING
        assert "Undone: Go to" in stage.said()


async def test_one_can_go_there_and_come_back() -> None:
    async with led(ASKING) as stage:
        await stage.press("g", "up", "d")
        assert where(stage.session) == "1"
        await stage.press("right")
        assert where(stage.session) == "2"
        await stage.press("u", "u")
        assert stage.session == ASKING


async def test_a_moment_can_be_left_out_and_taken_back() -> None:
    async with led(ASKING) as stage:
        await stage.press("g", "down", "s")
        assert where(stage.session) == "2"
        assert [stop.skipped for stop in stage.session.plan] == [False, False, True, False]
        await stage.press("g")
        assert "─ Talk" in stage.said()
        await stage.press("down", "s")
        assert stage.session.plan == ASKING.plan
        await stage.press("u", "u")
        assert stage.session == ASKING


@pytest.mark.parametrize("key", ["escape", "g"])
async def test_who_looks_at_the_way_stays(key: str) -> None:
    async with led(ASKING) as stage:
        await stage.press("g", key)
        assert stage.on_top == "SessionScreen"
        assert stage.session is ASKING


async def test_the_way_says_nothing_about_time() -> None:
    session = course.start(ASKING, NINE)
    async with led(session) as stage:
        await stage.pass_(minutes=50)
        await stage.press("g")
        assert "min" not in stage.said()
        assert ":" not in stage.said().replace("Enter:", "").replace("d:", "").replace(
            "s:", ""
        ).replace("Esc:", "")


async def test_every_moment_of_a_long_method_can_be_reached_on_a_small_screen() -> None:
    async with led(under_way(FIVE), size=SMALL_SCREEN) as stage:
        await stage.press("g")
        await stage.press("end")
        assert "Looking back · Who wants to" in stage.said()
        await stage.press("enter")
        assert where(stage.session) == "8.2"


async def test_the_list_opens_at_where_the_group_is() -> None:
    async with led(under_way(FIVE, "7.3"), size=SMALL_SCREEN) as stage:
        await stage.press("g")
        assert "▶ Advice · How sure?" in stage.said()


async def test_one_can_begin_anywhere() -> None:
    async with led(prepared(SMALL)) as stage:
        await stage.press("g", "end", "enter")
        assert where(stage.session) == "4"


# The people


@pytest.mark.parametrize(("key", "there"), [("l", "late"), ("g", "gone")])
async def test_who_is_late_or_gone_takes_no_turn(key: str, there: str) -> None:
    async with led(READING) as stage:
        await stage.press("w", key)
        assert presences(stage.session)[0] == there
        assert stage.on_top == "People"
        await stage.press("h")
        assert presences(stage.session) == ["here"] * 5
        await stage.press(key, "escape", "u")
        assert presences(stage.session) == ["here"] * 5


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "said"), [("l", "comes later"), ("g", "left")])
async def test_that_whoever_brings_the_case_is_not_here_is_said(
    key: str, said: str, size: Size
) -> None:
    async with led(under_way(FIVE), size=size) as stage:
        await stage.press("w", "end")
        assert "Who is here?" in stage.said()
        await stage.press(key)
        assert f"Karin brings the case and {said}" in stage.said()
        await stage.press("h")
        assert "Who is here?" in stage.said()


async def test_somebody_who_comes_later_may_bring_the_case_and_that_is_said() -> None:
    async with led(under_way(FIVE, case_giver=None)) as stage:
        await stage.press("w", "l", "c")
        assert stage.session.case_giver(stage.session.stop) == 1
        assert "An brings the case and comes later" in stage.said()


async def test_the_list_stays_at_the_seat_that_was_changed() -> None:
    async with led(READING) as stage:
        await stage.press("w", "down", "down", "l", "g")
        assert presences(stage.session) == ["here", "here", "gone", "here", "here"]
        assert "3 Cem · left" in stage.said()


@pytest.mark.parametrize("key", ["c", "enter"])
async def test_the_case_giver_is_named_and_taken_back(key: str) -> None:
    async with led(under_way(SMALL, case_giver=None)) as stage:
        await stage.press("w", "down", key)
        assert stage.session.case_giver(stage.session.stop) == 2
        assert "2 Bo · case giver" in stage.said()
        await stage.press(key)
        assert stage.session.case_giver(stage.session.stop) is None
        await stage.press("escape", "u", "u")
        assert stage.session == under_way(SMALL, case_giver=None)


async def test_somebody_joins_with_a_name_or_without() -> None:
    async with led(READING) as stage:
        await stage.press("w", "j")
        await stage.press(*"Evi", "enter")
        assert "6 Evi" in stage.said()
        await stage.press("j", "enter", "escape")
        assert [person.name for person in stage.session.people[5:]] == ["Evi", ""]
        await stage.press("u", "u")
        assert stage.session == READING


async def test_a_name_can_be_changed() -> None:
    async with led(READING) as stage:
        await stage.press("w", "n", *"na", "enter", "escape")
        assert stage.session.people[0].name == "Anna"
        assert " Anna " in stage.said()
        await stage.press("u")
        assert " An " in stage.said()


async def test_a_question_that_is_put_away_changes_nobody() -> None:
    async with led(READING) as stage:
        await stage.press("w", "n", "x", "escape", "j", "x", "escape", "escape")
        assert stage.session is READING


@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_a_seat_that_was_set_out_by_mistake_is_taken_away(key: str) -> None:
    async with led(READING) as stage:
        await stage.press("w", "j", "enter", "end", "g")
        assert "6 Seat 6 · left" in stage.said()
        await stage.press(key)
        assert "Seat 6" not in stage.said()
        assert stage.session.people == READING.people
        await stage.press("escape", "u", "u", "u")
        assert stage.session == READING


async def test_a_seat_whose_words_are_on_the_flap_is_not_taken_away() -> None:
    written = wall.write(READING, "What holds you?", by=1)
    async with led(written) as stage:
        await stage.press("w", "delete", "escape")
        assert stage.session is written


async def test_people_can_come_where_nobody_was_named() -> None:
    async with led(prepared(SMALL, names=(), case_giver=None)) as stage:
        await stage.press("w", "c", "l", "n", "delete", "escape")
        if stage.on_top == "People":
            await stage.press("escape")
        await stage.press("w", "j", "A", "enter", "escape")
        assert [person.name for person in stage.session.people] == ["A"]


HINTS: Final = {
    "g": ["Enter: go there · d: go and come back · s: leave out · Esc: stay"],
    "w": [
        "c: case giver, or not · h: here · l: later · g: left",
        "j: somebody joins · n: another name · Esc: done",
        "Del: take away a seat that was not needed",
    ],
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_keys_of_both_lists_stand_under_them(size: Size, language: Language) -> None:
    set_language(language)
    full = under_way(FIVE, names=["Bonifatius"] * 12)
    async with led(full, size=size) as stage:
        for key, hints in HINTS.items():
            await stage.press(key)
            await stage.press("end")
            assert all(_(hint) in stage.said() for hint in hints)
            assert "│" not in stage.said()
            await stage.press("escape")


async def test_the_last_of_twelve_can_be_chosen_on_a_small_screen() -> None:
    async with led(under_way(FIVE, names=[""] * 12), size=SMALL_SCREEN) as stage:
        await stage.press("w")
        await stage.press("end")
        assert "12 Seat 12" in stage.said()
        await stage.press("g")
        assert presences(stage.session)[-1] == "gone"
        assert "12 Seat 12 · left" in stage.said()


@pytest.mark.parametrize("burst", ["ll", "hl", "lgh", "gw"])
async def test_keys_that_come_in_a_burst_answer_once(burst: str) -> None:
    async with led(ASKING) as stage:
        await stage.press("w")
        for key in burst:
            # As a terminal hands them over: nobody waits for what the one before brought.
            stage.app.post_message(events.Key(key, key))
        await stage.settle()
        assert stage.on_top in {"People", "SessionScreen"}
        assert await stage.comes(lambda: stage.app.screen.is_mounted)
