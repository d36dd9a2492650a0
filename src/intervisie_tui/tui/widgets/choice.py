"""A field whose value is turned to: ← and → (or the mouse) go through what there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from intervisie_tui.locale import N_

_MARK: Final = 3
"""Cells that the mark on the left takes, with the margin before it."""


class Choice(Widget, can_focus=True):
    """One of a row of words."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Choice {
        width: 1fr;
        height: 1;
        padding: 0 1;
        background: $panel;
        pointer: pointer;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { background: $primary-muted; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,minus", "turn(-1)", N_("Less"), key_display="←"),
        Binding("right,plus,space", "turn(1)", N_("More"), key_display="→"),
    ]

    options: reactive[tuple[str, ...]] = reactive(("",))
    at: reactive[int] = reactive(0)
    """The place of the word that is shown."""

    @dataclass
    class Changed(Message):
        """Another word was turned to."""

        choice: "Choice"
        at: int

        @property
        def control(self) -> "Choice":
            return self.choice

    def __init__(self, options: Sequence[str], at: int = 0, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.set_reactive(Choice.options, tuple(options))
        self.set_reactive(Choice.at, at)

    def render(self) -> Content:
        """The word between two marks that show where one can go."""
        first, last = self.at == 0, self.at == len(self.options) - 1
        return Content.assemble(
            ("‹ ", "dim" if first else ""), self.options[self.at], (" ›", "dim" if last else "")
        )

    def validate_at(self, at: int) -> int:
        return min(max(0, at), len(self.options) - 1)

    def watch_options(self) -> None:
        self.at = self.validate_at(self.at)

    def watch_at(self, at: int) -> None:
        self.post_message(self.Changed(self, at))

    def action_turn(self, by: int) -> None:
        self.at += by

    def on_click(self, event: events.Click) -> None:
        """On the first mark: back; anywhere else: on, and from the last to the first."""
        if event.x < _MARK:
            self.at -= 1
        else:
            self.at = (self.at + 1) % len(self.options)
