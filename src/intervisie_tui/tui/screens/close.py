"""The close: what stays of what was said. Nothing is chosen beforehand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from intervisie_tui.domain import wall
from intervisie_tui.domain.closing import Choice, cases
from intervisie_tui.domain.hours import day_in
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry
from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.store.export.phrases import day
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.confirm import Confirm
from intervisie_tui.tui.widgets.key_line import KeyLine

LOW: Final = 20
"""Rows below which a screen is low."""

AROUND: Final = 11
"""Rows for what stands around the choices; on a low screen there are none between."""

AROUND_LOW: Final = 7

TERMS = (30, 90, 365)
"""Days that a record can be kept with one key; another date can be typed."""


@dataclass(frozen=True)
class Decision:
    """What the group decided."""

    session: Session
    """With what each owner said about their actions."""

    choice: Choice | None
    """`None`: nothing yet; they went back to the closing sheet."""

    until: date | None
    """The last day, where all is kept."""


class CloseScreen(Room[Decision]):
    """Asked together, on the shared screen."""

    DEFAULT_CSS = """
    CloseScreen {
        background: $paper;
        align: center middle;
        & > VerticalGroup { width: 72; max-width: 100%; padding: 1 2; color: $ink; }
        & #ask { text-style: bold; margin-bottom: 1; }
        & OptionList, & OptionList:focus {
            height: auto; border: none; padding: 0; background: $paper; color: $ink;
            scrollbar-gutter: stable;
            background-tint: transparent;
            & > .option-list--option-highlighted { background: $selection; color: $ink; }
        }
        & #honest { margin-top: 1; color: $ink-quiet; }
        &.-low > VerticalGroup { padding: 0 2; }
        &.-low #ask, &.-low #honest { margin: 0; }
    }
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "choose('nothing')", N_("Keep nothing"), id="close.nothing", show=False),
        Binding("2", "choose('hand-over')", N_("Hand over"), id="close.hand_over", show=False),
        *(
            Binding(
                str(number),
                f"keep({days})",
                N_("Keep all"),
                id=f"close.keep_{days}",
                show=False,
            )
            for number, days in enumerate(TERMS, 3)
        ),
        Binding("6", "other_date", N_("Another date"), id="close.date", show=False),
        Binding("escape", "back", N_("Back to the closing sheet"), id="close.back"),
    ]

    _choices = query_one("#choices", OptionList)

    def __init__(self, session: Session, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._session = session
        self._clock = clock
        self._several = len([*cases(session)]) > 1

    def compose(self) -> ComposeResult:
        with VerticalGroup():
            yield Static(_("What do we keep of what was said?"), id="ask")
            yield OptionList(*self._options(), id="choices", markup=False)
            yield Static(
                _(
                    "What is erased is gone from this machine's folder of sessions. A backup or a"
                    " synchronised folder may still hold an older copy: this program cannot reach"
                    " those."
                ),
                id="honest",
            )
        yield KeyLine()

    def on_mount(self) -> None:
        self._choices.highlighted = None
        self._choices.focus()

    def on_resize(self, event: events.Resize) -> None:
        around = AROUND_LOW if event.size.height < LOW else AROUND
        self._choices.styles.max_height = event.size.height - around
        self.call_after_refresh(self._choices.scroll_to_highlight)

    def _today(self) -> date:
        return self._clock().astimezone().date()

    def _options(self) -> list[Option | None]:
        options: list[Option | None] = []
        for line in self._actions():
            sign = "✓" if line.agreed else "○"
            asked = _("may this intention stay? Enter changes it")
            options.append(Option(Content(f"{sign} {line.text} · {asked}"), id=f"action {line.id}"))
        if options:
            options.append(None)
        options += [
            Option(_("1  Nothing: the record is erased"), id="nothing"),
            Option(self._hand_over(), id="hand-over"),
        ]
        for number, days in enumerate(TERMS, 3):
            until = self._today() + timedelta(days=days)
            words = ngettext(
                "{number}  All, for {days} day: until {date}",
                "{number}  All, for {days} days: until {date}",
                days,
            ).format(number=number, days=days, date=day(until))
            options.append(Option(words, id=f"keep {days}"))
        options.append(Option(_("6  All, until another date"), id="date"))
        return options

    def _hand_over(self) -> str:
        if self._session.has_case and self._several:
            return _("2  Hand each case giver their own sheets; keep date, method and times")
        if self._session.has_case:
            return _("2  Hand the sheets to the case giver; keep date, method and times")
        return _("2  Hand the sheets to the group; keep date, method and times")

    def _written(self) -> str:
        if not self._session.has_case:
            return _("Write one file for the group and erase the rest?")
        if self._several:
            return _("Write a file for each case and erase the rest?")
        return _("Write one file for the case giver and erase the rest?")

    def _actions(self) -> list[Entry]:
        return [
            line
            for sheet, line in self._session.entries()
            if self._session.chart_of(sheet).kind == "actions"
        ]

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        match (event.option_id or "").split():
            case ["action", number]:
                self._session = wall.agree(self._session, int(number))
                self._choices.clear_options().add_options(self._options())
                self._choices.highlighted = event.option_index
            case ["keep", days]:
                self.action_keep(int(days))
            case ["date"]:
                self.action_other_date()
            case ["nothing" | "hand-over" as choice]:
                self.action_choose(choice)

    @work
    async def action_choose(self, choice: Choice) -> None:
        question = {
            "nothing": _("Erase everything that was said, now?"),
            "hand-over": self._written(),
        }[choice]
        unsaid = sum(not line.agreed for line in self._actions())
        if choice == "hand-over" and unsaid:
            more = ngettext(
                "{number} intention was not said to stay: it is erased too.",
                "{number} intentions were not said to stay: they are erased too.",
                unsaid,
            )
            question = f"{question} {more.format(number=unsaid)}"
        if await self.app.push_screen_wait(Confirm(question)):
            self.dismiss(Decision(self._session, choice, None))

    def action_back(self) -> None:
        self.dismiss(Decision(self._session, None, None))

    def action_keep(self, days: int) -> None:
        until = self._today() + timedelta(days=days)
        self.dismiss(Decision(self._session, "all", until))

    @work
    async def action_other_date(self) -> None:
        said = await self.app.push_screen_wait(
            Ask(_("Until which date?"), hint=_("31-3-2027, for example"))
        )
        if said is None:
            return
        try:
            until = day_in(said)
        except ValueError:
            until = None
        if until is None or until < self._today():
            self.notify(_("That date is not in the future. Write it as 31-3-2027."), markup=False)
        else:
            self.dismiss(Decision(self._session, "all", until))
