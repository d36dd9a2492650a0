"""Who is here: late, gone, joining, and whose case it is."""

from collections.abc import Callable
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
        self, seats: tuple[Seat, ...], selected: int = 0, *, spare: tuple[PersonId, ...] = ()
    ) -> None:
        """*selected* is the row to begin at; *spare* are the seats that can be taken away."""
        super().__init__()
        self._seats = seats
        self._spare = spare
        self._start = selected

    def compose(self) -> ComposeResult:
        with VerticalGroup(id="sheet"):
            yield Static(_("Who is here?"), id="question")
            yield Rows()
            yield Static(
                _("c: case giver, or not · h: here · l: later · g: left")
                + "\n"
                + _("j: somebody joins · n: another name · Esc: done")
                + "\n"
                + _("Del: take away a seat that was not needed"),
                id="hint",
            )

    def on_mount(self) -> None:
        self._list.put([(str(seat.id), said(seat)) for seat in self._seats])
        self._list.highlighted = self._start

    def on_resize(self, event: events.Resize) -> None:
        self._list.styles.max_height = event.size.height - AROUND
        self.call_after_refresh(self._list.scroll_to_highlight)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be said of somebody where nobody is."""
        if action == "unseat":
            return (bool(self._seats) and self._seat().id in self._spare) or None
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
        whose = None if seat.case_giver else seat.id
        self._answer("case_giver", lambda s: room.name_case_giver(s, whose))

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


def said(seat: Seat) -> Content:
    """A seat in the list."""
    words = [wording.seat_name(seat)]
    if seat.case_giver:
        words.append(_("case giver"))
    if seat.presence != "here":
        words.append(_(PRESENCE[seat.presence]))
    return Content(f"{seat.id}  {' · '.join(words)}")
