"""A meeting on paper, for the facilitator's own table: its plan, and what it says itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from intervisie_tui.domain.convene import used
from intervisie_tui.domain.meeting import ANY, MeetingBlock
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.timeline import Timeline, Visits
from intervisie_tui.locale import _
from intervisie_tui.store.export.blocks import about_block, cases
from intervisie_tui.store.export.literal import bullets, literal, row, table
from intervisie_tui.store.export.meeting import Planned, explained
from intervisie_tui.store.export.phrases import figure
from intervisie_tui.store.export.run_sheet import as_online, section, top


def meeting_sheet(planned: Planned, *, online: bool = False) -> str:
    """The plan with its times counted from 0:00, then what is said in blocks of its own.

    The methods that it uses are only named: each has a sheet of its own. For a group
    *online* only what that does is on it.
    """
    if online:
        planned = replace(planned, meeting=_online(planned.meeting))
    meeting = planned.meeting
    parts = [*top(meeting), *_plan(planned, online=online)]
    for block in meeting.blocks:
        if block.use is None:
            written = meeting.of(block)
            written = as_online(written) if online else written
            for step in written.steps:
                parts += section(written, step, "## ")
    parts += [*_methods(planned, online=online), literal(meeting.source)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _online(meeting: Method) -> Method:
    """The meeting as a group online does it; what is for that group alone is so no longer."""
    blocks = (
        replace(block, when=None) if block.when == "online" else block
        for block in meeting.blocks
        if block.when != "in-the-room"
    )
    return replace(meeting, blocks=tuple(blocks))


def _plan(planned: Planned, *, online: bool) -> Iterator[str]:
    """What is done when, in the largest group that it suits."""
    usual = planned.timelines(online=online)[-1]
    seldom = [planned.timelines(first_meeting=True, online=online)[-1]]
    if not online:
        seldom.append(planned.timelines(online=True)[-1])
    heading = _("The plan")
    yield f"## {heading}"
    said = _("Counted for {number} people, at a meeting that is not their first.")
    yield said.format(number=usual.people)
    head = table(_("From"), _("Block"), _("Minutes"), _("On the clock"))
    yield "\n".join([head, *_rows(planned, usual, seldom)])
    yield " ".join(map(literal, explained(planned, (usual,))))


def _rows(planned: Planned, usual: Timeline, seldom: Iterable[Timeline]) -> Iterator[str]:
    """A row for each case and each other block; without a time what is not always done."""
    at, number = 0.0, 0
    for place, block in enumerate(planned.meeting.blocks, 1):
        done = next(filter(None, (_visits(each, place) for each in (usual, *seldom))), None)
        if done is None:
            continue
        title = ANY if block.use == ANY else done.title
        notes = " · ".join(_notes(planned, block))
        notes = f" ({literal(notes)})" if notes else ""
        takes = figure(done.once.usual / 60) + ("+" if done.once.is_open else "")
        times = done.usual if _visits(usual, place) else 0
        for time in range(times):
            said = [literal(title)]
            if _is_case(planned, block):
                number += 1
                said.insert(0, _("Case {number}").format(number=number))
            yield row([_from(at), " · ".join(said) + (notes if time == 0 else ""), takes, ""])
            at += done.once.usual
        if not times:
            yield row(["", literal(title) + notes, takes, ""])
    end = _("End")
    yield row([_from(at), f"**{end}**", "", ""])


def _visits(made: Timeline, place: int) -> Visits | None:
    return next((visits for visits in made.rows if visits.moment == f"{place}"), None)


def _method(planned: Planned, block: MeetingBlock) -> Method | None:
    """The method that is used there; `None`: it is written in the meeting itself."""
    name = planned.usual if block.use == ANY else block.use
    return None if name is None else planned.library[name]


def _is_case(planned: Planned, block: MeetingBlock) -> bool:
    method = _method(planned, block)
    return method is not None and method.kind == "case"


def _notes(planned: Planned, block: MeetingBlock) -> Iterator[str]:
    if block.cases.low < block.cases.high:
        yield cases(block.cases)
    yield from about_block(block, {name: each.title for name, each in planned.library.items()})
    method = _method(planned, block)
    if method is not None and method.follow_up_chart is not None:
        yield _("only if somebody wanted to be asked")


def _from(seconds: float) -> str:
    """How long after the beginning: "1:05"."""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours}:{minutes:02}"


def _methods(planned: Planned, *, online: bool) -> Iterator[str]:
    """Where the methods that it uses can be read."""
    command = "intervisie run-sheet {name}" + (" --online" if online else "")
    names = used(planned.meeting)
    found = [
        f"{literal(planned.library[name].title)}: {literal(command.format(name=name))}"
        for name in names
    ]
    if planned.usual is not None:
        chosen = _("The method that you choose")
        found.append(f"{chosen}: {literal(command.format(name='…'))}")
    if found:
        heading = _("Methods")
        yield f"## {heading}"
        yield _("What is said in these is on a sheet of their own, that you print with:")
        yield bullets(found)
