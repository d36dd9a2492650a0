"""The live session, with the mouse and with all that is asked before it is done."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from intervisie_tui.domain import course, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.cards import CardsAsked
from intervisie_tui.tui.screens.confirm import Confirm
from intervisie_tui.tui.screens.keys import Keys
from intervisie_tui.tui.screens.people import People
from intervisie_tui.tui.screens.plan import Going, Plan
from intervisie_tui.tui.screens.writing import Writing
from intervisie_tui.tui.widgets.chart import Chart


class SessionScreen(Writing):
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

    _trouble: str | None = None
    """Why the record cannot be written at the moment; `None`: it can."""

    def on_mount(self) -> None:
        super().on_mount()
        self._tell()

    # With the mouse

    @on(Chart.Selected)
    def _point(self, event: Chart.Selected) -> None:
        self.desk = replace(self.desk, selected=event.entry)

    @on(Chart.Edit)
    def _point_edit(self, event: Chart.Edit) -> None:
        self.desk = replace(self.desk, selected=event.entry)
        self.action_edit()

    @on(Chart.Moved)
    def _point_move(self, event: Chart.Moved) -> None:
        self.do("lower", lambda s: wall.move(s, event.entry, event.by))

    @on(Chart.Judged)
    def _point_judge(self, event: Chart.Judged) -> None:
        self.do("judge", lambda s: wall.judge(s, event.entry, event.label))

    @on(Chart.Answered)
    def _point_answer(self, event: Chart.Answered) -> None:
        self.do("answered", lambda s: wall.answer(s, event.entry))

    @on(Chart.Placed)
    def _point_place(self, event: Chart.Placed) -> None:
        self.do("column", lambda s: wall.put_in_column(s, event.entry, event.column))

    @on(Chart.Picked)
    def _point_pick(self, event: Chart.Picked) -> None:
        self.do("choose", lambda s: wall.pick(s, event.entry))

    @on(Chart.Agreed)
    def _point_agree(self, event: Chart.Agreed) -> None:
        self.do("agree", lambda s: wall.agree(s, event.entry))

    @on(Chart.Removed)
    def _point_remove(self, event: Chart.Removed) -> None:
        self.do("remove", lambda s: wall.remove(s, event.entry))

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
    async def action_plan(self) -> None:
        if self.shown is None:
            return
        going = await self.app.push_screen_wait(Plan(self.shown.plan))
        if going is not None:
            self._go(going)

    def _go(self, going: Going) -> None:
        if going.how != "leave_out":
            self.before_moving()
        moment = self.session.plan[self.session.index(going.stop)].moment
        verbs: dict[str, Callable[[Session], Session]] = {
            "go": lambda s: course.go_to(s, going.stop, self.clock()),
            "detour": lambda s: course.detour(s, moment, self.clock()),
            "leave_out": lambda s: course.leave_out(s, going.stop),
        }
        self.do(going.how, verbs[going.how])

    @work
    async def action_people(self) -> None:
        """Keep asking until the facilitator is done, each change a verb of its own."""
        row = 0
        while self.shown is not None:
            asked = People(self.shown.seats, row, spare=room.spare(self.session))
            change = await self.app.push_screen_wait(asked)
            if change is None:
                return
            row = change.row
            self.do(change.verb, change.apply)

    def agreed(self, session: Session) -> None:
        """Take over what the owners of actions said before the group came back to this sheet."""
        self.do("agree", lambda _: session)

    def action_close(self) -> None:
        self.post_message(self.Close(self.session))

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
        """Whether its key is for it: one key chooses on the flap, and has the cards on regie."""
        if action == "verb" and parameters[0] == "choose":
            return self.desk.face == "flap"
        return action != "cards" or self.desk.face == "regie"

    def takes(self, key: events.Key) -> bool:
        """Say so where nothing is written: what is typed next would lead the session."""
        if super().takes(key):
            return True
        if key.key != "enter" or not self._on_the_wall or self.shown is None:
            return False
        if nowhere := self.shown.paper is None or self.shown.paper.do == "show":
            self.aside = _("Nothing is written in this moment")
        return nowhere

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
