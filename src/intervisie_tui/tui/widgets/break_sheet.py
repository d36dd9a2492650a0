"""The group's face during a break: when to be back, to be read from the back of the room."""

from datetime import timedelta
from typing import Final

from textual.content import Content
from textual.reactive import var
from textual.widget import Widget

from intervisie_tui.domain.view import View
from intervisie_tui.locale import _
from intervisie_tui.store.export.phrases import hour

FIGURES: Final = {
    "0": ("███", "█ █", "█ █", "█ █", "███"),
    "1": (" █ ", "██ ", " █ ", " █ ", "███"),
    "2": ("███", "  █", "███", "█  ", "███"),
    "3": ("███", "  █", "███", "  █", "███"),
    "4": ("█ █", "█ █", "███", "  █", "  █"),
    "5": ("███", "█  ", "███", "  █", "███"),
    "6": ("███", "█  ", "███", "█ █", "███"),
    "7": ("███", "  █", "  █", "  █", "  █"),
    "8": ("███", "█ █", "███", "█ █", "███"),
    "9": ("███", "█ █", "███", "  █", "███"),
    ":": (" ", "█", " ", "█", " "),
}
"""Every figure as five rows of points, all of one width."""

POINT: Final = 2
"""Cells that a point is wide for each row that it is high: then it is a square."""

LONGEST: Final = "00:00"

AROUND: Final = 8
"""Rows for the words above and below, and for some air."""


class BreakSheet(Widget):
    """Says that it is a break, and when the group goes on; nothing else."""

    DEFAULT_CSS = """
    BreakSheet {
        width: 1fr;
        height: 1fr;
        background: $paper;
        color: $ink;
        content-align-vertical: middle;
        text-wrap: nowrap;
    }
    """

    shown: var[View | None] = var(None)

    _said: Content = Content("")
    """What is painted now."""

    def watch_shown(self) -> None:
        if self._sheet() != self._said:
            self.refresh()

    def render(self) -> Content:
        self._said = self._sheet()
        return self._said

    def _sheet(self) -> Content:
        if self.shown is None:
            return Content("")
        width, height = self.size
        figures, words = said(self.shown)
        # As large as the longest of them may be, so that nothing changes its size.
        wide = len(large(LONGEST, 1)[0])
        size = max(1, min((width - 2) // wide, (height - AROUND) // len(FIGURES["0"])))
        rows = [self.shown.method, "", *figures_and_words(figures, words, size)]
        return Content("\n").join(
            Content.styled(row, "bold").pad_left(max(0, (width - Content(row).cell_length) // 2))
            for row in rows
        )


def said(view: View) -> tuple[str, str]:
    """The figures, and the words that go with them: "15:10", "back at".

    As long as the clock stands still, how many minutes there are.
    """
    clock, back = view.clock, view.back_at
    if clock.left is None or back is None:
        return "", ""
    if clock.left <= 0:
        until = hour(back + timedelta(seconds=clock.left)) if clock.running else ""
        return until, _("We go on")
    if clock.running:
        return hour(back), _("Back at")
    return f"{-(-clock.left // 60):.0f}", _("minutes")


def figures_and_words(figures: str, words: str, size: int) -> list[str]:
    """Minutes are read before their word, a time of day after it."""
    if not figures:
        return [words]
    drawn = large(figures, size)
    return [words, "", *drawn] if ":" in figures else [*drawn, "", words]


def large(figures: str, size: int) -> list[str]:
    """Figures of that size, in rows of one width."""
    points = [" ".join(row) for row in zip(*(FIGURES[each] for each in figures), strict=True)]
    wide = ["".join(point * POINT * size for point in row) for row in points]
    return [row for row in wide for _time in range(size)]
