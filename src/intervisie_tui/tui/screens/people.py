"""Who is here: late, gone, joining, and whose case it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from intervisie_tui.domain import room
from intervisie_tui.domain.moment import Role
from intervisie_tui.domain.person import PersonId, Presence
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import Seat
from intervisie_tui.locale import N_, _
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets import wording
from intervisie_tui.tui.widgets.rows import Rows

AROUND: Final = 11
"""Rows for the question above the list and the keys under it."""

PRESENCE: dict[Presence, str] = {"here": N_("here"), "late": N_("comes later"), "gone": N_("left")}


@dataclass(frozen=True)
class Changed:
    """A verb of the room, ready to be done."""

    verb: str
    apply: Callable[[Session], Session]
    row: int
    """Where in the list it was asked."""


class People(Dialog[Changed | None]):
    """The seats; each key is one verb, and the list comes back until it is put away."""

    CSS_PATH = "dialog.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "case_giver", N_("Case giver"), id="people.case_giver"),
        Binding(
            "r",
            "role",
            N_("Another role"),
            id="people.role",
            tooltip=N_("The next of the roles that the method itself has, and after the last none"),
        ),
        Binding("h", "presence('here')", N_("Is here"), id="people.here"),
        Binding("l", "presence('late')", N_("Comes later"), id="people.late"),
        Binding("g", "presence('gone')", N_("Left"), id="people.gone"),
        Binding("j", "join", N_("Somebody joins"), id="people.join"),
        Binding("n", "rename", N_("Another name"), id="people.rename"),
        Binding(
            "delete,backspace",
            "unseat",
            N_("Take the seat away"),
            id="people.unseat",
            tooltip=N_("A seat that was not needed; whose words are on the flap keeps it"),
        ),
        Binding("escape,w", "dismiss", N_("Done"), id="people.done"),
    ]

    _list = query_one(Rows)

    def __init__(
        self,
        seats: tuple[Seat, ...],
        roles: Mapping[Role, tuple[PersonId, ...]],
        selected: int = 0,
        *,
        spare: tuple[PersonId, ...] = (),
    ) -> None:
        """*roles* are those of the method's own, with who has them.

        *selected* is the row to begin at; *spare* are the seats that can be taken away.
        """
        super().__init__()
        self._seats = seats
        self._roles = roles
        self._spare = spare
        self._start = selected

    def compose(self) -> ComposeResult:
        with VerticalGroup(id="sheet"):
            yield Static(Content(question(self._seats)), id="question")
            yield Rows()
            last = _("Del: take away a seat that was not needed")
            if self._roles:
                last = _("r: another role") + " · " + last
            yield Static(
                _("c: case giver, or not · h: here · l: later · g: left")
                + "\n"
                + _("j: somebody joins · n: another name · Esc: done")
                + "\n"
                + last,
                id="hint",
            )

    def on_mount(self) -> None:
        self._list.put([(str(seat.id), said(seat, self._roles)) for seat in self._seats])
        self._list.highlighted = self._start

    def on_resize(self, event: events.Resize) -> None:
        self._list.styles.max_height = event.size.height - AROUND
        self.call_after_refresh(self._list.scroll_to_highlight)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be said of somebody where nobody is."""
        if action == "unseat":
            return (bool(self._seats) and self._seat().id in self._spare) or None
        if action == "role":
            return bool(self._seats and self._roles)
        return bool(self._seats) or action not in {"case_giver", "presence", "rename"}

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_case_giver()

    def _seat(self) -> Seat:
        return self._seats[self._list.highlighted or 0]

    def _answer(self, verb: str, apply: Callable[[Session], Session]) -> None:
        self.dismiss(Changed(verb, apply, self._list.highlighted or 0))

    def action_case_giver(self) -> None:
        seat = self._seat()
        # Of several cases at once none is taken away: each has its own small group.
        several = sum(each.case_giver for each in self._seats) > 1
        whose = None if seat.case_giver and not several else seat.id
        self._answer("case_giver", lambda s: room.name_case_giver(s, whose))

    def action_role(self) -> None:
        seat = self._seat().id
        self._answer("hold", lambda s: room.next_role(s, seat))

    def action_presence(self, there: Presence) -> None:
        seat = self._seat().id
        self._answer("presence", lambda s: room.presence(s, seat, there))

    def action_unseat(self) -> None:
        seat = self._seat().id
        self._answer("unseat", lambda s: room.unseat(s, seat))

    @work
    async def action_join(self) -> None:
        name = await self.app.push_screen_wait(Ask(_("Who joins? Enter: a seat without a name")))
        if name is not None:
            self._answer("join", lambda s: room.join(s, name))

    @work
    async def action_rename(self) -> None:
        seat = self._seat()
        name = await self.app.push_screen_wait(Ask(_("What is the name?"), seat.name))
        if name is not None:
            self._answer("rename", lambda s: room.rename(s, seat.id, name))


def question(seats: tuple[Seat, ...]) -> str:
    """What is asked, or that whoever brings the case is not here: a group may wait for that."""
    away = (seat for seat in seats if seat.case_giver and seat.presence != "here")
    if (giver := next(away, None)) is None:
        return _("Who is here?")
    name = wording.seat_name(giver)
    if giver.presence == "late":
        return _("{name} brings the case and comes later. Do you wait?").format(name=name)
    return _("{name} brings the case and left. Whose case is it now?").format(name=name)


def said(seat: Seat, roles: Mapping[Role, tuple[PersonId, ...]]) -> Content:
    """A seat in the list."""
    words = [wording.seat_name(seat)]
    if seat.case_giver:
        words.append(_("case giver"))
    words += [role for role, having in roles.items() if seat.id in having]
    if seat.presence != "here":
        words.append(_(PRESENCE[seat.presence]))
    return Content(f"{seat.id}  {' · '.join(words)}")
