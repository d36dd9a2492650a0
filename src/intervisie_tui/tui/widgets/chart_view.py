"""A sheet of paper on the screen, to look at."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from intervisie_tui.domain.paper import Paper
from intervisie_tui.tui.widgets.chart_layout import Layout, Piece, Row
from intervisie_tui.tui.widgets.chart_sheet import lay_out

SELECTED = "│"
"""What stands in the margin of the selected line."""

ABOVE, BELOW = "↑", "↓"
"""What stands at the end of the first and the last row where there is more beyond them."""

LOW = 9
"""In fewer rows than this, none are kept empty."""


class ChartView(ScrollView, can_focus=False, inherit_bindings=False):
    """Shows a paper. The head stays in sight while the lines scroll under it.

    One widget for all lines: a row is drawn when it comes in sight, and a line is wrapped
    again only when it changed.
    """

    ALLOW_MAXIMIZE = False
    ALLOW_SELECT = False

    COMPONENT_CLASSES = {
        "chart--quiet",
        "chart--number",
        "chart--sign",
        "chart--label",
        "chart--name",
        "chart--card",
        "chart--latest",
        "chart--margin",
        "chart--remove",
        "chart--selected",
    }

    DEFAULT_CSS = """
    ChartView {
        background: $paper;
        color: $ink;
        /* The bar always has its place, so that nothing is wrapped again when it appears. */
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-color: $ink-faint;
        scrollbar-color-hover: $ink-quiet;
        scrollbar-color-active: $ink-quiet;
        scrollbar-background: $paper;
        scrollbar-background-hover: $paper;
        scrollbar-background-active: $paper;
        & .chart--quiet, & .chart--number, & .chart--remove { color: $ink-quiet; }
        & .chart--sign, & .chart--label, & .chart--name, & .chart--latest, & .chart--margin {
            text-style: bold;
        }
        & .chart--card { text-style: italic; }
        & .chart--selected { background: $selection; }
    }
    """

    paper: var[Paper | None] = var(None)
    """What hangs here; `None`: nothing."""

    selected: var[int | None] = var(None)
    """The id of the selected line."""

    def __init__(self, paper: Paper | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.set_reactive(ChartView.paper, paper)
        self._sheet: Layout | None = None
        self._pinned = 0

    def order(self) -> tuple[int, ...]:
        """The ids of the lines as they are shown, to walk along."""
        if self._sheet is not None:
            return self._sheet.order
        return () if self.paper is None else tuple(line.entry.id for line in self.paper.lines)

    def retranslate(self) -> None:
        """Say everything once more, in the language chosen since."""
        self._sheet = None
        self._lay_out()
        self.refresh()

    def on_resize(self) -> None:
        self._lay_out()
        self._reveal(self._in_sight())

    def watch_paper(self, before: Paper | None, paper: Paper | None) -> None:
        hung = set(self.order())
        self._lay_out()
        if before is None or paper is None or before.name != paper.name:
            self.scroll_to(y=0, animate=False, force=True)
            self._reveal(self._in_sight())
        else:
            new = [entry for entry in self.order() if entry not in hung]
            self._reveal(new[-1] if new else self._in_sight())

    def watch_selected(self, before: int | None, selected: int | None) -> None:
        self._refresh(before)
        self._refresh(selected)
        self._reveal(selected)

    def render_line(self, y: int) -> Strip:
        row = [piece for piece in self._row(y) if piece.text]
        segments = [Segment(self._glyphs(piece), self._look(piece)) for piece in row]
        width = self.scrollable_content_region.width
        strip = Strip(segments).adjust_cell_length(width, self.get_visual_style().rich_style)
        if sign := self._beyond(y):
            quiet = self.get_visual_style("chart--quiet").rich_style
            return Strip([*strip.crop(0, width - 1), Segment(sign, quiet)])
        return strip

    def _beyond(self, y: int) -> str:
        """The sign of what is out of sight beyond row *y*; empty: nothing is."""
        at, last = self.scroll_offset.y, self.scrollable_content_region.height - 1
        if y == last and at < self.max_scroll_y:
            return BELOW
        return ABOVE if y == self._pinned and at else ""

    def _lay_out(self) -> None:
        width, height = self.scrollable_content_region.size
        if not width:
            return
        shown = [(self._row(y), self._beyond(y)) for y in range(height)]
        before, paper = self._sheet, self.paper
        self._sheet = None
        if paper is not None:
            self._sheet = lay_out(paper, width, airy=height >= LOW, before=before)
            if height >= LOW and len(self._sheet.head) + self._sheet.height > height:
                # Where it does not fit, lines are worth more than room between them.
                self._sheet = lay_out(paper, width, airy=False, before=before)
        top, below = (0, 0) if self._sheet is None else (len(self._sheet.head), self._sheet.height)
        # A head that takes more than half of the room scrolls away with the lines.
        self._pinned = top if top * 2 <= height else 0
        self.virtual_size = Size(width, top + below)
        for y, row in enumerate(shown):
            if row != (self._row(y), self._beyond(y)):
                self.refresh_line(y + self.scroll_offset.y)

    def _row(self, y: int) -> Row:
        """What stands in row *y* of the widget."""
        if self._sheet is None:
            return ()
        head = self._sheet.head
        if y >= self._pinned:
            y += self.scroll_offset.y
        return head[y] if y < len(head) else self._sheet.row(y - len(head))

    def _glyphs(self, piece: Piece) -> str:
        """What is drawn for a piece now."""
        if piece.ink == "margin" and piece.entry == self.selected:
            return SELECTED
        return " " * len(piece.text) if piece.ink == "remove" else piece.text

    def _look(self, piece: Piece) -> Style:
        names = [] if piece.ink == "text" else [f"chart--{piece.ink}"]
        if self._marked(piece):
            names.append("chart--selected")
        return self.get_visual_style(*names).rich_style

    def _marked(self, piece: Piece) -> bool:
        """Whether a piece has the bar of the selection under it."""
        return piece.entry is not None and piece.entry == self.selected

    def _in_sight(self) -> int | None:
        """What has to be seen: the selected line, or a statement's latest version."""
        if self.selected is not None or self.paper is None or self.paper.kind != "statement":
            return self.selected
        return next(iter(self.order()[-1:]), None)

    def _reveal(self, entry: int | None) -> None:
        """Scroll until a line is in sight, or the beginning of one that is too long."""
        span = self._span(entry)
        if span is None:
            return
        y = self.scroll_offset.y
        highest, lowest = span[0] - self._pinned, span[1] - self.scrollable_content_region.height
        to = highest if y > highest else max(y, min(highest, lowest))
        if to != y:
            self.scroll_to(y=to, animate=False, force=True)

    def _refresh(self, entry: int | None) -> None:
        """Draw the rows of a line once more."""
        span = self._span(entry)
        if span is not None:
            self.refresh_lines(span[0], span[1] - span[0])

    def _span(self, entry: int | None) -> tuple[int, int] | None:
        """The first row of a line and the one after its last, the head counted."""
        sheet = self._sheet
        span = None if sheet is None or entry is None else sheet.span(entry)
        if sheet is None or span is None:
            return None
        return span[0] + len(sheet.head), span[1] + len(sheet.head)
