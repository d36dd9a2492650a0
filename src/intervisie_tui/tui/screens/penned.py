"""Holding the pen: it is taken, it keeps what is half-typed, and it is put away."""

from dataclasses import replace

from textual import on
from textual.getters import query_one

from intervisie_tui.domain.desk import Field
from intervisie_tui.store.export.phrases import person_name
from intervisie_tui.tui.screens.leading import Leading
from intervisie_tui.tui.widgets import wording
from intervisie_tui.tui.widgets.pen import Pen


class Penned(Leading):
    """Leading, with a pen at hand."""

    _pen = query_one(Pen)

    def begin_leading(self) -> None:
        super().begin_leading()
        if self.desk.writing:
            self._take_pen()

    def _write(self, field: Field, entry: int | None, draft: str) -> None:
        self.desk = replace(
            self.desk,
            writing=True,
            face="flap",
            large=None,
            field=field,
            editing=entry,
            draft=draft,
            caret=len(draft),
        )
        self._take_pen()

    def _take_pen(self) -> None:
        self._pen.fill(self.desk.draft, self.desk.caret)
        self._pen.columns = self._column() is not None
        self._prompt()
        self._pen.display = True
        self.set_focus(self._pen)
        self.refresh_bindings()

    def _prompt(self) -> None:
        """Say what is being written: the column all the time, the rest in the empty pen."""
        turn = self.shown.turn if self.shown and not self.desk.lent else None
        column = self._column()
        self._pen.prompt(wording.pen_prompt(self.desk, column, turn, self._owner()))
        new = self.desk.writing and self.desk.editing is None
        self._faces.flap.column = column if new and column else ""

    def _owner(self) -> str:
        """Whose the line is that is being written; empty: nobody's."""
        found = None if self.desk.editing is None else self.session.entry(self.desk.editing)
        owner = None if found is None else found[1].owner
        return "" if owner is None else person_name(self.session, owner) or str(owner)

    def leave_pen(self) -> None:
        """Lead again. Half a new line waits on the desk; half a change is dropped."""
        draft = self.desk.draft if self.desk.editing is None else ""
        caret = min(self.desk.caret, len(draft))
        self.desk = replace(
            self.desk, writing=False, draft=draft, caret=caret, editing=None, field="text"
        )
        self._pen.display = False
        self._prompt()
        self.set_focus(None)
        self.refresh_bindings()

    @on(Pen.Changed)
    def _keep_draft(self, event: Pen.Changed) -> None:
        self.desk = replace(self.desk, draft=event.text, caret=event.caret)

    def _column(self) -> str | None:
        columns = self.shown.paper.columns if self.shown and self.shown.paper else ()
        return columns[self.desk.column % len(columns)] if columns else None

    # The pen has the keys as long as there is something to write on

    def _look(self) -> None:
        super()._look()
        hangs = self._on_the_wall and self.shown and self.shown.paper
        if self.is_ready and self.desk.writing and not hangs:
            self.leave_pen()

    def on_resize(self) -> None:
        # A pen that was hidden for want of room has lost the keys.
        self.call_after_refresh(self._hold_pen)

    def _hold_pen(self) -> None:
        if self.desk.writing and self.is_ready:
            self._pen.focus()
