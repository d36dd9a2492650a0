"""A record as it is read by whoever leads, and what its parts are called on any paper."""

from collections.abc import Iterable, Iterator

from intervisie_tui.domain.closing import Case, cases
from intervisie_tui.domain.plan import is_passed_over
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Stop
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _
from intervisie_tui.store.export.flips import flips, names, passing
from intervisie_tui.store.export.handout import Handout, Part, Said, Section, Table
from intervisie_tui.store.export.phrases import day, exact, hour


def record(session: Session) -> Handout:
    """All that a record says, but for the facilitator's private notes."""
    parts: list[Part] = [*listed(_facts(session))]
    for block in blocks(session):
        wall = tuple(flips(session, block))
        one = len(session.blocks) == 1
        parts += wall if one else (Section(heading=heading(session, block), parts=wall),)
    parts.append(Section(heading=_("Time"), parts=(times(session),)))
    return Handout(
        reader="facilitator", title=titles(session), under=when(session), parts=tuple(parts)
    )


def title(session: Session, block: int) -> str:
    """The title of the method of a block."""
    return one_line(session.methods[session.blocks[block].method].title)


def heading(session: Session, block: int) -> str:
    """What a block is called among others: its method, and whose case it is."""
    whose = names(session, session.blocks[block].roles.get("case-giver", ()))
    return " · ".join(filter(None, [title(session, block), whose]))


def blocks(session: Session) -> tuple[int, ...]:
    """The blocks as they come in the meeting; last those that left the plan."""
    planned = (stop.block for stop in session.plan)
    return tuple(dict.fromkeys([*planned, *range(len(session.blocks))]))


def titles(session: Session) -> str:
    """What the meeting is called: its own title, or else those of its methods."""
    every = (title(session, block) for block in blocks(session))
    return one_line(session.meeting) or " · ".join(filter(None, every))


def when(session: Session) -> str:
    """The day and the hours: "Monday 5 January 2026, 10:00–11:10"."""
    start = session.begun or session.made
    said = f"{day(start.astimezone())}, {hour(start)}"
    return said if session.ended is None else f"{said}–{hour(session.ended)}"


def givers(session: Session, them: Iterable[Case]) -> Iterator[str]:
    """Whose these cases are."""
    for giver in dict.fromkeys(seat for case in them for seat in case.people):
        if name := names(session, (giver,)):
            yield _("Case giver: {name}").format(name=name)


def times(session: Session, block: int | None = None) -> Table:
    """Each stop of the plan, or of one block of it: what was planned, and what it took."""
    rows = []
    last = ""
    for stop in session.plan:
        if block not in (None, stop.block) or is_passed_over(session, stop):
            continue
        step, moment = places(session, stop)
        took = exact(stop.spent) if stop.begun else ""
        if stop.skipped:
            took = _("{time} skipped").format(time=took).strip()
        rows.append(("" if step == last else step, moment, exact(stop.planned), took))
        last = step
    heads = (_("Step"), _("Moment"), _("Planned"), _("Took"))
    return Table(heads=heads, rows=tuple(rows), wide=1)


def places(session: Session, stop: Stop) -> tuple[str, str]:
    """The step, with its pass, and the moment; one that is its whole step is named once."""
    step, moment = session.step_of(stop), session.moment_of(stop)
    name = one_line(step.title)
    if stop.lap is not None:
        name = passing(session, name, stop.lap)
    return name, "" if moment is step else one_line(moment.title)


def listed(texts: Iterable[str]) -> tuple[Part, ...]:
    """A list of them, or nothing."""
    said = tuple(texts)
    return (Said(texts=said, listed=True),) if said else ()


def _facts(session: Session) -> Iterator[str]:
    closing = session.closing
    if closing is None:
        yield _("A draft: nothing was decided yet about what is kept")
    elif closing.keep == "hand-over":
        yield _("The case giver has the sheets; date, method and times were kept")
    elif closing.until is not None:
        yield _("Kept until {day}").format(day=day(closing.until))
    if session.group:
        yield _("Group: {name}").format(name=one_line(session.group))
    if session.people:
        yield _("People: {names}").format(names=names(session, (p.id for p in session.people)))
    yield from givers(session, cases(session))
    for role, seats in (each for block in session.blocks for each in block.roles.items()):
        if role != "case-giver":
            yield f"{one_line(role[:1].upper() + role[1:])}: {names(session, seats)}"
