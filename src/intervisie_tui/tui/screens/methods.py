"""The methods there are, and a page to read about each."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import N_, _, language
from intervisie_tui.store.export.choosing import heading
from intervisie_tui.store.methods import MethodFile
from intervisie_tui.store.problems import Problem, Refused
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.page import MethodPage, Page
from intervisie_tui.tui.screens.shelf import Shelf
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.method_page import row, whole
from intervisie_tui.tui.widgets.reading import BLANK, Paragraph
from intervisie_tui.tui.widgets.rows import Rows
from intervisie_tui.tui.widgets.trouble import trouble


class MethodsScreen(Room[Path | None]):
    """A list to read from; answers with the file of a method to prepare a session with."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "Rows"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "p",
            "prepare",
            N_("Prepare"),
            id="methods.prepare",
            tooltip=N_("Prepare a session with this method"),
        ),
        Binding("escape", "dismiss(None)", N_("Back"), id="methods.away", tooltip=N_("Back home")),
    ]

    _rows = query_one(Rows)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._files: dict[str, MethodFile] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Rows()
        yield Static(id="hint")
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        self.query_one("#title", Static).update(Content(_("Methods")))
        self._files = {str(file.path): file for file in self._shelf.sorted(language())}
        self._rows.put(self._listed())
        self._say_hint()

    def _listed(self) -> Iterator[tuple[str | None, Content]]:
        """A row for each file, under what it is for."""
        for name, group in groupby(self._files, key=lambda path: self._heading(self._files[path])):
            yield None, Content.styled(name, "bold")
            yield from ((path, self._row(self._files[path])) for path in group)
            yield None, Content()

    def _heading(self, file: MethodFile) -> str:
        if self._shelf.wrong(file) or file.head is None:
            return _("Not right yet")
        return heading(file.head)

    def _row(self, file: MethodFile) -> Content:
        if self._shelf.wrong(file) or file.head is None:
            broken = _("broken: Enter says why")
            return Content.assemble(one_line(file.path.name), (f"  ! {broken}", "$text-warning"))
        return row(file.head)

    @property
    def _file(self) -> MethodFile | None:
        return self._files.get(self._rows.chosen or "")

    @on(Rows.OptionHighlighted)
    def _say_hint(self) -> None:
        head = self._file and self._file.head
        self.query_one("#hint", Static).update(Content(head.summary if head else ""))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A broken method cannot be prepared."""
        if action == "prepare":
            return self._file is not None and not self._shelf.wrong(self._file)
        return True

    def action_prepare(self) -> None:
        """Go and prepare a session with this method."""
        if self._file is not None:
            self.dismiss(self._file.path)

    @on(Rows.OptionSelected)
    def _read(self) -> None:
        if (file := self._file) is None:
            return
        try:
            method = self._shelf.method(file)
        except Refused as refused:
            problems = refused.problems
            self.app.push_screen(Page(lambda: broken_page(problems)))
        else:
            self.app.push_screen(MethodPage(lambda: whole(method)), self._done_reading)

    def _done_reading(self, prepare: bool | None) -> None:  # noqa: FBT001 - a screen's answer
        if prepare:
            self.action_prepare()


def broken_page(problems: tuple[Problem, ...]) -> tuple[Paragraph, ...]:
    """Everything that is wrong with a method file."""
    return (
        Paragraph(Content.styled(_("This method cannot be used yet"), "bold underline")),
        BLANK,
        *(Paragraph(Content(trouble(problem)), "!") for problem in problems),
        BLANK,
        Paragraph(Content(_("The other methods work. Mend the file, and it is read anew."))),
    )
