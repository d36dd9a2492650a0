"""A sheet as it hangs: what a chart on the screen shows, in values without words of its own."""

from dataclasses import dataclass

from intervisie_tui.domain.method import ChartKind, Keep
from intervisie_tui.domain.moment import Do, Moment
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line on a chart, with the number that is shown before it."""

    number: int
    entry: Entry
    by: str
    """Who said it, only when the session shows names; else empty."""

    owner: str
    """On an actions chart: whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sheet as it hangs."""

    name: str
    kind: ChartKind
    do: Do
    labels: tuple[str, ...]
    columns: tuple[str, ...]
    card: str
    keep: Keep
    """What becomes of what is written here."""

    hidden: bool
    """Whether it is withheld from the group here; then there are no lines to see."""

    lines: tuple[Line, ...]
    """In the order of the hanging; while answering, in the order of the labels."""


def answering_order(session: Session, sheet: Sheet) -> tuple[Entry, ...]:
    """The lines of a judged sheet as they are answered: by label, as hung within each.

    What was not judged comes last.
    """
    labels = session.chart_of(sheet).labels
    return tuple(
        sorted(
            sheet.entries,
            key=lambda line: labels.index(line.label) if line.label in labels else len(labels),
        )
    )


def next_asked(shown: Paper, after: int | None) -> int | None:
    """The next line that still asks for something: a judgement, an answer, a place on a scale.

    The search goes on from the line with the id *after* and comes round; `None`: no
    line does.
    """
    asks = {
        "judge": lambda line: line.entry.label is None,
        "answer": lambda line: not line.entry.answered,
    }.get("judge" if shown.kind == "scale" else shown.do)
    if asks is None:
        return None
    ids = [line.entry.id for line in shown.lines]
    start = ids.index(after) + 1 if after in ids else 0
    following = (*shown.lines[start:], *shown.lines[:start])
    return next((line.entry.id for line in following if asks(line)), None)


def paper(session: Session, name: str | None, moment: Moment, do: Do | None = None) -> Paper | None:
    """The sheet of the chart *name* as it hangs in *moment*; `None`: no chart does.

    *do* is what is done with it, `None` for what the moment says.
    """
    if name is None:
        return None
    sheet = session.sheet(name, session.stop)
    chart = session.chart_of(sheet)
    do = do or moment.do or "write"
    hidden = session.is_hidden(name, session.stop)
    numbers = {line.id: number for number, line in enumerate(sheet.entries, 1)}
    lines = answering_order(session, sheet) if do == "answer" else sheet.entries
    if moment.only and name == moment.chart:
        # What nobody judged yet is not hidden: without a ranking there is still an answer.
        lines = tuple(line for line in lines if line.label in (None, *moment.only))
    return Paper(
        name=name,
        kind=chart.kind,
        do=do,
        labels=chart.labels,
        columns=chart.columns,
        card=chart.card,
        keep=chart.keep,
        hidden=hidden,
        lines=tuple(
            Line(
                number=numbers[line.id],
                entry=line,
                by=_name(session, line.by) if session.names_shown else "",
                owner=_name(session, line.owner),
            )
            for line in (() if hidden else lines)
        ),
    )


def _name(session: Session, seat: PersonId | None) -> str:
    person = None if seat is None else session.person(seat)
    return "" if person is None else person.name
