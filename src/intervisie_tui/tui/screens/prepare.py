"""Preparing a session: everything has an answer already, and only names need typing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Button, Static

from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _, language
from intervisie_tui.store.methods import MethodFile
from intervisie_tui.store.problems import Refused
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.prepare_form import MethodRows, PrepareForm
from intervisie_tui.tui.screens.shelf import Shelf
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.method_page import checklist, row
from intervisie_tui.tui.widgets.reading import Prose, Reading
from intervisie_tui.tui.widgets.trouble import trouble


class PrepareScreen(Room[Session | None]):
    """Answers with the prepared session, or with nothing."""

    CSS_PATH = "prepare.tcss"
    AUTO_FOCUS = "#method"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f5",
            "prepare",
            N_("Prepare"),
            id="prepare.prepare",
            tooltip=N_("Make this session; its welcome sheet opens"),
        ),
        Binding(
            "pagedown",
            "read(1)",
            N_("Read on"),
            id="prepare.read",
            tooltip=N_("On in what there is to go through before the meeting"),
            priority=True,
        ),
        Binding(
            "pageup",
            "read(-1)",
            N_("Read back"),
            id="prepare.read_back",
            tooltip=N_("Back in what there is to go through before the meeting"),
            show=False,
            priority=True,
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
    _rows = query_one("#method", MethodRows)
    _checklist = query_one("#checklist", Reading)

    def __init__(
        self, shelf: Shelf, clock: Callable[[], datetime], chosen: Path | None = None
    ) -> None:
        """*chosen* is the method file to begin with; `None`: the first one."""
        super().__init__()
        self._shelf = shelf
        self._clock = clock
        self._chosen = chosen
        self._files = {str(file.path): file for file in shelf.usable(language())}

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        with VerticalScroll(id="table", can_focus=False):
            yield PrepareForm(self._clock)
            with VerticalScroll(id="before", can_focus=False):
                yield Static(id="beforehand")
                yield Reading(id="checklist")
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()
        if self._chosen is not None:
            self._rows.choose(str(self._chosen))
        self._read_method()

    def retranslate(self) -> None:
        self.query_one("#title", Static).update(Content(_("Prepare a session")))
        self.query_one("#beforehand", Static).update(Content(_("Before the meeting")))
        heads = ((path, file.head) for path, file in self._files.items())
        self._rows.put([(path, row(head)) for path, head in heads if head is not None])
        self._form.retranslate()

    @property
    def _file(self) -> MethodFile | None:
        return self._files.get(self._rows.chosen or "")

    @on(MethodRows.OptionHighlighted)
    def _read_method(self) -> None:
        """Open the method that is chosen now."""
        form, file = self._form, self._file
        try:
            method = None if file is None else self._shelf.method(file)
            wrong = "" if method else _("There is no method that can be read.")
        except Refused as refused:
            method, wrong = None, trouble(refused.problems[0])
        form.trouble = wrong
        form.method = method
        self._checklist.update(Prose(() if method is None else checklist(method)))

    @on(Button.Pressed, "#go")
    def action_prepare(self) -> None:
        """Make the session, if nothing is in the way."""
        session = self._form.session("" if self._file is None else self._file.id)
        if session is not None:
            self.dismiss(session)

    def action_read(self, pages: int) -> None:
        """Read on or back: in the list beside the form, or under it."""
        wide = self.has_class("-wide")
        place = self.query_one("#before" if wide else "#table", VerticalScroll)
        place.scroll_relative(y=pages * (place.size.height - 2), animate=False)
