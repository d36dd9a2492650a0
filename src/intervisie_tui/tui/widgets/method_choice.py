"""The field where a method is chosen: turned to one by one, or from a list of them all."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from intervisie_tui.locale import N_, _, language
from intervisie_tui.store.methods import MethodFile, MethodHead
from intervisie_tui.tui.widgets.choice import Choice


class MethodChoice(Choice):
    """One of the method files whose head can be read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # The marks beside the title say these; the line of keys has better use of its place.
        Binding("left,minus", "turn(-1)", show=False),
        Binding("right,plus", "turn(1)", show=False),
        Binding("enter", "list", N_("All methods")),
        Binding("space", "list", show=False),
    ]

    class ListAsked(Message):
        """They are to be seen one under the other."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__([""], id=id)
        self._files: tuple[MethodFile, ...] = ()

    def put(self, files: Sequence[MethodFile]) -> None:
        """Choose from these, in this order; what was chosen stays so, if it is there."""
        before = self.chosen
        self._files = tuple(files)
        self.options = tuple(_words(file.head) for file in files if file.head) or ("",)
        if before is not None:
            self.choose(before.path)

    @property
    def chosen(self) -> MethodFile | None:
        """The file of the method that is shown; `None`: there is none."""
        return self._files[self.at] if self._files else None

    def choose(self, path: Path) -> None:
        """Turn to the method in that file, if it is one of them."""
        paths = [file.path for file in self._files]
        if path in paths:
            self.at = paths.index(path)

    def action_list(self) -> None:
        """Ask for the list."""
        if self._files:
            self.post_message(self.ListAsked())


def _words(head: MethodHead) -> str:
    if head.language == language():
        return head.title
    spoken = _("in Dutch") if head.language == "nl" else _("in English")
    return f"{head.title} · {spoken}"
