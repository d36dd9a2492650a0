"""What a key means where that depends on the moment: a digit, Tab, the selected line."""

from collections.abc import Callable
from datetime import datetime

from intervisie_tui.domain import course, flow, room, wall, ways
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session

Act = Callable[[Session, Desk, datetime], Session]
"""A verb with all that it may need; it gives the same session back where it can do nothing."""


def on_selected(verb: Callable[[Session, int], Session]) -> Act:
    """*verb* on the line that is selected."""

    def act(session: Session, desk: Desk, _: datetime) -> Session:
        return session if desk.selected is None else verb(session, desk.selected)

    return act


def timed(verb: Callable[[Session, datetime], Session]) -> Act:
    """*verb*, which needs the time and nothing of the desk."""
    return lambda session, _, now: verb(session, now)


def clock(session: Session, _: Desk, now: datetime) -> Session:
    """Start the clock, or stop it."""
    return course.start(session, now) if session.since is None else course.pause(session, now)


def pick(session: Session, desk: Desk, _: datetime) -> Session:
    """Choose the selected line, where lines are chosen."""
    chosen = session.moment_of(session.stop).do == "pick"
    return wall.pick(session, desk.selected) if chosen and desk.selected is not None else session


def answer(session: Session, desk: Desk, _: datetime) -> Session:
    """Mark the selected line answered, where questions are answered."""
    asked = session.moment_of(session.stop).do == "answer"
    return wall.answer(session, desk.selected) if asked and desk.selected is not None else session


def turn(session: Session, desk: Desk, now: datetime) -> Session:
    """Go round: the next person in a round, the next question while answering."""
    if session.moment_of(session.stop).do != "answer":
        return room.next_turn(session, now)
    found = None if desk.selected is None else session.entry(desk.selected)
    return session if found is None or found[1].answered else wall.answer(session, found[1].id)


def once_more(session: Session, _: Desk, now: datetime) -> Session:
    """This moment once more, where its key does not mean a further pass or round."""
    return session if flow.further(session) else flow.repeat(session, now)


def digit(session: Session, number: int) -> tuple[str, Act]:
    """What a digit does here, and under which name.

    A role, what comes next, a label or a line to choose; else a seat's turn.
    """
    moment = session.moment_of(session.stop)
    if (role := next(iter(ways.unfilled(session)), None)) is not None:
        return "hold", live(lambda s, _, __: room.hold(s, role, number))
    if moment.choose is not None:
        offered = ways.choices(session)
        part = offered[number - 1].part if number <= len(offered) else ""
        return "choose", live(lambda s, _, __: flow.choose(s, part))
    sheet = wall.here(session)
    chart = None if sheet is None else session.chart_of(sheet)
    if chart is not None and (moment.do == "judge" or chart.kind == "scale"):
        label = chart.labels[number - 1] if number <= len(chart.labels) else None
        if chart.kind == "scale" and moment.takers and label is not None:
            return "place", live(on_scale(label))
        return "judge", live(
            on_selected(lambda s, entry: s if label is None else wall.judge(s, entry, label))
        )
    if sheet is not None and moment.do == "pick":
        lines = sheet.entries
        return (
            "choose",
            live(
                lambda s, _, __: wall.pick(s, lines[number - 1].id) if number <= len(lines) else s
            ),
        )
    return "seat", lambda s, _, now: room.turn_to(s, number, now)


def digits(session: Session) -> tuple[str, int]:
    """What digits do here, as `digit` calls it, and the highest that does; 0: not to be said."""
    name, moment = digit(session, 1)[0], session.moment_of(session.stop)
    sheet = wall.here(session)
    if name == "hold":
        highest = max((person.id for person in session.people), default=0)
    elif moment.choose is not None:
        highest = len(ways.choices(session))
    elif sheet is None or name == "seat":
        highest = 0
    else:
        highest = len(sheet.entries if name == "choose" else session.chart_of(sheet).labels)
    return name, min(highest, 9)


def on_scale(label: str) -> Act:
    """Put who has the turn on a scale, else the selected line; the round begins by itself."""

    def act(session: Session, desk: Desk, now: datetime) -> Session:
        if desk.selected is not None:
            return wall.judge(session, desk.selected, label)
        turned = session if room.has_turn(session) else room.next_turn(session, now)
        turns = turned.stop.turns
        seat = None if turns is None else turns.now
        return session if seat is None else wall.place(turned, seat, label)

    return act


def unjudge(session: Session, entry: int) -> Session:
    """Take a judgement back."""
    return wall.judge(session, entry, None)


def next_column(session: Session, entry: int) -> Session:
    """Hang a line in the next column of its chart."""
    found = session.entry(entry)
    columns = session.chart_of(found[0]).columns if found else ()
    if found is None or not columns:
        return session
    at = columns.index(found[1].column) if found[1].column in columns else -1
    return wall.put_in_column(session, entry, columns[(at + 1) % len(columns)])


def live(act: Act) -> Act:
    """*act*, only while the meeting is under way."""
    return lambda session, desk, now: (
        act(session, desk, now) if session.stage == "under-way" else session
    )
