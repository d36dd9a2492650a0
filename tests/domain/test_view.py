from dataclasses import replace
from typing import Any

import pytest

from intervisie_tui.domain import course, flow, room, wall
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import View, view
from tests.domain.samples import FIVE, KARIN, NINE, SMALL, after, prepared, stop_at, under_way


def shown(session: Session, seconds: float = 0) -> View:
    return view(session, after(seconds))


def floor(session: Session) -> list[tuple[str, str | None]]:
    return [(part.role, part.right) for part in shown(session).floor]


# Where the group is


@pytest.mark.parametrize("first_meeting", [True, False])
def test_steps_are_counted_as_the_group_does_them(first_meeting: bool) -> None:
    session = under_way(first_meeting=first_meeting)
    seen = [shown(course.go_to(session, stop.id, NINE)) for stop in session.plan]
    titles = dict.fromkeys(each.step_title for each in seen)
    assert len(titles) == (7 if first_meeting else 6)
    counted = {title: number for number, title in enumerate(titles, 1)}
    assert [each.step for each in seen] == [counted[each.step_title] for each in seen]
    assert {each.steps for each in seen} == {len(titles)}


def test_a_step_of_one_moment_has_one_title() -> None:
    seen = shown(under_way(SMALL))
    assert (seen.step_title, seen.moment_title) == ("Tell", "")
    seen = shown(under_way(FIVE, "explore.rank"))
    assert (seen.step_title, seen.moment_title) == ("Exploring", "Ranking")


def test_what_holds_now_is_what_the_moment_and_its_method_say() -> None:
    seen = shown(under_way(FIVE, "explore.read"))
    assert (seen.say, seen.remember) == ("Two questions each.", ("No answers yet.",))
    assert (seen.tips, seen.rules) == (("Watch the group.",), FIVE.rules)
    assert (seen.method, seen.lines_each, seen.in_turn) == ("Five steps", 2, True)


@pytest.mark.parametrize("method", [FIVE, SMALL])
def test_every_moment_has_a_view_in_every_stage(method: Method) -> None:
    for known in ({}, {"case_giver": None}, {"names": ()}, {"names": (), "case_giver": None}):
        welcome = prepared(method, first_meeting=True, **known)
        for stop in welcome.plan:
            session = course.go_to(welcome, stop.id, NINE)
            for each in (welcome, session, course.finish(session, NINE)):
                assert shown(each).stage == each.stage


def test_a_view_is_made_of_the_session_and_the_time_alone() -> None:
    session = course.start(wall.write(under_way(FIVE, "explore.read"), "a"), NINE)
    before = repr(session)
    assert shown(session, 30) == shown(session, 30)
    assert shown(session, 30) != shown(session, 31)
    assert repr(session) == before


# The question


def test_the_question_is_the_latest_version() -> None:
    session = under_way(FIVE, "4.3")
    assert shown(session).question == ""
    session = wall.write(wall.write(session, "How?"), "What?")
    for moment in ("4.1", "explore.rank", "8.2"):
        there = course.go_to(session, stop_at(session, moment), NINE)
        assert shown(there).question == "What?"


def test_a_question_is_shown_where_no_chart_is_declared_for_it() -> None:
    assert shown(under_way(SMALL, question="How?")).question == "How?"


# The floor


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ({}, [("case-giver", None), ("peers", None)]),
        ({"speaks": ("case-giver",)}, [("case-giver", "speaks"), ("peers", None)]),
        ({"speaks": ("peers",)}, [("peers", "speaks"), ("case-giver", None)]),
        ({"speaks": ("everyone",)}, [("everyone", "speaks")]),
        (
            {"speaks": ("facilitator",)},
            [("facilitator", "speaks"), ("case-giver", None), ("peers", None)],
        ),
        (
            {"silent": ("peers",), "speaks": ("case-giver",)},
            [("case-giver", "speaks"), ("peers", "silent")],
        ),
        (
            {"answers": ("case-giver",), "asks": ("peers",)},
            [("peers", "asks"), ("case-giver", "answers")],
        ),
        (
            {"asks": ("peers",), "writes": ("peers",)},
            [("peers", "asks"), ("peers", "writes"), ("case-giver", None)],
        ),
        ({"silent": ("everyone",)}, [("everyone", "silent")]),
        ({"away": ("case-giver",)}, [("case-giver", None), ("peers", None)]),
    ],
)
def test_who_has_the_floor_comes_first_and_who_has_nothing_listens(
    moment: dict[str, Any], expected: list[tuple[str, str | None]]
) -> None:
    method = replace(SMALL, steps=(replace(Step(title="S"), **moment),))
    assert floor(under_way(method)) == expected


def test_who_writes_in_silence_stands_there_once_unless_the_silence_has_an_exception() -> None:
    step = Step(title="S", speaks=("peers",), writes=("case-giver",), silent=("case-giver",))
    alone = under_way(replace(SMALL, steps=(step,)))
    assert floor(alone) == [("peers", "speaks"), ("case-giver", "writes")]
    excepted = under_way(replace(SMALL, steps=(replace(step, unless="it is not clear"),)))
    assert floor(excepted)[-1] == ("case-giver", "silent")


def test_a_role_is_shown_where_it_sits() -> None:
    parts = {part.role: part.place for part in shown(under_way(FIVE, "7.1")).floor}
    assert parts == {"peers": None, "case-giver": "back-turned"}


# The clock


@pytest.mark.parametrize(
    ("moment", "ran", "left", "time"),
    [
        ("1", 0, 240, "well"),
        ("1", 179, 61, "well"),
        ("1", 180, 60, "nearly-up"),
        ("1", 239, 1, "nearly-up"),
        ("1", 240, 0, "over"),
        ("1", 300, -60, "over"),
        ("4", 67, 23, "well"),
        ("4", 68, 22, "nearly-up"),
        ("4", 90, 0, "over"),
        ("3", 0, None, "open"),
        ("3", 999, None, "open"),
    ],
)
def test_time_is_well_nearly_up_or_over(
    moment: str, ran: float, left: float | None, time: str
) -> None:
    clock = shown(course.start(under_way(SMALL, moment), NINE), ran).clock
    assert (clock.left, clock.time, clock.spent, clock.running) == (left, time, ran, True)


def test_a_turn_has_a_clock_where_the_method_gives_it_one() -> None:
    session = course.start(under_way(FIVE, "explore.read"), NINE)
    assert shown(session).turn_left is None
    session = room.next_turn(session, after(10))
    assert shown(session, 25).turn_left == 15
    session = course.pause(session, after(30))
    assert shown(session, 300).turn_left == 10
    assert shown(room.next_turn(session, after(300)), 300).turn_left == 30
    assert shown(room.next_turn(under_way(SMALL, "2"), NINE)).turn_left is None


@pytest.mark.parametrize(
    ("due", "seconds", "behind"), [(630, 0, 0), (630, 60, 60), (600, 0, 30), (900, 60, -210)]
)
def test_how_far_behind_is_how_much_later_than_due(
    due: float, seconds: float, behind: float
) -> None:
    assert shown(under_way(SMALL, due=after(due)), seconds).behind == behind


def test_without_an_agreed_end_nobody_is_behind() -> None:
    assert shown(prepared(SMALL), 60).behind is None


# The table


def test_each_seat_shows_where_it_is_in_the_round() -> None:
    session = under_way(FIVE, "explore.read")
    assert [seat.turn for seat in shown(session).seats] == ["waiting"] * 4 + ["none"]
    session = room.pass_turn(room.next_turn(session, NINE), NINE)
    session = room.presence(room.next_turn(session, NINE), 4, "gone")
    seen = shown(session)
    assert [seat.turn for seat in seen.seats] == ["passed", "had", "now", "none", "none"]
    assert [seat.presence for seat in seen.seats] == ["here"] * 3 + ["gone", "here"]
    assert seen.turn is seen.seats[2]


def test_the_case_giver_is_marked_once_known() -> None:
    session = under_way(FIVE, "explore.read", case_giver=None)
    assert not any(seat.case_giver for seat in shown(session).seats)
    session = room.name_case_giver(session, KARIN)
    assert [seat.id for seat in shown(session).seats if seat.case_giver] == [KARIN]


# The plan


def states(session: Session) -> list[str]:
    return [row.state for row in shown(session).plan]


def test_the_plan_shows_what_was_done_what_is_now_and_what_is_ahead() -> None:
    session = course.leave_out(course.next_stop(under_way(SMALL), NINE), 3)
    assert states(session) == ["done", "now", "skipped", "ahead"]
    assert [row.title for row in shown(session).ahead] == ["Look back"]
    assert states(course.finish(session, NINE)) == ["done", "ahead", "skipped", "ahead"]
    assert states(prepared(SMALL)) == ["ahead"] * 4


def test_a_moment_gone_back_to_is_now_though_it_was_done() -> None:
    session = course.back(course.next_stop(under_way(SMALL, "4"), NINE), NINE)
    assert session.stop.done
    assert states(session)[-1] == "now"


def test_a_row_shows_the_time_it_may_take_and_has_taken() -> None:
    session = course.give(course.start(under_way(SMALL), NINE), 60, NINE)
    rows = shown(session, 20).plan
    assert [(row.planned, row.spent) for row in rows] == [(300, 20), (300, 0), (None, 0), (90, 0)]
    assert [row.optional for row in rows] == [False, False, False, True]


def test_a_detour_is_a_row_before_where_it_left() -> None:
    session = flow.detour(under_way(FIVE, "explore.answer"), "explore.rank", NINE)
    rows = shown(session).plan
    here = next(i for i, row in enumerate(rows) if row.state == "now")
    assert [row.title for row in rows[here : here + 2]] == ["Ranking", "Answering"]
    assert {row.step for row in rows[here : here + 2]} == {3}


def test_a_time_that_no_calendar_holds_is_shown_all_the_same() -> None:
    (first, *rest) = under_way(SMALL).plan
    for endless in (1e12, 1e300):
        session = replace(under_way(SMALL), plan=(replace(first, planned=endless), *rest))
        assert shown(session).expected_end > after(3600)


def test_private_notes_are_in_the_view_for_the_facilitators_face() -> None:
    session = room.note(under_way(SMALL), "Cem is quiet.")
    assert [note.text for note in shown(session).notes] == ["Cem is quiet."]


def test_equal_steps_are_counted_apart() -> None:
    again = Step(title="S", moments=(Moment(title="a"),))
    session = under_way(replace(SMALL, steps=(again, replace(again))), "2.1")
    assert (shown(session).step, shown(session).steps) == (2, 2)
