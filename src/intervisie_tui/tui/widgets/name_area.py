"""A field for names, a few lines high."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import TextArea

from intervisie_tui.domain.names import names_in


class NameArea(TextArea):
    """One name on a line, or with commas between them; ↑ and ↓ go on beyond its ends."""

    DEFAULT_CSS = """
    NameArea, NameArea:focus {
        border: none;
        height: 3;
        padding: 0 1;
        background: $panel;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, soft_wrap=True, compact=True, highlight_cursor_line=False)
        self.cursor_blink = False

    @property
    def names(self) -> tuple[str, ...]:
        """Who is named in it."""
        return names_in(self.text)

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's own
        if self.cursor_at_first_line and not select:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's own
        if self.cursor_at_last_line and not select:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)
