"""The time as the group sees it: a bar and whole minutes, never ticking seconds."""

from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget

from intervisie_tui.domain.view import Clock
from intervisie_tui.locale import _
from intervisie_tui.tui.widgets import wording

LONGEST: Final = 40
"""Columns of the bar; a longer one is not read better."""

SHORTEST: Final = 8
"""Columns that the bar keeps where something else stands beside it."""

QUIET: Final = "not bold $ink-quiet"

GAP: Final = 3
"""Columns before what stands beside it."""


class TimeBar(Widget):
    """One line; it is painted only when it would look different."""

    DEFAULT_CSS = """
    TimeBar {
        height: 1;
        color: $ink-quiet;
        &.-nearly-up, &.-over { color: $time; text-style: bold; }
    }
    """

    clock: var[Clock | None] = var(None)
    """The one clock; `None`: nothing is shown."""

    turn_left: var[float | None] = var(None)
    """Seconds left of one turn; `None`: turns have no clock."""

    beside: var[tuple[str, ...]] = var(())
    """What stands quietly at its end, in many words or else in few, where there is room."""

    _line: Content = Content("")
    """What is painted now."""

    def watch_clock(self) -> None:
        self.look()

    def watch_turn_left(self) -> None:
        self.look()

    def watch_beside(self) -> None:
        self.look()

    def render(self) -> Content:
        self._line = self._bar()
        return self._line

    def _bar(self) -> Content:
        if self.clock is None:
            return Content("")
        return bar(self.clock, self.turn_left, self.size.width, self.beside)

    def look(self) -> None:
        """Paint it if it would look different now."""
        time = None if self.clock is None else self.clock.time
        self.update_classes({"-nearly-up": time == "nearly-up", "-over": time == "over"})
        if self._bar() != self._line:
            self.refresh()


def bar(clock: Clock, turn_left: float | None, width: int, beside: tuple[str, ...] = ()) -> Content:
    """The bar in *width* cells: what is used up, what is left, and that in words.

    At its end the first of *beside* for which there is room.
    """
    parts = [wording.time_left(clock)]
    if turn_left is not None:
        parts.append(turn(turn_left))
    if not clock.running and clock.spent > 0:
        parts.append(_("clock stands still"))
    words = " · ".join(parts)
    least = len(words) + (SHORTEST + 5 if clock.length else 2) + GAP
    said = next((each for each in beside if each and least + cell_len(each) <= width), "")
    line = _time(clock, words, width - (GAP + cell_len(said) if said else 0))
    room = width - line.cell_length - cell_len(said)
    return line + Content.styled(f"{'':{room}}{said}", QUIET) if said else line


def _time(clock: Clock, words: str, width: int) -> Content:
    sign = "●" if clock.running else "○"
    if not clock.length:
        return Content(f"{sign} {words}")
    cells = max(0, min(LONGEST, width - len(words) - 5))
    used = round(cells * min(1.0, clock.spent / clock.length))
    return Content(f"{sign} {'▇' * used}{'─' * (cells - used)}  {words}")


def turn(left: float) -> str:
    """The time of one turn, by tens of seconds, so that it does not tick."""
    if left <= 0:
        return _("turn is over")
    return _("turn: {time} left").format(time=wording.minutes(max(10, round(left, -1))))
