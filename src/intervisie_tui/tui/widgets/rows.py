"""A list to walk: calm, without a box around it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from intervisie_tui.locale import N_
from intervisie_tui.tui.widgets.reading import Prose


class Rows(OptionList):
    """Rows of words; those without an id cannot be chosen."""

    DEFAULT_CSS = """
    Rows, Rows:focus {
        width: 1fr;
        border: none;
        padding: 0;
        background: transparent;
        background-tint: transparent;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-disabled { color: $text-muted; }
        & > .option-list--option-highlighted {
            color: $foreground; background: $panel; text-style: none;
        }
    }
    Rows:focus > .option-list--option-highlighted {
        background: $primary-muted;
        text-style: bold;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", N_("Choose"))]

    def put(self, rows: Iterable[tuple[str | None, Content | Prose]]) -> None:
        """Show other rows (an id and words); what was chosen stays so, or what comes after it."""
        chosen, place = self.chosen, self.highlighted
        self.set_options([Option(words, id=key, disabled=key is None) for key, words in rows])
        if chosen is None or not self.choose(chosen):
            self.action_first()
            for _ in range(min(place or 0, self.option_count - 1) if chosen else 0):
                self.action_cursor_down()

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's own
        """See `OptionList`; with the first row, what stands above it comes into sight."""
        super().scroll_to_highlight(top)
        above = self.options[: self.highlighted or 0]
        if above and all(option.disabled for option in above):
            self.scroll_home(animate=False, immediate=True)

    @property
    def chosen(self) -> str | None:
        """The id of the row that is highlighted; `None`: there is none."""
        return None if self.highlighted_option is None else self.highlighted_option.id

    def choose(self, row: str) -> bool:
        """Highlight the row with that id; whether there is one."""
        keys = [option.id for option in self.options]
        if row not in keys:
            return False
        self.highlighted = keys.index(row)
        return True
