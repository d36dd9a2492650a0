"""The group's face: where we are, who has the floor, what is asked, the chart, the time."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widget import Widget
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

NARROW = 64
"""Columns below which the steps are counted in figures alone."""

BROAD = 100
"""Columns from which it has wide margins."""

WALL = 5
"""Rows that the question leaves to the chart."""


class Flap(Vertical):
    """A sheet of paper. Nothing is on it that is not for the group."""

    DEFAULT_CSS = """
    Flap {
        background: $paper;
        color: $ink;
        padding: 1 3 0 3;
        & #head { height: auto; max-height: 2; }
        & #place { width: 1fr; height: auto; text-style: bold; }
        & #count { width: auto; color: $ink-quiet; margin-left: 1; }
        & #floor { height: auto; color: $floor; margin-bottom: 1; }
        & #question { height: auto; margin-bottom: 1; text-style: italic; }
        & #say { height: auto; margin-bottom: 1; }
        & #remember { height: auto; color: $attention; margin-bottom: 1; }
        & #wall { height: 1fr; }
        & ChartView { width: 1fr; }
        & #beside { margin-left: 3; color: $ink-quiet; }
        & #round { height: auto; color: $floor; }
        & #aside { height: auto; color: $ink-quiet; }
        & TimeBar { margin-bottom: 1; }
        &.-bare {
            & #wall { display: none; }
            & #say { text-style: bold; }
            & #words { height: 1fr; align-vertical: middle; }
        }
        & #words { height: auto; }
        &.-broad { padding: 2 8 0 8; }
        &.-crowded {
            padding-top: 0;
            & TimeBar { margin-bottom: 0; }
            & #floor, & #question, & #say, & #remember { margin-bottom: 0; }
        }
        &.-low {
            padding: 0 1;
            & TimeBar { margin-bottom: 0; }
            & #floor, & #question, & #say, & #remember { margin-bottom: 0; }
        }
    }
    """

    shown: var[View | None] = var(None, init=False)
    """What is shown; `None` before the session is there."""

    selected: var[int | None] = var(None, init=False)
    """The id of the selected line."""

    aside: var[str] = var("", init=False)
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
        aside = Static(id="aside")
        aside.display = False
        yield aside
        yield Static(id="round")
        yield Pen()
        yield TimeBar()

    def on_resize(self) -> None:
        low, broad = self.size.height < LOW, self.size.width >= BROAD
        self.update_classes({"-low": low, "-broad": broad, "-crowded": False})
        self.watch_shown(self.shown, self.shown)

    def watch_shown(self, before: View | None, view: View | None) -> None:
        if view is None:
            return
        if before is None or before.stop != view.stop:
            self.remove_class("-crowded")
            self.chart.scroll_home(animate=False)
        self.call_after_refresh(self._make_room)
        self.set_class(view.paper is None, "-bare")
        moment = f" · {view.moment_title}" if view.moment_title else ""
        self._put(self._place, Content(view.step_title + moment))
        count = _("step {number} of {total}") if self.size.width >= NARROW else "{number}/{total}"
        self._put(self._count, Content(count.format(number=view.step, total=view.steps)))
        self._put(self._floor, floor(view))
        self._put(self._say, say(view))
        self._put(self._remember, Content("\n".join(f"· {rule}" for rule in view.remember)))
        self._put(self._round, table(view.seats) if view.in_turn else Content(""))
        self._put(self._question, self._fitting(view.question))
        self.chart.paper = view.paper
        self._beside.paper = view.beside
        self._beside.display = view.beside is not None and not self.has_class("-low")
        self._time.clock, self._time.turn_left = view.clock, view.turn_left

    def _make_room(self) -> None:
        """Give up the space between the words where lines of the chart are out of sight."""
        if self.chart.max_scroll_y > 0:
            self.add_class("-crowded")

    def _fitting(self, question: str) -> Content:
        """The question as far as there is room for it; where rows are few, all of it or none."""
        width, height = self.content_size
        others = (self._place, self._floor, self._say, self._remember, self._round, self._time)
        used = sum(_rows(each, width) for each in others) + self._question.styles.margin.height
        room = height - used - (0 if self.has_class("-bare") else WALL)
        words = Content(f"“{question}”")
        rows = words.wrap(max(1, width))
        if not question or (len(rows) > room and (room < 1 or self.has_class("-low"))):
            return Content("")
        if len(rows) <= room:
            return words
        last = Content("\n").join([*rows[: room - 1], rows[room - 1].truncate(width - 2)])
        return Content(f"{last.plain}…”")

    def watch_selected(self, selected: int | None) -> None:
        self.chart.selected = selected

    def watch_aside(self, words: str) -> None:
        self._put(self._aside, Content(words))

    def retranslate(self) -> None:
        """Say everything once more, in the language chosen since."""
        self.chart.retranslate()
        self._beside.retranslate()
        self.watch_shown(self.shown, self.shown)

    @staticmethod
    def _put(place: Static, words: Content) -> None:
        if place.content != words:
            place.update(words)
        # Straight, and not by a class: there is a style sheet to go through for each of those.
        place.display = bool(words.plain)


def _rows(place: Widget, width: int) -> int:
    """How many rows something takes, its margin counted."""
    if not isinstance(place, Static):
        return 1 + place.styles.margin.height
    words = place.content
    high = len(words.wrap(max(1, width))) if isinstance(words, Content) and words.plain else 0
    return high and high + place.styles.margin.height


def floor(view: View) -> Content:
    """Who speaks and who is silent, with a sign for each."""
    return Content("   ").join(
        Content.styled(
            f"{wording.SIGNS[part.right]} {wording.floor(part, view)}",
            # Somebody who is not in the circle is seen at a glance.
            "bold reverse" if part.place else "",
        )
        for part in view.floor
    )


def say(view: View) -> Content:
    """What to say aloud, and the questions to ask."""
    lines = [line for line in (view.say, *(f"· {question}" for question in view.ask)) if line]
    return Content("\n".join(lines))


def table(seats: tuple[Seat, ...]) -> Content:
    """Everybody who takes a turn, and where the round is."""
    return Content("  ").join(
        Content.styled(f"{TURN[seat.turn]} {wording.numbered(seat)}", style(seat))
        for seat in seats
        if seat.turn != "none"
    )


def style(seat: Seat) -> str:
    """Whose turn it is stands out."""
    return "bold" if seat.turn == "now" else "$ink-quiet"
