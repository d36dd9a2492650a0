"""The last door before the terminal."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from intervisie_tui.domain.text import UNSEEN


class Unseen(LineFilter):
    """No character that a terminal would obey gets there, whatever widget shows it.

    Words are cleaned where they come in; this is the second lock on that door.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(UNSEEN.search(s.text) for s in segments if not s.control):
            return segments
        return [s if s.control else Segment(UNSEEN.sub("", s.text), s.style) for s in segments]
