"""How long a method takes: told of the same row that a session begins with."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Choose, Groups, Module, Moment, Step
from intervisie_tui.domain.span import MANY, Span
from intervisie_tui.domain.timeline import Reach, Visits, sizes, timeline
from intervisie_tui.domain.unroll import Table, unroll
from tests.strategies import methods


def told(*steps: Step, people: int = 5, **kind: bool) -> tuple[Visits, ...]:
    method = Method(format=1, title="M", language="en", steps=steps)
    first, online = kind.get("first_meeting", False), kind.get("online", False)
    return timeline(method, people, first_meeting=first, online=online).rows


def once(*steps: Step, people: int = 5) -> list[Reach]:
    return [row.all for row in told(*steps, people=people)]


def test_a_range_is_told_at_its_ends_and_in_its_middle() -> None:
    assert once(Step(title="S", minutes=Span(4, 8))) == [Reach(least=240, usual=360, most=480)]


def test_a_moment_that_may_be_left_out_takes_nothing_at_least() -> None:
    step = Step(title="S", minutes=Span(4, 4), optional=True)
    assert once(step) == [Reach(least=0, usual=240, most=240)]


def test_a_moment_without_a_time_is_open() -> None:
    assert once(Step(title="S"), Step(title="T", seconds=30)) == [
        Reach(is_open=True),
        Reach(least=30, usual=30, most=30),
    ]


@pytest.mark.parametrize(("people", "seconds"), [(4, 90), (8, 210)])
def test_turns_with_a_clock_take_longer_with_more_people(people: int, seconds: float) -> None:
    step = Step(title="S", speaks=("peers",), in_turn=True, seconds_each=30)
    assert once(step, people=people) == [Reach(least=seconds, usual=seconds, most=seconds)]


def test_what_is_prepared_beforehand_takes_no_time_of_the_meeting() -> None:
    assert told(Step(title="S", phase="prepare", minutes=Span(9, 9)), Step(title="T"))[0].title == (
        "T"
    )


def test_a_first_meeting_and_one_online_have_a_timeline_of_their_own() -> None:
    steps = (
        Step(title="first", when="first-meeting"),
        Step(title="online", when="online"),
        Step(title="room", when="in-the-room"),
    )
    assert [row.title for row in told(*steps)] == ["room"]
    assert [row.title for row in told(*steps, first_meeting=True)] == ["first", "room"]
    assert [row.title for row in told(*steps, online=True)] == ["online"]


def test_a_moment_is_told_beside_its_step() -> None:
    step = Step(title="S", moments=(Moment(title="a"), Moment(title="b")))
    assert [(row.moment, row.step_title, row.title) for row in told(step)] == [
        ("1.1", "S", "a"),
        ("1.2", "S", "b"),
    ]


@pytest.mark.parametrize(
    ("people", "told_for"),
    [
        (Span(4, 8), (4, 6, 8)),
        (Span(2, 12), (4, 6, 8)),
        (Span(5, 7), (5, 6, 7)),
        (Span(6, 6), (6,)),
        (Span(2, 3), (3,)),
        (Span(9, 12), (9,)),
    ],
)
def test_it_is_told_for_sizes_that_the_method_suits(people: Span, told_for: object) -> None:
    assert sizes(people) == told_for


def test_a_step_for_each_is_told_once_with_how_often_it_is_done() -> None:
    step = Step(title="S", each="everyone", moments=(Moment(title="M", minutes=Span(6, 8)),))
    (row,) = told(step, people=4)
    assert (row.least, row.usual, row.most) == (4, 4, 4)
    assert row.once == Reach(least=360, usual=420, most=480)
    assert row.all == Reach(least=1440, usual=1680, most=1920)


def test_groups_at_the_same_time_take_the_time_of_one() -> None:
    step = Step(title="S", each="everyone", groups=Groups(size=3), minutes=Span(5, 5))
    (row,) = told(step, people=6)
    assert (row.usual, row.all.usual) == (3, 15 * 60)


def test_a_step_that_may_be_done_again_is_planned_at_its_lowest() -> None:
    (row,) = told(Step(title="S", times=Span(1, 3), minutes=Span(5, 5)))
    assert (row.least, row.usual, row.most) == (1, 1, 3)
    assert row.all == Reach(least=300, usual=300, most=900)


def test_what_goes_on_as_long_as_the_group_likes_is_open() -> None:
    (row,) = told(Step(title="S", times=Span(2, MANY), minutes=Span(5, 5)))
    assert (row.least, row.usual, row.most) == (2, 2, None)
    assert row.all == Reach(least=600, usual=600, most=600, is_open=True)


def test_a_choice_takes_the_shortest_the_first_or_the_longest() -> None:
    modules = tuple(
        Module(title=name, id=name, minutes=Span(minutes, minutes))
        for name, minutes in (("a", 5), ("b", 2), ("c", 9))
    )
    choose = Choose(from_=("a", "b", "c"), pick=Span(1, 2))
    method = Method(
        format=1,
        title="M",
        language="en",
        steps=(Step(title="S", minutes=Span(1, 1), choose=choose),),
        modules=modules,
    )
    made = timeline(method, 5)
    assert [(row.title, row.least, row.usual, row.most) for row in made.rows] == [
        ("S", 1, 1, 1),
        ("a", 0, 1, 1),
        ("b", 0, 0, 1),
        ("c", 0, 0, 1),
    ]
    assert made.total == Reach(least=3 * 60, usual=6 * 60, most=15 * 60)


def test_a_module_that_is_not_chosen_takes_no_time() -> None:
    method = Method(
        format=1,
        title="M",
        language="en",
        steps=(Step(title="S", minutes=Span(1, 1)),),
        modules=(Module(title="time-out", id="time-out", any_time=True, minutes=Span(5, 5)),),
    )
    assert timeline(method, 5).total.most == 60


@settings(max_examples=50)
@given(methods(), st.integers(2, 12), st.booleans(), st.booleans())
def test_usually_it_takes_what_a_session_plans(
    method: Method, people: int, first_meeting: bool, online: bool
) -> None:
    made = timeline(method, people, first_meeting=first_meeting, online=online)
    table = Table(
        people=range(1, people + 1),
        case_giver=1 if method.kind == "case" else None,
        first_meeting=first_meeting,
        online=online,
    )
    stops = unroll(method, table)
    assert made.total.usual == pytest.approx(sum(stop.planned or 0 for stop in stops))
    assert sum(row.usual for row in made.rows) == len(stops)
    assert made.total.is_open >= any(stop.planned is None for stop in stops)
    for reach in (made.total, *(row.all for row in made.rows)):
        assert reach.least <= reach.usual + 1e-6
        assert reach.usual <= reach.most + 1e-6
