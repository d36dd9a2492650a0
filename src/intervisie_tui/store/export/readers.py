"""What each reader of a session may have: the case giver, the group, whoever leads."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from intervisie_tui.domain import closing
from intervisie_tui.domain.closing import Case
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import clean, one_line
from intervisie_tui.locale import _
from intervisie_tui.store.export.flips import flips, lines
from intervisie_tui.store.export.handout import Flip, Handout, Line, Part, Said, Section, Table
from intervisie_tui.store.export.phrases import day, hour, length
from intervisie_tui.store.export.record import (
    blocks,
    givers,
    heading,
    listed,
    places,
    times,
    title,
    titles,
    when,
)


def cases(session: Session) -> tuple[Case, ...]:
    """The cases of the meeting; what belongs to none is nobody's to take along."""
    return tuple(case for case in closing.cases(session) if case.block is not None)


def for_case_giver(session: Session, case: Case) -> Handout:
    """The sheets of their own case, and nothing else.

    Of what belongs to no case: the sheets that are of the whole group.
    """
    theirs = closing.for_case_giver(session, case)
    here = case.blocks if case.block is None else (case.block,)
    # Of several hand-outs it must be known whose each of them is.
    several = len(cases(session)) > 1 or case.lap is not None
    facts = givers(session, [case]) if several else ()
    return Handout(
        reader="case-giver",
        title=titles(session) if case.block is None else title(session, case.block),
        under=when(session),
        parts=(*listed(facts), *(flip for block in here for flip in flips(theirs, block))),
    )


def for_group(session: Session, *, following: Sequence[datetime] = ()) -> Handout:
    """What was intended, by those who agreed that it is told, and when the group meets.

    *following* are the next meetings, as far as they are known. No word of a case is in it.
    """
    parts: list[Part] = [*listed(_group(session))]
    if intended := tuple(_intended(session)):
        table = Flip(name=_("Intended"), kind="actions", lines=intended).actions
        # It is asked after, and never checked (S0.8).
        theirs = _(
            "What becomes of this is up to whoever wrote it down."
            " To let it go is a good answer too."
        )
        parts.append(Section(heading=_("Intended"), parts=(table, Said(texts=(theirs,)))))
    if following:
        dates = (f"{day(each.astimezone())}, {hour(each)}" for each in following)
        parts.append(Section(heading=_("We meet again"), parts=listed(dates)))
    return Handout(
        reader="group", title=_("What we take along"), under=when(session), parts=tuple(parts)
    )


def for_facilitator(session: Session) -> Handout:
    """The times that were planned and what it took, and the private notes; no sheet."""
    parts: list[Part] = [*listed([*_group(session), _sums(session)])]
    one = len(session.blocks) == 1
    for block in blocks(session):
        if (table := times(session, block)).rows:
            said = _("Time") if one else heading(session, block)
            parts.append(Section(heading=said, parts=(table,)))
    if session.notes:
        rows = tuple((_place(session, note.stop), clean(note.text)) for note in session.notes)
        notes = Table(heads=(_("Moment"), _("Note")), rows=rows, wide=1)
        parts.append(Section(heading=_("Your notes"), parts=(notes,)))
    return Handout(
        reader="facilitator", title=titles(session), under=when(session), parts=tuple(parts)
    )


def _group(session: Session) -> Iterator[str]:
    if session.group:
        yield _("Group: {name}").format(name=one_line(session.group))


def _intended(session: Session) -> Iterator[Line]:
    """Every action of which its owner agreed that it is kept, on a chart that is kept."""
    for sheet in session.sheets:
        chart = session.chart_of(sheet)
        if chart.kind == "actions" and chart.keep == "record":
            yield from (line for line in lines(session, sheet) if line.agreed)


def _sums(session: Session) -> str:
    """What was planned in all, and what it took."""
    planned = round(sum(stop.planned or 0 for stop in session.plan if not stop.skipped) / 60)
    took = round(sum(stop.spent for stop in session.plan) / 60)
    return _("Planned: {planned}, on the clock: {took}").format(
        planned=length(planned, planned), took=length(took, took)
    )


def _place(session: Session, number: int) -> str:
    """Where in the meeting a note was made; empty if that stop is gone."""
    stop = next((stop for stop in session.plan if stop.id == number), None)
    return "" if stop is None else " · ".join(filter(None, places(session, stop)))
