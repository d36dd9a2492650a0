"""Steps that are done more than once, or once for each, and whose pass it is."""

from dataclasses import replace
from typing import Unpack

import pytest

from intervisie_tui.domain import course, flow, room
from intervisie_tui.domain.moment import Choose, Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import MANY, Span
from intervisie_tui.domain.stop import Lap
from tests.domain.samples import KARIN, NINE, Known, after, prepared, stop_at, under_way, where
from tests.flows import EVERY_WAY, method, row

FOUR = ("An", "Bo", "Cem", "Dee")


def passes(session: Session, step: str) -> list[tuple[int, ...]]:
    """Whom each pass of a step is for."""
    laps = (s.lap for s in session.plan if s.lap is not None and s.lap.step == step)
    return [lap.people for lap in dict.fromkeys(laps)]


# How often


def test_a_step_is_done_for_everyone_and_each_is_the_case_giver_once() -> None:
    session = under_way(EVERY_WAY, names=FOUR, case_giver=None)
    assert passes(session, "consult") == [(1, 3), (2, 4)]
    first = course.go_to(session, stop_at(session, "consult.tell"), NINE)
    assert first.having("case-giver", first.stop) == (1, 3)
    assert first.holders(("peers",), first.stop) == (2, 4)
    second = course.next_stop(course.next_stop(first, NINE), NINE)
    assert second.stop.lap == Lap(step="consult", number=2, of=2, people=(2, 4))
    assert second.holders(("peers",), second.stop) == (1, 3)


def trying(times: Span) -> Session:
    step = Step(
        title="Try",
        id="try",
        times=times,
        moments=(Moment(title="A", id="a"), Moment(title="B", id="b")),
    )
    return under_way(method(step, Step(title="After")))


@pytest.mark.parametrize(
    ("times", "planned", "most"),
    [(Span(2, 2), 2, 2), (Span(1, 3), 1, 3), (Span(2, 4), 2, 4), (Span(1, MANY), 1, 9)],
)
def test_a_step_is_planned_its_lowest_and_can_go_on_to_its_highest(
    times: Span, planned: int, most: int
) -> None:
    session = trying(times)
    assert row(session) == ["try.a", "try.b"] * planned + ["2"]
    for _ in range(9):
        ahead = [s for s in session.plan if s.moment == "try.b"]
        session = flow.another_pass(course.go_to(session, ahead[-1].id, NINE), NINE)
    assert row(session) == ["try.a", "try.b"] * (most if most < 9 else planned + 9) + ["2"]


def test_one_more_pass_begins_anew_after_this_one() -> None:
    session = course.next_stop(trying(Span(1, 3)), NINE)
    more = flow.another_pass(session, after(10))
    assert (where(more), more.stop.lap) == ("try.a", Lap(step="try", number=2))
    assert more.plan[1].done
    assert [s.lap.number for s in more.plan if s.lap] == [1, 1, 2, 2]


def test_no_pass_comes_in_between_those_that_are_planned() -> None:
    session = trying(Span(2, 3))
    assert flow.another_pass(session, NINE) is session


def test_in_one_more_pass_there_is_the_same_to_choose() -> None:
    step = Step(title="Try", id="try", times=Span(1, 2), choose=Choose(from_=("a", "b")))
    session = flow.another_pass(under_way(method(step)), NINE)
    assert row(session) == ["try", "a.1", "a.2"] * 2
    assert flow.planned_at(session, session.stop) == ("a",)
    assert {s.lap.number for s in session.plan[-3:] if s.lap} == {2}


@pytest.mark.parametrize("stage", ["welcome", "closing"])
def test_no_pass_is_added_outside_the_meeting(stage: str) -> None:
    session = trying(Span(1, 3))
    session = replace(session, begun=None) if stage == "welcome" else course.finish(session, NINE)
    assert flow.another_pass(session, NINE) is session


# Who has a pass


def each(who: str = "everyone", **known: Unpack[Known]) -> Session:
    """A session before a step that is done for each."""
    step = Step(title="Each", id="each", each=who, as_="case-giver", seconds=60)
    return under_way(method(Step(title="First"), step), **known)


def test_until_a_step_begins_its_passes_are_for_who_is_at_the_table() -> None:
    session = each(names=FOUR, case_giver=None)
    assert passes(session, "each") == [(1,), (2,), (3,), (4,)]
    assert passes(room.join(session, "Evi"), "each")[-1] == (5,)
    assert passes(room.presence(session, 2, "gone"), "each") == [(1,), (3,), (4,)]
    assert passes(room.presence(session, 2, "late"), "each") == passes(session, "each")
    assert passes(room.unseat(session, 3), "each") == [(1,), (2,), (4,)]
    back = room.presence(room.presence(session, 2, "gone"), 2, "here")
    assert passes(back, "each") == passes(session, "each")


def test_who_gives_the_case_has_no_pass_among_the_peers() -> None:
    session = each("peers")
    assert passes(session, "each") == [(1,), (2,), (3,), (4,)]
    assert passes(room.name_case_giver(session, 2), "each") == [(1,), (3,), (4,), (KARIN,)]
    assert passes(room.name_case_giver(session, None), "each")[-1] == (KARIN,)


def test_small_groups_are_made_anew_for_who_is_there() -> None:
    session = under_way(EVERY_WAY, names=FOUR, case_giver=None)
    six = room.join(room.join(session, "Evi"), "Fay")
    assert passes(six, "consult") == [(1, 3, 5), (2, 4, 6)]
    assert passes(room.presence(six, 1, "gone"), "consult") == [(2, 4), (3, 5), (6,)]


def test_what_was_left_out_stays_left_out_when_somebody_comes() -> None:
    session = each(names=FOUR)
    second = next(s.id for s in session.plan if s.lap and s.lap.number == 2)
    session = room.join(course.leave_out(session, second), "Evi")
    assert [s.lap.number for s in session.plan if s.lap and s.skipped] == [2]


def begun() -> Session:
    """A session of four people in the second pass."""
    session = each(names=FOUR)
    for _ in range(2):
        session = course.next_stop(session, NINE)
    return session


def test_a_step_that_began_keeps_its_passes_and_a_newcomer_comes_last() -> None:
    session = room.join(begun(), "Evi")
    assert passes(session, "each") == [(1,), (2,), (3,), (4,)]
    assert flow.next_lap(session) is None
    for _ in range(2):
        session = course.next_stop(session, NINE)
    session = flow.another_pass(session, NINE)
    assert session.stop.lap == Lap(step="each", number=5, of=5, people=(5,))
    assert session.case_giver(session.stop) == 5
    assert flow.next_lap(session) is None


def test_who_is_still_to_come_has_no_pass_that_begins_now() -> None:
    session = room.presence(room.join(begun(), "Evi"), 5, "late")
    last = course.go_to(session, session.plan[-1].id, NINE)
    assert flow.next_lap(last) is None
    assert flow.another_pass(last, NINE) is last
    assert flow.further(last) is None
    came = flow.another_pass(room.presence(last, 5, "here"), NINE)
    assert came.stop.lap == Lap(step="each", number=5, of=5, people=(5,))


def test_a_pass_ahead_for_a_seat_that_was_not_needed_is_left_out() -> None:
    session = room.unseat(begun(), 3)
    assert passes(session, "each") == [(1,), (2,), (), (4,)]
    assert [s.lap.people for s in session.plan if s.lap and s.skipped] == [()]
    assert course.next_stop(session, NINE).case_giver(course.next_stop(session, NINE).stop) == 4


def test_who_goes_first_swaps_with_who_would_have() -> None:
    session = course.next_stop(each(names=FOUR), NINE)
    swapped = room.name_case_giver(session, 3)
    assert passes(swapped, "each") == [(3,), (2,), (1,), (4,)]
    assert swapped.case_giver(swapped.stop) == 3
    assert room.name_case_giver(swapped, 1).plan == session.plan


def test_a_pass_that_was_is_not_given_to_somebody_else() -> None:
    session = begun()
    assert passes(room.name_case_giver(session, 1), "each") == [(1,), (1,), (3,), (4,)]
    assert passes(room.name_case_giver(session, None), "each") == [(1,), (), (3,), (4,)]


def test_in_small_groups_a_pass_changes_hands_within_one_group() -> None:
    session = under_way(EVERY_WAY, "consult.tell", names=FOUR, case_giver=None)
    swapped = room.name_case_giver(session, 4)
    assert passes(swapped, "consult") == [(1, 4), (2, 3)]


def test_a_peer_that_a_pass_is_for_is_not_divided_among_the_peers() -> None:
    step = Step(title="Each", id="each", each="everyone", as_="case-giver")
    inner = replace(step, moments=(Moment(title="Talk"),))
    session = under_way(method(inner), names=FOUR, case_giver=None)
    assert passes(session, "each") == [(1,), (2,), (3,), (4,)]


def test_a_session_is_prepared_where_all_of_it_is_for_each_and_nobody_is_known() -> None:
    alone = method(Step(title="Each", id="each", each="everyone", as_="case-giver"))
    session = prepared(alone, names=(), case_giver=None)
    assert passes(session, "each") == [()]
    assert passes(room.join(session, "An"), "each") == [(1,)]
