"""What stays of a session: on the disk while it goes on, and once it is decided.

All of it is a choice about somebody's words, so all of it stands here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from intervisie_tui.domain import wall
from intervisie_tui.domain.decided import Choice, Closing
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import INTENDED
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry, Sheet
from intervisie_tui.domain.stop import Block, Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case that is treated in the meeting, or what belongs to none and is of the group."""

    block: int | None
    """`None`: all that is in the block of no case."""

    lap: int | None
    """The pass that it is treated in; `None`: the whole block."""

    group: int | None
    """The number of the small group that it is treated in; `None`: it is in the whole group."""

    people: tuple[PersonId, ...]
    """Whose it is; empty: not known."""

    blocks: tuple[int, ...] = ()
    """Where the group's own sheets hang, where it is about no case."""

    def has(self, sheet: Sheet) -> bool:
        """Whether *sheet* belongs to it."""
        if self.block is None:
            return sheet.block in self.blocks
        # What hangs for all groups at once was seen by all of them.
        mine = self.group is None or sheet.group in (0, self.group)
        return sheet.block == self.block and self.lap in (None, sheet.lap) and mine


Decided = Sequence[tuple[Case, Choice]]
"""The cases of a meeting, and what was decided about each."""

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
    session: Session,
    choice: Choice,
    apart: Mapping[int, Choice] = MappingProxyType({}),
    *,
    until: date | None,
    now: datetime,
) -> Session | None:
    """What stays in the record after the close; `None`: no record.

    Each case giver decides about their own case: *apart* has what was decided otherwise than
    *choice*, by the place of the case among `cases`, from 0. *until* is the last day of what
    is kept, `None` for as long as nobody deletes it; it holds for `all`, because the other
    two leave no words to keep.
    """
    decided = decisions(session, choice, apart)
    every = {each for _case, each in decided}
    if every == {"nothing"}:
        return None
    if "all" not in every:
        return handed_over(session, now, decided)
    return kept(session, until, now, decided)


def decisions(session: Session, choice: Choice, apart: Mapping[int, Choice]) -> Decided:
    """The cases, each with what was decided about it."""
    return tuple((case, apart.get(at, choice)) for at, case in enumerate(cases(session)))


def kept(session: Session, until: date | None, now: datetime, decided: Decided) -> Session:
    """All that may stay: no sheet that was never meant to, no action without a yes.

    The facilitator's notes were for the meeting; the group that chose never saw them.
    """
    return replace(
        session,
        blocks=_without_givers(session, decided),
        sheets=_staying(session, decided),
        plan=tuple(_nobody(s) if _is_erased(s, decided) else s for s in session.plan),
        notes=(),
        since=None,
        closing=Closing(at=now, keep="all", until=until),
    )


def handed_over(session: Session, now: datetime, decided: Decided) -> Session:
    """What stays when the case givers have the sheets: date, method and times.

    Of one of the user's groups also who took part and who brought a case, for whose turn it
    is next, and the intentions whose owner wants to be asked about them (S2.1, S4.5).
    """
    stays = Session(
        made=session.made,
        methods=session.methods,
        blocks=tuple(replace(block, roles={}) for block in session.blocks),
        people=(),
        plan=tuple(_nobody(stop) for stop in session.plan),
        at=session.at,
        meeting=session.meeting,
        begun=session.begun,
        ended=session.ended,
        closing=Closing(at=now, keep="hand-over"),
    )
    if not session.group_id:
        return stays
    return replace(
        stays,
        blocks=_without_givers(session, decided),
        people=session.people,
        group=session.group,
        group_id=session.group_id,
        sheets=_staying(session, decided),
        put_off=session.put_off,
    )


def _staying(session: Session, decided: Decided) -> tuple[Sheet, ...]:
    """The sheets that stay, by what was decided about the case that each is of.

    What several cases share stays where all of them stay.
    """
    every = {choice for _case, choice in decided}
    sheets = []
    for sheet in session.sheets:
        said = {choice for case, choice in decided if case.has(sheet)} or every
        if said == {"all"}:
            sheets.append(sheet)
        elif "nothing" not in said and session.group_id:
            sheets.append(_asked_after(sheet))
    return _sheets(replace(session, sheets=tuple(sheets)), {"record"})


def _asked_after(sheet: Sheet) -> Sheet:
    """Of a sheet that is handed over only what its owner wants to be asked about."""
    return replace(sheet, entries=tuple(e for e in sheet.entries if e.agreed and e.ask))


def _without_givers(session: Session, decided: Decided) -> tuple[Block, ...]:
    """The blocks, where those of cases that were erased no longer say whose they were."""
    erased = {case.block for case, choice in decided if choice == "nothing" and case.lap is None}
    return tuple(
        replace(block, roles={}) if number in erased else block
        for number, block in enumerate(session.blocks)
    )


def _is_erased(stop: Stop, decided: Decided) -> bool:
    """Whether *stop* was part of a case of which nothing is kept."""
    lap = None if stop.lap is None else stop.lap.number
    return any(
        choice == "nothing" and stop.block == case.block and case.lap in (None, lap)
        for case, choice in decided
    )


def cases(session: Session) -> Iterator[Case]:
    """The cases of the meeting in the order of its plan: one a block, or one a case giver.

    Last what belongs to no case, where there is such a thing.
    """
    kinds = [session.methods[block.method].kind for block in session.blocks]
    planned = [stop.block for stop in session.plan]
    for number in dict.fromkeys((*planned, *range(len(kinds)))):
        block = session.blocks[number]
        if kinds[number] != "case":
            continue
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
    others = tuple(number for number, kind in enumerate(kinds) if kind != "case")
    hung = any(sheet.entries and sheet.block in others for sheet in session.sheets)
    if hung or len(others) == len(kinds):
        yield Case(block=None, lap=None, group=None, people=(), blocks=others)


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
    return entry.agreed or session.chart_of(sheet).kind not in INTENDED


def _nobody(stop: Stop) -> Stop:
    lap = None if stop.lap is None else replace(stop.lap, people=())
    return replace(stop, lap=lap, turns=None, teams=())
