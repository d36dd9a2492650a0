"""Random fingers on every verb, and a clock that goes on."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.history import History
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.person import Presence
from intervisie_tui.domain.session import Session
from tests.domain.samples import FIVE, NAMES, NINE, SMALL, Known, prepared

Verb = Callable[..., Session]

PLAIN: tuple[Verb, ...] = (room.show_names,)
TIMED: tuple[Verb, ...] = (
    course.begin,
    course.next_stop,
    course.skip,
    course.back,
    course.repeat,
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
ON_LINE: tuple[Verb, ...] = (wall.remove, wall.answer, wall.pick, wall.agree)

ANY_STOP = st.integers(0, 40)
ANY_LINE = st.integers(1, 30)
ANY_SEAT = st.integers(0, 9)
ANY_TIME = st.integers(-400, 400)
ANY_MOMENT = st.sampled_from([*FIVE.moments, *SMALL.moments, "9.9"])
ANY_LABEL = st.sampled_from(["helpful", "neutral", "not helpful", "3", "do", None, "x"])
ANY_WRAP = st.sampled_from(["{}", "[red]{}", "\x1b[31m{}\x1b[0m", "  {}\n\t{}", "\u202e{}", "é{}"])


KNOWN = st.builds(
    Known,
    names=st.integers(0, 8).map(lambda n: (NAMES * 2)[:n]),
    case_giver=st.sampled_from([None, 1, 2, 5]),
    first_meeting=st.booleans(),
    question=st.sampled_from(["", "How do I say no?"]),
)


def spent(session: Session, now: datetime) -> float:
    """Seconds on all clocks together."""
    banked = sum(stop.spent for stop in session.plan)
    return banked - session.stop.spent + session.spent(now)


def begun(session: Session) -> dict[int, tuple[int, str]]:
    """The stops where something happened that may not be lost."""
    return {stop.id: (stop.block, stop.moment) for stop in session.plan if stop.begun}


class Fingers(RuleBasedStateMachine):
    """A facilitator who may do anything at any time, and what each verb promises."""

    @initialize(method=st.sampled_from([FIVE, FIVE, SMALL]), known=KNOWN)
    def open_the_room(self, method: Method, known: Known) -> None:
        self.now = NINE
        self.session = prepared(method, **known)
        self.history = History()
        self.ran = 0.0
        self.words = 0
        self.said: dict[int, list[str]] = {}
        self.wiped: list[str] = []

    # What the fingers do

    def do(self, verb: Verb, *args: object, **more: object) -> None:
        before, lasting = self.session, begun(self.session)
        as_it_was = repr(before)
        self.session = verb(before, *args, **more)
        assert repr(before) == as_it_was
        if self.session == before:
            assert self.session is before
            return
        self.history = self.history.did(verb.__name__, before)
        assert lasting.items() <= begun(self.session).items()

    def step(self, way: str) -> bool:
        """Undo or redo; the clocks then show what they show in the value that is back."""
        step = getattr(self.history, way)(self.session)
        if step is None:
            return False
        self.history, self.session, _ = step
        self.ran = spent(self.session, self.now)
        return True

    def word(self, wrap: str) -> str:
        """Words that nobody said before."""
        self.words += 1
        return wrap.replace("{}", f"said-{self.words}-")

    def heard(self, entry: int) -> None:
        self.said.setdefault(entry, []).append(f"said-{self.words}-")

    @rule(seconds=st.integers(1, 2400))
    def time_goes_by(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds / 4)
        if self.session.since is not None:
            self.ran += seconds / 4

    @rule(verb=st.sampled_from(TIMED))
    def timed(self, verb: Verb) -> None:
        self.do(verb, self.now)

    @rule(verb=st.sampled_from(PLAIN))
    def plain(self, verb: Verb) -> None:
        self.do(verb)

    @rule(verb=st.sampled_from(ON_LINE), entry=ANY_LINE)
    def on_line(self, verb: Verb, entry: int) -> None:
        self.do(verb, entry)

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

    @rule(wrap=ANY_WRAP, number=ANY_LINE)
    def notes(self, wrap: str, number: int) -> None:
        self.do(room.note, wrap)
        self.do(room.drop_note, number)

    @rule(wrap=ANY_WRAP, by=st.none() | ANY_SEAT, column=ANY_LABEL)
    def write(self, wrap: str, by: int | None, column: str | None) -> None:
        self.do(wall.write, self.word(wrap), by=by, column=column)
        self.heard(self.session.last_id)

    @rule()
    def hang_a_card(self) -> None:
        before = wall.here(self.session)
        self.do(wall.write, "")
        sheet = wall.here(self.session)
        if before is not None and sheet is not None:
            card = sheet.entries[-1].card
            assert card is not None
            assert card > max(before.cards, len(before.entries))

    @rule(wrap=ANY_WRAP)
    def paste(self, wrap: str) -> None:
        first = self.word(wrap)
        self.do(wall.write_lines, [first, "", " \x1b"])
        self.heard(self.session.last_id)

    @rule(wrap=ANY_WRAP, chart=st.sampled_from([*FIVE.charts, "Core", "?"]))
    def write_on(self, wrap: str, chart: str) -> None:
        self.do(wall.write_on, chart, self.word(wrap))
        self.heard(self.session.last_id)

    @rule(
        verb=st.sampled_from([wall.edit, wall.note_answer, wall.set_when]),
        entry=ANY_LINE,
        wrap=ANY_WRAP,
    )
    def rewrite(self, verb: Verb, entry: int, wrap: str) -> None:
        self.do(verb, entry, self.word(wrap))
        self.heard(entry)

    @rule(entry=ANY_LINE, by=st.integers(-3, 3))
    def move(self, entry: int, by: int) -> None:
        self.do(wall.move, entry, by)

    @rule(entry=ANY_LINE, label=ANY_LABEL)
    def judge(self, entry: int, label: str | None) -> None:
        self.do(wall.judge, entry, label)
        if label is not None:
            self.do(wall.put_in_column, entry, label)

    @rule(entry=ANY_LINE, owner=st.none() | ANY_SEAT)
    def set_owner(self, entry: int, owner: int | None) -> None:
        self.do(wall.set_owner, entry, owner)

    @rule(entry=ANY_LINE)
    def wipe(self, entry: int) -> None:
        self.history = self.history.everywhere(lambda session: wall.wipe(session, entry))
        self.session = wall.wipe(self.session, entry)
        self.wiped += self.said.pop(entry, [])
        changes = (*self.history.past, *self.history.future)
        remembered = repr([change.session.sheets for change in changes])
        assert not [words for words in self.wiped if words in remembered]

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

    @precondition(lambda self: self.session.stage == "under-way")
    @rule(moments=st.lists(ANY_MOMENT, min_size=1, max_size=3))
    def detours_come_back(self, moments: list[str]) -> None:
        left = []
        for moment in moments:
            if moment in self.session.method_of(self.session.stop).moments:
                left.append((self.session.at, self.session.stop.done))
                self.do(course.detour, moment, self.now)
                assert self.session.stop.moment == moment
        for stop, done in reversed(left):
            self.do(course.next_stop, self.now)
            assert (self.session.at, self.session.stop.done) == (stop, done)

    @precondition(lambda self: self.session.stage == "under-way")
    @rule()
    def once_more_goes_on_as_before(self) -> None:
        onward = course.next_stop(self.session, self.now)
        moment = self.session.stop.moment
        self.do(course.repeat, self.now)
        assert (self.session.stop.moment, self.session.stop.begun) == (moment, False)
        after = course.next_stop(self.session, self.now)
        assert after.stage == onward.stage
        if after.stage == "under-way":
            assert after.at == onward.at
