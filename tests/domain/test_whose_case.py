"""When it is time to say whose case it is."""

from dataclasses import replace
from typing import Final, Unpack

import pytest

from intervisie_tui.domain import course, room
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Choose, Step
from intervisie_tui.domain.ways import ways
from tests.domain.samples import NINE, Known, under_way
from tests.flows import method

CASE: Final = method(
    Step(title="Rules", speaks=("facilitator",)),
    Step(title="Tell", speaks=("case-giver",)),
    Step(title="Talk", speaks=("everyone",)),
)


def asks(made: Method = CASE, **known: Unpack[Known]) -> list[bool]:
    """Whether it asks at each stop whose case it is; nobody's is known unless said otherwise."""
    known = {"case_giver": None, **known}
    session = under_way(made, **known)
    there = (course.go_to(session, stop.id, NINE) for stop in session.plan)
    return [ways(each).whose_case for each in there]


def test_whose_case_it_is_is_asked_from_where_it_matters_until_it_is_said() -> None:
    assert asks() == [False, True, True]
    assert asks(case_giver=2) == [False, False, False]


@pytest.mark.parametrize(
    ("needs", "asked"),
    [
        (Step(title="A", silent=("case-giver",)), True),
        (Step(title="A", speaks=("peers",), back_turned=("case-giver",)), True),
        (Step(title="A", choose=Choose(from_=("a",))), True),
        (Step(title="A", speaks=("everyone",), in_turn=True, last="case-giver"), True),
        (Step(title="A", choose=Choose(from_=("a",), by="peers")), False),
        (Step(title="A", speaks=("everyone",)), False),
        (Step(title="A", each="everyone", as_="case-giver", speaks=("case-giver",)), False),
    ],
)
def test_it_matters_where_the_case_giver_does_something_or_sits_apart(
    needs: Step, asked: bool
) -> None:
    assert asks(method(needs))[0] is asked


def test_without_a_case_nobody_is_asked_for_it() -> None:
    assert asks(replace(CASE, kind="opener")) == [False, False, False]


def test_whose_case_it_was_is_not_asked_at_the_close() -> None:
    session = under_way(CASE, "2", case_giver=None)
    assert ways(session).whose_case
    assert not ways(room.name_case_giver(session, 1)).whose_case
    assert not ways(course.finish(session, NINE)).whose_case
