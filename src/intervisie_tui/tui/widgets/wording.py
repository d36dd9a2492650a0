"""How the values of a view are said: short, neutral, in the user's language."""

import math
from typing import Final

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Right, Role
from intervisie_tui.domain.view import Clock, Floor, Row, Seat, View
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import floor_sentence, length, role_name

SIGNS: Final[dict[Right | None, str]] = {
    "speaks": "●",
    "asks": "●",
    "answers": "●",
    "writes": "◐",
    "silent": "○",
    None: "○",
}

SHORT: Final = 60.0
"""Below so many seconds a length is said in seconds, else in half minutes."""


def seat_name(seat: Seat) -> str:
    """The name on a seat, or its number."""
    return seat.name or _("Seat {number}").format(number=seat.id)


def numbered(seat: Seat) -> str:
    """The name on a seat behind its number, which is the key that gives it the turn."""
    return f"{seat.id} {seat.name}" if seat.name else seat_name(seat)


def who(role: Role, view: View) -> str:
    """The role as the group calls it: the case giver by name, once known."""
    giver = next((seat for seat in view.seats if seat.case_giver), None)
    if role == "case-giver" and giver is not None and giver.name:
        return giver.name
    return role_name(role)


def floor(part: Floor, view: View) -> str:
    """Who may do what: "Karin listens", "the others speak in turn"."""
    return floor_sentence(
        part.role,
        part.right,
        place=part.place,
        in_turn=view.in_turn and part.right in {"speaks", "asks"},
        who=who(part.role, view),
    )


def minutes(seconds: float | None) -> str:
    """A length as a group says it: "4 min", "30 s"; empty if open-ended."""
    if seconds is None:
        return ""
    span = seconds / 60 if seconds < SHORT else round(seconds / 30) / 2
    return length(span, span)


def exact(seconds: float) -> str:
    """A duration on the clock: `4:05`, `-0:10` when it has run over."""
    whole = math.floor(abs(seconds)) if seconds < 0 else math.ceil(seconds)
    part = f"{whole // 60}:{whole % 60:02}"
    return f"-{part}" if seconds < 0 and whole else part


def time_left(clock: Clock) -> str:
    """The time for the group: whole minutes, and a calm word when it is up."""
    if clock.left is None:
        return _("no time set")
    if clock.time == "over":
        over = math.floor(-clock.left / 60)
        return (
            _("time to round off · +{number}").format(number=over)
            if over
            else _("time to round off")
        )
    if not clock.running and clock.spent == 0:
        return _("{number} min").format(number=math.ceil((clock.length or 0) / 60))
    left = math.ceil(clock.left / 60)
    return _("last minute") if left == 1 else _("{number} min left").format(number=left)


def behind(seconds: float | None) -> str:
    """How far from what was agreed, for the facilitator alone."""
    if seconds is None:
        return ""
    number = round(abs(seconds) / 60)
    if number == 0:
        return _("on time")
    return (
        _("{number} min behind plan") if seconds > 0 else _("{number} min ahead of plan")
    ).format(number=number)


def row_title(row: Row) -> str:
    """A stop in a list: its step, and its moment where the step has more than one."""
    return row.step_title if row.title == row.step_title else f"{row.step_title} · {row.title}"


def after_this(view: View) -> str:
    """What comes next, in one line."""
    if not view.ahead:
        return _("After this: the close")
    return _("After this: {moment}").format(moment=row_title(view.ahead[0]))


def pen_prompt(desk: Desk, column: str | None, turn: Seat | None) -> str:
    """What an empty pen asks for: part of a line, a line for a column, somebody's line."""
    asked = {
        "owner": _("Who? A name or a seat; Enter: the case giver"),
        "when": _("By when? Enter: not said"),
        "note": _("A note of the answer"),
    }
    if desk.field in asked:
        return asked[desk.field]
    if desk.editing is not None:
        return _("Other words for this line")
    if column is not None:
        return _("{column} · Tab: another column").format(column=column)
    if turn is not None:
        return _("{name} · Enter alone: a card · Tab: the next").format(name=seat_name(turn))
    return _("Type a line, or Enter for a card")
