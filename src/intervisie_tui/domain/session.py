"""A session under way, as one value that only ever gets replaced.

The plan is a flat row of stops: planned ones ahead, made ones behind. Nothing here
reads a clock: whoever asks passes the moment in, always as an aware UTC `datetime`.
The verbs stand in `course` (plan and clock), `wall` (flip charts) and `room` (people).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Literal, Self

from intervisie_tui.domain.decided import Closing
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.moment import Groups, Moment, Role, Step
from intervisie_tui.domain.note import Note
from intervisie_tui.domain.person import Person, PersonId
from intervisie_tui.domain.sheet import Entry, Sheet, same_sheet
from intervisie_tui.domain.stop import Block, Stop
from intervisie_tui.domain.teams import joined, teams

FARTHEST: Final = timedelta(days=30)
"""An end that lies farther ahead is none: no calendar need hold it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A meeting of a group: what is planned, what was done and said."""

    made: datetime
    """When it was prepared."""

    methods: Mapping[str, Method]
    """By id, the name of the method's file."""

    blocks: tuple[Block, ...]
    people: tuple[Person, ...]
    plan: tuple[Stop, ...]
    at: int
    """The id of the stop the group is at, never an index."""

    sheets: tuple[Sheet, ...] = ()
    notes: tuple[Note, ...] = ()
    meeting: str = ""
    """The title of the meeting; empty where one method is all there is."""

    group: str = ""
    group_id: str = ""
    """Which of the user's groups it is; empty: one that is not among them."""

    first_meeting: bool = False
    online: bool = False
    """Whether the group meets by camera."""

    names_shown: bool = False
    """Whether the group wants to see who said what behind the lines."""

    starts: datetime | None = None
    """When the meeting is to begin; `None`: not agreed, or it is one method."""

    since: datetime | None = None
    """When the one clock was started; `None`: it stands still."""

    due: datetime | None = None
    """When the meeting should end; `None` before it began, unless agreed beforehand."""

    begun: datetime | None = None
    """When the group left the welcome sheet; `None`: it still hangs."""

    ended: datetime | None = None
    """When the closing sheet was hung; `None`: it does not hang."""

    closing: Closing | None = None
    """`None`: a draft, about which nothing was decided yet."""

    put_off: tuple[Intention, ...] = ()
    """What is to be asked after and whose owner is not here: it waits for the next meeting."""

    last_id: int = 0
    """The last id given to an entry or a note."""

    @property
    def has_case(self) -> bool:
        """Whether somebody's case is treated; an opening or an evaluation has none."""
        return any(method.kind == "case" for method in self.methods.values())

    # Where the group is

    def index(self, stop: int) -> int:
        """The place in the row of the stop with that id. Raises KeyError if there is none."""
        for index, each in enumerate(self.plan):
            if each.id == stop:
                return index
        raise KeyError(stop)

    @property
    def stop(self) -> Stop:
        """The stop the group is at."""
        return self.plan[self.index(self.at)]

    @property
    def stage(self) -> Literal["welcome", "under-way", "closing"]:
        """Which sheet hangs: the two around the meeting, or the meeting itself."""
        if self.ended is not None:
            return "closing"
        return "welcome" if self.begun is None else "under-way"

    def method_of(self, stop: Stop) -> Method:
        """The method that *stop* belongs to."""
        return self.methods[self.blocks[stop.block].method]

    def moment_of(self, stop: Stop) -> Moment:
        """The moment that *stop* visits."""
        return self.method_of(stop).moments[stop.moment]

    def step_of(self, stop: Stop) -> Step:
        """The step that *stop* is in."""
        return self.method_of(stop).step_of[stop.moment]

    # The clock

    def spent(self, now: datetime) -> float:
        """Seconds on the clock of the current stop."""
        running = 0.0 if self.since is None else (now - self.since).total_seconds()
        return self.stop.spent + max(0.0, running)

    def left(self, now: datetime) -> float | None:
        """Seconds left, below zero once it has run over; `None`: open-ended."""
        length = self.stop.length
        return None if length is None else length - self.spent(now)

    def expected_end(self, now: datetime) -> datetime:
        """When the meeting ends if everything ahead takes what is planned for it."""
        if self.ended is not None:
            return self.ended
        here = 0.0 if self.stop.skipped else max(0.0, self.left(now) or 0.0)
        ahead = sum(
            max(0.0, (stop.length or 0.0) - stop.spent)
            for stop in self.plan[self.index(self.at) + 1 :]
            if not (stop.done or stop.skipped)
        )
        return self.starting(now) + timedelta(seconds=min(here + ahead, FARTHEST.total_seconds()))

    def starting(self, now: datetime) -> datetime:
        """From when what is still to come counts: now or, before the meeting, when it begins."""
        return max(now, self.starts) if self.begun is None and self.starts else now

    # People

    def person(self, seat: PersonId) -> Person | None:
        """Who has that seat; `None`: nobody."""
        return next((person for person in self.people if person.id == seat), None)

    @property
    def at_table(self) -> tuple[PersonId, ...]:
        """Who is here or still to come, by seat."""
        return tuple(person.id for person in self.people if person.presence != "gone")

    def case_giver(self, stop: Stop) -> PersonId | None:
        """Whose case it is at *stop*; of several at once the first, `None`: not yet known."""
        return next(iter(self.having("case-giver", stop)), None)

    def having(self, role: Role, stop: Stop) -> tuple[PersonId, ...]:
        """Who was given *role* at *stop*: for this pass, for this block, or in each small group."""
        if stop.lap is not None and self.is_of_pass(role, stop):
            return stop.lap.people
        given = self.blocks[stop.block].roles.get(role, ())
        groups = self.groups_with(role, stop)
        if given or groups is None:
            return given
        place = groups.roles.index(role)
        return tuple(team[place % len(team)] for team in self.divided(groups, stop) if team)

    def is_of_pass(self, role: Role, stop: Stop) -> bool:
        """Whether somebody has *role* only in the pass of a step that *stop* is in."""
        return stop.lap is not None and self.method_of(stop).part(stop.lap.step).as_ == role

    def groups_with(self, role: Role, stop: Stop) -> Groups | None:
        """The small groups in each of which somebody has *role* at *stop*; `None`: in none."""
        if stop.lap is not None and self.is_of_pass(role, stop):
            return self.method_of(stop).part(stop.lap.step).abreast
        return self.method_of(stop).groups_with(role)

    def divided(self, groups: Groups, stop: Stop) -> tuple[tuple[PersonId, ...], ...]:
        """Who sits with whom in small groups at *stop*; nobody in one that everybody left."""
        among = self._among(groups, stop)
        return tuple(tuple(p for p in team if p in among) for team in self._seated(groups, stop))

    def group_of(self, person: PersonId | None, stop: Stop) -> int | None:
        """The number of the small group of *person* at *stop*, also who left; `None`: none."""
        moments = (self.moment_of(stop), *self.method_of(stop).moments.values())
        groups = next((moment.groups for moment in moments if moment.groups), None)
        seated = () if groups is None else self._seated(groups, stop)
        return next((number for number, team in enumerate(seated, 1) if person in team), None)

    def _among(self, groups: Groups, stop: Stop) -> list[PersonId]:
        givers = () if groups.of == "everyone" else self.having("case-giver", stop)
        return [p.id for p in self.people if p.presence == "here" and p.id not in givers]

    def _seated(self, groups: Groups, stop: Stop) -> tuple[tuple[PersonId, ...], ...]:
        """The small groups as they were made, with who came since."""
        among = self._among(groups, stop)
        past = (s for s in reversed(self.plan[: self.index(stop.id) + 1]) if s.teams)
        alike = (s for s in past if s.block == stop.block and self.moment_of(s).groups == groups)
        if (before := next(alike, None)) is not None:
            return joined(before.teams, among)
        return teams(among, groups) if among else ()

    def holders(self, roles: Iterable[Role], stop: Stop) -> tuple[PersonId, ...]:
        """Who is here and has one of *roles* at *stop*, by seat. The facilitator has no seat.

        Who has a role of the method's own that the moment names does what it says there, and
        not what the rest of the group does.
        """
        wanted, moment = set(roles), self.moment_of(stop)
        own = {
            role: self.having(role, stop)
            for role in self.method_of(stop).roles
            if role in wanted or role in moment.rights() or role in moment.places()
        }
        givers = self.having("case-giver", stop)

        def has(person: PersonId) -> bool:
            named = [role for role, people in own.items() if person in people]
            if named:
                return not wanted.isdisjoint(named)
            part = "case-giver" if person in givers else "peers"
            return "everyone" in wanted or part in wanted

        return tuple(p.id for p in self.people if p.presence == "here" and has(p.id))

    # Sheets

    def chart_of(self, sheet: Sheet) -> Chart:
        """The chart that *sheet* is one of."""
        return self.methods[self.blocks[sheet.block].method].chart(sheet.chart)

    def sheet(self, chart: str, stop: Stop) -> Sheet:
        """The sheet of *chart* that hangs at *stop*, be it empty; of a group whose turn it is."""
        turn = None if stop.turns is None else stop.turns.now
        fresh = self.method_of(stop).fresh(chart)
        empty = Sheet(
            chart=chart,
            block=stop.block,
            lap=stop.lap.number if stop.lap is not None and fresh != "never" else 0,
            group=(self.group_of(turn, stop) or 1) if fresh == "group" else 0,
        )
        return next((s for s in self.sheets if same_sheet(s, empty)), empty)

    def is_hidden(self, chart: str, stop: Stop) -> bool:
        """Whether the chart is withheld from the group until a step that did not begin.

        A sheet of one pass is not opened by what began in another.
        """
        method = self.method_of(stop)
        until = method.chart(chart).hidden_until
        if until is None:
            return False
        opened = (s for s in self.plan if s.block == stop.block and (s.begun or s.id == self.at))
        if method.fresh(chart) != "never" and stop.lap is not None:
            opened = (s for s in opened if s.lap in (None, stop.lap))
        return all(self.step_of(each) is not method.parts.get(until) for each in opened)

    def entries(self) -> Iterator[tuple[Sheet, Entry]]:
        """Every line on the wall."""
        return ((sheet, entry) for sheet in self.sheets for entry in sheet.entries)

    def entry(self, entry: int) -> tuple[Sheet, Entry] | None:
        """The line with that id and its sheet; `None`: there is none."""
        return next((pair for pair in self.entries() if pair[1].id == entry), None)

    def question(self, stop: Stop) -> Entry | None:
        """The case giver's question at *stop*, in its latest version; `None`: not stated yet."""
        chart = self.method_of(stop).question_chart
        hidden = self.is_hidden(chart, stop)
        return None if hidden else next(reversed(self.sheet(chart, stop).entries), None)

    # The two ways to change the row; every verb of the course is one of them or both

    def with_stop(self, stop: Stop) -> Self:
        """The session with *stop* in place of the one with its id."""
        return replace(self, plan=tuple(stop if s.id == stop.id else s for s in self.plan))

    def moved(self, stop: int, now: datetime, **mark: bool) -> Self:
        """Bank the clock, mark the stop that is left, and arm the one gone to.

        Where the group goes is not skipped, whatever was meant before.
        """
        left = self.with_stop(replace(self.stop, spent=self.spent(now), **mark))  # type: ignore[arg-type]
        there = replace(left, at=stop, since=None)
        unskipped = there.with_stop(replace(there.stop, skipped=False))
        return there if stop == self.at else unskipped.in_groups()

    def in_groups(self) -> Self:
        """The session in which who sits with whom at this stop stays as it is."""
        groups = self.moment_of(self.stop).groups
        if groups is None or self.stop.teams:
            return self
        return self.with_stop(replace(self.stop, teams=self.divided(groups, self.stop)))
