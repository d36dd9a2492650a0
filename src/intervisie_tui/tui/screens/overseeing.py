"""What concerns the meeting as a whole: the way through it, its time, and what came before."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import work
from textual.message import Message

from intervisie_tui.domain import course, flow
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import _
from intervisie_tui.tui.screens import earlier
from intervisie_tui.tui.screens.leading import Leading
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.screens.plan import Going, Plan
from intervisie_tui.tui.screens.pointing import Pointing
from intervisie_tui.tui.screens.replan import DONE, Replan
from intervisie_tui.tui.widgets import blocks


@dataclass
class AgendaAsked(Message):
    """The facilitator wants the agenda of the meeting that is led there."""

    leading: Leading


class Overseeing(Pointing):
    """Leading and writing, and what is asked about the meeting as a whole."""

    @work
    async def action_plan(self) -> None:
        if self.shown is None:
            return
        asked = Plan(self.shown, private=self.desk.face == "regie")
        going = await self.app.push_screen_wait(asked)
        if going is not None:
            self._go(going)

    def _go(self, going: Going) -> None:
        if going.how != "leave_out":
            self.before_moving()
        stop, now = going.stop, self.clock()
        plan = self.session.plan
        there = going.part or plan[self.session.index(stop)].moment
        verbs: dict[str, Callable[[Session], Session]] = {
            "go": lambda s: course.go_to(s, stop, now),
            "detour": lambda s: flow.detour(s, there, now),
            "leave_out": lambda s: course.leave_out(s, stop),
        }
        self.do(going.how, verbs[going.how])

    def action_agenda(self) -> None:
        self.aside = ""
        self.post_message(AgendaAsked(self))

    @work
    async def action_replan(self) -> None:
        """Ask what to do about time that runs over; it is one verb, that undo takes back."""
        if self.shown is None:
            return
        session = self.session
        chosen = await self.app.push_screen_wait(Replan(session, self.shown, self.clock()))
        if chosen is not None and self.session is session:
            self.do(chosen.how, lambda _session: chosen.session)
            self.aside = _(DONE[chosen.how])

    def action_earlier(self) -> None:
        session = self.session
        self.app.push_screen(Page(lambda: earlier.page(session)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        allowed = super().check_action(action, parameters)
        shown = self.shown
        if not allowed or shown is None:
            return allowed
        match action:
            case "agenda":
                return blocks.has_several(shown) and (shown.stage != "closing" or None)
            case "replan":
                return blocks.runs_over(shown) or None
            case "earlier":
                return blocks.has_several(shown) and (earlier.has_some(self.session) or None)
            case _:
                return allowed
