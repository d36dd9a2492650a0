"""Who is still to come sits in no small group, and joins one on coming in."""

from itertools import chain

import pytest

from intervisie_tui.domain import course, room
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.ways import ways
from tests.domain.samples import NINE, stop_at, under_way
from tests.flows import EVERY_WAY

SIX = ("An", "Bo", "Cem", "Dee", "Evi", "Fay")


def late(*seats: int, moment: str = "begin") -> Session:
    """A session of six people in *moment*, of whom some were still to come before it."""
    session = under_way(EVERY_WAY, names=SIX, case_giver=None)
    for seat in seats:
        session = room.presence(session, seat, "late")
    return course.go_to(session, stop_at(session, moment), NINE)


def groups(session: Session) -> list[tuple[str, ...]]:
    return [team.names for team in ways(session).small_groups]


def test_groups_are_made_of_who_is_here() -> None:
    assert groups(late(moment="apart")) == [("An", "Bo", "Cem"), ("Dee", "Evi", "Fay")]
    assert groups(late(1, 4, moment="apart")) == [("Bo", "Cem"), ("Evi", "Fay")]


def test_who_comes_in_while_groups_sit_joins_the_smallest() -> None:
    session = late(2, 3, moment="apart")
    assert groups(session) == [("An", "Dee"), ("Evi", "Fay")]
    session = room.presence(session, 2, "here")
    assert groups(session) == [("An", "Dee", "Bo"), ("Evi", "Fay")]
    session = room.presence(session, 3, "here")
    assert groups(session) == [("An", "Dee", "Bo"), ("Evi", "Fay", "Cem")]


def test_who_comes_in_before_the_groups_sit_sits_beside_their_neighbours() -> None:
    session = room.presence(late(2, 3), 2, "here")
    there = course.go_to(session, stop_at(session, "apart"), NINE)
    assert groups(there) == [("An", "Bo"), ("Dee", "Evi", "Fay")]


def test_who_says_later_while_groups_sit_leaves_the_others_as_they_are() -> None:
    session = late(moment="apart")
    assert groups(room.presence(session, 1, "late")) == [("Bo", "Cem"), ("Dee", "Evi", "Fay")]


def test_a_role_in_a_small_group_goes_to_who_is_here() -> None:
    session = late(1, moment="apart")
    assert session.having("reporter", session.stop) == (2, 4)


@pytest.mark.parametrize("away", [(), (1,), (2, 5), (1, 2, 3), (1, 2, 3, 4, 5, 6)])
def test_passes_in_small_groups_are_of_who_sits_in_them(away: tuple[int, ...]) -> None:
    session = late(*away, moment="consult.tell")
    seated = session.divided(EVERY_WAY.step_of["consult.tell"].groups, session.stop)  # type: ignore[arg-type]
    laps = {s.lap.number: s.lap.people for s in session.plan if s.lap and s.lap.step == "consult"}
    assert sorted(chain(*laps.values())) == sorted(chain(*seated))
    assert {*chain(*seated)}.isdisjoint(away)
    for people in laps.values():
        assert all(len({*people} & {*team}) <= 1 for team in seated)


def test_before_passes_begin_they_are_dealt_anew_for_who_comes_in() -> None:
    session = room.presence(late(1), 1, "here")
    everybody = late()
    assert [stop.lap for stop in session.plan] == [stop.lap for stop in everybody.plan]


def test_one_after_another_who_is_still_to_come_keeps_a_pass() -> None:
    laps = [s.lap.people for s in late(2).plan if s.lap and s.moment == "guest.1"]
    assert laps == [(1,), (2,), (3,), (4,), (5,), (6,)]
