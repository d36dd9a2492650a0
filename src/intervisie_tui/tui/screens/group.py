"""One group: who is in it and what it usually does, and what can be done with it.

Every change is kept at once, in a thread, on top of what the file says by then.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial, reduce
from pathlib import Path
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from intervisie_tui.domain import group as verbs
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.names import names_in
from intervisie_tui.locale import LANGUAGES, N_, _, language
from intervisie_tui.store.groups import load_group, save_group, usual_method
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import MethodFile
from intervisie_tui.store.problems import Refused, reason
from intervisie_tui.tui.screens import group_rows
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.group_deleting import delete_group_after_asking
from intervisie_tui.tui.screens.group_papers import (
    write_letter,
    write_next_date,
    write_questionnaire,
)
from intervisie_tui.tui.screens.keys import Keys
from intervisie_tui.tui.screens.menu import MenuRows, bindings
from intervisie_tui.tui.screens.method_list import MethodList
from intervisie_tui.tui.screens.past import history_page, intentions_page
from intervisie_tui.tui.screens.shelf import Shelf
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.method_page import QUIET
from intervisie_tui.tui.widgets.rows import Rows
from intervisie_tui.tui.widgets.trouble import trouble

NONE: Final = Path()
"""In place of the file of a method: none of them."""

NEXT: Final = dict(zip((None, *LANGUAGES), (*LANGUAGES, None), strict=True))
"""After each language the next."""


class UsualMethod(MethodList):
    """The list of methods, of which none may be chosen too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "none", N_("None of them"), id="usual.none"),
    ]

    def action_none(self) -> None:
        """None is the usual one."""
        self.dismiss(NONE)


class GroupScreen(Room["GroupScreen.Plan | None"]):
    """A list to change things in; answers with the plan of a meeting, or with nothing."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "Rows"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(group_rows.MENU, "group"),
        Binding("escape", "away", N_("Back"), id="group.away", tooltip=N_("Back to the groups")),
        Binding("question_mark,f1", "keys", N_("Keys"), id="group.keys"),
    ]

    _rows = query_one(Rows)

    @dataclass
    class Plan(Message):
        """A meeting of this group is to be prepared."""

        group: Group

    def __init__(
        self, home: Home, group: Group, shelf: Shelf, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._home = home
        self._group = group
        self._shelf = shelf
        self._clock = clock
        self._keeping = asyncio.Lock()
        """Held by the one change that is on its way to the disk."""

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield MenuRows()
        yield Static(id="hint")
        yield KeyLine(
            "group.away", "group.language", "group.delete", "group.usual", "group.intentions"
        )

    def on_mount(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        """Show the group as it is now."""
        away = f" · {_('archived')}" if self._group.archived else ""
        title = Content.assemble(self._group.name, (away, QUIET))
        self.query_one("#title", Static).update(title)
        self._rows.put(group_rows.rows(self._group, self._usual))
        self._say_hint()

    @property
    def _usual(self) -> MethodFile | None:
        return usual_method(self._group, self._shelf.files)

    @on(Rows.OptionHighlighted)
    def _say_hint(self) -> None:
        said = group_rows.hint(self._rows.chosen, self._group, self._usual)
        self.query_one("#hint", Static).update(Content(said))
        self.refresh_bindings()

    @on(Rows.OptionSelected)
    async def _do_row(self) -> None:
        row = self._rows.chosen or ""
        await self.run_action("rename" if row.startswith("member ") else row)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a member leaves."""
        return action != "leave" or self._member is not None

    @property
    def _member(self) -> int | None:
        """The member whose row it is, by id; `None`: another row is chosen."""
        member = group_rows.member_of(self._rows.chosen, self._group)
        return None if member is None else member.id

    # Changing it

    async def _change(self, verb: Callable[[Group], Group]) -> None:
        """Do it to the group as it is kept by now; then show it. Needs a worker to run in."""
        async with self._keeping:
            change = partial(_changed, self._home, self._group.id, verb)
            try:
                self._group = await asyncio.to_thread(change)
            except (Refused, OSError) as error:
                self._tell(error)
        self.retranslate()

    @work
    async def action_rename(self) -> None:
        """Another name for the group, or for the member whose row it is."""
        if (member := group_rows.member_of(self._rows.chosen, self._group)) is None:
            said = await self._asked(_("What is the group called?"), self._group.name)
            if said:
                await self._change(partial(verbs.rename, name=said))
        elif said := await self._asked(
            _("What is {name} called from now on?").format(name=self._group.titled(member.id)),
            member.name,
        ):
            await self._change(partial(verbs.rename_member, member_id=member.id, name=said))

    @work
    async def action_join(self) -> None:
        """Somebody joins, or several do."""
        question = _("Who joins? Names or aliases, with commas between them.")
        if names := names_in(await self._asked(question) or ""):
            await self._change(lambda group: reduce(verbs.join, names, group))

    @work
    async def action_leave(self) -> None:
        """The member whose row it is left, or is back."""
        if (member := self._member) is not None:
            await self._change(partial(verbs.leave, member_id=member))

    @work
    async def action_usual(self) -> None:
        """Choose the usual method from the list."""
        files = self._shelf.usable(self._group.language or language())
        chosen = await self.app.push_screen_wait(UsualMethod(files, self._usual))
        if chosen is not None:
            name = next((file.id for file in files if file.path == chosen), None)
            await self._change(partial(verbs.use, method_id=name))

    @work
    async def action_language(self) -> None:
        """The next language."""
        await self._change(lambda group: verbs.speak(group, NEXT[group.language]))

    @work
    async def action_archive(self) -> None:
        """Out of the list, or back in it."""
        await self._change(verbs.archive)

    async def _asked(self, question: str, value: str = "") -> str | None:
        return await self.app.push_screen_wait(Ask(question, value))

    # Its meetings

    def action_history(self) -> None:
        """What the group did."""
        self.app.push_screen(history_page(self._home, self._group, self._clock()))

    def action_intentions(self) -> None:
        """What is asked after in its next meeting."""
        self.app.push_screen(intentions_page(self._home, self._group))

    @work
    async def action_letter(self) -> None:
        """The letter to who brings a case."""
        method = await asyncio.to_thread(self._method)
        await write_letter(self, self._home, self._group, method, self._clock())

    def _method(self) -> Method | None:
        """The usual method; `None`: there is none, or it cannot be read."""
        with suppress(Refused):
            return None if self._usual is None else self._shelf.method(self._usual)
        return None

    @work
    async def action_questionnaire(self) -> None:
        """The longer evaluation."""
        await write_questionnaire(self, self._home, self._group)

    @work
    async def action_dates(self) -> None:
        """When the group meets again."""
        await write_next_date(self, self._home, self._group, self._clock)

    # Leaving it

    @work
    async def action_delete(self) -> None:
        """Delete the group with all its records, if that is what is wanted."""
        async with self._keeping:
            try:
                gone = await delete_group_after_asking(self, self._home, self._group)
            except (Refused, OSError) as error:
                self._tell(error)
                return
        if gone:
            self.dismiss(None)

    @work
    async def action_plan(self) -> None:
        """Go and prepare a meeting, as soon as all changes are kept."""
        async with self._keeping:
            self.dismiss(self.Plan(self._group))

    @work
    async def action_away(self) -> None:
        """Back, as soon as all changes are kept."""
        async with self._keeping:
            self.dismiss(None)

    def action_keys(self) -> None:
        """All keys."""
        self.app.push_screen(Keys(self.active_bindings))

    def _tell(self, error: Refused | OSError) -> None:
        why = trouble(error.problems[0]) if isinstance(error, Refused) else reason(error)
        said = _("This could not be done: {reason}").format(reason=why)
        self.notify(said, severity="error", markup=False, timeout=20)


def _changed(home: Home, id_: str, verb: Callable[[Group], Group]) -> Group:
    """Change a group as it is kept, and keep it so. Raises Refused and OSError."""
    before = load_group(home, id_)
    after = verb(before)
    if after is not before:
        save_group(home, after)
    return after
