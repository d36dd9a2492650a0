"""What stays of a session: on the disk while it goes on, and once it is decided.

All of it is a choice about somebody's words, so all of it stands here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from intervisie_tui.domain import wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Closing, Session
from intervisie_tui.domain.sheet import Entry, Sheet
from intervisie_tui.domain.stop import Block, Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case that is treated in the meeting."""

    block: int
    lap: int | None
    """The pass that it is treated in; `None`: the whole block."""

    group: int | None
    """The number of the small group that it is treated in; `None`: it is in the whole group."""

    people: tuple[PersonId, ...]
    """Whose it is; empty: not known."""

    def has(self, sheet: Sheet) -> bool:
        """Whether *sheet* belongs to it."""
        # What hangs for all groups at once was seen by all of them.
        mine = self.group is None or sheet.group in (0, self.group)
        return sheet.block == self.block and self.lap in (None, sheet.lap) and mine


Choice = Literal["nothing", "hand-over", "all"]
"""What the closing sheet asks: keep nothing, hand the sheets over, or keep all."""

# While it goes on


def lasting(session: Session) -> Session:
    """What of a session may reach a disk: no sheet of a chart that keeps nothing."""
    sheets = tuple(sheet for sheet in session.sheets if session.chart_of(sheet).keep != "nothing")
    if len(sheets) == len(session.sheets):
        return session
    return replace(session, sheets=sheets)


def lasting_desk(desk: Desk, session: Session) -> Desk:
    """What of a desk may reach a disk: nothing half-typed for a chart that keeps nothing.

    Words that are being typed belong to the line that is edited, else to the chart
    that hangs where the group is.
    """
    edited = None if desk.editing is None else session.entry(desk.editing)
    sheet = wall.here(session) if edited is None else edited[0]
    if sheet is None or session.chart_of(sheet).keep != "nothing":
        return desk
    return replace(desk, draft="", caret=0, field="text", editing=None, selected=None)


def only_to_close(begun: datetime | None, now: datetime, days: int) -> bool:
    """Whether a draft is so old that it can no longer be gone on with.

    The *days* count from when it was begun. What is prepared, `None`, waits as long as it
    takes: a group may plan a season ahead.
    """
    return begun is not None and now - begun > timedelta(days=days)


# At the close


def closed(
    session: Session, choice: Choice, *, until: date | None, now: datetime
) -> Session | None:
    """What stays in the record after the close; `None`: no record.

    *until* is the last day it is kept, `None` for as long as nobody deletes it; it
    holds for `all`, because the other two leave no words to keep.
    """
    match choice:
        case "nothing":
            return None
        case "hand-over":
            return handed_over(session, now)
        case "all":
            return kept(session, until, now)


def kept(session: Session, until: date | None, now: datetime) -> Session:
    """All that may stay: no sheet that was never meant to, no action without a yes.

    The facilitator's notes were for the meeting; the group that chose never saw them.
    """
    sheets = _sheets(session, {"record"})
    closing = Closing(at=now, keep="all", until=until)
    return replace(session, sheets=sheets, notes=(), since=None, closing=closing)


def handed_over(session: Session, now: datetime) -> Session:
    """What stays when the case giver has the sheets: date, method and times."""
    return Session(
        made=session.made,
        methods=session.methods,
        blocks=tuple(Block(method=block.method) for block in session.blocks),
        people=(),
        plan=tuple(_nobody(stop) for stop in session.plan),
        at=session.at,
        begun=session.begun,
        ended=session.ended,
        closing=Closing(at=now, keep="hand-over"),
    )


def cases(session: Session) -> Iterator[Case]:
    """The cases of the meeting: one a block, or one for each case giver of each pass."""
    for number, block in enumerate(session.blocks):
        passes = {
            stop.lap.number: stop
            for stop in session.plan
            if stop.block == number and stop.lap and session.is_of_pass("case-giver", stop)
        }
        for lap, stop in passes.items():
            for person in stop.lap.people if stop.lap else ():
                group = session.group_of(person, stop)
                yield Case(block=number, lap=lap, group=group, people=(person,))
        if not passes:
            people = block.roles.get("case-giver", ())
            yield Case(block=number, lap=None, group=None, people=people)


def for_case_giver(session: Session, case: Case) -> Session:
    """What the case giver of *case* takes along: the sheets of their own case."""
    sheets = tuple(sheet for sheet in _sheets(session, {"record", "hand-over"}) if case.has(sheet))
    return replace(session, sheets=sheets, notes=(), since=None)


def _sheets(session: Session, keeps: set[str]) -> tuple[Sheet, ...]:
    """The sheets of charts that keep one of *keeps*, with what may stay on them.

    Who said what stays behind the lines only if the group wanted it seen.
    """
    sheets = (
        replace(
            sheet,
            entries=tuple(
                entry if session.names_shown else replace(entry, by=None)
                for entry in sheet.entries
                if _may_stay(session, sheet, entry)
            ),
        )
        for sheet in session.sheets
        if session.chart_of(sheet).keep in keeps
    )
    return tuple(sheet for sheet in sheets if sheet.entries)


def _may_stay(session: Session, sheet: Sheet, entry: Entry) -> bool:
    return entry.agreed or session.chart_of(sheet).kind != "actions"


def _nobody(stop: Stop) -> Stop:
    lap = None if stop.lap is None else replace(stop.lap, people=())
    return replace(stop, lap=lap, turns=None, teams=())
