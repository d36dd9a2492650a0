"""The close: what stays of what was said. Nothing is chosen beforehand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from intervisie_tui.domain import wall
from intervisie_tui.domain.closing import cases
from intervisie_tui.domain.decided import Choice
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry
from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.store.export.phrases import day, person_name
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.confirm import Confirm
from intervisie_tui.tui.screens.each_case import NEXT, SAID, Apart, decidable
from intervisie_tui.tui.screens.term import TERMS, Term, date_asked
from intervisie_tui.tui.widgets.key_line import KeyLine

LOW: Final = 20
"""Rows below which a screen is low."""

AROUND: Final = 11
"""Rows for what stands around the choices; on a low screen there are none between."""

AROUND_LOW: Final = 7

AROUND_MANY: Final = 7
"""The same where there are many choices: there is less air then."""


@dataclass(frozen=True)
class Decision:
    """What the group decided."""

    session: Session
    """With what each owner said about their actions."""

    choice: Choice | None
    """`None`: nothing yet; they went back to the closing sheet."""

    until: date | None
    """The last day, where something is kept."""

    apart: Apart = field(default_factory=dict)
    """What was decided otherwise about a case."""


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
        &.-low > VerticalGroup, &.-many > VerticalGroup { padding: 0 2; }
        &.-low #ask, &.-low #honest, &.-many #ask { margin: 0; }
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
        there = decidable(session)
        self._each = there if len(there) > 1 else {}
        """What is decided about apart from the rest, where there is more than one such thing."""

        self._apart: dict[int, Choice] = {}
        self.set_class(bool(self._each), "-many")

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
        around = AROUND_MANY if self._each else AROUND
        around = AROUND_LOW if event.size.height < LOW else around
        self._choices.styles.max_height = event.size.height - around
        self.call_after_refresh(self._choices.scroll_to_highlight)

    def _today(self) -> date:
        return self._clock().astimezone().date()

    def _options(self) -> list[Option | None]:
        options: list[Option | None] = [*self._intentions()]
        if options:
            options.append(None)
        if self._each:
            options += [*self._of_each(), None]
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

    def _intentions(self) -> Iterator[Option]:
        """What each owner may say of what they intend; in a group whether to be asked, too."""
        for line in self._actions():
            sign = "✓" if line.agreed else "○"
            whose = person_name(self._session, line.owner) if self._each else ""
            text = f"{whose}: {line.text}" if whose else line.text
            asked = _("may this intention stay? Enter changes it")
            if self._each:
                asked = _("stays") if line.agreed else _("may it stay?")
            if self._session.group_id and line.agreed:
                asked = _("stays, and we ask about it") if line.ask else _("stays")
            yield Option(Content(f"{sign} {text} · {asked}"), id=f"action {line.id}")

    def _of_each(self) -> Iterator[Option]:
        """What each case giver says of their own case."""
        hint = _("Otherwise for your own case? Enter on its row changes it.")
        yield Option(Content.styled(hint, "$ink-quiet"), disabled=True)
        wide = max(map(cell_len, self._each.values()))
        for at, name in self._each.items():
            air = " " * (wide - cell_len(name))
            said = _(SAID[self._apart.get(at)])
            sign = "●" if at in self._apart else "○"
            yield Option(Content(f"{sign} {name}{air}  {said}"), id=f"case {at}")

    def _hand_over(self) -> str:
        if self._session.has_case and self._several:
            said = _("2  Hand each case giver their own sheets; keep date, method and times")
        elif self._session.has_case:
            said = _("2  Hand the sheets to the case giver; keep date, method and times")
        else:
            said = _("2  Hand the sheets to the group; keep date, method and times")
        # What is known of a group is known from its meetings.
        return _("{said}, and who was there").format(said=said) if self._session.group_id else said

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
                self._session = wall.next_agreement(self._session, int(number))
                self._say_again(event.option_index)
            case ["case", at]:
                self._other(int(at))
                self._say_again(event.option_index)
            case ["keep", days]:
                self.action_keep(int(days))
            case ["date"]:
                self.action_other_date()
            case ["nothing" | "hand-over" as choice]:
                self.action_choose(choice)

    def _other(self, at: int) -> None:
        """The next thing that may be decided about a case."""
        choice = NEXT[self._apart.pop(at, None)]
        if choice is not None:
            self._apart[at] = choice

    def _say_again(self, row: int) -> None:
        self._choices.clear_options().add_options(self._options())
        self._choices.highlighted = row

    @work
    async def action_choose(self, choice: Choice) -> None:
        until = None
        if "all" in self._apart.values():
            until = await self.app.push_screen_wait(Term(self._today()))
            if until is None:
                return
        await self._decide(choice, until)

    def action_back(self) -> None:
        self.dismiss(Decision(self._session, None, None))

    @work
    async def action_keep(self, days: int) -> None:
        await self._decide("all", self._today() + timedelta(days=days))

    @work
    async def action_other_date(self) -> None:
        until = await date_asked(self, self._today())
        if until is not None:
            await self._decide("all", until)

    async def _decide(self, choice: Choice, until: date | None) -> None:
        """Do it; what erases is asked once more."""
        apart = {at: each for at, each in self._apart.items() if each != choice}
        erases = choice != "all" or apart
        if not erases or await self.app.push_screen_wait(Confirm(self._asked(choice, apart))):
            self.dismiss(Decision(self._session, choice, until, apart))

    def _asked(self, choice: Choice, apart: Apart) -> str:
        question = {
            "nothing": _("Erase everything that was said, now?"),
            "hand-over": self._written(),
            "all": _("Keep all of it?"),
        }[choice]
        unsaid = sum(not line.agreed for line in self._actions())
        if choice == "hand-over" and unsaid:
            more = ngettext(
                "{number} intention was not said to stay: it is erased too.",
                "{number} intentions were not said to stay: they are erased too.",
                unsaid,
            )
            question = f"{question} {more.format(number=unsaid)}"
        if not apart:
            return question
        otherwise = [f"{self._each[at]}: {_(SAID[each])}" for at, each in apart.items()]
        return "\n".join([question, _("But otherwise:"), *otherwise])
