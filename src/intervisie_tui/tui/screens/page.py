"""A page to read and put away."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.getters import query_one

from intervisie_tui.locale import N_
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.keys import Keys
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.reading import Block, Prose, Reading


class Page(Room[str]):
    """Answers what is to be done with what was read, by the name of an action; empty: nothing."""

    CSS_PATH = "page.tcss"
    AUTO_FOCUS = "#page"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "dismiss('')",
            N_("Back"),
            id="page.away",
            tooltip=N_("Back to the list"),
        ),
    ]

    spare: ClassVar[tuple[str, ...]] = ()
    """The keys that the last line leaves out first, where it is short."""

    _reading = query_one(Reading)

    def __init__(self, write: Callable[[], Iterable[Block]]) -> None:
        """*write* makes what there is to read, in the language of the moment."""
        super().__init__()
        self._write = write

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Reading(Prose(self._write()))
        yield KeyLine(*self.spare)

    def retranslate(self) -> None:
        self._reading.update(Prose(self._write()))


class MethodPage(Page):
    """A method, with what can be done with it."""

    spare = ("method.hand_on", "method.copy", "method.edit", "method.rehearse")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "p",
            "dismiss('prepare')",
            N_("Prepare"),
            id="method.prepare",
            tooltip=N_("Prepare a session with this method"),
        ),
        Binding(
            "t",
            "dismiss('rehearse')",
            N_("Try"),
            id="method.rehearse",
            tooltip=N_("Rehearse it with a group that is not there; nothing is kept"),
        ),
        Binding(
            "c",
            "dismiss('copy')",
            N_("Copy"),
            id="method.copy",
            tooltip=N_("A copy of it among your own methods"),
        ),
        Binding(
            "e",
            "dismiss('edit')",
            N_("Edit"),
            id="method.edit",
            tooltip=N_("Open it in your editor; of one of ours a copy"),
        ),
        Binding(
            "h",
            "dismiss('hand_on')",
            N_("Hand on"),
            id="method.hand_on",
            tooltip=N_("Write it to a file, for somebody else"),
        ),
        Binding("question_mark,f1", "keys", N_("Keys"), id="method.keys"),
    ]

    def action_keys(self) -> None:
        """All keys."""
        self.app.push_screen(Keys(self.active_bindings))
