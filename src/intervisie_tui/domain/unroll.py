"""Methods into a row of stops.

Every construct of flow is a writer of stops into that row, here and in `course`.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby, zip_longest

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Lap, Stop
from intervisie_tui.domain.teams import teams


@dataclass(frozen=True, kw_only=True)
class Table:
    """All that a plan depends on beside the method."""

    people: Sequence[PersonId]
    """Who sit at the table, the case giver counted."""

    late: Collection[PersonId] = ()
    """Who of them is still to come."""

    case_giver: PersonId | None = None
    """`None`: not known."""

    first_meeting: bool = False
    online: bool = False


def unroll(method: Method, table: Table, *, block: int = 0, first_id: int = 1) -> tuple[Stop, ...]:
    """A stop for every moment that the group is to do, in order.

    What is chosen live is planned too: until somebody chooses, it is the first that the
    author offers.
    """
    done = method.done(first_meeting=table.first_meeting, online=table.online)
    numbers = count(first_id)
    row: list[Stop] = []
    for _step, addresses in groupby(done, key=lambda address: id(method.step_of[address])):
        inner = tuple(addresses)
        for lap in laps(method, method.step_of[inner[0]], table):
            row += visits(method, inner, table, block=block, lap=lap, numbers=numbers)
    return tuple(row)


def laps(method: Method, step: Step, table: Table) -> Iterator[Lap | None]:
    """The passes through a step that are planned; `None`: the one there is.

    Small groups have theirs at the same time, and are made of who is here: as long as the
    step did not begin they are made anew for whoever comes (`renewed`). One after another
    who is still to come keeps a pass. Where nobody is known yet there is one pass.
    """
    place = method.place_of(step)
    if step.each is None:
        low, high = int(step.times.low), step.times.high
        if high == 1:
            yield None
            return
        for number in range(1, low + 1):
            yield Lap(step=place, number=number, of=low if low == high else None)
        return
    among = tuple(table.people)
    if step.each == "peers":
        among = tuple(person for person in among if person != table.case_giver)
    seated = [person for person in among if person not in table.late]
    places = (among,) if step.abreast is None else teams(seated, step.abreast)
    passes = list(zip_longest(*places)) or [()]
    for number, here in enumerate(passes, 1):
        who = tuple(person for person in here if person is not None)
        yield Lap(step=place, number=number, of=len(passes), people=who)


def visits(  # noqa: PLR0913 - a visit is all of this
    method: Method,
    addresses: Iterable[str],
    table: Table,
    *,
    block: int,
    lap: Lap | None,
    numbers: Iterator[int],
    cause: int | None = None,
) -> Iterator[Stop]:
    """A stop for each of these moments, and for what is chosen in them."""
    for address in addresses:
        moment = method.moments[address]
        length = moment.length(len(table.people), method.holders(len(table.people)))
        stop = Stop(
            id=next(numbers), block=block, moment=address, lap=lap, planned=length, cause=cause
        )
        yield stop
        # A choice inside what was chosen is no choice: no way back would lead out of it.
        if moment.choose is not None and cause is None:
            for part in moment.choose.from_[: int(moment.choose.pick.low)]:
                yield from visits(
                    method,
                    inside(method, part, table),
                    table,
                    block=block,
                    lap=lap,
                    numbers=numbers,
                    cause=stop.id,
                )


def inside(method: Method, part: str, table: Table) -> tuple[str, ...]:
    """The moments of the step or module of that name that this group does."""
    step = method.part(part)
    done = method.done(first_meeting=table.first_meeting, online=table.online, part=step)
    return tuple(done)


def table_of(session: Session, block: int) -> Table:
    """What the plan of a block depends on, as it is now: who is gone does not count."""
    return Table(
        people=session.at_table,
        late=[person.id for person in session.people if person.presence == "late"],
        case_giver=next(iter(session.blocks[block].roles.get("case-giver", ())), None),
        first_meeting=session.first_meeting,
        online=session.online,
    )


def renewed(session: Session) -> Session:
    """The session in which the passes of what did not begin are for who is at the table now."""
    for block, each in enumerate(session.blocks):
        method = session.methods.get(each.method)
        for place, step in method.parts.items() if method else ():
            if step.each is not None:
                session = _renewed_step(session, block, place)
    return session


def _renewed_step(session: Session, block: int, place: str) -> Session:
    at = None if session.stage == "welcome" else session.at
    made = {
        stop.id: stop.lap.number
        for stop in session.plan
        if stop.block == block and stop.lap is not None and stop.lap.step == place
    }
    if not made or any(stop.id in made and (stop.begun or stop.id == at) for stop in session.plan):
        return session
    method, table = session.methods[session.blocks[block].method], table_of(session, block)
    planned = {lap.number: lap for lap in laps(method, method.part(place), table) if lap}
    kept = tuple(
        replace(stop, lap=planned[made[stop.id]]) if stop.id in made else stop
        for stop in session.plan
        if made.get(stop.id, 1) in planned
    )
    numbers = count(1 + max(stop.id for stop in session.plan))
    more: list[Stop] = []
    for number, lap in planned.items():
        if number not in made.values():
            inner = inside(method, place, table)
            more += visits(method, inner, table, block=block, lap=lap, numbers=numbers)
    last = 1 + max(index for index, stop in enumerate(kept) if stop.id in made)
    plan = (*kept[:last], *more, *kept[last:])
    return session if plan == session.plan else replace(session, plan=plan)
