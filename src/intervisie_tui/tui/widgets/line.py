"""A field for one line of words."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import N_


class Line(Input):
    """What is pasted comes in whole, on one line and without what a terminal would obey."""

    DEFAULT_CSS = """
    Line, Line:focus {
        border: none;
        height: 1;
        padding: 0 1;
        background: $panel;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("OK"))]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        max_length: int = 0,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """*max_length* is in characters; 0: as long as one likes."""
        super().__init__(value, placeholder, max_length=max_length, id=id, select_on_focus=False)
        self.cursor_blink = False

    @property
    def words(self) -> str:
        """What is in it, as it can be kept."""
        return one_line(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        # Textual keeps only the first line of a paste; what it finds here is one.
        event.text = one_line(event.text)
