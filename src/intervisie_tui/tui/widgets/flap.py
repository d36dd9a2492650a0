"""The group's face: where we are, who has the floor, what is asked, the chart, the time."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widgets import Static

from intervisie_tui.domain.view import Seat, View
from intervisie_tui.locale import _
from intervisie_tui.tui.widgets import wording
from intervisie_tui.tui.widgets.chart import Chart
from intervisie_tui.tui.widgets.chart_view import ChartView
from intervisie_tui.tui.widgets.pen import Pen
from intervisie_tui.tui.widgets.time_bar import TimeBar

TURN: dict[str, str] = {"now": "▶", "had": "✓", "passed": "─", "waiting": "·"}


LOW = 19
"""Rows below which the sheet gives up its margins."""


BROAD = 100
"""Columns from which it has wide ones."""


class Flap(Vertical):
    """A sheet of paper. Nothing is on it that is not for the group."""

    DEFAULT_CSS = """
    Flap {
        background: $paper;
        color: $ink;
        padding: 1 3 0 3;
        & #head { height: 1; }
        & #place { width: 1fr; text-style: bold; }
        & #count { width: auto; color: $ink-quiet; }
        & #floor { height: auto; color: $floor; margin-bottom: 1; }
        & #question { height: auto; margin-bottom: 1; text-style: italic; max-height: 3; }
        & #say { height: auto; margin-bottom: 1; }
        & #remember { height: auto; color: $attention; margin-bottom: 1; }
        & #wall { height: 1fr; }
        & ChartView { width: 1fr; }
        & #beside { margin-left: 3; color: $ink-quiet; }
        & #round { height: auto; color: $floor; }
        & #aside { height: auto; color: $ink-quiet; }
        & .-empty { display: none; }
        & TimeBar { margin-bottom: 1; }
        &.-bare {
            & #wall { display: none; }
            & #say { text-style: bold; }
            & #words { height: 1fr; align-vertical: middle; }
        }
        & #words { height: auto; }
        &.-broad { padding: 2 8 0 8; }
        &.-low {
            padding: 0 1;
            & TimeBar { margin-bottom: 0; }
            & #floor, & #question, & #say, & #remember { margin-bottom: 0; }
            &.-charted #question { display: none; }
        }
    }
    """

    shown: var[View | None] = var(None)
    """What is shown; `None` before the session is there."""

    selected: var[int | None] = var(None)
    """The id of the selected line."""

    aside: var[str] = var("")
    """What is said for a moment under the chart: what comes next, what was undone."""

    _place = query_one("#place", Static)
    _count = query_one("#count", Static)
    _floor = query_one("#floor", Static)
    _question = query_one("#question", Static)
    _say = query_one("#say", Static)
    _remember = query_one("#remember", Static)
    _round = query_one("#round", Static)
    _aside = query_one("#aside", Static)
    chart = query_one("#chart", Chart)
    _beside = query_one("#beside", ChartView)
    _time = query_one(TimeBar)

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield Static(id="place")
            yield Static(id="count")
        yield Static(id="floor")
        with Vertical(id="words"):
            yield Static(id="question")
            yield Static(id="say")
            yield Static(id="remember")
        with Horizontal(id="wall"):
            yield Chart(id="chart")
            yield ChartView(id="beside")
        yield Static(id="aside")
        yield Static(id="round")
        yield Pen()
        yield TimeBar()

    def on_resize(self) -> None:
        self.set_class(self.size.height < LOW, "-low")
        self.set_class(self.size.width >= BROAD, "-broad")

    def watch_shown(self, view: View | None) -> None:
        if view is None:
            return
        moment = f" · {view.moment_title}" if view.moment_title else ""
        self._put(self._place, Content(view.step_title + moment))
        count = _("step {number} of {total}").format(number=view.step, total=view.steps)
        self._put(self._count, Content(count))
        self._put(self._floor, floor(view))
        asked = view.question and (view.paper is None or view.paper.kind != "statement")
        self._put(self._question, Content(f"“{view.question}”" if asked else ""))
        self._put(self._say, say(view))
        self._put(self._remember, Content("\n".join(f"· {rule}" for rule in view.remember)))
        self._put(self._round, table(view.seats) if view.in_turn else Content(""))
        self.chart.paper = view.paper
        self._beside.paper = view.beside
        self._beside.set_class(view.beside is None, "-empty")
        self.set_class(view.paper is None, "-bare")
        self.set_class(view.paper is not None and bool(view.paper.lines), "-charted")
        self._time.clock, self._time.turn_left = view.clock, view.turn_left

    def watch_selected(self, selected: int | None) -> None:
        self.chart.selected = selected

    def watch_aside(self, words: str) -> None:
        self._put(self._aside, Content(words))

    def retranslate(self) -> None:
        """Say everything once more, in the language chosen since."""
        self.chart.retranslate()
        self._beside.retranslate()
        self.watch_shown(self.shown)

    @staticmethod
    def _put(place: Static, words: Content) -> None:
        if place.content != words:
            place.update(words)
        place.set_class(not words.plain, "-empty")


def floor(view: View) -> Content:
    """Who speaks and who is silent, with a sign for each."""
    return Content("   ").join(
        Content(f"{wording.SIGNS[part.right]} {wording.floor(part, view)}") for part in view.floor
    )


def say(view: View) -> Content:
    """What to say aloud, and the questions to ask."""
    lines = [line for line in (view.say, *(f"· {question}" for question in view.ask)) if line]
    return Content("\n".join(lines))


def table(seats: tuple[Seat, ...]) -> Content:
    """Everybody who takes a turn, and where the round is."""
    return Content("  ").join(
        Content.styled(f"{TURN[seat.turn]} {wording.seat_name(seat)}", style(seat))
        for seat in seats
        if seat.turn != "none"
    )


def style(seat: Seat) -> str:
    """Whose turn it is stands out."""
    return "bold" if seat.turn == "now" else "$ink-quiet"
