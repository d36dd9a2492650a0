"""A round in small groups at the same time: each group goes by itself."""

from dataclasses import replace
from typing import Any

import pytest

from intervisie_tui.domain import course, flow, room
from intervisie_tui.domain.method import Chart
from intervisie_tui.domain.moment import Groups, Last, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from intervisie_tui.domain.ways import ways
from tests.domain.samples import NINE, under_way
from tests.flows import method

SIX = ("An", "Bo", "Cem", "Dee", "Evi", "Fay")


def in_turn(last: Last | None = None, chart: Chart | None = None, **said: Any) -> Session:  # noqa: ANN401 - any key
    """A session in which small groups of three go round at the same time."""
    groups = Groups(size=3)
    said = {"speaks": ("everyone",), "groups": groups, **said}
    name = "Lines" if chart else None
    step = Step(title="Round", in_turn=True, seconds_each=30, last=last, chart=name, **said)
    made = replace(method(step), charts={"Lines": chart} if chart else {})
    return under_way(made, names=SIX, case_giver=None)


def test_small_groups_that_go_round_by_themselves_have_an_order_and_no_one_turn() -> None:
    session = in_turn()
    assert [(team.names, team.turns) for team in ways(session).small_groups] == [
        (("An", "Bo", "Cem"), 3),
        (("Dee", "Evi", "Fay"), 3),
    ]
    assert room.speakers(session, session.stop) == ()
    assert room.next_turn(session, NINE) is session
    assert room.turn_to(session, 2, NINE) is session
    assert room.pass_turn(session, NINE) is session
    assert room.take_back(session, NINE) is session
    seen = view(session, NINE)
    assert (seen.in_turn, seen.turn, seen.turn_left) == (True, None, None)
    assert {seat.turn for seat in seen.seats} == {"none"}


def test_who_takes_no_turn_in_a_small_group_comes_after_who_does() -> None:
    said: Any = {"each": "everyone", "as_": "case-giver", "speaks": ("peers",)}
    assert [
        (team.names, team.turns, team.roles) for team in ways(in_turn(**said)).small_groups
    ] == [
        (("Bo", "Cem", "An"), 2, (("case-giver", "An"),)),
        (("Evi", "Fay", "Dee"), 2, (("case-giver", "Dee"),)),
    ]


def test_the_case_giver_of_each_small_group_ends_its_round() -> None:
    said: Any = {"each": "everyone", "as_": "case-giver"}
    teams = ways(in_turn("case-giver", **said)).small_groups
    assert [(team.names, team.turns) for team in teams] == [
        (("Bo", "Cem", "An"), 3),
        (("Evi", "Fay", "Dee"), 3),
    ]


def test_one_who_takes_a_turn_alone_needs_no_order() -> None:
    said: Any = {"each": "everyone", "as_": "case-giver", "speaks": ("case-giver",)}
    second = course.next_stop(in_turn(**said), NINE)
    assert [(team.names, team.turns) for team in ways(second).small_groups] == [
        (("An", "Bo", "Cem"), 0),
        (("Dee", "Evi", "Fay"), 0),
    ]


@pytest.mark.parametrize("chart", [Chart(fresh="group"), Chart(kind="scale", labels=("1", "2"))])
def test_where_the_screen_asks_whose_line_it_is_there_are_turns_in_small_groups_too(
    chart: Chart,
) -> None:
    session = in_turn(chart=chart)
    assert room.waiting(session, session.stop) == (1, 2, 3, 4, 5, 6)
    assert room.has_turn(room.next_turn(session, NINE))
    assert [team.turns for team in ways(session).small_groups] == [0, 0]


def test_one_round_after_another_goes_on_in_small_groups() -> None:
    session = in_turn(again=True)
    more = flow.again(session, NINE)
    assert more.stop.moment == session.stop.moment
    assert ways(more).small_groups == ways(session).small_groups
