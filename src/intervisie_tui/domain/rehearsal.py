"""A session that goes on while its method is still being written."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count

from intervisie_tui.domain import agenda, unroll
from intervisie_tui.domain.carried import row, sheet
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.room import SEATS
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Sheet
from intervisie_tui.domain.stop import Block, Stop

SPEEDS = (1, 10, 60)
"""How many times as fast as the clock on the wall a rehearsal may go."""


def group_size(method: Method) -> int:
    """How many people to invent: half-way in what suits the method, the case giver counted."""
    return min(max(method.people.whole, 2), SEATS)


def in_version(session: Session, method: Method) -> Session:
    """The session as it goes on in another version of its one method.

    The group stays in the moment where it is, with what its clock has run, as long as that
    can be found again: by its words or its address, else the nearest of its step, else the
    nearest at all, with a clock that stands still. What is written stays on its chart, also
    while no moment names that; a label that was given another name goes with it.
    """
    ((key, before),) = session.methods.items()
    first = _after(session)
    fresh = unroll.unroll(method, unroll.table_of(session, 0), first_id=first)
    plan = row(session, 0, method, fresh, count(first + len(fresh)))
    longer = timedelta(seconds=_planned(plan) - _planned(session.plan))
    made = replace(
        session,
        methods={key: method},
        plan=plan,
        # Who lengthens a moment in the method is not late because of it.
        due=None if session.due is None else session.due + longer,
        sheets=tuple(
            sheet(each, before.chart(each.chart), method.chart(each.chart))
            for each in session.sheets
        ),
    )
    return _at_the_same_place(session, made, {0: 0})


def in_meeting(session: Session, made: Session) -> Session:
    """The meeting as it goes on in another version of it, that was *made* anew for its group.

    Each block goes on as one method does (`in_version`), wherever it is now, as long as it can
    be found again: a case by whose it is, another block by its title, else by its place in the
    file. How long everything takes, and what comes when, is as the file says.
    """
    known = _blocks(session, made)
    before = _without_changes(session, made, known)
    first = _after(session)
    ids = count(first + _after(made))
    plan: list[Stop] = []
    for block, stops in agenda.runs(made):
        run = tuple(_renumbered(stop, first) for stop in stops)
        if block in known:
            run = row(before, known[block], made.method_of(stops[0]), run, ids)
        plan += (replace(stop, block=block) for stop in run)
    gone_on = replace(
        session,
        methods=made.methods,
        blocks=tuple(_block(session, made, known, number) for number in range(len(made.blocks))),
        plan=tuple(plan),
        meeting=made.meeting,
        due=session.begun and session.begun + (made.expected_end(made.made) - made.made),
        put_off=made.put_off,
    )
    gone_on = _at_the_same_place(session, _hung(session, gone_on, made.sheets, known), known)
    return agenda.opened_once(unroll.renewed(gone_on))


def _at_the_same_place(session: Session, made: Session, known: Mapping[int, int]) -> Session:
    """The session as it was *made*, with the group where it was, or at the nearest stop."""
    if any(stop.id == session.at for stop in made.plan):
        return made
    here, index = session.stop, session.index(session.at)
    title = session.step_of(here).title

    def distance(place: tuple[int, Stop]) -> tuple[bool, bool, bool, int]:
        number, stop = place
        elsewhere = known.get(stop.block) != here.block
        return elsewhere, made.step_of(stop).title != title, stop.skipped, abs(number - index)

    return replace(made, at=min(enumerate(made.plan), key=distance)[1].id, since=None)


def _after(session: Session) -> int:
    """The first id that no stop has."""
    return 1 + max(stop.id for stop in session.plan)


def _planned(plan: Iterable[Stop]) -> float:
    return sum(stop.planned or 0.0 for stop in plan)


# The blocks of a meeting


def _blocks(session: Session, made: Session) -> Mapping[int, int]:
    """Which block of *session* each block of *made* is; one that is new is not in it."""
    known: dict[int, int] = {}
    for known_by in (_name, _key):
        before = _by_name(session, known_by, known.values())
        after = _by_name(made, known_by, known)
        known |= {after[name]: before[name] for name in after.keys() & before.keys()}
    return known


def _without_changes(session: Session, made: Session, known: Mapping[int, int]) -> Session:
    """The session as it would be, had nobody changed how long something takes.

    Nor what is left out of a case that is done with another method now.
    """
    other = {
        before
        for after, before in known.items()
        if (method := _method(made, after)).kind == "case" and method != _method(session, before)
    }
    plan = (
        replace(stop, added=0.0, skipped=stop.skipped and stop.block not in other)
        for stop in session.plan
    )
    return replace(session, plan=tuple(plan))


def _by_name(
    session: Session, known_by: Callable[[Session, int], Hashable], without: Collection[int]
) -> Mapping[tuple[Hashable, int], int]:
    """Each block by its name, and by how many before it have that."""
    seen: Counter[Hashable] = Counter()
    blocks = {}
    for block, _stops in agenda.runs(session):
        if block not in without:
            name = known_by(session, block)
            blocks[name, seen[name]] = block
            seen[name] += 1
    return blocks


def _name(session: Session, block: int) -> Hashable:
    method = _method(session, block)
    givers = session.blocks[block].roles.get("case-giver", ())
    return givers if method.kind == "case" else method.title


def _key(session: Session, block: int) -> Hashable:
    return session.blocks[block].method


def _method(session: Session, block: int) -> Method:
    return session.methods[session.blocks[block].method]


def _block(session: Session, made: Session, known: Mapping[int, int], number: int) -> Block:
    """A block as the file says it; who got a role of its method has that still."""
    block = made.blocks[number]
    if number not in known:
        return block
    return replace(block, roles={**session.blocks[known[number]].roles, **block.roles})


def _hung(
    session: Session, made: Session, fresh: Iterable[Sheet], known: Mapping[int, int]
) -> Session:
    """The session as it was *made*, with what is written; *fresh* hangs where a block is new."""
    now = {before: after for after, before in known.items()}
    moved = (
        (each, replace(each, block=now[each.block])) for each in session.sheets if each.block in now
    )
    kept = [sheet(there, session.chart_of(was), made.chart_of(there)) for was, there in moved]
    new = [_later(each, session.last_id) for each in fresh if each.block not in known]
    last = max((line.id for each in new for line in each.entries), default=session.last_id)
    return replace(made, sheets=(*kept, *new), last_id=last)


def _later(fresh: Sheet, ids: int) -> Sheet:
    """A sheet whose lines have ids after those that were given."""
    return replace(fresh, entries=tuple(replace(line, id=line.id + ids) for line in fresh.entries))


def _renumbered(stop: Stop, first: int) -> Stop:
    """A stop of which the ids come after those that are there."""
    cause = None if stop.cause is None else stop.cause + first
    return replace(stop, id=stop.id + first, cause=cause)
