"""The stops and the sheets of a block that goes on in another version of its method."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from intervisie_tui.domain import unroll
from intervisie_tui.domain.method import Chart, Method
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Sheet
from intervisie_tui.domain.stop import Lap, Stop


def row(
    session: Session, block: int, method: Method, fresh: Sequence[Stop], ids: Iterator[int]
) -> tuple[Stop, ...]:
    """The row that *method* asks for, with what happened at each stop and what was put in.

    *fresh* are the stops that it has by itself. Their ids are not in the session, nor are
    *ids*, for stops that come with what was put in.
    """
    before = session.methods[session.blocks[block].method]
    there = _moments(before, method)
    old = [stop for stop in session.plan if stop.block == block]
    came = [stop for stop in fresh if stop.cause is None]
    own = dict(zip((s.id for s in came), _carried(old, None, there, came), strict=True))
    alive = {stop.id for stop in own.values()}
    while more := {s.id for s in old if s.cause in alive and s.moment in there} - alive:
        alive |= more
    put_in = [*_put_in(session, block, method, there, alive, ids)]
    causes = {run[0].cause for run in put_in}
    made: list[Stop] = []
    for stop in fresh:
        if stop.cause is None:
            made.append(own[stop.id])
        elif (cause := own[stop.cause].id) not in causes:  # else something was chosen there
            made.append(replace(stop, cause=cause))
    order = [stop.id for stop in old]
    for run in put_in:
        place = _place(run, order, [stop.id for stop in made])
        made[place:place] = run
    return tuple(made)


def _moments(before: Method, after: Method) -> dict[str, str]:
    """Where each moment of *before* is in *after*, by address; one that is gone is not in it.

    One with the same words comes first, wherever it went; then one in the same place.
    """
    there: dict[str, str] = {}
    for known_by in (_words, _address):
        taken = set(there.values())
        free = {known_by(after, a): a for a in reversed([*after.moments]) if a not in taken}
        for address in before.moments:
            if address not in there and (found := free.pop(known_by(before, address), None)):
                there[address] = found
    return there


def _words(method: Method, address: str) -> tuple[str, ...]:
    return method.step_of[address].title, method.moments[address].title


def _address(_method: Method, address: str) -> tuple[str, ...]:
    return (address,)


def _carried(
    made: Iterable[Stop], cause: int | None, there: Mapping[str, str], fresh: Iterable[Stop]
) -> list[Stop]:
    """The *fresh* stops, with what happened at those that were *made* for the same *cause*."""
    stops = (s for s in made if s.cause == cause and s.moment in there)
    known = _visits(replace(stop, moment=there[stop.moment]) for stop in stops)
    return [
        _planned_as(stop, known[visit]) if visit in known else stop
        for visit, stop in _visits(fresh).items()
    ]


def _planned_as(fresh: Stop, known: Stop) -> Stop:
    """A stop that is known, as long as it is now; what was given there is given still."""
    added = fresh.added + known.added
    return replace(known, planned=fresh.planned, added=added, lap=fresh.lap)


def _visits(stops: Iterable[Stop]) -> dict[tuple[str, int], Stop]:
    """Each stop by its moment, and by how many stops before it visit that."""
    seen: Counter[str] = Counter()
    visits = {}
    for stop in stops:
        visits[stop.moment, seen[stop.moment]] = stop
        seen[stop.moment] += 1
    return visits


def _put_in(  # noqa: PLR0913, PLR0917 - where, what, and how it is known
    session: Session,
    block: int,
    method: Method,
    there: Mapping[str, str],
    alive: Collection[int],
    ids: Iterator[int],
) -> Iterator[list[Stop]]:
    """What was put in since, in runs of one cause and one step, as *method* has them now.

    Only what is still *alive*. Where a whole step was put in, what it has more by now comes
    along.
    """
    table = unroll.table_of(session, block)
    here = (stop for stop in session.plan if stop.block == block)
    for _, stops in groupby(here, lambda s: (s.cause, s.lap, id(session.step_of(s)))):
        made = [*stops]
        addresses = tuple(there[stop.moment] for stop in made if stop.id in alive)
        cause = made[0].cause
        if cause is None or not addresses:
            continue
        before = session.method_of(made[0])
        place = before.place_of(session.step_of(made[0]))
        if tuple(stop.moment for stop in made) == unroll.inside(before, place, table):
            now = method.place_of(method.step_of[addresses[0]])
            addresses = unroll.inside(method, now, table)
        lap = _lap(made[0].lap, before, method, there)
        visits = unroll.visits(
            method, addresses, table, block=block, lap=lap, numbers=ids, cause=cause
        )
        yield _carried(made, cause, there, visits)


def _lap(lap: Lap | None, before: Method, method: Method, there: Mapping[str, str]) -> Lap | None:
    """The pass, by the name that its step has now; `None`: that is gone."""
    if lap is None:
        return None
    step = before.part(lap.step)
    now = (there[a] for a, each in before.step_of.items() if each is step and a in there)
    return next((replace(lap, step=method.place_of(method.step_of[a])) for a in now), None)


def _place(run: Sequence[Stop], order: Sequence[int], row: Sequence[int]) -> int:
    """Where a run comes in a *row* of ids: before what it comes back to, else after what it
    followed in the *order* that was.
    """
    first = next(order.index(stop.id) for stop in run if stop.id in order)
    if run[0].cause in order[first:]:
        return next((row.index(stop) for stop in order[first:] if stop in row), len(row))
    return next((row.index(stop) + 1 for stop in reversed(order[:first]) if stop in row), 0)


def sheet(there: Sheet, before: Chart, after: Chart) -> Sheet:
    """The sheet with the labels and the columns that its chart has now."""
    entries = tuple(
        replace(
            entry,
            label=_renamed(entry.label, before.labels, after.labels),
            column=_renamed(entry.column, before.columns, after.columns),
        )
        for entry in there.entries
    )
    return replace(there, entries=entries)


def _renamed(word: str | None, before: Sequence[str], after: Sequence[str]) -> str | None:
    """What a label or a column is called now; `None`: it is not there any more."""
    if word is None or word in after:
        return word
    same = word in before and len(before) == len(after)
    return after[before.index(word)] if same else None
