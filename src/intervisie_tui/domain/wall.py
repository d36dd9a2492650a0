"""Verbs on the sheets of the flip charts.

Each takes a session and gives the next one; one that can do nothing (no such line, no
chart here) gives the same value back. Words are cleaned where they enter.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from intervisie_tui.domain.method import INTENDED
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry, Sheet, same_sheet
from intervisie_tui.domain.stop import Stop
from intervisie_tui.domain.text import one_line

LONGEST = 2000
"""Characters of a line that are kept; a flip chart holds a sentence, not a report."""


def here(session: Session) -> Sheet | None:
    """The sheet that hangs at the moment the group is in; `None`: none does."""
    chart = session.moment_of(session.stop).chart
    return None if chart is None else session.sheet(chart, session.stop)


def other_line(before: Session, after: Session) -> int | None:
    """The first line on the sheet that hangs in *after* which is not as it was *before*."""
    sheet = here(after)
    known = {entry.id: entry for _sheet, entry in before.entries()}
    lines = () if sheet is None else sheet.entries
    return next((line.id for line in lines if known.get(line.id) != line), None)


# Writing


def write(
    session: Session,
    text: str,
    *,
    by: PersonId | None = None,
    column: str | None = None,
) -> Session:
    """Put a line on the sheet that hangs here; without words, a numbered card.

    On a statement chart it is a new version. *by* is whose line it is; `None`: whose
    turn it is, if it is somebody's.
    """
    sheet = here(session)
    return session if sheet is None else _hang(session, sheet, text, by, column)


def write_on(
    session: Session, chart: str, text: str, *, by: PersonId | None = None, stop: Stop | None = None
) -> Session:
    """Put a line on a chart by name, as it hangs at *stop*; `None`: where the group is."""
    return _hang(session, session.sheet(chart, stop or session.stop), text, by, None)


def write_lines(
    session: Session,
    lines: Iterable[str],
    *,
    by: PersonId | None = None,
    column: str | None = None,
) -> Session:
    """Put several lines on the sheet that hangs here; empty ones are left out."""
    for text in filter(None, map(_words, lines)):
        session = write(session, text, by=by, column=column)
    return session


def edit(session: Session, entry: int, text: str) -> Session:
    """Put other words on a line; without words it stays as it was.

    Who agreed to an action did not agree to other words.
    """
    words = _words(text)

    def changed(line: Entry) -> Entry:
        same = line.text == words
        return _agreed_if(replace(line, text=words, card=None), same=same) if words else line

    return _change(session, entry, changed)


def note_answer(session: Session, entry: int, note: str) -> Session:
    """Mark a line answered, with a note of the answer; an empty note is none."""
    return _change(session, entry, lambda line: replace(line, answered=True, note=_words(note)))


def set_owner(session: Session, entry: int, owner: PersonId | None) -> Session:
    """Say who intends to do this action; `None`: not said."""
    if owner is not None and session.person(owner) is None:
        return session
    return _change(
        session,
        entry,
        lambda line: _agreed_if(replace(line, owner=owner), same=line.owner == owner),
    )


def set_when(session: Session, entry: int, when: str) -> Session:
    """Say by when, in the owner's words."""
    words = _words(when)
    return _change(
        session,
        entry,
        lambda line: _agreed_if(replace(line, when=words), same=line.when == words),
    )


# Handling


def remove(session: Session, entry: int) -> Session:
    """Take a line down; undo hangs it again. What nobody may read again is `wipe`d."""
    return _rearrange(session, entry, lambda lines, at: (*lines[:at], *lines[at + 1 :]))


wipe = remove
"""Take a line away for good: the caller makes this change in every session of the history too."""


def move(session: Session, entry: int, by: int) -> Session:
    """Hang a line so many places lower (or, below zero, higher)."""

    def shifted(lines: tuple[Entry, ...], at: int) -> tuple[Entry, ...]:
        rest = (*lines[:at], *lines[at + 1 :])
        to = min(max(at + by, 0), len(rest))
        return (*rest[:to], lines[at], *rest[to:])

    return _rearrange(session, entry, shifted)


def judge(session: Session, entry: int, label: str | None) -> Session:
    """Give a line one of its chart's labels; `None` takes the judgement back."""
    found = session.entry(entry)
    if found is None or label not in (None, *session.chart_of(found[0]).labels):
        return session
    return _change(session, entry, lambda line: replace(line, label=label))


def place(session: Session, seat: PersonId, label: str) -> Session:
    """Put somebody on the scale that hangs here; who was on it moves."""
    sheet, person = here(session), session.person(seat)
    if sheet is None or person is None or label not in session.chart_of(sheet).labels:
        return session
    found = next((entry for entry in sheet.entries if entry.by == seat), None)
    if found is not None:
        return judge(session, found.id, label)
    id_ = session.last_id + 1
    card = None if person.name else seat
    line = Entry(id=id_, text=person.name, card=card, by=seat, label=label)
    hung = replace(sheet, entries=(*sheet.entries, line))
    return replace(_with_sheet(session, hung), last_id=id_)


def put_in_column(session: Session, entry: int, column: str) -> Session:
    """Move a line to another column of its chart."""
    found = session.entry(entry)
    if found is None or column not in session.chart_of(found[0]).columns:
        return session
    return _change(session, entry, lambda line: replace(line, column=column))


def answer(session: Session, entry: int) -> Session:
    """Mark a line answered, or take that back."""
    return _change(session, entry, lambda line: replace(line, answered=not line.answered))


def pick(session: Session, entry: int) -> Session:
    """Pick a line (what appeals, what to go on with), or take that back."""
    return _change(session, entry, lambda line: replace(line, picked=not line.picked))


def agree(session: Session, entry: int) -> Session:
    """Whether the owner of an action agrees that it is kept, the other way round."""
    return _change(session, entry, lambda line: replace(line, agreed=not line.agreed, ask=False))


def ask_after(session: Session, entry: int) -> Session:
    """Whether the owner wants to be asked about it the next time, the other way round (S4.5).

    Who wants that agrees that it is kept.
    """
    return _change(
        session,
        entry,
        lambda line: replace(line, agreed=line.agreed or not line.ask, ask=not line.ask),
    )


def next_agreement(session: Session, entry: int) -> Session:
    """The next of what an owner can say of an action: it stays, it is asked after too, neither.

    Only a group that is known meets again. What is asked after already is or is no longer.
    """
    found = session.entry(entry)
    kind = None if found is None else session.chart_of(found[0]).kind
    if found is None or kind not in INTENDED:
        return session
    line = found[1]
    again = bool(session.group_id) and line.agreed and not line.ask
    asks = kind == "follow-up" or again
    return ask_after(session, entry) if asks else agree(session, entry)


# What they are made of


def had(sheet: Sheet, person: PersonId) -> int:
    """How many lines of *person* are on a sheet."""
    return sum(entry.by == person for entry in sheet.entries)


def _agreed_if(line: Entry, *, same: bool) -> Entry:
    """A line to which its owner agreed only as it was."""
    return replace(line, agreed=line.agreed and same, ask=line.ask and same)


def _words(text: str) -> str:
    return one_line(text)[:LONGEST].rstrip()


def _hang(
    session: Session, sheet: Sheet, text: str, by: PersonId | None, column: str | None
) -> Session:
    words, chart, turns = _words(text), session.chart_of(sheet), session.stop.turns
    if by is None and turns is not None:
        by = turns.now
    if column not in chart.columns:
        column = next(iter(chart.columns), None)
    cards = sheet.cards if words else 1 + max(sheet.cards, len(sheet.entries))
    line = Entry(
        id=session.last_id + 1,
        text=words,
        card=None if words else cards,
        by=by,
        column=column,
        owner=_owner(session, by) if chart.kind == "actions" else None,
    )
    if chart.quota is not None and line.by is not None and chart.quota <= had(sheet, line.by):
        return session
    hung = replace(sheet, entries=(*sheet.entries, line), cards=cards)
    return replace(_with_sheet(session, hung), last_id=line.id)


def _owner(session: Session, by: PersonId | None) -> PersonId | None:
    """Whose action it is: the case giver's; where there is none or several, of who says it."""
    givers = session.having("case-giver", session.stop)
    if not givers or by in givers:
        return by
    return givers[0] if len(givers) == 1 else None


def _with_sheet(session: Session, sheet: Sheet) -> Session:
    others = tuple(s for s in session.sheets if not same_sheet(s, sheet))
    if len(others) == len(session.sheets):
        return replace(session, sheets=(*session.sheets, sheet))
    return replace(
        session,
        sheets=tuple(sheet if same_sheet(s, sheet) else s for s in session.sheets),
    )


def _rearrange(
    session: Session,
    entry: int,
    change: Callable[[tuple[Entry, ...], int], tuple[Entry, ...]],
) -> Session:
    found = session.entry(entry)
    if found is None:
        return session
    sheet, line = found
    lines = change(sheet.entries, sheet.entries.index(line))
    return (
        session if lines == sheet.entries else _with_sheet(session, replace(sheet, entries=lines))
    )


def _change(session: Session, entry: int, change: Callable[[Entry], Entry]) -> Session:
    return _rearrange(
        session,
        entry,
        lambda lines, at: (*lines[:at], change(lines[at]), *lines[at + 1 :]),
    )
