"""Writing on the chart that hangs: Enter starts it, Esc returns to leading."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import ActiveBinding, Binding, BindingType

from intervisie_tui.domain import room, wall
from intervisie_tui.domain.names import seat_of
from intervisie_tui.domain.paper import Paper
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.sheet import Entry
from intervisie_tui.locale import N_, _
from intervisie_tui.store.export.phrases import person_name
from intervisie_tui.tui import hands, verbs
from intervisie_tui.tui.screens.penned import Penned
from intervisie_tui.tui.widgets.pen import Pen


class Writing(Penned):
    """Leading, and what is written meanwhile."""

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
        Binding("escape", "calm", N_("Put away"), id="session.calm"),
        Binding(
            "escape",
            "lead",
            N_("Lead on"),
            id="session.lead",
            tooltip=N_("Put the pen away; half a line waits until you write again"),
        ),
    ]

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

    @on(Pen.Left)
    def action_lead(self) -> None:
        if not self.desk.lent:
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

    @on(Pen.Column)
    def _other_column(self, event: Pen.Column) -> None:
        self.desk = replace(self.desk, column=self.desk.column + event.by)
        columns = self.shown.paper.columns if self.shown and self.shown.paper else ()
        if event.by > 0 and not self.desk.draft and self._column() == columns[0]:
            self.action_verb("turn")  # after the last column comes the next person
        self._prompt()

    @on(Pen.Turned)
    def _turned(self, event: Pen.Turned) -> None:
        """Hang what was written, for whoever said it; then the next person, or the one before.

        What else an action asks for comes first, as after Enter.
        """
        asked = self._is_action() and (event.text or self.desk.field != "text")
        is_last = self.desk.field == "when"
        if asked or event.text:
            self._written(Pen.Written(event.text))
        if asked and not is_last:
            return
        if not self.desk.lent:
            self.action_verb("turn" if event.by > 0 else "turn_back")
        self._prompt()

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
        if not self.do("write", lambda s: wall.write(s, text, column=self._column())):
            self._say_full()
            # The words are not lost: somebody else may say them.
            self._pen.fill(" ".join(filter(None, [text, self._pen.text])))
            return
        self.desk = replace(self.desk, draft="", caret=0, selected=None)
        if self.shown is not None and self.shown.paper is not None and self.shown.paper.hidden:
            self.aside = _("Kept for later")
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
            self._pen.fill(text)
            return
        self.do("owner", lambda s: s if owner is None else wall.set_owner(s, entry, owner))
        self._write("when", entry, self._pen.text)

    @on(Pen.Pasted)
    def _pasted(self, event: Pen.Pasted) -> None:
        last = self.session.last_id
        self.do("write", lambda s: wall.write_lines(s, event.lines, column=self._column()))
        if self.session.last_id - last < len(event.lines):
            self._say_full()

    def _say_full(self) -> None:
        """Say that who has the turn has as many lines as there may be."""
        sheet, turns = wall.here(self.session), self.session.stop.turns
        if sheet is not None and turns is not None and turns.now is not None:
            number = wall.had(sheet, turns.now)
            name = person_name(self.session, turns.now)
            self.aside = _("{name} has {number} already").format(name=name, number=number)

    def _is_action(self) -> bool:
        return bool(self.shown and self.shown.paper and self.shown.paper.kind == "actions")

    def action_lend(self) -> None:
        lent = not self.desk.lent
        self.desk = replace(self.desk, lent=lent)
        if lent and not self.desk.writing:
            self.action_write()
        elif not lent:
            self.leave_pen()

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
            self._prompt()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now; the key line says those that mean something more here too."""
        return hands.worth_a_place(super().active_bindings, self.desk, self.session)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        writing, closing = self.desk.writing, self.session.stage == "closing"
        if (action == "calm" and writing) or (action == "write" and closing):
            return False  # then its key leads on, or closes
        if writing and self.is_ready and not hands.leads_while_writing(action, parameters):
            return False
        allowed = super().check_action(action, parameters)
        if not allowed:
            return allowed
        paper = self.shown.paper if self.shown else None
        under_way = self.is_ready and self.session.stage == "under-way"
        usable: dict[str, Callable[[], object]] = {
            "write": lambda: under_way and paper and paper.do != "show",
            "lend": lambda: under_way and paper,
            "edit": lambda: under_way and self.selected_line(),
            "note": lambda: under_way and paper and _answers(paper) and self.selected_line(),
        }
        if action == "lead":
            return writing
        return action not in usable or bool(usable[action]()) or None


def _answers(paper: Paper) -> bool:
    """Whether somebody says something about each line, that can be noted with it."""
    return paper.do == "answer" or (paper.kind == "follow-up" and paper.do == "judge")
