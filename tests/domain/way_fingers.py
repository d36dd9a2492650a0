"""Random fingers on the verbs of the way: passes, choices, detours, roles and groups."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from intervisie_tui.domain import course, flow, room
from intervisie_tui.domain.moment import Role
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Stop
from intervisie_tui.domain.unroll import renewed
from tests.domain.fingers import ANY_SEAT, Fingers
from tests.flows import OWN

ANY_PART = st.integers(0, 60)
ANY_ROLE = st.sampled_from(["case-giver", *OWN])


def under_way(self: Fingers) -> bool:
    return self.session.stage == "under-way"


def chooses(self: Fingers) -> bool:
    return self.session.moment_of(self.session.stop).choose is not None


def part(session: Session, number: int) -> str:
    """The address of a moment, or the id of a step or module."""
    method = session.method_of(session.stop)
    parts = [*method.moments, *method.parts, "9.9"]
    return parts[number % len(parts)]


def has_ways(session: Session, stop: Stop) -> bool:
    moment = session.moment_of(stop)
    return bool(stop.lap or moment.choose or moment.groups or moment.fill or moment.spare)


class WayFingers(Fingers):
    """A facilitator who may go anywhere."""

    @rule(number=ANY_PART)
    def go_where_something_may_be_done(self, number: int) -> None:
        stops = [stop.id for stop in self.session.plan if has_ways(self.session, stop)]
        if stops:
            self.do(course.go_to, stops[number % len(stops)], self.now)

    @precondition(under_way)
    @rule(numbers=st.lists(ANY_PART, min_size=1, max_size=3))
    def detours_come_back(self, numbers: list[int]) -> None:
        left = []
        for number in numbers:
            before = self.session
            chosen = flow.chosen_at(before, before.stop)
            self.do(flow.detour, part(before, number), self.now)
            assert flow.chosen_at(self.session, before.stop) == chosen
            added = len(self.session.plan) - len(before.plan)
            assert (added > 0) == (self.session.at != before.at)
            left.append((before.at, before.stop.done, added))
        for stop, done, added in reversed(left):
            for _ in range(added):
                self.do(course.next_stop, self.now)
            assert (self.session.at, self.session.stop.done) == (stop, done)

    @precondition(under_way)
    @rule(number=ANY_PART)
    def a_detour_is_begun_and_left_half_way(self, number: int) -> None:
        self.do(flow.detour, part(self.session, number), self.now)

    @precondition(under_way)
    @rule()
    def once_more_goes_on_as_before(self) -> None:
        onward = course.next_stop(self.session, self.now)
        moment = self.session.stop.moment
        self.do(flow.repeat, self.now)
        assert (self.session.stop.moment, self.session.stop.begun) == (moment, False)
        after = course.next_stop(self.session, self.now)
        assert after.stage == onward.stage
        if after.stage == "under-way":
            assert after.at == onward.at

    @precondition(under_way)
    @rule()
    def one_more_pass_goes_on_as_the_last_one(self) -> None:
        before, more = self.session, flow.next_lap(self.session)
        self.do(flow.another_pass, self.now)
        assert (self.session is not before) == (more is not None)
        if more is not None:
            assert self.session.stop.lap == more
            assert before.stop.lap is not None
            assert more.number == before.stop.lap.number + 1

    @precondition(chooses)
    @rule(numbers=st.lists(ANY_PART, min_size=1, max_size=3), seconds=st.integers(0, 400))
    def choose_and_think_again(self, numbers: list[int], seconds: int) -> None:
        """Each time something is chosen, the group may go there, and come back to choose again."""
        here = self.session.at
        for number in numbers:
            self.choose(number)
            if seconds and self.session.stage == "under-way":
                self.lead(seconds, 2)
                self.do(course.go_to, here, self.now)

    def choose(self, number: int) -> None:
        before, here = self.session, self.session.stop
        choice = before.moment_of(here).choose
        assert choice is not None
        module = choice.from_[number % len(choice.from_)]
        was = flow.chosen_at(before, here)
        self.do(flow.choose, module)
        chosen = flow.chosen_at(self.session, self.session.stop)
        if module in was or self.session is before:
            assert {*chosen} <= {*was}
        else:
            assert module in chosen
        came = [s for s in self.session.plan if s.cause == here.id and not s.begun]
        assert len({stop.moment for stop in came}) == len(came)
        others = [s for s in before.plan if (s.cause != here.id or s.begun) and s != here]
        assert [s for s in self.session.plan if s in others] == others
        assert self.session.index(here.id) == before.index(here.id)

    @rule(role=ANY_ROLE, seat=st.none() | ANY_SEAT)
    def hold(self, role: Role, seat: int | None) -> None:
        before = self.session
        self.do(room.hold, role, seat)
        if self.session is not before and seat is not None:
            assert seat in self.session.having(role, self.session.stop)
        self.somebody_else_keeps_what_begun(before, role)

    def somebody_else_keeps_what_begun(self, before: Session, role: Role) -> None:
        """Only this pass, and what did not begin, changed hands."""
        laps = {stop.lap for stop in before.plan if stop.begun and stop.lap is not None}
        now = {stop.lap for stop in self.session.plan}
        assert laps - {before.stop.lap} <= now, role

    @rule(seat=ANY_SEAT)
    def whoever_comes_or_goes_has_their_pass_or_none(self, seat: int) -> None:
        there = self.session.person(seat)
        if there is None:
            self.do(room.join, "New")
        else:
            self.do(room.presence, seat, "gone" if there.presence == "here" else "here")
        assert renewed(self.session) is self.session
