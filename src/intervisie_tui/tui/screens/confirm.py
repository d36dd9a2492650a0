"""One question with two answers, before something that cannot be undone."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from intervisie_tui.locale import N_, _
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.rows import Rows


class Confirm(Dialog[bool]):
    """Asks; the cautious answer is the one that Enter gives first."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = "Rows"

    BINDINGS = [
        Binding(
            "y,j",
            "choose_yes",
            N_("Yes, then Enter"),
            id="confirm.yes",
            tooltip=N_("Then Enter does it"),
            key_display=N_("y"),
        ),
        Binding("n,escape", "dismiss(False)", N_("No"), id="confirm.no"),
    ]

    _answers = query_one(Rows)

    def __init__(self, question: str, *, yes: str = "", no: str = "") -> None:
        """Both answers are said in words; empty: plain yes and no."""
        super().__init__()
        self._question = question
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(Content(self._question), id="question")
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        answers = (
            ("no", _("n"), self._no or _("No")),
            ("yes", _("y"), self._yes or _("Yes")),
        )
        self._answers.put([(id_, Content(f"{key}  {words}")) for id_, key, words in answers])

    def action_choose_yes(self) -> None:
        """Put yes under Enter; a key pressed by accident does nothing yet."""
        self._answers.choose("yes")

    @on(OptionList.OptionSelected)
    def _answer(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id == "yes")
