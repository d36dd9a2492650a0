"""The blocks of a meeting in a row, with the time on the wall, and the verbs on them.

Each verb takes a session and gives the next one; one that can do nothing gives the same
value back. What was begun stays where it is; the order is that of the stops in the plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, count, groupby
from typing import Final, Literal

from intervisie_tui.domain import unroll, wall
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import FARTHEST, Session
from intervisie_tui.domain.stop import Block, Stop

SLACK: Final = timedelta(seconds=30)
"""So little later is still in time: it is said in whole minutes."""

State = Literal["done", "now", "ahead", "out"]
"""`out`: it is left out of this meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A block of the meeting, as a line of its agenda."""

    block: int
    title: str
    kind: Literal["case", "break", "other"]
    number: int
    """Which case it is, counted as the group does; 0: none, or one that is left out."""

    givers: tuple[PersonId, ...]
    """Whose case it is; empty: not known, or no case."""

    state: State
    starts: datetime | None
    """When it begins, as it looks now; `None`: it began already, or is left out."""

    seconds: float
    """What is planned for it; of what is done, what it took."""

    fits: bool
    """Whether it ends before the meeting should."""

    optional: bool


def agenda(session: Session, now: datetime) -> tuple[Item, ...]:
    """The blocks in order; of a session that is one method, that one."""
    items, cases = [], 0
    # What is left of where the group is comes first.
    clock = session.starting(now)
    for block, stops in runs(session):
        method, state = session.methods[session.blocks[block].method], _state(session, stops)
        counted = method.kind == "case" and state != "out"
        cases += counted
        ahead = 0.0 if state in ("done", "out") else _still(session, stops, now)
        begins = clock if state == "ahead" else None
        clock += timedelta(seconds=min(ahead, FARTHEST.total_seconds()))
        items.append(
            Item(
                block=block,
                title=method.title,
                kind=_kind(session, block),
                number=cases if counted else 0,
                givers=session.blocks[block].roles.get("case-giver", ()),
                state=state,
                starts=begins,
                seconds=_length(session, stops, state, now),
                fits=session.due is None or state in ("done", "out") or clock - session.due < SLACK,
                optional=session.blocks[block].optional,
            )
        )
    return tuple(items)


def runs(session: Session) -> Iterator[tuple[int, tuple[Stop, ...]]]:
    """The blocks in the order of the plan, each with its stops."""
    for block, stops in groupby(session.plan, key=lambda stop: stop.block):
        yield block, tuple(stops)


def may_change(session: Session, block: int) -> bool:
    """Whether a block is still to come, so that it can be moved, changed or left out."""
    here = session.stage != "welcome" and session.stop.block == block
    return not here and not any(s.begun for s in session.plan if s.block == block)


def back_at(session: Session, now: datetime) -> datetime | None:
    """When the group is to be back from the break that it has; `None`: it has none."""
    left = session.left(now)
    if session.stage != "under-way" or not session.blocks[session.stop.block].break_:
        return None
    return None if left is None else now + timedelta(seconds=max(0.0, left))


# Verbs


def move(session: Session, block: int, by: int) -> Session:
    """Put a block so many places later (or, below zero, earlier) among what is still to come."""
    order = [b for b, _stops in runs(session)]
    if block not in order or not may_change(session, block):
        return session
    at = order.index(block)
    to = at + by
    if not 0 <= to < len(order) or not all(
        may_change(session, each) for each in order[min(at, to) : max(at, to) + 1]
    ):
        return session
    order.insert(to, order.pop(at))
    return in_order(session, order)


def leave_out(session: Session, block: int) -> Session:
    """Leave a block for another time, or take it back in."""
    stops = [stop for stop in session.plan if stop.block == block]
    if not stops or not may_change(session, block):
        return session
    out = not all(stop.skipped for stop in stops)
    plan = tuple(replace(s, skipped=out) if s.block == block else s for s in session.plan)
    return opened_once(replace(session, plan=plan))


def insert(session: Session, made: Session, after: int) -> Session:
    """The session *made* of this one by adding a block, with that block behind block *after*.

    Where the group is done with *after* it comes behind what was begun.
    """
    order = [b for b, _stops in runs(made)]
    added = order.pop()
    behind = order.index(after) + 1 if after in order else len(order)
    while behind < len(order) and not may_change(session, order[behind]):
        behind += 1
    return in_order(made, [*order[:behind], added, *order[behind:]])


def change_method(session: Session, block: int, key: str, method: Method) -> Session:
    """Do a case with another method; its question and whose it is stay."""
    stops = [stop for stop in session.plan if stop.block == block]
    key = key_for(session, key, method)
    if not stops or not may_change(session, block) or session.blocks[block].method == key:
        return session
    said = session.question(stops[0])
    first_id = 1 + max(stop.id for stop in session.plan)
    table = unroll.table_of(session, block)
    made = unroll.unroll(method, table, block=block, first_id=first_id)
    at = session.index(stops[0].id)
    rest = tuple(stop for stop in session.plan if stop.block != block)
    if not made:
        return session
    changed = replace(
        session,
        methods={**session.methods, key: method},
        blocks=_with_block(session, block, replace(session.blocks[block], method=key)),
        sheets=tuple(sheet for sheet in session.sheets if sheet.block != block),
        plan=(*rest[:at], *made, *rest[at:]),
    )
    changed = opened_once(changed)
    if said is not None and said.text:
        chart = method.question_chart
        changed = wall.write_on(changed, chart, said.text, by=said.by, stop=made[0])
    return _without_unused(changed)


def key_for(session: Session, key: str, method: Method) -> str:
    """What *method* is called in the session: *key*, unless another method is called that there.

    One of the same name may be in another language, or have been changed since.
    """
    names = chain([key], (f"{key}-{number}" for number in count(2)))
    return next(name for name in names if session.methods.get(name, method) == method)


def bring(session: Session, block: int, seat: PersonId | None) -> Session:
    """Say whose case it is; `None`: not known. Where it goes round it is everybody's in turn."""
    method = session.methods[session.blocks[block].method]
    if method.kind != "case" or method.rotates:
        return session
    roles = {r: who for r, who in session.blocks[block].roles.items() if r != "case-giver"}
    if seat is not None and session.person(seat) is not None:
        roles["case-giver"] = (seat,)
    if roles == session.blocks[block].roles:
        return session
    changed = replace(session.blocks[block], roles=roles)
    return unroll.renewed(replace(session, blocks=_with_block(session, block, changed)))


def in_order(session: Session, order: list[int]) -> Session:
    """The session with its blocks in that order."""
    stops = dict(runs(session))
    plan = tuple(stop for block in order for stop in stops[block])
    return opened_once(replace(session, plan=plan))


def opened_once(session: Session) -> Session:
    """The session in which what opens a method is planned for the first case alone (S3.2).

    Not even for that one where another block opens the meeting. What was begun stays.
    """
    plan: list[Stop] = []
    opened = False
    for block, stops in runs(session):
        method = session.methods[session.blocks[block].method]
        out = all(stop.skipped for stop in stops)
        opens: set[str] = set()
        if method.kind == "case" and not out and may_change(session, block):
            opens = {a for a, step in method.step_of.items() if step.phase == "open"}
        plan += (replace(s, skipped=opened) if s.moment in opens else s for s in stops)
        is_opening = not session.blocks[block].break_ and method.follow_up_chart is None
        opened = opened or (is_opening and not out)
    at = session.at
    if session.stage == "welcome":
        at = next((stop.id for stop in plan if not stop.skipped), plan[0].id)
    return replace(session, plan=tuple(plan), at=at)


def _state(session: Session, stops: tuple[Stop, ...]) -> State:
    if session.stage == "under-way" and session.stop in stops:
        return "now"
    if all(stop.skipped and not stop.begun for stop in stops):
        return "out"
    ahead = session.index(stops[0].id) > session.index(session.at) or session.stage == "welcome"
    return "ahead" if ahead and session.stage != "closing" else "done"


def _kind(session: Session, block: int) -> Literal["case", "break", "other"]:
    if session.blocks[block].break_:
        return "break"
    return "case" if session.methods[session.blocks[block].method].kind == "case" else "other"


def _still(session: Session, stops: tuple[Stop, ...], now: datetime) -> float:
    """Seconds that are left of a block, as they are counted for the end of the meeting."""
    here = session.at if session.stage == "under-way" else None
    after = -1 if session.stage == "welcome" else session.index(session.at)
    still = 0.0
    for stop in stops:
        if stop.id == here:
            still += max(0.0, session.left(now) or 0.0)
        elif session.index(stop.id) > after and not (stop.done or stop.skipped):
            still += max(0.0, (stop.length or 0.0) - stop.spent)
    return still


def _length(session: Session, stops: tuple[Stop, ...], state: State, now: datetime) -> float:
    spent = sum(session.spent(now) if s.id == session.at else s.spent for s in stops)
    if state == "done":
        return spent
    if state == "out":
        # As long as it would be, were it taken back in.
        block = stops[0].block
        stops = tuple(s for s in leave_out(session, block).plan if s.block == block)
        return sum(stop.length or 0.0 for stop in stops if not stop.skipped)
    return spent + _still(session, stops, now)


def _with_block(session: Session, block: int, changed: Block) -> tuple[Block, ...]:
    return (*session.blocks[:block], changed, *session.blocks[block + 1 :])


def _without_unused(session: Session) -> Session:
    """The session without methods that no block uses any more."""
    used = {block.method for block in session.blocks}
    return replace(session, methods={k: m for k, m in session.methods.items() if k in used})
