"""A page to read and put away."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.getters import query_one

from intervisie_tui.locale import N_
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.reading import Paragraph, Prose, Reading, Table


class Page(Room[bool]):
    """Answers whether something is to be done with what was read."""

    CSS_PATH = "page.tcss"
    AUTO_FOCUS = "#page"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "dismiss(False)",
            N_("Back"),
            id="page.away",
            tooltip=N_("Back to the list"),
        ),
    ]

    _reading = query_one(Reading)

    def __init__(self, write: Callable[[], Iterable[Paragraph | Table]]) -> None:
        """*write* makes what there is to read, in the language of the moment."""
        super().__init__()
        self._write = write

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Reading(Prose(self._write()))
        yield KeyLine()

    def retranslate(self) -> None:
        self._reading.update(Prose(self._write()))


class MethodPage(Page):
    """A method, that can be prepared from here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "p",
            "dismiss(True)",
            N_("Prepare"),
            id="method.prepare",
            tooltip=N_("Prepare a session with this method"),
        ),
    ]
