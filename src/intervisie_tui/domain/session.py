"""A session under way, as one value that only ever gets replaced.

The plan is a flat row of stops: planned ones ahead, made ones behind. Nothing here
reads a clock: whoever asks passes the moment in, always as an aware UTC `datetime`.
The verbs stand in `course` (plan and clock), `wall` (flip charts) and `room` (people).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal, Self

from intervisie_tui.domain.method import QUESTION, Chart, Method, Moment, Step
from intervisie_tui.domain.person import Person, PersonId
from intervisie_tui.domain.sheet import Entry, Sheet, same_sheet
from intervisie_tui.domain.stop import Block, Stop

FARTHEST: Final = timedelta(days=30)
"""An end that lies farther ahead is none: no calendar need hold it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A private note of the facilitator."""

    id: int
    text: str
    stop: int
    """The stop where it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What was decided about what was said."""

    at: datetime
    keep: Literal["hand-over", "all"]
    """Of a session of which nothing was kept there is no record."""

    until: date | None = None
    """The last day it is kept; `None`: until somebody deletes it."""


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
    group: str = ""
    first_meeting: bool = False
    online: bool = False
    """Whether the group meets by camera."""

    names_shown: bool = False
    """Whether the group wants to see who said what behind the lines."""

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
        key = self.blocks[stop.block].method
        if key is None:
            raise KeyError(stop.id)
        return self.methods[key]

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
        here = max(0.0, self.left(now) or 0.0)
        ahead = sum(
            max(0.0, (stop.length or 0.0) - stop.spent)
            for stop in self.plan[self.index(self.at) + 1 :]
            if not (stop.done or stop.skipped)
        )
        return now + timedelta(seconds=min(here + ahead, FARTHEST.total_seconds()))

    # People

    def person(self, seat: PersonId) -> Person | None:
        """Who has that seat; `None`: nobody."""
        return next((person for person in self.people if person.id == seat), None)

    def case_giver(self, block: int) -> PersonId | None:
        """Whose case it is; `None`: not yet known."""
        return next(iter(self.blocks[block].roles.get("case-giver", ())), None)

    def holders(self, roles: Iterable[str], block: int) -> tuple[PersonId, ...]:
        """Who is here and holds one of *roles*, by seat. The facilitator has no seat."""
        giver = self.case_giver(block)
        wanted = set(roles)
        return tuple(
            person.id
            for person in self.people
            if person.presence == "here"
            and (
                "everyone" in wanted or ("case-giver" if person.id == giver else "peers") in wanted
            )
        )

    # Sheets

    def chart_of(self, sheet: Sheet) -> Chart:
        """The chart that *sheet* is one of."""
        key = self.blocks[sheet.block].method
        return Chart() if key is None else self.methods[key].chart(sheet.chart)

    def sheet(self, chart: str, stop: Stop) -> Sheet:
        """The sheet of *chart* that hangs at *stop*; an empty one if nothing is on it yet."""
        fresh = Sheet(chart=chart, block=stop.block)
        return next((s for s in self.sheets if same_sheet(s, fresh)), fresh)

    def entries(self) -> Iterator[tuple[Sheet, Entry]]:
        """Every line on the wall."""
        return ((sheet, entry) for sheet in self.sheets for entry in sheet.entries)

    def entry(self, entry: int) -> tuple[Sheet, Entry] | None:
        """The line with that id and its sheet; `None`: there is none."""
        return next((pair for pair in self.entries() if pair[1].id == entry), None)

    def question(self, block: int) -> Entry | None:
        """The case giver's question in its latest version; `None`: not stated yet."""
        key = self.blocks[block].method
        chart = QUESTION if key is None else self.methods[key].question_chart
        for sheet in self.sheets:
            if sheet.chart == chart and sheet.block == block and sheet.entries:
                return sheet.entries[-1]
        return None

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
        return there if stop == self.at else there.with_stop(replace(there.stop, skipped=False))
