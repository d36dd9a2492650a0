"""What leading a session can do, each verb once: its key, its words and what it changes.

This list feeds the keys, the footer, the palette, the help and the names of undo. A
verb that would change nothing gives the same session back, and that alone says
whether it can be done now.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from textual.binding import Binding

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_

Act = Callable[[Session, Desk, datetime], Session]

MINUTE: Final = 60.0


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that leading can do to the session with one key."""

    name: str
    """Its id, in the key map too: "session.skip"."""

    keys: str
    words: str
    """What it does, marked for translation; undo says it too."""

    act: Act
    more: str = ""
    """A sentence for the help, marked for translation."""

    shown: bool = False
    """Whether it stands in the footer."""

    moves: bool = False
    """Whether the group goes to another moment with it."""

    def binding(self) -> Binding:
        """The key as Textual wants it."""
        return Binding(
            self.keys,
            f"verb('{self.name}')",
            self.words,
            id=f"session.{self.name}",
            tooltip=self.more or self.words,
            show=self.shown,
        )


def _on_selected(verb: Callable[[Session, int], Session]) -> Act:
    """*verb* on the line that is selected."""

    def act(session: Session, desk: Desk, _: datetime) -> Session:
        return session if desk.selected is None else verb(session, desk.selected)

    return act


def _timed(verb: Callable[[Session, datetime], Session]) -> Act:
    return lambda session, _, now: verb(session, now)


def _clock(session: Session, _: Desk, now: datetime) -> Session:
    return course.start(session, now) if session.since is None else course.pause(session, now)


def _pick(session: Session, desk: Desk, _: datetime) -> Session:
    chosen = session.moment_of(session.stop).do == "pick"
    return wall.pick(session, desk.selected) if chosen and desk.selected is not None else session


def _answer(session: Session, desk: Desk, _: datetime) -> Session:
    asked = session.moment_of(session.stop).do == "answer"
    return wall.answer(session, desk.selected) if asked and desk.selected is not None else session


def _turn(session: Session, desk: Desk, now: datetime) -> Session:
    """Go round: the next person in a round, the next question while answering."""
    if session.moment_of(session.stop).do != "answer":
        return room.next_turn(session, now)
    found = None if desk.selected is None else session.entry(desk.selected)
    return session if found is None or found[1].answered else wall.answer(session, found[1].id)


def digit(session: Session, number: int) -> tuple[str, Act]:
    """What a digit does here, and under which name: a label, a line to choose, a seat's turn."""
    moment = session.moment_of(session.stop)
    sheet = wall.here(session)
    chart = None if sheet is None else session.chart_of(sheet)
    if chart is not None and (moment.do == "judge" or chart.kind == "scale"):
        label = chart.labels[number - 1] if number <= len(chart.labels) else None
        return "judge", _on_selected(
            lambda s, entry: s if label is None else wall.judge(s, entry, label)
        )
    if sheet is not None and moment.do == "pick":
        lines = sheet.entries
        return (
            "choose",
            lambda s, _, __: wall.pick(s, lines[number - 1].id) if number <= len(lines) else s,
        )
    return "seat", lambda s, _, now: room.turn_to(s, number, now)


def _unjudge(session: Session, entry: int) -> Session:
    return wall.judge(session, entry, None)


def _next_column(session: Session, entry: int) -> Session:
    found = session.entry(entry)
    columns = session.chart_of(found[0]).columns if found else ()
    if found is None or not columns:
        return session
    at = columns.index(found[1].column) if found[1].column in columns else -1
    return wall.put_in_column(session, entry, columns[(at + 1) % len(columns)])


def _live(act: Act) -> Act:
    """*act*, only while the meeting is under way."""
    return lambda session, desk, now: (
        act(session, desk, now) if session.stage == "under-way" else session
    )


VERBS: Final = (
    Verb("next", "right,pagedown", N_("Next"), _timed(course.next_stop), shown=True, moves=True),
    Verb("back", "left,pageup", N_("Back"), _timed(course.back), moves=True),
    Verb(
        "clock",
        "space",
        N_("Clock"),
        _clock,
        N_("Start the clock, stop it, let it run on"),
        shown=True,
    ),
    Verb(
        "more",
        "plus,equals_sign",
        N_("A minute more"),
        _live(lambda session, _, now: course.give(session, MINUTE, now)),
    ),
    Verb(
        "less",
        "minus",
        N_("A minute less"),
        _live(lambda session, _, now: course.give(session, -MINUTE, now)),
    ),
    Verb(
        "reset",
        "z",
        N_("Clock anew"),
        _live(_timed(course.reset)),
        N_("Give this moment its whole time once more"),
    ),
    Verb(
        "turn",
        "tab",
        N_("Next turn"),
        _live(_turn),
        N_("The next person in the round, or the next question"),
        shown=True,
    ),
    Verb("turn_back", "shift+tab", N_("Turn back"), _live(_timed(room.take_back))),
    Verb(
        "pass",
        "p",
        N_("Pass"),
        _live(_timed(room.pass_turn)),
        N_("Whose turn it is lets it pass by"),
    ),
    Verb(
        "skip",
        "s",
        N_("Skip"),
        _timed(course.skip),
        N_("Leave this moment out and go on"),
        moves=True,
    ),
    Verb(
        "repeat",
        "d",
        N_("Once more"),
        _timed(course.repeat),
        N_("Do this moment once more"),
        moves=True,
    ),
    Verb(
        "answered",
        "a",
        N_("Answered"),
        _live(_answer),
        N_("Mark the question answered, or take that back"),
    ),
    Verb("choose", "c", N_("Choose"), _live(_pick), N_("Choose this line, or take that back")),
    Verb(
        "unjudge",
        "0",
        N_("No label"),
        _live(_on_selected(_unjudge)),
        N_("Take the judgement of this line back"),
    ),
    Verb(
        "higher",
        "shift+up",
        N_("Hang higher"),
        _live(_on_selected(lambda session, entry: wall.move(session, entry, -1))),
    ),
    Verb(
        "lower",
        "shift+down",
        N_("Hang lower"),
        _live(_on_selected(lambda session, entry: wall.move(session, entry, 1))),
    ),
    Verb(
        "column",
        "shift+right",
        N_("Other column"),
        _live(_on_selected(_next_column)),
        N_("Hang this line in the next column"),
    ),
    Verb(
        "remove",
        "delete,backspace",
        N_("Remove"),
        _live(_on_selected(wall.remove)),
        N_("Take this line down; undo hangs it again"),
    ),
    Verb(
        "names",
        "m",
        N_("Names"),
        _live(lambda session, _, __: room.show_names(session)),
        N_("Show who said what behind the lines, or no longer"),
    ),
    Verb(
        "finish",
        "f10",
        N_("To the close"),
        _live(_timed(course.finish)),
        N_("Hang the closing sheet, from wherever you are"),
        moves=True,
    ),
)

BY_NAME: Final = {verb.name: verb for verb in VERBS}

WORDS: Final = {
    "write": N_("Write"),
    "edit": N_("Change"),
    "owner": N_("Who does it"),
    "when": N_("By when"),
    "note_answer": N_("Note with the answer"),
    "judge": N_("Judge"),
    "seat": N_("Turn"),
    "time": N_("Set the time"),
    "go": N_("Go to"),
    "detour": N_("Go there and come back"),
    "leave_out": N_("Leave out"),
    "case_giver": N_("Case giver"),
    "presence": N_("Who is here"),
    "join": N_("Somebody joins"),
    "rename": N_("Another name"),
    "note": N_("Private note"),
    "agree": N_("Agreed"),
}
"""The names for undo of verbs that need more than a key."""


LEADING: Final = {
    "verb",
    "digit",
    "select",
    "undo",
    "redo",
    "face",
    "blank",
    "rules",
    "peek",
    "calm",
    "lend",
    "write",
    "edit",
    "note",
    "wipe",
    "time",
    "plan",
    "people",
    "private",
    "keys",
    "lead",
    "leave",
    "close",
}
"""The actions of leading: locked while the sheet is blank or the keyboard is lent."""


def words_of(verb: str) -> str:
    """What a verb is called, to be translated where it is shown."""
    return BY_NAME[verb].words if verb in BY_NAME else WORDS[verb]


def bindings() -> Iterator[Binding]:
    """The keys of all verbs."""
    return (verb.binding() for verb in VERBS)
