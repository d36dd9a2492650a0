"""Home: what can be gone on with, and what can be begun.

The group may see this screen too, so it says when, which method and which group, and
never who takes part or what was said.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from intervisie_tui.locale import N_, _, language
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens import home_rows
from intervisie_tui.tui.screens.base import Room, speak
from intervisie_tui.tui.screens.menu import bindings
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.reading import Paragraph
from intervisie_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from intervisie_tui.domain.group import Group
    from intervisie_tui.domain.session import Session

    # What reads files is imported after the first paint, where it is needed.
    from intervisie_tui.tui.screens.group import GroupScreen
    from intervisie_tui.tui.screens.shelf import Shelf
    from intervisie_tui.tui.screens.waiting import Waiting


class HomeScreen(Room[None]):
    """One list: sessions that wait, then what can be begun."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "Rows"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(home_rows.MENU, "home"),
        Binding(
            "d",
            "expired",
            N_("Delete"),
            id="home.expired",
            tooltip=N_("Delete what is past its date, after a question"),
            show=False,
        ),
        Binding(
            "n",
            "notices",
            N_("Notices"),
            id="home.notices",
            tooltip=N_("Read every notice in full"),
        ),
        *(
            Binding(f"{number}", f"row({number})", N_("That row"), show=False)
            for number in range(1, home_rows.KEYS + 1)
        ),
    ]

    _rows = query_one(Rows)
    _hint = query_one("#hint", Static)
    _notices = query_one("#notices", Static)

    @dataclass
    class Begin(Message):
        """A session was prepared: hang its welcome sheet."""

        session: "Session"

    @dataclass
    class Resume(Message):
        """Go on with a record."""

        path: Path
        only_close: bool = False
        """Whether it is so long ago that it can only be closed."""

    def __init__(self, home: Home, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._records: Waiting | None = None
        """`None`: they are being read."""

        self._shelf: Shelf | None = None
        """`None`: the method files are being read."""

    def compose(self) -> ComposeResult:
        yield Static(Content("Intervisie"), id="title")
        yield Rows()
        yield Static(id="notices")
        yield Static(id="hint")
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()

    def on_screen_resume(self) -> None:
        # First what is known is painted; then we look.
        self.call_after_refresh(self.look)

    def on_resize(self) -> None:
        # What fits is known after the layout.
        self.call_after_refresh(self._say_notices)

    def look(self) -> None:
        """Read anew what there is: sessions may be gone on with, files mended."""
        if self.is_current:
            self._look_at_records()
            self._look_at_methods()

    @work(exclusive=True, group="records")
    async def _look_at_records(self) -> None:
        before = self._records
        self._records = await asyncio.to_thread(_waiting, self._home, self._clock())
        if not self.is_attached:
            return  # the program was left meanwhile
        self.retranslate()
        if before is None and self._rows.chosen == "prepare":
            # Nobody moved yet: what waits comes first.
            self._rows.action_first()
        self.refresh_bindings()

    @work(exclusive=True, group="methods")
    async def _look_at_methods(self) -> None:
        glance = await asyncio.to_thread(_glance, self._home)
        self._shelf = self._shelf or glance
        self._shelf = await asyncio.to_thread(_look_through, glance)
        self._say_notices()

    # What is shown

    def retranslate(self) -> None:
        self._rows.put(home_rows.rows(self._records))
        self._say_notices()
        self._say_hint()

    def _say_notices(self) -> None:
        if not self.query("#notices"):
            return  # what was looked for in a thread came too late
        said = self._told()
        fit = 1 if self.has_class("-low") else 3
        lines = [Content(f"! {notice}") for notice in said[:fit]]
        if len(said) > fit:
            more = _("{number} more: n shows them all").format(number=len(said) - fit)
            lines.append(Content(f"! {more}"))
        self._notices.update(Content("\n").join(lines))
        self._notices.display = bool(said)
        self.refresh_bindings()

    def _told(self) -> tuple[str, ...]:
        return home_rows.notices(self._home.problems, self._shelf, self._records)

    @on(Rows.OptionHighlighted)
    def _say_hint(self) -> None:
        self._hint.update(Content(home_rows.hint(self._rows.chosen, self._records)))

    # What is chosen

    @on(Rows.OptionSelected)
    async def _open(self, event: Rows.OptionSelected) -> None:
        row = event.option_id or ""
        if waiting := home_rows.session_of(row, self._records):
            self.post_message(self.Resume(waiting.head.path, waiting.only_close))
        else:
            await self.run_action(row)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no deletion where there is nothing to delete, and no notices but real ones."""
        if action == "notices":
            return bool(self._told())
        return action != "expired" or bool(self._records and self._records.past)

    def action_row(self, number: int) -> None:
        """Choose the row with that number."""
        rows = [option for option in self._rows.options if option.id is not None]
        if self._records is not None and number <= len(rows):
            self._rows.choose(rows[number - 1].id or "")
            self._rows.action_select()

    def action_language(self) -> None:
        """Go on in the other language."""
        speak(self.app, "en" if language() == "nl" else "nl")
        self.look()

    def action_prepare(self, method: Path | None = None, group: "Group | None" = None) -> None:
        """Prepare a session, with a method and for a group that were chosen already or not."""
        from intervisie_tui.tui.screens.prepare import PrepareScreen

        shelf = self._shelf or _glance(self._home)
        screen = PrepareScreen(self._home, shelf, self._clock, method, group)
        self.app.push_screen(screen, self._prepared)

    def _prepared(self, session: "Session | None") -> None:
        if session is not None:
            self.post_message(self.Begin(session))

    def action_advise(self) -> None:
        """Look for a method that fits; it may be prepared from there."""
        from intervisie_tui.tui.screens.advice import AdviceScreen

        shelf = self._shelf or _glance(self._home)
        self.app.push_screen(AdviceScreen(shelf, self._home), self._chosen)

    def action_methods(self) -> None:
        """Read the methods; one of them may be prepared from there."""
        from intervisie_tui.tui.screens.methods import MethodsScreen

        shelf = self._shelf or _glance(self._home)
        self.app.push_screen(MethodsScreen(self._home, shelf), self._chosen)

    def _chosen(self, method: Path | None) -> None:
        if method is not None:
            self.action_prepare(method)

    def action_groups(self) -> None:
        """See the groups; a meeting of one may be planned from there."""
        from intervisie_tui.tui.screens.groups import GroupsScreen

        shelf = self._shelf or _glance(self._home)
        self.app.push_screen(GroupsScreen(self._home, shelf, self._clock), self._planned)

    def _planned(self, plan: "GroupScreen.Plan | None") -> None:
        if plan is not None:
            self.action_prepare(group=plan.group)

    def action_records(self) -> None:
        """Read or delete what was kept."""
        from intervisie_tui.tui.screens.records import RecordsScreen

        self.app.push_screen(RecordsScreen(self._home, self._clock))

    def action_notices(self) -> None:
        """Read every notice in full."""
        from intervisie_tui.tui.screens.page import Page

        self.app.push_screen(
            Page(lambda: [Paragraph(Content(notice), "!") for notice in self._told()])
        )

    @work
    async def action_expired(self) -> None:
        """Delete what is past its date, if that is what is wanted."""
        from intervisie_tui.tui.screens.deleting import delete_after_asking

        if self._records is not None:
            past = self._records.expired, self._records.certificates
            await delete_after_asking(self, self._home, *past)
            self.look()


# Each runs in a thread, and imports there what it needs.


def _waiting(home: Home, now: datetime) -> "Waiting":
    from intervisie_tui.tui.screens.waiting import waiting

    return waiting(home, now)


def _glance(home: Home) -> "Shelf":
    from intervisie_tui.tui.screens.shelf import shelf_of

    return shelf_of(home)


def _look_through(shelf: "Shelf") -> "Shelf":
    from intervisie_tui.tui.screens.shelf import looked_through

    return looked_through(shelf)
