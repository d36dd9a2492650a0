"""The time as the group sees it: a bar and whole minutes, never ticking seconds."""

from textual.content import Content
from textual.reactive import var
from textual.widget import Widget

from intervisie_tui.domain.view import Clock
from intervisie_tui.locale import _
from intervisie_tui.tui.widgets import wording


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

    _line: Content = Content("")
    """What is painted now."""

    def watch_clock(self) -> None:
        self._look()

    def watch_turn_left(self) -> None:
        self._look()

    def render(self) -> Content:
        self._line = self._bar()
        return self._line

    def _bar(self) -> Content:
        return (
            Content("") if self.clock is None else bar(self.clock, self.turn_left, self.size.width)
        )

    def _look(self) -> None:
        if self._bar() == self._line:
            return
        time = None if self.clock is None else self.clock.time
        self.set_class(time == "nearly-up", "-nearly-up")
        self.set_class(time == "over", "-over")
        self.refresh()


def bar(clock: Clock, turn_left: float | None, width: int) -> Content:
    """The bar in *width* cells: what is used up, what is left, and that in words."""
    words = wording.time_left(clock)
    if turn_left is not None:
        turn = (
            _("turn is over")
            if turn_left <= 0
            else _("a turn: {time}").format(
                time=wording.minutes(max(10, round(turn_left / 10) * 10))
            )
        )
        words = f"{words} · {turn}"
    sign = "●" if clock.running else "○"
    if not clock.running and clock.spent > 0:
        words = f"{words} · {_('clock stands still')}"
    if not clock.length or clock.left is None:
        return Content(f"{sign} {words}")
    cells = max(0, min(40, width - len(words) - 5))
    used = round(cells * min(1.0, clock.spent / clock.length))
    return Content(f"{sign} {'▇' * used}{'─' * (cells - used)}  {words}")
