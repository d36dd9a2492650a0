"""A record for people to read, as Markdown, in the user's language.

Words from the room come out as they were said; times are those of the place where it
is written.
"""

from collections.abc import Iterable, Iterator

from intervisie_tui.domain.closing import Case, cases
from intervisie_tui.domain.method import QUESTION, Chart
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry, Sheet
from intervisie_tui.domain.stop import Lap, Stop
from intervisie_tui.locale import _
from intervisie_tui.store.export.literal import bullets, literal, row, table
from intervisie_tui.store.export.phrases import (
    card_name,
    day,
    exact,
    hour,
    person_name,
)


def record_as_markdown(session: Session) -> str:
    """All that a record says, but for the facilitator's private notes."""
    several = len(session.blocks) > 1
    parts = [*_top(session), bullets(_facts(session))]
    for block in range(len(session.blocks)):
        if several:
            parts.append(f"## {_title(session, block)}")
        parts += _wall(session, block, "###" if several else "##")
    parts.append(_times(session))
    return _document(parts)


def hand_over_as_markdown(session: Session, case: Case) -> str:
    """The sheets of one case, for whoever brought it.

    What is not theirs to have is left out before: `closing.for_case_giver`.
    """
    parts = [f"# {_title(session, case.block)}", _when(session)]
    if case.lap is not None:
        # One file of several.
        parts.append(bullets(_givers(session, [case])))
    return _document([*parts, *_wall(session, case.block, "##")])


def _document(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"


# The top


def _top(session: Session) -> Iterator[str]:
    titles = (_title(session, block) for block in range(len(session.blocks)))
    yield "# " + " · ".join(filter(None, titles))
    yield _when(session)


def _title(session: Session, block: int) -> str:
    key = session.blocks[block].method
    return "" if key is None else literal(session.methods[key].title)


def _when(session: Session) -> str:
    start = session.begun or session.made
    when = f"{day(start.astimezone())}, {hour(start)}"
    return when if session.ended is None else f"{when}–{hour(session.ended)}"


def _facts(session: Session) -> Iterator[str]:
    closing = session.closing
    if closing is None:
        yield _("A draft: nothing was decided yet about what is kept")
    elif closing.keep == "hand-over":
        yield _("The case giver has the sheets; date, method and times were kept")
    elif closing.until is not None:
        yield _("Kept until {day}").format(day=day(closing.until))
    if session.group:
        yield _("Group: {name}").format(name=literal(session.group))
    if session.people:
        names = _names(session, (person.id for person in session.people))
        yield _("People: {names}").format(names=names)
    yield from _givers(session, cases(session))
    for role, seats in (each for block in session.blocks for each in block.roles.items()):
        if role != "case-giver":
            yield f"{literal(role[:1].upper() + role[1:])}: {_names(session, seats)}"


def _givers(session: Session, them: Iterable[Case]) -> Iterator[str]:
    for giver in dict.fromkeys(seat for case in them for seat in case.people):
        if name := person_name(session, giver):
            yield _("Case giver: {name}").format(name=literal(name))


def _names(session: Session, seats: Iterable[PersonId]) -> str:
    return ", ".join(literal(name) for seat in seats if (name := person_name(session, seat)))


# The wall


def _wall(session: Session, block: int, level: str) -> Iterator[str]:
    """Every sheet of a block with its lines, the question first."""
    key = session.blocks[block].method
    question = QUESTION if key is None else session.methods[key].question_chart
    sheets = [sheet for sheet in session.sheets if sheet.block == block]
    for sheet in sorted(sheets, key=lambda sheet: sheet.chart != question):
        if sheet.entries:
            yield f"{level} {_sheet_name(session, sheet)}"
            yield from _sheet(session, sheet)


def _sheet_name(session: Session, sheet: Sheet) -> str:
    name = _("Question") if sheet.chart == QUESTION else literal(sheet.chart)
    if sheet.lap:
        laps = (
            stop.lap
            for stop in session.plan
            if stop.block == sheet.block
            and stop.lap is not None
            and stop.lap.number == sheet.lap
            and session.moment_of(stop).chart == sheet.chart
        )
        name = _passing(session, name, next(laps, Lap(step="", number=sheet.lap)))
    if sheet.group:
        name = _("{sheet}, group {number}").format(sheet=name, number=sheet.group)
    return name


def _sheet(session: Session, sheet: Sheet) -> Iterator[str]:
    chart = session.chart_of(sheet)
    if chart.kind == "actions":
        yield _actions(session, sheet)
    elif chart.kind == "statement":
        yield "\n".join(
            f"{number}. {_line(session, sheet, entry)}"
            for number, entry in enumerate(sheet.entries, 1)
        )
    else:
        for heading, entries in _groups(chart, sheet.entries):
            if heading:
                yield f"**{literal(heading)}**"
            yield bullets(_line(session, sheet, entry) for entry in entries)


def _groups(chart: Chart, entries: tuple[Entry, ...]) -> Iterator[tuple[str, list[Entry]]]:
    """The lines under their columns, or else under their labels, in the chart's order."""

    def place(entry: Entry) -> str:
        return (entry.column if chart.columns else entry.label) or ""

    found = {place(entry) for entry in entries}
    order = [name for name in chart.columns or chart.labels if name in found]
    order += sorted(found - {"", *order})
    for name in order:
        yield name, [entry for entry in entries if place(entry) == name]
    rest = [entry for entry in entries if not place(entry)]
    if rest:
        yield _("not judged") if order and not chart.columns else "", rest


def _line(session: Session, sheet: Sheet, entry: Entry) -> str:
    """A line with what was done with it: "What holds you? (An) · *answered*"."""
    text = literal(entry.text or card_name(session, sheet, entry))
    if session.names_shown and (name := person_name(session, entry.by)):
        text = f"{text} ({literal(name)})"
    marks = []
    if session.chart_of(sheet).columns and entry.label:
        marks.append(literal(entry.label))
    if entry.answered:
        marks.append(_("answered"))
    if entry.picked:
        marks.append(_("chosen"))
    line = " · ".join([text, *(f"*{mark}*" for mark in marks)])
    return f"{line}\n  - {literal(entry.note)}" if entry.note else line


def _actions(session: Session, sheet: Sheet) -> str:
    open_ones = any(not entry.agreed for entry in sheet.entries)
    heads = [_("What"), _("Who"), _("By when")]
    lines = [table(*heads, _("May be kept")) if open_ones else table(*heads)]
    for entry in sheet.entries:
        cells = [
            literal(entry.text or card_name(session, sheet, entry)),
            literal(person_name(session, entry.owner)),
            literal(entry.when),
        ]
        if open_ones:
            cells.append(_("yes") if entry.agreed else _("not yet"))
        lines.append(row(cells))
    return "\n".join(lines)


def _passing(session: Session, name: str, lap: Lap) -> str:
    """Which pass it is of, and whom that was for."""
    name = _("{sheet}, round {number}").format(sheet=name, number=lap.number)
    return ", ".join(filter(None, [name, _names(session, lap.people)]))


# The times


def _times(session: Session) -> str:
    """Each stop of the plan: what was planned for it, and what it took."""
    lines = ["## " + _("Time"), "", table(_("Step"), _("Moment"), _("Planned"), _("Took"))]
    last = ""
    for stop in session.plan:
        step, moment = _titles(session, stop)
        took = exact(stop.spent) if stop.begun else ""
        if stop.skipped:
            took = _("{time} skipped").format(time=took).strip()
        shown = "" if step == last else step
        last = step
        lines.append(row([shown, moment, exact(stop.planned), took]))
    return "\n".join(lines)


def _titles(session: Session, stop: Stop) -> tuple[str, str]:
    """The step, with its pass, and the moment; one that is its whole step is named once."""
    if session.blocks[stop.block].method is None:
        return literal(stop.moment), ""
    step, moment = session.step_of(stop), session.moment_of(stop)
    name = literal(step.title)
    if stop.lap is not None:
        name = _passing(session, name, stop.lap)
    return name, "" if moment is step else literal(moment.title)
