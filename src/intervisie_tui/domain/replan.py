"""Time that runs over: what may be done about it, each with what would follow.

Nothing here is done by itself. What the facilitator chooses is one verb, so that undo
takes it back at once. Lengths are seconds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from math import ceil
from typing import Final, Literal

from intervisie_tui.domain.agenda import agenda, leave_out
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Stop

HALF_A_MINUTE: Final = 30

How = Literal["shorten", "drop", "next-time", "end-later"]
"""Shorten what is left, leave something optional out, keep a case for next time, end later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a proposal does to one stop that is ahead."""

    stop: int
    before: float
    after: float
    """0: it is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Something that can be done about the time, and what would follow."""

    how: How
    cuts: tuple[Cut, ...]
    block: int | None
    """The block that it is about; `None`: all that is left."""

    session: Session
    """The session as it would be."""

    end: datetime
    """When the meeting would end."""

    over: float
    """Seconds later than agreed that would be; 0 where it fits."""

    @property
    def saved(self) -> float:
        """Seconds that it takes off what is planned."""
        return sum(cut.before - cut.after for cut in self.cuts)


def over(session: Session, now: datetime) -> float:
    """Seconds that the meeting ends later than agreed, as it looks now; 0: it fits."""
    if session.due is None or session.ended is not None:
        return 0.0
    return max(0.0, (session.expected_end(now) - session.due).total_seconds())


def proposals(session: Session, now: datetime) -> tuple[Proposal, ...]:
    """What can be done where the time runs over, the lightest first; nothing where it fits."""
    if over(session, now) <= 0:
        return ()
    made = (
        _proposal(session, "shorten", shortened(session, now), now),
        *(_proposal(session, "drop", s, now, b) for b, s in _without_optional(session)),
        *(_proposal(session, "next-time", s, now, b) for b, s in _without_last_case(session)),
        _proposal(session, "end-later", ending_later(session, now), now),
    )
    return tuple(each for each in made if each.session != session)


def cases_that_fit(session: Session, now: datetime) -> int:
    """How many cases the meeting can have and end as agreed; 0: not even one."""
    cases = [item.block for item in agenda(session, now) if item.kind == "case"]
    for left in range(len(cases), 0, -1):
        if over(session, now) <= 0:
            return left
        session = leave_out(session, cases[left - 1])
    return 0


def shortened(session: Session, now: datetime) -> Session:
    """What is left, shorter in proportion, so that the meeting ends as agreed if it can.

    Nothing goes below `least`, so that it may still run over.
    """
    ahead = {stop.id: stop.length or 0.0 for stop in upcoming(session) if stop.length}
    floors = {id_: least(session, session.plan[session.index(id_)]) for id_ in ahead}
    return with_lengths(session, fitted(ahead, floors, sum(ahead.values()) - over(session, now)))


def ending_later(session: Session, now: datetime) -> Session:
    """The meeting ends when all of it is done."""
    return replace(session, due=session.expected_end(now)) if over(session, now) > 0 else session


def upcoming(session: Session) -> Iterator[Stop]:
    """The stops after this one that are still to be begun; all of them before the meeting."""
    after = 0 if session.stage == "welcome" else session.index(session.at) + 1
    return (stop for stop in session.plan[after:] if not (stop.begun or stop.skipped))


def least(session: Session, stop: Stop) -> float:
    """Seconds below which a stop is not to be shortened.

    The low end of what the author says; where that is one number, half of it. A protected
    moment, a break, and a round in which everybody has the same time keep all of it.
    """
    moment, length = session.moment_of(stop), stop.length or 0.0
    kept = moment.protected or session.blocks[stop.block].break_
    if kept or (moment.minutes is None and moment.seconds_each is not None):
        return length
    span = moment.minutes
    if span is not None and span.low < span.high:
        return min(length, span.low * 60)
    return min(length, ceil(length / 2 / HALF_A_MINUTE) * HALF_A_MINUTE)


def fitted(
    lengths: Mapping[int, float], floors: Mapping[int, float], target: float
) -> Mapping[int, float]:
    """The lengths, shorter in proportion, that together last *target*, in whole seconds.

    None goes below its floor; where even the floors last longer, they are what is left.
    """
    rest = dict(lengths)
    kept: dict[int, float] = {}
    while rest:
        room = max(0.0, target - sum(kept.values()))
        share = min(1.0, room / sum(rest.values()))
        low = [id_ for id_, length in rest.items() if length * share < floors[id_]]
        if not low:
            return _whole({**kept, **{id_: rest[id_] * share for id_ in rest}}, lengths, floors)
        kept |= {id_: floors[id_] for id_ in low}
        rest = {id_: length for id_, length in rest.items() if id_ not in low}
    return {id_: kept[id_] for id_ in lengths}


def with_lengths(session: Session, lengths: Mapping[int, float]) -> Session:
    """The session in which these stops may take so long."""
    plan = tuple(_with_length(stop, lengths.get(stop.id)) for stop in session.plan)
    return session if plan == session.plan else replace(session, plan=plan)


def _with_length(stop: Stop, length: float | None) -> Stop:
    if length is None or length == stop.length:
        return stop
    return replace(stop, added=length - (stop.planned or 0.0))


def without(session: Session, stops: Iterable[Stop]) -> Session:
    """The session in which these stops are left out."""
    for stop in stops:
        session = session.with_stop(replace(stop, skipped=True))
    return session


def _whole(
    made: Mapping[int, float], lengths: Mapping[int, float], floors: Mapping[int, float]
) -> Mapping[int, float]:
    """The same in whole seconds, with the same sum as far as that is whole; the order of *lengths*.

    What is lost by rounding down goes back to the first that were shortened.
    """
    whole = {id_: max(floors[id_], float(int(made[id_] + 1e-6))) for id_ in lengths}
    lost = int(sum(made.values()) - sum(whole.values()) + 1e-6)
    for id_ in lengths:
        if lost > 0 and whole[id_] + 1 <= lengths[id_]:
            whole[id_] += 1
            lost -= 1
    return whole


def _without_optional(session: Session) -> Iterator[tuple[int, Session]]:
    """The session without each part that may be left out: a step, or moments of it."""

    def part(stop: Stop) -> tuple[int, object]:
        whole = session.blocks[stop.block].optional
        return stop.block, stop.block if whole else (id(session.step_of(stop)), stop.lap)

    for (block, _part), stops in groupby(upcoming(session), part):
        may_go = [
            stop
            for stop in stops
            if session.blocks[block].optional or session.moment_of(stop).optional
        ]
        if may_go:
            yield block, without(session, may_go)


def _without_last_case(session: Session) -> Iterator[tuple[int, Session]]:
    """The session with its last case left for next time, where there is another one."""
    ahead: dict[int, list[Stop]] = {}
    for stop in upcoming(session):
        ahead.setdefault(stop.block, []).append(stop)
    begun = {stop.block for stop in session.plan if stop.begun or stop.id == session.at}
    cases: Sequence[int] = [
        block
        for block in ahead
        if session.methods[session.blocks[block].method].kind == "case" and block not in begun
    ]
    others = sum(
        method.kind == "case" for method in (session.methods[b.method] for b in session.blocks)
    )
    if cases and others > 1:
        yield cases[-1], without(session, ahead[cases[-1]])


def _proposal(
    session: Session, how: How, after: Session, now: datetime, block: int | None = None
) -> Proposal:
    cuts = tuple(
        Cut(stop=old.id, before=old.length or 0.0, after=0.0 if new.skipped else new.length or 0.0)
        for old, new in zip(session.plan, after.plan, strict=True)
        if old != new
    )
    end = after.expected_end(now)
    return Proposal(how=how, cuts=cuts, block=block, session=after, end=end, over=over(after, now))
