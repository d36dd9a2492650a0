"""The group's face: where we are, who has the floor, what is asked, the chart, the time."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from intervisie_tui.domain.text import one_line
from intervisie_tui.domain.view import Seat, View
from intervisie_tui.tui.widgets import blocks, wording
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
        & #head { height: auto; max-height: 3; }
        & #place { width: 1fr; height: auto; text-style: bold; }
        & #count { width: auto; color: $ink-quiet; margin-left: 1; }
        & #floor { height: auto; color: $floor; }
        & #words { height: auto; align-vertical: middle; }
        & #question { height: auto; text-style: italic; }
        & #say { height: auto; }
        & #ways { height: auto; }
        & #remember { height: auto; color: $attention; }
        & #wall { height: 1fr; }
        & ChartView { width: 1fr; }
        & #beside { margin-left: 3; color: $ink-quiet; }
        & #round { height: auto; color: $floor; }
        & #aside { height: auto; color: $ink-quiet; }
        & #writing { height: auto; }
        & #column {
            width: auto;
            max-width: 40%;
            padding-left: 1;
            background: $selection;
            text-style: bold;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & Pen { width: 1fr; }
    }
    """

    shown: var[View | None] = var(None, init=False)
    """What is shown; `None` before the session is there."""

    selected: var[int | None] = var(None, init=False)
    """The id of the selected line."""

    aside: var[str] = var("", init=False)
    """What is said for a moment under the chart: what comes next, what was undone."""

    column: var[str] = var("", init=False)
    """The column that the pen writes in; empty: none is meant."""

    _crowded = False
    """Whether the space between the words was given up for lines of the chart."""

    _place = query_one("#place", Static)
    _count = query_one("#count", Static)
    _floor = query_one("#floor", Static)
    _question = query_one("#question", Static)
    _say = query_one("#say", Static)
    _ways = query_one("#ways", Static)
    _remember = query_one("#remember", Static)
    _round = query_one("#round", Static)
    _aside = query_one("#aside", Static)
    _column = query_one("#column", Static)
    _words = query_one("#words", Vertical)
    _wall = query_one("#wall", Horizontal)
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
            yield Static(id="ways")
            yield Static(id="remember")
        with Horizontal(id="wall"):
            yield Chart(id="chart")
            yield ChartView(id="beside")
        yield Static(id="aside")
        yield Static(id="round")
        with Horizontal(id="writing"):
            yield Static(id="column")
            yield Pen()
        yield TimeBar()

    @property
    def _asked(self) -> tuple[Static, ...]:
        """What is to be said, decided and remembered."""
        return self._say, self._ways, self._remember

    @property
    def _low(self) -> bool:
        return self.size.height < LOW

    def on_mount(self) -> None:
        self._aside.display = self._column.display = False

    def on_resize(self) -> None:
        self._space(crowded=False)
        self.watch_shown(self.shown, self.shown)

    def watch_shown(self, before: View | None, view: View | None) -> None:
        if view is None:
            return
        if before is None or before.stop != view.stop:
            self._space(crowded=False)
            self.chart.scroll_home(animate=False)
        self.call_after_refresh(self._make_room)
        self._spread(bare=view.paper is None)
        short = self.size.width < NARROW
        self._put(self._place, Content(wording.place(view, short=short)))
        self._put(self._count, Content(wording.step_count(view, short=short)))
        self._put(self._floor, floor(view))
        self._put(self._say, say(view))
        self._put(self._remember, Content("\n".join(f"· {rule}" for rule in view.remember)))
        width = self.content_size.width
        self._put(self._ways, ways(view, width))
        self._put(self._round, table(view, width))
        self._put(self._question, self._fitting(wording.question(view)))
        self.chart.paper = view.paper
        self._beside.paper = view.beside
        self._beside.display = view.beside is not None and not self._low
        self._time.clock, self._time.turn_left = view.clock, view.turn_left
        self._time.beside = blocks.place(view)

    def _make_room(self) -> None:
        """Give up the space between the words where lines of the chart are out of sight."""
        if self.chart.max_scroll_y > 0:
            self._space(crowded=True)

    # Each style straight, and not by a class: there is a style sheet to go through for each
    # widget then, at every step.

    def _space(self, *, crowded: bool) -> None:
        """Air around the sheet and between its words; where it is *crowded*, only at the sides."""
        self._crowded = crowded
        tight, broad = crowded or self._low, self.size.width >= BROAD
        sides = 1 if self._low else 8 if broad else 3
        self.styles.padding = (0 if tight else 2 if broad else 1, sides, 0, sides)
        for each in (self._floor, self._question, *self._asked, self._time):
            each.styles.margin = (0, 0, 0 if tight else 1, 0)

    def _spread(self, *, bare: bool) -> None:
        """Where no chart hangs the words are in the middle, and what is said stands out."""
        self._wall.display = not bare
        self._words.styles.height = "1fr" if bare else "auto"
        self._say.styles.text_style = "bold" if bare else None

    def _fitting(self, question: str) -> Content:
        """The question as far as there is room for it; where rows are few, all of it or none."""
        width, height = self.content_size
        others = (self._place, self._floor, *self._asked, self._round, self._time)
        used = sum(_rows(each, width) for each in others) + self._question.styles.margin.height
        room = height - used - (WALL if self._wall.display else 0)
        words = Content(question)
        rows = words.wrap(max(1, width))
        if not question or (len(rows) > room and (room < 1 or self._low)):
            return Content("")
        if len(rows) <= room:
            return words
        last = Content("\n").join([*rows[: room - 1], rows[room - 1].truncate(width - 2)])
        return Content(f"{last.plain}…”")

    def watch_selected(self, selected: int | None) -> None:
        self.chart.selected = selected

    def watch_column(self, column: str) -> None:
        self._put(self._column, Content(one_line(column)))

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


def ways(view: View, width: int) -> Content:
    """What is decided here: who gets a role, what comes next, and what there is to choose."""
    return Content("\n".join([*wording.asked(view), *packed(wording.choices(view), width)]))


def table(view: View, width: int) -> Content:
    """Who sits with whom; everybody who takes a turn or may be given a role, in *width* cells."""
    rows = [Content("\n".join(packed(wording.small_groups(view), width)))]
    rows.append(_round(view))
    return Content("\n").join(row for row in rows if row)


def _round(view: View) -> Content:
    """Everybody who takes a turn, where the round is, and how many lines are asked of each.

    As long as a role is given out, everybody who can have it.
    """
    if not all(view.ways.given.values()):
        seats = (seat for seat in view.seats if seat.presence == "here")
        return Content("  ").join(Content(wording.numbered(seat)) for seat in seats)
    takers = [seat for seat in view.seats if view.in_turn and seat.turn != "none"]
    said = [
        Content.styled(f"{TURN[seat.turn]} {wording.numbered(seat)}", style(seat))
        for seat in takers
    ]
    if lines := wording.lines_each(view):
        # Who has the turn has it at its name, else it stands behind all of them.
        at = next((at for at, seat in enumerate(takers, 1) if seat == view.turn), len(said))
        apart = " " if takers and at == len(takers) else ""
        said[at:at] = [Content.styled(f"{apart}{lines}", "$ink-quiet")]
    return Content("  ").join(said)


def packed(parts: Iterable[str], width: int) -> list[str]:
    """As many parts beside each other as fit, none of them broken off."""
    rows: list[str] = []
    for part in parts:
        longer = f"{rows[-1]}   {part}" if rows else part
        if rows and cell_len(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(part)
    return rows


def style(seat: Seat) -> str:
    """Whose turn it is stands out."""
    return "bold" if seat.turn == "now" else "$ink-quiet"
