"""The faces of one session, one at a time.

A poster, the group's flap, the sheet of a break, and the facilitator's regie.
"""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import ContentSwitcher

from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.view import View
from intervisie_tui.tui.widgets import blocks, poster
from intervisie_tui.tui.widgets.break_sheet import BreakSheet
from intervisie_tui.tui.widgets.flap import Flap
from intervisie_tui.tui.widgets.poster import Poster
from intervisie_tui.tui.widgets.regie import Regie


class Faces(ContentSwitcher):
    """Shows the face that goes with the desk and the stage of the session."""

    flap = query_one("#flap", Flap)
    regie = query_one("#regie", Regie)
    _poster = query_one("#poster", Poster)
    _break = query_one("#break", BreakSheet)

    is_ready = False
    """Whether all faces are there."""

    closing: Callable[[], Content] = staticmethod(poster.closing)
    """What hangs when the last moment is done."""

    class Ready(Message):
        """All faces are there."""

    def compose(self) -> ComposeResult:
        yield Poster(id="poster")

    def on_mount(self) -> None:
        # The welcome sheet is painted first; nobody needs the others as soon.
        self.call_after_refresh(self._bring_others)

    async def _bring_others(self) -> None:
        others = Flap(id="flap"), BreakSheet(id="break"), Regie(id="regie")
        for face in others:
            face.display = False
        await self.mount(*others)
        self.is_ready = True
        self.post_message(self.Ready())

    def show(self, session: Session, shown: View, desk: Desk) -> None:
        """Hang what is for now; what is not on show is left as it was."""
        if desk.blank or not (self.is_ready or shown.stage == "welcome"):
            self._hang(Content(""))
        elif desk.face == "regie" and self.is_ready:
            self.regie.shown = shown
            self.current = "regie"
        elif shown.stage == "welcome":
            self._hang(poster.welcome(session))
        elif shown.stage == "closing":
            self._hang(self.closing())
        elif desk.large == "rules":
            self._hang(poster.rules(shown))
        elif desk.large == "questions":
            self._hang(poster.questions(shown))
        elif blocks.is_break(shown):
            self._break.shown = shown
            self.current = "break"
        else:
            self.flap.shown, self.flap.selected = shown, desk.selected
            self.current = "flap"

    @property
    def has_more(self) -> bool:
        """Whether one can go up and down in what is shown: its lines, or more than fits."""
        if self.current == "regie":
            return self.regie.has_more
        if self.current == "poster":
            return self._poster.max_scroll_y > 0
        return self.current == "flap" and bool(self.flap.chart.order())

    def walk(self, by: int) -> tuple[int, ...]:
        """Go on in what is longer than the screen, or say which lines there are."""
        if self.current == "regie":
            self.regie.walk(by)
            return ()
        if self.current == "poster":
            self._poster.scroll_relative(y=by * (self._poster.size.height - 2), animate=False)
            return ()
        return self.flap.chart.order()

    def retranslate(self) -> None:
        """Say everything once more, in the language chosen since."""
        self.flap.retranslate()
        self._break.refresh()
        self.regie.retranslate()

    def _hang(self, words: Content) -> None:
        self._poster.say(words)
        self.current = "poster"
