"""The groups that meet again: to plan with, to open, and to make.

The room may see this screen, so it says what a group is called and not who is in it.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.css.query import NoMatches
from textual.getters import query_one
from textual.widgets import Static

from intervisie_tui.domain.group import Group
from intervisie_tui.domain.names import names_in
from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.store.groups import GroupFile, groups, new_group, usual_method
from intervisie_tui.store.home import Home
from intervisie_tui.store.problems import Problem, reason
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.group import GroupScreen
from intervisie_tui.tui.screens.menu import MenuRows
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.screens.shelf import Shelf
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.method_page import QUIET
from intervisie_tui.tui.widgets.reading import BLANK, Paragraph, Prose
from intervisie_tui.tui.widgets.rows import Rows
from intervisie_tui.tui.widgets.trouble import trouble


class GroupsScreen(Room[GroupScreen.Plan | None]):
    """A list; answers with the plan of a meeting, or with nothing."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "Rows"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "p",
            "plan",
            N_("Plan a meeting"),
            id="groups.plan",
            tooltip=N_("Prepare a session for this group; who is in it is filled in"),
        ),
        Binding(
            "n", "new", N_("New"), id="groups.new", tooltip=N_("A group with a name and members")
        ),
        Binding(
            "z",
            "archived",
            N_("Archived"),
            id="groups.archived",
            tooltip=N_("Show those that were archived too, or no more"),
        ),
        Binding("escape", "dismiss(None)", N_("Back"), id="groups.away", tooltip=N_("Back home")),
    ]

    _rows = query_one(Rows)

    def __init__(self, home: Home, shelf: Shelf, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._home = home
        self._shelf = shelf
        self._clock = clock
        self._files: dict[str, GroupFile] | None = None
        """By id; `None`: they are being read."""

        self._all = False
        """Whether those that were archived are listed too."""

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield MenuRows()
        yield Static(id="hint")
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()

    def on_screen_resume(self) -> None:
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        found = await asyncio.to_thread(groups, self._home)
        if not self.is_current:
            return  # it is looked at again when it is
        self._files = {file.id: file for file in found}
        with suppress(NoMatches):  # it was left while they were read
            self.retranslate()

    # What is shown

    def retranslate(self) -> None:
        self.query_one("#title", Static).update(Content(_("Groups")))
        self._rows.put(self._listed())
        self._say_hint()

    def _listed(self) -> Iterator[tuple[str | None, Content | Prose]]:
        """A row for each, and how many are left out."""
        files = [*(self._files or {}).values()]
        for file in files:
            if self._all or not _is_archived(file):
                yield file.id, self._row(file)
        if not self._all and (number := sum(map(_is_archived, files))):
            yield None, Content()
            said = ngettext(
                "{number} archived group: z shows it",
                "{number} archived groups: z shows them",
                number,
            )
            yield None, Content(said.format(number=number))

    def _row(self, file: GroupFile) -> Prose:
        group = file.group
        if group is None:
            broken = Content.styled(_("! cannot be read: Enter says why"), "$text-warning")
            return Prose([Paragraph(Content(file.path.stem)), Paragraph(broken, indent=3)])
        number = len(group.present)
        said = [ngettext("{number} member", "{number} members", number).format(number=number)]
        usual = usual_method(group, self._shelf.files)
        said.append(usual.head.title if usual is not None and usual.head is not None else "")
        said.append(_("archived") if group.archived else "")
        about = Content.styled(" · ".join(filter(None, said)), QUIET)
        name = Content.styled(group.name, QUIET if group.archived else "")
        return Prose([Paragraph(name), Paragraph(about, indent=3)])

    @property
    def _file(self) -> GroupFile | None:
        return (self._files or {}).get(self._rows.chosen or "")

    @property
    def _group(self) -> Group | None:
        return None if self._file is None else self._file.group

    @on(Rows.OptionHighlighted)
    def _say_hint(self) -> None:
        said = ""
        if self._file is not None and self._file.problems:
            said = trouble(self._file.problems[0])
        elif self._files is not None and not self._files:
            said = _("There are no groups yet: n makes one.")
        self.query_one("#hint", Static).update(Content(said))
        self.refresh_bindings()

    # What is done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a group that can be read meets; and where none was archived, none is shown."""
        if action == "plan":
            return self._group is not None
        if action == "archived":
            return any(map(_is_archived, (self._files or {}).values()))
        return True

    def action_archived(self) -> None:
        """Show those that were archived too, or no more."""
        self._all = not self._all
        self.retranslate()

    def action_plan(self) -> None:
        """Go and prepare a meeting of this group."""
        if self._group is not None:
            self.dismiss(GroupScreen.Plan(self._group))

    @work
    async def action_new(self) -> None:
        """Ask for a name and for who is in it, and make the group."""
        name = await self.app.push_screen_wait(Ask(_("What is the group called?")))
        if not name:
            return
        asked = _("Who is in it? Names or aliases, with commas between them.")
        later = _("Enter alone: you say that later.")
        members = await self.app.push_screen_wait(Ask(asked, hint=later))
        if members is None:
            return
        try:
            made = await asyncio.to_thread(new_group, self._home, name, names_in(members))
        except OSError as error:
            said = _("This could not be done: {reason}").format(reason=reason(error))
            self.notify(said, severity="error", markup=False, timeout=20)
        else:
            self._open(made)

    @on(Rows.OptionSelected)
    def _read(self) -> None:
        if self._group is not None:
            self._open(self._group)
        elif self._file is not None:
            problems = self._file.problems
            self.app.push_screen(Page(lambda: broken_page(problems)))

    def _open(self, group: Group) -> None:
        screen = GroupScreen(self._home, group, self._shelf, self._clock)
        self.app.push_screen(screen, self._planned)

    def _planned(self, plan: GroupScreen.Plan | None) -> None:
        if plan is not None:
            self.dismiss(plan)


def broken_page(problems: tuple[Problem, ...]) -> tuple[Paragraph, ...]:
    """Why a group cannot be read, and what to do about it."""
    return (
        Paragraph(Content.styled(_("This group cannot be read"), "bold underline")),
        BLANK,
        *(Paragraph(Content(trouble(problem)), "!") for problem in problems),
        BLANK,
        Paragraph(Content(_("The file stays as it is. Mend it in a text editor."))),
    )


def _is_archived(file: GroupFile) -> bool:
    return file.group is not None and file.group.archived
