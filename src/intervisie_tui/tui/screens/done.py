"""The last sheet: what was decided is done, and the screen may still be shared."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from intervisie_tui.domain.closing import Choice
from intervisie_tui.locale import N_, _
from intervisie_tui.store.closing import Closed
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.poster import Poster, stack


class DoneScreen(Room[None]):
    """Says what became of the words, until somebody goes home: home lists other groups."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", N_("Home"), id="done.leave"),
    ]

    class Leave(Message):
        """Nobody needs it any more."""

    def __init__(self, choice: Choice, done: Closed, has_case: bool) -> None:  # noqa: FBT001 - one of three things that were decided
        super().__init__()
        self._choice = choice
        self._handed = done.handed
        self._whose = done.whose or [""] * len(done.handed)
        self._has_case = has_case

    def compose(self) -> ComposeResult:
        yield Poster()
        yield KeyLine()

    def on_mount(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        """Say it, in the language chosen."""
        said = {
            "nothing": _("Everything is erased."),
            "hand-over": (
                _("The rest is erased.") if self._handed else _("There was nothing to hand over.")
            ),
            "all": _("It is kept."),
        }[self._choice]
        files = map(self._handed_over, self._handed, self._whose)
        self.query_one(Poster).say(stack([(_("Done"), "bold"), "", *files, said]))

    def _handed_over(self, path: Path, name: str) -> str:
        # The folder's own name is enough here: a whole path says whose computer this is.
        file = f"{path.parent.name}/{path.name}"
        if name:
            return _("For {name}: {file}").format(name=name, file=file)
        whose = _("For the case giver: {file}") if self._has_case else _("For the group: {file}")
        return whose.format(file=file)

    def action_leave(self) -> None:
        self.post_message(self.Leave())
