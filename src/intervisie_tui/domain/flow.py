"""Verbs that write stops into the plan: once more, a detour, a further pass, a choice.

Each takes a session and gives the next one; one that can do nothing gives the same
value back. No stop that was begun leaves the row.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import Literal

from intervisie_tui.domain import unroll
from intervisie_tui.domain.moment import Choose
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Lap, Stop


def repeat(session: Session, now: datetime) -> Session:
    """Do this moment once more: another stop for it, after this one."""
    if session.stage != "under-way":
        return session
    here = session.stop
    again = next(_visits(session, (here.moment,), lap=here.lap))
    again = replace(again, planned=here.planned)
    longer = _put(session, session.index(here.id) + 1, again)
    return longer.moved(again.id, now, done=True, skipped=False)


def detour(session: Session, part: str, now: datetime) -> Session:
    """Do *part* first: its stops go before this one, so that `next_stop` comes back.

    It is the address of a moment, or the id of a module or step.
    """
    method, here = session.method_of(session.stop), session.stop
    if session.stage != "under-way":
        return session
    table = unroll.table_of(session, here.block)
    if part in method.moments:
        addresses: tuple[str, ...] = (part,)
    else:
        addresses = unroll.inside(method, part, table) if part in method.parts else ()
    if not addresses:
        return session
    stops = tuple(_visits(session, addresses, lap=here.lap))
    return _put(session, session.index(here.id), *stops).moved(stops[0].id, now)


def further(session: Session) -> Literal["pass", "round"] | None:
    """What may be done once more here as long as the group wants to; `None`: nothing.

    This step, at the end of its last pass; else this moment.
    """
    if session.stage != "under-way":
        return None
    here = session.stop
    ahead = session.plan[session.index(here.id) + 1 :]
    ends = all((stop.block, stop.lap) != (here.block, here.lap) for stop in ahead)
    if ends and next_lap(session) is not None:
        return "pass"
    return "round" if session.moment_of(here).again else None


def again(session: Session, now: datetime) -> Session:
    """One more pass or one more round, whichever may be done here."""
    match further(session):
        case "pass":
            return another_pass(session, now)
        case "round":
            return repeat(session, now)
        case None:
            return session


def another_pass(session: Session, now: datetime) -> Session:
    """Do this step once more from its beginning, after this pass; who had none yet has it."""
    here, lap = session.stop, next_lap(session)
    if lap is None:
        return session
    last = max(
        index
        for index, stop in enumerate(session.plan)
        if stop.block == here.block and stop.lap == here.lap
    )
    table = unroll.table_of(session, here.block)
    addresses = unroll.inside(session.method_of(here), lap.step, table)
    stops = tuple(_visits(session, addresses, lap=lap, choosing=True))
    longer = _put(session, last + 1, *stops)
    return longer.moved(stops[0].id, now, done=True, skipped=False)


def next_lap(session: Session) -> Lap | None:
    """The pass that could be added after the last of this step; `None`: none can."""
    here = session.stop
    if here.lap is None or session.stage != "under-way":
        return None
    step = session.method_of(here).part(here.lap.step)
    made = {s.lap.number: s.lap for s in session.plan if s.lap and _is_pass(s, here)}
    number = here.lap.number + 1
    if number <= max(made):
        return None
    if step.each is None:
        few = number <= step.times.high
        return Lap(step=here.lap.step, number=number) if few else None
    had = {person for lap in made.values() for person in lap.people}
    if step.each == "peers":
        had.update(session.blocks[here.block].roles.get("case-giver", ()))
    # It begins at once, so who is still to come has to be here first.
    here_now = (person.id for person in session.people if person.presence == "here")
    left = next((person for person in here_now if person not in had), None)
    if left is None:
        return None
    return Lap(step=here.lap.step, number=number, of=number, people=(left,))


def choose(session: Session, module: str) -> Session:
    """Choose a module to come after this stop, or take that back.

    Of more than may be chosen the one chosen first goes. As long as fewer are chosen than
    are to be, what the author offers first comes after them. What was begun stays, and so
    does all of a module that is still chosen.
    """
    here, choice = session.stop, session.moment_of(session.stop).choose
    if choice is None or module not in choice.from_ or session.stage != "under-way":
        return session
    method, table = session.method_of(here), unroll.table_of(session, here.block)
    if not unroll.inside(method, module, table):
        return session
    before = chosen_at(session, here)
    chosen = list(before)
    if module not in chosen:
        chosen = [*chosen, module][-int(choice.pick.high) :]
    elif len(chosen) != choice.pick.low:
        chosen.remove(module)
    came = _caused_stops(session, here)
    gone = {stop.id for stop, part in came if part not in chosen and not stop.begun}
    left = replace(session, plan=tuple(stop for stop in session.plan if stop.id not in gone))
    after = 1 + max(left.index(s.id) for s in (here, *(s for s, _ in came)) if s.id not in gone)
    there = {part for _stop, part in came if part in chosen}
    addresses = [
        address
        for part in (*chosen, *_unchosen(choice, chosen))
        if part not in there
        for address in unroll.inside(method, part, table)
    ]
    changed = _put(left, after, *_visits(session, addresses, lap=here.lap))
    changed = changed.with_stop(replace(here, chosen=tuple(chosen)))
    return session if chosen == [*before] or changed.plan == session.plan else changed


def chosen_at(session: Session, stop: Stop) -> tuple[str, ...]:
    """The modules that were chosen at *stop*, in the order in which they come.

    What is planned because nobody chose is none of them, until it is begun.
    """
    came = _caused_stops(session, stop)
    return tuple(dict.fromkeys(part for s, part in came if part in stop.chosen or s.begun))


def planned_at(session: Session, stop: Stop) -> tuple[str, ...]:
    """The modules that come after *stop* if the group goes on as it is, in order."""
    return tuple(dict.fromkeys(part for _stop, part in _caused_stops(session, stop)))


def _unchosen(choice: Choose, chosen: Collection[str]) -> tuple[str, ...]:
    """What comes besides what was *chosen*, where that are too few: what is offered first."""
    others = [part for part in choice.from_ if part not in chosen]
    return tuple(others[: max(0, int(choice.pick.low) - len(chosen))])


def _caused_stops(session: Session, stop: Stop) -> list[tuple[Stop, str]]:
    """The stops that come because of the choice at *stop*, chosen or not, with their module.

    What was put in as a detour stands before it.
    """
    offered, method = session.moment_of(stop).choose, session.method_of(stop)
    ahead = session.plan[session.index(stop.id) + 1 :]
    caused = ((s, method.place_of(session.step_of(s))) for s in ahead if s.cause == stop.id)
    return [(s, part) for s, part in caused if offered is not None and part in offered.from_]


def _is_pass(stop: Stop, here: Stop) -> bool:
    return (
        stop.lap is not None
        and here.lap is not None
        and (stop.block, stop.lap.step) == (here.block, here.lap.step)
    )


def _visits(
    session: Session, addresses: Iterable[str], *, lap: Lap | None, choosing: bool = False
) -> Iterator[Stop]:
    """Stops because of this one, that are not in the row yet.

    *choosing*: with what is chosen in them, as in the row that a session begins with.
    """
    here = session.stop
    made = unroll.visits(
        session.method_of(here),
        addresses,
        unroll.table_of(session, here.block),
        block=here.block,
        lap=lap,
        numbers=count(1 + max(stop.id for stop in session.plan)),
        cause=None if choosing else here.id,
    )
    return (stop if stop.cause else replace(stop, cause=here.id) for stop in made)


def _put(session: Session, index: int, *stops: Stop) -> Session:
    return replace(session, plan=(*session.plan[:index], *stops, *session.plan[index:]))
