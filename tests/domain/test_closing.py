from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.closing import cases, closed, for_case_giver, lasting, lasting_desk
from intervisie_tui.domain.decided import Closing
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Groups, Step
from intervisie_tui.domain.session import Session
from tests.domain.samples import KARIN, NINE, after, stop_at, texts, under_way
from tests.strategies import desks, sessions

UNTIL = date(2026, 4, 1)


def written() -> Session:
    """A session with a line on a chart of each kind, and an action that was agreed on."""
    session = under_way(moment="explore.read", question="How do I say no?", group="North")
    session = room.next_turn(wall.write(session, "What holds you?", by=1), after(10))
    for moment, text in (
        ("6.2", "For myself"),
        ("7.1", "Wait a day"),
        ("7.4", "Call her"),
        ("7.4", "Not agreed"),
    ):
        session = course.go_to(session, stop_at(session, moment), after(20))
        session = wall.write(session, text, by=KARIN)
    session = wall.agree(session, next(e.id for _, e in session.entries() if e.text == "Call her"))
    return room.note(session, "Private")


def kept(session: Session) -> Session:
    stays = closed(session, "all", until=UNTIL, now=after(60))
    assert stays is not None
    return stays


def handed_over(session: Session) -> Session:
    stays = closed(session, "hand-over", until=UNTIL, now=after(60))
    assert stays is not None
    return stays


def test_of_nothing_nothing_stays() -> None:
    assert closed(written(), "nothing", until=UNTIL, now=after(60)) is None


def test_what_is_kept_says_until_when() -> None:
    assert kept(written()).closing == Closing(at=after(60), keep="all", until=UNTIL)


def test_what_is_kept_has_no_sheet_that_was_never_meant_to_stay() -> None:
    sheets = {sheet.chart for sheet in kept(written()).sheets}
    assert sheets == {"The question", "Questions", "Actions"}


def test_an_action_stays_only_if_its_owner_agreed() -> None:
    assert texts(kept(written()), "Actions") == ["Call her"]
    assert texts(for_case_giver(written(), next(cases(written()))), "Actions") == ["Call her"]


def test_a_sheet_on_which_nothing_may_stay_is_gone() -> None:
    session = written()
    agreed = next(e.id for _, e in session.entries() if e.text == "Call her")
    assert "Actions" not in {s.chart for s in kept(wall.agree(session, agreed)).sheets}


def test_a_clock_that_ran_stands_still_in_what_is_kept() -> None:
    assert kept(course.start(written(), after(30))).since is None


def test_after_the_hand_over_date_method_and_times_stay() -> None:
    session = written()
    stays = handed_over(session)
    assert (stays.made, stays.begun, stays.methods) == (NINE, NINE, session.methods)
    assert [stop.spent for stop in stays.plan] == [stop.spent for stop in session.plan]
    assert [stop.moment for stop in stays.plan] == [stop.moment for stop in session.plan]


@settings(max_examples=30)
@given(sessions())
def test_after_the_hand_over_nobody_is_in_it(session: Session) -> None:
    stays = handed_over(replace(session, group_id=""))
    assert (stays.people, stays.sheets, stays.notes, stays.group) == ((), (), (), "")
    assert not any(block.roles for block in stays.blocks)
    assert not any(stop.turns for stop in stays.plan)
    assert not any(stop.lap and stop.lap.people for stop in stays.plan)


@pytest.mark.parametrize("shown", [True, False])
def test_the_case_giver_reads_who_said_what_only_if_the_group_wanted_it(shown: bool) -> None:
    session = replace(written(), names_shown=shown)
    theirs = for_case_giver(session, next(cases(session)))
    assert {entry.by for _, entry in theirs.entries()} == ({1, KARIN} if shown else {None})


def test_the_case_giver_gets_what_is_for_them_and_no_private_note() -> None:
    theirs = for_case_giver(written(), next(cases(written())))
    assert texts(theirs, "Advice") == ["Wait a day"]
    assert texts(theirs, "For me") == []
    assert theirs.notes == ()


def test_the_case_giver_gets_no_sheets_of_another_case() -> None:
    session = written()
    second = replace(session, blocks=session.blocks * 2)
    assert for_case_giver(second, list(cases(second))[1]).sheets == ()


PAIRS = Method(
    format=1,
    title="Pairs",
    language="en",
    steps=(
        Step(
            title="Consulting",
            each="everyone",
            as_="case-giver",
            groups=Groups(size=2),
            in_turn=True,
            speaks=("case-giver",),
            chart="Mine",
        ),
    ),
    charts={"Mine": Chart(fresh="group", keep="hand-over")},
)
"""Two cases at a time; of five people the last has a pass alone, in the second group."""


@pytest.mark.parametrize("left", [None, 1, 3], ids=["nobody", "An", "Cem"])
def test_each_of_several_case_givers_at_once_gets_their_own_sheet(left: int | None) -> None:
    session = under_way(PAIRS, case_giver=None)
    for _pass in range(3):
        while rounds := room.waiting(session, session.stop):
            session = room.next_turn(session, NINE)
            session = wall.write(session, f"for {rounds[0]}")
        session = course.next_stop(session, NINE)
    if left is not None:
        session = room.presence(session, left, "gone")
    theirs = {case.people: texts(for_case_giver(session, case), "Mine") for case in cases(session)}
    assert theirs == {(seat,): [f"for {seat}"] for seat in (1, 2, 3, 4, 5)}


# While it goes on


def test_a_chart_that_keeps_nothing_does_not_last() -> None:
    session = written()
    assert texts(lasting(session), "For me") == []
    assert texts(lasting(session), "Advice") == ["Wait a day"]


def test_a_session_that_lasts_as_it_is_is_the_same_value() -> None:
    session = under_way(question="How do I say no?")
    assert lasting(session) is session


def test_what_is_half_typed_for_a_chart_that_keeps_nothing_does_not_last() -> None:
    session = under_way(moment="6.2")
    desk = Desk(draft="Secret", caret=6, writing=True)
    assert lasting_desk(desk, session) == Desk(writing=True)


def test_what_is_half_typed_in_a_line_goes_by_the_chart_of_that_line() -> None:
    session = wall.write(under_way(moment="6.2"), "For myself")
    line = session.last_id
    elsewhere = course.go_to(session, stop_at(session, "7.1"), NINE + timedelta(seconds=5))
    desk = Desk(draft="Secret", editing=line, selected=line)
    assert lasting_desk(desk, elsewhere) == Desk()


@given(desks())
def test_what_is_half_typed_elsewhere_lasts(desk: Desk) -> None:
    assert lasting_desk(desk, under_way(moment="explore.read")) == desk
