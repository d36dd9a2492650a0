"""The plan as a list: what was done, where the group is and what is ahead."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from intervisie_tui.domain.moment import Module
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Lap, Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A stop of the plan, as a line in a list."""

    stop: int
    block: int
    """Which block of the meeting it is in."""

    step: int
    """The number the group counts it by; 0 of what is not counted: a module, or the
    opening of a case in a meeting that was opened already."""

    lap: Lap | None
    """Which pass it is of a step that is done more than once."""

    step_title: str
    title: str
    """The moment's own; the same as the step's where the step is one moment."""

    planned: float | None
    spent: float
    state: Literal["done", "skipped", "now", "ahead"]
    optional: bool


def step_numbers(session: Session, block: int) -> Mapping[str, int]:
    """The number of the step of each moment in a block's plan, counted as the group does."""
    numbers: dict[int, int] = {}
    found: dict[str, int] = {}
    method = session.methods[session.blocks[block].method]
    here = [stop for stop in session.plan if stop.block == block]
    planned = {stop.moment for stop in here}
    uncounted = {stop.moment for stop in here if is_passed_over(session, stop)}
    for address, step in method.step_of.items():
        if address in planned and (isinstance(step, Module) or address in uncounted):
            found[address] = 0
        elif address in planned:
            found[address] = numbers.setdefault(id(step), len(numbers) + 1)
    return found


def is_passed_over(session: Session, stop: Stop) -> bool:
    """Whether it is the opening of a case in a meeting that was opened already: nobody does it."""
    opens = bool(session.meeting) and session.step_of(stop).phase == "open"
    return opens and stop.skipped and not stop.begun and stop.id != session.at


def plan_rows(session: Session, now: datetime) -> tuple[Row, ...]:
    """The whole plan, what was done and what is ahead."""
    blocks = {stop.block for stop in session.plan}
    numbers = {block: step_numbers(session, block) for block in blocks}
    return tuple(
        _row(session, stop, numbers[stop.block][stop.moment], now) for stop in session.plan
    )


def _row(session: Session, stop: Stop, number: int, now: datetime) -> Row:
    moment, step = session.moment_of(stop), session.step_of(stop)
    state: Literal["done", "skipped", "now", "ahead"]
    if stop.id == session.at and session.stage == "under-way":
        state = "now"
    elif stop.skipped:
        state = "skipped"
    else:
        state = "done" if stop.done else "ahead"
    return Row(
        stop=stop.id,
        block=stop.block,
        step=number,
        lap=stop.lap,
        step_title=step.title,
        title=moment.title,
        planned=stop.length,
        spent=session.spent(now) if stop.id == session.at else stop.spent,
        state=state,
        optional=bool(moment.optional),
    )
