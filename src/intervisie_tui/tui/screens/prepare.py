"""Preparing a session: everything has an answer already, and only names need typing."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.getters import query_one
from textual.widgets import Button, Static
from textual.worker import Worker, WorkerCancelled

from intervisie_tui.domain.choosing import Wishes, advise
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _, language
from intervisie_tui.store.convening import Ready, made_ready
from intervisie_tui.store.groups import usual_method
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import MethodFile
from intervisie_tui.store.problems import Refused
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.checklist import ChecklistScreen
from intervisie_tui.tui.screens.method_list import MethodList
from intervisie_tui.tui.screens.prepare_form import Door, PrepareForm
from intervisie_tui.tui.screens.shelf import Shelf
from intervisie_tui.tui.widgets.choice import Choice
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.method_choice import MethodChoice
from intervisie_tui.tui.widgets.trouble import trouble


class PrepareScreen(Room[Session | None]):
    """Answers with the prepared session, or with nothing."""

    CSS_PATH = "prepare.tcss"
    AUTO_FOCUS = "#method"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f5",
            "prepare",
            N_("Hang the welcome"),
            id="prepare.prepare",
            tooltip=N_("Make this session; its welcome sheet opens"),
        ),
        Binding(
            "f6",
            "checklist",
            N_("Check-list"),
            id="prepare.checklist",
            tooltip=N_("Go through what is to be done before the meeting"),
            priority=True,  # the names would take it
        ),
        Binding(
            "escape",
            "dismiss(None)",
            N_("Back"),
            id="prepare.away",
            tooltip=N_("Back to where you were, without a session"),
        ),
    ]

    _form = query_one(PrepareForm)
    _methods = query_one(MethodChoice)

    _readying: Worker[None] | None = None
    """The reading of what the method is planned with; `None`: there is nothing to read yet."""

    def __init__(
        self,
        home: Home,
        shelf: Shelf,
        clock: Callable[[], datetime],
        chosen: Path | None = None,
        group: Group | None = None,
    ) -> None:
        """*chosen* is the method file to begin with; `None`: the usual one, or else the first.

        *group* is who is prepared for; `None`: none of the user's groups.
        """
        super().__init__()
        self._home = home
        self._shelf = shelf
        self._clock = clock
        self._chosen = chosen
        self._for = group

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        with VerticalScroll(id="table", can_focus=False):
            yield PrepareForm(self._clock, self._for)
        # The fields show themselves that they turn.
        yield KeyLine("turn(-1)", "turn(1)")

    def on_mount(self) -> None:
        self.retranslate()
        usual = usual_method(self._for, self._files()) if self._for else None
        if path := self._chosen or (usual.path if usual else None):
            self._methods.choose(path)
        self._read_method()

    def retranslate(self) -> None:
        self.query_one("#title", Static).update(Content(_("Prepare a session")))
        self._methods.put(self._files())
        self._form.retranslate()

    def _files(self) -> tuple[MethodFile, ...]:
        """What there is to choose from, beginning with what the group speaks."""
        spoken = self._for and self._for.language
        return self._shelf.usable(spoken or language())

    @on(Choice.Changed, "#method")
    def _read_method(self) -> None:
        """Open the method that is chosen now."""
        form, file = self._form, self._methods.chosen
        try:
            method = None if file is None else self._shelf.method(file)
            wrong = "" if method else _("There is no method that can be read.")
        except Refused as refused:
            method, wrong = None, trouble(refused.problems[0])
        form.trouble = wrong
        form.method = method
        form.instead = () if method is None else self._for_a_new_group(method)
        self.refresh_bindings()
        if file is not None and method is not None:
            self._readying = self._make_ready(method, file.path)

    @work(exclusive=True, group="ready")
    async def _make_ready(self, method: Method, path: Path) -> None:
        """Read what the method is planned with, where that is more than itself."""
        self._form.ready = Ready()
        if method.kind != "meeting" and self._for is None:
            return
        ready, wrong = Ready(), ""
        try:
            ready = await asyncio.to_thread(made_ready, self._home, method, path, self._for)
        except Refused as refused:
            wrong = trouble(refused.problems[0])
        with suppress(NoMatches):  # the form was left while it was read
            self._form.ready, self._form.trouble = ready, wrong

    def _for_a_new_group(self, like: Method) -> tuple[str, ...]:
        """The titles of case methods that ask for no acquaintance, in the language of *like*."""
        heads = {
            file.id: file.head
            for file in self._files()
            if file.head is not None and file.head.language == like.language
        }
        advices = advise(heads, Wishes(group="new"))
        return tuple(heads[key].title for key, advice in advices.items() if advice.fits)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A method without a preparation has no list."""
        return action != "checklist" or bool(self._form.points)

    @on(Button.Pressed, "#go")
    @work
    async def action_prepare(self) -> None:
        """Make the session, if nothing is in the way."""
        if self._readying is not None and not self._readying.is_finished:
            try:
                await self._readying.wait()
            except WorkerCancelled:
                return  # another method was chosen meanwhile, or the form was left
        file = self._methods.chosen
        session = self._form.session("" if file is None else file.id)
        if session is not None:
            self.dismiss(session)

    @on(Button.Pressed, "#checklist")
    @work
    async def action_checklist(self) -> None:
        """Go through what is to be done beforehand."""
        form = self._form
        screen = ChecklistScreen(form.points, form.checklist)
        form.checklist = await self.app.push_screen_wait(screen)
        if isinstance(self.focused, Door):
            self.focus_next()

    @on(MethodChoice.ListAsked)
    @work
    async def _choose_from_list(self) -> None:
        chosen = await self.app.push_screen_wait(MethodList(self._files(), self._methods.chosen))
        if chosen is not None:
            self._methods.choose(chosen)
            self.focus_next()
