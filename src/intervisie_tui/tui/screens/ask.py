"""One question that is answered with a line of text."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from intervisie_tui.locale import N_
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.line import Line


class Ask(Dialog[str | None]):
    """Asks for a line; it comes back clean, `None` if the question was put away."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = "Line"

    BINDINGS = [
        Binding("escape", "dismiss(None)", N_("Put away"), id="ask.away"),
    ]

    def __init__(
        self, question: str, value: str = "", hint: str = "", *, anew: bool = False
    ) -> None:
        """*value* is there to be changed, or (*anew*) typing takes its place.

        *hint* says what is expected.
        """
        super().__init__()
        self._question = question
        self._value = value
        self._hint = hint
        self._anew = anew

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(Content(self._question), id="question")
            line = Line(self._value)
            line.select_on_focus = self._anew
            yield line
            if self._hint:
                yield Static(Content(self._hint), id="hint")
        yield KeyLine()

    @on(Line.Submitted)
    def _answer(self) -> None:
        self.dismiss(self.query_one(Line).words)
