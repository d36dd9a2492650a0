"""What the hands do that is no verb on the session: which line, which face, back and again."""

from typing import Final

from textual.binding import Binding

from intervisie_tui.locale import N_

BINDINGS: Final = (
    *(
        Binding(
            str(digit),
            f"digit({digit})",
            N_("Seat, label or line"),
            id=f"session.digit_{digit}",
            tooltip=N_("A label while judging, a line while choosing, else whose turn it is"),
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
    "keys",
    "lead",
    "leave",
    "close",
}
"""The actions that are locked while the sheet is blank or the keyboard is lent."""

WHILE_WRITING: Final = {"face", "blank", "lend", "lead", "keys", "leave", "write"}
"""The actions that a function key leads to, also while somebody writes."""


def leads_while_writing(action: str, parameters: tuple[object, ...]) -> bool:
    """Whether an action may be done while keys write: typing never leads."""
    if action == "verb":
        return parameters[0] in {"next", "back", "finish", "turn", "turn_back"}
    return action in WHILE_WRITING or action not in LOCKED
