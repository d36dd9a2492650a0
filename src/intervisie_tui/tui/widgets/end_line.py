"""A field for a time of day: typed, or turned to in steps of five minutes."""

from collections.abc import Callable
from datetime import datetime, time
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from intervisie_tui.domain.hours import hour_in
from intervisie_tui.locale import N_
from intervisie_tui.tui.widgets.line import Line

STEP: Final = 5
"""Minutes that one key goes."""


class EndLine(Line):
    """A time of day, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", N_("Earlier"), key_display="←"),
        Binding("right", "turn(1)", N_("Later"), key_display="→"),
    ]

    def __init__(self, usual: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """*usual* says where to begin, in any time zone."""
        super().__init__(max_length=5, id=id)
        self._usual = usual

    @property
    def hour(self) -> time | None:
        """What it says, `None`: nothing. Raises ValueError where that is no time."""
        return hour_in(self.value)

    def action_turn(self, by: int) -> None:
        """Go on or back to a whole step; from nothing, to where meetings usually end."""
        try:
            hour = self.hour
        except ValueError:
            hour = None
        if hour is None:
            local = self._usual().astimezone()
            minutes, by = local.hour * 60 + local.minute, 1
        else:
            minutes = hour.hour * 60 + hour.minute
        whole = minutes // STEP if by > 0 else -(-minutes // STEP)
        hours, minutes = divmod((whole + by) * STEP % (24 * 60), 60)
        self.value = f"{hours:02}:{minutes:02}"
        self.cursor_position = len(self.value)
