"""Random fingers on the verbs of the plan, the clock and the people; the others stand beside."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from intervisie_tui.domain import course, flow, room
from intervisie_tui.domain.history import History
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.person import Presence
from intervisie_tui.domain.session import Session
from tests.domain.samples import FIVE, NAMES, NINE, SMALL, Known, prepared
from tests.flows import EVERY_WAY, flows

Verb = Callable[..., Session]

TIMED: tuple[Verb, ...] = (
    course.begin,
    course.next_stop,
    course.next_stop,
    course.next_stop,
    course.skip,
    course.back,
    flow.repeat,
    flow.another_pass,
    course.finish,
    course.start,
    course.start,
    course.pause,
    course.reset,
    room.next_turn,
    room.next_turn,
    room.pass_turn,
    room.take_back,
)

ANY_STOP = st.integers(0, 40)
ANY_SEAT = st.integers(0, 9)
ANY_TIME = st.integers(-400, 400)
ANY_WRAP = st.sampled_from(["{}", "[red]{}", "\x1b[31m{}\x1b[0m", "  {}\n\t{}", "\u202e{}", "é{}"])


METHODS = st.sampled_from([FIVE, SMALL, EVERY_WAY, EVERY_WAY]) | flows()

KNOWN = st.builds(
    Known,
    names=st.integers(0, 8).map(lambda n: (NAMES * 2)[:n]),
    case_giver=st.sampled_from([None, 1, 2, 5]),
    first_meeting=st.booleans(),
    question=st.sampled_from(["", "How do I say no?"]),
)


def told(session: Session) -> str:
    """All that it says, but its methods."""
    return repr(replace(session, methods={}))


def spent(session: Session, now: datetime) -> float:
    """Seconds on all clocks together."""
    banked = sum(stop.spent for stop in session.plan)
    return banked - session.stop.spent + session.spent(now)


def planned(session: Session) -> float:
    """Seconds that all stops may take together."""
    return sum(stop.length or 0 for stop in session.plan)


def begun(session: Session) -> dict[int, tuple[int, str]]:
    """The stops where something happened that may not be lost."""
    return {stop.id: (stop.block, stop.moment) for stop in session.plan if stop.begun}


class Fingers(RuleBasedStateMachine):
    """A facilitator who may do anything at any time, and what each verb promises."""

    @initialize(method=METHODS, known=KNOWN, at_work=st.booleans())
    def open_the_room(self, method: Method, known: Known, *, at_work: bool) -> None:
        self.now = NINE
        session = prepared(method, **known)
        self.session = course.begin(session, NINE) if at_work else session
        self.history = History()
        self.ran = 0.0

    # What the fingers do

    def do(self, verb: Verb, *args: object, **more: object) -> None:
        before, lasting = self.session, begun(self.session)
        as_it_was = told(before)
        self.session = verb(before, *args, **more)
        assert told(before) == as_it_was
        if self.session == before:
            assert self.session is before
            return
        self.history = self.history.did(verb.__name__, before)
        assert lasting.items() <= begun(self.session).items()
        if verb is course.next_stop:
            # What one stop leaves, another has.
            assert planned(self.session) == pytest.approx(planned(before))

    def step(self, way: str) -> bool:
        """Undo or redo; the clocks then show what they show in the value that is back."""
        step = getattr(self.history, way)(self.session)
        if step is None:
            return False
        self.history, self.session, _ = step
        self.ran = spent(self.session, self.now)
        return True

    @rule(seconds=st.integers(1, 2400))
    def time_goes_by(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds / 4)
        if self.session.since is not None:
            self.ran += seconds / 4

    @rule(verb=st.sampled_from(TIMED))
    def timed(self, verb: Verb) -> None:
        self.do(verb, self.now)

    @rule(seconds=st.integers(1, 400), times=st.integers(1, 4))
    def lead(self, seconds: int, times: int) -> None:
        """As it usually goes: the clock is started, and after a while the group goes on."""
        for _ in range(times):
            self.do(course.start, self.now)
            self.time_goes_by(seconds)
            self.do(course.next_stop, self.now)

    @rule(stop=ANY_STOP)
    def go_to(self, stop: int) -> None:
        self.do(course.go_to, stop, self.now)

    @rule(stop=ANY_STOP)
    def leave_out(self, stop: int) -> None:
        self.do(course.leave_out, stop)

    @rule(verb=st.sampled_from([course.give, course.set_left]), seconds=ANY_TIME)
    def time(self, verb: Verb, seconds: int) -> None:
        self.do(verb, seconds, self.now)

    @rule(gone=st.integers(0, 900), away=st.integers(0, 600))
    def resume(self, gone: int, away: int) -> None:
        """The program was away; what it did not see is on no clock. No history is left."""
        seen, self.now = self.now, self.now + timedelta(seconds=gone)
        if self.session.since is not None and gone <= away:
            self.ran += gone
        self.session = course.resumed(self.session, seen, self.now, away)
        self.history = History()

    @rule(seat=ANY_SEAT)
    def turn_to(self, seat: int) -> None:
        self.do(room.turn_to, seat, self.now)

    @rule(seat=ANY_SEAT, there=st.sampled_from(["here", "late", "gone"]))
    def presence(self, seat: int, there: Presence) -> None:
        self.do(room.presence, seat, there)

    @rule(seat=st.none() | ANY_SEAT)
    def name_case_giver(self, seat: int | None) -> None:
        self.do(room.name_case_giver, seat)

    @rule(wrap=ANY_WRAP, seat=ANY_SEAT)
    def names(self, wrap: str, seat: int) -> None:
        self.do(room.join, wrap)
        self.do(room.rename, seat, wrap)

    @rule(seat=ANY_SEAT)
    def unseat(self, seat: int) -> None:
        can = seat in room.spare(self.session)
        self.do(room.unseat, seat)
        assert not can or self.session.person(seat) is None

    @rule()
    def undo(self) -> None:
        self.step("undo")

    @rule()
    def redo(self) -> None:
        self.step("redo")

    @rule(times=st.integers(1, 12))
    def undo_and_redo(self, times: int) -> None:
        before = self.session, self.history
        undone = sum(self.step("undo") for _ in range(times))
        assert all(self.step("redo") for _ in range(undone))
        assert self.session is before[0]
        assert self.history == before[1]
