from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from intervisie_tui.domain import course, flow
from intervisie_tui.domain.session import Session
from tests.domain.samples import NINE, SMALL, after, prepared, under_way, where

Timed = Callable[[Session, datetime], Session]


def test_the_clock_waits_until_it_is_started_and_counts_what_it_ran() -> None:
    session = under_way(SMALL)
    assert session.left(after(100)) == 240
    session = course.start(session, after(100))
    assert session.left(after(130)) == 210
    session = course.pause(session, after(130))
    assert session.left(after(500)) == 210
    session = course.start(session, after(500))
    assert (session.left(after(710)), session.left(after(720))) == (0, -10)


def test_a_pause_marks_nothing() -> None:
    session = under_way(SMALL)
    paused = course.pause(course.start(session, NINE), after(10))
    assert paused == session.with_stop(replace(session.stop, spent=10))


@pytest.mark.parametrize("verb", [course.next_stop, course.back, course.skip, flow.repeat])
def test_wherever_the_group_goes_the_clock_stands_still_and_its_time_is_kept(verb: Timed) -> None:
    session = verb(course.start(under_way(SMALL, "2"), NINE), after(12.5))
    assert session.since is None
    assert {stop.moment: stop.spent for stop in session.plan if stop.spent} == {"2": 12.5}


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    session = course.start(under_way(SMALL), after(100))
    assert session.left(after(40)) == 240
    assert course.pause(session, after(40)).stop.spent == 0


@pytest.mark.parametrize(
    ("ran", "given", "left"),
    [
        (0, [60], 300),
        (0, [-60], 180),
        (0, [60, -60], 240),
        (0, [-60, -60, -60, -60, -60], 0),
        (100, [-60], 80),
        (100, [-60, -60, -60], 0),
        (100, [-60, -60, -60, 60], 60),
        (100, [-240], 0),
        (250, [60], 60),
        (250, [-60], -10),
        (240, [-60], 0),
        (240, [60], 60),
    ],
)
def test_time_is_given_and_taken_down_to_what_was_used(
    ran: float, given: list[float], left: float
) -> None:
    session = course.start(under_way(SMALL), NINE)
    for seconds in given:
        session = course.give(session, seconds, after(ran))
    assert session.left(after(ran)) == left
    assert session.stop.planned == 240


@pytest.mark.parametrize(
    ("ran", "given", "left"),
    [
        (0, [60], 60),
        (100, [60], 60),
        (100, [60, 60], 120),
        (100, [-60], None),
        (100, [60, -60], 0),
        (0, [60, -60], None),
    ],
)
def test_an_open_ended_moment_gets_an_end_from_now(
    ran: float, given: list[float], left: float | None
) -> None:
    session = course.start(under_way(SMALL, "3"), NINE)
    for seconds in given:
        session = course.give(session, seconds, after(ran))
    assert session.left(after(ran)) == left
    assert session.stop.planned is None


def test_an_open_ended_moment_that_got_an_end_is_open_ended_once_more() -> None:
    session = course.give(under_way(SMALL, "3"), 60, NINE)
    assert flow.repeat(session, NINE).left(NINE) is None
    assert course.reset(session, NINE).left(NINE) is None


def test_an_end_that_was_given_stays_through_a_pause_and_a_way_round() -> None:
    session = course.start(course.give(under_way(SMALL, "3"), 60, NINE), NINE)
    session = course.pause(session, after(20))
    session = course.back(course.next_stop(session, after(30)), after(40))
    assert (where(session), session.left(after(50))) == ("3", 40)


@pytest.mark.parametrize("moment", ["1", "3"])
@pytest.mark.parametrize(("said", "left"), [(0.0, 0), (90.0, 90), (600.0, 600), (-5.0, 0)])
@pytest.mark.parametrize("running", [True, False])
def test_what_is_left_can_be_set(moment: str, said: float, left: float, running: bool) -> None:
    session = course.start(under_way(SMALL, moment), NINE)
    if not running:
        session = course.pause(session, after(100))
    assert course.set_left(session, said, after(100)).left(after(100)) == left


def test_a_clock_anew_gives_the_planned_time_and_keeps_what_was_spent() -> None:
    session = course.give(course.start(under_way(SMALL), NINE), 60, after(100))
    session = course.reset(session, after(200))
    assert (session.left(after(200)), session.spent(after(200))) == (240, 200)
    assert session.left(after(210)) == 230


@pytest.mark.parametrize(
    ("seen", "now", "left", "running"),
    [(50, 60, 180, True), (50, 350, -110, True), (50, 351, 190, False), (0, 9000, 240, False)],
)
def test_a_clock_stopped_when_the_program_was_away_for_long(
    seen: float, now: float, left: float, running: bool
) -> None:
    session = course.start(under_way(SMALL), NINE)
    session = course.resumed(session, after(seen), after(now), away=300)
    assert session.left(after(now)) == left
    assert (session.since is not None) == running


def test_a_clock_started_after_the_program_was_last_seen_loses_nothing_it_ran() -> None:
    session = course.start(under_way(SMALL), after(60))
    assert course.resumed(session, NINE, after(9000), away=300).stop.spent == 0


# The end that is expected


def test_the_expected_end_is_what_is_left_and_what_is_ahead() -> None:
    session = under_way(SMALL)
    assert session.expected_end(after(30)) == after(30 + 240 + 300 + 90)
    session = course.start(session, after(30))
    assert session.expected_end(after(100)) == after(30 + 630)
    assert session.expected_end(after(30 + 300)) == after(30 + 300 + 390)


def test_what_is_done_or_left_out_ahead_takes_no_time() -> None:
    session = course.next_stop(under_way(SMALL, "2"), NINE)
    session = course.go_to(session, 1, NINE)
    assert session.expected_end(NINE) == after(240 + 90)
    session = course.leave_out(session, 4)
    assert session.expected_end(NINE) == after(240)


def test_what_was_begun_ahead_takes_what_is_left_of_it() -> None:
    session = course.back(course.start(under_way(SMALL, "2"), NINE), after(100))
    assert session.expected_end(after(100)) == after(100 + 240 + 200 + 90)
    session = course.go_to(course.start(session, after(100)), 2, after(100))
    session = course.back(course.start(session, after(100)), after(500))
    assert session.expected_end(after(500)) == after(500 + 240 + 90)


def test_an_open_ended_moment_is_expected_to_take_no_time() -> None:
    session = under_way(SMALL, "3")
    assert session.expected_end(after(50)) == after(50 + 90)
    assert course.give(session, 60, after(50)).expected_end(after(50)) == after(50 + 60 + 90)


def test_what_has_ended_ended_then() -> None:
    assert course.finish(under_way(SMALL), after(60)).expected_end(after(999)) == after(60)


# Where nothing can be done


WELCOME, FIRST, OPEN = prepared(SMALL), under_way(SMALL), under_way(SMALL, "3")
CLOSING = course.finish(under_way(SMALL, "2"), NINE)


@pytest.mark.parametrize(
    ("session", "verb"),
    [
        (WELCOME, course.start),
        (CLOSING, course.start),
        (course.start(FIRST, NINE), course.start),
        (WELCOME, course.pause),
        (FIRST, course.pause),
        (CLOSING, course.pause),
        (WELCOME, course.reset),
        (FIRST, course.reset),
        (OPEN, course.reset),
        (CLOSING, course.reset),
        (WELCOME, lambda s, now: course.give(s, 60, now)),
        (CLOSING, lambda s, now: course.give(s, 60, now)),
        (OPEN, lambda s, now: course.give(s, -60, now)),
        (FIRST, lambda s, now: course.give(s, 0, now)),
        (course.set_left(FIRST, 0, NINE), lambda s, now: course.give(s, -60, now)),
        (WELCOME, lambda s, now: course.set_left(s, 60, now)),
        (CLOSING, lambda s, now: course.set_left(s, 60, now)),
        (FIRST, lambda s, now: course.set_left(s, 240, now)),
    ],
)
def test_a_verb_that_can_do_nothing_gives_the_same_value_back(
    session: Session, verb: Timed
) -> None:
    assert verb(session, NINE) is session
