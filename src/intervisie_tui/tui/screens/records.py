"""The records there are: to read, to make papers of, and to delete."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from intervisie_tui.locale import N_, _
from intervisie_tui.store.export.markdown import record_as_markdown
from intervisie_tui.store.export.phrases import day
from intervisie_tui.store.heads import Head, heads
from intervisie_tui.store.home import Home
from intervisie_tui.store.records import Record, RecordProblem, load
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.deleting import delete_after_asking
from intervisie_tui.tui.screens.page import Page
from intervisie_tui.tui.screens.papers import PapersScreen
from intervisie_tui.tui.widgets import record_row
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.markdown import page
from intervisie_tui.tui.widgets.reading import BLANK, Paragraph, Prose
from intervisie_tui.tui.widgets.rows import Rows
from intervisie_tui.tui.widgets.trouble import trouble


class RecordsScreen(Room[None]):
    """Every record, newest first; what cannot be read is there too, and left alone."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "Rows"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "p",
            "papers",
            N_("Papers"),
            id="records.papers",
            tooltip=N_("Certificates, what each may take along, and the next date"),
        ),
        Binding(
            "delete",
            "delete",
            N_("Delete"),
            id="records.delete",
            tooltip=N_("Delete this record, after a question"),
        ),
        Binding("escape", "dismiss(None)", N_("Back"), id="records.away", tooltip=N_("Back home")),
    ]

    _rows = query_one(Rows)

    def __init__(self, home: Home, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._heads: dict[str, Head] | None = None
        """By path; `None`: they are being read."""

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Rows()
        yield Static(id="hint")
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        found = await asyncio.to_thread(heads, self._home)
        self._heads = {str(head.path): head for head in found}
        self.retranslate()

    def retranslate(self) -> None:
        self.query_one("#title", Static).update(Content(_("Records")))
        self._rows.put([(path, _row(head)) for path, head in (self._heads or {}).items()])
        self._say_hint()

    @property
    def _head(self) -> Head | None:
        return (self._heads or {}).get(self._rows.chosen or "")

    @on(Rows.OptionHighlighted)
    def _say_hint(self) -> None:
        self.query_one("#hint", Static).update(Content(self._hint()))
        self.refresh_bindings()

    def _hint(self) -> str:
        head = self._head
        if head is None:
            return "" if self._heads is None else _("There are no records yet.")
        if head.state == "broken":
            # The place without its folder: the screen may be shared.
            return head.problem.replace(str(head.path), head.path.name)
        if head.state != "kept":
            return _("A draft: what stays of it is decided at its close.")
        if head.only_times:
            return _("The sheets were handed over; date, method and times were kept.")
        if head.keep_until is None:
            return _("All of it is kept until you delete it.")
        return _("All of it is kept until {day}.").format(day=day(head.keep_until))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a record nothing can be deleted; papers are made of what was closed."""
        if action == "papers":
            return self._head is not None and self._head.state == "kept"
        return action != "delete" or self._head is not None

    @on(Rows.OptionSelected)
    @work(exclusive=True)
    async def _read(self) -> None:
        if (record := await self._loaded()) is not None:
            session = record.session
            await self.app.push_screen(Page(lambda: page(record_as_markdown(session))))

    @work(exclusive=True)
    async def action_papers(self) -> None:
        """What there is to take along of that meeting."""
        if (record := await self._loaded()) is not None:
            session, path = record.session, record.path
            await self.app.push_screen(PapersScreen(self._home, session, path, self._clock))

    async def _loaded(self) -> Record | None:
        """The record that is chosen; where it cannot be read, that is said."""
        if (head := self._head) is None:
            return None
        try:
            return await asyncio.to_thread(load, head.path)
        except RecordProblem as problem:
            wrong = problem
            await self.app.push_screen(Page(lambda: broken_page(wrong)))
            return None

    @work(exclusive=True)
    async def action_delete(self) -> None:
        """Delete this record, if that is what is wanted."""
        if (head := self._head) is not None:
            await delete_after_asking(self, self._home, [head])
            self._look()


def broken_page(problem: RecordProblem) -> tuple[Paragraph, ...]:
    """Why a record cannot be read, and what to do about it."""
    return (
        Paragraph(Content.styled(_("This record cannot be read"), "bold underline")),
        BLANK,
        *(Paragraph(Content(trouble(each)), "!") for each in problem.problems),
        BLANK,
        Paragraph(Content(problem.advice)),
    )


def _row(head: Head) -> Prose:
    if head.state == "broken":
        state = Content.styled(_("! cannot be read"), "$text-warning")
    else:
        state = Content.styled(record_row.state(head), "$foreground-muted")
    return Prose((Paragraph(Content(record_row.what(head))), Paragraph(state, indent=3)))
