"""How long a method takes: at least, usually and at most, moment by moment.

Told of the very row of stops that a session begins with, so that what is done more than
once or chosen counts here as it does there. Detours come on top. Lengths are in seconds.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Moment
from intervisie_tui.domain.span import MANY, Span
from intervisie_tui.domain.unroll import Table, inside, unroll

SIZES: Final = (4, 6, 8)
"""People in a group that is small, usual or large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How long something takes."""

    least: float = 0
    usual: float = 0
    most: float = 0
    is_open: bool = False
    """Whether it may take as long as the group likes; what is not known is not counted."""

    def __add__(self, other: "Reach") -> "Reach":
        return Reach(
            least=self.least + other.least,
            usual=self.usual + other.usual,
            most=self.most + other.most,
            is_open=self.is_open or other.is_open,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """A moment of the plan, with all the times that the group comes there."""

    moment: str
    """Its address in the method."""

    step_title: str
    title: str
    """The moment's own; the same as the step's where the step is one moment."""

    once: Reach
    """One visit."""

    least: int
    """How often the group comes there; never where it may be left out, or is not chosen."""

    usual: int
    most: int | None
    """`None`: as often as the group likes."""

    @property
    def all(self) -> Reach:
        """All visits."""
        return self.with_each(self.once)

    def with_each(self, part: Reach) -> Reach:
        """What something takes that is done at each visit."""
        most = self.usual if self.most is None else self.most
        return Reach(
            least=part.least * self.least,
            usual=part.usual * self.usual,
            most=part.most * most,
            is_open=part.is_open or self.most is None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """How long a method takes a group of some size."""

    people: int
    """At the table, the case giver counted."""

    rows: tuple[Visits, ...]
    """In order; what may be chosen comes after where it is chosen."""

    total: Reach


def timeline(
    method: Method,
    people: int,
    *,
    first_meeting: bool = False,
    online: bool = False,
    without: Collection[str] = (),
) -> Timeline:
    """How long *method* takes so many people; what is prepared beforehand is not counted.

    The moments with an address in *without* are left out.
    """
    table = Table(
        people=range(1, people + 1),
        case_giver=1 if method.kind == "case" else None,
        first_meeting=first_meeting,
        online=online,
    )
    stops = {stop.id: stop for stop in unroll(method, table)}
    planned = (stop.moment for stop in stops.values() if stop.cause is None)
    made = Counter(moment for moment in planned if moment not in without)
    chosen = Counter(
        (stops[stop.cause].moment, stop.moment) for stop in stops.values() if stop.cause is not None
    )
    rows: list[Visits] = []
    total = Reach()
    for address, times in made.items():
        row = _planned(method, address, times, people)
        rows += [row, *_offered(method, row, chosen, table)]
        total += row.all + row.with_each(_choice(method, address, table))
    return Timeline(people=people, rows=tuple(rows), total=total)


def sizes(people: Span) -> tuple[int, ...]:
    """The sizes of a group to tell it for; in place of one it does not suit, the nearest."""
    low, high = round(people.low), round(people.high)
    return tuple(sorted({min(max(size, low), high) for size in SIZES}))


def _planned(method: Method, address: str, times: int, people: int) -> Visits:
    moment, step = method.moments[address], method.step_of[address]
    most = None
    if step.times.high < MANY and not moment.again:
        most = round(times * step.times.high / step.times.low)
    return Visits(
        moment=address,
        step_title=step.title,
        title=moment.title,
        once=_once(method, moment, people),
        least=0 if moment.optional else times,
        usual=times,
        most=most,
    )


def _offered(
    method: Method, chooser: Visits, chosen: Counter[tuple[str, str]], table: Table
) -> Iterator[Visits]:
    """What may be chosen there: never at least, and at most each time."""
    choose = method.moments[chooser.moment].choose
    for part in choose.from_ if choose else ():
        for address in inside(method, part, table):
            moment = method.moments[address]
            yield Visits(
                moment=address,
                step_title=method.step_of[address].title,
                title=moment.title,
                once=_once(method, moment, len(table.people)),
                least=0,
                usual=chosen[chooser.moment, address],
                most=chooser.most,
            )


def _choice(method: Method, address: str, table: Table) -> Reach:
    """How long what is chosen there takes: the shortest parts, the first, the longest."""
    choose = method.moments[address].choose
    if choose is None:
        return Reach()
    parts = [
        _sum(
            _once(method, method.moments[address], len(table.people))
            for address in inside(method, part, table)
        )
        for part in choose.from_
    ]
    low, high = int(choose.pick.low), int(choose.pick.high)
    return Reach(
        least=sum(sorted(part.least for part in parts)[:low]),
        usual=_sum(parts[:low]).usual,
        most=sum(sorted((part.most for part in parts), reverse=True)[:high]),
        is_open=any(part.is_open for part in parts),
    )


def _once(method: Method, moment: Moment, people: int) -> Reach:
    """One visit to a moment."""
    usual = moment.length(people, method.holders(people))
    if usual is None:
        return Reach(is_open=True)
    if moment.minutes is None:
        return Reach(least=usual, usual=usual, most=usual)
    return Reach(least=moment.minutes.low * 60, usual=usual, most=moment.minutes.high * 60)


def _sum(parts: Iterable[Reach]) -> Reach:
    return sum(parts, Reach())
