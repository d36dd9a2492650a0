"""The way through the session: go to a moment, or go there and come back."""

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from intervisie_tui.domain.view import Row
from intervisie_tui.locale import N_, _
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets import wording
from intervisie_tui.tui.widgets.regie import STATE
from intervisie_tui.tui.widgets.rows import Rows

How = Literal["go", "detour", "leave_out"]

AROUND: Final = 8
"""Rows for the question above the list and the keys under it."""


@dataclass(frozen=True)
class Going:
    """Which stop, and what to do with it."""

    stop: int
    how: How


class Plan(Dialog[Going | None]):
    """All moments by name. No times and no delay: the group may be looking."""

    CSS_PATH = "dialog.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "choose('detour')", N_("Go there and come back"), id="plan.detour"),
        Binding("s", "choose('leave_out')", N_("Leave out, or not"), id="plan.leave_out"),
        Binding("escape,g", "dismiss", N_("Stay here"), id="plan.stay"),
    ]

    _list = query_one(Rows)

    def __init__(self, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        with VerticalGroup(id="sheet"):
            yield Static(_("Where to?"), id="question")
            yield Rows()
            yield Static(
                _("Enter: go there · d: go and come back · s: leave out · Esc: stay"), id="hint"
            )

    def on_mount(self) -> None:
        self._list.put(
            [
                (str(row.stop), Content(f"{STATE[row.state]} {wording.row_title(row)}"))
                for row in self._rows
            ]
        )
        states = [row.state for row in self._rows]
        self._list.highlighted = states.index("now") if "now" in states else 0

    def on_resize(self, event: events.Resize) -> None:
        self._list.styles.max_height = event.size.height - AROUND
        self.call_after_refresh(self._list.scroll_to_highlight)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_choose("go")

    def action_choose(self, how: How) -> None:
        if self._list.highlighted is not None:
            self.dismiss(Going(self._rows[self._list.highlighted].stop, how))
