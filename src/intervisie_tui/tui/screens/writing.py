"""Writing on the chart that hangs: Enter starts it, Esc returns to leading."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.getters import query_one

from intervisie_tui.domain import room, wall
from intervisie_tui.domain.desk import Field
from intervisie_tui.domain.names import seat_of
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry
from intervisie_tui.locale import N_, _
from intervisie_tui.tui import hands, verbs
from intervisie_tui.tui.screens.leading import Leading
from intervisie_tui.tui.widgets import wording
from intervisie_tui.tui.widgets.pen import Pen


class Writing(Leading):
    """Leading, and what the pen does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("Change"), id="session.edit", show=False),
        Binding(
            "o",
            "note",
            N_("Note"),
            id="session.note",
            tooltip=N_("Mark the question answered, with a note of the answer"),
            show=False,
        ),
        Binding(
            "f8",
            "lend",
            N_("Lend the keyboard"),
            id="session.lend",
            tooltip=N_("A colleague can write, nothing else. The same key takes it back"),
            show=False,
        ),
        Binding("escape", "calm", N_("Put away"), id="session.calm", show=False),
        Binding(
            "escape",
            "lead",
            N_("Lead on"),
            id="session.lead",
            tooltip=N_("Put the pen away; half a line waits until you write again"),
        ),
    ]

    _pen = query_one(Pen)

    def begin_leading(self) -> None:
        super().begin_leading()
        if self.desk.writing:
            self._take_pen()

    def action_verb(self, name: str) -> None:
        if verbs.BY_NAME[name].moves:
            self.before_moving()
        super().action_verb(name)

    def before_moving(self) -> None:
        """Hang what is half-typed before the group moves on: it belongs to this moment."""
        self._hang_draft()
        if self.desk.writing:
            self.leave_pen()

    def action_write(self) -> None:
        """Take the pen, with what was left half-typed; who writes in a round has the turn."""
        if self.shown is not None and self.shown.paper is not None:
            if self.shown.in_turn and self.shown.turn is None:
                self.do("turn", lambda s: room.next_turn(s, self.clock()))
            self._write("text", None, self.desk.draft)

    def action_lead(self) -> None:
        self.leave_pen()

    def action_edit(self) -> None:
        if (found := self.selected_line()) is not None:
            self._hang_draft()
            self._write("text", found.id, found.text)

    def action_note(self) -> None:
        if (found := self.selected_line()) is not None:
            self._hang_draft()
            self._write("note", found.id, found.note)

    def selected_line(self) -> Entry | None:
        found = None if self.desk.selected is None else self.session.entry(self.desk.selected)
        return None if found is None else found[1]

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
        self._pen.prompt(self._asked())
        self._pen.display = True
        self.set_focus(self._pen)
        self.refresh_bindings()

    def _asked(self) -> str:
        """What the empty pen says: what is being written."""
        turn = self.shown.turn if self.shown and not self.desk.lent else None
        return wording.pen_prompt(self.desk, self._column(), turn)

    def leave_pen(self) -> None:
        """Lead again. Half a new line waits on the desk; half a change is dropped."""
        draft = self.desk.draft if self.desk.editing is None else ""
        caret = min(self.desk.caret, len(draft))
        self.desk = replace(
            self.desk, writing=False, draft=draft, caret=caret, editing=None, field="text"
        )
        self._pen.display = False
        self.set_focus(None)
        self.refresh_bindings()

    @on(Pen.Changed)
    def _keep_draft(self, event: Pen.Changed) -> None:
        self.desk = replace(self.desk, draft=event.text, caret=event.caret)

    @on(Pen.Left)
    def _stop_writing(self) -> None:
        if not self.desk.lent:
            self.leave_pen()

    @on(Pen.Column)
    def _other_column(self, event: Pen.Column) -> None:
        self.desk = replace(self.desk, column=self.desk.column + event.by)
        columns = self.shown.paper.columns if self.shown and self.shown.paper else ()
        if event.by > 0 and not self.desk.draft and self._column() == columns[0]:
            self.action_verb("turn")  # after the last column comes the next person
        self._pen.prompt(self._asked())

    @on(Pen.Turned)
    def _turned(self, event: Pen.Turned) -> None:
        """Hang what was written, for whoever said it; then the next person, or the one before."""
        if event.text:
            self._written(Pen.Written(event.text))
        if not self.desk.lent:
            self.action_verb("turn" if event.by > 0 else "turn_back")
        self._pen.prompt(self._asked())

    def takes(self, key: events.Key) -> bool:
        """A key that came faster than the pen could take it is still meant for the pen."""
        meant = self.desk.writing and (key.is_printable or key.key in {"enter", "tab"})
        if meant:
            self._pen.post_message(events.Key(key.key, key.character))
        return meant

    def _hang_draft(self) -> None:
        """What is half-typed belongs to this moment and this turn: hang it."""
        if self.desk.draft.strip():
            draft = self.desk.draft
            self._pen.fill("")
            self._written(Pen.Written(draft))

    @on(Pen.Written)
    def _written(self, event: Pen.Written) -> None:
        entry, text = self.desk.editing, event.text
        if entry is None:
            self._new_line(text)
            return
        match self.desk.field:
            case "text":
                self.do("edit", lambda s: wall.edit(s, entry, text))
                self._go_on(entry)
            case "note":
                if self.do("note_answer", lambda s: wall.note_answer(s, entry, text)):
                    self._select_next()
                self._written_out()
            case "owner":
                self._own(entry, text)
            case "when":
                self.do("when", lambda s: wall.set_when(s, entry, text) if text else s)
                self._write("text", None, self._pen.text)

    def _new_line(self, text: str) -> None:
        column = self._column()
        if not self.do("write", lambda s: wall.write(s, text, column=column)):
            return
        self.desk = replace(self.desk, draft="", caret=0, selected=None)
        if text and self._is_action():
            self._go_on(self.session.last_id)

    def _go_on(self, entry: int) -> None:
        """After the words of a line: whose it is, where that is asked, else lead again.

        Enter left the pen empty: what is in it by now was typed since, and is for what follows.
        """
        if self._is_action():
            self._write("owner", entry, self._pen.text)
        else:
            self._written_out()

    def _written_out(self) -> None:
        """A line was changed: lead again; who only has a lent keyboard writes another."""
        if self.desk.lent:
            self._write("text", None, self._pen.text)
        else:
            self.leave_pen()

    def _own(self, entry: int, text: str) -> None:
        owner = seat_of(text, {person.id: person.name for person in self.session.people})
        if text and owner is None:
            self.aside = _("Nobody here is called that")
            return
        self.do("owner", lambda s: s if owner is None else wall.set_owner(s, entry, owner))
        self._write("when", entry, self._pen.text)

    @on(Pen.Pasted)
    def _pasted(self, event: Pen.Pasted) -> None:
        lines = event.lines
        self.do("write", lambda s: wall.write_lines(s, lines, column=self._column()))

    def _is_action(self) -> bool:
        paper = self.shown.paper if self.shown else None
        return paper is not None and paper.kind == "actions"

    def _column(self) -> str | None:
        paper = self.shown.paper if self.shown else None
        if paper is None or not paper.columns:
            return None
        return paper.columns[self.desk.column % len(paper.columns)]

    def action_lend(self) -> None:
        lent = not self.desk.lent
        self.desk = replace(self.desk, lent=lent)
        if lent and not self.desk.writing:
            self.action_write()
        elif not lent:
            self.leave_pen()

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

    def watch_session(self, before: Session, session: Session) -> None:
        sheet = None if before.at == session.at else wall.here(before)
        if sheet is not None and before.chart_of(sheet).keep == "nothing":
            # Half a line for such a chart may not wait for another one.
            self.desk = replace(self.desk, draft="", caret=0)
            if self.is_ready:
                self._pen.fill("")
        super().watch_session(before, session)

    def retranslate(self) -> None:
        super().retranslate()
        if self.is_ready:
            self._pen.prompt(self._asked())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "calm" and self.desk.writing:
            return False  # then its key leads on
        leads = hands.leads_while_writing(action, parameters)
        if self.desk.writing and self.is_ready and not leads:
            return False
        allowed = super().check_action(action, parameters)
        if not allowed:
            return allowed
        paper = self.shown.paper if self.shown else None
        under_way = self.is_ready and self.session.stage == "under-way"
        if action == "write" and self.session.stage == "closing":
            return False  # there its key closes
        usable: dict[str, Callable[[], object]] = {
            "write": lambda: under_way and paper and paper.do != "show",
            "lend": lambda: under_way and paper,
            "edit": lambda: under_way and self.selected_line(),
            "note": lambda: under_way and paper and paper.do == "answer" and self.selected_line(),
        }
        if action == "lead":
            return self.desk.writing
        return action not in usable or bool(usable[action]()) or None
