"""The live session, with all that is asked before it is done."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from intervisie_tui.domain import course, flow, room
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import INTENDED
from intervisie_tui.domain.moment import Role
from intervisie_tui.domain.person import PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _
from intervisie_tui.store.home import Home
from intervisie_tui.tui import hands
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.cards import CardsAsked
from intervisie_tui.tui.screens.confirm import Confirm
from intervisie_tui.tui.screens.keys import Keys
from intervisie_tui.tui.screens.overseeing import Overseeing
from intervisie_tui.tui.screens.people import People

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.papers import PapersScreen

REST: Final = timedelta(seconds=2)
"""Without a key for so long, nobody is typing on."""


class SessionScreen(Overseeing):
    """A session that is led."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", N_("Write"), id="session.write"),
        Binding(
            "enter",
            "close",
            N_("Close"),
            id="session.close",
            tooltip=N_("Decide with the group what is kept"),
        ),
        Binding(
            "x",
            "wipe",
            N_("Wipe"),
            id="session.wipe",
            tooltip=N_("Take this line away for good: from undo and from the record too"),
            show=False,
        ),
        Binding("t", "time", N_("Set the time"), id="session.time", show=False),
        Binding("g", "plan", N_("Go to"), id="session.plan", show=False),
        Binding(
            "w",
            "people",
            N_("Who is here"),
            id="session.people",
            tooltip=N_("Who is late, gone or joins, and whose case it is"),
            show=False,
        ),
        Binding(
            "n",
            "private",
            N_("Private note"),
            id="session.private",
            tooltip=N_("Only on the facilitator's face"),
            show=False,
        ),
        Binding("question_mark,f1", "keys", N_("Keys"), id="session.keys"),
        Binding(
            "f9",
            "leave",
            N_("Home"),
            id="session.leave",
            tooltip=N_("Leave this session as it is; it can be resumed"),
            show=False,
        ),
    ]

    _notice = query_one("#notice", Static)

    @dataclass
    class Trouble(Message):
        """The record cannot be written, or (`None`) can be again. Posted from any thread."""

        reason: str | None

    class Leave(Message):
        """The session is left as it is."""

    @dataclass
    class Close(Message):
        """The group is ready to decide what is kept of *session*."""

        session: Session

    @dataclass
    class Papers(Message):
        """What there is to take along of *session*, kept at *record*, is wanted."""

        session: Session
        record: Path

        def screen(self, home: Home, clock: Callable[[], datetime]) -> "PapersScreen":
            """Where that is written; imported now, because a session is led without it."""
            from intervisie_tui.tui.screens.papers import PapersScreen

            return PapersScreen(home, self.session, self.record, clock)

    _in_vain: datetime | None = None
    """When somebody last typed where nothing is written; `None`: the keys lead."""

    _trouble: str | None = None
    """Why the record cannot be written at the moment; `None`: it can."""

    def on_mount(self) -> None:
        # Textual calls the one above as well.
        self._tell()

    # What is asked

    @work
    async def action_wipe(self) -> None:
        found = self.selected_line()
        if found is not None and await self.app.push_screen_wait(
            Confirm(_("Wipe this line for good? Undo will not bring it back."))
        ):
            if self.desk.editing == found.id:
                self.leave_pen()
            self.wipe(found.id)

    @work
    async def action_time(self) -> None:
        asked = Ask(_("How many minutes are left?"), hint=_("4 or 4:30, for example"))
        said = await self.app.push_screen_wait(asked)
        seconds = None if said is None else seconds_of(said)
        if seconds is not None:
            self.do("time", lambda s: course.set_left(s, seconds, self.clock()))

    @work
    async def action_private(self) -> None:
        said = await self.app.push_screen_wait(Ask(_("A note for yourself")))
        if said:
            self.do("note", lambda s: room.note(s, said))

    def action_cards(self) -> None:
        self.post_message(CardsAsked())

    @work
    async def action_people(self) -> None:
        """Keep asking until the facilitator is done, each change a verb of its own."""
        row = 0
        while self.shown is not None:
            asked = People(self.shown.seats, self._roles(), row, spare=room.spare(self.session))
            change = await self.app.push_screen_wait(asked)
            if change is None:
                return
            row = change.row
            self.do(change.verb, change.apply)

    def _roles(self) -> dict[Role, tuple[PersonId, ...]]:
        """Who has the roles of the method's own, here."""
        session, stop = self.session, self.session.stop
        return {role: session.having(role, stop) for role in session.method_of(stop).roles}

    def agreed(self, session: Session) -> None:
        """Take over what the owners of actions said before the group came back to this sheet."""
        self.do("agree", lambda _: session)

    def action_close(self) -> None:
        self.post_message(self.Close(self.session))

    def action_papers(self) -> None:
        if self.record.path is not None:
            self.post_message(self.Papers(self.session, self.record.path))

    def action_keys(self) -> None:
        self.app.push_screen(Keys(self.active_bindings))

    def action_leave(self) -> None:
        self.post_message(self.Leave())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        allowed = self._is_here(action, parameters) and super().check_action(action, parameters)
        if not allowed:
            return allowed
        match action:
            case "wipe":
                return (self.selected_line() is not None) or None
            case "private":
                return self.desk.face == "regie" or None
            case "time":
                return self.session.stage == "under-way" or None
            case "close":
                return self.session.stage == "closing"
            case _:
                return True

    def _is_here(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether its key is for it.

        One key chooses on the flap and has the cards on regie, one has the agenda there where
        a question is answered, another is one more round, or this moment once more; and where
        nobody has a turn any more, one has the papers.
        """
        match action, *parameters:
            case "verb", "choose" | "answered":
                return self.desk.face == "flap"
            case ("papers",):
                return self.session.stage == "closing" and self.record.path is not None
            case "verb", "pass":
                return self.session.stage != "closing"
            case "verb", "again":
                return flow.further(self.session) is not None
            case "verb", "agree":
                paper = None if self.shown is None else self.shown.paper
                return paper is not None and paper.kind in INTENDED
        return action not in hands.PRIVATE or self.desk.face == "regie"

    def takes(self, key: events.Key) -> bool:
        """Say so where nothing is written; what is typed on, without a rest, leads nothing.

        Any key that is no part of a sentence leads at once.
        """
        if super().takes(key):
            return True
        now, before = self.clock(), self._in_vain
        typed_on = before is not None and now - before < REST and key.is_printable
        self._in_vain = now if typed_on or self._is_in_vain(key) else None
        if self._in_vain is not None:
            self.aside = _("Nothing goes on the flip chart now")
        return self._in_vain is not None

    def _is_in_vain(self, key: events.Key) -> bool:
        """Whether it asks for the pen where nothing is written."""
        elsewhere = self._faces.current in {"poster", "break"}
        over = self.session.stage != "under-way"
        if key.key != "enter" or elsewhere or over or self.shown is None:
            return False
        return self.shown.paper is None or self.shown.paper.do == "show"

    # Notices that stay as long as they are true

    @on(Trouble)
    def _troubled(self, event: Trouble) -> None:
        self._trouble = event.reason
        self._tell()

    def watch_desk(self, before: Desk, desk: Desk) -> None:
        super().watch_desk(before, desk)
        if before.lent != desk.lent:
            self._tell()

    def _tell(self) -> None:
        """Say what stays true for a while; neutral, because the group reads it too."""
        notices = []
        if self._trouble is not None:
            notices.append(
                _("Saving does not work now ({reason}). Go on: it is tried again.").format(
                    reason=self._trouble
                )
            )
        if self.desk.lent:
            notices.append(_("The keyboard is lent: writing only. F8 takes it back."))
        self._notice.update(Content("\n".join(notices)))
        self._notice.set_class(not notices, "-empty")


def seconds_of(said: str) -> float | None:
    """Minutes as people write them: "4", "4:30", "2,5", "2.5"; `None`: not a time."""
    if clock := re.fullmatch(r"(\d{1,3}):([0-5]\d)", said.strip()):
        return int(clock[1]) * 60.0 + int(clock[2])
    if number := re.fullmatch(r"\d{1,3}(?:[.,]\d+)?", said.strip()):
        return float(number[0].replace(",", ".")) * 60
    return None
