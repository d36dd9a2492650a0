"""The sheets of a session as they are handed out: their names, and their lines in words."""

from collections.abc import Iterable, Iterator

from intervisie_tui.domain.method import QUESTION
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry, Sheet
from intervisie_tui.domain.stop import Lap
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _
from intervisie_tui.store.export.handout import Flip, Line
from intervisie_tui.store.export.phrases import card_name, person_name


def flips(session: Session, block: int) -> Iterator[Flip]:
    """Every sheet of a block with lines on it, the question first."""
    question = session.methods[session.blocks[block].method].question_chart
    sheets = [sheet for sheet in session.sheets if sheet.block == block and sheet.entries]
    for sheet in sorted(sheets, key=lambda sheet: sheet.chart != question):
        chart = session.chart_of(sheet)
        yield Flip(
            name=_name(session, sheet),
            kind=chart.kind,
            labels=tuple(map(one_line, chart.labels)),
            columns=tuple(map(one_line, chart.columns)),
            lines=tuple(lines(session, sheet)),
        )


def lines(session: Session, sheet: Sheet) -> Iterator[Line]:
    """The lines of a sheet; who said them only if the group wanted that seen."""
    for number, entry in enumerate(sheet.entries, 1):
        words = one_line(entry.text)
        yield Line(
            number=number,
            words=words or one_line(_without_words(session, sheet, entry)),
            card=not words and entry.card is not None,
            label=one_line(entry.label or ""),
            column=one_line(entry.column or ""),
            answered=entry.answered,
            picked=entry.picked,
            agreed=entry.agreed,
            by=one_line(person_name(session, entry.by)) if session.names_shown else "",
            note=one_line(entry.note),
            owner=one_line(person_name(session, entry.owner)),
            when=one_line(entry.when),
        )


def passing(session: Session, name: str, lap: Lap) -> str:
    """What is done in a pass, or hangs there, and whom that was for: "Advice, round 2, An"."""
    name = _("{sheet}, round {number}").format(sheet=name, number=lap.number)
    return ", ".join(filter(None, [name, names(session, lap.people)]))


def names(session: Session, seats: Iterable[PersonId]) -> str:
    """The names on some seats, with commas between them."""
    return ", ".join(one_line(name) for seat in seats if (name := person_name(session, seat)))


def _without_words(session: Session, sheet: Sheet, entry: Entry) -> str:
    """What a line without words is told by."""
    return "·" if entry.card is None else card_name(session, sheet, entry)


def _name(session: Session, sheet: Sheet) -> str:
    name = _("Question") if sheet.chart == QUESTION else one_line(sheet.chart)
    if sheet.lap:
        laps = (
            stop.lap
            for stop in session.plan
            if stop.block == sheet.block
            and stop.lap is not None
            and stop.lap.number == sheet.lap
            and session.moment_of(stop).chart == sheet.chart
        )
        name = passing(session, name, next(laps, Lap(step="", number=sheet.lap)))
    if sheet.group:
        name = _("{sheet}, group {number}").format(sheet=name, number=sheet.group)
    return name
