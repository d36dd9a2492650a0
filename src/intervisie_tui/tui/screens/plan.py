"""The way through the session: go to a moment, or go there and come back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from intervisie_tui.domain.view import View
from intervisie_tui.locale import N_, _
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets import blocks, wording
from intervisie_tui.tui.widgets.regie import STATE
from intervisie_tui.tui.widgets.rows import Rows

BETWEEN: Final = "+"
"""Before what is no stop of the plan, and may become one."""

PART: Final = " "
"""Before the id of such a part, where else stands that of a stop."""

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
    """All moments by name, under the block they are in.

    No times and no delay: the group may be looking. Whose cases are still to come is said
    to who asks from regie.
    """

    CSS_PATH = "dialog.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "choose('detour')", N_("Go there and come back"), id="plan.detour"),
        Binding("s", "choose('leave_out')", N_("Leave out, or not"), id="plan.leave_out"),
        Binding("escape,g", "dismiss", N_("Stay here"), id="plan.stay"),
    ]

    _list = query_one(Rows)

    def __init__(self, shown: View, *, private: bool) -> None:
        """*private*: nobody but the facilitator looks, as far as can be known."""
        super().__init__()
        self._shown = shown
        self._private = private

    def compose(self) -> ComposeResult:
        with VerticalGroup(id="sheet"):
            yield Static(_("Where to?"), id="question")
            yield Rows()
            yield Static(
                _("Enter: go there · d: go and come back · s: leave out · Esc: stay"), id="hint"
            )

    def on_mount(self) -> None:
        self._list.put(self._rows())
        here = next((row for row in self._shown.plan if row.state == "now"), self._shown.plan[0])
        self._list.choose(str(here.stop))

    def _rows(self) -> Iterator[tuple[str | None, Content]]:
        shown, block = self._shown, None
        over = {each.block: each for each in shown.agenda} if blocks.has_several(shown) else {}
        for row in shown.plan:
            if row.block != block and row.block in over:
                seats = shown.seats if self._private else ()
                yield None, Content.styled(blocks.title(over[row.block], seats), "bold")
            block = row.block
            title = wording.row_title(row, shown.seats)
            yield str(row.stop), Content(f"{STATE[row.state]} {title}")
        between = _("in between")
        for way in shown.ways.detours:
            yield f"{PART}{way.part}", Content(f"{BETWEEN} {way.title} · {between}")

    def on_resize(self, event: events.Resize) -> None:
        self._list.styles.max_height = event.size.height - AROUND
        self.call_after_refresh(self._list.scroll_to_highlight)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_choose("go")

    def action_choose(self, how: How) -> None:
        chosen = self._list.chosen
        if chosen is None:
            return
        if not chosen.startswith(PART):
            self.dismiss(Going(int(chosen), how))
        elif how != "leave_out":
            self.dismiss(Going(0, "detour", chosen.removeprefix(PART)))
