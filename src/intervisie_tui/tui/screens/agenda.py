"""The agenda of a meeting, private: every block, when it begins, what fits, and whose case."""

from collections.abc import Callable
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from intervisie_tui.domain import agenda
from intervisie_tui.domain.agenda import Item
from intervisie_tui.domain.convene import add
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.view import View, view
from intervisie_tui.locale import N_, _
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.case_methods import chosen
from intervisie_tui.tui.screens.keys import Keys
from intervisie_tui.tui.screens.leading import Leading
from intervisie_tui.tui.widgets import blocks, wording
from intervisie_tui.tui.widgets.agenda_rows import end, paragraph
from intervisie_tui.tui.widgets.flap import packed
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.reading import Paragraph, Prose
from intervisie_tui.tui.widgets.rows import Rows

LOOK: Final = 1.0
"""Seconds between looks at the clock; times of day change by the minute."""

BREAK: Final = 10
"""Minutes of a break that is put in."""


class Blocks(Rows):
    """The blocks in order; there is nothing to choose: the keys do something with the row."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See `Widget`."""
        return action != "select"


class Agenda(Room[None]):
    """Every key is one verb on the session that is led below, so that undo knows it too."""

    AUTO_FOCUS = "Blocks"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    DEFAULT_CSS = """
    Agenda {
        align-horizontal: center;
        & > Static { width: 100%; max-width: 84; padding: 0 1; }
        & #title { text-style: bold; margin-top: 1; }
        & #end { color: $text-muted; margin-bottom: 1; }
        & #end.-over { color: $text-warning; }
        & Blocks { width: 100%; max-width: 84; height: 1fr; }
        & #seats, & #aside { color: $text-muted; margin-bottom: 1; }
        &.-low {
            & #title, & #end, & #seats, & #aside { margin: 0; }
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+up", "move(-1)", N_("Earlier"), id="agenda.earlier"),
        Binding("shift+down", "move(1)", N_("Later"), id="agenda.later"),
        Binding(
            "s",
            "leave_out",
            N_("Out, or in"),
            id="agenda.leave_out",
            tooltip=N_("Leave this for another time, or take it back in"),
        ),
        Binding(
            "m",
            "method",
            N_("Method"),
            id="agenda.method",
            tooltip=N_("Do this case with another method; its question stays"),
        ),
        Binding(
            "a",
            "one_more",
            N_("A case"),
            id="agenda.case",
            tooltip=N_("One more case, behind this row"),
        ),
        Binding(
            "p", "pause", N_("A break"), id="agenda.break", tooltip=N_("A break, behind this row")
        ),
        *(
            Binding(
                str(seat),
                f"bring({seat})",
                N_("Whose case"),
                id=f"agenda.seat_{seat}",
                tooltip=N_("Say whose case this is, or take that back"),
                show=False,
            )
            for seat in range(1, 10)
        ),
        Binding("u,ctrl+z", "undo", N_("Undo"), id="agenda.undo"),
        Binding("escape", "dismiss", N_("Back"), id="agenda.away"),
        Binding("question_mark,f1", "keys", N_("Keys"), id="agenda.keys"),
    ]

    _blocks = query_one(Blocks)

    def __init__(self, leading: Leading, home: Home) -> None:
        """*leading* holds the session; *home* has the methods to choose from."""
        super().__init__()
        self._leading = leading
        self._home = home
        self._before = len(leading.history.past)
        """How much could be undone before: what was done elsewhere is undone there."""

        self._shown: View = view(leading.session, leading.clock())
        self._said: tuple[Paragraph, ...] = ()
        """What stands in the list."""

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="end")
        yield Blocks()
        yield Static(id="seats")
        yield Static(id="aside")
        yield KeyLine("agenda.away", "agenda.undo")

    def on_mount(self) -> None:
        self.set_interval(LOOK, self._look)
        self._look()
        first = next((item for item in self._shown.agenda if item.state in ("now", "ahead")), None)
        if first is not None:
            self._blocks.choose(_row(first.block))

    def on_resize(self) -> None:
        self.call_after_refresh(self._look)

    def retranslate(self) -> None:
        self._look()

    # What is shown

    def _look(self) -> None:
        """Show the agenda as it is now; what stands there already is not painted again."""
        shown = self._shown = view(self._leading.session, self._leading.clock())
        title = " · ".join(filter(None, [_("Agenda"), shown.meeting]))
        self._put("#title", title)
        self._put("#end", end(shown))
        self.query_one("#end", Static).set_class(blocks.runs_over(shown), "-over")
        said = tuple(
            paragraph(item, shown, brought=self._is_brought(item)) for item in shown.agenda
        )
        if said != self._said:
            self._said = said
            rows = zip(shown.agenda, said, strict=True)
            self._blocks.put((_row(item.block), Prose([words])) for item, words in rows)
        # Not as a notice, that would hang over the next screen too.
        self._put("#aside", self._leading.aside)
        self._say_seats()

    @on(Rows.OptionHighlighted)
    def _say_seats(self) -> None:
        """Say which digit is who, where somebody may bring it."""
        seats = map(wording.numbered, self._shown.seats) if self._is_brought(self._item) else ()
        width = max(1, self._blocks.size.width - 2)
        self._put("#seats", "\n".join(packed(seats, width)))
        self.refresh_bindings()

    def _put(self, place: str, words: str) -> None:
        static = self.query_one(place, Static)
        if static.content != Content(words):
            static.update(Content(words))
        static.display = bool(words)

    # What is done

    @property
    def _item(self) -> Item | None:
        chosen = self._blocks.chosen
        return next((item for item in self._shown.agenda if _row(item.block) == chosen), None)

    @property
    def _may_change(self) -> bool:
        item = self._item
        return item is not None and agenda.may_change(self._leading.session, item.block)

    def _is_brought(self, item: Item | None) -> bool:
        """Whether somebody brings it; where a case goes round everybody does."""
        session = self._leading.session
        if item is None or item.kind != "case":
            return False
        return not session.methods[session.blocks[item.block].method].rotates

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was begun stays where it is; only a case is somebody's."""
        item = self._item
        usable: dict[str, Callable[[], object]] = {
            "move": lambda: self._may_change,
            "leave_out": lambda: self._may_change,
            "method": lambda: self._may_change and item and item.kind == "case",
            "bring": lambda: self._is_brought(item) and self._seat(parameters[0]),
            "undo": lambda: len(self._leading.history.past) > self._before,
        }
        return action not in usable or bool(usable[action]()) or None

    def _seat(self, seat: object) -> bool:
        return any(each.id == seat for each in self._shown.seats)

    def _do(self, verb: str, change: Callable[[Session], Session]) -> None:
        self._leading.do(verb, change)
        self._look()

    def action_move(self, by: int) -> None:
        """Put the block earlier or later."""
        if (item := self._item) is not None:
            self._do("block_order", lambda s: agenda.move(s, item.block, by))

    def action_leave_out(self) -> None:
        """Leave the block for another time, or take it back in."""
        if (item := self._item) is not None:
            self._do("block_out", lambda s: agenda.leave_out(s, item.block))

    def action_bring(self, seat: int) -> None:
        """Say whose case it is, or no longer."""
        if (item := self._item) is not None:
            whose = None if seat in item.givers else seat
            self._do("bring", lambda s: agenda.bring(s, item.block, whose))

    def action_pause(self) -> None:
        """Put a break in."""
        title = _("Break")
        step = Step(title=title, minutes=Span(BREAK, BREAK))
        spoken = self._leading.session.method_of(self._leading.session.stop).language
        method = Method(format=1, title=title, language=spoken, kind="opener", steps=(step,))
        self._insert("block_break", "break", method, break_=True)

    @work
    async def action_one_more(self) -> None:
        """One more case, with the method of this one, or else of the nearest."""
        session, near = self._leading.session, self._item
        cases = [item for item in self._shown.agenda if item.kind == "case"]
        if near is None or near.kind != "case":
            near = next(reversed(cases), None)
        if near is not None:
            key = session.blocks[near.block].method
            self._insert("block_case", key, session.methods[key])
        elif (found := await self._choose()) is not None:
            self._insert("block_case", *found)

    @work
    async def action_method(self) -> None:
        """Do this case with another method."""
        item = self._item
        if item is not None and (found := await self._choose(item)) is not None:
            key, method = found
            self._do("block_method", lambda s: agenda.change_method(s, item.block, key, method))

    def _insert(self, verb: str, key: str, method: Method, *, break_: bool = False) -> None:
        """Put a block in behind this row, and go to it."""
        after = -1 if self._item is None else self._item.block

        def change(session: Session) -> Session:
            name = agenda.key_for(session, key, method)
            return agenda.insert(session, add(session, name, method, break_=break_), after)

        self._do(verb, change)
        self._blocks.choose(_row(len(self._leading.session.blocks) - 1))

    async def _choose(self, item: Item | None = None) -> tuple[str, Method] | None:
        session = self._leading.session
        block = session.stop.block if item is None else item.block
        key = session.blocks[block].method
        return await chosen(self, self._home, session.methods[key].language, key)

    def action_undo(self) -> None:
        """Take back what was done here last."""
        self._leading.action_undo()
        self._look()

    def action_keys(self) -> None:
        """All keys."""
        self.app.push_screen(Keys(self.active_bindings))


def _row(block: int) -> str:
    return f"block {block}"
