"""The way through a method on the screen: passes, choices, detours, roles and small groups."""

from dataclasses import replace
from typing import Final

import pytest

from intervisie_tui.domain import course, room
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Choose, Module, Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.view import view
from intervisie_tui.tui.widgets import wording
from tests.domain.samples import NINE, under_way, where
from tests.flows import EVERY_WAY
from tests.tui.stage import SIZES, SMALL, USUAL, Size, led

TELL: Final = "consult.tell"
NO_CASE: Final = None

TURNS: Final = Method(
    format=1,
    title="Turns",
    language="en",
    steps=(
        Step(
            title="Consulting",
            each="everyone",
            as_="case-giver",
            moments=(
                Moment(title="Telling", speaks=("case-giver",)),
                Moment(
                    title="Talking",
                    speaks=("peers",),
                    silent=("case-giver",),
                    unless="something cannot be heard",
                ),
            ),
        ),
        Step(title="Asking", times=Span(1, 3), asks=("peers",), detours=("pause",)),
        Step(title="Deciding", choose=Choose(from_=("draw", "write"), by="peers")),
    ),
    modules=(
        Module(title="Drawing", id="draw", speaks=("peers",)),
        Module(title="Writing", id="write", writes=("peers",)),
        Module(title="A pause", id="pause", silent=("everyone",)),
    ),
)
"""Everybody has a case; then a round that may be done again, and a choice."""


def at(moment: str, method: Method = TURNS) -> Session:
    return under_way(method, moment, case_giver=NO_CASE)


def every(moment: str) -> Session:
    return under_way(EVERY_WAY, moment)


def second(session: Session) -> Session:
    """The session in the second visit to its moment."""
    visits = [stop.id for stop in session.plan if stop.moment == session.stop.moment]
    return course.go_to(session, visits[1], NINE)


# Passes


@pytest.mark.parametrize(
    ("size", "said"), [(SMALL, "round 2/5 · Bo 1/3"), (USUAL, "round 2 of 5 · Bo step 1 of 3")]
)
async def test_a_pass_says_which_it_is_and_for_whom(size: Size, said: str) -> None:
    async with led(second(at("1.1")), size=size) as stage:
        assert f"Consulting · Telling · {said}" in stage.said()
        assert "Bo speaks" in stage.said()


async def test_a_pass_of_as_many_as_one_likes_says_no_total() -> None:
    async with led(at("2")) as stage:
        assert "Asking · round 1 step 2 of 3" in stage.said()


async def test_what_is_not_counted_has_no_number() -> None:
    async with led(at("draw")) as stage:
        assert stage.said().startswith("Drawing ●")
        await stage.press("f2")
        assert "+ Drawing" in stage.said()
        assert "step" not in stage.said()


async def test_whom_each_pass_is_for_stands_in_the_plan_and_on_regie() -> None:
    async with led(at("1.2")) as stage:
        await stage.press("g")
        assert "· Consulting · Telling · 2/5 Bo" in stage.said()
        await stage.press("escape", "f2")
        assert "Telling · 2/5 Bo" in stage.said()
        assert "After this: Consulting · Telling · 2/5 Bo" in stage.said()


async def test_another_pass_is_offered_at_the_end_of_the_last_one_alone() -> None:
    async with led(at("2")) as stage:
        assert "d Another round" in stage.footer()
        await stage.press("d")
        assert "Asking · round 2" in stage.said()
        await stage.press("d")
        assert "Another round" not in stage.footer()
        await stage.press("u")
        assert "Undone: Another round" in stage.said()
        await stage.press("left")
        assert "Another round" not in stage.footer()


async def test_another_round_is_offered_where_the_group_may_want_one() -> None:
    async with led(every("guest.2")) as stage:
        assert "d Another round" in stage.footer()
        before = len(stage.session.plan)
        await stage.press("d")
        assert (where(stage.session), len(stage.session.plan)) == ("guest.2", before + 1)


async def test_who_gets_another_pass_changes_places_with_whose_it_was() -> None:
    async with led(at("1.1")) as stage:
        await stage.press("w", "down", "c", "escape")
        assert "round 1 of 5 · Bo" in stage.said()
        assert [s.lap.people for s in stage.session.plan[:3] if s.lap] == [(2,), (2,), (1,)]
        await stage.press("u")
        assert "round 1 of 5 · An" in stage.said()


# Who speaks


async def test_an_exception_is_said_with_the_silence() -> None:
    async with led(at("1.2")) as stage:
        assert "○ An is silent, unless something cannot be heard" in stage.said()
        await stage.press("r")
        assert "An is silent, unless something cannot be heard" in stage.said()


async def test_an_exception_may_be_a_sentence_too() -> None:
    async with led(under_way(EVERY_WAY, "consult.talk", names=["An", "Bo"])) as stage:
        said = stage.said()
        assert "is silent, opposite the group. You may say stop." in said


async def test_small_groups_say_who_sits_with_whom_and_whose_case_it_is() -> None:
    async with led(every(TELL), size=SMALL) as stage:
        assert "Group 1: An (case giver), Bo" in stage.said()
        assert "Group 2: Cem (case giver), Dee, Karin" in stage.said()
        assert "the case giver speaks in turn" in stage.said()
        assert "Consulting · Tell · round 1/3 2/9" in stage.said()


async def test_another_case_giver_in_one_group_leaves_the_other_as_it_is() -> None:
    async with led(every(TELL)) as stage:
        await stage.press("w", "down", "c")
        assert "2 Bo · case giver" in stage.said()
        assert "3 Cem · case giver" in stage.said()
        await stage.press("escape")
        assert "Group 1: An, Bo (case giver)" in stage.said()


async def test_who_has_a_role_of_the_methods_own_is_said_by_name() -> None:
    session = room.hold(every("apart"), "reporter", 2)
    there = next(stop.id for stop in session.plan if stop.moment == "report")
    async with led(course.go_to(session, there, NINE)) as stage:
        assert "Bo and Cem (reporter) speak in turn" in stage.said()


# Roles


@pytest.mark.parametrize("size", SIZES)
async def test_a_digit_gives_the_role_that_is_given_out_here(size: Size) -> None:
    async with led(every("begin"), size=size) as stage:
        assert "Who is scribe?" in stage.said()
        assert "1 An 2 Bo 3 Cem 4 Dee 5 Karin" in stage.said()
        assert "1–5 Give a role" in stage.footer()
        await stage.press("2")
        assert "Scribe: Bo" in stage.said()
        assert "1–3 Choose" in stage.footer()
        await stage.press("u")
        assert "Undone: Give a role" in stage.said()
        assert "Who is scribe?" in stage.said()


async def test_a_key_goes_round_the_roles_of_a_seat() -> None:
    async with led(every("begin")) as stage:
        await stage.press("w", "down", "r")
        assert "2 Bo · scribe" in stage.said()
        await stage.press("r")
        assert "2 Bo · reporter" in stage.said()
        await stage.press("r")
        assert "reporter" not in stage.said().split("2 Bo")[1].split("3 Cem")[0]
        await stage.press("escape", "u", "u", "u")
        assert stage.session == every("begin")


async def test_a_method_without_roles_has_no_key_for_them() -> None:
    async with led(at("2")) as stage:
        await stage.press("w", "r")
        assert "another role" not in stage.said()
        assert stage.on_top == "People"
        assert stage.session == at("2")


async def test_only_who_is_here_is_offered_a_role() -> None:
    session = room.presence(room.presence(every("begin"), 3, "late"), 4, "gone")
    async with led(session) as stage:
        assert "1 An 2 Bo 5 Karin" in stage.said()
        await stage.press("3")
        assert "Who is scribe?" in stage.said()
        await stage.press("w", "down", "down", "r", "escape")
        assert stage.session is session


# Choices and detours


@pytest.mark.parametrize("size", SIZES)
async def test_digits_choose_what_comes_next(size: Size) -> None:
    async with led(at("3"), size=size) as stage:
        assert "The others choose 1: 1 · Drawing 2 · Writing" in stage.said()
        assert "1–2 Choose" in stage.footer()
        await stage.press("2")
        assert "1 · Drawing 2 ✓ Writing" in stage.said()
        await stage.press("f2")
        assert "2 ✓ Writing" in stage.said()
        await stage.press("right")
        assert where(stage.session) == "write"


async def test_several_are_chosen_one_by_one_and_none_is_until_then() -> None:
    async with led(room.hold(every("begin"), "scribe", 2)) as stage:
        assert "1 · Brainstorm 2 · Draw 3 · Write" in stage.said()
        await stage.press("2")
        assert "1 · Brainstorm 2 ✓ Draw 3 · Write" in stage.said()
        await stage.press("3")
        assert "1 · Brainstorm 2 ✓ Draw 3 ✓ Write" in stage.said()
        await stage.press("u", "u")
        assert "✓" not in stage.said()


async def test_who_goes_on_without_choosing_goes_where_the_regie_says() -> None:
    words = "If nothing is chosen, → goes on with Drawing"
    async with led(at("3")) as stage:
        assert words not in stage.said()
        await stage.press("f2")
        assert words in " ".join(row[36:].strip() for row in stage.page().split("\n"))
        await stage.press("1")
        assert "If nothing is chosen" not in stage.said()
        await stage.press("u", "right")
        assert where(stage.session) == "draw"


async def test_the_digit_of_a_choice_is_the_one_that_stands_before_it() -> None:
    drawing, writing, pause = TURNS.modules
    online = replace(TURNS, modules=(replace(drawing, when="online"), writing, pause))
    async with led(at("3", online)) as stage:
        assert "The others choose 1: 1 · Writing" in stage.said()
        assert "1 Choose" in stage.footer()
        await stage.press("1")
        assert "1 ✓ Writing" in stage.said()


async def test_a_detour_stands_at_the_end_of_the_way_and_comes_back() -> None:
    async with led(at("2")) as stage:
        assert "g In between" in stage.footer()
        await stage.press("g")
        assert "+ A pause · in between" in stage.said()
        await stage.press("end", "s")
        assert stage.on_top == "Plan"
        await stage.press("enter")
        assert where(stage.session) == "pause"
        await stage.press("right")
        assert where(stage.session) == "2"


@pytest.mark.parametrize("key", ["enter", "d"])
async def test_both_keys_of_the_plan_go_to_a_detour_and_come_back(key: str) -> None:
    async with led(at("2")) as stage:
        await stage.press("g", "end", key)
        assert where(stage.session) == "pause"
        assert "After this: Asking" in wording.after_this(view(stage.session, NINE))


async def test_regie_says_what_else_may_be_done() -> None:
    async with led(at("2")) as stage:
        await stage.press("f2")
        assert "+ Another round may be added" in stage.said()
        assert "+ In between: A pause" in stage.said()
