"""Until when something is kept."""

from datetime import date, timedelta
from typing import Any, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import OptionList, Static

from intervisie_tui.domain.hours import day_in
from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.store.export.phrases import day
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.base import Dialog
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.rows import Rows

TERMS: Final = (30, 90, 365)
"""Days that a record can be kept with one key; another date can be typed."""


class Term(Dialog[date | None]):
    """Asked where somebody keeps their case, and the rest is not kept."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = "Rows"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", N_("Put away"), id="term.away"),
        *(
            Binding(str(number), f"choose({number})", show=False)
            for number in range(1, len(TERMS) + 2)
        ),
    ]

    _list = query_one(Rows)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        with VerticalGroup(id="sheet"):
            yield Static(_("Until when do we keep what is kept?"), id="question")
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        rows = [
            ngettext("for {days} day: until {date}", "for {days} days: until {date}", days).format(
                days=days, date=day(self._today + timedelta(days=days))
            )
            for days in TERMS
        ]
        rows.append(_("until another date"))
        self._list.put((str(n), Content(f"{n}  {words}")) for n, words in enumerate(rows, 1))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(int(event.option_id or 0))

    @work
    async def action_choose(self, number: int) -> None:
        """That term, or a date that is typed."""
        if number <= len(TERMS):
            self.dismiss(self._today + timedelta(days=TERMS[number - 1]))
        elif (until := await date_asked(self, self._today)) is not None:
            self.dismiss(until)


async def date_asked(screen: Screen[Any], today: date) -> date | None:
    """A day to come, as it is typed; `None`: none was. Needs a worker of *screen* to run in."""
    said = await screen.app.push_screen_wait(
        Ask(_("Until which date?"), hint=_("31-3-2027, for example"))
    )
    if said is None:
        return None
    try:
        until = day_in(said)
    except ValueError:
        until = None
    if until is None or until < today:
        screen.notify(_("That date is not in the future. Write it as 31-3-2027."), markup=False)
        return None
    return until
