from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain import agenda, course, replan
from intervisie_tui.domain.history import History
from intervisie_tui.domain.session import Session
from tests.domain.meetings import meeting
from tests.domain.samples import NINE, after, under_way

SECONDS = st.floats(0, 7200, allow_nan=False).map(round)


def late(minutes: float = 30, of: float = 240) -> tuple[Session, float]:
    """A meeting in its first moment, whose clock ran on so long; and the seconds."""
    session = course.start(course.begin(meeting(minutes=of), NINE), NINE)
    return session, (10 + minutes) * 60


def by_how(session: Session, seconds: float) -> Mapping[str, replan.Proposal]:
    return {each.how: each for each in replan.proposals(session, after(seconds))}


def test_nothing_is_proposed_where_the_meeting_fits() -> None:
    session, _ = late()
    assert replan.proposals(session, after(60)) == ()


def test_nothing_is_proposed_where_no_end_was_agreed() -> None:
    session, seconds = late()
    assert replan.proposals(replace(session, due=None), after(seconds)) == ()


def test_each_proposal_says_what_would_follow() -> None:
    session, seconds = late()  # 5 minutes spare, 30 over
    found = by_how(session, seconds)
    assert list(found) == ["shorten", "drop", "next-time", "end-later"]
    assert found["shorten"].over == 0
    assert found["shorten"].saved == pytest.approx(25 * 60)
    assert found["next-time"].saved == 38 * 60
    assert found["next-time"].end == after(seconds) + timedelta(minutes=235 - 10 - 38)
    assert found["end-later"].session.due == session.expected_end(after(seconds))
    assert found["end-later"].over == 0


def test_the_last_case_is_the_one_that_is_kept_for_next_time() -> None:
    session, seconds = late()
    proposal = by_how(session, seconds)["next-time"]
    assert proposal.block == 6
    assert agenda.agenda(proposal.session, NINE)[6].state == "out"


def test_a_case_that_is_the_only_one_is_not_put_off() -> None:
    session = replace(course.start(under_way(), NINE), due=NINE)
    assert "next-time" not in by_how(session, 60)


def test_what_is_optional_can_be_left_out_one_part_at_a_time() -> None:
    session, seconds = late()
    drops = [p for p in replan.proposals(session, after(seconds)) if p.how == "drop"]
    assert [p.saved for p in drops] == [240, 240, 240, 240, 240, 600]
    assert all(len(proposal.cuts) == 1 for proposal in drops)


@pytest.mark.parametrize(
    ("moment", "least"),
    [("2", 8 * 60), ("3", 8 * 60), ("4", 2 * 60), ("5", 120), ("7", 2 * 60)],
)
def test_a_moment_keeps_what_it_needs(moment: str, least: float) -> None:
    session = meeting()
    stop = next(s for s in session.plan if s.moment == moment and s.block == 1)
    assert replan.least(session, stop) == least


def test_a_break_is_not_made_shorter() -> None:
    session = meeting()
    (pause,) = (s for s in session.plan if session.blocks[s.block].break_)
    assert replan.least(session, pause) == 15 * 60


def test_where_shortening_is_not_enough_it_says_what_is_still_over() -> None:
    session, seconds = late(minutes=180)
    found = by_how(session, seconds)["shorten"]
    assert found.over > 0
    assert all(cut.after < cut.before for cut in found.cuts)


@given(SECONDS, st.integers(30, 300))
def test_shortened_it_ends_as_agreed_or_every_moment_is_as_short_as_it_may_be(
    seconds: float, minutes: int
) -> None:
    session = course.start(course.begin(meeting(minutes=minutes), NINE), NINE)
    now = after(seconds)
    before = replan.over(session, now)
    shorter = replan.shortened(session, now)
    over = replan.over(shorter, now)
    assert over <= before
    lengths = {s.id: s.length or 0 for s in session.plan}
    for stop in replan.upcoming(shorter):
        assert replan.least(session, session.plan[session.index(stop.id)]) <= (stop.length or 0)
        assert 0 <= (stop.length or 0) <= lengths[stop.id]
    if over > 1:
        assert all(
            stop.length == replan.least(session, session.plan[session.index(stop.id)])
            for stop in replan.upcoming(shorter)
        )
    if before > 0 and over <= 1:
        assert shorter.due is not None
        assert abs((shorter.expected_end(now) - shorter.due).total_seconds()) < 1


@given(
    st.lists(st.tuples(st.integers(1, 5000), st.floats(0, 1)), min_size=1, max_size=20),
    st.floats(-100, 60_000, allow_nan=False),
)
def test_lengths_that_fit_add_up_and_none_is_below_its_floor(
    parts: list[tuple[int, float]], target: float
) -> None:
    lengths = {number: float(length) for number, (length, _) in enumerate(parts)}
    floors = {n: float(int(length * share)) for n, (length, share) in enumerate(parts)}
    made = replan.fitted(lengths, floors, target)
    assert list(made) == list(lengths)
    assert all(floors[n] <= made[n] <= lengths[n] for n in lengths)
    total = sum(made.values())
    if target >= sum(lengths.values()):
        assert made == lengths
    elif target <= sum(floors.values()):
        assert made == floors
    else:
        assert target - 1 < total <= target + 1e-6


@given(SECONDS, st.integers(30, 300), st.integers(0, 9))
def test_undo_restores_what_was_before_any_proposal(
    seconds: float, minutes: int, which: int
) -> None:
    session = course.start(course.begin(meeting(minutes=minutes), NINE), NINE)
    found = replan.proposals(session, after(seconds))
    if found:
        chosen = found[which % len(found)].session
        undone = History().did("replan", session).undo(chosen)
        assert undone is not None
        assert undone[1] == session


@given(SECONDS, st.integers(30, 300))
def test_what_a_proposal_says_is_what_it_does(seconds: float, minutes: int) -> None:
    session = course.start(course.begin(meeting(minutes=minutes), NINE), NINE)
    now = after(seconds)
    for proposal in replan.proposals(session, now):
        changed = proposal.session
        assert proposal.end == changed.expected_end(now)
        assert proposal.over == replan.over(changed, now)
        earlier = (session.expected_end(now) - changed.expected_end(now)).total_seconds()
        assert proposal.saved == pytest.approx(earlier)
        assert all((stop.length or 0) >= 0 for stop in changed.plan)
        assert [s.id for s in changed.plan] == [s.id for s in session.plan]


@pytest.mark.parametrize(
    ("minutes", "fit"), [(300, 5), (235, 5), (234, 4), (197, 4), (121, 2), (83, 1), (82, 0)]
)
def test_so_many_cases_fit_as_end_in_time(minutes: int, fit: int) -> None:
    assert replan.cases_that_fit(meeting(minutes=minutes), NINE) == fit
