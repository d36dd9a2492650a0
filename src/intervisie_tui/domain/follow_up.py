"""Coming back to what was intended: asking after it, never checking on it (S4.5, S0.8).

What is to be asked lies in the last meeting that was kept: new intentions, what was on the
way or changed when it was asked after, and what waits for who was not there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from intervisie_tui.domain.intention import Intention, State
from intervisie_tui.domain.method import INTENDED
from intervisie_tui.domain.person import Person, PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry, Sheet

LABELS: Final = 4
"""The labels of a follow-up chart mean, in this order: done, on the way, let go, changed."""

STATES: Final[dict[int, State]] = {1: "on-the-way", 3: "changed"}
"""The labels, counted from 0, after which is asked again."""


def to_ask(session: Session) -> tuple[Intention, ...]:
    """What is asked after in the next meeting, in the owners' words."""
    return (*session.put_off, *_said(session))


def hung(session: Session, intentions: Sequence[Intention]) -> Session:
    """The session in which those hang that are of who is there; the others wait.

    It is the same where no method in it comes back to what was intended.
    """
    found = [(each, _seat(session.people, each)) for each in intentions]
    there = [(each, seat) for each, seat in found if seat is not None]
    waiting = tuple(each for each, seat in found if seat is None)
    place = _place(session)
    if place is None or not there:
        return replace(session, put_off=tuple(intentions))
    first = session.last_id + 1
    lines = tuple(
        Entry(
            id=id_,
            text=each.text,
            by=seat,
            owner=seat,
            when=each.when,
            agreed=True,
            ask=True,
            since=each.since,
        )
        for id_, (each, seat) in enumerate(there, first)
    )
    chart, block = place
    sheet = Sheet(chart=chart, block=block, entries=lines)
    sheets = (*session.sheets, sheet)
    return replace(session, sheets=sheets, last_id=lines[-1].id, put_off=waiting)


def is_anybody_there(people: Iterable[Person], intentions: Iterable[Intention]) -> bool:
    """Whether somebody at the table has one of these."""
    return any(_seat(people, each) is not None for each in intentions)


def _place(session: Session) -> tuple[str, int] | None:
    for number, block in enumerate(session.blocks):
        chart = session.methods[block.method].follow_up_chart
        if chart is not None:
            return chart, number
    return None


def _seat(people: Iterable[Person], intention: Intention) -> PersonId | None:
    """The seat of whose it is; a guest is known by their name."""
    if intention.member is not None:
        at_table = (p.id for p in people if p.member == intention.member)
    else:
        name = intention.name.casefold()
        at_table = (p.id for p in people if p.name and p.name.casefold() == name)
    return next(at_table, None)


def _said(session: Session) -> Iterator[Intention]:
    day = (session.begun or session.made).astimezone().date()
    for sheet, line in session.entries():
        chart = session.chart_of(sheet)
        if chart.kind not in INTENDED or not (line.agreed and line.ask):
            continue
        state: State = "new"
        if chart.kind == "follow-up" and line.label in chart.labels:
            at = chart.labels.index(line.label)
            if at not in STATES:
                continue
            state = STATES[at]
        owner = None if line.owner is None else session.person(line.owner)
        yield Intention(
            text=line.note if state == "changed" and line.note else line.text,
            when=line.when,
            member=None if owner is None else owner.member,
            name="" if owner is None else owner.name,
            since=line.since or day,
            state=state,
        )
