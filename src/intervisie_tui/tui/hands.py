"""What the hands do that is no verb on the session: which line, which face, back and again."""

from dataclasses import replace
from typing import Final

from textual.binding import ActiveBinding, Binding

from intervisie_tui.domain import wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _
from intervisie_tui.tui import acts, verbs
from intervisie_tui.tui.widgets.regie import REPLAN

BINDINGS: Final = (
    *(
        Binding(
            str(digit),
            f"digit({digit})",
            N_("Seat, label or line"),
            id=f"session.digit_{digit}",
            tooltip=N_(
                "A label, a line or what comes next, or who gets a role; else whose turn it is"
            ),
            show=False,
        )
        for digit in range(1, 10)
    ),
    Binding("up", "select(-1)", N_("Line above"), id="session.up", show=False),
    Binding("down", "select(1)", N_("Line below"), id="session.down", show=False),
    Binding("u,ctrl+z", "undo", N_("Undo"), id="session.undo", show=False),
    Binding("y,ctrl+y", "redo", N_("Redo"), id="session.redo", show=False),
    Binding(
        "f2",
        "face",
        N_("Regie"),
        id="session.face",
        tooltip=N_("The facilitator's face, and back by the same key"),
    ),
    # Here, because on the flap the same key chooses a line: a screen below would hide that.
    Binding(
        "c",
        "cards",
        N_("Cards"),
        id="session.cards",
        tooltip=N_("Difficult moments, for you alone: what to notice, to say and to do"),
    ),
    # Here too: on the flap this key says that a question was answered.
    Binding(
        "a",
        "agenda",
        N_("Agenda"),
        id="session.agenda",
        tooltip=N_("All that is planned, when it begins and what fits; order, method, whose case"),
    ),
    # And here: as long as the meeting goes on, this key lets a turn pass by.
    Binding(
        "p",
        "papers",
        N_("Papers"),
        id="session.papers",
        tooltip=N_("Certificates, what each may take along, and the next date"),
    ),
    Binding(
        REPLAN,
        "replan",
        N_("What now?"),
        id="session.replan",
        tooltip=N_("Time runs over: what can be done about it, and what would follow"),
        show=False,
    ),
    Binding(
        "h",
        "earlier",
        N_("Earlier sheets"),
        id="session.earlier",
        tooltip=N_("The sheets of what came before in this meeting, to read"),
        show=False,
    ),
    Binding(
        "b,full_stop,f7",
        "blank",
        N_("Blank"),
        id="session.blank",
        tooltip=N_("An empty sheet; the clock stands still. The same key returns"),
        show=False,
    ),
    Binding(
        "r",
        "large('rules')",
        N_("Rules"),
        id="session.rules",
        tooltip=N_("Who speaks and what holds now, large"),
        show=False,
    ),
    Binding(
        "v",
        "large('questions')",
        N_("Questions"),
        id="session.questions",
        tooltip=N_("Open questions that help here, large, for the group"),
        show=False,
    ),
    Binding(
        "l",
        "peek",
        N_("Look ahead"),
        id="session.peek",
        tooltip=N_("What comes next, without going there"),
        show=False,
    ),
)

LOCKED: Final = {
    "verb",
    "digit",
    "select",
    "undo",
    "redo",
    "face",
    "blank",
    "large",
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
    "cards",
    "agenda",
    "replan",
    "earlier",
    "keys",
    "lead",
    "leave",
    "close",
    "papers",
}
"""The actions that are locked while the sheet is blank or the keyboard is lent."""

PRIVATE: Final = {"cards", "agenda", "replan", "earlier"}
"""The actions that only the facilitator's face has."""

WHILE_WRITING: Final = {"face", "blank", "lend", "lead", "keys", "leave", "write"}
"""The actions that a function key leads to, also while somebody writes."""


def worth_a_place(
    active: dict[str, ActiveBinding], desk: Desk, session: Session
) -> dict[str, ActiveBinding]:
    """The keys, and which of them the key line says only now.

    Escape while something hangs large; the digits, which are one in it; the way, where a
    moment offers what may be done in between.
    """
    here = dict(active)
    name, highest = acts.digits(session) if session.stage == "under-way" else ("", 0)
    detours = session.stage == "under-way" and session.moment_of(session.stop).detours
    sheet = wall.here(session)
    follows = sheet is not None and session.chart_of(sheet).kind == "follow-up"
    for key, each in active.items():
        id_ = each.binding.id or ""
        if id_ == "session.calm" and each.binding.show and not desk.large:
            here[key] = each._replace(binding=replace(each.binding, show=False))
        elif id_ == "session.note" and each.enabled and follows:
            here[key] = each._replace(binding=replace(each.binding, show=True))
        elif id_ == "session.plan" and detours:
            words, more = _("In between"), _("Do that first and come back, or go to another moment")
            said = replace(each.binding, description=words, tooltip=more, show=True)
            here[key] = each._replace(binding=said)
        elif highest and not desk.large and each.enabled and id_.startswith("session.digit_"):
            # Not to be clicked: a click says no number.
            said = replace(
                each.binding,
                key="",
                key_display=f"1–{highest}" if highest > 1 else "1",
                description=_(verbs.words_of(name)),
                show=True,
            )
            here[key], highest = each._replace(binding=said), 0
    return here


def leads_while_writing(action: str, parameters: tuple[object, ...]) -> bool:
    """Whether an action may be done while keys write: typing never leads."""
    if action == "verb":
        return parameters[0] in {"next", "back", "finish", "turn", "turn_back"}
    return action in WHILE_WRITING or action not in LOCKED
