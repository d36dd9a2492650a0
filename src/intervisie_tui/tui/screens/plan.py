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

from intervisie_tui.domain.plan import Row
from intervisie_tui.domain.view import Seat
from intervisie_tui.domain.ways import Way
from intervisie_tui.locale import N_, _
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets import wording
from intervisie_tui.tui.widgets.regie import STATE
from intervisie_tui.tui.widgets.rows import Rows

BETWEEN: Final = "+"
"""Before what is no stop of the plan, and may become one."""

How = Literal["go", "detour", "leave_out"]

AROUND: Final = 8
"""Rows for the question above the list and the keys under it."""


@dataclass(frozen=True)
class Going:
    """Where, and how."""

    stop: int
    """0 where it is a `part`."""

    how: How
    part: str = ""
    """The id of a step or module that is offered here; empty: a stop."""


class Plan(Dialog[Going | None]):
    """All moments by name. No times and no delay: the group may be looking."""

    CSS_PATH = "dialog.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "choose('detour')", N_("Go there and come back"), id="plan.detour"),
        Binding("s", "choose('leave_out')", N_("Leave out, or not"), id="plan.leave_out"),
        Binding("escape,g", "dismiss", N_("Stay here"), id="plan.stay"),
    ]

    _list = query_one(Rows)

    def __init__(
        self, rows: tuple[Row, ...], detours: tuple[Way, ...], seats: tuple[Seat, ...]
    ) -> None:
        """*detours* is what may be done in between; *seats* say whom a pass is for."""
        super().__init__()
        self._rows = rows
        self._detours = detours
        self._seats = seats

    def compose(self) -> ComposeResult:
        with VerticalGroup(id="sheet"):
            yield Static(_("Where to?"), id="question")
            yield Rows()
            yield Static(
                _("Enter: go there · d: go and come back · s: leave out · Esc: stay"), id="hint"
            )

    def on_mount(self) -> None:
        rows = [
            (str(row.stop), Content(f"{STATE[row.state]} {wording.row_title(row, self._seats)}"))
            for row in self._rows
        ]
        between = _("in between")
        rows += [(f" {w.part}", Content(f"{BETWEEN} {w.title} · {between}")) for w in self._detours]
        self._list.put(rows)
        states = [row.state for row in self._rows]
        self._list.highlighted = states.index("now") if "now" in states else 0

    def on_resize(self, event: events.Resize) -> None:
        self._list.styles.max_height = event.size.height - AROUND
        self.call_after_refresh(self._list.scroll_to_highlight)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_choose("go")

    def action_choose(self, how: How) -> None:
        at = self._list.highlighted
        if at is None:
            return
        if at < len(self._rows):
            self.dismiss(Going(self._rows[at].stop, how))
        elif how != "leave_out":
            self.dismiss(Going(0, "detour", self._detours[at - len(self._rows)].part))
