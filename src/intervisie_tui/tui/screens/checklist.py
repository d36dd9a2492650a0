"""The check-list before a meeting: read each point, tick it off, note something with it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from intervisie_tui.domain import checklist
from intervisie_tui.domain.checklist import Checklist
from intervisie_tui.domain.moment import Moment
from intervisie_tui.locale import N_, _
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.widgets.choice import Choice
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.method_page import QUIET, point
from intervisie_tui.tui.widgets.reading import BLANK, Paragraph, Prose, Reading
from intervisie_tui.tui.widgets.rows import Rows


class Points(Rows, inherit_bindings=False):
    """The points; a click ticks one, and Enter writes with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "select",
            N_("Tick"),
            id="checklist.tick",
            tooltip=N_("This point was gone through, or not after all"),
        ),
        Binding(
            "enter",
            "screen.write",
            N_("Write"),
            id="checklist.write",
            tooltip=N_("Note an answer with this point, for yourself alone"),
        ),
        Binding(
            "left",
            "screen.keep(False)",
            N_("Answers"),
            id="checklist.forget",
            tooltip=N_("Forget the answers when the session is made"),
            key_display="← →",
        ),
        Binding(
            "right",
            "screen.keep(True)",
            N_("Keep answers"),
            id="checklist.keep",
            tooltip=N_("Keep the answers as private notes of the session"),
            show=False,
        ),
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
    ]


class ChecklistScreen(Room[Checklist]):
    """Answers with what was done with the list; nothing of it is written to a disk."""

    CSS_PATH = "checklist.tcss"
    AUTO_FOCUS = "Points"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "pagedown",
            "read(1)",
            N_("Read on"),
            id="checklist.read",
            tooltip=N_("On in what there is to say and to ask"),
        ),
        Binding(
            "pageup",
            "read(-1)",
            N_("Read back"),
            id="checklist.read_back",
            tooltip=N_("Back in what there is to say and to ask"),
            show=False,
        ),
        Binding(
            "escape,f6",
            "done",
            N_("Back"),
            id="checklist.done",
            tooltip=N_("Back to the session that you prepare; the list stays as it is"),
        ),
    ]

    _rows = query_one(Points)
    _page = query_one("#page", VerticalScroll)
    _reading = query_one(Reading)
    _kept = query_one(Choice)

    def __init__(self, points: tuple[Moment, ...], checklist: Checklist) -> None:
        """*points* are what there is to go through: at least one."""
        super().__init__()
        self._points = points
        self._checklist = checklist

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        with HorizontalGroup(id="kept"):
            yield Static(id="label")
            yield Choice(["", ""], int(self._checklist.kept))
        with Vertical(id="table"):
            yield Points()
            with VerticalScroll(id="page", can_focus=False):
                yield Reading()
        yield KeyLine()

    def on_mount(self) -> None:
        self._kept.can_focus = False
        self.retranslate()

    def retranslate(self) -> None:
        self.query_one("#label", Static).update(Content(_("Answers")))
        self._kept.options = (_("forget them: nothing is saved"), _("keep them as private notes"))
        self._say()

    def _say(self) -> None:
        """Show the list as it is now."""
        self.query_one("#title", Static).update(
            Content.assemble(
                _("Before the meeting"), (f"  {progress(self._points, self._checklist)}", QUIET)
            )
        )
        self._rows.put((str(at), self._row(each)) for at, each in enumerate(self._points))
        self._read_point()

    def _row(self, each: Moment) -> Content:
        sign = "✓" if each in self._checklist.ticked else "○"
        noted = _("noted") if each in self._checklist.answers else ""
        return Content.assemble(f"{sign} {each.title}", (noted and f" · {noted}", QUIET))

    @property
    def _point(self) -> Moment:
        return self._points[self._rows.highlighted or 0]

    @on(Points.OptionHighlighted)
    def _read_point(self) -> None:
        self._reading.update(Prose(self._said()))
        self._page.scroll_home(animate=False)

    def _said(self) -> Iterator[Paragraph]:
        """The point, and before it what was noted."""
        if words := self._checklist.answers.get(self._point):
            yield Paragraph(Content.styled(words, "bold"), "→")
            yield BLANK
        yield from point(self._point)

    # What is done with it

    @on(Points.OptionSelected)
    def _tick(self) -> None:
        self._checklist = checklist.tick(self._checklist, self._point)
        self._say()

    @work
    async def action_write(self) -> None:
        """Note something with a point, or other words than before."""
        each = self._point
        words = self._checklist.answers.get(each, "")
        said = await self.app.push_screen_wait(Ask(each.title, words, "\n".join(each.ask)))
        if said is not None:
            self._checklist = checklist.answer(self._checklist, each, said)
            self._say()

    def action_keep(self, kept: bool) -> None:  # noqa: FBT001 - an action's own
        """Say whether the answers stay."""
        self._kept.at = int(kept)

    @on(Choice.Changed)
    def _keep(self, event: Choice.Changed) -> None:
        self._checklist = replace(self._checklist, kept=bool(event.at))

    def action_read(self, pages: int) -> None:
        """Read on or back in a point that does not fit."""
        rows = max(1, self._page.size.height - 1)
        self._page.scroll_relative(y=pages * rows, animate=False)

    def action_done(self) -> None:
        """Back, with all that was done."""
        self.dismiss(self._checklist)


def progress(points: tuple[Moment, ...], done: Checklist) -> str:
    """How many of the points were gone through."""
    number = sum(each in done.ticked for each in points)
    return _("{number} of {all} done").format(number=number, all=len(points))
