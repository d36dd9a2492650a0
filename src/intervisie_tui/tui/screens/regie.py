"""The facilitator's face in a second terminal: it reads along by the record."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import view
from intervisie_tui.locale import N_, _
from intervisie_tui.store.records import RecordProblem, load
from intervisie_tui.tui.screens import earlier
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.cards import CardsAsked
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.regie import Regie

LOOK: Final = 0.15
"""Seconds between looks at the file; with the writer's pause, under half a second in all."""


TICK: Final = 0.5
"""Seconds between looks at the clock."""


class RegieScreen(Room[None]):
    """Follows the session that is led elsewhere on this machine."""

    DEFAULT_CSS = """
    RegieScreen {
        #notice { padding: 0 2; color: $attention; }
        Regie { height: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c",
            "cards",
            N_("Cards"),
            id="regie.cards",
            tooltip=N_("Difficult moments, for you alone: what to notice, to say and to do"),
        ),
        Binding(
            "h",
            "earlier",
            N_("Earlier sheets"),
            id="regie.earlier",
            tooltip=N_("The sheets of what came before in this meeting, to read"),
        ),
        Binding("down", "read(1)", N_("Read on"), id="regie.read", show=False),
        Binding("up", "read(-1)", N_("Read back"), id="regie.read_back", show=False),
        Binding("q,escape", "away", N_("Put away"), id="regie.away"),
    ]

    class Leave(Message):
        """It is no longer read along."""

    session: var[Session | None] = var(None)
    """What the record says; `None` until it was read."""

    _regie = query_one(Regie)
    _notice = query_one("#notice", Static)

    def __init__(
        self, path: Path, clock: Callable[[], datetime], *, led_elsewhere: bool = False
    ) -> None:
        """*led_elsewhere*: the record was to be led here, and somebody else has it open."""
        super().__init__()
        self._path = path
        self._clock = clock
        self._led_elsewhere = led_elsewhere
        self._seen: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="notice")
        yield Regie(leads=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.set_interval(LOOK, self.look)
        self.set_interval(TICK, self._show)
        self.look()

    def action_cards(self) -> None:
        self.post_message(CardsAsked())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are earlier sheets from the second block of a meeting on."""
        if action != "earlier":
            return True
        return self.session is not None and earlier.has_some(self.session)

    def action_earlier(self) -> None:
        """Read the sheets of what came before."""
        if (session := self.session) is not None:
            self.app.push_screen(Page(lambda: earlier.page(session)))

    def action_read(self, by: int) -> None:
        """Go on in what helps now, or back."""
        self._regie.walk(by)

    def action_away(self) -> None:
        """Back to where it was asked for: home, or the shell."""
        if self._led_elsewhere:
            self.post_message(self.Leave())
        else:
            self.app.exit()

    def look(self) -> None:
        """Read the record if it was written since, and show the time."""
        try:
            state = self._path.stat()
        except OSError:
            self._notice.update(_("The record is gone: the session was closed."))
            return
        if (state.st_mtime_ns, state.st_ino) != self._seen:
            self._seen = (state.st_mtime_ns, state.st_ino)
            self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        try:
            record = await asyncio.to_thread(load, self._path)
        except RecordProblem as problem:
            self._notice.update(Content(str(problem)))
        else:
            elsewhere = _("This session is led in another window; here it can only be read.")
            self._notice.update(elsewhere if self._led_elsewhere else "")
            self.session = record.session

    def watch_session(self) -> None:
        self._show()
        self.refresh_bindings()

    def _show(self) -> None:
        if self.session is not None:
            self._regie.shown = view(self.session, self._clock())
