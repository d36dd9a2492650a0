"""A rehearsal: a session of a group that is not there, in a method that is being written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.getters import query_one
from textual.message import Message

from intervisie_tui.domain import course
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.history import History
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.rehearsal import SPEEDS, in_meeting, in_version
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _
from intervisie_tui.store.convening import Ready
from intervisie_tui.store.home import Home
from intervisie_tui.store.rehearsal import Follower, Version, again
from intervisie_tui.tui.pace import Pace
from intervisie_tui.tui.screens.session import SessionScreen
from intervisie_tui.tui.widgets import poster
from intervisie_tui.tui.widgets.faults import Faults
from intervisie_tui.tui.widgets.sign import Sign


@dataclass
class RehearsalAsked(Message):
    """The method in a file is to be tried, over the screen that is open."""

    path: Path
    method: Method


class Nothing:
    """The record of a rehearsal: there is none."""

    path: Path | None = None

    def put(self, session: Session, desk: Desk) -> None:
        """Keep nothing of it."""


class RehearsalScreen(SessionScreen):
    """Led like any session; each time the file is saved it goes on in what that says."""

    DEFAULT_CSS = """
    RehearsalScreen { layers: default above; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", N_("Write"), id="session.write"),
        Binding(
            "enter", "close", N_("Stop"), id="session.close", tooltip=N_("Leave the rehearsal")
        ),
        Binding(
            "f5",
            "faults",
            N_("What is wrong"),
            id="rehearsal.faults",
            tooltip=N_("The mistakes or warnings in the file; once more: read on, or put away"),
            show=False,
        ),
        Binding(
            "f6",
            "pace",
            N_("Faster"),
            id="rehearsal.pace",
            tooltip=N_("The time ten times as fast, sixty times, or as it is"),
            show=False,
        ),
        Binding(
            "f9",
            "leave",
            N_("Stop"),
            id="session.leave",
            tooltip=N_("Leave the rehearsal; nothing of it is kept"),
        ),
    ]

    leaving = N_("Nothing of a rehearsal is kept")
    quitting = N_("ctrl+q leaves the program; nothing of a rehearsal is kept.")

    _sign = query_one(Sign)
    _faults = query_one(Faults)

    @dataclass
    class Saved(Message):
        """The file was saved. Posted from the thread that reads it."""

        version: Version

    def __init__(
        self, home: Home, session: Session, clock: Callable[[], datetime], path: Path
    ) -> None:
        """*session* is one with an invented group, of the method in the file at *path*."""
        self._pace = Pace(clock)
        super().__init__(course.begin(session, self._pace()), self._pace, Nothing())
        self._path = path
        self._made = session
        """As it was made, in the version of the meeting in which it goes on."""

        self._version: Version | None = None
        """The file as it was saved last; `None`: it is being read."""

        self._follower = Follower(
            home, path, lambda version: self.post_message(self.Saved(version))
        )

    def compose(self) -> ComposeResult:
        yield Sign()
        yield from super().compose()
        yield Faults()

    def on_mount(self) -> None:
        self._faces.closing = poster.rehearsed
        self._follower.begin()

    def on_unmount(self) -> None:
        self._follower.end()

    @on(Saved)
    async def _read_again(self, event: Saved) -> None:
        """Go on in the new version; if it is none, the one before stays, with what is wrong."""
        said = event.version.said
        self._version = event.version
        self._sign.problems = said.problems
        if said.method is None:
            await self._faults.say(said.problems, event.version.text)
        else:
            await self._faults.say((), "")
            self._go_on_in(said.method, event.version.ready)
        self.refresh_bindings()

    def _go_on_in(self, method: Method, ready: Ready) -> None:
        if method.kind == "meeting" or self.session.meeting:
            made = again(self._made, method, self._path, ready)
            if made == self._made:
                return
            self._made = made
            session = in_meeting(self.session, made)
        elif [method] == [*self.session.methods.values()]:
            return
        else:
            session = in_version(self.session, method)
        # What was done in another version cannot be undone in this one.
        self.history = History()
        self.session = session
        self.aside = _("The file was read again")

    def action_pace(self) -> None:
        """The next speed, and after the last the first."""
        following = dict(zip(SPEEDS, (*SPEEDS[1:], SPEEDS[0]), strict=True))
        self._pace.go(following[self._pace.speed])
        self._sign.speed = self._pace.speed
        self._look()

    async def action_faults(self) -> None:
        """Tell all that is wrong, read on in it, and put it away after the last."""
        if self._version is None:
            return
        if not (self._faults.display and self._faults.told_all):
            version = self._version
            await self._faults.say(version.said.problems, version.text, all_of_them=True)
        elif not self._faults.read_on():
            self._faults.display = False
        self.refresh_bindings()

    def action_calm(self) -> None:
        """Put the faults away first: they hang over everything."""
        if self._faults.display:
            self._faults.display = False
            self.refresh_bindings()
        else:
            super().action_calm()

    def action_leave(self) -> None:
        self.dismiss()

    action_close = action_leave

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "calm" and self.is_ready and self._faults.display:
            return not self.desk.writing
        if action == "faults":
            return bool(self._version and self._version.said.problems) or None
        return super().check_action(action, parameters)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now; the one that tells all others is the last of the line."""
        keys = super().active_bindings.items()
        return dict(sorted(keys, key=lambda each: each[1].binding.id == "session.keys"))

    def retranslate(self) -> None:
        super().retranslate()
        self._sign.refresh(layout=True)
