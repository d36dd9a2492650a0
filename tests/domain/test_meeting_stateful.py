"""Whatever is decided live about a meeting, in any order: what was begun stays, times add up."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from intervisie_tui.domain import agenda, course, flow, replan
from intervisie_tui.domain.convene import Case, add
from intervisie_tui.domain.history import History
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from tests.domain.meetings import BREAK, LIBRARY, MEETING, meeting
from tests.domain.samples import NINE

CASES = ("short", "other")
BLOCKS = st.integers(0, 14)


class AnyAgenda(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.session = meeting(minutes=150)
        self.now: datetime = NINE
        self.history = History()
        self.began: set[int] = set()

    def do(self, verb: Callable[[Session], Session]) -> None:
        before, self.session = self.session, verb(self.session)
        if self.session is not before:
            self.history = self.history.did("verb", before)

    def block(self, number: int) -> int:
        return number % len(self.session.blocks)

    @rule(seconds=st.integers(0, 1500))
    def time_goes_by(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule()
    def go_on(self) -> None:
        self.do(lambda s: course.next_stop(course.start(s, self.now), self.now))

    @rule()
    def go_back(self) -> None:
        self.do(lambda s: course.back(s, self.now))

    @rule(which=st.integers(0, 99))
    def go_anywhere(self, which: int) -> None:
        stop = self.session.plan[which % len(self.session.plan)].id
        self.do(lambda s: course.go_to(s, stop, self.now))

    @rule()
    def once_more(self) -> None:
        self.do(lambda s: flow.repeat(s, self.now))

    @rule(number=BLOCKS, by=st.integers(-4, 4))
    def move(self, number: int, by: int) -> None:
        self.do(lambda s: agenda.move(s, self.block(number), by))

    @rule(number=BLOCKS)
    def leave_out(self, number: int) -> None:
        self.do(lambda s: agenda.leave_out(s, self.block(number)))

    @rule(number=BLOCKS, seat=st.none() | st.integers(1, 6))
    def bring(self, number: int, seat: int | None) -> None:
        self.do(lambda s: agenda.bring(s, self.block(number), seat))

    @rule(number=BLOCKS, key=st.sampled_from(CASES))
    def change_method(self, number: int, key: str) -> None:
        block = self.block(number)
        if self.session.methods[self.session.blocks[block].method].kind == "case":
            self.do(lambda s: agenda.change_method(s, block, key, LIBRARY[key]))

    @precondition(lambda self: len(self.session.blocks) < 15)
    @rule(number=BLOCKS, key=st.sampled_from(CASES))
    def one_more_case(self, number: int, key: str) -> None:
        made = add(self.session, key, LIBRARY[key], case=Case(by=1, question="Why me?"))
        self.do(lambda s: agenda.insert(s, made, self.block(number)))

    @precondition(lambda self: len(self.session.blocks) < 15)
    @rule(number=BLOCKS)
    def one_more_break(self, number: int) -> None:
        made = add(self.session, "pause", MEETING.of(BREAK), break_=True)
        self.do(lambda s: agenda.insert(s, made, self.block(number)))

    @rule(which=st.integers(0, 20))
    def do_something_about_the_time(self, which: int) -> None:
        found = replan.proposals(self.session, self.now)
        if found:
            self.do(lambda _: found[which % len(found)].session)

    @rule()
    def undo(self) -> None:
        undone = self.history.undo(self.session)
        if undone is not None:
            self.history, self.session, _verb = undone
            self.began = {stop.id for stop in self.session.plan if stop.begun}

    @invariant()
    def what_was_begun_stays(self) -> None:
        begun = {stop.id for stop in self.session.plan if stop.begun}
        assert self.began <= begun
        self.began = begun

    @invariant()
    def each_block_is_one_run_of_stops(self) -> None:
        order = [block for block, _stops in agenda.runs(self.session)]
        assert sorted(order) == list(range(len(self.session.blocks)))
        assert len({stop.id for stop in self.session.plan}) == len(self.session.plan)

    @invariant()
    def no_stop_is_negative_and_the_end_is_a_sum(self) -> None:
        assert all((stop.length or 0) >= 0 for stop in self.session.plan)
        items = agenda.agenda(self.session, self.now)
        assert all(item.seconds >= 0 for item in items)
        times = [item.starts for item in items if item.starts is not None]
        assert times == sorted(times)
        assert all(at <= self.session.expected_end(self.now) for at in times)

    @invariant()
    def the_group_is_where_it_is_and_sees_nothing_of_what_is_left_out(self) -> None:
        seen = view(self.session, self.now)
        here = [item.block for item in seen.agenda if item.state == "now"]
        assert here == ([self.session.stop.block] if seen.stage == "under-way" else [])
        numbers = [item.number for item in seen.agenda if item.number]
        assert numbers == list(range(1, seen.cases + 1))


TestAnyAgenda = AnyAgenda.TestCase
TestAnyAgenda.settings = settings(
    max_examples=60, stateful_step_count=40, derandomize=True, deadline=None
)
