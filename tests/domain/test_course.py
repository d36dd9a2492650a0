from collections.abc import Callable
from datetime import datetime

import pytest

from intervisie_tui.domain import course, flow, room
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.session import Session
from tests.domain.samples import FIVE, NINE, SMALL, after, prepared, stop_at, under_way, where

Timed = Callable[[Session, datetime], Session]


def spent(session: Session) -> dict[str, float]:
    """The seconds on each moment where there are any."""
    return {stop.moment: stop.spent for stop in session.plan if stop.spent}


def marks(session: Session) -> dict[str, str]:
    """What stands behind each moment where something does."""
    said = {True: "done", False: "skipped"}
    return {s.moment: said[s.done] for s in session.plan if s.done or s.skipped}


# Moving


def test_next_takes_the_welcome_sheet_down_first() -> None:
    session = course.next_stop(prepared(SMALL), after(60))
    assert (where(session), session.begun, session.since) == ("1", after(60), None)


def test_the_end_that_was_planned_is_the_end_that_is_due() -> None:
    assert course.begin(prepared(SMALL), after(60)).due == after(60 + 240 + 300 + 90)


def test_an_end_that_was_agreed_stays() -> None:
    assert course.begin(prepared(SMALL, due=after(7200)), after(60)).due == after(7200)


@pytest.mark.parametrize("method", [SMALL, FIVE], ids=["small", "five"])
@pytest.mark.parametrize("first_meeting", [False, True])
def test_next_goes_through_all_moments_to_the_closing_sheet(
    method: Method, first_meeting: bool
) -> None:
    session = under_way(method, first_meeting=first_meeting)
    visited = []
    while session.stage == "under-way":
        visited.append(session.stop.moment)
        session = course.next_stop(session, after(60 * len(visited)))
    assert visited == [stop.moment for stop in session.plan]
    assert all(stop.done for stop in session.plan)
    assert session.ended == after(60 * len(visited))
    assert session.at == session.plan[-1].id


def test_back_goes_through_all_moments_to_the_first() -> None:
    session = under_way(SMALL, "4")
    visited = [where(session := course.back(session, after(i))) for i in range(4)]
    assert visited == ["3", "2", "1", "1"]


def test_back_from_the_closing_sheet_is_into_the_moment_where_it_was_hung() -> None:
    closing = course.finish(under_way(SMALL, "2"), after(60))
    session = course.back(closing, after(90))
    assert (where(session), session.ended, session.since) == ("2", None, None)


def test_the_last_moment_can_be_gone_on_with_after_the_closing_sheet_hung() -> None:
    session = course.next_stop(under_way(SMALL, "4"), after(10))
    session = course.start(course.back(session, after(20)), after(20))
    assert (where(session), session.stop.done) == ("4", True)
    session = course.next_stop(session, after(50))
    assert (session.stage, session.ended, spent(session)) == ("closing", after(50), {"4": 30})


def test_going_back_marks_nothing_and_keeps_the_time() -> None:
    session = course.start(under_way(SMALL, "2"), NINE)
    session = course.back(session, after(30))
    assert (where(session), marks(session), spent(session)) == ("1", {}, {"2": 30})


def test_gone_back_to_a_moment_goes_on_where_its_clock_was() -> None:
    session = course.start(under_way(SMALL, "1"), NINE)
    session = course.back(course.next_stop(session, after(100)), after(130))
    assert session.left(after(130)) == 140
    session = course.start(session, after(200))
    assert session.left(after(210)) == 130


@pytest.mark.parametrize("to", ["1", "2", "3", "4"])
@pytest.mark.parametrize("of", ["1", "2", "3", "4"])
def test_every_moment_can_be_gone_to_from_every_other(of: str, to: str) -> None:
    session = under_way(SMALL, of)
    there = course.go_to(course.start(session, NINE), stop_at(session, to), after(5))
    assert where(there) == to
    assert spent(there) == ({} if of == to else {of: 5})
    assert marks(there) == {}


def test_going_to_a_moment_takes_the_welcome_sheet_down() -> None:
    session = prepared(SMALL)
    for moment in ("1", "3"):
        there = course.go_to(session, stop_at(session, moment), after(60))
        assert (where(there), there.begun) == (moment, after(60))
        assert there.due == after(60 + 630)


@pytest.mark.parametrize("moment", ["1", "2"])
def test_going_to_a_moment_takes_the_closing_sheet_down(moment: str) -> None:
    session = course.finish(under_way(SMALL, "2"), after(60))
    there = course.go_to(session, stop_at(session, moment), after(90))
    assert (where(there), there.ended) == (moment, None)


def test_the_close_can_come_at_any_time_and_banks_the_clock() -> None:
    session = course.finish(course.start(under_way(SMALL, "2"), NINE), after(45))
    assert (session.stage, session.ended, session.since) == ("closing", after(45), None)
    assert (spent(session), marks(session)) == ({"2": 45}, {})


def test_a_meeting_that_never_began_can_be_closed() -> None:
    session = course.finish(prepared(SMALL), after(60))
    assert (session.stage, session.begun, session.ended) == ("closing", after(60), after(60))


# Leaving out, once more, something else first


def test_what_is_skipped_keeps_its_time_and_is_not_done() -> None:
    session = course.skip(course.start(under_way(SMALL, "1"), NINE), after(20))
    assert (where(session), marks(session), spent(session)) == ("2", {"1": "skipped"}, {"1": 20})


def test_back_is_where_was_skipped_and_doing_it_takes_the_skipping_back() -> None:
    session = course.skip(course.skip(under_way(SMALL, "1"), NINE), NINE)
    session = course.back(course.back(session, NINE), NINE)
    assert (where(session), marks(session)) == ("1", {})
    session = course.next_stop(session, NINE)
    assert (where(session), marks(session)) == ("2", {"1": "done"})


def test_skipping_the_last_moment_hangs_the_closing_sheet() -> None:
    session = course.skip(under_way(SMALL, "4"), after(9))
    assert (session.stage, marks(session)) == ("closing", {"4": "skipped"})
    assert marks(course.back(session, after(10))) == {}


def test_what_is_left_out_is_passed_over() -> None:
    session = under_way(SMALL)
    for moment in ("2", "3"):
        session = course.leave_out(session, stop_at(session, moment))
    session = course.next_stop(session, NINE)
    assert (where(session), marks(session)) == ("4", {"1": "done", "2": "skipped", "3": "skipped"})


def test_when_all_that_is_ahead_is_left_out_the_meeting_ends() -> None:
    session = under_way(SMALL, "3")
    session = course.leave_out(session, stop_at(session, "4"))
    assert course.next_stop(session, NINE).stage == "closing"


def test_leaving_out_can_be_taken_back() -> None:
    session = under_way(SMALL)
    stop = stop_at(session, "2")
    assert course.leave_out(course.leave_out(session, stop), stop) == session


@pytest.mark.parametrize("way", ["go_to", "back"])
def test_who_goes_to_what_was_left_out_does_it_after_all(way: str) -> None:
    session = course.leave_out(under_way(SMALL), 2)
    if way == "back":
        session = course.back(course.go_to(session, 3, NINE), NINE)
    else:
        session = course.go_to(session, 2, NINE)
    assert (where(session), marks(session)) == ("2", {})
    assert marks(course.next_stop(session, NINE)) == {"2": "done"}


@pytest.mark.parametrize("begun", ["clock", "turn", "done"])
def test_what_was_begun_cannot_be_left_out(begun: str) -> None:
    session = under_way(SMALL, "2")
    match begun:
        case "clock":
            session = course.next_stop(course.start(session, NINE), after(1))
        case "turn":
            session = course.next_stop(room.next_turn(session, NINE), NINE)
        case _:
            session = course.next_stop(session, NINE)
    assert session.plan[1].begun
    assert course.leave_out(session, 2) is session


def test_once_more_is_another_stop_after_this_one_with_its_whole_time() -> None:
    session = course.give(under_way(SMALL, "2"), 60, NINE)
    again = flow.repeat(course.start(session, NINE), after(30))
    assert [stop.moment for stop in again.plan] == ["1", "2", "2", "3", "4"]
    assert (where(again), again.at, again.stop.cause) == ("2", 5, 2)
    assert again.left(after(40)) == 300
    assert (marks(again), spent(again)) == ({"2": "done"}, {"2": 30})
    assert where(course.next_stop(again, after(50))) == "3"


def test_once_more_of_the_last_moment_comes_before_the_close() -> None:
    session = flow.repeat(under_way(SMALL, "4"), NINE)
    assert where(session) == "4"
    assert course.next_stop(session, NINE).stage == "closing"


def test_a_round_that_is_done_once_more_begins_anew() -> None:
    session = room.next_turn(under_way(SMALL, "2"), NINE)
    again = flow.repeat(session, NINE)
    assert again.stop.turns is None
    assert session.stop.turns is not None


@pytest.mark.parametrize("moment", ["1.1", "2", "3.1", "explore.rank", "8.2"])
def test_a_detour_comes_back_to_where_it_left(moment: str) -> None:
    session = course.start(under_way(FIVE, "explore.answer"), NINE)
    away = flow.detour(session, moment, after(20))
    assert (where(away), away.since) == (moment, None)
    assert away.stop.cause == session.at
    back = course.next_stop(away, after(50))
    assert back.at == session.at
    assert (back.stop.done, back.stop.spent) == (False, 20)
    assert len(back.plan) == len(session.plan) + 1


def test_detours_within_a_detour_come_back_one_by_one() -> None:
    session = under_way(SMALL, "3")
    away = session
    for moment in ("1", "2", "4"):
        away = flow.detour(away, moment, NINE)
    way_back = [where(away := course.next_stop(away, NINE)) for _ in range(3)]
    assert way_back == ["2", "1", "3"]
    assert away.at == session.at


def test_a_detour_into_a_round_is_planned_for_who_is_here() -> None:
    session = room.presence(under_way(FIVE, "8.1"), 1, "gone")
    assert flow.detour(session, "explore.read", NINE).stop.planned == 90
    assert flow.detour(session, "2", NINE).stop.planned == 240


# Where nothing can be done


WELCOME, FIRST = prepared(SMALL), under_way(SMALL)
CLOSING = course.finish(under_way(SMALL, "2"), NINE)


@pytest.mark.parametrize(
    ("session", "verb"),
    [
        (FIRST, course.begin),
        (CLOSING, course.begin),
        (CLOSING, course.next_stop),
        (WELCOME, course.skip),
        (CLOSING, course.skip),
        (WELCOME, course.back),
        (FIRST, course.back),
        (WELCOME, flow.repeat),
        (CLOSING, flow.repeat),
        (CLOSING, course.finish),
        (FIRST, lambda s, now: course.go_to(s, s.at, now)),
        (FIRST, lambda s, now: course.go_to(s, 99, now)),
        (WELCOME, lambda s, now: course.go_to(s, 99, now)),
        (CLOSING, lambda s, now: course.go_to(s, 99, now)),
        (FIRST, lambda s, _: course.leave_out(s, s.at)),
        (FIRST, lambda s, _: course.leave_out(s, 99)),
        (WELCOME, lambda s, now: flow.detour(s, "2", now)),
        (CLOSING, lambda s, now: flow.detour(s, "2", now)),
        (FIRST, lambda s, now: flow.detour(s, "9.9", now)),
    ],
)
def test_a_verb_that_can_do_nothing_gives_the_same_value_back(
    session: Session, verb: Timed
) -> None:
    assert verb(session, NINE) is session


def test_no_verb_changes_the_value_it_is_given() -> None:
    session = course.start(under_way(FIVE, "explore.read"), NINE)
    before = repr(session)
    for verb in (course.next_stop, course.skip, course.back, flow.repeat, course.finish):
        verb(session, after(60))
    flow.detour(session, "2", after(60))
    course.give(session, 60, after(60))
    assert repr(session) == before
